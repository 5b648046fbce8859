"""Font metrics: how wide and tall text of the house fonts is.

In: the committed width tables (`briefer/data/metrics`, made by `scripts/build_metrics.py`). Out:
widths in points, line heights and descents in ems. Must not know: runs, boxes.

Kerning is left out: most pairs only narrow a line, so measuring errs on the safe side.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Literal

from briefer.geometry import FontRole

Family = Literal["Cambria", "Calibri"]

HOUSE: Mapping[FontRole, Family] = {"major": "Cambria", "minor": "Calibri"}
"""The house family of each role: it measures fonts that there is no table of."""

FAMILIES: Mapping[str, Family] = {
    "Cambria": "Cambria",
    "Caladea": "Cambria",
    "Calibri": "Calibri",
    "Carlito": "Calibri",
}
"""For a font's name the family whose table has its widths."""

LINE_HEIGHTS: Mapping[Family, float] = {"Calibri": 1.2207, "Cambria": 1.1719}
"""Line heights in ems (design page "slides", section 3)."""

ASCENTS: Mapping[Family, float] = {"Calibri": 0.9521, "Cambria": 0.9502}
"""How far in ems the baseline lies below the top of a line.

These are what PowerPoint stands on. Caladea's own figures are not Cambria's, so the tables of the
metric-compatible faces give widths only.
"""

WIDE, FROM_RIGHT, OTHER = 1.0, 0.58, 0.6
"""Advances in ems of characters that a house font lacks: full-width ones, those that are read from
the right (as wide as the widest faces that stand in for them draw them, in bold and with the wider
spaces between their words), and others."""


class Face:
    """One face: advances in ems by character."""

    def __init__(self, table: dict[str, object]) -> None:
        units = _number(table["units"])
        self._advances: dict[str, float] = {}
        runs = table["advances"]
        assert isinstance(runs, list)
        for first, widths in runs:
            for offset, width in enumerate(widths):
                self._advances[chr(first + offset)] = width / units

    def advance(self, char: str) -> float:
        """Return a character's advance in ems."""
        known = self._advances.get(char)
        if known is None:
            known = self._advances[char] = _fallback(char)
        return known

    def width(self, text: str) -> float:
        """Return the width of a text in ems."""
        advances = self._advances
        try:
            return sum([advances[char] for char in text])
        except KeyError:
            return sum(self.advance(char) for char in text)


class Metrics:
    """The width tables of the families that stand in the two roles."""

    def __init__(
        self,
        faces: Mapping[tuple[Family, bool, bool], Face],
        families: Mapping[FontRole, Family] = HOUSE,
    ) -> None:
        self._families = families
        self._faces = {
            (role, bold, italic): faces[family, bold, italic]
            for role, family in families.items()
            for bold in (False, True)
            for italic in (False, True)
        }

    def text_width(
        self, text: str, *, font: FontRole, size: float, bold: bool = False, italic: bool = False
    ) -> float:
        """Return the width in points of `text` at `size` points."""
        return self._faces[font, bold, italic].width(text) * size

    def line_height(self, font: FontRole) -> float:
        """Return the height of a line in ems, at 100 % leading."""
        return LINE_HEIGHTS[self._families[font]]

    def descent(self, font: FontRole) -> float:
        """Return how far in ems the baseline lies above the bottom of a line."""
        family = self._families[font]
        return LINE_HEIGHTS[family] - ASCENTS[family]


def _number(value: object) -> float:
    """Return a number of a table."""
    assert isinstance(value, (int, float))
    return float(value)


def _fallback(char: str) -> float:
    """Return the advance in ems assumed for a character the house fonts lack."""
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc"):
        return 0.0
    if unicodedata.bidirectional(char) in ("R", "AL"):
        return FROM_RIGHT
    return WIDE if unicodedata.east_asian_width(char) in "WF" or ord(char) > 0x1F000 else OTHER


def family_of(name: str, role: FontRole) -> Family:
    """Return the family whose table measures a font; the role's house family for unknown ones."""
    return FAMILIES.get(name, HOUSE[role])


@cache
def load_metrics(major: Family = HOUSE["major"], minor: Family = HOUSE["minor"]) -> Metrics:
    """Return the tables of the families in the two roles, read once."""
    return Metrics(_faces(), {"major": major, "minor": minor})


@cache
def _faces() -> dict[tuple[Family, bool, bool], Face]:
    """Return every face of the bundled tables."""
    faces: dict[tuple[Family, bool, bool], Face] = {}
    folder = resources.files("briefer") / "data" / "metrics"
    for role, family in HOUSE.items():
        table = json.loads((folder / f"{role}.json").read_text("utf-8"))["faces"]
        for name, face in table.items():
            faces[family, "bold" in name, "italic" in name] = Face(face)
    return faces
