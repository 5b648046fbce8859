"""In which order the records found are shown.

Without words: as records are listed, by type, date and name. With words: by how well they match
(bm25). To weigh a word one must count all records that have it, so of very many matches the latest
added stand first, those with the words in their titles before them. In: a query and what it
matches. Out: record numbers.
"""

from __future__ import annotations

import heapq
import itertools
import json
import sqlite3
from collections.abc import Mapping, Sequence

from pyroaring import BitMap

from briefer.records import RECORD_TYPES
from briefer.store.bits import Bits
from briefer.store.facets import listings_of
from briefer.store.query import Query, Term
from briefer.store.search import Match
from briefer.store.watch import Watch
from briefer.store.words import Words, conjunction

_MOST_RANKED = 3000
_MOST_WEIGHED = 30_000
_MOST_SORTED = 20_000
_MOST_TITLED = 1000
_MOST_LENGTHS = 50_000
_RELATION_WEIGHT = 0.3


class Order:
    """Orders what was found in one store."""

    def __init__(self, connection: sqlite3.Connection, bits: Bits, words: Words) -> None:
        self._connection = connection
        self._bits = bits
        self._words = words
        self._watch = Watch(connection)
        self._known_lengths: dict[int, int] = {}

    def forget(self) -> None:
        """Let go of what is in memory: we changed something ourselves."""
        self._watch.forget()

    def first(self, query: Query, match: Match, *, limit: int) -> list[int]:
        """Return the numbers of the best records found, at most `limit`."""
        numbers = match.numbers()
        if not numbers or limit <= 0:
            return []
        if not query.wanted:
            return self._listed(numbers, match, limit)
        weighed = [term for term in query.wanted if not self._is_heavy(term)]
        if weighed and self._few(weighed, match.words):
            return self._ranked(weighed, numbers, limit)
        return self._latest(query.wanted, numbers, limit)

    def _is_heavy(self, term: Term) -> bool:
        """Return whether so many records have a term that to weigh it would take too long."""
        found = self._words.common(term)
        return found is not None and len(found) > _MOST_WEIGHED

    def _few(self, terms: Sequence[Term], matched: BitMap) -> bool:
        """Return whether few enough records have these terms, whatever else was asked for."""
        if len(matched) > _MOST_RANKED:
            return False
        having = self._words.having(terms)
        return having is not None and len(having) <= 2 * _MOST_RANKED

    def _ranked(self, terms: Sequence[Term], numbers: BitMap, limit: int) -> list[int]:
        """Return the first numbers, best match first; the terms must occur in few records enough.

        Titles weigh most, then names; a relation weighs less than the actors that it ties.
        """
        rows = self._connection.execute(
            "SELECT rowid, bm25(search, 8.0, 1.0, 4.0, 0.5) FROM search WHERE search MATCH ?",
            (conjunction(terms),),
        )
        scores: dict[int, float] = dict(rows.fetchall())
        found = BitMap(scores) & numbers
        for number in found & self._bits.numbers("type", "relation"):
            scores[number] *= _RELATION_WEIGHT
        scored = ((scores[number], number) for number in found)
        return [number for _, number in heapq.nsmallest(limit, scored)]

    def _latest(self, terms: Sequence[Term], numbers: BitMap, limit: int) -> list[int]:
        """Return records with the terms in their titles, then others, latest added first."""
        titled = self._titled(terms, numbers) if len(numbers) <= _MOST_WEIGHED else []
        first = dict.fromkeys(titled[:limit])
        rest = (number for number in reversed(numbers) if number not in first)
        return [*first, *itertools.islice(rest, limit - len(first))]

    def _titled(self, terms: Sequence[Term], numbers: BitMap) -> list[int]:
        """Return records with the terms in their titles, the shortest titles first."""
        rows = self._connection.execute(
            "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?",
            (f"{{title}} : ({conjunction(terms)})", _MOST_TITLED),
        ).fetchall()
        found = [number for (number,) in rows if number in numbers]
        lengths = self._lengths(found)
        return sorted(found, key=lambda number: (lengths[number], -number))

    def _lengths(self, numbers: Sequence[int]) -> Mapping[int, int]:
        """Return how long the titles of records are; kept, as the next key asks for most again."""
        if self._watch.moved() or len(self._known_lengths) > _MOST_LENGTHS:
            self._known_lengths.clear()
        unknown = [number for number in numbers if number not in self._known_lengths]
        if unknown:
            rows = self._connection.execute(
                """
                SELECT search.rowid, length(title) FROM json_each(?) AS one
                CROSS JOIN search ON search.rowid = one.value
                """,
                (json.dumps(unknown),),
            )
            self._known_lengths.update(rows.fetchall())
        return self._known_lengths

    def _listed(self, numbers: BitMap, match: Match, limit: int) -> list[int]:
        """Return the first records as they are listed: by type, date and name."""
        if len(numbers) > _MOST_SORTED:
            if not match.filters.keys() - {"type"}:
                return self._first_placed(numbers, limit)
            return list(itertools.islice(reversed(numbers), limit))
        rows = self._connection.execute(
            """
            SELECT number FROM json_each(?) AS one CROSS JOIN records ON number = one.value
            ORDER BY listing LIMIT ?
            """,
            (json.dumps(list(numbers)), limit),
        )
        return [number for (number,) in rows]

    def _first_placed(self, numbers: BitMap, limit: int) -> list[int]:
        """Return the first of whole types, which stand together in the order of listing."""
        found: list[int] = []
        for type_ in RECORD_TYPES:
            if numbers.intersect(self._bits.numbers("type", type_)):
                rows = self._connection.execute(
                    """
                    SELECT number FROM records WHERE listing >= ? AND listing < ?
                    ORDER BY listing LIMIT ?
                    """,
                    (*listings_of(type_), limit),
                )
                found.extend(number for (number,) in rows)
        return found[:limit]
