"""The graph of a network: links shared over pages, and an order of nodes with few crossings.

In: links by the places of their nodes. Out: pages of nodes and strands in order. Must not know:
words, points or inches.

Who acts stands on the left, who is acted on at the right; who does both stands in both columns, so
that every line runs from left to right.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from briefer.content import Link

MOST_NODES = 5
"""How many nodes a column holds (design page "slides", section 10)."""

MOST_LINKS = 8
MOST_WORDS = 3
"""How many links between the same two nodes share a line."""

T = TypeVar("T")
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Strand:
    """The links between one node on the left and one on the right: they share one line."""

    left: int
    right: int
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """One page: the nodes of both columns from the top, and the strands between them."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    strands: tuple[Strand, ...]


def pages_of(links: Sequence[Link]) -> list[NetworkPage]:
    """Return the pages of a network: what hangs together stays together as far as it fits.

    Pages are as even as they can be without becoming more.
    """
    parts = _parts(_strands(links))
    packed = _packed(parts, MOST_LINKS)
    for most in range(math.ceil(len(links) / max(len(packed), 1)), MOST_LINKS):
        evener = _packed(parts, most)
        if len(evener) == len(packed):
            packed = evener
            break
    return [_ordered(strands) for strands in packed]


def _packed(parts: Sequence[Sequence[Strand]], most: int) -> list[list[Strand]]:
    """Return the strands of pages that have at most so many links, where that can be."""
    pages: list[list[Strand]] = []
    for part in parts:
        for group in [part] if _fit(part, most) else _by_left(part, most):
            open_page = next((page for page in pages if _fit((*page, *group), most)), None)
            if open_page is None:
                pages.append(open_page := [])
            open_page.extend(group)
    return pages


def crossings(left: Sequence[int], right: Sequence[int], pairs: Iterable[Pair]) -> int:
    """Return how many pairs of lines cross with columns in these orders."""
    rows = [(left.index(a), right.index(b)) for a, b in pairs]
    return sum((a - c) * (b - d) < 0 for (a, b), (c, d) in itertools.combinations(rows, 2))


