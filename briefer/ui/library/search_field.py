"""The search field: a glass, the words, the shortcut or a cross at the right."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from briefer.ui.paint import CENTER, box, painting, text, text_width
from briefer.ui.theme import Look, Styled

_SHORTCUT = "Ctrl F"


class SearchField(QLineEdit, Styled):
    """A line of text to search with; Escape clears it, Down and Enter go to the results."""

    results_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName("Search the library")
        self.setToolTip("Search the library (Ctrl+F)")
        self.textChanged.connect(lambda _: self.update())
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take font and margins from the look."""
        self.setFont(self._look.font("body"))
        self.setTextMargins(self._look.px(24), 0, self._look.px(46), 0)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        """Return the size: 36 px high."""
        return QSize(super().sizeHint().width(), self._look.px(36))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(self._look.px(160), self._look.px(36))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear with Escape, go to the results with Down and Enter."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.results_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Clear at a click on the cross."""
        if self.text() and self._right().contains(event.position()):
            self.clear()
        else:
            super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point with a hand at the cross."""
        hand = bool(self.text()) and self._right().contains(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.IBeamCursor)
        super().mouseMoveEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint glass and cross or shortcut over the field."""
        super().paintEvent(event)
        look, dpr = self._look, self.devicePixelRatioF()
        with painting(self) as painter:
            side = look.px(16)
            tone = "accent" if self.hasFocus() else "text3"
            at = QPointF(look.px(11), (self.height() - side) / 2)
            painter.drawPixmap(at, look.icon("search", tone, 16, dpr=dpr))
            right = self._right()
            if self.text():
                middle = QPointF(right.center().x() - side / 2, (self.height() - side) / 2)
                painter.drawPixmap(middle, look.icon("circle-x", "text3", 16, dpr=dpr))
            else:
                font = look.font("micro")
                width = text_width(_SHORTCUT, font) + look.px(12)
                height = look.px(20)
                key = QRectF(
                    self.width() - width - look.px(8), (self.height() - height) / 2, width, height
                )
                box(painter, key, look.px(4), fill=look.color("hover"))
                text(painter, key, _SHORTCUT, font, look.color("text2"), align=CENTER)

    def _right(self) -> QRectF:
        side = self._look.px(28)
        return QRectF(self.width() - side - self._look.px(3), 0, side, self.height())
