"""Where the nodes of a network stand: by forces, in layers, or in a circle.

In: the sizes of the nodes' boxes with their names, and the edges. Out: the centre of each box, in
the unit of the sizes. The same input gives the same output, and no two boxes overlap. Must not
know: widgets, records. Own code, because the layouts of the libraries at hand need NumPy, which
weighs more than Briefer does.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from briefer.ui.network.spreading import Point, Size, drawn_in, packed, spread

SEED = 20
"""What the first places of the force layout are drawn with."""
_ROUNDS = 200
_DRAW = 0.3
"""How strongly all nodes are drawn to the middle."""
_WIDE = 1.5
"""How much wider than high a picture should be."""
_ROOM = 1.6
"""How many times the area of its boxes a picture by forces takes up."""
_ROW = 7
"""How many nodes stand side by side in a layer."""

Links = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A way to arrange nodes: its name, its words, its icon."""

    name: str
    words: str
    icon: str


ARRANGEMENTS = (
    Arrangement("force", "Force", "affiliate"),
    Arrangement("layers", "Layers", "hierarchy"),
    Arrangement("circle", "Circle", "circle-dotted"),
)


def arranged(name: str, sizes: Sequence[Size], links: Links) -> tuple[Point, ...]:
    """Return the centre of each box, around the origin."""
    ways: dict[str, Callable[[Sequence[Size], Links], list[Point]]] = {
        "force": by_force,
        "layers": in_layers,
        "circle": in_circle,
    }
    if not sizes:
        return ()
    return tuple(_centred(ways[name](sizes, links), sizes))


def by_force(sizes: Sequence[Size], links: Links) -> list[Point]:
    """Return places at which linked boxes are near and others apart, part after part.

    The forces are those of Fruchterman and Reingold (1991).
    """
    parts = _parts(len(sizes), links)
    placed: list[Point] = [(0.0, 0.0)] * len(sizes)
    blocks: list[tuple[list[int], list[Point]]] = []
    for part in parts:
        own = {node: place for place, node in enumerate(part)}
        inner = [(own[a], own[b]) for a, b in links if a in own]
        own_sizes = [sizes[node] for node in part]
        points = drawn_in(_settled(len(part), inner, gap=_gap(sizes)), own_sizes, room=_ROOM)
        blocks.append((part, spread(points, own_sizes)))
    for (part, _), points in zip(blocks, packed(blocks, sizes, wide=_WIDE), strict=True):
        for node, point in zip(part, points, strict=True):
            placed[node] = point
    return placed


def in_layers(sizes: Sequence[Size], links: Links) -> list[Point]:
    """Return rows: who only acts on top, below those whom the rows above act on."""
    depth = _depths(len(sizes), links)
    near = _neighbours(len(sizes), links)
    rows: list[list[int]] = []
    order = {node: float(node) for node in range(len(sizes))}
    for level in sorted(set(depth)):
        row = [node for node in range(len(sizes)) if depth[node] == level]
        row.sort(key=lambda node: (_mean([order[n] for n in near[node]], order[node]), node))
        cut = [row[start : start + _ROW] for start in range(0, len(row), _ROW)]
        for part in cut:
            order |= {node: place - len(part) / 2 for place, node in enumerate(part)}
        rows += cut
    step = max(width for width, _ in sizes) + 30
    down = max(height for _, height in sizes) + 50
    placed: list[Point] = [(0.0, 0.0)] * len(sizes)
    for number, row in enumerate(rows):
        for place, node in enumerate(row):
            placed[node] = ((place - (len(row) - 1) / 2) * step, number * down)
    return spread(placed, sizes)


def in_circle(sizes: Sequence[Size], links: Links) -> list[Point]:
    """Return places on an ellipse, linked boxes beside one another where that is possible."""
    order = _walk(len(sizes), links)
    around = sum(width + height for width, height in sizes) / 2
    radius = around / (2 * math.pi)
    placed: list[Point] = [(0.0, 0.0)] * len(sizes)
    for place, node in enumerate(order):
        angle = 2 * math.pi * place / len(order) - math.pi / 2
        placed[node] = (radius * _WIDE * math.cos(angle), radius * math.sin(angle))
    return spread(placed, sizes)


def _gap(sizes: Sequence[Size]) -> float:
    return 1.25 * sum(math.sqrt(width * height) for width, height in sizes) / len(sizes)


