"""Colours of a slide: through theme, colour map and changes to six hex digits; and contrast.

In: the XML of theme, colour map and colours. Out: `Tint`s, ratios. Must not know: shapes.
"""

from __future__ import annotations

import colorsys
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from briefer.accessibility.preset_colors import preset_color
from briefer.accessibility.xml import A, number, share

_HEX = re.compile(r"[0-9A-Fa-f]{6}\Z")
_SLOTS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
_ROUND = 21_600_000
"""A full turn in the unit of angles, sixty thousandths of a degree."""
_USUAL_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}


@dataclass(frozen=True, slots=True)
class Tint:
    """A colour of six hex digits and how much it covers: 0 not at all, 1 wholly."""

    rgb: str
    alpha: float = 1.0

    def over(self, ground: str) -> str:
        """Return what is seen of it on a ground."""
        if self.alpha >= 1:
            return self.rgb
        pairs = zip(_channels(self.rgb), _channels(ground), strict=True)
        return _hex(*(top * self.alpha + under * (1 - self.alpha) for top, under in pairs))


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.0, relative luminance)."""
    dark, light = sorted((_luminance(first), _luminance(second)))
    return (light + 0.05) / (dark + 0.05)


@dataclass(frozen=True)
class Palette:
    """The colours of a theme, seen through the colour map of a slide."""

    slots: Mapping[str, str]
    mapping: Mapping[str, str] = field(default_factory=lambda: dict(_USUAL_MAP))
    placeholder: Tint | None = None

    def with_placeholder(self, tint: Tint | None) -> Palette:
        """Return the palette with a colour where a theme's style says "the shape's colour"."""
        return replace(self, placeholder=tint)

    def slot(self, name: str) -> str | None:
        """Return the colour of a slot, None where the theme has none of that name."""
        return self.slots.get(self.mapping.get(name, name))

    def tint(self, holder: etree._Element | None) -> Tint | None:
        """Return the colour in an element (a fill, a reference), None where there is none."""
        for child in () if holder is None else holder:
            base = self._base(child)
            if base is not None:
                return _changed(base, child)
        return None

    def _base(self, color: etree._Element) -> Tint | None:
        """Return a colour before its changes, None where the element is no known colour."""
        told = color.get("val", "")
        if color.tag == f"{A}schemeClr":
            if told == "phClr":
                return self.placeholder
            slot = self.slot(told)
            return Tint(slot) if slot else None
        found: str | None = None
        if color.tag == f"{A}srgbClr":
            found = told if _HEX.match(told) else None
        elif color.tag == f"{A}sysClr":
            last = color.get("lastClr", "")
            found = last if _HEX.match(last) else {"windowText": "000000"}.get(told, "FFFFFF")
        elif color.tag == f"{A}prstClr":
            found = preset_color(told)
        elif color.tag == f"{A}scrgbClr":
            found = _hex(*(_encoded(_bounded(share(color, name))) for name in ("r", "g", "b")))
        elif color.tag == f"{A}hslClr":
            hue = number(color, "hue") / _ROUND % 1
            light, full = (_bounded(share(color, name)) for name in ("lum", "sat"))
            found = _hex(*colorsys.hls_to_rgb(hue, light, full))
        return Tint(found.upper()) if found else None


def theme_slots(theme: etree._Element | None) -> dict[str, str]:
    """Return the colours of a theme by slot; those it does not tell are left out."""
    scheme = None if theme is None else theme.find(f".//{A}clrScheme")
    if scheme is None:
        return {}
    plain = Palette({})
    found = {slot: plain.tint(scheme.find(f"{A}{slot}")) for slot in _SLOTS}
    return {slot: tint.rgb for slot, tint in found.items() if tint}


def color_map(holder: etree._Element | None, usual: Mapping[str, str]) -> Mapping[str, str]:
    """Return the map that an element (`p:clrMap`, `a:overrideClrMapping`) tells, else the usual."""
    if holder is None:
        return usual
    return {**_USUAL_MAP, **{str(name): str(slot) for name, slot in holder.attrib.items()}}


def _hls(change: Callable[[float, float, float], tuple[float, float, float]], rgb: str) -> str:
    return _hex(*colorsys.hls_to_rgb(*map(_bounded, change(*colorsys.rgb_to_hls(*_channels(rgb))))))


def _changed(tint: Tint, color: etree._Element) -> Tint:
    """Return a colour after the changes under its element, in order (20.1.2.3)."""
    for change in color.iterchildren(f"{A}*"):
        name = etree.QName(change).localname
        angle = number(change, "val") / _ROUND
        tint = _one_change(tint, name, angle if name in ("hue", "hueOff") else share(change))
    return tint


def _one_change(tint: Tint, name: str, by: float) -> Tint:
    """Return a colour after one change; tint and shade work on linear light, as PowerPoint does."""
    rgb = tint.rgb
    if name == "alpha":
        return replace(tint, alpha=_bounded(by))
    if name in ("alphaMod", "alphaOff"):
        return replace(tint, alpha=_bounded(tint.alpha * by if name[5] == "M" else tint.alpha + by))
    if name in ("tint", "shade"):
        rest = 1 - by if name == "tint" else 0.0
        linear = (_linear(channel) * by + rest for channel in _channels(rgb))
        return replace(tint, rgb=_hex(*(_encoded(_bounded(value)) for value in linear)))
    if name in ("inv", "gray", "comp"):
        return replace(tint, rgb=_special(rgb, name))
    part = {"lum": 1, "sat": 2, "hue": 0}.get(name[:3])
    if part is None or name[3:] not in ("", "Mod", "Off"):
        return tint

    def moved(*hls: float) -> tuple[float, float, float]:
        values = list(hls)
        old = values[part]
        values[part] = {"": by, "Mod": old * by, "Off": old + by}[name[3:]]
        values[0] %= 1
        return values[0], values[1], values[2]

    return replace(tint, rgb=_hls(moved, rgb))


def _special(rgb: str, name: str) -> str:
    red, green, blue = _channels(rgb)
    if name == "inv":
        return _hex(1 - red, 1 - green, 1 - blue)
    if name == "gray":
        level = 0.299 * red + 0.587 * green + 0.114 * blue
        return _hex(level, level, level)
    return _hls(lambda hue, light, full: ((hue + 0.5) % 1, light, full), rgb)


def _channels(rgb: str) -> tuple[float, float, float]:
    red, green, blue = (int(rgb[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return red, green, blue


def _hex(*channels: float) -> str:
    return "".join(f"{round(_bounded(channel) * 255):02X}" for channel in channels)


def _bounded(value: float) -> float:
    return min(1.0, max(0.0, value))


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4


def _encoded(value: float) -> float:
    return value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


def _luminance(rgb: str) -> float:
    red, green, blue = (_linear(channel) for channel in _channels(rgb))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
