"""Search: what a query finds, how much, and how it spreads over the facets.

In: a query. Out: the records that match, as sets of their numbers, so that exact totals and counts
stay quick in a library of a million records. `order` says which of them stand first.
"""

from __future__ import annotations

import heapq
import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from pyroaring import BitMap

from briefer.store.bits import Bits
from briefer.store.facets import FACETS, Facet
from briefer.store.filters import Filters
from briefer.store.query import Query
from briefer.store.reading import Reader
from briefer.store.showing import Hit
from briefer.store.words import Words

_MOST_VALUES = 40


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet, its words, and how many of the records found have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The best hits, how many there are in all, and how they spread.

    `counts` has every type, whatever types were asked for; so has each facet of `facets` its
    values, most frequent first. `notes` tell of filters that mean nothing in this library.
    """

    hits: tuple[Hit, ...]
    total: int
    counts: Mapping[str, int]
    facets: Mapping[str, tuple[FacetValue, ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """The records that the words of a query match, and the filters by field."""

    words: BitMap
    filters: Mapping[str, BitMap]
    notes: tuple[str, ...]

    def numbers(self, *, without: str = "") -> BitMap:
        """Return the records found; `without` leaves the filters of one field aside."""
        return BitMap.intersection(
            self.words, *(sets for name, sets in self.filters.items() if name != without)
        )


class Searcher:
    """Answers queries about one store."""

    def __init__(self, connection: sqlite3.Connection, bits: Bits, words: Words) -> None:
        self._bits = bits
        self._words = words
        self._filters = Filters(connection, bits, words)

    def forget(self) -> None:
        """Let go of what is in memory: we changed something ourselves."""
        self._filters.forget()

    def match(self, query: Query, types: Collection[str] = ()) -> Match:
        """Return the records that a query matches; `types` is a filter like `type:`."""
        filters: dict[str, BitMap] = {}
        notes: list[str] = []
        words = self._with_terms(query)
        for filter_ in query.filters:
            passing, note = self._filters.passing(filter_)
            notes += [note] if note else []
            if filter_.excluded:
                words = words - passing
            else:
                known = filters.get(filter_.field)
                filters[filter_.field] = passing if known is None else known | passing
        if types:
            sets = [self._bits.numbers("type", type_) for type_ in types]
            chosen = BitMap.union(BitMap(), *sets)
            filters["type"] = chosen & filters.get("type", chosen)
        return Match(words, filters, tuple(notes))

    def _with_terms(self, query: Query) -> BitMap:
        """Return the records that have every wanted term and no excluded one."""
        if query.nothing:
            return BitMap()
        found = self._words.having(query.wanted)
        if found is None:
            found = BitMap.union(BitMap(), *self._bits.field("type").values())
        for term in query.terms:
            without = self._words.having([term]) if term.excluded else None
            found = found - without if without else found
        return found

    def facet(self, name: str, match: Match, *, most: int = _MOST_VALUES) -> dict[str, int]:
        """Return how many of the records found have each value, without filters of that field.

        Only the `most` frequent values are counted for certain; a set smaller than the least of
        them cannot be among them.
        """
        numbers = match.numbers(without=name)
        sizes = sorted(
            ((len(having), value, having) for value, having in self._filters.field(name).items()),
            key=lambda item: item[0],
            reverse=True,
        )
        counted: dict[str, int] = {}
        best: list[int] = []
        for size, value, having in sizes:
            if len(best) == most and size < best[0]:
                break
            count = numbers.intersection_cardinality(having)
            if count:
                counted[value] = count
                (heapq.heappushpop if len(best) == most else heapq.heappush)(best, count)
        return counted


def counted_facets(
    searcher: Searcher, match: Match, names: Collection[str], reader: Reader
) -> dict[str, tuple[FacetValue, ...]]:
    """Return the most frequent values of the facets named, with their words."""
    return {name: _values(FACETS[name], searcher.facet(name, match), reader) for name in names}


def _values(facet: Facet, counted: Mapping[str, int], reader: Reader) -> tuple[FacetValue, ...]:
    """Return the most frequent values of a facet; years stand in order, latest first."""
    most = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:_MOST_VALUES]
    if facet.name == "year":
        most.sort(reverse=True)
    named = reader.names(facet.names, (value for value, _ in most)) if facet.names else {}
    return tuple(
        FacetValue(value, named.get(value) or facet.label_of(value), count) for value, count in most
    )
