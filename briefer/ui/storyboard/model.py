"""The pages of the briefing as a row of slides, and what dropping on them does.

In: a built briefing. Out: rows for the view; edits for the session. Must not know: painting.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from briefer.layout.boxes import Page
from briefer.pipeline import Built
from briefer.records.base import Record, Ref
from briefer.storyboard import edits
from briefer.ui.library.model import RECORDS_MIME, dragged_refs
from briefer.ui.session import Session

CARDS_MIME = "application/x-briefer-cards+json"
"""What a slide is dragged as: a JSON list of flat card indexes."""

SOURCES_SECTION = "Sources"

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class StripRow:
    """A page in its section, or (`page` None) a section that waits for its first slide.

    Sections are counted from 0; -1 is that of the slides added by themselves.
    """

    section: int
    title: str
    page: Page | None
    at: int
    """The flat index of the page's card, or where a slide dropped here would stand."""
    starts: bool = False
    severity: str = ""

    @property
    def card(self) -> int | None:
        """The flat index of the card, or None."""
        return self.page.card if self.page else None


@dataclass(frozen=True, slots=True)
class Drop:
    """Where something is dropped: at a flat index in a section, or `on` the slide of a card."""

    at: int
    section: int | None = None
    on: int | None = None


def rows_of(built: Built) -> tuple[StripRow, ...]:
    """Return the rows of a built briefing: pages, empty sections, then the sources."""
    severities = _severities(built)
    pages: dict[int | None, list[Page]] = {}
    for page in built.pages:
        pages.setdefault(page.card, []).append(page)
    rows: list[StripRow] = []
    at = 0
    for number, section in enumerate(built.briefing.sections):
        start = len(rows)
        for _ in section.cards:
            rows += (
                StripRow(number, section.title, page, at, severity=severities.get(at, ""))
                for page in pages.get(at, [])
            )
            at += 1
        if not section.cards:
            rows.append(StripRow(number, section.title, None, at))
        _mark_start(rows, start)
    start = len(rows)
    rows += (StripRow(-1, SOURCES_SECTION, page, at) for page in pages.get(None, []))
    _mark_start(rows, start)
    return tuple(rows)


def _mark_start(rows: list[StripRow], start: int) -> None:
    if start < len(rows):
        row = rows[start]
        rows[start] = StripRow(
            row.section, row.title, row.page, row.at, starts=True, severity=row.severity
        )


def _severities(built: Built) -> dict[int, str]:
    """Return the worst finding about each card; notes do not count."""
    worst: dict[int, str] = {}
    for finding in built.findings:
        if finding.card is not None and finding.severity != "note":
            worst.setdefault(finding.card, finding.severity)
    return worst


class StripModel(QAbstractListModel):
    """The rows of the storyboard; slides move by drop."""

    def __init__(self, session: Session, find: Callable[[Ref], Record | None]) -> None:
        super().__init__()
        self._session = session
        self._find = find
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
            return _spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole and row.page:
            return f"{row.page.number}  {row.page.title}"
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that slides of cards can be dragged; dropping is judged by `can_drop`."""
        flags = Qt.ItemFlag.ItemNeverHasChildren | Qt.ItemFlag.ItemIsDropEnabled
        if index.isValid() and index.row() < len(self._rows):
            row = self._rows[index.row()]
            if row.page is not None:
                flags |= Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            if row.card is not None:
                flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    @override
    def mimeTypes(self) -> list[str]:
        """Return what can be dropped."""
        return [CARDS_MIME, RECORDS_MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the cards of rows as a list of flat indexes."""
        cards = {self._rows[index.row()].card for index in indexes} - {None}
        data = QMimeData()
        data.setData(
            CARDS_MIME, QByteArray(json.dumps(sorted(c for c in cards if c is not None)).encode())
        )
        return data

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
            return self.drop(data, Drop(0, on=self._rows[parent.row()].card))
        if 0 <= row < len(self._rows):
            return self.drop(data, Drop(self._rows[row].at, self._section(row)))
        return self.drop(data, Drop(len(self._session.briefing.cards)))

    def can_drop(self, data: QMimeData) -> bool:
        """Return whether something dragged is of use here."""
        return bool(dragged_refs(data)) or bool(dragged_cards(data))

    def drop(self, data: QMimeData, place: Drop) -> bool:
        """Move the slides or add the records that are dropped; return whether anything was done."""
        if self._session.built is not None and not self._session.up_to_date:
            return False  # the rows under the pointer are no longer those of the briefing
        refs, cards = dragged_refs(data), dragged_cards(data)
        records = [record for record in map(self._find, refs) if record is not None]
        if records and place.on is not None:
            self._session.add_to_slide(records, place.on)
        elif records:
            self._session.add(records, place.at, section=place.section)
        elif cards:
            self._move(cards, place)
        return bool(records or cards)

    def _move(self, cards: Sequence[int], place: Drop) -> None:
        briefing = self._session.briefing
        moved = [card for card in cards if 0 <= card < len(briefing.cards)]
        at = place.at if place.on is None else place.on
        if moved:
            target = at - sum(card < at for card in moved)
            self._session.do(edits.move_cards(briefing, moved, target, section=place.section))

    def _section(self, row: int) -> int | None:
        section = self._rows[row].section
        return section if section >= 0 else None


def dragged_cards(data: QMimeData) -> tuple[int, ...]:
    """Return the flat indexes of the slides that are being dragged, none if something else is."""
    if not data.hasFormat(CARDS_MIME):
        return ()
    try:
        found = json.loads(bytes(data.data(CARDS_MIME).data()))
    except ValueError:
        return ()
    return tuple(n for n in found if isinstance(n, int)) if isinstance(found, list) else ()


def _spoken(row: StripRow) -> str:
    if row.page is None:
        return f"Section {row.title}, no slides yet"
    part = f"part {row.page.part} of {row.page.parts}" if row.page.parts > 1 else ""
    parts = (
        f"Slide {row.page.number}",
        row.page.title,
        part,
        f"section {row.title}" if row.title else "",
        {"error": "has an error", "warning": "has a warning"}.get(row.severity, ""),
    )
    return ", ".join(part for part in parts if part)
