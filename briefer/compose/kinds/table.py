"""A table of events: date, action, track or who took part, source."""

from __future__ import annotations

from briefer.compose.build import Draft, build
from briefer.compose.choices import layouts
from briefer.compose.claims import mark_of, merged, parted, unknown_record
from briefer.compose.context import CardContext
from briefer.compose.facts import event_words
from briefer.compose.kind import KICKER, NOTES, SlideKind, Takes
from briefer.compose.kinds.event import parties_of
from briefer.compose.periods import in_year, single_year
from briefer.compose.related import events_in_order
from briefer.compose.speaker_notes import say_events
from briefer.compose.titles import events_title
from briefer.compose.tracks import event_track, track_label
from briefer.compose.wording import inlines_of
from briefer.content import NO_SOURCE, Column, Row, Slide, Table, Text
from briefer.records.base import Ref
from briefer.records.dates import PartialDate
from briefer.records.event import Event

_UNDATED = "No date given"
_LAYOUT = layouts(("track", "Track"), ("parties", "Parties"), ("plain", "Plain"))
_THIRD = {"track": ("Track", 0.14), "parties": ("Who took part", 0.28)}
"""The third column of each variant and its share of the width."""


def compose(context: CardContext) -> Slide:
    """Return the picked events as rows in order of date, undated ones last."""
    events = events_in_order(context.of(Event))
    year = single_year([event.date for event in events])
    variant = context.choice(_LAYOUT) or "track"
    third = tuple(Column(*_THIRD[name]) for name in (variant,) if name in _THIRD)
    date = 0.14 if year else 0.17
    columns = (
        Column(f"Date, {year}" if year else "Date", date, bold=True),
        Column("Action", 0.9 - date - sum(column.share for column in third)),
        *third,
        Column("Source", 0.1, align="r", blank=NO_SOURCE),
    )
    rows = (
        *(_row(context, event, year, variant=variant) for event in events),
        *(_missing(ref, len(columns)) for ref in context.missing),
    )
    draft = Draft(
        label=KIND.label,
        pattern="table",
        title=events_title(events),
        blocks=(Table(columns, rows, summary=events_title(events)),),
        say=say_events(events),
        variant=variant,
    )
    return build(context, draft)


def _row(context: CardContext, event: Event, year: int | None, *, variant: str) -> Row:
    """Return a row whose last cell holds every mark, so that no cell needs a superscript."""
    stated = ("title", "date", "status", *(("actors",) if variant == "parties" else ()))
    own = mark_of(event, *stated)
    words = " ".join(context.words(event.id).split())
    inlines = inlines_of(words, context.records) if words else (Text(event_words(event)),)
    action, mark = parted(inlines)
    third = {
        "track": ((Text(track_label(event_track(context, event))),),),
        "parties": ((Text(parties_of(context, event)),),),
    }
    date = (Text(_date(event.date, year)),)
    source = (merged((own, mark)) if mark else own,)
    return Row((date, action, *third.get(variant, ()), source), event.id)


def _missing(ref: Ref, width: int) -> Row:
    return Row(((), (Text(unknown_record(ref)),), *((),) * (width - 2)), ref)


def _date(date: PartialDate | None, year: int | None) -> str:
    if date is None:
        return _UNDATED
    return in_year(date, year) if year else date.short


KIND = SlideKind(
    name="table",
    label="Table of events",
    takes=(Takes("event", 1),),
    fields=(KICKER, NOTES),
    compose=compose,
    choices=(_LAYOUT,),
)
