"""Titles of networks and chains: counts and relation words, nothing that no record says.

In: relations with the nodes they join. Out: a title. Must not know: pages.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefer.compose.context import CardContext
from briefer.compose.facts import fact_of, relation_phrase, verb_of
from briefer.compose.names import actor_in_sentence
from briefer.compose.sentences import capital, in_sentence, plural_verb, spelled, without_stop
from briefer.compose.ties import actors_in, node_of, tone_of
from briefer.compose.titles import MAX_TITLE, in_words
from briefer.content import Node
from briefer.records.base import Ref
from briefer.records.relation import Relation

_MOST_NAMED = 2


def network_title(context: CardContext, relations: Sequence[Relation]) -> str:
    """Return "Justice charges eight actors": who does what to how many, as far as two lines hold.

    One relation is its own sentence. Where too many act, or in too many ways, the title says what
    most ties have in common, pressure or cooperation; else it counts them.
    """
    if len(relations) == 1:
        title = without_stop(fact_of(relations[0], context).words)
        return title if len(title) <= MAX_TITLE else _counts(relations)
    tones = [tone_of(context, relation) for relation in relations]
    for tone in ("", "pressure", "cooperation"):
        part = [r for r, own in zip(relations, tones, strict=True) if tone in ("", own)]
        title = _told(context, part) if 2 * len(part) >= len(relations) else ""
        if title:
            return title
    return _counts(relations)


def chain_title(context: CardContext, nodes: Sequence[Node], relations: Sequence[Relation]) -> str:
    """Return "Supply runs from China through Mexico to the United States", as far as it fits."""
    supply = len(relations) == len(nodes) - 1 and all(r.relation == "supplies" for r in relations)
    names = [_name(context, node.origin) for node in nodes]
    subject = "Supply runs" if supply else "The chain runs"
    way = f"{subject} from {names[0]} to {names[-1]}"
    full = f"{way} through {' and '.join(names[1:-1])}" if names[1:-1] else way
    short = way if len(way) <= MAX_TITLE else f"{subject} over {spelled(len(nodes))} actors"
    return full if len(full) <= MAX_TITLE else short


def _told(context: CardContext, relations: Sequence[Relation]) -> str:
    """Return who does what to whom, "" where too many act, in several ways or too many words."""
    subjects = tuple(dict.fromkeys(relation.subject for relation in relations))
    verbs = _verbs(context, relations, several=len(subjects) > 1)
    states = len(subjects) > 1 and any(verb.startswith("are ") for verb in verbs)
    if states or len(subjects) > _MOST_NAMED:
        return ""
    if len(verbs) > 1:
        return _one_by_one(context, relations, subjects)
    named = capital(" and ".join(_name(context, ref) for ref in subjects))
    title = f"{named} {verbs[0]} {_objects(context, relations)}"
    return title if len(title) <= MAX_TITLE else ""


def _one_by_one(
    context: CardContext, relations: Sequence[Relation], subjects: Sequence[Ref]
) -> str:
    """Return "Justice charges two actors; Treasury sanctions one", "" where one does two things.

    Two verbs in one clause would give to each who acts what only one of them did.
    """
    clauses = []
    for subject in subjects:
        own = [relation for relation in relations if relation.subject == subject]
        verbs = _verbs(context, own, several=False)
        if len(verbs) > 1:
            return ""
        clauses.append(f"{_name(context, subject)} {verbs[0]} {_objects(context, own)}")
    title = capital("; ".join(clauses))
    return title if len(title) <= MAX_TITLE else ""


def _name(context: CardContext, ref: Ref) -> str:
    """Return an actor's name as it stands inside the title: staff's, where they gave one."""
    if context.words(ref):
        return in_sentence(node_of(context, ref).name)
    return actor_in_sentence(context, ref)


def _verbs(context: CardContext, relations: Sequence[Relation], *, several: bool) -> list[str]:
    """Return the verbs of relations, each once, in the number of who acts."""
    if not several:
        return list(dict.fromkeys(verb_of(context, relation) for relation in relations))
    return list(dict.fromkeys(plural_verb(relation_phrase(relation)) for relation in relations))


def _objects(context: CardContext, relations: Sequence[Relation]) -> str:
    objects = tuple(dict.fromkeys(relation.object for relation in relations))
    if len(objects) == 1:
        return _name(context, objects[0])
    return f"{spelled(len(objects))} actors"


def _counts(relations: Sequence[Relation]) -> str:
    ties, actors = len(relations), len(actors_in(relations))
    return f"{in_words(ties, 'tie')} join{'s' if ties == 1 else ''} {spelled(actors)} actors"
