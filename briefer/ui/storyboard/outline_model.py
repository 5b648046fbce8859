"""The outline as a tree: sections, under them slides, under these their lines.

In: chapters, the session. Out: what views and assistive programs show; renaming as edits. Must not
know: painting.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from briefer.storyboard import edits
from briefer.ui.session import Session
from briefer.ui.storyboard.chapters import Chapter, Entry
from briefer.ui.storyboard.dropping import Drops
from briefer.ui.storyboard.rows import StripRow

Index = QModelIndex | QPersistentModelIndex
_STATES = {"error": "has an error", "warning": "has a warning"}
_SHIFT = 20
"""Ids of indexes: 0 for a section, else its number + 1, and from this bit on the slide's + 1."""


_PLAIN = Qt.ItemFlag.ItemIsDropEnabled | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_LINE = _PLAIN | Qt.ItemFlag.ItemNeverHasChildren
_NAMED = _PLAIN | Qt.ItemFlag.ItemIsEditable
_SLIDE = _NAMED | Qt.ItemFlag.ItemIsDragEnabled
"""Flags of lines, sections and slides, made once: hundreds of rows are asked for them."""


class OutlineModel(QAbstractItemModel):
    """Sections, slides and lines; slides and sections can be renamed."""

    def __init__(self, session: Session, drops: Drops) -> None:
        super().__init__()
        self._session = session
        self.drops = drops
        self._chapters: tuple[Chapter, ...] = ()
        self.strip: tuple[StripRow, ...] = ()
        """The same slides as rows of the strip, by which places are told in words."""

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """The sections as they stand."""
        return self._chapters

    def show(self, chapters: tuple[Chapter, ...], strip: tuple[StripRow, ...]) -> None:
        """Show other chapters, in place where as many slides have as many lines as before."""
        self.strip = strip
        same = [one.shape for one in chapters] == [one.shape for one in self._chapters]
        if same:
            self._chapters = chapters
            self._tell_changed()
            return
        self.beginResetModel()
        self._chapters = chapters
        self.endResetModel()

    def _tell_changed(self) -> None:
        for row in range(len(self._chapters)):
            top = self.index(row, 0)
            self.dataChanged.emit(top, top)
            last = self.rowCount(top) - 1
            if last >= 0:
                self.dataChanged.emit(self.index(0, 0, top), self.index(last, 0, top))
        self.layoutChanged.emit()

    # What a row is

    def chapter(self, index: Index) -> Chapter | None:
        """Return the section of a row, whatever the row is."""
        if not index.isValid():
            return None
        inner = index.internalId() & ((1 << _SHIFT) - 1)
        number = inner - 1 if inner else index.row()
        return self._chapters[number] if number < len(self._chapters) else None

    def entry(self, index: Index) -> Entry | None:
        """Return the slide of a row: that of the slide itself or of one of its lines."""
        chapter = self.chapter(index)
        if chapter is None or not index.internalId():
            return None
        slide = index.internalId() >> _SHIFT
        row = slide - 1 if slide else index.row()
        return chapter.entries[row] if row < len(chapter.entries) else None

    def line(self, index: Index) -> str:
        """Return the line of a row, "" where it is a section or a slide."""
        entry = self.entry(index)
        if entry is None or not index.internalId() >> _SHIFT:
            return ""
        return entry.lines[index.row()] if index.row() < len(entry.lines) else ""

    def is_line(self, index: Index) -> bool:
        """Return whether a row is a line of a slide."""
        return index.isValid() and bool(index.internalId() >> _SHIFT)

    def of_card(self, *cards: int | None) -> list[QModelIndex]:
        """Return the rows of the slides of cards (None: of those added by themselves)."""
        among = set(cards)
        return [
            self.createIndex(row, 0, number + 1)
            for number, chapter in enumerate(self._chapters)
            for row, entry in enumerate(chapter.entries)
            if entry.card in among
        ]

    # What Qt asks of a model

    @override
    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """Return the index of a row under another one."""
        if parent is None or not parent.isValid():
            inside = 0 <= row < len(self._chapters)
            return self.createIndex(row, column, 0) if inside else QModelIndex()
        if not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        if not parent.internalId():
            return self.createIndex(row, column, parent.row() + 1)
        number = parent.internalId() | (parent.row() + 1) << _SHIFT
        return self.createIndex(row, column, number)

    @overload
    def parent(self) -> QObject: ...

    @overload
    def parent(self, child: Index) -> QModelIndex: ...

    @override
    def parent(self, child: Index | None = None) -> QModelIndex | QObject | None:
        """Return the slide of a line, the section of a slide; without a row, the model's owner."""
        if child is None:
            return super().parent()
        number = child.internalId() if child.isValid() else 0
        if not number:
            return QModelIndex()
        inner, slide = number & ((1 << _SHIFT) - 1), number >> _SHIFT
        if slide:
            return self.createIndex(slide - 1, 0, inner)
        return self.createIndex(inner - 1, 0, 0)

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows stand under a row."""
        if parent is None or not parent.isValid():
            return len(self._chapters)
        if parent.column() or self.is_line(parent):
            return 0
        if parent.internalId():
            entry = self.entry(parent)
            return len(entry.lines) if entry is not None else 0
        return len(self._chapters[parent.row()].entries)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        """Return that there is one column."""
        return 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what views and assistive programs ask of a row."""
        chapter, entry = self.chapter(index), self.entry(index)
        if chapter is None:
            return None
        words = self.line(index) or (entry.page.title if entry else chapter.title)
        roles = Qt.ItemDataRole
        if role == roles.EditRole and entry is not None and not self.is_line(index):
            return entry.page.plain_title
        if role in (roles.DisplayRole, roles.EditRole):
            return words
        if role == roles.ToolTipRole and entry is not None:
            return words
        if role == roles.AccessibleTextRole:
            return words if self.is_line(index) else _spoken(chapter, entry)
        return None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Rename a section or a slide."""
        chapter, entry, words = self.chapter(index), self.entry(index), str(value).strip()
        if chapter is None or not words or words == self.data(index, Qt.ItemDataRole.EditRole):
            return False
        if not self._session.up_to_date:
            return False
        briefing = self._session.briefing
        if entry is not None and entry.card is not None:
            self._session.do(edits.set_title(briefing, entry.card, words))
        elif entry is None:
            self._session.do(edits.rename_section(briefing, chapter.number, words))
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that rows can be chosen, slides of cards dragged, titles edited."""
        chapter, entry = self.chapter(index), self.entry(index)
        if chapter is None:
            return Qt.ItemFlag.ItemIsDropEnabled
        if self.is_line(index):
            return _LINE
        if entry is not None and entry.card is not None:
            return _SLIDE
        return _NAMED if entry is None and chapter.number >= 0 else _PLAIN

    @override
    def mimeTypes(self) -> list[str]:
        """Return what can be dropped."""
        return self.drops.mimes

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the slides of rows."""
        cards = {entry.card for index in indexes if (entry := self.entry(index)) is not None}
        return self.drops.data(sorted(card for card in cards if card is not None))

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        """Return that slides move and records are copied."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction


def _spoken(chapter: Chapter, entry: Entry | None) -> str:
    if entry is None:
        count = len(chapter.entries)
        slides = "no slides yet" if not count else f"{count} {'slide' if count == 1 else 'slides'}"
        return f"Section {chapter.title or 'without a name'}, {slides}"
    parts = (
        f"Slide {entry.page.number}",
        entry.page.title,
        _STATES.get(entry.severity, ""),
    )
    return ", ".join(part for part in parts if part)
