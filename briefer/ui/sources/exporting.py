"""Export sources: which, in which format, to which file.

In: the session, what is chosen in the library. Out: a file, written whole or not at all. Must not
know: formats of files.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from briefer.bibliography.reading import FORMATS
from briefer.bibliography.writing import SUFFIXES, WRITERS
from briefer.errors import ExportError
from briefer.records import Ref, Source
from briefer.store import Store
from briefer.ui.dialogs.sheet import Sheet
from briefer.ui.records.asking import ask
from briefer.ui.records.notice import Notice, Way
from briefer.ui.session import Session
from briefer.ui.sources.work import counted
from briefer.ui.tasks import Lane, Query
from briefer.ui.theme import Look
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.checks import CheckBox
from briefer.ui.widgets.choice import Choice
from briefer.ui.widgets.file_dialog import FileDialog
from briefer.ui.widgets.labels import Label
from briefer.writers.target import replacing

_WHICH = {
    "all": "All of the library",
    "briefing": "Those of this briefing",
    "chosen": "Those of the records chosen",
}
_HINTS = {
    "csl-json": "Zotero, Pandoc and other programs that use citation styles",
    "bibtex": "LaTeX, JabRef, BibDesk; with biblatex’s dates",
    "ris": "EndNote, Mendeley, RefWorks and most databases",
}


def sources_of(store: Store, refs: Sequence[Ref] | None) -> tuple[Source, ...]:
    """Return the sources among records and those that they cite; None: all of the library."""
    if refs is None:
        return tuple(one for one in store.all("source") if isinstance(one, Source))
    records = store.get_many(refs)
    named: dict[Ref, None] = {}
    for record in records.values():
        of_record = [citation.source for citation in record.citations]
        named |= dict.fromkeys([record.id] if isinstance(record, Source) else of_record)
    return tuple(one for one in store.get_many(named).values() if isinstance(one, Source))


def write_sources(target: Path, sources: Sequence[Source], format_: str, *, notes: bool) -> int:
    """Write sources to a file and return how many; raise ExportError where it cannot be."""
    text = WRITERS[format_](sources, notes=notes)
    with replacing(target, overwrite=True) as stream:
        stream.write(text.encode("utf-8"))
    return len(sources)


class ExportSourcesDialog(Sheet):
    """Which sources, the format, and whether notes go along."""

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        session: Session,
        *,
        lane: Lane[None],
        chosen: Sequence[Ref],
        cited: Sequence[Ref],
        folder: Path,
    ) -> None:
        super().__init__(look, parent, "Export sources", "To a file that other programs read.")
        self._session = session
        self._lane = lane
        self._folder = folder
        self._refs: dict[str, Sequence[Ref] | None] = {
            "all": None,
            "briefing": tuple(cited),
            "chosen": tuple(chosen),
        }
        self._found: dict[str, tuple[Source, ...]] = {}
        self.which = Choice(look, "Which sources")
        self.format = Choice(look, "Format")
        self.hint = Label(look, role="meta", tone="text2", wrap=True)
        self.notes = CheckBox(look, "Write notes too, with where attached files lie")
        self.notice = Notice(look)
        self._lay_out()
        self._fill()
        self.arrange(480)
        refs = self._refs
        ask(
            self,
            session.store_lane,
            lambda store: {name: sources_of(store, of) for name, of in refs.items()},
            self._count,
            failed=self._failed,
        )

    def _lay_out(self) -> None:
        look, px = self.look, self.look.px
        column = QVBoxLayout(self.body)
        column.setContentsMargins(px(22), px(14), px(22), px(14))
        column.setSpacing(px(8))
        for words, choice in (("Which", self.which), ("Format", self.format)):
            row = QHBoxLayout()
            label = Label(look, words, role="control")
            label.setFixedWidth(px(80))
            row.addWidget(label)
            row.addWidget(choice, 1)
            column.addLayout(row)
        for widget in (self.hint, self.notes, self.notice):
            column.addWidget(widget)
        column.addStretch(1)
        self.cancel = Button(look, "Close", height=34)
        self.cancel.clicked.connect(self.finish)
        self.add_button(self.cancel)
        self.save = Button(look, "Export…", icon="file-export", weight="primary", height=34)
        self.save.clicked.connect(self._ask_target)
        self.save.setEnabled(False)
        self.add_button(self.save, main=True)

    def _fill(self) -> None:
        for name, words in FORMATS.items():
            self.format.addItem(words, name)
        self.format.currentIndexChanged.connect(lambda _: self._fit())
        self.which.currentIndexChanged.connect(lambda _: self._fit())
        self._fit()

    def _count(self, found: Mapping[str, tuple[Source, ...]]) -> None:
        self._found = dict(found)
        for name, sources in self._found.items():
            if sources or name == "all":
                self.which.addItem(f"{_WHICH[name]} ({counted(len(sources))})", name)
        self._fit()
        self.which.setFocus(Qt.FocusReason.TabFocusReason)

    def _fit(self) -> None:
        self.hint.setText(_HINTS.get(self._format(), ""))
        self.save.setEnabled(bool(self._sources()))

    def _format(self) -> str:
        return str(self.format.currentData() or "")

    def _sources(self) -> tuple[Source, ...]:
        return self._found.get(str(self.which.currentData()), ())

    def _ask_target(self) -> None:
        suffix = SUFFIXES[self._format()]
        dialog = FileDialog(self.look, self, "Export sources", self._folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix[1:])
        dialog.setNameFilter(f"{FORMATS[self._format()]} (*{suffix});;All files (*)")
        dialog.selectFile(f"sources{suffix}")
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.open()

    def write(self, target: Path) -> None:
        """Write what is chosen to a file, in the lane."""
        sources, format_, notes = self._sources(), self._format(), self.notes.isChecked()
        store = self._session.places.store
        if target.resolve() == store.resolve():
            self._failed(ExportError(f"{target.name} is your library.", hint="Choose another."))
            return
        self.save.setEnabled(False)

        def written(count: int) -> None:
            self._written(target, count)

        Query(
            self._lane,
            lambda _: write_sources(target, sources, format_, notes=notes),
            written,
            failed=self._failed,
        )

    def _written(self, target: Path, count: int) -> None:
        self._fit()
        folder: Way = ("Open folder", "secondary", lambda: self._open(target.parent))
        self.notice.tell(f"Wrote {target.name}: {counted(count)}.", [folder], tone="success")
        self.arrange(480)

    def _open(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.notice.tell(f"This computer has no program to open {folder}.")

    def _failed(self, error: Exception) -> None:
        self._fit()
        self.notice.tell(str(error), tone="danger")
        self.arrange(480)
