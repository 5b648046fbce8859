"""Tests of the graph of a network: pages, and orders with few crossings."""

from __future__ import annotations

import itertools
import random

import pytest

from briefer.content import Link, Text
from briefer.layout.blocks.network_pages import (
    MOST_LINKS,
    MOST_NODES,
    NetworkPage,
    best_order,
    crossings,
    pages_of,
    rows_of,
)


def _links(*pairs: tuple[int, int]) -> list[Link]:
    return [Link(start, end, (Text("charges"),)) for start, end in pairs]


def _crossings(page: NetworkPage) -> int:
    pairs = [(strand.left, strand.right) for strand in page.strands]
    return crossings(page.left, page.right, pairs)


@pytest.mark.parametrize("seed", range(25))
def test_no_order_has_fewer_crossings(seed: int) -> None:
    """All orders of both columns of small graphs are tried by brute force."""
    rng = random.Random(seed)
    left, right = tuple(range(rng.randint(1, 4))), tuple(range(10, 10 + rng.randint(1, 4)))
    every = list(itertools.product(left, right))
    pairs = tuple(rng.sample(every, min(len(every), rng.randint(1, 8))))
    left = tuple(dict.fromkeys(pair[0] for pair in pairs))
    right = tuple(dict.fromkeys(pair[1] for pair in pairs))
    fewest = min(
        crossings(a, b, pairs)
        for a in itertools.permutations(left)
        for b in itertools.permutations(right)
    )
    assert crossings(*best_order(left, right, pairs), pairs) == fewest


def test_columns_keep_their_order_where_nothing_crosses() -> None:
    """Who was picked first stands first."""
    (page,) = pages_of(_links((0, 5), (1, 6), (2, 7)))
    assert (page.left, page.right) == ((0, 1, 2), (5, 6, 7))


def test_crossed_links_are_untangled() -> None:
    """Two who act on each other's target as picked: the targets change places."""
    (page,) = pages_of(_links((0, 6), (1, 5), (2, 5), (2, 7), (0, 7)))
    assert _crossings(page) <= 1


@pytest.mark.parametrize("seed", range(20))
def test_every_link_is_on_one_page_and_no_page_is_too_full(seed: int) -> None:
    """Up to twelve actors and twenty links, actors on both sides among them."""
    rng = random.Random(seed)
    pairs = [tuple(rng.sample(range(rng.randint(2, 12)), 2)) for _ in range(rng.randint(1, 20))]
    links = [Link(a, b, (Text(str(n)),)) for n, (a, b) in enumerate(pairs)]
    pages = pages_of(links)
    shown = [link for page in pages for strand in page.strands for link in strand.links]
    assert sorted(shown, key=lambda link: int(_words(link))) == links
    for page in pages:
        assert max(len(page.left), len(page.right)) <= MOST_NODES
        assert sum(len(strand.links) for strand in page.strands) <= MOST_LINKS
        ends = [(strand.left, strand.right) for strand in page.strands]
        assert len(set(ends)) == len(ends)


def _words(link: Link) -> str:
    return "".join(item.text for item in link.label if isinstance(item, Text))


def test_what_hangs_together_stays_together() -> None:
    """Two groups that have too many links for one page part between them."""
    first, second = [(0, n) for n in (5, 6, 7, 8)], [(1, n) for n in (15, 16, 17, 18)]
    pages = pages_of(_links(*first[:2], *second, *first[2:]))
    assert [page.left for page in pages] == [(0,), (1,)]


def test_pages_are_even() -> None:
    """Eight charges by one office make two pages of four, not five and three."""
    pages = pages_of(_links(*((0, n) for n in range(1, 9))))
    assert [len(page.strands) for page in pages] == [4, 4]


def test_ties_of_the_same_two_share_a_line() -> None:
    """Two lines between the same points would be one."""
    (page,) = pages_of(_links((0, 1), (0, 1), (0, 2)))
    assert [len(strand.links) for strand in page.strands] == [2, 1]


def test_who_acts_and_is_acted_on_stands_in_both_columns() -> None:
    """Every line runs from left to right."""
    (page,) = pages_of(_links((0, 1), (1, 2)))
    assert (page.left, page.right) == ((0, 1), (1, 2))


def test_the_shorter_column_stands_beside_its_links() -> None:
    """One who acts on three stands at the middle one; rows are never less than one apart."""
    (page,) = pages_of(_links((0, 5), (0, 6), (0, 7)))
    assert rows_of(page) == ([1.0], [0.0, 1.0, 2.0])
    (page,) = pages_of(_links((0, 5), (0, 6), (0, 7), (1, 7), (1, 8), (2, 8)))
    left, right = rows_of(page)
    assert all(b - a >= 1 for a, b in itertools.pairwise(left))
    assert min(left) >= 0
    assert max(left) <= max(right)
