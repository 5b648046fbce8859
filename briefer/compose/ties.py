"""Ties between actors: which relations a card shows, and the nodes and links they make.

In: a card's context. Out: relations, nodes, links. Must not know: pages, where a node stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefer.compose.context import CardContext
from briefer.compose.facts import fact_of, verb_of
from briefer.compose.names import actor_name, type_label
from briefer.compose.sentences import capital, with_stop
from briefer.compose.wording import inlines_of, reworded
from briefer.content import CiteMark, Inline, Link, Node, Para, Tone
from briefer.records.actor import Actor
from briefer.records.base import Ref
from briefer.records.relation import Relation
from briefer.records.vocabulary import COUNTRIES, RELATION_WORDS

_FIELDS = ("subject", "relation", "object")
_PRESSURE = frozenset(
    ("sanctions", "designates", "charges", "prosecutes", "extradites", "opposes", "criticizes")
)
_COOPERATION = frozenset(("cooperates_with", "seeks_help_from", "delists"))
_JOINS = frozenset(
    ("launched", "founded", "leads", "hosts", "sponsors", "coordinates", "member_of")
)
"""What is cooperation where it is done to a coalition."""

_MUTUAL = frozenset(("cooperates_with", "competes_with"))
_TONES: tuple[Tone, ...] = ("pressure", "cooperation", "plain")


def shown_relations(context: CardContext) -> tuple[Relation, ...]:
    """Return the picked relations, then those that the library holds between picked actors.

    An actor that is picked alone brings all relations that it has.
    """
    picked = context.of(Relation)
    actors = [actor.id for actor in context.of(Actor)]
    around = [r for ref in actors for r in context.pointing_at(ref, Relation)]
    if len(actors) > 1:
        around = [r for r in around if r.subject in actors and r.object in actors]
    elif picked:
        around = []
    found = {relation.id: relation for relation in (*picked, *around)}
    return tuple(relation for relation in found.values() if relation.subject != relation.object)


def actors_in(relations: Sequence[Relation]) -> tuple[Ref, ...]:
    """Return the actors of relations, subjects before objects, each once."""
    return tuple(dict.fromkeys((*(r.subject for r in relations), *(r.object for r in relations))))


def node_of(context: CardContext, ref: Ref) -> Node:
    """Return the node of an actor: its name, and what kind of actor it is.

    The user's words for the actor replace both: "Name | quieter line".
    """
    actor = context.find(ref, Actor)
    name = capital(actor_name(context, ref).strip()) or ref
    kind = ", ".join(_kind(actor)) if actor else ""
    note: tuple[Inline, ...] = ()
    words = " ".join(context.words(ref).split())
    if words:
        head, bar, rest = words.partition("|")
        own = inlines_of(head, context.records)
        name = " ".join(Para(own).text.split()) or name
        # A name has no room for markers, so they stand behind the note.
        marks = tuple(item for item in own if isinstance(item, CiteMark))
        note = (*inlines_of(rest.strip(), context.records), *marks)
        kind = "" if bar else kind
    return Node(name, ref, kind, note, party=(actor.country or "") if actor else "")


def link_of(context: CardContext, relation: Relation, start: int, end: int) -> Link:
    """Return the link of a relation between two nodes, by their places."""
    label = reworded(context, relation, proposed=_verb_label(context, relation), fields=_FIELDS)
    return Link(
        start,
        end,
        label,
        sentence=_sentence(context, relation, label=Para(label).text),
        tone=tone_of(context, relation),
        directed=relation.relation not in _MUTUAL,
        origin=relation.id,
    )


def tone_of(context: CardContext, relation: Relation) -> Tone:
    """Return whether a relation is pressure, cooperation or neither.

    The card's option named by the relation's id decides, else its word.
    """
    chosen = context.card.option(relation.id)
    for tone in _TONES:
        if tone == chosen:
            return tone
    if relation.relation in _PRESSURE:
        return "pressure"
    object_ = context.find(relation.object, Actor)
    joins = relation.relation in _JOINS and object_ and object_.actor_type == "coalition"
    return "cooperation" if joins or relation.relation in _COOPERATION else "plain"


def told(start: str, end: str, words: str) -> str:
    """Return staff's own words of a tie as a sentence: "China to Mexico: precursors."."""
    return with_stop(f"{start} to {end}: {words.strip()}")


def field_words(context: CardContext, field: str) -> str:
    """Return a field on one line, without stars and citations, for a heading."""
    words = " ".join(context.words(field).split())
    return " ".join(Para(inlines_of(words, context.records)).text.split())


def field_claim(context: CardContext, field: str) -> tuple[Inline, ...]:
    """Return a field on one line as a claim: without a citation its mark is empty."""
    inlines = inlines_of(" ".join(context.words(field).split()), context.records)
    if not inlines or any(isinstance(inline, CiteMark) for inline in inlines):
        return inlines
    return (*inlines, CiteMark(()))


def _sentence(context: CardContext, relation: Relation, *, label: str) -> str:
    if not context.words(relation.id):
        return fact_of(relation, context).words
    names = [node_of(context, ref).name for ref in (relation.subject, relation.object)]
    return told(names[0], names[1], label)


def _verb_label(context: CardContext, relation: Relation) -> str:
    """Return a relation's words for its line: "Supply" after several, "Member of" bare."""
    verb = verb_of(context, relation)
    bare = verb.startswith(("is ", "are "))
    return RELATION_WORDS.label(relation.relation) if bare else capital(verb)


def _kind(actor: Actor) -> Iterator[str]:
    """Yield what an actor is and where it belongs, as far as its name does not say so."""
    if actor.actor_type not in ("state", "person"):
        yield type_label(actor)
    country = COUNTRIES.label(actor.country) if actor.country else ""
    if country and country != actor.name:
        yield country
