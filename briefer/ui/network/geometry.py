"""Where nodes, names and edges are on the canvas at a zoom.

In: a network, where its nodes were placed, the look's fonts. Out: discs, rectangles, curves, in px
of the canvas. Must not know: widgets, colours.

Distances grow with the zoom, names do not: they can be read at any zoom, and where the picture is
small those of the less connected are left out rather than laid over others.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainterPath

from briefer.records import Ref
from briefer.ui.network.arranging import arranged
from briefer.ui.network.graph import Edge, Network, Node
from briefer.ui.network.spreading import Point, Size
from briefer.ui.theme import Look

_NAME_WIDTH = 118
_NAME_GAP = 3
_BEND = 26
_SMALLEST_DISC = 0.66
_RIGHT = Qt.TextElideMode.ElideRight


@dataclass(frozen=True)
class Name:
    """A name broken into at most two lines."""

    lines: tuple[str, ...]
    size: QSizeF


@dataclass(frozen=True)
class Body:
    """What does not depend on where a node stands: its radius and its name."""

    radius: float
    name: Name

    @property
    def box(self) -> Size:
        """The size of the disc and the name below it."""
        width = max(2 * self.radius, self.name.size.width())
        return width, 2 * self.radius + _NAME_GAP + self.name.size.height()


@dataclass(frozen=True)
class Curve:
    """An edge from disc to disc, and the direction in which it arrives, in radians."""

    path: QPainterPath
    tip: QPointF
    angle: float

    def at(self, share: float) -> QPointF:
        """Return the point a share of the way along."""
        return self.path.pointAtPercent(share)


def bodies_of(network: Network, look: Look) -> tuple[Body, ...]:
    """Return the discs and names of the nodes; in the thread of the window, which has the fonts."""
    metrics = QFontMetricsF(look.font("meta_strong"))
    width = look.px(_NAME_WIDTH)
    return tuple(
        Body(
            look.px(17) + look.px(min(11.0, 2.6 * math.sqrt(node.degree))),
            _named(node, metrics, width),
        )
        for node in network.nodes
    )


def places_of(
    way: str, bodies: Sequence[Body], links: Sequence[tuple[int, int]]
) -> tuple[Point, ...]:
    """Return the centres of the discs around the origin; in any thread."""
    boxes = [body.box for body in bodies]
    centres = arranged(way, boxes, links)
    return tuple(
        (x, y - height / 2 + body.radius)
        for (x, y), (_, height), body in zip(centres, boxes, bodies, strict=True)
    )


@dataclass(frozen=True)
class Scene:
    """A network laid out: bodies by row, places by actor."""

    network: Network
    bodies: Mapping[Ref, Body]
    places: Mapping[Ref, Point]

    def body(self, row: int) -> Body:
        """Return the body of a node."""
        return self.bodies[self.network.nodes[row].actor.id]

    def place(self, row: int) -> Point:
        """Return where the disc of a node is centred at zoom 1."""
        return self.places[self.network.nodes[row].actor.id]

    def radius(self, row: int, zoom: float) -> float:
        """Return the radius of a disc; in a small picture discs are a little smaller."""
        return self.body(row).radius * min(1.0, max(_SMALLEST_DISC, zoom))

    def disc(self, row: int, zoom: float) -> QRectF:
        """Return the square around a disc."""
        x, y = self.place(row)
        radius = self.radius(row, zoom)
        return QRectF(x * zoom - radius, y * zoom - radius, 2 * radius, 2 * radius)

    def name(self, row: int, zoom: float) -> QRectF:
        """Return where a name stands, below its disc."""
        disc, size = self.disc(row, zoom), self.body(row).name.size
        left = disc.center().x() - size.width() / 2
        return QRectF(QPointF(left, disc.bottom() + _NAME_GAP), size)

    def bounds(self, zoom: float) -> QRectF:
        """Return the rectangle around all discs and names."""
        bounds = QRectF()
        for row in range(len(self.network.nodes)):
            bounds = bounds.united(self.disc(row, zoom)).united(self.name(row, zoom))
        return bounds

    def names_shown(self, zoom: float, first: Sequence[int]) -> frozenset[int]:
        """Return the nodes whose names have room, those named first before the others."""
        rows = range(len(self.network.nodes))
        discs = [self.disc(row, zoom).adjusted(1, 1, -1, -1) for row in rows]
        taken: list[QRectF] = []
        shown = set()
        for row in dict.fromkeys((*first, *rows)):
            name = self.name(row, zoom)
            hidden = any(map(name.intersects, taken)) or any(
                map(name.intersects, (*discs[:row], *discs[row + 1 :]))
            )
            if not hidden:
                taken.append(name)
                shown.add(row)
        return frozenset(shown)

    def curves(self, zoom: float) -> tuple[Curve, ...]:
        """Return the edges; several between the same two nodes bend away from one another."""
        pairs = Counter(_pair(edge) for edge in self.network.edges)
        drawn: Counter[tuple[int, int]] = Counter()
        rows = range(len(self.network.nodes))
        centres = [(x * zoom, y * zoom) for x, y in map(self.place, rows)]
        radii = [self.radius(row, zoom) for row in rows]
        curves = []
        for edge in self.network.edges:
            pair = _pair(edge)
            bend = (drawn[pair] - (pairs[pair] - 1) / 2) * _BEND
            drawn[pair] += 1
            bend = bend if edge.start <= edge.end else -bend
            start, end = edge.start, edge.end
            curves.append(_curve(centres[start], centres[end], radii[start], radii[end], bend))
        return tuple(curves)


def _curve(start: Point, end: Point, begins: float, ends: float, bend: float) -> Curve:
    """Return an edge between two centres, from one radius to the other.

    In plain numbers: there are hundreds of edges, and each step of Qt's points is a call.
    """
    right, down = end[0] - start[0], end[1] - start[1]
    length = math.hypot(right, down) or 1.0
    middle = (
        (start[0] + end[0]) / 2 - down / length * bend * 2,
        (start[1] + end[1]) / 2 + right / length * bend * 2,
    )
    begin, tip = _toward(start, middle, begins + 1), _toward(end, middle, ends + 2)
    path = QPainterPath(QPointF(*begin))
    path.quadTo(QPointF(*middle), QPointF(*tip))
    return Curve(path, QPointF(*tip), math.atan2(tip[1] - middle[1], tip[0] - middle[0]))


@dataclass(frozen=True)
class Laid:
    """A network with its bodies and places, and how they were arranged."""

    network: Network
    way: str
    bodies: tuple[Body, ...]
    places: tuple[Point, ...]

    def same(self, network: Network, way: str, bodies: Sequence[Body]) -> bool:
        """Return whether another network stands as this one does."""
        mine, other = list(self.network.place), list(network.place)
        alike = mine == other and self.network.links == network.links
        return alike and way == self.way and tuple(bodies) == self.bodies

    def scene(self, kinds: Collection[str]) -> Scene:
        """Return what is seen of some kinds of actors, each where it stands among all."""
        refs = list(self.network.place)
        bodies = dict(zip(refs, self.bodies, strict=True))
        return Scene(self.network.only(kinds), bodies, dict(zip(refs, self.places, strict=True)))


def nearest(centres: Sequence[QPointF], row: int, direction: tuple[int, int]) -> int:
    """Return the node nearest to one in a direction (right, down), the same where none is.

    What is aside counts double, so that the way of an arrow key is kept.
    """
    here, best, found = centres[row], math.inf, row
    right, down = direction
    for other, centre in enumerate(centres):
        dx, dy = centre.x() - here.x(), centre.y() - here.y()
        ahead = dx * right + dy * down
        aside = abs(dx * down) + abs(dy * right)
        if other != row and ahead > 0.5 and ahead >= aside * 0.5 and ahead + 2 * aside < best:
            best, found = ahead + 2 * aside, other
    return found


def _pair(edge: Edge) -> tuple[int, int]:
    return min(edge.start, edge.end), max(edge.start, edge.end)


def _toward(start: Point, end: Point, by: float) -> Point:
    right, down = end[0] - start[0], end[1] - start[1]
    length = math.hypot(right, down)
    share = min(by, length / 2) / length if length else 0.0
    return start[0] + right * share, start[1] + down * share


def _named(node: Node, metrics: QFontMetricsF, width: float) -> Name:
    lines = _broken(node.name, metrics, width)
    widest = max(metrics.horizontalAdvance(line) for line in lines)
    return Name(lines, QSizeF(math.ceil(widest) + 4, math.ceil(metrics.height()) * len(lines)))


def _broken(words: str, metrics: QFontMetricsF, width: float) -> tuple[str, ...]:
    """Return words in one line or two, the second one cut where it is too long."""
    first, rest = "", words.split()
    while rest and metrics.horizontalAdvance(f"{first} {rest[0]}".strip()) <= width:
        first = f"{first} {rest.pop(0)}".strip()
    if not first and rest:
        first = rest.pop(0)
    first = metrics.elidedText(first, _RIGHT, width)
    second = metrics.elidedText(" ".join(rest), _RIGHT, width)
    return (first, second) if second else (first,)
