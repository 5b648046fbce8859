"""A box to tick, with its words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from briefer.ui.paint import box, painting, ring, text, text_width
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.ringed import RingedButton

_SIDE = 17


class CheckBox(RingedButton, Styled):
    """On or off."""

    def __init__(self, look: Look, words: str) -> None:
        super().__init__()
        self._look = look
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def restyle(self) -> None:
        """Take the size from the look."""
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        """Return the size of box and words."""
        width = text_width(self.text(), self._look.font("control"))
        return QSize(round(width) + self._look.px(_SIDE + 10 + 8), self._look.px(30))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint box, tick and words."""
        look, px = self._look, self._look.px
        with painting(self) as painter:
            side = px(_SIDE)
            square = QRectF(px(2), (self.height() - side) / 2, side, side)
            if self.isChecked():
                box(painter, square, px(4), fill=look.color("accent_solid"))
                tick = look.icon("check", "on_accent", 13, dpr=self.devicePixelRatioF())
                painter.drawPixmap(QPointF(square.left() + px(2), square.top() + px(2)), tick)
            else:
                fill, line = look.color("field"), look.color("control")
                box(painter, square, px(4), fill=fill, line=line)
            room = QRectF(self.rect()).adjusted(px(_SIDE + 10), 0, 0, 0)
            tone = look.color("text" if self.isEnabled() else "disabled")
            text(painter, room, self.text(), look.font("control"), tone)
            if self.ringed:
                ring(painter, QRectF(self.rect()), px(5), look.color("focus"))
