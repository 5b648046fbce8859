"""What the library ties to an event: the whole it is part of, what was said at it, who is tied.

In: an event and the gathered records. Out: related records, nearest first. Must not know: slides.

Only links that records state count; nothing is inferred about cause.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefer.compose.context import CardContext
from briefer.records.base import Record
from briefer.records.event import Event
from briefer.records.relation import Relation
from briefer.records.statement import Statement


def related_to(context: CardContext, event: Event) -> tuple[Record, ...]:
    """Return records tied to an event, each once, the closest tie first."""
    found: dict[str, Record] = {}
    for record in _ties(context, event):
        if record.id != event.id:
            found.setdefault(record.id, record)
    return tuple(found.values())


def statements_at(context: CardContext, event: Event) -> tuple[Statement, ...]:
    """Return the statements made at or on an event, in id order."""
    statements = context.pointing_at(event.id, Statement)
    return tuple(item for item in statements if item.event == event.id)


def _ties(context: CardContext, event: Event) -> Iterator[Record]:
    whole = context.find(event.part_of, Event)
    if whole:
        yield whole
    parts = context.pointing_at(event.id, Event)
    yield from sorted((part for part in parts if part.part_of == event.id), key=_order)
    said = statements_at(context, event)
    yield from (item for item in said if not item.verbatim)
    yield from (item for item in said if item.verbatim)
    for item in said:
        replies = context.pointing_at(item.id, Statement)
        yield from (reply for reply in replies if reply.responds_to == item.id)
    yield from _relations(context, event)
    yield from _same_actors(context, event)


def _relations(context: CardContext, event: Event) -> Iterator[Relation]:
    """Yield the relations between two of the event's participants."""
    actors = tuple(dict.fromkeys(participant.actor for participant in event.actors))
    for actor in actors:
        for relation in context.pointing_at(actor, Relation):
            if relation.subject == actor and relation.object in actors:
                yield relation


def _same_actors(context: CardContext, event: Event) -> Iterator[Event]:
    """Yield the events that share at least two participants with this one, nearest date first."""
    actors = {participant.actor for participant in event.actors}
    seen: dict[str, Event] = {}
    for actor in sorted(actors):
        for other in context.pointing_at(actor, Event):
            shared = actors & {participant.actor for participant in other.actors}
            if len(shared) > 1:
                seen.setdefault(other.id, other)
    anchor = _day(event)
    yield from sorted(seen.values(), key=lambda other: (abs(_day(other) - anchor), other.id))


def _order(event: Event) -> tuple[int, str]:
    return _day(event), event.id


def _day(event: Event) -> int:
    return event.date.sort_key[0].toordinal() if event.date else 0
