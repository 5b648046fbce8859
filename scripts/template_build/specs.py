"""The vocabulary in which layouts are told: levels, places, static art, layouts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from template_build.grid import Box, box

BULLET = "■"
AUTO_NUMBER = "1."
Frame: TypeAlias = tuple[float, float, float, float]
"""x, y, width, height, or the insets left, top, right, bottom; in inches."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a place. `color` is a name of the place's surface or of a scheme slot.

    `size`, `after` in points; `leading` in percent. `hang` is the hanging indent in inches, a
    negative one indents every line alike; `inset` moves both.
    """

    size: float
    major: bool = False
    bold: bool = False
    caps: bool = False
    color: str = "words"
    align: str = "l"
    after: float = 0
    leading: int = 100
    bullet: str = ""
    hang: float = 0
    inset: float = 0


@dataclass(frozen=True, slots=True)
class Place:
    """A placeholder. `idx` None is the title, or a master's. `line` outlines it.

    `own_fill` fills it with its surface, `fill` with a scheme slot instead. Insets in inches.
    """

    idx: int | None
    type: str
    name: str
    box: Box
    levels: tuple[Level, ...]
    insets: Frame = (0, 0, 0, 0)
    anchor: str = "t"
    surface: str = "page"
    own_fill: bool = False
    fill: str = ""
    line: str = ""
    size: str = ""


@dataclass(frozen=True, slots=True)
class Art:
    """A static, decorative shape: rect, ellipse, line or text. Colours as of a `Level`."""

    name: str
    kind: str
    box: Box
    color: str = "words"
    surface: str = "page"
    outline: str = ""
    points: float = 0
    text: str = ""
    size: float = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """A slide layout. `ground` is the surface of its background; `type` the schema's."""

    name: str
    places: tuple[Place, ...]
    art: tuple[Art, ...] = ()
    ground: str = "page"
    type: str = ""
    master_art: bool = True
    footers: bool = True


def label(size: float = 14, *, color: str = "label", after: float = 0) -> Level:
    """Return the level of a label: bold capitals, tracked."""
    return Level(size, bold=True, caps=True, color=color, after=after)


def points(size: float, *, after: float, hang: float, inset: float = 0) -> Level:
    """Return the level of a list of points; those under others are inset."""
    return Level(size, bullet=BULLET, after=after, hang=hang, inset=inset)


def body(
    idx: int,
    name: str,
    frame: Frame,
    *levels: Level,
    insets: Frame = (0, 0, 0, 0),
    anchor: str = "t",
    surface: str = "page",
    filled: bool = False,
    fill: str = "",
    line: str = "",
    type: str = "body",
) -> Place:
    """Return a placeholder of a layout; frame and insets in inches."""
    return Place(
        idx,
        type,
        name,
        box(*frame),
        levels,
        insets=insets,
        anchor=anchor,
        surface=surface,
        own_fill=filled,
        fill=fill,
        line=line,
        size="quarter",
    )
