"""A list that opens at a chip: several values to tick, a title, a button that clears them all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.ui.paint import box, painting
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label
from briefer.ui.widgets.rows import Row, RowList

_LEAST, _WIDEST = 220, 360
_OPENERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_CLEARERS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class PickList(QFrame, Styled):
    """Stays open while values are ticked; Escape or a click elsewhere closes it.

    Enter and Space tick the current row, letters go to a row that begins with them, Delete clears.
    """

    ticked = Signal(int)
    cleared = Signal()
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
        self.title = Label(look, role="meta_strong", tone="text2")
        self.clear_button = Button(look, "Clear", weight="quiet", height=26)
        self.list = _PickRows(look, "Values")
        self.hint = Label(look, role="micro", tone="text2", wrap=True)
        self._head = QHBoxLayout()
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.clear_button)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self.hint)
        self.setTabOrder(self.list, self.clear_button)
        self.list.clicked.connect(lambda index: self.ticked.emit(index.row()))
        self.list.ticked.connect(self.ticked)
        self.list.clearing.connect(self._clear)
        self.clear_button.clicked.connect(self._clear)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self._look.px
        self._column.setContentsMargins(1, px(4), 1, px(5))
        self._column.setSpacing(px(2))
        self._head.setContentsMargins(px(12), 0, px(6), 0)
        self.title.setMinimumHeight(px(28))
        self.hint.setContentsMargins(px(12), px(4), px(12), px(4))

    def show_rows(self, rows: Sequence[Row], *, hint: str = "") -> None:
        """Show values, as they stand now."""
        self.list.rows.show(rows)
        chosen = any(row.checked for row in rows)
        if not chosen and self.clear_button.hasFocus():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        self.clear_button.setVisible(chosen)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    def open_at(self, anchor: QWidget, title: str, *, by_keyboard: bool) -> None:
        """Open under a widget, or over it where there is no room below."""
        self.title.setText(title)
        self.list.setAccessibleName(title)
        self.setAccessibleName(title)
        self.clear_button.setAccessibleName(f"Clear {title.lower()}")
        self.list.ringing = by_keyboard
        self.resize(self._wanted(anchor))
        self.move(self._place(anchor))
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)
        self.list.scrollToTop()
        self.list.set_row(0 if by_keyboard and self.list.rows.rows else -1)

    def _wanted(self, anchor: QWidget) -> QSize:
        px = self._look.px
        rows = self.list.wanted()
        width = min(max(rows.width() + 2, px(_LEAST)), px(_WIDEST))
        width = max(width, self.title.sizeHint().width() + px(100))
        margins = self._column.contentsMargins()
        height = margins.top() + margins.bottom() + rows.height()
        height += max(self._head.sizeHint().height(), px(28)) + self._column.spacing()
        if self.hint.text():
            height += self.hint.heightForWidth(width) + self._column.spacing()
        screen = anchor.screen().availableGeometry()
        return QSize(min(width, screen.width()), min(height, screen.height() // 2 + px(60)))

    def _place(self, anchor: QWidget) -> QPoint:
        gap = self._look.px(4)
        screen = anchor.screen().availableGeometry()
        below = anchor.mapToGlobal(QPoint(0, anchor.height() + gap))
        x = max(screen.left(), min(below.x(), screen.right() - self.width()))
        if below.y() + self.height() <= screen.bottom():
            return QPoint(x, below.y())
        return QPoint(x, max(screen.top(), anchor.mapToGlobal(QPoint()).y() - gap - self.height()))

    def _clear(self) -> None:
        self.cleared.emit()
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that the list was closed."""
        super().hideEvent(event)
        self.closed.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box."""
        with painting(self) as painter:
            look = self._look
            painter.fillRect(self.rect(), look.color("raised"))
            box(painter, QRectF(self.rect()), 0, line=look.color("border_strong"))


class _PickRows(RowList):
    """The rows of a pick list, and their keys."""

    ticked = Signal(int)
    clearing = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Enter and Space, clear with Delete, close with Escape, else move."""
        self.ringing = True
        if event.key() in _OPENERS:
            if self.row >= 0:
                self.ticked.emit(self.row)
        elif event.key() in _CLEARERS:
            self.clearing.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif self.row < 0 and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.set_row(0)
        else:
            super().keyPressEvent(event)
        self.viewport().update()
