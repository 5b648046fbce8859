"""Paints the network: edges, the words on those of the actor looked at, discs, names.

In: a scene, how each node stands, a painter moved to the canvas. Out: ink, and where the words on
edges stand. Must not know: the mouse, the keyboard, the session.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import compress, islice

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from briefer.ui.network.geometry import Curve, Scene
from briefer.ui.network.graph import Edge
from briefer.ui.network.kinds import ACTOR_KINDS, MUTUAL, TIE_KINDS
from briefer.ui.paint import CENTER, box, ring, text, text_width
from briefer.ui.theme import Look

_SHARES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)
"""Where along an edge its words are tried, the middle first."""
_MOST_COVERED = 0.25
"""How much of the area of words may lie over discs and names."""
_MOST_WORDS = 24
"""Edges whose words are tried; of more, most find no room and all are in the list at the side."""
_ARROW = 8
_NO_BRUSH, _NO_PEN = Qt.BrushStyle.NoBrush, Qt.PenStyle.NoPen


@dataclass(frozen=True)
class Standing:
    """How nodes stand: looked at, chosen, under the pointer, named, on slides."""

    zoom: float = 1.0
    current: int = -1
    ringed: bool = False
    chosen: frozenset[int] = frozenset()
    near: frozenset[int] = frozenset()
    hover: int = -1
    named: frozenset[int] = frozenset()
    on_slides: frozenset[int] = frozenset()


@dataclass
class Artist:
    """Paints one scene in one look."""

    look: Look
    scene: Scene
    curves: tuple[Curve, ...]
    standing: Standing
    pills: list[QRectF] = field(default_factory=list)
    """Where the words on edges stand."""
    _pens: dict[tuple[str, bool, int], QPen] = field(default_factory=dict)

    def paint(self, painter: QPainter, *, dpr: float) -> None:
        """Paint everything; the painter's origin is the middle of the canvas."""
        edges = list(zip(self.scene.network.edges, self.curves, strict=True))
        own = [pair for pair in edges if self._is_own(pair[0])]
        for edge, curve in edges:
            if not self._is_own(edge):
                self._paint_edge(painter, edge, curve)
        for edge, curve in own:
            self._paint_edge(painter, edge, curve, strong=True)
        rows = range(len(self.scene.network.nodes))
        for row in rows:
            self._paint_disc(painter, row, dpr=dpr)
        for row in rows:
            if row in self.standing.named or row == self.standing.hover:
                self._paint_name(painter, row)
        self._paint_words(painter, own)

    def _is_own(self, edge: Edge) -> bool:
        return self.standing.current in (edge.start, edge.end)

    def _paint_edge(
        self, painter: QPainter, edge: Edge, curve: Curve, *, strong: bool = False
    ) -> None:
        quiet = self.standing.current >= 0 and not strong
        alpha = 0
        if quiet:
            alpha = 150 if self._faded(edge.start) or self._faded(edge.end) else 210
        key = (edge.kind, strong, alpha)
        if key not in self._pens:
            self._pens[key] = self._pen(edge.kind, strong=strong, alpha=alpha)
        pen = self._pens[key]
        painter.setPen(pen)
        painter.setBrush(_NO_BRUSH)
        painter.drawPath(curve.path)
        if edge.relation.relation not in MUTUAL:
            size = self.look.px(_ARROW if strong else _ARROW - 1)
            painter.setPen(_NO_PEN)
            painter.setBrush(pen.color())
            painter.drawPolygon(_arrow(curve, size))

    def _pen(self, kind: str, *, strong: bool, alpha: int) -> QPen:
        """Return the pen of edges of a kind; those that stand back have an `alpha`."""
        tie = TIE_KINDS[kind]
        color = self.look.color("control" if alpha else tie.token)
        if alpha:
            color.setAlpha(alpha)
        width = tie.width * self.look.scale / 100 * (1.25 if strong else 0.8 if alpha else 1.0)
        pen = QPen(color, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if tie.dash:
            pen.setDashPattern(tie.dash)
        return pen

    def _paint_disc(self, painter: QPainter, row: int, *, dpr: float) -> None:
        look, px = self.look, self.look.px
        kind = ACTOR_KINDS[self.scene.network.nodes[row].kind]
        disc = self.scene.disc(row, self.standing.zoom)
        chosen = row in self.standing.chosen
        painter.setOpacity(0.5 if self._faded_node(row) else 1.0)
        fill = kind.token if chosen else f"{kind.token}_tint"
        painter.setPen(QPen(look.color(kind.token), 2.0 if row == self.standing.hover else 1.5))
        painter.setBrush(look.color(fill))
        painter.drawEllipse(disc)
        side = 18 if disc.width() > px(42) else 15
        icon = look.icon(kind.icon, "panel" if chosen else kind.token, side, dpr=dpr)
        half = QPointF(px(side) / 2, px(side) / 2)
        painter.drawPixmap(disc.center() - half, icon)
        painter.setOpacity(1.0)
        if chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("selected_border"), 2.0))
            painter.drawEllipse(disc.adjusted(-px(3), -px(3), px(3), px(3)))
        if row == self.standing.current and self.standing.ringed:
            out = disc.adjusted(-px(6), -px(6), px(6), px(6))
            ring(painter, out, out.width() / 2, look.color("focus"))
        if row in self.standing.on_slides:
            self._paint_mark(painter, disc, dpr=dpr)

    def _paint_mark(self, painter: QPainter, disc: QRectF, *, dpr: float) -> None:
        """Paint the tick of an actor that a slide shows."""
        look, side = self.look, self.look.px(15)
        lean = disc.width() / 2 * 0.72
        place = QRectF(0, 0, side, side)
        place.moveCenter(disc.center() + QPointF(lean, -lean))
        line = look.color("success")
        box(painter, place, side / 2, fill=look.color("success_tint"), line=line)
        icon = look.icon("check", "success", 11, dpr=dpr)
        painter.drawPixmap(place.topLeft() + QPointF(look.px(2), look.px(2)), icon)

    def _paint_name(self, painter: QPainter, row: int) -> None:
        look, standing = self.look, self.standing
        node, body = self.scene.network.nodes[row], self.scene.body(row)
        place = self.scene.name(row, standing.zoom)
        strong = row in standing.chosen or row in standing.near or row == standing.current
        font = look.font("meta_strong" if strong or standing.current < 0 else "meta")
        tone = look.color("text3" if self._faded_node(row) else "text" if strong else "text2")
        found = self.scene.network.wanted.asked and node.matched
        if found:
            tone = look.color("mark_text")
            box(painter, place, 3, fill=look.color("mark"))
        else:
            veil = look.color("sunken")
            veil.setAlpha(205)
            box(painter, place, 3, fill=veil)
        height = place.height() / len(body.name.lines)
        for number, line in enumerate(body.name.lines):
            line_place = QRectF(place.left() - 4, place.top() + number * height, 0, height)
            line_place.setWidth(place.width() + 8)
            text(painter, line_place, line, font, tone, align=CENTER)

    def _paint_words(self, painter: QPainter, own: Iterable[tuple[Edge, Curve]]) -> None:
        """Paint what the edges of the actor looked at say, where there is room."""
        look, px, zoom = self.look, self.look.px, self.standing.zoom
        rows = range(len(self.scene.network.nodes))
        busy = [self.scene.disc(row, zoom) for row in rows]
        busy += [self.scene.name(row, zoom) for row in self.standing.named]
        self.pills.clear()
        font = look.font("micro_strong")
        for edge, curve in islice(own, _MOST_WORDS):
            kind = TIE_KINDS[edge.kind]
            words = edge.words[:1].lower() + edge.words[1:]
            size = QRectF(0, 0, text_width(words, font) + px(14), px(20))
            place = _free(curve, size, (*busy, *self.pills))
            if place is None:
                continue  # the list at the side says it
            self.pills.append(place)
            fill, line = look.color("panel"), look.color(kind.token)
            box(painter, place, place.height() / 2, fill=fill, line=line)
            text(painter, place, words, font, line, align=CENTER)

    def _faded_node(self, row: int) -> bool:
        network = self.scene.network
        return network.wanted.asked and not network.nodes[row].matched

    def _faded(self, row: int) -> bool:
        return self._faded_node(row) and row != self.standing.current


