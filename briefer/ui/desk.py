"""What joins the window to the rest of the computer and to its user's habits.

In: the window's parts. Out: nothing; it connects: palette, settings, recent briefings, exporting
again, files from outside, the layout. Must not know: how any of them looks.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication

from briefer.preflight.blocking import blocking
from briefer.records.base import Record
from briefer.ui.again import Exports, changed_since
from briefer.ui.arrangement import Arrangement
from briefer.ui.background import Running
from briefer.ui.commands import documents
from briefer.ui.dropping import Dropping
from briefer.ui.exporting import Order
from briefer.ui.instance import Instance
from briefer.ui.layout_memory import LayoutMemory, fitting
from briefer.ui.palette.controller import PaletteControl
from briefer.ui.recent import Recent
from briefer.ui.sources.commands import SourceFiles
from briefer.ui.tasks import Lane

if TYPE_CHECKING:
    from briefer.ui.main_window import MainWindow

WINDOW_SIZE = QSize(1440, 900)
"""The size that the window has at first, in px."""
_LATER_MS = 400
"""How often is looked whether a dialog was closed, while a file waits to be opened."""


class Desk(QObject):
    """The commands of the window that are about the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._again_waits = False
        preferences, actions = window.preferences, window.actions_by_name
        self.exports = Exports(self._session.places.user_folder / "exports.json")
        self.recent = Recent(
            window.look, window, preferences=preferences, failed=window.reporter.show
        )
        window.menus.by_name["File"].insertMenu(actions["open-sample"], self.recent.menu)
        self.palette = PaletteControl(
            window.look,
            window,
            self._session,
            preferences,
            menus=lambda: window.menus.by_name.items(),
            show_record=self.show_record,
        )
        self.dropping = Dropping(window)
        self.layout_memory = LayoutMemory(self._session.places.user_folder / "layout.json")
        window.body.remember(self.layout_memory)
        self.arrangement = Arrangement(window, self.layout_memory)
        self.care_lane = Lane[None]("library-care", lambda: None, failed=window.reporter.show)
        self.sources = SourceFiles(window, self.care_lane, documents())
        self._wanted: list[Path] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER_MS)
        self._connect()

    def _connect(self) -> None:
        window, actions = self._window, self._window.actions_by_name
        window.commands.used.connect(self.recent.add)
        window.commands.exported.connect(self._exported)
        self.recent.wanted.connect(window.commands.open)
        actions["commands"].triggered.connect(lambda _=False: self.palette.toggle())
        actions["settings"].triggered.connect(lambda _=False: self.show_settings())
        window.commands.keys_wanted.connect(lambda: self.show_settings("keyboard"))
        actions["reset-layout"].triggered.connect(lambda _=False: self.reset_layout())
        actions["export-again"].triggered.connect(lambda _=False: self.export_again())
        self.dropping.dropped.connect(self.take)
        self.dropping.template_wanted.connect(self._offer_template)
        self.dropping.wants_import.connect(self.sources.read)
        self.dropping.failed.connect(window.reporter.show)
        self._later.timeout.connect(self._open_wanted)
        self._session.built_changed.connect(self._built)
        self._session.briefing_changed.connect(self._update)
        self._update()

    def show_record(self, record: Record) -> None:
        """Show a record in the library, found by its name."""
        self._window.actions_by_name["find"].trigger()
        self._window.library.field.setText(record.label)

    def show_settings(self, page: str = "general") -> None:
        """Open the settings at a page."""
        from briefer.ui.dialogs.library_care import LibraryCarePage
        from briefer.ui.dialogs.settings import SettingsDialog

        window, session = self._window, self._session
        care = LibraryCarePage(
            window.look, session.places.store, reading=session.store_lane, working=self.care_lane
        )
        dialog = SettingsDialog(
            window.look, window, window.preferences, care=care, keymap=window.keymap
        )
        dialog.show_page(page)
        dialog.open()

    # The window's size

    def show_as_left(self) -> None:
        """Show the window as it was left, and whole on its screen."""
        window, memory = self._window, self.layout_memory
        self.arrangement.restore()
        self._resize(memory.size or window.size())
        if memory.maximized:
            window.showMaximized()
        else:
            window.show()

    def reset_layout(self) -> None:
        """Give all panels the widths of the design again, and the window its size."""
        window = self._window
        self.layout_memory.forget()
        if not window.isMaximized() and not window.isFullScreen():
            self._resize(WINDOW_SIZE)
        window.body.fold()
        window.body.restyle()

    def _resize(self, size: QSize) -> None:
        window = self._window
        window.resize(fitting(size, window.screen().availableSize(), window.minimumSize()))

    def close(self) -> None:
        """Keep how the window was left and end the thread."""
        window, memory = self._window, self.layout_memory
        memory.maximized = window.isMaximized()
        if not memory.maximized and not window.isFullScreen():
            memory.size = window.size()
        self.arrangement.keep()
        memory.save()
        self.care_lane.close()

    # Files from outside

    def listen(self, instance: Instance) -> None:
        """Open what later starts of Briefer hand over."""
        instance.wanted.connect(self.take)
        instance.listen()

    def take(self, path: Path | None) -> None:
        """Come to the front and open a briefing, if there is one, as soon as no dialog is open."""
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        QApplication.alert(window)
        if path is not None:
            self._wanted.append(path)
            self._open_wanted()

    def _offer_template(self, path: Path) -> None:
        """Try a template that was dropped; of a presentation offer the look as one."""
        if path.suffix.lower() == ".potx":
            self._window.tools.choose_template(path)
            return
        from briefer.ui.dialogs.deck_offer import DeckOffer

        offer = DeckOffer(self._window.look, self._window, path)
        offer.template_wanted.connect(self._window.tools.choose_template)
        offer.open()

    def _open_wanted(self) -> None:
        """Open the next file; a dialog is finished first, because it may be about this briefing."""
        if QApplication.activeModalWidget() is None and self._wanted:
            self._window.commands.open(self._wanted.pop(0))
        if self._wanted:
            self._later.start()

    # Exporting again

    def export_again(self) -> None:
        """Write the deck to where it was written last; ask where it never was, or was changed."""
        window, session = self._window, self._session
        last = self.exports.last(session.briefing.title)
        if last is None:
            window.commands.export()
            return
        self._again_waits = not session.up_to_date
        if self._again_waits or session.built is None:
            return
        if blocking(session.built.findings, session.briefing):
            window.commands.export()  # which tells what holds it back, and asks
            return
        if not last.untouched:
            window.reporter.show(changed_since(last))
            return
        order = Order(
            session.briefing,
            session.built.records,
            session.places.templates,
            last.path,
            window.preferences.settings.byline,
            session.places.pictures,
            overwrite=last.path.is_file(),
            styles=session.styles,
            mark=session.places.mark,
        )
        from briefer.ui.dialogs.writing import WritingDialog

        lane = window.commands.export_lane
        dialog = WritingDialog(window.look, window, "Export again", order, lane=lane)
        title = session.briefing.title
        dialog.written.connect(lambda path: self.exports.remember(title, path))
        dialog.left.connect(
            lambda change: window.commands.background.take(
                Running(
                    change,
                    f"Exporting {last.path.name}",
                    lambda path: self.exports.remember(title, path),
                )
            )
        )
        dialog.open()
        dialog.start()

    def _exported(self, path: Path) -> None:
        self.exports.remember(self._session.briefing.title, path)
        self._update()

    def _built(self) -> None:
        if self._again_waits:
            self.export_again()

    def _update(self) -> None:
        """Offer exporting again where there is something to export."""
        action = self._window.actions_by_name["export-again"]
        action.setEnabled(bool(self._session.briefing.cards))
