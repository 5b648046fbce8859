"""What a record says in one sentence, in the record's own words.

In: records. Out: a sentence and the fields it states. Must not know: slides, layout.

Nothing is inferred: a sentence repeats what its record holds, with qualifier and status.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch

from briefer.compose.claims import claim
from briefer.compose.context import CardContext
from briefer.compose.names import actor_in_sentence, described, is_plural, speaker_name
from briefer.compose.quantities import sentence_of
from briefer.compose.sentences import capital, plural_verb, with_stop, without_stop
from briefer.compose.wording import reworded
from briefer.content import Para, Role
from briefer.records.actor import Actor
from briefer.records.base import Record
from briefer.records.event import Event
from briefer.records.relation import Relation
from briefer.records.statement import Statement
from briefer.records.statistic import Statistic
from briefer.records.vocabulary import RELATION_WORDS

_RELATION_PHRASES = {
    "affiliated_with": "is affiliated with",
    "part_of": "is part of",
    "member_of": "is a member of",
    "not_member_of": "is not a member of",
    "cooperates_with": "cooperates with",
    "competes_with": "competes with",
    "launched": "launched",
    "founded": "founded",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence of a record, and the fields of the record that it states."""

    words: str
    fields: tuple[str, ...] = ()


def fact_point(context: CardContext, record: Record, role: Role = "point") -> Para:
    """Return a point that states a record's fact, or the user's rewording of it, with its mark."""
    fact = fact_of(record, context)
    inlines = reworded(context, record, proposed=fact.words, fields=fact.fields)
    return Para(inlines, role, record.id)


def quoted(text: str) -> str:
    """Return words in curly quotation marks, exactly as they are."""
    return f"\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK}"


def event_words(event: Event) -> str:
    """Return an event's title without a full stop, marked where it is not known to have happened.

    Planned is not past and alleged is not proven (design page "product").
    """
    title = without_stop(event.title)
    if event.status == "happened" or event.status in title.lower():
        return title
    return f"{title} ({event.status})"


def relation_phrase(relation: Relation) -> str:
    """Return the verb of a relation for use between two names: "is a member of"."""
    label = RELATION_WORDS.label(relation.relation)
    return _RELATION_PHRASES.get(relation.relation, label[:1].lower() + label[1:])


@singledispatch
def fact_of(record: Record, context: CardContext) -> Fact:
    """Return what a record says in one sentence; its label for a type without a rule."""
    return Fact(with_stop(record.label))


@fact_of.register
def _(record: Event, context: CardContext) -> Fact:
    return Fact(with_stop(event_words(record)), ("title", "status"))


@fact_of.register
def _(record: Statement, context: CardContext) -> Fact:
    if not record.verbatim:
        return Fact(with_stop(record.text), ("text",))
    return Fact(f"{speaker_name(context, record)}: {quoted(record.text)}", ("text", "speaker"))


@fact_of.register
def _(record: Statistic, context: CardContext) -> Fact:
    return Fact(sentence_of(record), ("value", "counts", "as_of"))


@fact_of.register
def _(record: Relation, context: CardContext) -> Fact:
    subject = actor_in_sentence(context, record.subject)
    object_ = actor_in_sentence(context, record.object)
    when = f" ({record.date.display})" if record.date else ""
    words = f"{capital(subject)} {verb_of(context, record)} {object_}{when}."
    return Fact(words, ("subject", "relation", "object", "date"))


def verb_of(context: CardContext, relation: Relation) -> str:
    """Return the verb of a relation, in the plural after several actors in one."""
    phrase = relation_phrase(relation)
    subject = context.find(relation.subject, Actor)
    return plural_verb(phrase) if subject and is_plural(subject) else phrase


@fact_of.register
def _(record: Actor, context: CardContext) -> Fact:
    return Fact(with_stop(described(record)), ("name", "role"))


def dated_event_point(context: CardContext, event: Event) -> Para:
    """Return a point "March 2023: what happened" for an event, or the user's rewording of it."""
    when = f"{capital(event.date.display)}: " if event.date else ""
    words = with_stop(f"{when}{event_words(event)}")
    if context.words(event.id):
        return fact_point(context, event)
    return claim(words, event, ("title", "date", "status"))


def point_of(context: CardContext, record: Record) -> Para:
    """Return a point for a record of any type; an event is told with its date."""
    if isinstance(record, Event):
        return dated_event_point(context, record)
    return fact_point(context, record)
