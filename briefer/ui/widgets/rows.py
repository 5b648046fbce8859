"""Short rows to choose from in lists that open: a tick, words, and a note at the right."""

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
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from briefer.ui.paint import RIGHT, box, ring, text, text_width
from briefer.ui.theme import Look
from briefer.ui.widgets.painted_list import PaintedList

Index = QModelIndex | QPersistentModelIndex
ROW = 30
_SIDE = 16
_COLUMN = 96
"""Where explanations begin."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: words, an explanation behind them, a note at the right.

    `checked` is None where there is nothing to tick.
    """

    words: str
    note: str = ""
    hint: str = ""
    checked: bool | None = None

    @property
    def spoken(self) -> str:
        """The row as assistive programs read it."""
        parts = (self.words, self.hint, self.note, "chosen" if self.checked else "")
        return ", ".join(part for part in parts if part)


class RowsModel(QAbstractListModel):
    """Rows; the place in the list is kept where only ticks and notes change."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        same = [row.words for row in rows] == [row.words for row in self.rows]
        if same and rows:
            self.rows = tuple(rows)
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        else:
            self.beginResetModel()
            self.rows = tuple(rows)
            self.endResetModel()

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what views and assistive programs ask of a row."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return None


class RowList(PaintedList):
    """A list of rows as high as `most` of them."""

    def __init__(self, look: Look, name: str, *, most: int = 10) -> None:
        self.rows = RowsModel()
        super().__init__(look, self.rows, name)
        self.rows.setParent(self)
        self._most = most
        self.setItemDelegate(_RowDelegate(look, self))
        self.setUniformItemSizes(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a row with Enter; a dialog around the list would press its main button as well."""
        current = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self.activated.emit(current)
            event.accept()
        else:
            super().keyPressEvent(event)

    def set_row(self, row: int) -> None:
        """Make a row the current one; -1 for none."""
        if row < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentIndex(self.rows.index(row))

    def wanted(self) -> QSize:
        """Return the size at which no row is cut, as high as the most rows at once."""
        px = self.look.px
        words, note = self.look.font("body"), self.look.font("meta")
        width = max(
            (text_width(r.words, words) + text_width(r.note, note) for r in self.rows.rows),
            default=0.0,
        )
        ticks = any(row.checked is not None for row in self.rows.rows)
        count = len(self.rows.rows)
        bar = px(12) if count > self._most else 0
        whole = round(width) + px(12 + 20 + 12) + (px(_SIDE + 9) if ticks else 0) + bar
        return QSize(whole, px(ROW) * min(count, self._most))


class _RowDelegate(QStyledItemDelegate):
    """Paints rows."""

    def __init__(self, look: Look, parent: RowList) -> None:
        super().__init__(parent)
        self._look = look
        self._list = parent

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row."""
        return QSize(self._look.px(60), self._look.px(ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        look, px = self._look, self._look.px
        row = self._list.rows.rows[index.row()]
        area = QRectF(option.rect)
        flags = QStyle.StateFlag
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = area.adjusted(px(4), 1, -px(4), -1)
        if option.state & flags.State_Selected:
            box(painter, inside, px(5), fill=look.color("selected"))
            if self._list.ringing:
                ring(painter, inside, px(5), look.color("focus"))
        elif option.state & flags.State_MouseOver:
            box(painter, inside, px(5), fill=look.color("hover"))
        left = area.left() + px(12)
        if row.checked is not None:
            self._paint_tick(painter, QPointF(left, area.center().y() - px(_SIDE) / 2), row)
            left += px(_SIDE + 9)
        right = area.right() - px(12)
        self._paint_words(painter, row, QRectF(left, area.top(), right - left, area.height()))
        painter.restore()

    def _paint_tick(self, painter: QPainter, at: QPointF, row: Row) -> None:
        look, px = self._look, self._look.px
        square = QRectF(at.x(), at.y(), px(_SIDE), px(_SIDE))
        if not row.checked:
            box(painter, square, px(4), fill=look.color("field"), line=look.color("control"))
            return
        box(painter, square, px(4), fill=look.color("accent_solid"))
        tick = look.icon("check", "on_accent", 12, dpr=painter.device().devicePixelRatio())
        painter.drawPixmap(QPointF(at.x() + px(2), at.y() + px(2)), tick)

    def _paint_words(self, painter: QPainter, row: Row, room: QRectF) -> None:
        look = self._look
        body, meta = look.font("body"), look.font("meta")
        note = text_width(row.note, meta)
        words = room.adjusted(0, 0, -(note + look.px(12)) if note else 0, 0)
        text(painter, words, row.words, body, look.color("text"))
        if row.hint:
            place = words.adjusted(look.px(_COLUMN), 0, 0, 0)
            text(painter, place, row.hint, meta, look.color("text2"))
        if row.note:
            place = QRectF(room.right() - note, room.top(), note, room.height())
            text(painter, place, row.note, meta, look.color("text2"), align=RIGHT)
