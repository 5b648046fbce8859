"""The commands over the whole library: duplicates, topics, quotations, where a record is shown.

In: the window's parts. Out: dialogs, another slide, another filter. Must not know: how any of them
looks, how records are compared.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefer.records import Record
from briefer.ui.library.finding import Pick
from briefer.ui.library.topics import TopicsDialog
from briefer.ui.records.duplicates import DuplicatesDialog
from briefer.ui.records.quotations import QuotationsDialog
from briefer.ui.views import LIST

if TYPE_CHECKING:
    from briefer.ui.main_window import MainWindow

_NONE_CHOSEN = "Choose a record in the library first."
_NOT_SHOWN = "No slide shows the record chosen."


class LibraryCommands(QObject):
    """Find duplicates, Topics, Check quotations and Show in briefing of the menu Library."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._actions = window.actions_by_name
        does: dict[str, Callable[[], None]] = {
            "show-in-briefing": self.show_in_briefing,
            "find-duplicates": self.find_duplicates,
            "topics": self.show_topics,
            "check-quotations": self.check_quotations,
        }
        for name, do in does.items():
            self._actions[name].triggered.connect(lambda _=False, do=do: do())
        library = window.library
        library.view.selectionModel().selectionChanged.connect(lambda *_: self._fit())
        library.model.modelReset.connect(self._fit)
        for canvas in (window.timeline.canvas, window.network.canvas):
            canvas.selectionModel().selectionChanged.connect(lambda *_: self._fit())
        window.views.changed.connect(lambda _: self._fit())
        self._session.built_changed.connect(self._fit)
        self._fit()

    # Where a record is shown

    def chosen(self) -> list[Record]:
        """Return the records selected in the library or its views."""
        window = self._window
        return (window.views.view or window.library.view).chosen()

    def _slides(self) -> tuple[int, ...]:
        """Return the numbers of the slides that show the records chosen."""
        showing = self._session.slides_showing()
        return tuple(sorted({n for one in self.chosen() for n in showing.get(one.id, ())}))

    def _fit(self) -> None:
        """Enable what can be done, and say of the rest why not."""
        action, slides = self._actions["show-in-briefing"], self._slides()
        action.setEnabled(bool(slides))
        why = _NOT_SHOWN if self.chosen() else _NONE_CHOSEN
        action.setStatusTip("" if slides else why)

    def show_in_briefing(self) -> None:
        """Look at the slide that shows what is chosen; at the next such slide when at one."""
        slides, page = self._slides(), self._session.page
        if not slides:
            return
        here = page.number if page is not None and self._window.views.current == LIST else 0
        number = next((n for n in slides if n > here), slides[0])
        if self._window.views.current != LIST:
            self._window.views.go(LIST)
        self._window.library.slide_wanted.emit(number)

    # Dialogs

    def find_duplicates(self) -> None:
        """Open the list of pairs that are likely the same."""
        window = self._window
        dialog = DuplicatesDialog(window.look, window, self._session)
        dialog.merge_wanted.connect(
            lambda one, other: window.records.merge_with(one, other=other, parent=dialog)
        )
        dialog.edit_wanted.connect(lambda ref: window.records.edit(ref, parent=dialog))
        dialog.open()

    def check_quotations(self) -> None:
        """Open the list of all quotations with how each stands to its sources."""
        window = self._window
        dialog = QuotationsDialog(window.look, window, self._session)
        dialog.edit_wanted.connect(lambda ref: window.records.edit(ref, parent=dialog))
        dialog.sources_wanted.connect(lambda: window.records.show_sources(dialog))
        dialog.attach_wanted.connect(lambda ref: window.records.show_sources(dialog, attach_to=ref))
        dialog.open()

    def show_topics(self) -> None:
        """Open the list of topics."""
        dialog = TopicsDialog(self._window.look, self._window, self._session)
        dialog.wanted.connect(self._filter_by)
        dialog.open()

    def _filter_by(self, topic: Pick) -> None:
        """Show the records of a topic, whatever was searched for before."""
        window = self._window
        library = window.library
        if window.views.current == LIST:
            window.body.reveal("library")
        library.show_only("topic", topic)
