"""The profile of an actor: name and role, part in the file, slides, words of theirs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefer.compose.build import Draft, build, panel
from briefer.compose.choices import layouts
from briefer.compose.claims import claim, placeholder, plain, within
from briefer.compose.context import CardContext
from briefer.compose.facts import dated_event_point, fact_point
from briefer.compose.kind import KICKER, NOTES, SlideKind, Takes, TextField
from briefer.compose.names import described, initials, is_person, role_of, type_label
from briefer.compose.quotations import occasion, quotations_of, quote_para
from briefer.compose.related import events_in_order
from briefer.compose.sentences import capital, with_stop
from briefer.compose.speaker_notes import say_actor
from briefer.compose.titles import MAX_TITLE
from briefer.compose.wording import heading, staff_points
from briefer.content import Block, Para, Picture, Role, Slide, SlidesShowing, Text
from briefer.records.actor import Actor
from briefer.records.base import Record
from briefer.records.event import Event
from briefer.records.relation import Relation
from briefer.records.statement import Statement
from briefer.records.statistic import Statistic
from briefer.records.vocabulary import COUNTRIES

_LAYOUT = layouts(("portrait", "Portrait"), ("text", "Text"))
_IN_TEXT: Mapping[str, Role] = {"heading": "lead", "attribution": "body"}
"""The roles of somebody's words in running text; the quotation itself is a point."""

_MOST_POINTS = 4
_ROOM_POINTS = 270
"""Characters of points proposed beside a name, so that a profile stands on one slide."""
_LONGEST_WORDS = 180
"""Characters of a statement that stand in the narrow panel at 20 pt or more."""


def compose(context: CardContext) -> Slide:
    """Return the profile of the card's first actor; other picked records are its points."""
    actor, *_ = context.of(Actor)
    events = _events(context, actor)
    words = _words(context, actor)
    points = _points(context, actor, events=events, words=words)
    told = _in_words(context, actor, words) if words else ()
    blocks: tuple[Block, ...] = (
        *_picture(actor),
        *panel("monogram", (plain(initials(actor.name)),), pinned=True),
        *panel("name", _name(context, actor), pinned=True),
        *panel("role", (heading("Role in the file"), *points) if points else ()),
        *panel("deck", (plain("In this deck", "label"), _slides(actor)), pinned=True),
        *panel("words", told),
    )
    text = context.choice(_LAYOUT) == "text"
    if text:
        blocks = panel("text", _as_text(context, actor, points=points, words=told))
    draft = Draft(
        label="Actor profile",
        pattern="text" if text else "profile",
        title=_title(actor),
        blocks=blocks,
        say=say_actor(actor, events),
        state=type_label(actor),
        quotations=quotations_of(context, (*((words,) if words else ()), *_quoted(context))),
        variant="text" if text else "portrait",
    )
    return build(context, draft)


def _as_text(
    context: CardContext, actor: Actor, *, points: Sequence[Para], words: Sequence[Para]
) -> tuple[Para, ...]:
    """Return the profile as running text: who it is, its part, its slides, its words.

    What the title says already is not said again above the points.
    """
    named = ", ".join(para.text for para in _name(context, actor))
    said = bool(points) and named == (context.card.title or _title(actor))
    return (
        plain("Role in the file" if said else named, "lead", actor.id),
        *points,
        Para((Text("In this deck: "), *_slides(actor).inlines), "point", actor.id),
        *(replace(para, role=_IN_TEXT.get(para.role, "point")) for para in words),
    )


def _picture(actor: Actor) -> tuple[Picture, ...]:
    """Return the actor's own picture, if there is one; its initials stand in where it fails."""
    own = actor.picture
    return (Picture("picture", own.file, own.alt, actor.id, own.licence or ""),) if own else ()


def _quoted(context: CardContext) -> list[Statement]:
    """Return the picked statements that the user did not reword."""
    return [item for item in context.of(Statement) if not context.words(item.id)]


def _title(actor: Actor) -> str:
    """Return name and role, or the name alone where both are too long for a title."""
    words = described(actor)
    return words if len(words) <= MAX_TITLE else capital(actor.name)


