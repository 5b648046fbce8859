"""The table of a file's items: title, what there is to know, status, and what becomes of each.

In: items and choices. Out: the current item, keys that choose. Must not know: how a file is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from briefer.bibliography.plan import STATUSES, Choice, Planned
from briefer.ui.paint import box, line_height, text, text_width
from briefer.ui.sources.review import (
    CHOICE_WORDS,
    STATUS_LOOKS,
    Review,
    item_title,
    noted,
    spoken,
)
from briefer.ui.theme import Look
from briefer.ui.widgets.painted_list import PaintedList, paint_ground, two_lines
from briefer.ui.widgets.rows import Index

_TAKEN: dict[Choice, str] = {
    "add": "plus",
    "skip": "minus",
    "replace": "replace",
    "merge": "arrow-merge",
    "keep-both": "versions",
}


class ItemsModel(QAbstractListModel):
    """Items of a review."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.review: Review | None = None
        self.items: tuple[Planned, ...] = ()

    def show(self, review: Review | None, items: Sequence[Planned]) -> None:
        """Show other items."""
        self.beginResetModel()
        self.review, self.items = review, tuple(items)
        self.endResetModel()

    def refresh(self) -> None:
        """Tell that choices changed."""
        if self.items:
            self.dataChanged.emit(self.index(0), self.index(len(self.items) - 1))

    def choice(self, row: int) -> Choice:
        """Return what becomes of the item in a row."""
        item = self.items[row]
        return self.review.choice(item) if self.review else item.offered[0]

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many items are shown."""
        return 0 if parent is not None and parent.isValid() else len(self.items)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what views and assistive programs ask of an item."""
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item_title(item)
        if role == Qt.ItemDataRole.ToolTipRole:
            return noted(item) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(item, self.choice(index.row()))
        return None


class ItemTable(PaintedList):
    """The items; Space skips one or takes it over again, letters choose."""

    toggled = Signal(int)
    asked = Signal(int, str)
    """The choice of a name is wanted for the item in a row."""

    def __init__(self, look: Look) -> None:
        self.items = ItemsModel()
        super().__init__(look, self.items, "Sources in the file")
        self.items.setParent(self)
        self.setItemDelegate(_Delegate(look, self))
        self.setUniformItemSizes(True)

    @property
    def current(self) -> Planned | None:
        """The item that is looked at."""
        return self.items.items[self.row] if 0 <= self.row < len(self.items.items) else None

    def set_row(self, row: int) -> None:
        """Look at an item."""
        self.setCurrentIndex(self.items.index(row) if row >= 0 else QModelIndex())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Skip or take with Space; choose with the first letter of a choice, else move."""
        self.ringing = True
        keys: dict[int, Choice] = {
            Qt.Key.Key_A: "add",
            Qt.Key.Key_S: "skip",
            Qt.Key.Key_U: "replace",
            Qt.Key.Key_M: "merge",
            Qt.Key.Key_K: "keep-both",
        }
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and self.row >= 0 and event.key() == Qt.Key.Key_Space:
            self.toggled.emit(self.row)
        elif plain and self.row >= 0 and event.key() in keys:
            self.asked.emit(self.row, keys[event.key()])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # for the dialog
        else:
            super().keyPressEvent(event)
        self.viewport().update()


class _Delegate(QStyledItemDelegate):
    """Paints an item on two lines, its status and its choice at the right."""

    def __init__(self, look: Look, parent: ItemTable) -> None:
        super().__init__(parent)
        self._look = look
        self._list = parent

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of two lines."""
        return QSize(self._look.px(100), two_lines(self._look))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint an item."""
        px = self._look.px
        item, choice = self._list.items.items[index.row()], self._list.items.choice(index.row())
        area = QRectF(option.rect).adjusted(1, 1, -px(2), -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self._list, area, option)
        inside = area.adjusted(px(10), 0, -px(10), 0)
        width = self._widest(CHOICE_WORDS.values()) + px(22)
        right = QRectF(inside.right() - width, area.top(), width, area.height())
        self._paint_choice(painter, right, choice)
        pill = self._widest(STATUSES.values()) + px(36)
        status = QRectF(right.left() - px(12) - pill, area.top(), pill, area.height())
        self._paint_status(painter, status, item)
        words = QRectF(inside.left(), area.top(), status.left() - inside.left() - px(12), 0)
        self._paint_words(painter, words, item, skipped=choice == "skip")
        painter.restore()

    def _widest(self, words: Iterable[str]) -> float:
        return max(text_width(one, self._look.font("meta_strong")) for one in words)

    def _paint_words(
        self, painter: QPainter, room: QRectF, item: Planned, *, skipped: bool
    ) -> None:
        look = self._look
        first, second = look.font("control"), look.font("meta")
        place = QRectF(room.left(), room.top() + look.px(6), room.width(), line_height(first))
        tone = "text3" if skipped else "text"
        text(painter, place, item_title(item), first, look.color(tone))
        place = QRectF(place.left(), place.bottom(), place.width(), line_height(second))
        tone = "danger" if item.status == "to-fix" else "text2"
        text(painter, place, noted(item), second, look.color(tone))

    def _paint_status(self, painter: QPainter, room: QRectF, item: Planned) -> None:
        look, px = self._look, self._look.px
        name, tone = STATUS_LOOKS[item.status]
        font, words = look.font("meta_strong"), STATUSES[item.status]
        height = line_height(font) + px(6)
        width = text_width(words, font) + px(34)
        pill = QRectF(room.left(), room.center().y() - height / 2, width, height)
        tint = "pressed" if tone == "text2" else f"{tone}_tint"
        line = look.color(tone) if look.shown == "contrast" else None
        box(painter, pill, height / 2, fill=look.color(tint), line=line)
        icon = look.icon(name, tone, 14, dpr=painter.device().devicePixelRatio())
        at = QPointF(pill.left() + px(8), round(pill.center().y() - px(14) / 2))
        painter.drawPixmap(at, icon)
        text(painter, pill.adjusted(px(26), 0, 0, 0), words, font, look.color(tone))

    def _paint_choice(self, painter: QPainter, room: QRectF, choice: Choice) -> None:
        look, px = self._look, self._look.px
        tone = "text3" if choice == "skip" else "accent"
        icon = look.icon(_TAKEN[choice], tone, 16, dpr=painter.device().devicePixelRatio())
        painter.drawPixmap(QPointF(room.left(), round(room.center().y() - px(16) / 2)), icon)
        place = room.adjusted(px(22), 0, 0, 0)
        text(painter, place, CHOICE_WORDS[choice], look.font("meta_strong"), look.color(tone))
