"""What the library ties to an event: the whole it is part of, its parts, what was said at it.

In: an event and the gathered records. Out: related records, nearest first. Must not know: slides.

Only links that records themselves state count; nothing is inferred. Only records one link away
count, because what lies further is gathered or not depending on the briefing's other cards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefer.compose.context import CardContext
from briefer.records.base import Record
from briefer.records.event import Event
from briefer.records.statement import Statement


def related_to(context: CardContext, event: Event) -> tuple[Record, ...]:
    """Return records tied to an event, each once, the closest tie first."""
    return tuple({record.id: record for record in _ties(context, event)}.values())


def statements_at(context: CardContext, event: Event) -> tuple[Statement, ...]:
    """Return the statements made at or on an event, in id order."""
    statements = context.pointing_at(event.id, Statement)
    return tuple(item for item in statements if item.event == event.id)


def events_in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return events by date, undated ones last."""
    return tuple(sorted(events, key=_order))


def _ties(context: CardContext, event: Event) -> Iterator[Record]:
    whole = context.find(event.part_of, Event)
    if whole:
        yield whole
    parts = context.pointing_at(event.id, Event)
    yield from events_in_order(part for part in parts if part.part_of == event.id)
    said = statements_at(context, event)
    yield from (item for item in said if not item.verbatim)
    yield from (item for item in said if item.verbatim)


def _order(event: Event) -> tuple[bool, int, int, str]:
    if event.date is None:
        return (True, 0, 0, event.id)
    day, coarseness = event.date.sort_key
    return (False, day.toordinal(), coarseness, event.id)
