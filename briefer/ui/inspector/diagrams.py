"""Small diagrams of the layouts of slides, painted on the tiles that choose between them.

In: a kind's name and the value of its layout, a rectangle, colours. Out: ink. Must not know: cards.
A diagram stands on a grid of 44 by 28 and keeps its proportions in any rectangle.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from briefer.ui.paint import box, dot

WIDTH, HEIGHT = 44.0, 28.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A bar or panel (x, y, width, height), a dot (x, y, radius) or a line (from, to)."""

    shape: Literal["bar", "panel", "dot", "line"]
    x: float
    y: float
    w: float
    h: float = 0.0


def _bars(*marks: tuple[float, float, float], height: float = 2.0) -> tuple[Mark, ...]:
    """Return bars of one height from left, top and width: lines of text."""
    return tuple(Mark("bar", x, y, w, height) for x, y, w in marks)


def _tall(*marks: tuple[float, float, float, float]) -> tuple[Mark, ...]:
    return tuple(Mark("bar", *mark) for mark in marks)


def _panels(*marks: tuple[float, float, float, float]) -> tuple[Mark, ...]:
    return tuple(Mark("panel", *mark) for mark in marks)


def _dots(*places: tuple[float, float], radius: float = 2.0) -> tuple[Mark, ...]:
    return tuple(Mark("dot", x, y, radius) for x, y in places)


def _lines(*ends: tuple[float, float, float, float]) -> tuple[Mark, ...]:
    return tuple(Mark("line", *end) for end in ends)


def _table(*columns: tuple[float, float]) -> tuple[Mark, ...]:
    """Return three rows under a rule, in columns of left and width."""
    rows = (bar for y in (9, 16, 23) for bar in _bars(*((x, y, w) for x, w in columns)))
    return (*_lines((2, 5, 42, 5)), *rows)


