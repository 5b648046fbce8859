"""The list of the palette: headings, and rows with icon, words, and keys at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from briefer.ui.paint import CENTER, RIGHT, box, line_height, ring, text, text_width
from briefer.ui.palette.entries import COMMANDS, Entry
from briefer.ui.palette.ranking import Ranked
from briefer.ui.theme import Look
from briefer.ui.widgets.painted_list import PaintedList

Index = QModelIndex | QPersistentModelIndex
ROW, HEADING = 38, 30
_ICON = 18


@dataclass(frozen=True)
class Line:
    """A heading, or an entry with the letters that match."""

    heading: str = ""
    ranked: Ranked | None = None


class PaletteModel(QAbstractListModel):
    """Headings and entries."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def show(self, listed: Sequence[Ranked]) -> None:
        """Show other entries, each section under its heading."""
        lines: list[Line] = []
        section = ""
        for ranked in listed:
            if ranked.entry.section != section:
                section = ranked.entry.section
                lines.append(Line(heading=section))
            lines.append(Line(ranked=ranked))
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """Return the entry of a row, None for a heading and outside the list."""
        ranked = self.lines[row].ranked if 0 <= row < len(self.lines) else None
        return ranked.entry if ranked else None

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what views and assistive programs ask of a line."""
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.ranked.entry.words if line.ranked else line.heading
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.ranked.entry.spoken if line.ranked else line.heading
        if role == Qt.ItemDataRole.ToolTipRole and line.ranked:
            entry = line.ranked.entry
            return "\n".join(part for part in (entry.words, entry.why_not) if part)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that entries can be selected and headings cannot."""
        if self.entry(index.row()) is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )


class PaletteView(PaintedList):
    """The lines; the keyboard stays in the field above."""

    def __init__(self, look: Look, model: PaletteModel) -> None:
        super().__init__(look, model, "Commands, slides and records found")
        self.lines = model
        self.setItemDelegate(_Delegate(look, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def chosen(self) -> Entry | None:
        """The entry that Enter would run."""
        return self.lines.entry(self.currentIndex().row())

    def first(self) -> None:
        """Choose the first entry."""
        self.step(1, start=-1)
        self.scrollToTop()

    def step(self, by: int, *, start: int | None = None) -> None:
        """Choose the next or previous entry, round the ends of the list."""
        count = self.lines.rowCount()
        row = self.currentIndex().row() if start is None else start
        for _ in range(count):
            row = (row + by) % count
            if self.lines.entry(row) is not None:
                self.setCurrentIndex(self.lines.index(row))
                return

    def leap(self, by: int) -> None:
        """Choose an entry a page on, without going round."""
        page = max(1, self.viewport().height() // self.look.px(ROW) - 1)
        rows = [n for n in range(self.lines.rowCount()) if self.lines.entry(n) is not None]
        if rows:
            here = self.currentIndex().row()
            at = rows.index(here) if here in rows else 0
            self.setCurrentIndex(self.lines.index(rows[max(0, min(len(rows) - 1, at + by * page))]))

    def wanted_height(self) -> int:
        """Return the height at which every line is seen."""
        px = self.look.px
        return sum(px(HEADING if line.heading else ROW) for line in self.lines.lines)


class _Delegate(QStyledItemDelegate):
    """Paints lines."""

    def __init__(self, look: Look, view: PaletteView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a line."""
        heading = self._view.lines.lines[index.row()].heading
        return QSize(self._look.px(100), self._look.px(HEADING if heading else ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a line."""
        look, px = self._look, self._look.px
        line = self._view.lines.lines[index.row()]
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.ranked is None:
            place = area.adjusted(px(18), px(6), 0, 0)
            text(painter, place, line.heading, look.font("meta_strong"), look.color("text2"))
        else:
            flags = QStyle.StateFlag
            inside = area.adjusted(px(7), 1, -px(7), -1)
            if option.state & flags.State_Selected:
                box(painter, inside, px(7), fill=look.color("selected"))
                if look.shown == "contrast":
                    ring(painter, inside, px(7), look.color("focus"))
            elif option.state & flags.State_MouseOver:
                box(painter, inside, px(7), fill=look.color("hover"))
            self._paint_entry(painter, line.ranked, area)
        painter.restore()

    def _paint_entry(self, painter: QPainter, ranked: Ranked, area: QRectF) -> None:
        look, px, entry = self._look, self._look.px, ranked.entry
        dpr = painter.device().devicePixelRatio()
        off = bool(entry.why_not)
        at = QPointF(area.left() + px(18), area.center().y() - px(_ICON) / 2)
        painter.drawPixmap(at, look.icon(entry.icon, "text3" if off else entry.tone, 18, dpr=dpr))
        room = area.adjusted(px(18 + _ICON + 12), 0, -px(18), 0)
        right = self._paint_note(painter, entry, room)
        room.setRight(room.right() - right)
        tone = "text3" if off else "text"
        paint_marked(painter, look, room, entry.words, ranked.spans, tone=tone)

    def _paint_note(self, painter: QPainter, entry: Entry, room: QRectF) -> float:
        """Paint keys in a box, or a note; return how much room at the right that took."""
        look, px = self._look, self._look.px
        words = entry.why_not or entry.note
        if not words:
            return 0.0
        if entry.section == COMMANDS and not entry.why_not:
            font = look.font("chip")
            width, height = text_width(words, font) + px(14), line_height(font) + px(5)
            top = room.center().y() - height / 2
            place = QRectF(room.right() - width, top, width, height)
            line = look.color("border_strong") if look.shown == "contrast" else None
            box(painter, place, px(5), fill=look.color("hover"), line=line)
            text(painter, place, words, font, look.color("text2"), align=CENTER)
            return width + px(12)
        font = look.font("meta")
        width = min(text_width(words, font) + 1, room.width() * 0.45)
        place = QRectF(room.right() - width, room.top(), width, room.height())
        text(painter, place, words, font, look.color("text2"), align=RIGHT)
        return width + px(12)


def paint_marked(
    painter: QPainter,
    look: Look,
    room: QRectF,
    words: str,
    spans: Sequence[tuple[int, int]],
    *,
    tone: str,
) -> None:
    """Paint one line of text, its matching letters strong and in the accent."""
    plain, strong = look.font("control"), look.font("heading")
    at, left = 0, room.left()
    pieces: list[tuple[str, bool]] = []
    for start, stop in spans:
        pieces += [(words[at:start], False), (words[start:stop], True)]
        at = stop
    pieces.append((words[at:], False))
    for piece, marked in pieces:
        if not piece or left >= room.right():
            continue
        font = strong if marked else plain
        color = look.color("accent" if marked else tone)
        place = QRectF(left, room.top(), room.right() - left, room.height())
        text(painter, place, piece, font, color)
        left += text_width(piece, font)
