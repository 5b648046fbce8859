"""Import sources: a file read, looked through item by item, and taken over as one step.

In: the session, a lane to read in, a file. Out: one change of the library at Import, nothing
before. Must not know: formats of files.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.bibliography.plan import STATUSES, Choice, Plan, Status
from briefer.bibliography.reading import FORMATS
from briefer.errors import BrieferError, CancelledError, ConflictError
from briefer.ui.dialogs.sheet import Sheet
from briefer.ui.records.asking import ask, change
from briefer.ui.records.notice import Notice, Way
from briefer.ui.records.work import Done
from briefer.ui.session import Session
from briefer.ui.sources.beside import ItemDetail
from briefer.ui.sources.review import CHOICE_WORDS, Review
from briefer.ui.sources.table import ItemTable
from briefer.ui.sources.work import (
    NOT_READ,
    Library,
    counted,
    import_sources,
    library_of,
    read_plan,
)
from briefer.ui.tasks import Change, Lane
from briefer.ui.theme import Look
from briefer.ui.widgets.announce import announce
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.choice import Choice as ChoiceBox
from briefer.ui.widgets.job import JobRow
from briefer.ui.widgets.labels import Line, Rule
from briefer.ui.widgets.segments import Segment, Segments

_ALL = "all"
_SAFE = "Nothing is written until you import. One undo takes the whole import back."
_FOR_ALL = "For all shown…"


class ImportDialog(Sheet):
    """The items of a file, those of one status or all, and below them the one looked at."""

    file_wanted = Signal()
    """Another file is to be chosen."""

    def __init__(self, look: Look, parent: QWidget, session: Session, *, lane: Lane[None]) -> None:
        super().__init__(look, parent, "Import sources", "CSL-JSON, BibTeX or RIS")
        self._session = session
        self._lane = lane
        self._path: Path | None = None
        self._reading: Change | None = None
        self._keeping = self._stopped = False
        self.review: Review | None = None
        self.job = JobRow(look)
        self.notice = Notice(look)
        self.filter = Segments(
            look,
            [Segment(_ALL, "All"), *(Segment(name, words) for name, words in STATUSES.items())],
            name="Which of the sources are shown",
        )
        self.for_all = ChoiceBox(look, "Choose for all shown")
        self.table = ItemTable(look)
        self.detail = ItemDetail(look)
        self.safe = Line(look, _SAFE, role="meta", tone="text2")
        self._lay_out()
        self._add_buttons()
        self._connect()
        self.arrange(960, 720)
        self._show_review(None)

    def _lay_out(self) -> None:
        px = self.look.px
        top = QHBoxLayout()
        top.addWidget(self.filter)
        top.addStretch(1)
        top.addWidget(self.for_all)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setWidget(self.detail)
        self.detail.setAutoFillBackground(False)
        self._rule = Rule(self.look)
        self.table.setMinimumHeight(px(140))
        self._scroll.setMinimumHeight(px(140))
        column = QVBoxLayout(self.body)
        column.setContentsMargins(px(22), px(14), px(22), px(14))
        column.setSpacing(px(10))
        column.addWidget(self.notice)
        column.addWidget(self.job)
        column.addLayout(top)
        column.addWidget(self.table, 5)
        column.addWidget(self._rule)
        column.addWidget(self._scroll, 4)
        column.addWidget(self.safe)
        column.addStretch(0)  # takes the room only while the table is hidden
        self._parts = (self.table, self._rule, self._scroll, self.safe)

    def _add_buttons(self) -> None:
        look = self.look
        self.other_file = Button(look, "Choose another file…", icon="folder-open", height=34)
        self.footer.insertWidget(0, self.other_file)
        self.cancel = Button(look, "Cancel", height=34)
        self.add_button(self.cancel)
        self.take = Button(look, "Import", icon="file-import", weight="primary", height=34)
        self.add_button(self.take, main=True)

    def _connect(self) -> None:
        self.job.cancelled.connect(self._stop)
        self.filter.chosen.connect(lambda _: self._show_items())
        self.for_all.activated.connect(self._choose_for_all)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_current())
        self.table.toggled.connect(self._toggle)
        self.table.asked.connect(lambda _, choice: self._choose(choice))
        self.detail.chosen.connect(self._choose)
        self.other_file.clicked.connect(self.file_wanted)
        self.cancel.clicked.connect(self.reject)
        self.take.clicked.connect(self._import)

    # Reading

    def read(self, path: Path) -> None:
        """Read a file and show what importing it would do."""
        self._path, self._stopped = path, False
        self.notice.tell("")
        self._show_review(None)
        self.subtitle.set_text(path.name)
        self.job.begin(f"Reading {path.name}")
        ask(self, self._session.store_lane, library_of, self._begin, failed=self._failed)

    def _begin(self, library: Library) -> None:
        path = self._path
        if path is None or self._stopped:
            self._failed(CancelledError(NOT_READ))
            return
        reading = Change(self._lane, lambda steps: read_plan(path, library, steps))
        self._reading = reading
        reading.progressed.connect(self.job.tell)
        reading.finished.connect(self._read)
        reading.failed.connect(self._failed)
        reading.start()

    def _read(self, plan: Plan) -> None:
        self._reading = None
        self.job.end()
        whole = plan.bibliography
        told = (whole.name, counted(len(whole.items)), FORMATS[whole.format], whole.encoding)
        self.subtitle.set_text("  ·  ".join(told))
        if whole.notes:
            self.notice.tell(" ".join(whole.notes), tone="warning")
        self._show_review(Review(plan))
        self.table.setFocus()
        announce(self, f"{self.subtitle.words}. {self._counts()}")

    def _stop(self) -> None:
        self._stopped = True
        if self._reading is not None:
            self._reading.cancel()

    def _failed(self, error: Exception) -> None:
        """Say in the dialog what went wrong, and where in the file."""
        self._reading, self._keeping = None, False
        self.job.end()
        self._fit()
        if isinstance(error, CancelledError):
            self.notice.tell(
                "The file was not read to its end. Nothing was imported.", self._ways()
            )
            return
        if not isinstance(error, BrieferError):
            self.notice.tell("Nothing was imported.", self._ways(), tone="danger")
            self._session.failed.emit(error)
            return
        words = str(error)
        if isinstance(error, ConflictError):
            words = f"The library was changed meanwhile, and nothing was imported. {error.message}"
        self.notice.tell(words, self._ways(), tone="danger")

    def _ways(self) -> list[Way]:
        path = self._path
        return [("Read it again", "secondary", lambda: self.read(path))] if path else []

    # Looking through

    def _show_review(self, review: Review | None) -> None:
        self.review = review
        counts = review.plan.counts if review else {}
        total = len(review.plan.items) if review else 0
        numbers = {_ALL: ("All", total)}
        numbers |= {name: (words, counts.get(name, 0)) for name, words in STATUSES.items()}
        for name, button in self.filter.buttons.items():
            words, number = numbers[name]
            button.setText(f"{words} {number:,}")
            button.setAccessibleName(f"{words}, {number:,}")
            button.setVisible(name == _ALL or bool(number))
            button.updateGeometry()
        self.filter.show_value(_ALL)
        self.for_all.clear()
        self.for_all.addItem(_FOR_ALL)
        offered = {one for item in review.plan.items for one in item.offered} if review else set()
        self._offered: list[Choice] = [name for name in CHOICE_WORDS if name in offered]
        for name in self._offered:
            self.for_all.addItem(CHOICE_WORDS[name])
        for widget in (*self._parts, self.filter, self.for_all):
            widget.setVisible(review is not None)
        self._show_items()

    def _show_items(self) -> None:
        review = self.review
        value = self.filter.value
        items = review.items(None if value == _ALL else _status(value)) if review else ()
        self.table.items.show(review, items)
        self.table.set_row(0 if items else -1)
        self._show_current()
        self._fit()

    def _show_current(self) -> None:
        if self.review is not None:
            self.detail.show_item(self.review, self.table.current)
            self._scroll.verticalScrollBar().setValue(0)

    def _counts(self) -> str:
        counts = self.review.plan.counts if self.review else {}
        return ", ".join(f"{STATUSES[name]}: {n:,}" for name, n in counts.items() if n)

    # Choosing

    def _toggle(self, row: int) -> None:
        if self.review is not None:
            self.review.toggle(self.table.items.items[row])
            self._chosen()

    def _choose(self, choice: Choice) -> None:
        item = self.table.current
        if self.review is not None and item is not None and self.review.choose([item], choice):
            self._chosen()

    def _choose_for_all(self, row: int) -> None:
        self.for_all.setCurrentIndex(0)
        if self.review is not None and row > 0:
            choice = self._offered[row - 1]
            count = self.review.choose(self.table.items.items, choice)
            self._chosen()
            announce(self, f"{CHOICE_WORDS[choice]}: {counted(count)}")

    def _chosen(self) -> None:
        self.table.items.refresh()
        item = self.table.current
        if item is not None and self.review is not None:
            self.detail.choices.show_value(self.review.choice(item))
        self._fit()

    def _fit(self) -> None:
        count = self.review.count if self.review else 0
        self.take.set_words(f"Import {counted(count)}" if count else "Import")
        self.take.setEnabled(count > 0 and not self._keeping)

    # Keeping

    def _import(self) -> None:
        review = self.review
        if review is None or self._keeping:
            return
        self._keeping = True
        self._fit()
        self.job.begin(f"Adding {counted(review.count)}")
        choices, by = dict(review.choices), self._session.author
        change(
            self,
            self._session,
            lambda store: import_sources(store, review.plan, choices, by=by),
            self._kept,
            failed=self._failed,
        )

    def _kept(self, done: Done) -> None:
        """Tell what was done; the dialog has nothing more to do."""
        self._keeping = False
        self.job.end()
        self._show_review(None)
        self.notice.tell(done.told, tone="success")
        for button in (self.other_file, self.take):
            button.hide()
        self.cancel.set_words("Done")
        self.set_main(self.cancel)
        self.cancel.setFocus()

    @override
    def reject(self) -> None:
        """Close; what is read is read no further, what is being written is waited for."""
        if not self._keeping:
            self._stop()
            super().reject()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Close as Escape does."""
        if self._keeping:
            event.ignore()
            return
        self._stop()
        super().closeEvent(event)


def _status(name: str) -> Status:
    """Return a status by its name."""
    return next(status for status in STATUSES if status == name)
