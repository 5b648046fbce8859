"""The records found, as a list for the view; what they say when dragged."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from briefer.records.base import Ref
from briefer.ui.library.facts import LibraryCard, spoken

RECORDS_MIME = "application/x-briefer-ids+json"
"""What a card is dragged as: a JSON list of record ids."""

_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)
"""Made once: views ask for them again and again."""

Index = QModelIndex | QPersistentModelIndex


class LibraryModel(QAbstractListModel):
    """The hits of the last search, best first; `more_wanted` is sent at the end of the list."""

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: list[LibraryCard] = []
        self._showing: Mapping[Ref, tuple[int, ...]] = {}
        self._total = 0
        self._waiting = False

    def show(self, cards: Sequence[LibraryCard], *, total: int) -> None:
        """Show other cards, the first of so many in all."""
        self.beginResetModel()
        self._cards = list(cards)
        self._total, self._waiting = total, False
        self.endResetModel()

    def extend(self, cards: Sequence[LibraryCard], *, total: int) -> None:
        """Show more cards; `cards` begin with those that are shown."""
        known = len(self._cards)
        shown = [card.record.id for card in self._cards]
        if [card.record.id for card in cards[:known]] != shown or len(cards) == known:
            # The library was changed meanwhile.
            self.show(cards, total=len(cards) if len(cards) == known else total)
            return
        self.beginInsertRows(QModelIndex(), known, len(cards) - 1)
        self._cards += cards[known:]
        self._total, self._waiting = total, False
        self.endInsertRows()

    @property
    def total(self) -> int:
        """How many records were found, listed or not."""
        return self._total

    @override
    def canFetchMore(self, parent: Index) -> bool:
        """Return whether more records were found than are listed, and none are on their way."""
        return not self._waiting and len(self._cards) < self._total

    @override
    def fetchMore(self, parent: Index) -> None:
        """Ask for more records."""
        self._waiting = True
        self.more_wanted.emit()

    def set_showing(self, showing: Mapping[Ref, tuple[int, ...]]) -> None:
        """Mark the records that slides of the briefing show; a view lays out anew what changed."""
        before, self._showing = self._showing, showing
        if before is showing:
            return
        refs = [card.record.id for card in self._cards]
        news = [row for row, ref in enumerate(refs) if before.get(ref) != showing.get(ref)]
        if news:
            self.dataChanged.emit(self.index(news[0]), self.index(news[-1]))

    def card(self, index: Index) -> LibraryCard:
        """Return the card of a row."""
        return self._cards[index.row()]

    def slides(self, index: Index) -> tuple[int, ...]:
        """Return the slides that show the record of a row."""
        return self._showing.get(self.card(index).record.id, ())

    def in_briefing(self) -> int:
        """Return how many of the records are on a slide."""
        return sum(card.record.id in self._showing for card in self._cards)

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many records were found."""
        return 0 if parent is not None and parent.isValid() else len(self._cards)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what views and assistive programs ask of a row."""
        if not index.isValid():
            return None
        facts = self.card(index).facts
        if role == Qt.ItemDataRole.DisplayRole:
            return facts.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(facts, self.slides(index))
        if role == Qt.ItemDataRole.ToolTipRole:
            heads = (facts.lead, facts.citation)
            return "\n".join((" · ".join(part for part in heads if part), facts.name))
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
        """Return rows as a list of ids, in order."""
        rows = sorted(indexes, key=lambda index: index.row())
        return record_data([self.card(index).record.id for index in rows])


def record_data(refs: Sequence[Ref]) -> QMimeData:
    """Return records as what they are dragged as, which `dragged_refs` reads."""
    data = QMimeData()
    data.setData(RECORDS_MIME, QByteArray(json.dumps(list(refs)).encode()))
    return data


def dragged_refs(data: QMimeData) -> tuple[Ref, ...]:
    """Return the record ids that are being dragged, none if something else is."""
    if not data.hasFormat(RECORDS_MIME):
        return ()
    try:
        found = json.loads(bytes(data.data(RECORDS_MIME).data()))
    except (ValueError, RecursionError):
        return ()
    if not isinstance(found, list):
        return ()
    return tuple(ref for ref in found if isinstance(ref, str))
