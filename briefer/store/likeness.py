"""Records that are likely the same thing: same name, same words, same number, same address.

In: a record, kept or not. Out: the ids of others that it may repeat. The full text proposes
candidates, a comparison of letters decides.
"""

from __future__ import annotations

import difflib
import json
import re
import sqlite3
from collections.abc import Iterable, Iterator

from briefer.records import Actor, Record, Ref, Relation, Source, Statement, Statistic
from briefer.store.bits import Bits
from briefer.store.facets import date_of, listings_of_date
from briefer.store.filters import folded
from briefer.store.fulltext import title_of
from briefer.store.reading import Reader
from briefer.store.words import Words, expression

_MOST_CANDIDATES = 300
_MOST_WORDS = 24
_VERY_SIMILAR = 0.85
_SCHEME = re.compile(r"^[a-z]+://(www\.)?|/+$")
_DOI_PREFIX = re.compile(r"^(doi:|https?://(dx\.)?doi\.org/)")


class Likeness:
    """Finds likely duplicates in one store."""

    def __init__(
        self, connection: sqlite3.Connection, reader: Reader, bits: Bits, words: Words
    ) -> None:
        self._connection = connection
        self._reader = reader
        self._bits = bits
        self._words = words

    def of(self, record: Record, *, limit: int) -> tuple[Record, ...]:
        """Return the records that a record likely repeats, the most alike first."""
        refs = dict.fromkeys(ref for ref in self._candidates(record) if ref != record.id)
        found = self._reader.get_many(refs).values()
        alike = [(likeness(record, other), other.id, other) for other in found]
        ordered = sorted((-share, ref, other) for share, ref, other in alike if share)
        return tuple(other for _, _, other in ordered[:limit])

    def _candidates(self, record: Record) -> Iterator[Ref]:
        """Yield the ids of records of the same type that may be the same; some come twice."""
        if isinstance(record, Relation):
            yield from self._reader.tying(record.subject, record.object, most=_MOST_CANDIDATES)
            return
        for name in _names(record):
            yield from self._named(record.type, name)
        yield from self._of_the_same_day(record)
        if isinstance(record, Source):
            yield from self._at_the_same_place(record)

    def _named(self, type_: str, name: str) -> list[Ref]:
        """Return records whose title or names have these words in a row."""
        words = " ".join(name.split()[:_MOST_WORDS])
        if not any(char.isalnum() for char in words):
            return []
        columns = "{title names}" if type_ == "actor" else "{title}"
        matching = self._words.matching(f"{columns} : {expression(words, unfinished=False)}")
        numbers = matching & self._bits.numbers("type", type_)
        return self._ids(list(numbers)[:_MOST_CANDIDATES])

    def _ids(self, numbers: list[int]) -> list[Ref]:
        rows = self._connection.execute(
            "SELECT id FROM records WHERE number IN (SELECT value FROM json_each(?)) ORDER BY id",
            (json.dumps(numbers),),
        )
        return [ref for (ref,) in rows]

    def _of_the_same_day(self, record: Record) -> list[Ref]:
        """Return records of the same type whose date covers the same days."""
        date = date_of(record)
        if date is None or date.earliest is None:
            return []
        days = (date.earliest.isoformat(), date.latest.isoformat() if date.latest else None)
        listed = listings_of_date(record)
        if listed:
            where = "records WHERE listing >= ? AND listing < ?"
        else:
            of_type = self._bits.numbers("type", record.type)
            years = of_type & self._bits.numbers("year", f"{date.earliest.year:04}")
            where = "json_each(?) AS one CROSS JOIN records ON number = one.value WHERE TRUE"
        rows = self._connection.execute(
            f"SELECT records.id FROM {where} AND earliest = ? AND latest IS ? LIMIT ?",
            (*(listed or (json.dumps(list(years)),)), *days, _MOST_CANDIDATES),
        )
        return [ref for (ref,) in rows]

    def _at_the_same_place(self, source: Source) -> Iterator[Ref]:
        """Yield sources with the parts of the DOI or the address of a source in a row."""
        for place in (_doi(source), _address(source)):
            if any(char.isalnum() for char in place):
                phrase = f"{{body}} : {expression(place, unfinished=False)}"
                numbers = self._words.matching(phrase) & self._bits.numbers("type", source.type)
                yield from self._ids(list(numbers)[:_MOST_CANDIDATES])


def likeness(record: Record, other: Record) -> float:
    """Return how likely two records are the same: 1 for the same words, 0 for different things."""
    if record.type != other.type:
        return 0.0
    match record, other:
        case Relation(), Relation():
            ends = [(r.subject, r.relation, r.object, r.date) for r in (record, other)]
            return float(ends[0] == ends[1])
        case Statistic(), Statistic():
            numbers = [(s.value, s.low, s.high, s.unit) for s in (record, other)]
            return _titles_alike(record, other) if numbers[0] == numbers[1] else 0.0
        case Source(), Source():
            return _sources_alike(record, other)
        case Statement(), Statement():
            return float(_letters(record.text) == _letters(other.text))
        case Actor(), Actor():
            return float(bool(_all_letters(record) & _all_letters(other)))
        case _:
            return _titles_alike(record, other)


def _titles_alike(record: Record, other: Record) -> float:
    """Return 1 for the same title, less for a very similar one of the same date."""
    ours, theirs = (_letters(title_of(one, {})) for one in (record, other))
    dates = [date_of(one) for one in (record, other)]
    apart = all(dates) and dates[0] != dates[1]
    if ours and ours == theirs:
        return 0.0 if apart and isinstance(record, Statistic) else 1.0
    if not all(dates) or apart:
        return 0.0
    return _similar(ours, theirs)


def _similar(ours: str, theirs: str) -> float:
    """Return how similar two titles are, 0 where they are not very much so."""
    matcher = difflib.SequenceMatcher(None, ours, theirs)
    # The quick ones are upper bounds: most pairs are told apart without the slow comparison.
    for share in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio):
        if share() < _VERY_SIMILAR:
            return 0.0
    return matcher.ratio()


def _sources_alike(record: Source, other: Source) -> float:
    if _doi(record) and _doi(record) == _doi(other):
        return 1.0
    if _address(record) and _address(record) == _address(other):
        return 1.0
    years = [source.issued.year if source.issued else None for source in (record, other)]
    apart = None not in years and years[0] != years[1]
    return 0.0 if apart else float(_letters(record.title) == _letters(other.title))


def _names(record: Record) -> Iterable[str]:
    if isinstance(record, Actor):
        return (record.name, *record.aliases)
    return (title_of(record, {}),)


def _all_letters(actor: Actor) -> set[str]:
    return {letters for name in _names(actor) if (letters := _letters(name))}


def _letters(text: str) -> str:
    """Return words in small letters without accents and signs."""
    plain = folded(text)
    return " ".join("".join(char if char.isalnum() else " " for char in plain).split())


def _doi(source: Source) -> str:
    return _DOI_PREFIX.sub("", (source.doi or "").strip().lower())


def _address(source: Source) -> str:
    return _SCHEME.sub("", (source.url or "").strip().lower())