def _name(context: CardContext, actor: Actor) -> tuple[Para, ...]:
    """Return the name and under it the role, else type and country."""
    country = COUNTRIES.label(actor.country) if actor.country else ""
    kind = type_label(actor) if not is_person(actor) or not country else ""
    what = ", ".join(part for part in (kind, country) if part and part != actor.name)
    note = context.words("role_line") or capital(role_of(actor)) or what
    name = plain(capital(actor.name), "value", actor.id)
    return (name, plain(note, "note", actor.id)) if note else (name,)


def _slides(actor: Actor) -> Para:
    return Para((SlidesShowing(actor.id),), "value", actor.id)


def _events(context: CardContext, actor: Actor) -> tuple[Event, ...]:
    """Return the events in which the actor takes part, in order of date."""
    return events_in_order(
        event
        for event in context.pointing_at(actor.id, Event)
        if any(participant.actor == actor.id for participant in event.actors)
    )


def _points(
    context: CardContext, actor: Actor, *, events: Sequence[Event], words: Statement | None
) -> tuple[Para, ...]:
    """Return the user's points, else the picked records, else what the library ties to the actor.

    The user's points come first and picked records after them; nothing else is added to either.
    """
    own = staff_points(context, "role", about=actor)
    picked = [item for item in context.picked if item not in (actor, words)]
    missing = tuple(placeholder(ref) for ref in context.missing)
    if own or picked or missing:
        return (*own, *(_point(context, item) for item in picked), *missing)
    relations = context.pointing_at(actor.id, Relation)
    tied = [_relation(context, actor, item) for item in relations]
    positions = [
        fact_point(context, item)
        for item in context.pointing_at(actor.id, Statement)
        if item.speaker == actor.id and not item.verbatim
    ]
    numbers = [
        fact_point(context, item)
        for item in context.pointing_at(actor.id, Statistic)
        if item.asserted_by == actor.id
    ]
    dated = [dated_event_point(context, event) for event in events]
    points = (*dated, *positions, *numbers, *tied)[:_MOST_POINTS]
    return within(points, _ROOM_POINTS) or points[:1] or (fact_point(context, actor),)


def _point(context: CardContext, record: Record) -> Para:
    if isinstance(record, Event):
        return dated_event_point(context, record)
    return fact_point(context, record)


def _relation(context: CardContext, actor: Actor, relation: Relation) -> Para:
    """Return a relation as a point; without the actor's own name where it is the subject."""
    point = fact_point(context, relation)
    start = f"{capital(actor.name)} "
    if relation.subject != actor.id or not point.text.startswith(start):
        return point
    rest = capital(point.text.removeprefix(start).removeprefix("is ").removeprefix("are "))
    return claim(with_stop(rest), relation, ("subject", "relation", "object", "date"))


def _words(context: CardContext, actor: Actor) -> Statement | None:
    """Return the actor's own picked statement, else the longest verbatim one that fits.

    A picked statement of somebody else is a point with its speaker's name: no words are put on an
    actor who did not say them.
    """
    picked = [item for item in context.of(Statement) if item.verbatim]
    own = [item for item in picked if item.speaker == actor.id]
    if picked:
        return own[0] if own else None
    spoken = [
        item
        for item in context.pointing_at(actor.id, Statement)
        if item.speaker == actor.id and item.verbatim
    ]
    fitting = [item for item in spoken if len(item.text) <= _LONGEST_WORDS]
    return max(fitting, key=lambda item: (len(item.text), item.id), default=None)


def _in_words(context: CardContext, actor: Actor, words: Statement) -> tuple[Para, ...]:
    title = "In their words" if is_person(actor) or actor.actor_type == "group" else "In its words"
    said = context.words("words_note") or capital(occasion(context, words))
    return (heading(title), quote_para(words, marks=True), plain(said, "attribution"))


KIND = SlideKind(
    name="actor",
    label="Actor profile",
    takes=(
        Takes("actor", 1, 1),
        Takes("event", 0, 5),
        Takes("statement", 0, 3),
        Takes("relation", 0, 5),
        Takes("statistic", 0, 3),
    ),
    fields=(
        KICKER,
        TextField("role_line", "Line under the name"),
        TextField("role", "Role in the file, one point a line"),
        TextField("words_note", "Where and when it was said"),
        NOTES,
    ),
    compose=compose,
    choices=(_LAYOUT,),
)
