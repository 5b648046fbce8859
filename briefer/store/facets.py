"""What records are grouped and filtered by: type, topic, actor, year and so on.

In: a record. Out: (field, value) pairs, from the record alone, so that a change of one record
changes no other's. What its sources say of a record (`verification`) is looked up in `filters`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from briefer.records import (
    RECORD_TYPES,
    Actor,
    Event,
    PartialDate,
    Record,
    Relation,
    Source,
    Statement,
    Statistic,
)
from briefer.records.vocabulary import (
    COUNTRIES,
    EVENT_STATUSES,
    EVENT_TYPES,
    SUBSTANCES,
    TOPICS,
    VERIFICATIONS,
    Vocabulary,
)
from briefer.store.bits import Pair

_BETWEEN, _AFTER = "\x1f", "\x20"
"""What stands between the parts of a key for listing, and the character after it."""

_MOST_YEARS = 200
"""A date that covers more years than this says nothing about any of them."""


def date_of(record: Record) -> PartialDate | None:
    """Return the one date that a record is listed and filtered by."""
    match record:
        case Event() | Statement() | Relation():
            return record.date
        case Statistic():
            return record.as_of
        case Source():
            return record.issued
        case _:
            return None


def _types(record: Record) -> Iterator[str]:
    yield record.type


def _event_types(record: Record) -> Iterator[str]:
    if isinstance(record, Event):
        yield record.event_type


def _statuses(record: Record) -> Iterator[str]:
    if isinstance(record, Event):
        yield record.status


def _actors(record: Record) -> Iterator[str]:
    """Yield the actors that a record is about, an actor's own id included."""
    match record:
        case Actor():
            yield record.id
        case Event():
            yield from (participant.actor for participant in record.actors)
        case Statement() if record.speaker:
            yield record.speaker
        case Statistic() if record.asserted_by:
            yield record.asserted_by
        case Relation():
            yield from (record.subject, record.object)


def _countries(record: Record) -> Iterator[str]:
    yield from record.countries
    if isinstance(record, Actor) and record.country:
        yield record.country


def _years(record: Record) -> Iterator[str]:
    """Yield the years that a date covers; of a date open at one end, the year of the other."""
    date = date_of(record)
    first = date and (date.earliest or date.latest)
    last = date and (date.latest or date.earliest)
    if first and last and last.year - first.year < _MOST_YEARS:
        yield from (f"{year:04}" for year in range(first.year, last.year + 1))


def is_bounded(record: Record) -> bool:
    """Return whether the years of a record's date tell all days that it may cover."""
    date = date_of(record)
    return bool(
        date
        and date.earliest
        and date.latest
        and date.latest.year - date.earliest.year < _MOST_YEARS
    )


def _sources(record: Record) -> Iterator[str]:
    """Yield the sources that a record cites; a source is found under its own id."""
    if isinstance(record, Source):
        yield record.id
    yield from (citation.source for citation in record.citations)


def _marks(record: Record) -> Iterator[str]:
    """Yield what may be asked with `is:`."""
    if not record.citations and not isinstance(record, Source):
        yield "uncited"
    if record.origin != "bundled":
        yield "own"
    if record.revision > 1:
        yield "edited"
    if not isinstance(record, Actor) and date_of(record) is None:
        yield "undated"
    if date_of(record) is not None and not is_bounded(record):
        yield "open"


MARKS = Vocabulary("mark", "uncited own edited undated open")


@dataclass(frozen=True, slots=True)
class Facet:
    """A field that records are grouped by; `words` are its values where they are a closed list.

    `names` is the record type whose names its values are ids of.
    """

    name: str
    label: str
    values: Callable[[Record], Iterator[str]]
    words: Mapping[str, str] | None = None
    names: str = ""

    def label_of(self, value: str) -> str:
        """Return a value in words, where that needs no record."""
        return self.words.get(value, value) if self.words else value


_TYPE_LABELS = {name: name.capitalize() for name in RECORD_TYPES}

FACETS: Mapping[str, Facet] = {
    facet.name: facet
    for facet in (
        Facet("type", "Type", _types, _TYPE_LABELS),
        Facet("event_type", "Event type", _event_types, EVENT_TYPES),
        Facet("actor", "Actor", _actors, names="actor"),
        Facet("topic", "Topic", lambda record: iter(record.topics), TOPICS),
        Facet("substance", "Substance", lambda record: iter(record.substances), SUBSTANCES),
        Facet("country", "Country", _countries, COUNTRIES),
        Facet("year", "Year", _years),
        Facet("source", "Source", _sources, names="source"),
        Facet("verification", "Verification", lambda record: iter(()), VERIFICATIONS),
        Facet("status", "Status", _statuses, EVENT_STATUSES),
        Facet("is", "State", _marks, MARKS),
    )
}
"""All fields, in the order in which they are shown."""


def pairs_of(record: Record) -> frozenset[Pair]:
    """Return every (field, value) that a record has."""
    return frozenset(
        (facet.name, value) for facet in FACETS.values() for value in facet.values(record)
    )


def listing_of(record: Record) -> str:
    """Return the key by which records are listed: type; date, undated ones last; label; id.

    Keys compare as plain text. Of two dates that begin on one day the coarser stands first.
    """
    start = _listing_start(record)
    return _BETWEEN.join((start, record.label.casefold()[:100], record.id))


def listings_of_date(record: Record) -> tuple[str, str] | None:
    """Return bounds of the keys of the records of a type that begin with a record and end with it.

    None where its type is not listed by date, or it has none.
    """
    if not isinstance(record, Event | Statement) or record.date is None:
        return None
    start = _listing_start(record)
    return f"{start}{_BETWEEN}", f"{start}{_AFTER}"


def _listing_start(record: Record) -> str:
    date = date_of(record) if isinstance(record, Event | Statement) else None
    anchor, width = date.sort_key if date else (None, 0)
    when = f"0{anchor.isoformat()}{10**8 + width:09}" if anchor else "1"
    return f"{list(RECORD_TYPES).index(record.type)}{when}"


def listings_of(type_: str) -> tuple[str, str]:
    """Return bounds of the keys of a record type: the first is at or before them, the other after.

    The first character of a key is the number of its type.
    """
    order = list(RECORD_TYPES).index(type_)
    return str(order), str(order + 1)
