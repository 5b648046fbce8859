"""The card proposed for picked records.

In: records in the order picked. Out: a card of the kind that suits them. Must not know: slides.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefer.compose.kinds import SLIDE_KINDS
from briefer.records.actor import Actor
from briefer.records.base import Record
from briefer.records.event import Event
from briefer.records.statement import Statement
from briefer.records.statistic import Statistic
from briefer.storyboard.briefing import Card


def propose_card(records: Sequence[Record]) -> Card:
    """Return the proposed card for records; sources have no slide of their own and are left out.

    One event makes an event slide, several a timeline or, where one is undated, a table; one
    statement a quote, two statements two sides with the answered one on the left; statistics key
    figures; one actor a profile; anything else the bottom line.
    """
    shown = [record for record in records if record.type != "source"]
    kind = _kind(shown)
    if kind == "statements":
        shown = _answered_first(shown)
    return Card(kind=kind, records=tuple(dict.fromkeys(record.id for record in shown)))


def _kind(records: Sequence[Record]) -> str:
    events = [record for record in records if isinstance(record, Event)]
    if records and len(events) == len(records) > 1:
        return "timeline" if all(event.date for event in events) else "table"
    by_first: dict[type[Record], tuple[str, ...]] = {
        Event: ("event",),
        Actor: ("actor",),
        Statement: ("quote", "statements"),
        Statistic: ("figures",),
    }
    candidates = by_first.get(type(records[0]), ()) if records else ()
    types = [record.type for record in records]
    return next((name for name in candidates if SLIDE_KINDS[name].fits(types)), "bluf")


def _answered_first(records: Sequence[Record]) -> list[Record]:
    """Return two statements with the one that is answered, or was made first, on the left."""
    left, right = records
    if isinstance(left, Statement) and left.responds_to == right.id:
        return [right, left]
    return [left, right]
