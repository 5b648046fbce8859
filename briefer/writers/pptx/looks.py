"""How things look, as markup: colours, fills, lines, frames.

In: values of `geometry`. Out: markup in the order the schema wants. Must not know: pages, parts,
relationships. What was once made is kept, because a deck has few looks and many things.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from briefer.geometry import Color, Frame, Insets, Outline
from briefer.records.text import xml_value
from briefer.template.model import Template
from briefer.writers.pptx.markup import element

_SCHEME_SLOTS = frozenset(
    ("bg1", "tx1", "bg2", "tx2", "hlink", "folHlink", "dk1", "lt1", "dk2", "lt2")
) | {f"accent{number}" for number in range(1, 7)}


class Looks:
    """The looks of one deck, on one template."""

    def __init__(self, template: Template) -> None:
        self.template = template
        self._kept: dict[Hashable, Any] = {}

    def kept(self, key: Hashable, make: Callable[[], str]) -> str:
        """Return the markup that was made for this key before, or make it."""
        found: str | None = self._kept.get(key)
        if found is None:
            found = self._kept[key] = make()
        return found

    def color(self, color: Color) -> str:
        """Return a colour: the theme slot with its luminance, or RGB where it has no slot."""
        if color.slot not in _SCHEME_SLOTS:
            return element("a:srgbClr", val=self.template.rgb(color))
        changes = [element("a:lumMod", val=color.lum_mod * 1000)] if color.lum_mod != 100 else []
        changes += [element("a:lumOff", val=color.lum_off * 1000)] if color.lum_off else []
        return element("a:schemeClr", *changes, val=color.slot)

    def fill(self, color: Color | None) -> str:
        """Return a solid fill, or `a:noFill` for None."""
        if color is None:
            return "<a:noFill/>"
        return self.kept(color, lambda: element("a:solidFill", self.color(color)))

    def line(self, outline: Outline | None, *, tag: str = "a:ln", arrow: bool = False) -> str:
        """Return a line, with a triangle at its end if `arrow`; an unseen one for None."""
        if outline is None:
            return f"<{tag}><a:noFill/></{tag}>"
        return self.kept((outline, tag, arrow), lambda: self._line(outline, tag, arrow=arrow))

    def _line(self, outline: Outline, tag: str, *, arrow: bool) -> str:
        dashed = outline.dash != "solid"
        return element(
            tag,
            self.fill(outline.color),
            element("a:prstDash", val=outline.dash) if dashed else "",
            element("a:tailEnd", type="triangle") if arrow else "",
            w=outline.width,
        )


def place(frame: Frame, *, tag: str = "a:xfrm", turned: str = "", inner: str = "") -> str:
    """Return the frame as offset and extent (EMU); sizes below zero become zero.

    `turned` are attributes, ready made, that mirror the shape; `inner` follows the extent.
    """
    return (
        f'<{tag}{turned}><a:off x="{frame.x}" y="{frame.y}"/>'
        f'<a:ext cx="{max(frame.w, 0)}" cy="{max(frame.h, 0)}"/>{inner}</{tag}>'
    )


def geometry(preset: str) -> str:
    """Return a preset geometry without adjustments."""
    return f'<a:prstGeom prst="{xml_value(preset)}"><a:avLst/></a:prstGeom>'


def inset(insets: Insets) -> str:
    """Return the four insets (EMU) as attributes of an `a:bodyPr`, a space before each."""
    return f' lIns="{insets.left}" tIns="{insets.top}" rIns="{insets.right}" bIns="{insets.bottom}"'
