"""The axis over the canvas: months, years, and how many dates lie before and after.

In: the canvas as it is scrolled. Out: clicks on the ends scroll there. Must not know: records.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from typing_extensions import override

from briefer.ui.paint import painting, text, text_width
from briefer.ui.theme import Look, Styled
from briefer.ui.timeline.axis import Tick, ticks
from briefer.ui.timeline.plane import TimelinePlane
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.surface import Surface

_HEIGHT = 30


class AxisBar(Surface, Styled):
    """Ticks with words, a button at either end."""

    def __init__(self, look: Look, plane: TimelinePlane) -> None:
        super().__init__(look, "panel", edges="b")
        self._plane = plane
        self.earlier = Button(look, "", icon="chevron-left", weight="quiet", name="Earlier")
        self.later = Button(look, "", icon="chevron-right", weight="quiet", name="Later")
        for button, by in ((self.earlier, -1), (self.later, 1)):
            button.setParent(self)
            button.clicked.connect(lambda _=False, by=by: plane.step_out(by))
        plane.viewed.connect(self._tell)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take the height from the look."""
        self.setFixedHeight(self.look.px(_HEIGHT))
        self._tell()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons at the ends."""
        super().resizeEvent(event)
        self._tell()

    def _tell(self) -> None:
        """Say how many dates are not seen on either side."""
        early, late = self._plane.ends()
        height = self.height() - 2
        for button, count, words in (
            (self.earlier, early, "earlier"),
            (self.later, late, "later"),
        ):
            button.set_words(f"{count:,} {words}")
            button.setVisible(count > 0)
            button.resize(button.sizeHint().width(), height)
        self.earlier.move(0, 0)
        self.later.move(self.width() - self.later.width(), 0)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ticks; the first one also names its year."""
        super().paintEvent(event)
        look, plane, px = self.look, self._plane, self.look.px
        left = plane.horizontalOffset()
        end = self.later.x() if self.later.isVisible() else self.width()
        with painting(self) as painter:
            whole = QRectF(plane.lane_width, 0, end - plane.lane_width, self.height())
            painter.setClipRect(whole)
            found = ticks(plane.axis, left, left + self.width(), least=px(46))
            xs = [plane.lane_width + plane.axis.x(tick.day) - left for tick in found]
            first = True
            for tick, x, after in zip(found, xs, (*xs[1:], float(self.width())), strict=True):
                painter.fillRect(QRectF(x, 0, 1, self.height()), look.color("border"))
                shown = max(x, whole.left())
                room = QRectF(shown + px(8), 0, min(after, end) - shown - px(9), self.height())
                if self._paint_words(painter, tick, room, first=first):
                    first = False

    def _paint_words(self, painter: QPainter, tick: Tick, room: QRectF, *, first: bool) -> bool:
        """Return whether there was room for the words of a tick; the first names its year too."""
        look, strong = self.look, tick.strong or first
        font = look.font("meta_strong" if strong else "meta")
        taken = text_width(tick.words, font)
        if taken > room.width() + 1:
            return False
        text(painter, room, tick.words, font, look.color("text" if strong else "text2"))
        rest = room.adjusted(taken + look.px(6), 0, 0, 0)
        meta = look.font("meta")
        if first and tick.year and text_width(tick.year, meta) <= rest.width():
            text(painter, rest, tick.year, meta, look.color("text2"))
        return True
