"""The placeholders that the design asks for, read from the table beside this module."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).with_name("layouts.md")
FURNITURE = "Furniture"
_LEVEL = re.compile(
    r"L(?P<number>\d) (?P<size>[\d.]+) (?P<font>sans|serif)(?P<bold> bold)?(?P<caps> caps)?"
    r" (?P<color>\S+)(?: bullet (?P<bullet>\S))?(?: (?P<auto>1\.))?"
    r"(?: aft(?P<after>[\d.]+))?(?: ln(?P<leading>\d+)%)?"
)


@dataclass(frozen=True)
class Level:
    """A level as the design words it; `color` is its word."""

    number: int
    size: float
    serif: bool
    bold: bool
    caps: bool
    color: str
    bullet: str
    after: float
    leading: int


@dataclass(frozen=True)
class Spot:
    """A placeholder as the design words it; lengths in inches."""

    layout: str
    idx: int
    type: str
    name: str
    frame: tuple[float, float, float, float]
    insets: tuple[float, ...]
    anchor: str
    levels: tuple[Level, ...]

    def __str__(self) -> str:
        """Return the name of a test case."""
        return f"{self.layout}-{self.idx}"


def _levels(words: str) -> tuple[Level, ...]:
    """Return the levels of one cell."""
    made = []
    for part in words.split(" / "):
        match = _LEVEL.fullmatch(part.strip())
        if match is None:
            raise ValueError(f"cannot read level {part!r}")
        made.append(
            Level(
                number=int(match["number"]),
                size=float(match["size"]),
                serif=match["font"] == "serif",
                bold=bool(match["bold"]),
                caps=bool(match["caps"]),
                color=match["color"],
                bullet=match["bullet"] or match["auto"] or "",
                after=float(match["after"] or 0),
                leading=int(match["leading"] or 100),
            )
        )
    return tuple(made)


def _rows() -> Iterator[Spot]:
    """Yield every row of the table."""
    layout = ""
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith("#### "):
            layout = line.removeprefix("#### ")
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) != 10 or not cells[0].isdigit():
            continue
        x, y, w, h = (float(cell) for cell in cells[3:7])
        yield Spot(
            layout=layout,
            idx=int(cells[0]),
            type=cells[1],
            name=cells[2],
            frame=(x, y, w, h),
            insets=tuple(float(inset) for inset in cells[7].split(",")),
            anchor=cells[8],
            levels=_levels(cells[9]),
        )


SPOTS = tuple(_rows())
LAYOUTS = tuple(
    line.removeprefix("#### ")
    for line in TABLE.read_text("utf-8").splitlines()
    if line.startswith("#### ") and FURNITURE not in line
)
FULL_BLEED = ("Title", "Section", "Closing")
WITHOUT_SOURCE_LINE = ("Sources", "Sources continued", "Works cited")


def furniture_of(layout: str) -> tuple[Spot, ...]:
    """Return the furniture that a layout has beside its own placeholders."""
    spots = tuple(spot for spot in SPOTS if spot.layout == FURNITURE)
    own = {spot.idx for spot in SPOTS if spot.layout == layout}
    if layout in FULL_BLEED:
        return tuple(spot for spot in spots if spot.idx in (12, 13))
    missing = own | ({11} if layout in WITHOUT_SOURCE_LINE else set())
    return tuple(spot for spot in spots if spot.idx not in missing)
