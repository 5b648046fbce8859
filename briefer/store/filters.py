"""What the filters of a query stand for: `actor:blinken`, `year:2022..2023`, `before:2023-07`.

In: a `Filter`. Out: the records it lets through, and a note where its value means nothing here.
"""

from __future__ import annotations

import datetime
import json
import sqlite3
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pyroaring import BitMap

from briefer.errors import DateError
from briefer.records import PartialDate
from briefer.store.bits import Bits, numbers_of
from briefer.store.facets import FACETS, Facet
from briefer.store.query import DATE_FIELDS, Filter
from briefer.store.watch import Watch
from briefer.store.words import Words, expression

_FIRST_DAY, _LAST_DAY = "0000", "9999"
_RANGE = ".."
_MOST_KEPT = 32


@dataclass(frozen=True, slots=True)
class BySize:
    """The values of a facet with their sets and how many records these have, the largest first."""

    values: Sequence[str]
    sets: Sequence[BitMap]
    sizes: Sequence[int]

    @classmethod
    def of(cls, sets: Mapping[str, BitMap]) -> BySize:
        """Return the sets of a field by size."""
        ordered = sorted(sets, key=lambda value: len(sets[value]), reverse=True)
        having = [sets[value] for value in ordered]
        return cls(ordered, having, [len(one) for one in having])


class Filters:
    """Resolves filters against one store."""

    def __init__(self, connection: sqlite3.Connection, bits: Bits, words: Words) -> None:
        self._connection = connection
        self._bits = bits
        self._words = words
        self._watch = Watch(connection)
        self._passing: dict[Filter, tuple[BitMap, str]] = {}
        self._by_size: dict[str, BySize] = {}

    def field(self, name: str) -> Mapping[str, BitMap]:
        """Return the sets of a facet by value; those of `verification` are its sources' sets."""
        return self._bits.field(name) if name != "verification" else self._verified()

    def by_size(self, name: str) -> BySize:
        """Return the values of a facet and their sets, the largest first."""
        self._look_for_others()
        if name not in self._by_size:
            self._by_size[name] = BySize.of(self.field(name))
        return self._by_size[name]

    def _verified(self) -> Mapping[str, BitMap]:
        sources = self._bits.field("source")
        rows = self._connection.execute("SELECT id, verification FROM source ORDER BY id")
        sets: dict[str, list[BitMap]] = {}
        for ref, state in rows.fetchall():
            sets.setdefault(state, []).append(sources.get(ref) or BitMap())
        return {state: BitMap.union(*citing) for state, citing in sets.items()}

    def passing(self, filter_: Filter) -> tuple[BitMap, str]:
        """Return the records that a filter lets through, and a note where its value is unknown.

        While the words beside it are being typed a filter stays the same, so it is kept.
        """
        self._look_for_others()
        if len(self._passing) > _MOST_KEPT:
            self._passing.clear()
        if filter_ not in self._passing:
            self._passing[filter_] = self._let_through(filter_)
        return self._passing[filter_]

    def forget(self) -> None:
        """Let go of what is in memory: we changed something ourselves."""
        self._watch.forget()

    def _look_for_others(self) -> None:
        """Let go of what is in memory where another connection, or this one, changed the store."""
        if self._watch.moved():
            self._passing.clear()
            self._by_size.clear()

    def _let_through(self, filter_: Filter) -> tuple[BitMap, str]:
        if filter_.field in DATE_FIELDS:
            return self._dated(filter_)
        found, unknown = BitMap(), []
        for value in (part.strip() for part in filter_.value.split(",")):
            if value:
                chosen = self._values(FACETS[filter_.field], value)
                sets = self.field(filter_.field)
                found |= BitMap.union(BitMap(), *(sets[v] for v in chosen if v in sets))
                unknown += [] if chosen else [value]
        label = FACETS[filter_.field].label.lower()
        return found, "; ".join(f"no {label} is called “{value}”" for value in unknown)

    def _values(self, facet: Facet, value: str) -> list[str]:
        """Return the values of a facet that a person means by a word."""
        if facet.names:
            return self._named(facet, value)
        if facet.name == "year" and _RANGE in value:
            first, last = value.split(_RANGE, 1)
            return [
                year
                for year in self._bits.field("year")
                if (first or _FIRST_DAY) <= year <= (last or _LAST_DAY)
            ]
        return _meant(value, facet.words or {year: year for year in self._bits.field(facet.name)})

    def _named(self, facet: Facet, value: str) -> list[str]:
        """Return the ids of actors or sources whose own name has a word that begins so."""
        ref = value if "/" in value else f"{facet.names}/{value}"
        if ref in self.field(facet.name):
            return [ref]
        wanted = folded(value).split()
        if not any(char.isalnum() for char in value):
            return []
        candidates = self._words.matching(expression(value, unfinished=True))
        candidates = candidates & self._bits.numbers("type", facet.names)
        columns = "name, aliases" if facet.names == "actor" else "title, short"
        rows = self._connection.execute(
            f"""
            SELECT {facet.names}.id, {columns} FROM json_each(?) AS one
            CROSS JOIN records ON records.number = one.value
            CROSS JOIN {facet.names} ON {facet.names}.id = records.id
            """,
            (json.dumps(list(candidates)),),
        )
        return [ref for ref, *names in rows.fetchall() if _begins_in(wanted, names)]

    def _dated(self, filter_: Filter) -> tuple[BitMap, str]:
        """Return the records whose date may fall in, begins before or ends after some days."""
        try:
            first, last = _days(filter_.value)
        except DateError:
            note = f"“{filter_.value}” is no date; write 2023, 2023-06 or 2023-06..2023-09"
            return BitMap(), note
        if filter_.field == "before":
            first, last = _FIRST_DAY, _day_before(first)
        elif filter_.field == "after":
            first, last = _day_after(last), _LAST_DAY
        return self._overlapping(first, last), ""

    def _overlapping(self, first: str, last: str) -> BitMap:
        """Return the records whose date may fall between two days.

        Years that lie within are taken whole; only of the first and last year, and of dates without
        end, the days are compared.
        """
        years = self._bits.field("year")
        touched = [year for year in years if first[:4] <= year <= last[:4]]
        edges = [year for year in touched if year in (first[:4], last[:4])]
        unsure = BitMap.union(self._bits.numbers("is", "open"), *(years[year] for year in edges))
        rows = self._connection.execute(
            """
            SELECT number FROM json_each(?) AS one CROSS JOIN records ON number = one.value
            WHERE coalesce(earliest, ?) <= ? AND coalesce(latest, ?) >= ?
            """,
            (json.dumps(list(unsure)), _FIRST_DAY, last, _LAST_DAY, first),
        )
        inside = (years[year] for year in touched if year not in edges)
        return BitMap.union(numbers_of(rows.fetchall()), *inside)


