"""The ring that shows how many checks pass, with the count in it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from briefer.ui.paint import CENTER, painting, text
from briefer.ui.theme import Look, Styled

_SIDE, _WIDTH = 54, 5
_TOP, _TURN = 90 * 16, -360 * 16
"""Where an arc begins and a whole turn clockwise, in sixteenths of a degree."""


class Ring(QWidget, Styled):
    """A share of a whole as an arc, and how many that are as a number."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._passed, self._total = 0, 1
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take the size from the look."""
        side = self._look.px(_SIDE)
        self.setFixedSize(side, side)

    def tell(self, passed: int, total: int) -> None:
        """Show that so many of all pass."""
        self._passed, self._total = passed, max(1, total)
        self.setAccessibleName(f"{passed} of {total} checks pass")
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint track, arc and number."""
        look, width = self._look, self._look.px(_WIDTH)
        with painting(self) as painter:
            area = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            track = "text3" if look.shown == "contrast" else "border_strong"
            painter.setPen(QPen(look.color(track), 1 if look.shown == "contrast" else width))
            painter.drawEllipse(area)
            pen = QPen(look.color("success"), width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawArc(area, _TOP, round(_TURN * self._passed / self._total))
            words, font = str(self._passed), look.font("title")
            text(painter, QRectF(self.rect()), words, font, look.color("text"), align=CENTER)
