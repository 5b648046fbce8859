"""Search: what a query finds, how much, and how it spreads over the facets.

In: a query. Out: the records that match, as sets of their numbers, so that exact totals and counts
stay quick in a library of a million records. `order` says which of them stand first.
"""

from __future__ import annotations

import operator
import sqlite3
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from pyroaring import BitMap

from briefer.records import Ref
from briefer.store.bits import Bits
from briefer.store.facets import FACETS, Facet
from briefer.store.filters import Filters
from briefer.store.query import Query
from briefer.store.reading import Reader
from briefer.store.showing import Hit
from briefer.store.watch import Watch
from briefer.store.words import Words

_MOST_VALUES = 40
_MOST_NAMES = 5000
_AT_ONCE = 200
_MANY = 1 / 8

Counter: TypeAlias = Callable[[Sequence[BitMap], Sequence[int]], list[int]]


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
    everything: BitMap
    _found: dict[str, BitMap] = field(default_factory=dict, compare=False)

    def numbers(self, *, without: str = "") -> BitMap:
        """Return the records found; `without` leaves the filters of one field aside.

        Do not change the set: it is kept, as each facet asks for it.
        """
        aside = without if without in self.filters else ""
        if aside not in self._found:
            others = (sets for name, sets in self.filters.items() if name != aside)
            self._found[aside] = BitMap.intersection(self.words, *others)
        return self._found[aside]

    def counter(self, *, without: str = "") -> Counter:
        """Return what counts how many of the records found are in sets of given sizes.

        Where few are found the others are counted instead: a roaring bitmap of very many records
        is looked up bit by bit, one of few is compared number by number, which takes far longer.
        """
        found = self.numbers(without=without)
        if len(found) > _MANY * len(self.everything):
            return lambda sets, sizes: list(map(found.intersection_cardinality, sets))
        count = (self.everything - found).intersection_cardinality
        return lambda sets, sizes: list(map(operator.sub, sizes, map(count, sets)))


class Searcher:
    """Answers queries about one store."""

    def __init__(
        self, connection: sqlite3.Connection, reader: Reader, bits: Bits, words: Words
    ) -> None:
        self._reader = reader
        self._bits = bits
        self._words = words
        self._filters = Filters(connection, bits, words)
        self._watch = Watch(connection)
        self._names: dict[Ref, str] = {}

    def forget(self) -> None:
        """Let go of what is in memory: we changed something ourselves."""
        self._watch.forget()
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
        return Match(words, filters, tuple(notes), self._everything())

    def _with_terms(self, query: Query) -> BitMap:
        """Return the records that have every wanted term and no excluded one."""
        if query.nothing:
            return BitMap()
        found = self._words.having(query.wanted)
        if found is None:
            found = self._everything()
        for term in query.terms:
            without = self._words.having([term]) if term.excluded else None
            found = found - without if without else found
        return found

    def _everything(self) -> BitMap:
        return BitMap.union(BitMap(), *self._bits.field("type").values())

    def facet(self, name: str, match: Match, *, most: int = _MOST_VALUES) -> dict[str, int]:
        """Return the `most` frequent values of the records found and how many have each.

        Filters of that field are left aside. A set that is smaller than the least of those counted
        cannot be among them, so most sets of a field with many values are never looked at.
        """
        sized = self._filters.by_size(name)
        count = match.counter(without=name)
        counts: list[int] = []
        best: list[int] = []
        least = 1
        for start in range(0, len(sized.sets), _AT_ONCE):
            if sized.sizes[start] < least:
                break
            part = slice(start, start + _AT_ONCE)
            counted = count(sized.sets[part], sized.sizes[part])
            counts += counted
            best = sorted([*best, *counted], reverse=True)[:most]
            least = max(1, best[-1]) if len(best) == most else 1
        pairs = zip(sized.values, counts, strict=False)
        found = [(-number, value) for value, number in pairs if number >= least]
        return {value: -number for number, value in sorted(found)[:most]}

    def values(self, name: str, match: Match) -> tuple[FacetValue, ...]:
        """Return the most frequent values of a facet; years stand in order, latest first."""
        facet = FACETS[name]
        counted = list(self.facet(name, match).items())
        if name == "year":
            counted.sort(reverse=True)
        named = self._named(facet, [value for value, _ in counted]) if facet.names else {}
        return tuple(
            FacetValue(value, named.get(value) or facet.label_of(value), count)
            for value, count in counted
        )

    def _named(self, facet: Facet, refs: Sequence[Ref]) -> Mapping[Ref, str]:
        """Return what actors or sources are called; those frequent stay so while one types."""
        if self._watch.moved() or len(self._names) > _MOST_NAMES:
            self._names.clear()
        unknown = [ref for ref in refs if ref not in self._names]
        if unknown:
            self._names |= dict.fromkeys(unknown, "") | self._reader.names(facet.names, unknown)
        return self._names
