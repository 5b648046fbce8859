"""The timeline primer: what happened, period after period.

In: records. Out: a section for each period: its events in order, the most telling one in detail.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from briefer.compose.periods import period
from briefer.compose.presets.cards import asked, chart_cards, events_cards, rest, shown
from briefer.compose.presets.pool import (
    Pool,
    in_order,
    key_events,
    planned_events,
    pool_of,
    ranked_events,
)
from briefer.compose.presets.preset import CLOSE, Plan, Preset, briefing_of
from briefer.records.base import Record
from briefer.records.event import Event
from briefer.storyboard.briefing import Briefing, Card

_NAME = "primer"
_MOST_EVENTS = 36
_MOST_A_PERIOD = 12
_TIES_OF_DETAIL = 2
"""How many records point to an event that is worth a slide of its own."""

Events = tuple[Event, ...]


def propose(records: Sequence[Record]) -> Briefing:
    """Return a primer over the most telling events that are dated to a year or more exactly."""
    pool = pool_of(records)
    dated = [event for event in ranked_events(pool) if event.date and event.date.year]
    body: Plan = tuple(
        (heading, _cards(pool, events))
        for heading, events in periods_of(in_order(dated[:_MOST_EVENTS]))
    )
    told = tuple(card for _, cards in body for card in cards)
    others = () if told else events_cards(key_events(pool, _MOST_A_PERIOD))
    plan: Plan = (
        ("Over time", chart_cards(pool)),
        *body,
        ("What is on record", others or rest(records, told)),
        ("Ahead", shown("watch", planned_events(pool, 6))),
        (CLOSE, asked("contact")),
    )
    return briefing_of(_NAME, PRESET.label, plan)


def periods_of(events: Sequence[Event]) -> tuple[tuple[str, Events], ...]:
    """Return events in order, parted into periods of whole years, each with its heading.

    Neighbouring years are joined as long as together they hold no more than a timeline shows. A
    year that holds more is parted by months; what is dated to no month of it stands apart, so that
    no heading makes a date sharper.
    """
    found: list[tuple[str, Events]] = []
    few: list[Events] = []
    for year, inside in groupby(events, key=_year):
        those = tuple(inside)
        if len(those) <= _MOST_A_PERIOD:
            few.append(those)
            continue
        found += [(_heading(part), part) for part in _joined(few)]
        few = []
        found += _by_months(year, those)
    return (*found, *((_heading(part), part) for part in _joined(few)))


def _by_months(year: int, events: Events) -> list[tuple[str, Events]]:
    months = [tuple(those) for month, those in groupby(events, key=_month) if month]
    loose = tuple(event for event in events if not _month(event))
    parts = [(_heading(part), part) for part in _joined(months)]
    return [*parts, (f"{year}, month not given", loose)] if loose else parts


def _joined(parts: Sequence[Events]) -> list[Events]:
    joined: list[Events] = []
    for part in parts:
        if joined and len(joined[-1]) + len(part) <= _MOST_A_PERIOD:
            joined[-1] += part
        else:
            joined.append(part)
    return joined


def _year(event: Event) -> int:
    return event.date.year or 0 if event.date else 0


def _month(event: Event) -> int:
    return event.date.month or 0 if event.date else 0


def _heading(events: Sequence[Event]) -> str:
    return period([event.date for event in events if event.date])


def _cards(pool: Pool, events: Sequence[Event]) -> tuple[Card, ...]:
    """Return the period's events, and its most telling one in detail where more is known of it."""
    cards = events_cards(events)
    first = next(event for event in ranked_events(pool) if event in events)
    told = len(events) > 1 and pool.ties[first.id] >= _TIES_OF_DETAIL
    return (*cards, *shown("event", (first,))) if told else cards


PRESET = Preset(
    name=_NAME,
    label="Timeline primer",
    hint="What happened, period after period, and what is planned",
    propose=propose,
)
