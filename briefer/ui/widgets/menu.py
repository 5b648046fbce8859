"""A menu whose ticks and arrows grow with the text and have the colours of the theme.

In: a look. Out: a menu to fill. Must not know: what its actions do.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from briefer.ui.paint import painting
from briefer.ui.theme import Look

_SIDE = 16
"""Of a tick or an arrow, in px."""


class Menu(QMenu):
    """A menu; Qt's own ticks are 7 px at any text size, so that its sheet leaves them out."""

    def __init__(self, look: Look, parent: QWidget | None, words: str = "") -> None:
        super().__init__(words, parent)
        self._look = look
        look.dress(self)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ticks and arrows over the menu."""
        super().paintEvent(event)
        side = self._look.px(_SIDE)
        with painting(self) as painter:
            for action in self.actions():
                line = self.actionGeometry(action)
                tone = "text" if action.isEnabled() else "disabled"
                top = line.top() + (line.height() - side) / 2
                if action.isCheckable() and action.isChecked():
                    self._draw("check", tone, QPointF(line.left() + self._look.px(7), top), painter)
                if action.menu() is not None:
                    left = line.right() - side - self._look.px(6)
                    self._draw("chevron-right", tone, QPointF(left, top), painter)

    def _draw(self, name: str, tone: str, at: QPointF, painter: QPainter) -> None:
        picture = self._look.icon(name, tone, _SIDE, dpr=self.devicePixelRatioF())
        painter.drawPixmap(at, picture)
