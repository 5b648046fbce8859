"""The pages of the briefing as a row of slides, and how they are dragged and dropped.

In: rows. Out: what views and assistive programs show. Must not know: painting.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from briefer.layout.boxes import Page
from briefer.ui.storyboard.dropping import Drops
from briefer.ui.storyboard.rows import Drop, StripRow, spoken

Index = QModelIndex | QPersistentModelIndex


class StripModel(QAbstractListModel):
    """The rows of strip and grid; slides move by drop."""

    def __init__(self, drops: Drops) -> None:
        super().__init__()
        self.drops = drops
        self._rows: tuple[StripRow, ...] = ()

    @property
    def rows(self) -> tuple[StripRow, ...]:
        """The rows as they stand."""
        return self._rows

    def show(self, rows: tuple[StripRow, ...]) -> None:
        """Show other rows; as many as before are changed in place, so that nothing scrolls."""
        if len(rows) == len(self._rows):
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            self.layoutChanged.emit()
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, page: Page | None) -> int:
        """Return the row of a page by its number, or -1."""
        return next(
            (n for n, row in enumerate(self._rows) if page and row.page and row.page is page),
            -1,
        )

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what views and assistive programs ask of a row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.page.title if row.page else row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole and row.page:
            return f"{row.page.number}  {row.page.title}"
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that rows can be chosen, and slides of cards dragged."""
        flags = Qt.ItemFlag.ItemNeverHasChildren | Qt.ItemFlag.ItemIsDropEnabled
        if index.isValid() and index.row() < len(self._rows):
            flags |= Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            if self._rows[index.row()].card is not None:
                flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    @override
    def mimeTypes(self) -> list[str]:
        """Return what can be dropped."""
        return self.drops.mimes

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the slides of rows."""
        cards = {self._rows[index.row()].card for index in indexes}
        return self.drops.data(sorted(card for card in cards if card is not None))

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        """Return that slides move and records are copied."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Drop before a row, at the end (`row` -1), or on the slide of `parent`."""
        if parent.isValid():
            return self.drops.drop(data, Drop(0, on=self._rows[parent.row()].card))
        if 0 <= row < len(self._rows):
            return self.drops.drop(data, Drop(self._rows[row].at, self._rows[row].home))
        end = max((item.at + (item.card is not None) for item in self._rows), default=0)
        return self.drops.drop(data, Drop(end))