def _free(curve: Curve, size: QRectF, busy: tuple[QRectF, ...]) -> QRectF | None:
    """Return where words stand on an edge and cover least, None where they would cover much."""
    found, least = None, _MOST_COVERED * size.width() * size.height()
    wide, high = size.width() / 2, size.height() / 2
    around = curve.path.controlPointRect().adjusted(-wide, -high, wide, high)
    near = list(compress(busy, map(around.intersects, busy)))
    for share in _SHARES:
        place = QRectF(size)
        place.moveCenter(curve.at(share))
        covered = [place.intersected(other) for other in near if place.intersects(other)]
        if not covered:
            return place
        area = sum(rect.width() * rect.height() for rect in covered)
        if area < least:
            found, least = place, area
    return found


def _arrow(curve: Curve, size: float) -> QPolygonF:
    """Return the head of an arrow at the end of an edge."""
    points = [curve.tip]
    for side in (-1, 1):
        angle = curve.angle + math.pi + side * 0.4
        points.append(curve.tip + QPointF(math.cos(angle), math.sin(angle)) * size)
    return QPolygonF(points)


def line_sample(painter: QPainter, look: Look, kind: str, area: QRectF) -> None:
    """Paint a piece of line as the edges of a kind are drawn, across the middle of an area."""
    tie = TIE_KINDS[kind]
    pen = QPen(look.color(tie.token), max(1.0, tie.width * look.scale / 100))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if tie.dash:
        pen.setDashPattern(tie.dash)
    painter.setPen(pen)
    path = QPainterPath(QPointF(area.left(), area.center().y()))
    path.lineTo(area.right(), area.center().y())
    painter.drawPath(path)
