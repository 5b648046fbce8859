"""Titles of networks and chains: counts and relation words, nothing that no record says.

In: relations with the nodes they join. Out: a title. Must not know: pages.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefer.compose.context import CardContext
from briefer.compose.facts import fact_of, relation_phrase, verb_of
from briefer.compose.names import actor_in_sentence
from briefer.compose.sentences import capital, in_sentence, plural_verb, spelled, without_stop
from briefer.compose.ties import actors_in
from briefer.compose.titles import MAX_TITLE, in_words
from briefer.content import Node
from briefer.records.relation import Relation

_MOST_NAMED = 2


def network_title(context: CardContext, relations: Sequence[Relation]) -> str:
    """Return "Justice charges eight actors": who does what to how many, as far as two lines hold.

    One relation is its own sentence; more than two who act, or than two relation words, are
    counted.
    """
    if len(relations) == 1:
        title = without_stop(fact_of(relations[0], context).words)
        return title if len(title) <= MAX_TITLE else _counts(relations)
    subjects = tuple(dict.fromkeys(relation.subject for relation in relations))
    verbs = _verbs(context, relations, several=len(subjects) > 1)
    states = len(subjects) > 1 and any(verb.startswith("are ") for verb in verbs)
    if states or len(subjects) > _MOST_NAMED or len(verbs) > _MOST_NAMED:
        return _counts(relations)
    named = capital(" and ".join(actor_in_sentence(context, ref) for ref in subjects))
    title = f"{named} {' or '.join(verbs)} {_objects(context, relations)}"
    return title if len(title) <= MAX_TITLE else _counts(relations)


def chain_title(nodes: Sequence[Node], relations: Sequence[Relation]) -> str:
    """Return "Supply runs from China through Mexico to the United States", as far as it fits."""
    supply = bool(relations) and all(r.relation == "supplies" for r in relations)
    names = [in_sentence(node.name) for node in nodes]
    way = f"from {names[0]} to {names[-1]}"
    through = " and ".join(names[1:-1])
    subject = "Supply runs" if supply else "The chain runs"
    full = f"{subject} {way}{f' through {through}' if through else ''}"
    if len(full) <= MAX_TITLE:
        return full
    short = f"{subject} {way}"
    return short if len(short) <= MAX_TITLE else f"{subject} over {spelled(len(nodes))} steps"


def _verbs(context: CardContext, relations: Sequence[Relation], *, several: bool) -> list[str]:
    """Return the verbs of relations, each once, in the number of who acts."""
    if not several:
        return list(dict.fromkeys(verb_of(context, relation) for relation in relations))
    return list(dict.fromkeys(plural_verb(relation_phrase(relation)) for relation in relations))


def _objects(context: CardContext, relations: Sequence[Relation]) -> str:
    objects = tuple(dict.fromkeys(relation.object for relation in relations))
    if len(objects) == 1:
        return actor_in_sentence(context, objects[0])
    return f"{spelled(len(objects))} actors"


def _counts(relations: Sequence[Relation]) -> str:
    ties, actors = len(relations), len(actors_in(relations))
    return f"{in_words(ties, 'tie')} join{'s' if ties == 1 else ''} {spelled(actors)} actors"
