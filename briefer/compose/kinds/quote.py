"""One statement in full: verbatim words, who said them, where and when."""

from __future__ import annotations

from briefer.compose.build import Draft, build, panel
from briefer.compose.choices import layouts
from briefer.compose.claims import plain
from briefer.compose.context import CardContext
from briefer.compose.facts import point_of
from briefer.compose.kind import KICKER, NOTES, SlideKind, Takes, TextField
from briefer.compose.names import capacity_of, in_title, initials, is_person, speaker_name
from briefer.compose.quotations import (
    attribution,
    has_glosses,
    occasion,
    quotations_of,
    quote_para,
    said_line,
)
from briefer.compose.sentences import capital, with_stop
from briefer.compose.speaker_notes import say_quote
from briefer.compose.wording import staff_words
from briefer.content import Para, Slide
from briefer.records.actor import Actor
from briefer.records.base import Record
from briefer.records.event import Event
from briefer.records.statement import Statement

_LAYOUT = layouts(("large", "Large"), ("context", "In context"))


def compose(context: CardContext) -> Slide:
    """Return the slide of the card's first statement, without quotation marks (block style).

    A position is a paraphrase and never stands beside the quotation mark that is layout art of a
    quote: it is set as text. In context a statement is text as well, over what it is tied to.
    """
    statement = context.of(Statement)[0]
    chosen = context.choice(_LAYOUT)
    if chosen == "context" or (chosen and not statement.verbatim):
        return _in_context(context, statement)
    return _quotation(context, statement) if statement.verbatim else _position(context, statement)


def _quotation(context: CardContext, statement: Statement) -> Slide:
    name = speaker_name(context, statement)
    blocks = (
        *panel("quotation", (quote_para(statement, marks=False),)),
        *panel("monogram", (plain(initials(name)),) if statement.speaker else (), pinned=True),
        *panel("attribution", attribution(context, statement), pinned=True),
        *panel("context", _context(context, statement), pinned=True),
    )
    draft = Draft(
        label=KIND.label,
        pattern="quote",
        title=_title(context, statement),
        blocks=blocks,
        say=say_quote(context, statement),
        quotations=quotations_of(context, (statement,)),
        variant="large",
    )
    return build(context, draft)


def _in_context(context: CardContext, statement: Statement) -> Slide:
    """Return a statement as a lead, whose it is, and the event and statements it is tied to."""
    words = quote_para(statement, marks=True)
    who = speaker_name(context, statement)
    capacity = capacity_of(context, statement)
    by = f"{who}, {capacity}" if capacity else who
    said = with_stop(capital(f"{by}; {occasion(context, statement)}"))
    if not statement.verbatim:
        said += " Paraphrased; not a quotation."
    tied = _tied(context, statement)
    paras = (
        Para(words.inlines, "lead", statement.id),
        plain(said),
        *staff_words(context, "context"),
        *((plain("In context", "lead"),) if tied else ()),
        *(point_of(context, record) for record in tied),
    )
    draft = Draft(
        label=KIND.label if statement.verbatim else "Position",
        pattern="text",
        title=_title(context, statement),
        blocks=panel("text", paras),
        say=say_quote(context, statement),
        quotations=quotations_of(
            context, (statement, *(item for item in tied if isinstance(item, Statement)))
        ),
        variant="context",
    )
    return build(context, draft)


def _tied(context: CardContext, statement: Statement) -> tuple[Record, ...]:
    """Return the event at which it was made, what it answers and what answers it, each once."""
    event = context.find(statement.event, Event)
    answered = context.find(statement.responds_to, Statement)
    answers = (
        item
        for item in context.pointing_at(statement.id, Statement)
        if item.responds_to == statement.id
    )
    tied = (event, answered, *answers)
    return tuple(dict.fromkeys(item for item in tied if item and item != statement))


def _position(context: CardContext, statement: Statement) -> Slide:
    """Return a position as a lead sentence, and under it whose it is and that it is no quote."""
    words = quote_para(statement, marks=False)
    own = staff_words(context, "context")
    said = plain(f"{capital(said_line(context, statement))}. Paraphrased; not a quotation.")
    draft = Draft(
        label="Position",
        pattern="text",
        title=_title(context, statement),
        blocks=panel("text", (Para(words.inlines, "lead", statement.id), *(own or (said,)))),
        say=say_quote(context, statement),
    )
    return build(context, draft)


def _context(context: CardContext, statement: Statement) -> tuple[Para, ...]:
    """Return the user's context, else where and when, and whose the brackets are."""
    own = staff_words(context, "context")
    if own:
        return own
    if statement.date is None and not statement.venue and not statement.event:
        words = "The source gives no date for the remark."
    else:
        words = f"{capital(occasion(context, statement))}."
    if has_glosses(statement):
        words += " Bracketed words are the source\N{RIGHT SINGLE QUOTATION MARK}s."
    return (plain(words),)


def _title(context: CardContext, statement: Statement) -> str:
    name = speaker_name(context, statement)
    speaker = context.find(statement.speaker, Actor)
    if speaker is None:
        return name
    capacity = capacity_of(context, statement) if is_person(speaker) else ""
    named = in_title(context, statement, name)
    who = f"{named}, {capacity}" if capacity else named
    return f"Statement of {who}" if statement.verbatim else f"Position of {who}"


KIND = SlideKind(
    name="quote",
    label="Statement",
    takes=(Takes("statement", 1, 1),),
    fields=(KICKER, TextField("context", "Context"), NOTES),
    compose=compose,
    choices=(_LAYOUT,),
)
