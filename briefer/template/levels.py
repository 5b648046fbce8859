"""Read paragraph levels: list styles laid over one another, strongest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from lxml import etree

from briefer.geometry import Align
from briefer.template.model import LevelStyle
from briefer.template.numbers import percent, whole
from briefer.template.theme import A, color_of

LEVELS = 9
AUTO_NUMBER = "1."
"""The bullet of a level whose paragraphs are numbered."""
ALIGNS: dict[str, Align] = {"l": "l", "ctr": "ctr", "r": "r"}
Node = etree._Element
Changes = dict[str, Any]


class LevelReader:
    """Reads level styles. Layouts repeat the same list styles, so each is read once."""

    def __init__(self, mapping: dict[str, str]) -> None:
        self._mapping = mapping
        self._keys: dict[Node, bytes] = {}
        self._sheets: dict[bytes, dict[int, Changes]] = {}
        self._chains: dict[tuple[bytes, ...], tuple[LevelStyle, ...]] = {}

    def styles(self, sheets: Sequence[Node]) -> tuple[LevelStyle, ...]:
        """Return the nine level styles that list styles (strongest first) add up to."""
        chain = tuple(self._key(sheet) for sheet in sheets)
        if chain not in self._chains:
            changes = [
                self._changes(key, sheet)
                for key, sheet in zip(reversed(chain), reversed(sheets), strict=True)
            ]
            self._chains[chain] = tuple(_merged(changes, number) for number in range(1, LEVELS + 1))
        return self._chains[chain]

    def _key(self, sheet: Node) -> bytes:
        """Return a list style's text, by which equal ones are known."""
        if sheet not in self._keys:
            self._keys[sheet] = etree.tostring(sheet, with_tail=False)
        return self._keys[sheet]

    def _changes(self, key: bytes, sheet: Node) -> dict[int, Changes]:
        """Return what a list style changes, by level."""
        if key not in self._sheets:
            read: dict[int, Changes] = {}
            for number in range(1, LEVELS + 1):
                node = sheet.find(f"{A}lvl{number}pPr")
                if node is not None:
                    read[number] = paragraph_changes(node, self._mapping)
            self._sheets[key] = read
        return self._sheets[key]


def _merged(changes: Sequence[dict[int, Changes]], number: int) -> LevelStyle:
    """Return the style of one level of list styles, weakest first."""
    merged: Changes = {}
    for sheet in changes:
        merged.update(sheet.get(number, {}))
    return changed(LevelStyle(), merged)


def changed(style: LevelStyle, changes: Changes) -> LevelStyle:
    """Return a style with fields changed by name; a style without bullet has no bullet's look."""
    made = replace(style, **changes)
    return made if made.bullet else replace(made, bullet_color=None, bullet_size=1.0)


def paragraph_changes(node: Node, mapping: dict[str, str]) -> Changes:
    """Return what paragraph properties, and the run defaults in them, change."""
    changes: Changes = dict(_paragraph(node, mapping))
    run = node.find(f"{A}defRPr")
    if run is not None:
        changes.update(run_changes(run, mapping))
    return changes


def _paragraph(node: Node, mapping: dict[str, str]) -> Iterator[tuple[str, object]]:
    """Yield the fields that paragraph properties set."""
    if node.get("algn"):
        yield "align", ALIGNS.get(node.get("algn", "l"), "l")
    for attribute, field in (("marL", "margin"), ("indent", "indent")):
        if node.get(attribute):
            yield field, whole(node.get(attribute, "0"), -51_206_400, 51_206_400)
    for child in node:
        tag = str(child.tag).removeprefix(A)
        if tag == "lnSpc" and (found := child.find(f"{A}spcPct")) is not None:
            yield "line_spacing", _spacing(found.get("val", "100000"))
        elif tag in ("spcBef", "spcAft") and (pts := child.find(f"{A}spcPts")) is not None:
            yield (
                ("space_before" if tag == "spcBef" else "space_after"),
                _hundredths(pts, "val", 0, 158_400),
            )
        elif tag == "buNone":
            yield "bullet", ""
        elif tag == "buChar":
            yield "bullet", child.get("char", "•")
        elif tag == "buAutoNum":
            yield "bullet", AUTO_NUMBER
        elif tag == "buClr":
            yield "bullet_color", color_of(child, mapping)
        elif tag == "buSzPct":
            yield "bullet_size", max(0.25, min(4.0, percent(child.get("val", "100000"))))


def run_changes(node: Node, mapping: dict[str, str]) -> Changes:
    """Return what run properties change."""
    changes: Changes = {}
    for attribute, field in (("b", "bold"), ("i", "italic")):
        if node.get(attribute):
            changes[field] = node.get(attribute) in ("1", "true")
    for attribute, field, low in (("sz", "size", 100), ("spc", "tracking", -400_000)):
        if node.get(attribute):
            changes[field] = _hundredths(node, attribute, low, 400_000)
    if node.get("cap"):
        changes["caps"] = node.get("cap") == "all"
    fill = node.find(f"{A}solidFill")
    color = color_of(fill, mapping) if fill is not None else None
    if color is not None:
        changes["color"] = color
    latin = node.find(f"{A}latin")
    if latin is not None:
        changes["font"] = "major" if latin.get("typeface", "").startswith("+mj") else "minor"
    return changes


def _hundredths(node: Node, attribute: str, low: int, high: int) -> float:
    """Return a value in points for one in hundredths of a point, within the schema's bounds."""
    return whole(node.get(attribute, "0"), low, high) / 100


def _spacing(value: str) -> float:
    """Return line spacing as a factor; lines that lie on each other are none (0 is allowed)."""
    return max(0.1, min(13.2, percent(value)))
