"""A plain area in one of the surface colours, with hairlines at the edges that ask for one."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from briefer.ui.paint import painting
from briefer.ui.theme import Look


class Surface(QWidget):
    """A widget filled with a token's colour; `edges` names the sides with a hairline (`lrtb`)."""

    def __init__(self, look: Look, fill: str, *, edges: str = "") -> None:
        super().__init__()
        self.look = look
        self._fill = fill
        self._edges = edges

    def set_edges(self, edges: str) -> None:
        """Draw hairlines at other sides."""
        self._edges = edges
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the area and its edges."""
        with painting(self) as painter:
            area = self.rect()
            painter.fillRect(area, self.look.color(self._fill))
            line = self.look.color("border")
            lines = {
                "l": QRect(0, 0, 1, area.height()),
                "r": QRect(area.width() - 1, 0, 1, area.height()),
                "t": QRect(0, 0, area.width(), 1),
                "b": QRect(0, area.height() - 1, area.width(), 1),
            }
            for edge in self._edges:
                painter.fillRect(lines[edge], line)
