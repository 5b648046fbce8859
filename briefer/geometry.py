"""Frames and colours: the two small values that templates, layout, writers and painter share.

Lengths are EMU (English Metric Units, ECMA-376): 914400 to the inch, 12700 to the point.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

EMU_PER_INCH = 914400
EMU_PER_PT = 12700

Anchor = Literal["t", "ctr", "b"]
Align = Literal["l", "ctr", "r"]
FontRole = Literal["major", "minor"]


def inches(value: float) -> int:
    """Return a length in EMU for a length in inches."""
    return round(value * EMU_PER_INCH)


def points(value: float) -> int:
    """Return a length in EMU for a length in points."""
    return round(value * EMU_PER_PT)


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle on a page, in EMU from its top left corner."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        """The x of the right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> int:
        """The y of the bottom edge."""
        return self.y + self.h

    @classmethod
    def of_inches(cls, x: float, y: float, w: float, h: float) -> Frame:
        """Return a frame given in inches."""
        return cls(inches(x), inches(y), inches(w), inches(h))


@dataclass(frozen=True, slots=True)
class Insets:
    """The distances between a frame and the text in it, in EMU."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0


@dataclass(frozen=True, slots=True)
class Color:
    """A theme colour (`slot`, after the colour map: bg1 tx1 bg2 tx2 accent1..6 hlink) or an RGB.

    `lum_mod` and `lum_off` are percentages applied to the HSL luminance, as in DrawingML.
    """

    slot: str = ""
    rgb: str = ""
    lum_mod: int = 100
    lum_off: int = 0


@dataclass(frozen=True, slots=True)
class Outline:
    """The line around a shape: colour, width in EMU, dash (`solid` or `dash`)."""

    color: Color
    width: int = 9525
    dash: str = "solid"
