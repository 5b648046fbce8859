"""The strip: slides side by side, section headings that stick to the left edge."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPixmap, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView
from typing_extensions import override

from briefer.ui.paint import painting, text, text_width
from briefer.ui.storyboard.arrange import Heading, Metrics, Plan, in_a_strip
from briefer.ui.storyboard.drop_slides import DropSlidesView
from briefer.ui.storyboard.model import StripModel
from briefer.ui.storyboard.planned import Index
from briefer.ui.theme import Look
from briefer.ui.thumbnails import Thumbnails

_FADE = 36


class StripView(DropSlidesView):
    """Slides side by side; a drag moves them, a drop of records adds to them."""

    def __init__(self, look: Look, model: StripModel, thumbnails: Thumbnails) -> None:
        super().__init__(look, model, thumbnails)
        self._fades_into: QColor | None = None
        self._fades: dict[bool, QPixmap] = {}
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.restyle()

    @override
    def make_plan(self, metrics: Metrics) -> Plan:
        """Return the slides side by side."""
        return in_a_strip(self._model.rows, metrics)

    @property
    def height_needed(self) -> int:
        """The height of the slides with their headings and the scroll bar, in px."""
        metrics = Metrics(self._look)
        return metrics.total + metrics.bar

    @override
    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a slide into view, clear of the fading edges."""
        if not index.isValid():
            return
        bar, picture = self.horizontalScrollBar(), self.picture(index.row())
        over = picture.right() + _FADE - self.viewport().width()
        under = picture.left() - _FADE
        if under < 0:
            bar.setValue(bar.value() + under)
        elif over > 0:
            bar.setValue(bar.value() + over)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll sideways with any wheel."""
        bar = self.horizontalScrollBar()
        delta = event.angleDelta()
        bar.setValue(bar.value() - (delta.y() or delta.x()))
        event.accept()

    # Painting

    @override
    def paint_over(self, painter: QPainter) -> None:
        """Paint headings, edges and the drop marker over the slides."""
        self._paint_fade(painter, left=True)
        for heading in self.plan.headings:
            self._paint_heading(painter, heading)
        self._paint_fade(painter, left=False)
        self.paint_marker(painter)

    def _paint_heading(self, painter: QPainter, heading: Heading) -> None:
        """Paint a section's name, at the left edge as long as the section is in view."""
        look, metrics = self._look, self.slides.metrics
        rect = heading.rect.translated(-self.offset)
        left, right = rect.left(), rect.right() + 1
        if right < 0 or left > self.viewport().width():
            return
        font, words = look.font("meta_strong"), self._model.rows[heading.first].title
        width = text_width(words, font)
        x = max(left, min(metrics.left, right - round(width)))
        place = QRectF(x, 0, max(1.0, min(width + 1, right - x)), metrics.label)
        if words:
            text(painter, place, words, font, look.color("text2"))
            x += round(place.width()) + look.px(9)
        if x < right:
            line = QRectF(x, round(metrics.label / 2), right - x, 1)
            painter.fillRect(line, look.color("border_strong"))

    def _paint_fade(self, painter: QPainter, *, left: bool) -> None:
        """Paint the edge behind which there is more; headings stick over the left one."""
        bar = self.horizontalScrollBar()
        if bar.value() == (bar.minimum() if left else bar.maximum()):
            return
        x, ground = 0 if left else self.viewport().width() - _FADE, self._look.color("app")
        if self._fades_into != ground:
            self._fades_into = ground
            self._fades = {side: fade(ground, left=side) for side in (True, False)}
        place = QRectF(x, 0, _FADE, self.viewport().height())
        painter.drawPixmap(place, self._fades[left], QRectF(self._fades[left].rect()))


def fade(ground: QColor, *, left: bool) -> QPixmap:
    """Return an edge behind which slides vanish into the ground, one px high: made once."""
    clear = QColor(ground)
    clear.setAlpha(0)
    picture = QPixmap(_FADE, 1)
    picture.fill(Qt.GlobalColor.transparent)
    gradient = QLinearGradient(QPointF(0, 0), QPointF(_FADE, 0))
    gradient.setColorAt(0, ground if left else clear)
    gradient.setColorAt(1, clear if left else ground)
    with painting(picture) as painter:
        painter.fillRect(picture.rect(), gradient)
    return picture