def _settled(count: int, links: Links, *, gap: float) -> list[Point]:
    """Return where forces leave the nodes of a connected part."""
    random = Random(SEED)
    xs = [random.uniform(-1, 1) * gap * math.sqrt(count) for _ in range(count)]
    ys = [random.uniform(-1, 1) * gap * math.sqrt(count) for _ in range(count)]
    heat = gap * math.sqrt(count) / 2
    for turn in range(_ROUNDS):
        dx, dy = _pushes(xs, ys, gap=gap)
        _pull(xs, ys, dx, dy, links=links, gap=gap)
        limit = heat * (1 - turn / _ROUNDS) + 1
        for node in range(count):
            length = math.hypot(dx[node], dy[node]) or 1.0
            step = min(length, limit) / length
            xs[node] += dx[node] * step
            ys[node] += dy[node] * step
    return [(x * _WIDE**0.4, y / _WIDE**0.4) for x, y in zip(xs, ys, strict=True)]


def _pushes(
    xs: Sequence[float], ys: Sequence[float], *, gap: float
) -> tuple[list[float], list[float]]:
    """Return what pushes each node away from all others, and a little to the middle."""
    count, square = len(xs), gap * gap
    dx = [-_DRAW * x for x in xs]
    dy = [-_DRAW * y for y in ys]
    for one in range(count):
        x, y = xs[one], ys[one]
        for other in range(one + 1, count):
            right, down = x - xs[other], y - ys[other]
            force = square / (right * right + down * down + 0.01)
            right, down = right * force, down * force
            dx[one] += right
            dy[one] += down
            dx[other] -= right
            dy[other] -= down
    return dx, dy


def _pull(
    xs: Sequence[float],
    ys: Sequence[float],
    dx: list[float],
    dy: list[float],
    *,
    links: Links,
    gap: float,
) -> None:
    """Add what pulls linked nodes together."""
    for one, other in links:
        right, down = xs[one] - xs[other], ys[one] - ys[other]
        force = math.hypot(right, down) / gap
        dx[one] -= right * force
        dy[one] -= down * force
        dx[other] += right * force
        dy[other] += down * force


def _parts(count: int, links: Links) -> list[list[int]]:
    """Return the connected parts, the largest first."""
    near = _neighbours(count, links)
    seen: set[int] = set()
    parts: list[list[int]] = []
    for node in range(count):
        if node in seen:
            continue
        part, waiting = [], [node]
        seen.add(node)
        while waiting:
            part.append(waiting.pop())
            fresh = [other for other in near[part[-1]] if other not in seen]
            seen.update(fresh)
            waiting += fresh
        parts.append(sorted(part))
    return sorted(parts, key=lambda part: (-len(part), part[0]))


def _neighbours(count: int, links: Links) -> list[list[int]]:
    near: list[set[int]] = [set() for _ in range(count)]
    for one, other in links:
        near[one].add(other)
        near[other].add(one)
    return [sorted(others) for others in near]


def _depths(count: int, links: Links) -> list[int]:
    """Return for each node the longest way to it, links that close a circle left out."""
    ahead: list[list[int]] = [[] for _ in range(count)]
    for one, other in links:
        ahead[one].append(other)
    order: list[int] = []
    state = [0] * count
    for start in range(count):
        stack = [(start, 0)] if not state[start] else []
        while stack:
            node, at = stack.pop()
            state[node] = 1
            if at < len(ahead[node]):
                stack.append((node, at + 1))
                if not state[ahead[node][at]]:
                    stack.append((ahead[node][at], 0))
            else:
                state[node] = 2
                order.append(node)
    rank = {node: place for place, node in enumerate(reversed(order))}
    depth = [0] * count
    for node in reversed(order):
        for other in ahead[node]:
            if rank[other] > rank[node]:
                depth[other] = max(depth[other], depth[node] + 1)
    return depth


def _walk(count: int, links: Links) -> list[int]:
    """Return the nodes part after part, each after the one it is linked to where possible."""
    near = _neighbours(count, links)
    order: list[int] = []
    for part in _parts(count, links):
        waiting, seen = [part[0]], {part[0]}
        while waiting:
            node = waiting.pop()
            order.append(node)
            fresh = [other for other in near[node] if other not in seen]
            seen.update(fresh)
            waiting += sorted(fresh, key=lambda other: (-len(near[other]), other))
    return order


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _centred(points: Sequence[Point], sizes: Sequence[Size]) -> list[Point]:
    pairs = list(zip(points, sizes, strict=True))
    left = min(x - width / 2 for (x, _), (width, _) in pairs)
    right = max(x + width / 2 for (x, _), (width, _) in pairs)
    top = min(y - height / 2 for (_, y), (_, height) in pairs)
    bottom = max(y + height / 2 for (_, y), (_, height) in pairs)
    return [(x - (left + right) / 2, y - (top + bottom) / 2) for x, y in points]
