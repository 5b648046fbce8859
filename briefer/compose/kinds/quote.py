"""One statement in full: verbatim words, who said them, where and when."""

from __future__ import annotations

from briefer.compose.build import Draft, build, panel
from briefer.compose.claims import plain
from briefer.compose.context import CardContext
from briefer.compose.kind import KICKER, NOTES, SlideKind, Takes, TextField
from briefer.compose.names import capacity_of, initials, speaker_name
from briefer.compose.quotations import (
    attribution,
    has_glosses,
    occasion,
    quotations_of,
    quote_para,
)
from briefer.compose.sentences import capital
from briefer.compose.speaker_notes import say_quote
from briefer.compose.wording import staff_words
from briefer.content import Para, Slide
from briefer.records.statement import Statement


def compose(context: CardContext) -> Slide:
    """Return the slide of the card's first statement, without quotation marks (block style)."""
    statement = context.of(Statement)[0]
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
    if not statement.verbatim:
        words += " Paraphrased; not a quotation."
    if has_glosses(statement):
        words += " Bracketed words are the source\N{RIGHT SINGLE QUOTATION MARK}s."
    return (plain(words),)


def _title(context: CardContext, statement: Statement) -> str:
    name = speaker_name(context, statement)
    capacity = capacity_of(context, statement)
    who = f"{name}, {capacity}" if capacity else name
    if not statement.speaker:
        return who
    manner = "In the words of" if statement.verbatim else "The position of"
    return f"{manner} {who}"


KIND = SlideKind(
    name="quote",
    label="Statement",
    takes=(Takes("statement", 1, 1),),
    fields=(KICKER, TextField("context", "Context"), NOTES),
    compose=compose,
)
