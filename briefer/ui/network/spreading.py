"""Boxes that overlap pushed apart, and groups of boxes put side by side.

In: centres and sizes of boxes. Out: centres. Must not know: what the boxes are.
"""

from __future__ import annotations

from collections.abc import Sequence

Point = tuple[float, float]
Size = tuple[float, float]

_GAP = 8.0
_ROUNDS = 40
_GROW = 1.04


def spread(points: Sequence[Point], sizes: Sequence[Size]) -> list[Point]:
    """Return places near the given ones at which no two boxes overlap."""
    placed = [(x + 1e-3 * number, y) for number, (x, y) in enumerate(points)]
    while True:
        for _ in range(_ROUNDS):
            if not _push(placed, sizes):
                return placed
        placed = [(x * _GROW, y * _GROW) for x, y in placed]


def drawn_in(points: Sequence[Point], sizes: Sequence[Size], *, room: float) -> list[Point]:
    """Return the places drawn together to `room` times the area of all boxes, if that is nearer."""
    left, top, right, bottom = _bounds(points, sizes)
    wanted = room * sum(width * height for width, height in sizes)
    factor = min(1.0, (wanted / max(1.0, (right - left) * (bottom - top))) ** 0.5)
    return [(x * factor, y * factor) for x, y in points]


def packed(
    blocks: Sequence[tuple[Sequence[int], Sequence[Point]]], sizes: Sequence[Size], *, wide: float
) -> list[list[Point]]:
    """Return the places of groups of boxes, each moved so that the groups stand in columns.

    The first group stands at the left; the others follow in columns not higher than it. `wide` is
    how much wider than high the whole should at least be allowed to become.
    """
    if not blocks:
        return []
    bounds = [_bounds(points, [sizes[node] for node in part]) for part, points in blocks]
    tallest = max(bottom - top for _, top, _, bottom in bounds)
    area = sum((right - left) * (bottom - top) for left, top, right, bottom in bounds)
    limit = max(tallest, (area / wide) ** 0.5)
    moved: list[list[Point]] = []
    x = y = column = 0.0
    for (_, points), (left, top, right, bottom) in zip(blocks, bounds, strict=True):
        width, height = right - left, bottom - top
        if y and y + height > limit:
            x, y, column = x + column + 4 * _GAP, 0.0, 0.0
        moved.append([(px - left + x, py - top + y) for px, py in points])
        y += height + 3 * _GAP
        column = max(column, width)
    return moved


def _push(placed: list[Point], sizes: Sequence[Size]) -> bool:
    """Push boxes that overlap apart, each by half; return whether any did."""
    moved = False
    for one in range(len(placed)):
        width, height = sizes[one]
        for other in range(one + 1, len(placed)):
            right = placed[other][0] - placed[one][0]
            down = placed[other][1] - placed[one][1]
            over_x = (width + sizes[other][0]) / 2 + _GAP - abs(right)
            over_y = (height + sizes[other][1]) / 2 + _GAP - abs(down)
            if over_x <= 0.01 or over_y <= 0.01:
                continue
            moved = True
            along = over_x < over_y
            by_x = (over_x if right >= 0 else -over_x) / 2 if along else 0.0
            by_y = 0.0 if along else (over_y if down >= 0 else -over_y) / 2
            placed[one] = (placed[one][0] - by_x, placed[one][1] - by_y)
            placed[other] = (placed[other][0] + by_x, placed[other][1] + by_y)
    return moved


def _bounds(points: Sequence[Point], sizes: Sequence[Size]) -> tuple[float, float, float, float]:
    pairs = list(zip(points, sizes, strict=True))
    return (
        min(x - width / 2 for (x, _), (width, _) in pairs),
        min(y - height / 2 for (_, y), (_, height) in pairs),
        max(x + width / 2 for (x, _), (width, _) in pairs),
        max(y + height / 2 for (_, y), (_, height) in pairs),
    )
