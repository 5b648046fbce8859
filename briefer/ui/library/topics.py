"""The topics of the library: each with how many records have it, and the way to these records.

In: the session. Out: `wanted`, a topic whose records are to be shown. Must not know: the filters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefer.records.vocabulary import TOPICS
from briefer.store import Store
from briefer.ui.dialogs.sheet import Sheet
from briefer.ui.library.facts import SHOWN_TYPES
from briefer.ui.library.finding import Pick
from briefer.ui.records.asking import ask
from briefer.ui.session import Session
from briefer.ui.theme import Look
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.rows import Row, RowList


class TopicsDialog(Sheet):
    """All topics in order of their names; Enter shows the records of one."""

    wanted = Signal(object)
    """The topic chosen, a `Pick`."""

    def __init__(self, look: Look, parent: QWidget, session: Session) -> None:
        super().__init__(look, parent, "Topics", "What the records of the library are about.")
        self._session = session
        self._topics = sorted(TOPICS, key=TOPICS.label)
        self._counts: Mapping[str, int] | None = None
        self.list = RowList(look, "Topics", most=14)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(look.px(14), look.px(10), look.px(14), look.px(10))
        column.addWidget(self.list, 1)
        close = Button(look, "Close", height=34)
        close.clicked.connect(self.finish)
        self.add_button(close)
        self.show_records = Button(look, "Show records", weight="primary", height=34)
        self.show_records.clicked.connect(self._choose)
        self.add_button(self.show_records, main=True)
        self.list.activated.connect(lambda _: self._choose())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._fit())
        session.library_changed.connect(self.refresh)
        session.built_changed.connect(self._show)
        self._show()
        self.list.set_row(0)
        self.arrange(520, 560)
        self.list.setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Count the records of each topic as they stand."""
        ask(self, self._session.reading_lane, counted, self._take, key="topics")

    def _take(self, counts: Mapping[str, int]) -> None:
        self._counts = counts
        self._show()

    def _show(self) -> None:
        shown = self._in_briefing()
        rows = []
        for topic in self._topics:
            count = self._counts.get(topic, 0) if self._counts is not None else None
            note = "" if count is None else _records(count)
            if shown[topic]:
                note = f"{note}  ·  {shown[topic]:,} in the briefing" if note else note
            rows.append(Row(TOPICS.label(topic), note=note))
        self.list.rows.show(rows)
        self._fit()

    def _in_briefing(self) -> Counter[str]:
        """Return how many records of each topic slides show."""
        built = self._session.built
        records = built.records if built else {}
        showing = self._session.slides_showing()
        return Counter(t for ref in showing if ref in records for t in records[ref].topics)

    @property
    def chosen(self) -> Pick | None:
        """The topic chosen, as a filter takes it; None where no record has it."""
        row, counts = self.list.row, self._counts or {}
        topic = self._topics[row] if 0 <= row < len(self._topics) else ""
        count = counts.get(topic, 0)
        return Pick(topic, TOPICS.label(topic), count) if count else None

    def _fit(self) -> None:
        self.show_records.setEnabled(self.chosen is not None)

    def _choose(self) -> None:
        pick = self.chosen
        if pick is not None:
            self.finish()
            self.wanted.emit(pick)


def counted(store: Store) -> Mapping[str, int]:
    """Return how many records, of the types that slides are made of, have each topic."""
    found = store.search("", types=SHOWN_TYPES, limit=1, facets=("topic",))
    return {value.value: value.count for value in found.facets["topic"]}


def _records(count: int) -> str:
    return "no records" if not count else f"{count:,} record{'' if count == 1 else 's'}"
