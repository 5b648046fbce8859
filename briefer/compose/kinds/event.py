"""One event in detail: date, facts, what happened, why it matters, a statement made at it."""

from __future__ import annotations

from briefer.compose.build import Draft, build, panel
from briefer.compose.choices import layouts
from briefer.compose.claims import claim, placeholder, plain, within
from briefer.compose.context import CardContext
from briefer.compose.facts import dated_event_point, event_words, fact_point
from briefer.compose.kind import KICKER, NOTES, SlideKind, Takes, TextField
from briefer.compose.names import participant_name
from briefer.compose.periods import date_panel
from briefer.compose.quotations import quotations_of, quote_para, said_line
from briefer.compose.related import related_to, statements_at
from briefer.compose.sentences import capital, counted, sentences, with_stop
from briefer.compose.speaker_notes import say_event
from briefer.compose.tracks import event_track, track_label
from briefer.compose.wording import heading, staff_points
from briefer.content import Panel, Para, Slide
from briefer.records.base import Record
from briefer.records.event import Event
from briefer.records.statement import Statement
from briefer.records.vocabulary import EVENT_STATUSES

_HAPPENED = {
    "planned": "What is planned",
    "alleged": "What is alleged",
    "reported": "What is reported",
}
_LAYOUT = layouts(("statement", "With statement"), ("plain", "Facts only"))
_LONGEST_STATEMENT = 135
"""Characters of a statement that stand under an event on two lines of 20 pt."""
_MOST_RELATED = 3
_ROOM_RELATED, _ROOM_RELATED_ALONE = 150, 250
"""Characters of related points proposed over a statement, and without one."""
_MOST_PARTIES = 3


def compose(context: CardContext) -> Slide:
    """Return the slide of the card's first event; the other picked records say why it matters."""
    event, *_ = context.of(Event)
    chosen = context.choice(_LAYOUT)
    statement = None if chosen == "plain" else _statement(context, event, asked=bool(chosen))
    matters = _matters(context, event, statement)
    blocks = (
        *panel("date", _date(event), pinned=True),
        *panel("facts", _facts(context, event), pinned=True),
        *_headed(
            "happened", _HAPPENED.get(event.status, "What happened"), _happened(context, event)
        ),
        *matters,
        *panel("statement", _said(context, statement) if statement else ()),
    )
    spoken = (*context.of(Statement), *((statement,) if statement else ()))
    draft = Draft(
        label="Event detail",
        pattern="event-statement" if statement else "event",
        title=event_words(event),
        blocks=blocks,
        say=say_event(event),
        state=track_label(event_track(context, event)),
        quotations=quotations_of(context, spoken),
        variant="statement" if statement else "plain",
    )
    return build(context, draft)


def _date(event: Event) -> tuple[Para, ...]:
    shown = date_panel(event.date)
    note = shown.note
    if event.date_basis == "other-source":
        note = "Date from another source"
    lines = (
        plain(shown.label, "label", event.id),
        plain(shown.value, "value", event.id),
        plain(note, "note", event.id),
    )
    return tuple(line for line in lines if line.text)


def _facts(context: CardContext, event: Event) -> tuple[Para, ...]:
    """Return label and value for each fact that the event's record holds."""
    said = len(statements_at(context, event))
    events = sum(isinstance(item, Event) for item in related_to(context, event))
    linked = [
        counted(said, "statement") if said else "",
        counted(events, "event") if events else "",
    ]
    announced = event.announced.display if event.announced else ""
    status = "" if event.status == "happened" else EVENT_STATUSES.label(event.status)
    instrument = "Instrument" if len(event.instruments) == 1 else "Instruments"
    facts = (
        ("status", "Status", status),
        ("parties", "Parties", parties_of(context, event)),
        ("instrument", instrument, "; ".join(event.instruments)),
        ("place", "Place", event.place or ""),
        ("announced", "Announced", announced),
        ("linked", "Linked", ", ".join(part for part in linked if part)),
    )
    paras: list[Para] = []
    for field, label, value in facts:
        words = context.words(field) or value
        if words:
            paras += [plain(label, "label"), plain(words, "value", event.id)]
    return tuple(paras)


