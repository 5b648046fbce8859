"""What has to do with a record: at the same event, by the same actor, in opposition to it.

In: a record and a way to read others. Out: records, each with the reason, the closest first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefer.records import Event, Record, Ref, Statement
from briefer.records.fields import type_of
from briefer.store.facets import pairs_of
from briefer.store.reading import Reader

REASONS = {
    "opposing": "Stands against it",
    "event": "Same event",
    "link": "Linked",
    "actor": "Same actor",
}
"""Why a record is related, the closest first, with words for people."""

_NEAREST_FIRST = 200
"""How many records of one actor or event are looked at; of a state there may be thousands."""


@dataclass(frozen=True, slots=True)
class Related:
    """A record and why it is related: a word of `REASONS`."""

    record: Record
    reason: str


def related_records(record: Record, reader: Reader, *, limit: int) -> tuple[Related, ...]:
    """Return what has to do with a record: first its opposition, then by ever looser ties.

    Sources are left out, and so is the record itself; every record appears once.
    """
    reasons: dict[Ref, str] = {}
    for reason, ref in _ties(record, reader):
        if ref != record.id and type_of(ref) != "source":
            reasons.setdefault(ref, reason)
    found = reader.get_many(list(reasons)[:limit])
    return tuple(Related(other, reasons[ref]) for ref, other in found.items())


def _ties(record: Record, reader: Reader) -> Iterator[tuple[str, Ref]]:
    """Yield (reason, id), the closest first; a record may come more than once."""
    named = (record.id,) if record.type != "source" else ()
    around = reader.get_many(reader.pointing_at(named, most=_NEAREST_FIRST))
    for ref in _opposing(record, around.values()):
        yield "opposing", ref
    for event in _events(record):
        yield "event", event
        pointing = reader.pointing_at((event,), most=_NEAREST_FIRST)
        for other in reader.get_many(pointing).values():
            if event in _events(other):
                yield "event", other.id
    for ref in (*record.links(), *around):
        yield "link", ref
    for field, actor in sorted(pairs_of(record)):
        if field == "actor":
            for ref in reader.pointing_at((actor,), most=_NEAREST_FIRST):
                yield "actor", ref


def _opposing(record: Record, around: Iterable[Record]) -> Iterator[Ref]:
    """Yield the statements that a statement answers or stands against, and the reverse."""
    if isinstance(record, Statement):
        yield from _answered(record)
        for other in around:
            if isinstance(other, Statement) and record.id in _answered(other):
                yield other.id


def _answered(statement: Statement) -> tuple[Ref, ...]:
    answered = (statement.responds_to,) if statement.responds_to else ()
    return (*answered, *statement.contrasts_with)


def _events(record: Record) -> tuple[Ref, ...]:
    """Return the events that a record belongs to, an event's own id included."""
    if isinstance(record, Event):
        return (record.id, record.part_of) if record.part_of else (record.id,)
    if isinstance(record, Statement) and record.event:
        return (record.event,)
    return ()
