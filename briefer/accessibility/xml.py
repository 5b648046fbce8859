"""Names of the elements that decks are made of, and reading numbers that anybody may have written.

In: lxml elements. Out: plain values. Must not know: what they mean.
"""

from __future__ import annotations

import re

from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
DECORATIVE_URI = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_NUMBER = re.compile(r"\s*([+-]?\d{1,12})(\.\d+)?(%?)\s*\Z", re.ASCII)


def number(element: etree._Element | None, name: str, default: int = 0) -> int:
    """Return an attribute as a whole number; what is none, or has over twelve digits, is not."""
    told = None if element is None else element.get(name)
    found = _NUMBER.match(told) if told else None
    return int(found.group(1)) if found else default


def share(element: etree._Element | None, name: str = "val", default: float = 1.0) -> float:
    """Return a percentage as a factor, written in thousandths of a per cent or with a sign."""
    told = None if element is None else element.get(name)
    found = _NUMBER.match(told) if told else None
    if found is None:
        return default
    value = float(found.group(1) + (found.group(2) or ""))
    return value / 100 if found.group(3) else value / 100_000


def flag(element: etree._Element | None, name: str, *, default: bool = False) -> bool:
    """Return an attribute as yes or no."""
    told = None if element is None else element.get(name)
    return default if told is None else told in ("1", "true", "on")