@lru_cache(maxsize=256)
def best_order(
    left: tuple[int, ...], right: tuple[int, ...], pairs: tuple[Pair, ...]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return orders of both columns with as few crossings as there can be.

    For each order of the left column the right one is sorted by barycentre; where that is not
    surely best, all its orders are tried. Columns are short (`MOST_NODES`).
    """
    best, fewest = (left, right), crossings(left, right, pairs)
    for order in itertools.permutations(left):
        if fewest == 0:
            break
        cost = _costs(order, right, pairs)
        least = sum(min(cost[a, b], cost[b, a]) for a, b in itertools.combinations(right, 2))
        if least >= fewest:
            continue
        sorted_right = _by_barycentre(order, right, pairs)
        tried = (sorted_right, *itertools.permutations(right))
        for candidate in tried if _cost(sorted_right, cost) > least else tried[:1]:
            if _cost(candidate, cost) < fewest:
                best, fewest = (order, candidate), _cost(candidate, cost)
    return best


def rows_of(page: NetworkPage) -> tuple[list[float], list[float]]:
    """Return the row of each node of both columns; the shorter column stands near its links."""
    count = max(len(page.left), len(page.right))
    left = [float(row) for row in range(len(page.left))]
    right = [float(row) for row in range(len(page.right))]
    if len(left) < count:
        tied = [[page.right.index(s.right) for s in page.strands if s.left == n] for n in page.left]
        return _spread(tied, count), right
    tied = [[page.left.index(s.left) for s in page.strands if s.right == n] for n in page.right]
    return left, _spread(tied, count)


def _spread(tied: Sequence[Sequence[int]], count: int) -> list[float]:
    """Return rows near those tied to, at least one apart, within the `count` rows there are."""
    rows: list[float] = []
    for others in tied:
        wanted = sum(others) / len(others)
        rows.append(max(wanted, rows[-1] + 1) if rows else wanted)
    limit = count - 1.0
    for index in reversed(range(len(rows))):
        rows[index] = min(rows[index], limit)
        limit = rows[index] - 1
    return rows


def _strands(links: Sequence[Link]) -> list[Strand]:
    """Return links by pair of nodes, in order of first appearance, few enough for one line."""
    by_pair: dict[Pair, list[Link]] = {}
    for link in links:
        by_pair.setdefault((link.start, link.end), []).append(link)
    return [
        Strand(left, right, tuple(chunk))
        for (left, right), tied in by_pair.items()
        for chunk in _evenly(tied, MOST_WORDS)
    ]


def _parts(strands: Sequence[Strand]) -> list[list[Strand]]:
    """Return the connected parts of a network, in order of first appearance."""
    parts: list[list[Strand]] = []
    for strand in strands:
        joined = [p for p in parts if any(_touch(strand, other) for other in p)]
        rest = [part for part in parts if part not in joined]
        at = min((parts.index(part) for part in joined), default=len(rest))
        whole = [item for part in joined for item in part]
        parts = [*rest[:at], [*whole, strand], *rest[at:]]
    return parts


def _touch(one: Strand, other: Strand) -> bool:
    return one.left == other.left or one.right == other.right


def _by_left(part: Sequence[Strand], most: int) -> list[list[Strand]]:
    """Return a part by its left nodes, those with too many links in even shares."""
    by_left: dict[int, list[Strand]] = {}
    for strand in part:
        by_left.setdefault(strand.left, []).append(strand)
    groups: list[list[Strand]] = []
    for strands in by_left.values():
        shares = 1
        while not all(_fit(group, most) for group in _shared(strands, shares)):
            shares += 1
        groups.extend(_shared(strands, shares))
    return groups


def _shared(strands: Sequence[Strand], shares: int) -> list[list[Strand]]:
    return _evenly(strands, math.ceil(len(strands) / shares))


def _evenly(items: Sequence[T], most: int) -> list[list[T]]:
    """Return items in runs of at most `most`, as even as can be."""
    count = math.ceil(len(items) / most)
    size = math.ceil(len(items) / count)
    return [list(items[at : at + size]) for at in range(0, len(items), size)]


def _fit(strands: Sequence[Strand], most: int) -> bool:
    """Return whether strands may stand on one page that has at most so many links."""
    pairs = {(strand.left, strand.right) for strand in strands}
    return (
        len(pairs) == len(strands)
        and len({strand.left for strand in strands}) <= MOST_NODES
        and len({strand.right for strand in strands}) <= MOST_NODES
        and (len(strands) == 1 or sum(len(strand.links) for strand in strands) <= most)
    )


def _ordered(strands: Sequence[Strand]) -> NetworkPage:
    pairs = tuple((strand.left, strand.right) for strand in strands)
    left = tuple(dict.fromkeys(pair[0] for pair in pairs))
    right = tuple(dict.fromkeys(pair[1] for pair in pairs))
    left, right = best_order(left, _by_barycentre(left, right, pairs), pairs)
    ordered = sorted(strands, key=lambda s: (left.index(s.left), right.index(s.right)))
    return NetworkPage(left, right, tuple(ordered))


def _by_barycentre(
    left: Sequence[int], right: Sequence[int], pairs: Sequence[Pair]
) -> tuple[int, ...]:
    """Return the right column by the mean row of the nodes that each is tied to."""
    tied = {node: [left.index(a) for a, b in pairs if b == node] for node in right}
    return tuple(sorted(right, key=lambda node: sum(tied[node]) / len(tied[node])))


def _costs(
    left: Sequence[int], right: Sequence[int], pairs: Sequence[Pair]
) -> dict[tuple[int, int], int]:
    """Return for each two nodes of the right column the crossings if one stands over the other."""
    tied = {node: [left.index(a) for a, b in pairs if b == node] for node in right}
    return {
        (a, b): sum(x > y for x in tied[a] for y in tied[b])
        for a, b in itertools.permutations(right, 2)
    }


def _cost(order: Sequence[int], cost: dict[tuple[int, int], int]) -> int:
    return sum(cost[pair] for pair in itertools.combinations(order, 2))
