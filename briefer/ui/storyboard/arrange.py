"""Where slides and section headings stand: side by side in a strip, or in a grid.

In: rows and lengths. Out: a `Plan` of rectangles in px from the top left of the whole, which views
scroll. Must not know: widgets, painting.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect

from briefer.ui.paint import line_height
from briefer.ui.storyboard.rows import StripRow
from briefer.ui.theme import Look

SIZES: dict[str, tuple[str, int]] = {
    "S": ("Small slides", 124),
    "M": ("Medium slides", 184),
    "L": ("Large slides", 272),
}
"""The sizes of the grid: words, and the width of a picture in px of the design."""
STRIP_WIDTH = SIZES["S"][1]
_SHAPE = 70 / 124
_LARGEST = 1.25
"""Pictures stop growing at 125 % (design page "app", section 3)."""


class Metrics:
    """The lengths of strip and grid at the user's text size, in px."""

    def __init__(self, look: Look, width: int = STRIP_WIDTH) -> None:
        scale = min(look.scale / 100, _LARGEST)
        self.width = round(width * scale)
        self.height = round(width * _SHAPE * scale)
        self.gap = look.px(13)
        self.section_gap = look.px(27)
        self.left = look.px(14)
        self.label = line_height(look.font("meta_strong")) + look.px(2)
        self.label_gap = look.px(7)
        self.title_gap = look.px(8)
        self.title = line_height(look.font("meta"))
        self.cell = self.height + self.title_gap + self.title
        self.line_gap = look.px(14)
        self.foot = look.px(5)
        self.bar = look.px(12)
        self.total = self.label + self.label_gap + self.cell + self.foot


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section: its first and last row, and its rectangle."""

    first: int
    last: int
    rect: QRect


@dataclass(frozen=True, slots=True)
class Plan:
    """The rectangle of each row (picture and title) and of each heading; the size of the whole."""

    cells: tuple[QRect, ...] = ()
    headings: tuple[Heading, ...] = ()
    width: int = 0
    height: int = 0

    def at(self, point: QPoint) -> int:
        """Return the row at a point, or -1."""
        return next((row for row, cell in enumerate(self.cells) if cell.contains(point)), -1)

    def within(self, area: QRect) -> list[int]:
        """Return the rows that an area touches."""
        return [row for row, cell in enumerate(self.cells) if cell.intersects(area)]

    def nearest(self, point: QPoint) -> int:
        """Return the row nearest to a point, its own line counting most; -1 where there is none."""

        def away(row: int) -> tuple[int, int]:
            cell = self.cells[row]
            down = max(cell.top() - point.y(), point.y() - cell.bottom(), 0)
            aside = max(cell.left() - point.x(), point.x() - cell.right(), 0)
            return down, aside

        return min(range(len(self.cells)), key=away, default=-1)

    def line_beyond(self, row: int, by: int) -> int:
        """Return the row above (-1) or below (1) another one, itself where there is none."""
        here = self.cells[row]
        tops = sorted({cell.top() for cell in self.cells})
        line = tops.index(here.top()) + by
        if not 0 <= line < len(tops):
            return row
        others = [n for n, cell in enumerate(self.cells) if cell.top() == tops[line]]
        return min(others, key=lambda n: abs(self.cells[n].left() - here.left()))


def in_a_strip(rows: Sequence[StripRow], metrics: Metrics) -> Plan:
    """Return the plan of slides side by side, each section under its heading."""
    cells: list[QRect] = []
    x = metrics.left
    for number, row in enumerate(rows):
        if number:
            x += metrics.section_gap if row.starts else metrics.gap
        cells.append(QRect(x, metrics.label + metrics.label_gap, metrics.width, metrics.cell))
        x += metrics.width
    headings = tuple(
        Heading(
            first,
            last,
            QRect(cells[first].left(), 0, cells[last].right() - cells[first].left(), metrics.label),
        )
        for first, last in _groups(rows)
    )
    return Plan(tuple(cells), headings, x + metrics.left, metrics.total)


def in_a_grid(rows: Sequence[StripRow], metrics: Metrics, width: int) -> Plan:
    """Return the plan of slides in lines that break at a width; sections begin a line."""
    columns = max(1, (width - 2 * metrics.left + metrics.gap) // (metrics.width + metrics.gap))
    cells: list[QRect] = []
    headings: list[Heading] = []
    y = 0
    for first, last in _groups(rows):
        room = QRect(metrics.left, y, max(width - 2 * metrics.left, metrics.width), metrics.label)
        headings.append(Heading(first, last, room))
        y += metrics.label + metrics.label_gap
        for place in range(last - first + 1):
            line, column = divmod(place, columns)
            left = metrics.left + column * (metrics.width + metrics.gap)
            top = y + line * (metrics.cell + metrics.line_gap)
            cells.append(QRect(left, top, metrics.width, metrics.cell))
        y += ((last - first) // columns + 1) * (metrics.cell + metrics.line_gap)
    return Plan(tuple(cells), tuple(headings), width, y + metrics.foot)


def _groups(rows: Sequence[StripRow]) -> list[tuple[int, int]]:
    """Return the first and last row of each section."""
    starts = [number for number, row in enumerate(rows) if row.starts]
    ends = [*(start - 1 for start in starts[1:]), len(rows) - 1]
    return list(zip(starts, ends, strict=True)) if starts else []
