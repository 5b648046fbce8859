"""A table of events: date, action, track, source."""

from __future__ import annotations

from briefer.compose.build import Draft, build
from briefer.compose.claims import mark_of, merged, unknown_record
from briefer.compose.context import CardContext
from briefer.compose.facts import event_words
from briefer.compose.kind import KICKER, NOTES, SlideKind, Takes
from briefer.compose.periods import in_year, single_year
from briefer.compose.related import events_in_order
from briefer.compose.speaker_notes import say_events
from briefer.compose.titles import events_title
from briefer.compose.tracks import event_track, track_label
from briefer.compose.wording import inlines_of
from briefer.content import CiteMark, Column, Row, Slide, Table, Text
from briefer.records.base import Ref
from briefer.records.dates import PartialDate
from briefer.records.event import Event

_UNDATED = "No date given"


def compose(context: CardContext) -> Slide:
    """Return the picked events as rows in order of date, undated ones last."""
    events = events_in_order(context.of(Event))
    year = single_year([event.date for event in events])
    rows = (
        *(_row(context, event, year) for event in events),
        *(_missing(ref) for ref in context.missing),
    )
    columns = (
        Column(f"Date, {year}" if year else "Date", 0.14 if year else 0.17, bold=True),
        Column("Action", 0.62 if year else 0.59),
        Column("Track", 0.14),
        Column("Source", 0.1, align="r"),
    )
    draft = Draft(
        label=KIND.label,
        pattern="table",
        title=events_title(events),
        blocks=(Table(columns, rows, summary=events_title(events)),),
        say=say_events(events),
    )
    return build(context, draft)


def _row(context: CardContext, event: Event, year: int | None) -> Row:
    """Return a row whose last cell holds every mark, so that no cell needs a superscript."""
    own = mark_of(event, "title", "date", "status")
    words = " ".join(context.words(event.id).split())
    inlines = inlines_of(words, context.records) if words else (Text(event_words(event)),)
    marks = (item for item in inlines if isinstance(item, CiteMark))
    action = tuple(item for item in inlines if not isinstance(item, CiteMark))
    return Row(
        (
            (Text(_date(event.date, year)),),
            action,
            (Text(track_label(event_track(context, event))),),
            (merged((own, *marks)),),
        ),
        event.id,
    )


def _missing(ref: Ref) -> Row:
    return Row(((), (Text(unknown_record(ref)),), (), ()), ref)


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
)
