"""The grid: slides in lines, as on a light table, in three sizes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from briefer.ui.paint import text, text_width
from briefer.ui.storyboard.arrange import SIZES, Metrics, Plan, in_a_grid
from briefer.ui.storyboard.drop_slides import DropSlidesView
from briefer.ui.storyboard.model import StripModel
from briefer.ui.storyboard.planned import Index
from briefer.ui.theme import Look
from briefer.ui.thumbnails import Thumbnails

_ROOM = 12
"""Px kept free above and below a slide that is scrolled to."""


class GridView(DropSlidesView):
    """Slides in lines, each section beginning one."""

    def __init__(self, look: Look, model: StripModel, thumbnails: Thumbnails) -> None:
        self.size_name = "S"  # Qt asks for sizes while the view is made
        super().__init__(look, model, thumbnails)
        self.setAccessibleName("Slides in a grid")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.restyle()

    @property
    @override
    def picture_width(self) -> int:
        """The width of pictures in px of the design, by the size chosen."""
        return SIZES[self.size_name][1]

    def set_size(self, name: str) -> None:
        """Show slides at another size (S, M, L)."""
        self.size_name = name
        self.restyle()
        self.scrollTo(self.currentIndex())

    @override
    def make_plan(self, metrics: Metrics) -> Plan:
        """Return the slides in lines."""
        return in_a_grid(self._model.rows, metrics, self.viewport().width())

    @override
    def beyond(self, row: int, by: int) -> int:
        """Return the row in the line above or below."""
        return self.plan.line_beyond(row, by)

    @override
    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a slide into view, with its section's heading where that is next to it."""
        if not index.isValid():
            return
        bar, cell = self.verticalScrollBar(), self.visualRect(index)
        over = cell.bottom() + _ROOM - self.viewport().height()
        under = cell.top() - self.slides.metrics.label - _ROOM
        if under < 0:
            bar.setValue(bar.value() + under)
        elif over > 0:
            bar.setValue(bar.value() + over)

    @override
    def paint_over(self, painter: QPainter) -> None:
        """Paint headings and the drop marker."""
        look, font = self._look, self._look.font("meta_strong")
        for heading in self.plan.headings:
            rect = QRectF(heading.rect.translated(-self.offset))
            words = self._model.rows[heading.first].title
            width = min(text_width(words, font) + 1, rect.width())
            if words:
                text(painter, rect, words, font, look.color("text2"))
                rect.setLeft(rect.left() + width + look.px(9))
            if rect.left() < rect.right():
                line = QRectF(rect.left(), round(rect.center().y()), rect.width(), 1)
                painter.fillRect(line, look.color("border_strong"))
        self.paint_marker(painter)
