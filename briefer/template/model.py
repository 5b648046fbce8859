"""What layout, painter and writer need to know of a template. Frozen values; no file access.

Geometry is in EMU, type sizes in points. Colours are `Color`s; `Template.rgb` resolves them.
"""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from briefer.errors import TemplateError
from briefer.geometry import Align, Anchor, Color, FontRole, Frame, Insets, Outline


@dataclass(frozen=True, slots=True)
class LevelStyle:
    """How one level of a placeholder is set.

    `size` in pt; `line_spacing` a factor of the font's line height; `space_after` in pt;
    `margin` (left) and `indent` (of the first line, negative for a hanging one) in EMU.
    """

    font: FontRole = "minor"
    size: float = 18.0
    bold: bool = False
    italic: bool = False
    caps: bool = False
    tracking: float = 0.0
    color: Color = Color("tx1")
    align: Align = "l"
    line_spacing: float = 1.0
    space_before: float = 0.0
    space_after: float = 0.0
    margin: int = 0
    indent: int = 0
    bullet: str = ""
    bullet_color: Color | None = None
    bullet_size: float = 1.0


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder of a layout; `idx` is the stable key. `type` is the schema's (`body`, ...)."""

    idx: int
    type: str
    name: str
    frame: Frame
    insets: Insets
    anchor: Anchor
    levels: tuple[LevelStyle, ...]
    fill: Color | None = None
    outline: Outline | None = None

    def level(self, number: int) -> LevelStyle:
        """Return the style of level 1..9; levels beyond the last are set as the last."""
        return self.levels[min(number, len(self.levels)) - 1]


@dataclass(frozen=True, slots=True)
class Art:
    """A static shape of a layout or its master, painted under the placeholders."""

    name: str
    geometry: str
    frame: Frame
    fill: Color | None = None
    outline: Outline | None = None
    text: str = ""
    style: LevelStyle | None = None


@dataclass(frozen=True, slots=True)
class TemplateLayout:
    """A PowerPoint slide layout: its placeholders, art and background."""

    name: str
    placeholders: tuple[Placeholder, ...]
    art: tuple[Art, ...]
    background: Color

    def placeholder(self, idx: int) -> Placeholder | None:
        """Return the placeholder of this idx, or None."""
        return next((ph for ph in self.placeholders if ph.idx == idx), None)

    def of_type(self, *types: str) -> Placeholder | None:
        """Return the first placeholder of one of these types, or None."""
        return next((ph for ph in self.placeholders if ph.type in types), None)


@dataclass(frozen=True)
class Template:
    """A template as read: page size in EMU, colours after the colour map, fonts, layouts.

    `colors` maps slots (bg1 tx1 bg2 tx2 accent1..6 hlink folHlink) and custom colour names to RGB.
    """

    name: str
    path: Path
    width: int
    height: int
    colors: Mapping[str, str]
    major_font: str
    minor_font: str
    layouts: tuple[TemplateLayout, ...]

    def layout(self, name: str) -> TemplateLayout:
        """Return the layout of this name; raise TemplateError naming the way out."""
        for layout in self.layouts:
            if layout.name == name:
                return layout
        raise TemplateError(
            f"Template {self.path.name} has no layout {name!r}.",
            hint="Use a house template, or one made from it.",
        )

    def rgb(self, color: Color) -> str:
        """Return six hex digits for a colour, its luminance changes applied (DrawingML 20.1.2)."""
        value = color.rgb or self.colors[color.slot]
        if color.lum_mod == 100 and color.lum_off == 0:
            return value
        red, green, blue = (int(value[i : i + 2], 16) / 255 for i in (0, 2, 4))
        hue, lum, sat = colorsys.rgb_to_hls(red, green, blue)
        lum = min(1.0, max(0.0, lum * color.lum_mod / 100 + color.lum_off / 100))
        channels = colorsys.hls_to_rgb(hue, lum, sat)
        return "".join(f"{round(channel * 255):02X}" for channel in channels)
