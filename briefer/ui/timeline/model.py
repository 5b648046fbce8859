"""The entries of the timeline as a list, lane after lane: what views and assistive programs read.

In: a reading and what lanes stand for. Out: a row for every entry in every lane. Must not know:
where anything is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from briefer.records import Record, Ref
from briefer.ui.library.facts import spoken
from briefer.ui.library.model import RECORDS_MIME, record_data
from briefer.ui.timeline.laying import Table
from briefer.ui.timeline.marks import precision_words
from briefer.ui.timeline.reading import Entry, Lane

Index = QModelIndex | QPersistentModelIndex
_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)
"""Made once: thousands of rows are asked for them when all are selected."""


class TimelineModel(QAbstractListModel):
    """Rows in the order of the lanes, in each by date; a record may have several."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = Table()
        self._showing: Mapping[Ref, tuple[int, ...]] = {}

    def show(self, table: Table) -> None:
        """Show other entries, or the same in other lanes."""
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def set_showing(self, showing: Mapping[Ref, tuple[int, ...]]) -> None:
        """Mark the records that slides of the briefing show."""
        before, self._showing = self._showing, showing
        if self.table.rows and before is not showing:
            self.dataChanged.emit(self.index(0), self.index(len(self.table.rows) - 1))

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """The lanes from the top."""
        return self.table.lanes

    def entry(self, row: int) -> Entry:
        """Return the entry of a row."""
        return self.table.rows[row][0]

    def lane(self, row: int) -> Lane:
        """Return the lane of a row."""
        return self.table.rows[row][1]

    def rows_of(self, ref: Ref) -> Sequence[int]:
        """Return the rows of a record, one a lane."""
        return self.table.of.get(ref, ())

    def slides(self, row: int) -> tuple[int, ...]:
        """Return the slides that show the record of a row."""
        return self._showing.get(self.entry(row).record.id, ())

    def records(self, rows: Sequence[int]) -> list[Record]:
        """Return the records of rows, each once, in order of date."""
        found = {self.entry(row).record.id: self.entry(row).record for row in rows}
        return [found[ref] for ref in sorted(found, key=self.table.order.__getitem__)]

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.table.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what views and assistive programs ask of a row."""
        if not index.isValid():
            return None
        entry, lane = self.table.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.facts.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{spoken(entry.facts, self.slides(index.row()))}, lane {lane.name}"
        if role == Qt.ItemDataRole.ToolTipRole:
            heads = (entry.date.short, precision_words(entry.date), entry.facts.citation)
            return "\n".join((" · ".join(part for part in heads if part), entry.facts.name))
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that rows can be selected and dragged."""
        return _FLAGS

    @override
    def mimeTypes(self) -> list[str]:
        """Return as what rows are dragged."""
        return [RECORDS_MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the records of rows as a list of ids, in order of date."""
        refs = [record.id for record in self.records([index.row() for index in indexes])]
        return record_data(refs)
