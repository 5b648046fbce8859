"""Two records beside each other, field by field: what differs first, then what is the same.

In: two records and what they name. Out: nothing. Must not know: the store.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayoutItem, QWidget

from briefer.ui.library.facts import Linked
from briefer.ui.records.pairs import Line, Pair, compared
from briefer.ui.records.work import name_of
from briefer.ui.theme import Look
from briefer.ui.widgets.labels import Label, Rule

_NOTHING = "nothing"


class Beside(QWidget):
    """A table of fields with a column for each of two records."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.lines: tuple[Line, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(16))
        self._grid.setVerticalSpacing(look.px(6))
        for column, stretch in enumerate((0, 1, 1)):
            self._grid.setColumnStretch(column, stretch)
        self._grid.setColumnMinimumWidth(0, look.px(110))

    def show_pair(
        self, pair: Pair | None, linked: Linked, *, heads: tuple[str, str] | None = None
    ) -> None:
        """Show two records, or nothing; `heads` are words over the columns."""
        self._clear()
        self.lines = compared(pair, linked) if pair else ()
        if pair is None:
            self.setAccessibleName("")
            return
        for column, words in enumerate(heads or (), start=1):
            head = Label(self._look, words, role="meta_strong", tone="text2")
            self._put(head, 0, column)
        names = (name_of(pair.one, linked), name_of(pair.other, linked))
        self.setAccessibleName(f"{names[0]} beside {names[1]}")
        differing = [line for line in self.lines if not line.same]
        self._head("What differs" if differing else "Nothing differs")
        for line in differing:
            self._add(line.label, line.one or _NOTHING, line.other or _NOTHING)
        same = [line for line in self.lines if line.same]
        if same:
            self._head("What is the same")
        for line in same:
            row = self._grid.rowCount()
            self._put(Label(self._look, line.label, role="meta", tone="text2"), row, 0)
            said = Label(self._look, line.one, role="small", tone="text2", wrap=True)
            self._grid.addWidget(said, row, 1, 1, 2)

    def _add(self, label: str, one: str, other: str) -> None:
        row = self._grid.rowCount()
        self._put(Label(self._look, label, role="meta", tone="text2"), row, 0)
        for column, said in ((1, one), (2, other)):
            tone = "text2" if said == _NOTHING else "text"
            label_ = Label(self._look, said, role="small", tone=tone, wrap=True)
            label_.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._put(label_, row, column)

    def _head(self, words: str) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(Rule(self._look), row, 0, 1, 3)
        self._grid.addWidget(Label(self._look, words, role="meta_strong"), row + 1, 0, 1, 3)

    def _put(self, widget: QWidget, row: int, column: int) -> None:
        self._grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignTop)

    def _clear(self) -> None:
        item: QLayoutItem | None
        while item := self._grid.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
