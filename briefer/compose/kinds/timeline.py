"""The timeline: dated events in order of date; layout chooses axis or list."""

from __future__ import annotations

import dataclasses

from briefer.compose.build import Draft, build
from briefer.compose.choices import layouts
from briefer.compose.context import CardContext
from briefer.compose.facts import event_words
from briefer.compose.kind import KICKER, NOTES, SlideKind, Takes
from briefer.compose.kinds import event as event_kind
from briefer.compose.kinds import table as table_kind
from briefer.compose.kinds.fallback import compose_text
from briefer.compose.speaker_notes import say_events
from briefer.compose.titles import events_title
from briefer.compose.tracks import event_track
from briefer.compose.wording import reworded
from briefer.content import Moment, Slide, Timeline
from briefer.records.event import Event

_LAYOUT = layouts(("axis", "Axis"), ("list", "List"), ("table", "Table"))


def compose(context: CardContext) -> Slide:
    """Return the timeline of the picked events.

    One event alone is shown as an event. Where an event is missing or has no date it cannot stand
    on an axis: all are then listed as text, so that none is lost. A table has room for these.
    """
    events = context.of(Event)
    chosen = context.choice(_LAYOUT)
    if chosen == "table":
        return dataclasses.replace(table_kind.compose(context), variant=chosen)
    if context.missing or any(event.date is None for event in events):
        return compose_text(context, label=KIND.label, title=events_title(events))
    if len(events) == 1:
        return event_kind.compose(context)
    moments = [_moment(context, event) for event in events]
    ordered = tuple(sorted((m for m in moments if m), key=lambda moment: moment.date.sort_key))
    draft = Draft(
        label=KIND.label,
        pattern="timeline",
        title=events_title(events),
        blocks=(Timeline(ordered, listed=chosen == "list"),),
        say=say_events(events),
    )
    return build(context, draft)


def _moment(context: CardContext, event: Event) -> Moment | None:
    if event.date is None:
        return None
    text = reworded(context, event, proposed=event_words(event), fields=("title", "date", "status"))
    return Moment(event.date, event_track(context, event), text, event.id)


KIND = SlideKind(
    name="timeline",
    label="Timeline",
    takes=(Takes("event", 1),),
    fields=(KICKER, NOTES),
    compose=compose,
    choices=(_LAYOUT,),
)
