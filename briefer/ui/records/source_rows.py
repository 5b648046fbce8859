"""The list of sources: on two lines the name of each and what is known of it.

In: lines. Out: the current one. Must not know: the store.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from briefer.ui.library.facts import TYPE_ICONS
from briefer.ui.paint import line_height, text
from briefer.ui.records.listing import SourceLine
from briefer.ui.theme import Look
from briefer.ui.widgets.painted_list import paint_ground, two_lines
from briefer.ui.widgets.rows import Index, Row, RowList

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SourceList(RowList):
    """Sources; Enter edits one."""

    entered_by_keyboard = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Sources", most=12)
        self.setItemDelegate(_SourceDelegate(look, self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def show_lines(self, lines: Sequence[SourceLine]) -> None:
        """Show sources."""
        self.rows.show([Row(line.name, hint=line.told) for line in lines])

    def take_key(self, event: QKeyEvent) -> bool:
        """Take the keys of the search field that move in the list."""
        last = len(self.rows.rows) - 1
        if event.key() in _ENTER:
            self.entered_by_keyboard.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and last >= 0:
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self.set_row(max(0, min(last, self.row + step)))
            self.scrollTo(self.currentIndex())
        else:
            return False
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit with Enter."""
        self.ringing = True
        if event.key() in _ENTER:
            self.entered_by_keyboard.emit()
        else:
            super().keyPressEvent(event)


class _SourceDelegate(QStyledItemDelegate):
    """Paints a source on two lines."""

    def __init__(self, look: Look, parent: SourceList) -> None:
        super().__init__(parent)
        self._look = look
        self._list = parent

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of two lines."""
        return QSize(self._look.px(100), two_lines(self._look))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint icon, name and what is known."""
        look, px = self._look, self._look.px
        row = self._list.rows.rows[index.row()]
        area = QRectF(option.rect).adjusted(1, 1, -px(2), -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self._list, area, option)
        dpr = painter.device().devicePixelRatio()
        icon = look.icon(TYPE_ICONS["source"], "source", 18, dpr=dpr)
        painter.drawPixmap(QPointF(area.left() + px(10), area.top() + px(8)), icon)
        left, width = area.left() + px(38), area.width() - px(48)
        first = line_height(look.font("control"))
        place = QRectF(left, area.top() + px(6), width, first)
        text(painter, place, row.words, look.font("control"), look.color("text"))
        place = QRectF(left, place.bottom(), width, line_height(look.font("meta")))
        text(painter, place, row.hint, look.font("meta"), look.color("text2"))
        painter.restore()
