"""Statements as slides print them: verbatim words, attribution, context, notes.

In: statement records. Out: paragraphs and quotations. Must not know: layout.

Words of a speaker are never changed; only a position, which is a paraphrase, has no marks.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefer.compose.claims import mark_of, plain
from briefer.compose.context import CardContext
from briefer.compose.facts import quoted
from briefer.compose.names import capacity_of, speaker_name
from briefer.compose.periods import where_and_when
from briefer.content import Para, Quotation, Text
from briefer.records.event import Event
from briefer.records.statement import Statement
from briefer.records.vocabulary import EVENT_TYPES

_GLOSS = "["
_VERBAL = ("statement", "executive", "multilateral", "bilateral", "legislative", "drug_control")


def quote_para(statement: Statement, *, marks: bool, lead: str = "") -> Para:
    """Return a statement's words with its citation mark, in curly marks where `marks` is set.

    `lead` are words of the staff's own before the quotation, outside its marks. A position is
    never put in quotation marks.
    """
    in_marks = marks and statement.verbatim
    words = quoted(statement.text) if in_marks else statement.text
    before = f"{lead} " if lead else ""
    return Para((Text(f"{before}{words}"), mark_of(statement, "text")), "quote", statement.id)


def attribution(context: CardContext, statement: Statement) -> tuple[Para, ...]:
    """Return who said it (value) and in what capacity (note)."""
    name = plain(speaker_name(context, statement), "value", statement.speaker)
    capacity = capacity_of(context, statement)
    return (name, plain(capacity, "note")) if capacity else (name,)


def occasion(context: CardContext, statement: Statement) -> str:
    """Return where and when a statement was made, or that the source gives no date.

    Without a venue, the type of the event at which it was made stands for the place, if that is
    an act of speech or a document.
    """
    event = context.find(statement.event, Event)
    where = statement.venue or (_verbal_act(event) if event else None)
    when = statement.date or (event.date if event else None)
    phrase = where_and_when(where, when)
    if when:
        return phrase
    return "; ".join(part for part in (phrase, "no date in the source") if part)


def _verbal_act(event: Event) -> str | None:
    group = event.event_type.split(".", 1)[0]
    return EVENT_TYPES.label(event.event_type) if group in _VERBAL else None


def said_line(context: CardContext, statement: Statement) -> str:
    """Return speaker, where and when on one line."""
    return f"{speaker_name(context, statement)}; {occasion(context, statement)}"


def quotations_of(context: CardContext, statements: Iterable[Statement]) -> tuple[Quotation, ...]:
    """Return the verbatim ones of some statements in full for the speaker notes, each once."""
    verbatim = dict.fromkeys(item for item in statements if item.verbatim)
    return tuple(_quotation(context, item) for item in verbatim)


def _quotation(context: CardContext, statement: Statement) -> Quotation:
    capacity = capacity_of(context, statement)
    who = speaker_name(context, statement)
    by = f"{who}, {capacity}" if capacity else who
    words = f"{by}; {occasion(context, statement)}"
    return Quotation(statement.text, words, mark_of(statement, "text"))


def has_glosses(statement: Statement) -> bool:
    """Return whether a quotation holds bracketed words, which are its source's and not ours."""
    return statement.verbatim and _GLOSS in statement.text
