"""What is laid over the slide on the stage: chips on citation markers, the order of reading.

In: rectangles in px, the look. Out: ink. Must not know: pages.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from briefer.ui.paint import CENTER, box, dot, text
from briefer.ui.theme import Look

_LEAST = 9.0
"""Least width and height of a chip, in px."""
_DISC = 20
"""Diameter of a number, in px of the design."""
_VEIL = 38
"""Opacity of a chip, of 255: the marker is read through it."""


def paint_chips(painter: QPainter, places: Sequence[QRectF], look: Look) -> None:
    """Paint a chip over each citation marker; the marker stays readable under it."""
    line = QColor(look.color("accent_solid"))
    fill = QColor(line)
    fill.setAlpha(_VEIL)
    for place in places:
        wide, high = max(place.width() + 3, _LEAST), max(place.height() + 2, _LEAST)
        area = QRectF(0, 0, wide, high)
        area.moveCenter(place.center())
        box(painter, area, 3, fill=fill, line=line)


def paint_order(painter: QPainter, places: Sequence[QRectF], look: Look) -> None:
    """Paint a frame around each box that is read, with its number at the corner."""
    side, font = look.px(_DISC), look.font("micro_strong")
    fill, words = look.color("accent_solid"), look.color("on_accent")
    taken: list[QRectF] = []
    for place in places:
        box(painter, place, 2, line=fill, width=1.5)
    for number, place in enumerate(places, start=1):
        disc = QRectF(place.left() - side / 2, place.top() - side / 2, side, side)
        while any(disc.intersects(other) for other in taken):
            disc.translate(side + 1, 0)
        taken.append(disc)
        dot(painter, QPointF(disc.center()), side / 2, fill)
        text(painter, disc, str(number), font, words, align=CENTER)