def parties_of(context: CardContext, event: Event) -> str:
    """Return the first who took part; parted by semicolons where a name itself holds a comma."""
    named = (capital(participant_name(context, item)) for item in event.actors)
    names = tuple(dict.fromkeys(named))
    separator = "; " if any("," in name for name in names) else ", "
    shown = separator.join(names[:_MOST_PARTIES])
    more = len(names) - _MOST_PARTIES
    return f"{shown} and {more} more" if more > 0 else shown


def _happened(context: CardContext, event: Event) -> tuple[Para, ...]:
    """Return the user's points, else title and summary as the record has them.

    The record's title is left out where it would only repeat the slide's title.
    """
    own = staff_points(context, "happened", about=event) or staff_points(
        context, event.id, about=event
    )
    if own:
        return own
    told = tuple(claim(words, event, ("summary",)) for words in sentences(event.summary or ""))
    title = claim(with_stop(event_words(event)), event, ("title", "date", "status"))
    return (title, *told) if context.card.title.strip() or not told else told


def _matters(context: CardContext, event: Event, statement: Statement | None) -> tuple[Panel, ...]:
    """Return the panel of what the user picked or wrote, else of what the records are tied to."""
    own = staff_points(context, "matters")
    picked = [item for item in context.picked if item not in (event, statement)]
    missing = tuple(placeholder(ref) for ref in context.missing)
    if own or picked or missing:
        points = (*own, *(_point(context, item) for item in picked), *missing)
        return _headed("matters", "Why it matters", points)
    tied = (item for item in related_to(context, event) if item != statement)
    points = tuple(_point(context, item) for item in tied)
    room = _ROOM_RELATED if statement else _ROOM_RELATED_ALONE
    return _headed("matters", "Related", within(points[:_MOST_RELATED], room))


def _point(context: CardContext, record: Record) -> Para:
    if isinstance(record, Event):
        return dated_event_point(context, record)
    return fact_point(context, record)


def _headed(place: str, words: str, points: tuple[Para, ...]) -> tuple[Panel, ...]:
    return panel(place, (heading(words), *points) if points else ())


def _statement(context: CardContext, event: Event, *, asked: bool) -> Statement | None:
    """Return the statement under the event: the first picked short one, else one made at it.

    A picked statement that the user reworded is a point and not a quotation. Beside other picked
    records nothing is added that was not picked, unless a statement is `asked` for.
    """
    picked = [item for item in context.of(Statement) if not context.words(item.id)]
    others = [] if len(context.picked) > 1 and not asked else list(statements_at(context, event))
    short = (
        item
        for item in (*picked, *others)
        if item.verbatim and len(item.text) <= _LONGEST_STATEMENT
    )
    return next(short, None)


def _said(context: CardContext, statement: Statement) -> tuple[Para, ...]:
    lead = context.words("statement_lead")
    said = context.words("statement_note") or said_line(context, statement)
    return (quote_para(statement, marks=True, lead=lead), plain(said, "attribution"))


KIND = SlideKind(
    name="event",
    label="Event",
    takes=(
        Takes("event", 1, 4),
        Takes("statement", 0, 3),
        Takes("statistic", 0, 3),
        Takes("relation", 0, 3),
        Takes("actor", 0, 3),
    ),
    fields=(
        KICKER,
        TextField("happened", "What happened, one point a line"),
        TextField("matters", "Why it matters, one point a line"),
        TextField("parties", "Parties"),
        TextField("instrument", "Instrument"),
        TextField("place", "Place"),
        TextField("linked", "Linked"),
        TextField("statement_lead", "Words before the statement"),
        TextField("statement_note", "Who said it, where and when"),
        NOTES,
    ),
    compose=compose,
    choices=(_LAYOUT,),
)
