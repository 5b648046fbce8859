"""PDF, handout and pictures from the File menu: ask where to, write behind the window.

In: the session and the lane of exports. Out: files. Must not know: how anything is painted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from briefer.marked import marked_name
from briefer.pipeline import Built
from briefer.preflight import Finding
from briefer.preflight.blocking import blocking
from briefer.ui.background import Background, Running
from briefer.ui.exporting import Form, Order, briefing_name, new_folder
from briefer.ui.session import Session
from briefer.ui.tasks import Lane
from briefer.ui.theme import Look
from briefer.ui.widgets.file_dialog import FileDialog


@dataclass(frozen=True, slots=True)
class _Words:
    """The title of the dialogs, and how the file's name ends."""

    title: str
    ending: str = ""


_WORDS: dict[Form, _Words] = {
    "pdf": _Words("Export PDF", ".pdf"),
    "handout": _Words("Export handout", " handout.pdf"),
    "pictures": _Words("Export pictures"),
}


class Publishing(QObject):
    """Asks for a place and writes there, as soon as the pages are those of the briefing."""

    fix_wanted = Signal()
    """What holds the export back is to be mended first."""

    def __init__(
        self,
        look: Look,
        window: QWidget,
        session: Session,
        *,
        lane: Lane[None],
        background: Background,
    ) -> None:
        super().__init__(window)
        self._look = look
        self._window = window
        self._session = session
        self._lane = lane
        self._background = background
        self._waits: tuple[Form, Path, str] | None = None
        session.built_changed.connect(self._built)

    def ask(self, form: Form, *, folder: Path, author: str = "") -> None:
        """Ask how much of a marked briefing goes out, and for its place; then write."""
        built = self._session.built
        if not self._session.up_to_date:
            self._waits = (form, folder, author)
            return
        if built is None or not built.pages:
            return
        from briefer.ui.dialogs.release import limits_of
        from briefer.ui.dialogs.release_sheet import ReleaseSheet

        if not limits_of(built):
            self._go_on(form, folder, author=author, part=built)
            return
        title = _WORDS[form].title
        sheet = ReleaseSheet(self._look, self._window, title, self._session, built=built)
        sheet.chosen.connect(
            lambda limit, part: self._go_on(
                form, folder, author=author, part=part, release_to=limit
            )
        )
        sheet.open()

    def _go_on(
        self, form: Form, folder: Path, *, author: str, part: Built, release_to: str | None = None
    ) -> None:
        """Ask for the place of what goes out; first for reasons where errors hold it back."""

        def go_on() -> None:
            self._ask_place(form, folder, author=author, part=part, release_to=release_to)

        held = blocking(part.findings, self._session.briefing)
        if held:
            self._ask_reasons(held, form, author=author, then=go_on)
        else:
            go_on()

    def _ask_place(
        self, form: Form, folder: Path, *, author: str, part: Built, release_to: str | None
    ) -> None:
        """Ask for a file, or for pictures a folder to make theirs in; then write."""
        words = _WORDS[form]
        dialog = FileDialog(self._look, self._window, words.title, folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        if form == "pictures":
            dialog.setWindowTitle("Export pictures into a new folder in")
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        else:
            dialog.setNameFilter("PDF (*.pdf)")
            dialog.setDefaultSuffix("pdf")
            dialog.selectFile(briefing_name(part.briefing, words.ending))
        dialog.fileSelected.connect(
            lambda name: self.write(
                form, Path(name), author=author, part=part, release_to=release_to
            )
        )
        dialog.open()

    def _ask_reasons(
        self, held: tuple[Finding, ...], form: Form, *, author: str, then: Callable[[], None]
    ) -> None:
        """Ask why errors do not matter; go on once the briefing says so."""
        from briefer.ui.dialogs.override import OverrideDialog

        title = _WORDS[form].title
        dialog = OverrideDialog(
            self._look, self._window, title, held, session=self._session, author=author
        )
        dialog.overridden.connect(then)
        dialog.fix_wanted.connect(self.fix_wanted)
        dialog.open()

    def write(
        self,
        form: Form,
        place: Path,
        *,
        author: str = "",
        part: Built | None = None,
        release_to: str | None = None,
    ) -> None:
        """Write a file, which may be there, or pictures into a new folder in `place`.

        Where not all is released, `part` is what is, by which the folder is named.
        """
        built = self._session.built
        if built is None:
            return
        from briefer.ui.dialogs.writing import WritingDialog

        named = (part or built).briefing
        title = marked_name(named, "") or named.title
        order = Order(
            self._session.briefing,
            built.records,
            self._session.places.templates,
            new_folder(place, title) if form == "pictures" else place,
            author,
            self._session.places.pictures,
            overwrite=form != "pictures",
            form=form,
            styles=self._session.styles,
            release_to=release_to,
            mark=self._session.places.mark,
        )
        dialog = WritingDialog(self._look, self._window, _WORDS[form].title, order, lane=self._lane)
        said = f"Exporting {order.target.name}"
        dialog.left.connect(
            lambda change: self._background.take(Running(change, said, lambda _: None))
        )
        dialog.open()
        dialog.start()

    def _built(self) -> None:
        if self._waits is not None and self._session.up_to_date:
            (form, folder, author), self._waits = self._waits, None
            self.ask(form, folder=folder, author=author)
