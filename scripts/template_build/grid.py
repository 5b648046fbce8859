"""The grid of the page (design page "slides", section 2), in EMU."""

from __future__ import annotations

from dataclasses import dataclass

EMU_PER_INCH = 914400
PAGE_WIDTH, PAGE_HEIGHT = 12192000, 6858000
MARGIN, PITCH, GUTTER = 609600, 929640, 182880
GRID_TOLERANCE = 0.0006
"""The design gives inches to three places; a column's edge is meant when they agree so far."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in EMU."""

    x: int
    y: int
    w: int
    h: int


def column_x(column: int) -> int:
    """Return the left edge of column 1..12."""
    return MARGIN + (column - 1) * PITCH


def columns_w(count: int) -> int:
    """Return the width of 1..12 columns with the gutters between them."""
    return count * PITCH - GUTTER


def emu(inches: float) -> int:
    """Return inches in EMU, to the nearest whole number."""
    return round(inches * EMU_PER_INCH)


def _snapped(inches: float, edges: tuple[int, ...]) -> int:
    """Return the grid edge that `inches` is meant to be, else `inches` in EMU."""
    for edge in edges:
        if abs(edge / EMU_PER_INCH - inches) < GRID_TOLERANCE:
            return edge
    return emu(inches)


def box(x: float, y: float, w: float, h: float) -> Box:
    """Return a box given in inches, its x and w on the grid where they are meant to be."""
    xs = tuple(column_x(n) for n in range(1, 13))
    ws = (PAGE_WIDTH, *(columns_w(n) for n in range(1, 13)))
    return Box(_snapped(x, xs), emu(y), _snapped(w, ws), emu(h))