def _days(value: str) -> tuple[str, str]:
    """Return the first and last day that a value covers; raise DateError where it is no date."""
    start, dots, end = value.partition(_RANGE)
    first, last = _FIRST_DAY, _LAST_DAY
    if start or not dots:
        date = PartialDate.parse(start)
        first = date.earliest.isoformat() if date.earliest else _FIRST_DAY
        last = date.latest.isoformat() if date.latest and not dots else last
    if end:
        until = PartialDate.parse(end)
        last = until.latest.isoformat() if until.latest else _LAST_DAY
    return first, last


def _day_before(day: str) -> str:
    if day == _FIRST_DAY:
        return day
    return (datetime.date.fromisoformat(day) - datetime.timedelta(days=1)).isoformat()


def _day_after(day: str) -> str:
    if day == _LAST_DAY:
        return day
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=1)).isoformat()


def _meant(value: str, words: Mapping[str, str]) -> list[str]:
    """Return the words meant: the very word, else those that it begins, in word or label.

    A plural will do: `type:events`.
    """
    wanted = folded(value).replace("_", " ").replace("-", " ")
    spelt = {
        word: (folded(word).replace("_", " ").replace("-", " "), folded(label))
        for word, label in words.items()
    }
    exact = [word for word, forms in spelt.items() if wanted in forms]
    begun = [word for word, forms in spelt.items() if any(f.startswith(wanted) for f in forms)]
    inside = [word for word, forms in spelt.items() if _begins_in(wanted.split(), forms)]
    singular = _meant(value[:-1], words) if value.endswith("s") else []
    return exact or begun or inside or singular


def _begins_in(wanted: Iterable[str], names: Iterable[str | None]) -> bool:
    """Return whether every wanted word begins some word of the names."""
    text = folded(" ".join(name for name in names if name))
    words = "".join(char if char.isalnum() else " " for char in text).split()
    plain = "".join(char if char.isalnum() else " " for char in " ".join(wanted)).split()
    return all(any(word.startswith(part) for word in words) for part in plain)


def folded(text: str) -> str:
    """Return text in small letters without accents, to be compared."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))
