"""What is painted under text: fills of shapes in order, down to the background.

In: fills in XML, frames. Out: `Paint`, `Ground`. Must not know: text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from briefer.accessibility.colors import Palette, Tint
from briefer.accessibility.model import Ground
from briefer.accessibility.xml import A, P, number
from briefer.geometry import Frame

MOST_PAINTED = 1000
"""Shapes that are looked through for what lies under a text; beyond, nobody can tell."""
_WHOLLY = 0.9
_HARDLY = 0.02
"""Shares of a text's frame: from here a shape lies under all of it, up to here under none."""
_FILLS = ("solidFill", "noFill", "gradFill", "blipFill", "pattFill", "grpFill")


@dataclass(frozen=True, slots=True)
class Paint:
    """A fill: its colours (several for a gradient or a pattern), or a picture; or nothing."""

    tints: tuple[Tint, ...] = ()
    picture: bool = False

    @property
    def opaque(self) -> bool:
        """Whether nothing shines through."""
        return self.picture or all(tint.alpha >= 1 for tint in self.tints)

    @property
    def any(self) -> bool:
        """Whether anything is painted."""
        return self.picture or any(tint.alpha > 0 for tint in self.tints)

    def on(self, ground: Ground) -> Ground:
        """Return what is seen of it, and through it, on a ground."""
        if not self.any:
            return ground
        if self.opaque:
            return Ground(_each(tint.rgb for tint in self.tints), picture=self.picture)
        seen = _each(tint.over(under) for tint in self.tints for under in ground.colors)
        return Ground(seen, ground.beside, ground.picture)


NOTHING = Paint()
PICTURE = Paint(picture=True)


def fill_in(
    holder: etree._Element | None, palette: Palette, group: Paint = NOTHING
) -> Paint | None:
    """Return the fill that an element tells, None where it tells none and one is inherited."""
    for child in () if holder is None else holder.iterchildren(*(f"{A}{n}" for n in _FILLS)):
        return fill_of(child, palette, group)
    return None


def fill_of(fill: etree._Element, palette: Palette, group: Paint = NOTHING) -> Paint:
    """Return what a fill element paints."""
    name = etree.QName(fill).localname
    if name == "solidFill":
        tint = palette.tint(fill)
        return Paint((tint,)) if tint else PICTURE
    if name == "gradFill":
        tints = tuple(filter(None, map(palette.tint, fill.iter(f"{A}gs"))))
        return Paint(tints) if tints else PICTURE
    if name == "pattFill":
        grounds = (fill.find(f"{A}fgClr"), fill.find(f"{A}bgClr"))
        return Paint(tuple(filter(None, map(palette.tint, grounds))))
    if name == "blipFill":
        return PICTURE
    return group if name == "grpFill" else NOTHING


def fill_referred(
    reference: etree._Element | None, palette: Palette, fills: Mapping[int, etree._Element]
) -> Paint | None:
    """Return the theme's fill that a reference (`a:fillRef`, `p:bgRef`) names."""
    if reference is None:
        return None
    fill = fills.get(number(reference, "idx"))
    if fill is None:
        return NOTHING
    return fill_of(fill, palette.with_placeholder(palette.tint(reference)))


def background_paint(
    background: etree._Element | None, palette: Palette, fills: Mapping[int, etree._Element]
) -> Paint | None:
    """Return what a slide's, layout's or master's background paints, None if it tells none."""
    if background is None:
        return None
    told = fill_in(background.find(f"{P}bgPr"), palette)
    return told or fill_referred(background.find(f"{P}bgRef"), palette, fills)


@dataclass
class Canvas:
    """What has been painted of a slide so far, the background first."""

    background: Paint
    size: tuple[int, int]
    _painted: list[tuple[Frame, Paint]] = field(default_factory=list)

    @property
    def painted(self) -> int:
        """How many shapes are painted."""
        return len(self._painted)

    def add(self, frame: Frame | None, paint: Paint) -> None:
        """Paint a shape over what is there."""
        if frame is not None and paint.any:
            self._painted.append((frame, paint))

    def covers(self, frame: Frame | None) -> bool:
        """Return whether a frame fills most of the slide."""
        page = Frame(0, 0, *self.size)
        return frame is not None and _overlap(page, frame) > _WHOLLY

    def ground(self, frame: Frame | None, own: Paint = NOTHING) -> Ground:
        """Return what lies under a text in a frame, in a shape that is filled so."""
        if own.any and own.opaque:
            return own.on(Ground())
        if frame is None or len(self._painted) > MOST_PAINTED:
            return Ground(picture=True)
        return own.on(self._under(frame))

    def _under(self, frame: Frame) -> Ground:
        beside: list[str] = []
        through: list[Paint] = []
        base = self.background.on(Ground())
        for place, paint in reversed(self._painted):
            part = _overlap(frame, place)
            if part <= _HARDLY:
                continue
            if part < _WHOLLY:
                beside += (tint.rgb for tint in paint.tints if tint.alpha >= 0.5)
            elif paint.opaque:
                base = paint.on(Ground())
                break
            else:
                through.append(paint)
        for paint in reversed(through):
            base = paint.on(base)
        return Ground(base.colors, tuple(dict.fromkeys(beside)), base.picture)


def _each(colors: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(colors))


def _overlap(frame: Frame, other: Frame) -> float:
    """Return which share of a frame another covers, 0 to 1."""
    wide = min(frame.right, other.right) - max(frame.x, other.x)
    high = min(frame.bottom, other.bottom) - max(frame.y, other.y)
    if wide < 0 or high < 0 or not (frame.w and frame.h):
        return 0.0
    return wide * high / (frame.w * frame.h)
