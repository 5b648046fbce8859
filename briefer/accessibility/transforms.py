"""Where a shape stands on its slide: through placeholders and groups.

In: shapes in XML. Out: `Frame`s in EMU. Must not know: anything else.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from briefer.accessibility.xml import A, P, number
from briefer.geometry import Frame


@dataclass(frozen=True, slots=True)
class Moved:
    """How a group moves and stretches what is in it."""

    x: float = 0.0
    y: float = 0.0
    wide: float = 1.0
    high: float = 1.0

    def frame(self, x: int, y: int, w: int, h: int) -> Frame:
        """Return where a frame in the group stands on the slide."""
        return Frame(
            round(self.x + x * self.wide),
            round(self.y + y * self.high),
            round(w * self.wide),
            round(h * self.high),
        )

    @classmethod
    def into(cls, group: etree._Element, outer: Moved) -> Moved:
        """Return how a group that is itself in a moved one moves its parts."""
        xfrm = group.find(f"{P}grpSpPr/{A}xfrm")
        if xfrm is None:
            return outer
        place, size = xfrm.find(f"{A}off"), xfrm.find(f"{A}ext")
        inner, inside = xfrm.find(f"{A}chOff"), xfrm.find(f"{A}chExt")
        wide = number(size, "cx") / (number(inside, "cx") or number(size, "cx") or 1)
        high = number(size, "cy") / (number(inside, "cy") or number(size, "cy") or 1)
        return cls(
            outer.x + (number(place, "x") - number(inner, "x") * wide) * outer.wide,
            outer.y + (number(place, "y") - number(inner, "y") * high) * outer.high,
            outer.wide * wide,
            outer.high * high,
        )


def frame_in(
    shape: etree._Element, behind: tuple[etree._Element, ...], moved: Moved
) -> Frame | None:
    """Return a shape's frame on the slide, its placeholder's where it has none of its own."""
    for one in (shape, *behind):
        for path in (f"{P}spPr/{A}xfrm", f"{P}grpSpPr/{A}xfrm", f"{P}xfrm"):
            xfrm = one.find(path)
            size = None if xfrm is None else xfrm.find(f"{A}ext")
            if xfrm is not None and size is not None:
                place = xfrm.find(f"{A}off")
                return moved.frame(
                    number(place, "x"), number(place, "y"), number(size, "cx"), number(size, "cy")
                )
    return None