_THREE = _table((2, 7), (13, 16), (33, 9))
_DIAGRAMS: dict[tuple[str, str], tuple[Mark, ...]] = {
    ("timeline", "axis"): (
        *_lines((1, 14, 43, 14)),
        *_dots((6, 14), (17, 14), (27, 14), (38, 14)),
        *_bars((2, 5, 9), (23, 5, 9), (13, 21, 9), (34, 21, 9)),
    ),
    ("timeline", "list"): (
        *_lines((7, 5, 7, 23)),
        *_dots((7, 5), (7, 14), (7, 23)),
        *_bars((14, 4, 28), (14, 13, 22), (14, 22, 26)),
    ),
    ("timeline", "table"): _THREE,
    ("event", "statement"): (
        *_panels((2, 3, 10, 22)),
        *_bars((16, 4, 11), (16, 9, 9), (31, 4, 11), (31, 9, 8)),
        *_tall((16, 16, 2, 9)),
        *_bars((21, 17, 21), (21, 22, 14)),
    ),
    ("event", "plain"): (
        *_panels((2, 3, 10, 22)),
        *_bars((16, 4, 11), (16, 9, 9), (16, 14, 11), (31, 4, 11), (31, 9, 8), (31, 14, 10)),
    ),
    ("actor", "portrait"): (
        *_panels((2, 3, 14, 22)),
        *_dots((9, 10), radius=3.5),
        *_bars((5, 18, 8), (20, 4, 22), (20, 10, 18), (20, 16, 21), (20, 22, 14)),
    ),
    ("actor", "text"): (
        *_bars((2, 3, 26), height=3),
        *_dots((4, 12), (4, 18), (4, 24), radius=1.3),
        *_bars((9, 11, 31), (9, 17, 24), (9, 23, 28)),
    ),
    ("network", "network"): (
        *_lines((10, 6, 34, 6), (10, 6, 34, 22), (10, 22, 34, 14)),
        *_dots((8, 6), (8, 22), (36, 6), (36, 14), (36, 22), radius=3),
    ),
    ("network", "chain"): (
        *_tall((2, 7, 9, 9), (17.5, 7, 9, 9), (33, 7, 9, 9)),
        *_lines((11, 11.5, 17, 11.5), (26.5, 11.5, 32.5, 11.5)),
        *_bars((2, 21, 9), (17.5, 21, 9), (33, 21, 9)),
    ),
    ("quote", "large"): (
        *_tall((2, 3, 3, 4), (7, 3, 3, 4)),
        *_bars((2, 10, 39), (2, 15.5, 33), height=3),
        *_bars((2, 23, 14)),
    ),
    ("quote", "context"): (
        *_bars((2, 3, 36), (2, 7, 30)),
        *_dots((4, 15), (4, 20), (4, 25), radius=1.3),
        *_bars((9, 14, 20), (9, 19, 31), (9, 24, 25)),
    ),
    ("statements", "sides"): (
        *_panels((2, 3, 18, 22), (24, 3, 18, 22)),
        *_bars((2, 3, 18), (24, 3, 18), height=4),
        *_bars((5, 11, 12), (5, 16, 9), (27, 11, 12), (27, 16, 10)),
    ),
    ("statements", "table"): (
        *_lines((2, 9.5, 42, 9.5), (2, 18.5, 42, 18.5)),
        *_bars((2, 4, 8), (14, 3, 28), (2, 13, 8), (14, 13, 24), (2, 22, 8), (14, 22, 27)),
    ),
    ("figures", "cards"): (
        *_tall((2, 3, 13, 4), (24, 3, 10, 4), (2, 16, 9, 4), (24, 16, 14, 4)),
        *_bars((2, 9, 17), (24, 9, 17), (2, 22, 17), (24, 22, 15)),
    ),
    ("figures", "table"): (
        *_lines((2, 5, 42, 5)),
        *_tall((2, 8, 8, 3), (2, 15, 8, 3), (2, 22, 8, 3)),
        *_bars((14, 8.5, 16), (14, 15.5, 13), (14, 22.5, 16), (35, 8.5, 7), (35, 15.5, 7)),
        *_bars((35, 22.5, 7)),
    ),
    ("chart", "columns"): (
        *_tall((5, 14, 5, 11), (14, 8, 5, 17), (23, 17, 5, 8), (32, 4, 5, 21)),
        *_lines((2, 25.5, 42, 25.5)),
    ),
    ("chart", "stacked"): (
        *_tall((7, 18, 6, 7), (19, 15, 6, 10), (31, 12, 6, 13)),
        *_panels((7, 12, 6, 5), (19, 6, 6, 8), (31, 5, 6, 6)),
        *_lines((2, 25.5, 42, 25.5)),
    ),
    ("chart", "bars"): (
        *_tall((5, 4, 20, 4), (5, 12, 34, 4), (5, 20, 13, 4)),
        *_lines((3.5, 2, 3.5, 26)),
    ),
    ("chart", "line"): (
        *_lines((5, 20, 16, 11), (16, 11, 27, 15), (27, 15, 39, 5)),
        *_dots((5, 20), (16, 11), (27, 15), (39, 5)),
        *_lines((2, 25.5, 42, 25.5)),
    ),
    ("table", "track"): _THREE,
    ("table", "parties"): _table((2, 7), (13, 12), (28, 14)),
    ("table", "plain"): _table((2, 7), (13, 29)),
}
_OTHER = _bars((2, 4, 36), (2, 10, 30), (2, 16, 38), (2, 22, 24))
"""What stands for a layout that has no diagram of its own."""


def drawn(kind: str, value: str) -> bool:
    """Return whether a layout has a diagram of its own."""
    return (kind, value) in _DIAGRAMS


def paint_diagram(
    painter: QPainter, rect: QRectF, kind: str, value: str, *, ink: QColor, panel: QColor
) -> None:
    """Paint a layout's diagram into the middle of a rectangle, panels in a quieter colour."""
    size = min(rect.width() / WIDTH, rect.height() / HEIGHT)
    left = rect.center().x() - size * WIDTH / 2
    top = rect.center().y() - size * HEIGHT / 2
    painter.save()
    painter.translate(left, top)
    painter.scale(size, size)
    _paint(painter, _DIAGRAMS.get((kind, value), _OTHER), ink, panel)
    painter.restore()


def _paint(painter: QPainter, marks: Iterable[Mark], ink: QColor, panel: QColor) -> None:
    for mark in marks:
        area = QRectF(mark.x, mark.y, mark.w, mark.h)
        if mark.shape == "bar":
            box(painter, area, min(1.0, mark.h / 2), fill=ink)
        elif mark.shape == "panel":
            box(painter, area, 1.0, fill=panel)
        elif mark.shape == "dot":
            dot(painter, QPointF(mark.x, mark.y), mark.w, ink)
        else:
            pen = QPen(ink, 1.3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(QPointF(mark.x, mark.y), QPointF(mark.w, mark.h))
