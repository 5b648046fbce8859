"""What lies under and beside the entries of the timeline: shaded days, lines, the lanes' names.

In: the plane as it is scrolled, a painter. Out: ink. Must not know: entries.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from briefer.ui.paint import line_height, text
from briefer.ui.prose import Prose
from briefer.ui.timeline.axis import ticks
from briefer.ui.timeline.plane import TimelinePlane
from briefer.ui.timeline.reading import Lane


def paint_days(plane: TimelinePlane, painter: QPainter, area: QRectF) -> None:
    """Shade every other unit of the axis, and rule off larger ones."""
    look, axis, left = plane.look, plane.axis, plane.horizontalOffset()
    painter.fillRect(area, look.color("sunken"))
    found = ticks(axis, left, left + area.width(), least=look.px(46))
    xs = [plane.lane_width + axis.x(tick.day) - left for tick in found]
    for number, (tick, x) in enumerate(zip(found, xs, strict=True)):
        after = xs[number + 1] if number + 1 < len(xs) else area.right()
        if look.shown != "contrast" and tick.odd:
            painter.fillRect(QRectF(x, 0, after - x, area.height()), look.color("app"))
        if tick.strong:
            painter.fillRect(QRectF(x, 0, 1, area.height()), look.color("border_strong"))


def paint_lanes(
    plane: TimelinePlane, lanes: Sequence[Lane], painter: QPainter, area: QRectF
) -> None:
    """Paint the column with the lanes' names; a name stays in sight as long as its lane does."""
    look, px, width = plane.look, plane.look.px, plane.lane_width
    line = look.color("border")
    painter.fillRect(QRectF(0, 0, width, area.height()), look.color("panel"))
    painter.fillRect(QRectF(width - 1, 0, 1, area.height()), line)
    heading, meta = look.font("meta_strong"), look.font("meta")
    high = line_height(heading)
    room = width - px(20)
    for lane, place in zip(lanes, plane.arrangement.lanes, strict=True):
        top = place.top - plane.verticalOffset()
        bottom = top + place.height
        if top > area.bottom() or bottom < 0:
            continue
        painter.fillRect(QRectF(0, bottom - 1, area.width(), 1), line)
        name = Prose(lane.name, heading, room, most=3)
        words = name.height + high + px(12)
        y = max(top + px(10), min(px(10.0), bottom - words))
        name.paint(painter, QPointF(px(12), y), look.color("text"))
        noun = "record" if place.count == 1 else "records"
        below = QRectF(px(12), y + name.height, room, high)
        text(painter, below, f"{place.count:,} {noun}", meta, look.color("text2"))
