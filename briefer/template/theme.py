"""Read colours and fonts of a theme, and any DrawingML colour, after the colour map."""

from __future__ import annotations

import re

from lxml import etree

from briefer.geometry import Color
from briefer.template.numbers import percent

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
SCHEME = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
DEFAULT_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_RGB = re.compile("[0-9A-F]{6}")
_SLOT = re.compile(r"(?:bg|tx)[12]|accent[1-6]|hlink|folHlink")
PRESETS = {"black": "000000", "white": "FFFFFF", "red": "FF0000", "blue": "0000FF"}


def color_map(master: etree._Element) -> dict[str, str]:
    """Return the colour map of a master: from bg1, tx1, ... to the theme's slots."""
    node = master.find(f"{P}clrMap")
    mapping = dict(DEFAULT_MAP)
    if node is not None:
        mapping.update({str(key): str(value) for key, value in node.attrib.items()})
    return mapping


def theme_colors(theme: etree._Element, mapping: dict[str, str]) -> dict[str, str]:
    """Return RGB by slot, seen through the colour map."""
    raw: dict[str, str] = {}
    scheme = theme.find(f".//{A}clrScheme")
    for slot in SCHEME:
        node = scheme.find(f"{A}{slot}") if scheme is not None else None
        raw[slot] = _rgb(node) if node is not None else "000000"
    names = ("bg1", "tx1", "bg2", "tx2", *SCHEME[4:])
    return {name: raw.get(mapping.get(name, name), raw.get(name, "000000")) for name in names}


def custom_colors(theme: etree._Element) -> dict[str, str]:
    """Return RGB of the theme's custom colours by their names."""
    return {
        node.get("name", ""): _rgb(node) for node in theme.iter(f"{A}custClr") if node.get("name")
    }


def fonts(theme: etree._Element) -> tuple[str, str]:
    """Return the latin typefaces of headings and body."""
    found = []
    for kind in ("majorFont", "minorFont"):
        node = theme.find(f".//{A}{kind}/{A}latin")
        found.append(node.get("typeface", "") if node is not None else "")
    return found[0], found[1]


def _rgb(node: etree._Element) -> str:
    """Return the RGB inside a colour's parent element."""
    for child in node:
        if child.tag == f"{A}srgbClr":
            return _six_digits(child.get("val", ""))
        if child.tag == f"{A}sysClr":
            return _six_digits(child.get("lastClr", ""))
        if child.tag == f"{A}prstClr":
            return PRESETS.get(child.get("val", ""), "000000")
    return "000000"


def _six_digits(value: str) -> str:
    """Return a colour's six hex digits, black for what is none (ST_HexColorRGB has no others)."""
    return value.upper() if _RGB.fullmatch(value.upper()) else "000000"


def color_of(parent: etree._Element, mapping: dict[str, str]) -> Color | None:
    """Return the colour inside an element (`a:solidFill`, ...), or None where there is none."""
    for child in parent:
        if child.tag == f"{A}schemeClr":
            slot = _slot(child.get("val", "tx1"), mapping)
            return Color(
                slot, lum_mod=_percent(child, "lumMod", 100), lum_off=_percent(child, "lumOff", 0)
            )
        if child.tag in (f"{A}srgbClr", f"{A}sysClr", f"{A}prstClr"):
            return Color(
                rgb=_rgb(parent),
                lum_mod=_percent(child, "lumMod", 100),
                lum_off=_percent(child, "lumOff", 0),
            )
    return None


def _slot(name: str, mapping: dict[str, str]) -> str:
    """Return a slot after the colour map (dk1 and its like are turned back into tx1, bg1, ...)."""
    if name in ("dk1", "lt1", "dk2", "lt2"):
        return next((key for key, value in mapping.items() if value == name), "tx1")
    return name if _SLOT.fullmatch(name) else "tx1"


def _percent(node: etree._Element, name: str, default: int) -> int:
    """Return a percentage change of a colour."""
    change = node.find(f"{A}{name}")
    return round(percent(change.get("val", "100000")) * 100) if change is not None else default
