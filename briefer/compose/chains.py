"""Chains: actors in a row, each tied to the next, with facts in their blocks and deeds below.

In: a card's context and its relations. Out: the diagram of a chain and the records it shows, or
nothing where there is no chain. Must not know: pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefer.compose.claims import claim
from briefer.compose.context import CardContext
from briefer.compose.facts import dated_event_point, fact_point
from briefer.compose.periods import single_year
from briefer.compose.related import events_in_order
from briefer.compose.sentences import with_stop
from briefer.compose.ties import field_claim, field_words, link_of, node_of, told
from briefer.compose.wording import staff_points
from briefer.content import ASKS, Diagram, Link, Node, Para, Text
from briefer.records.actor import Actor
from briefer.records.base import Record, Ref
from briefer.records.event import Event
from briefer.records.relation import Relation
from briefer.records.statement import Statement
from briefer.records.statistic import Statistic

FEWEST, MOST = 2, 4
FACTS = tuple(f"facts-{number}" for number in range(1, MOST + 1))
LINKS = tuple(f"link-{number}" for number in range(1, MOST))
_HOME = "US"
_ACTED_ON = frozenset(
    ("target", "defendant", "designee", "subject", "addressee", "respondent", "receiving_state")
)


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain's diagram, the relations it is made of, and all records that it shows."""

    diagram: Diagram
    relations: tuple[Relation, ...]
    shown: frozenset[Ref]


def chain_of(context: CardContext, relations: Sequence[Relation]) -> Chain | None:
    """Return the chain of a card, or None where its actors do not stand in a row of two to four.

    Picked relations that lead from actor to actor make it, or those of supply between picked
    actors; where there are none, or staff write the links, actors stand in the order picked.
    """
    asked = {relation.id for relation in context.of(Relation)}
    usable = [r for r in relations if r.id in asked or r.relation == "supplies"]
    actors = [actor.id for actor in context.of(Actor)]
    row: Sequence[Ref] = path_of(usable)
    written = any(context.words(field) for field in LINKS)
    if actors and (written or not (asked or set(actors) <= set(row))):
        row = actors
    if not FEWEST <= len(row) <= MOST or not set(actors) <= set(row):
        return None
    steps = _steps(row, usable)
    if asked - {step.id for step in steps if step}:
        return None
    return _built(context, row, steps)


def path_of(relations: Sequence[Relation]) -> tuple[Ref, ...]:
    """Return the actors of relations from the first to the last, () where they are no one row."""
    following: dict[Ref, Ref] = {}
    for relation in relations:
        if following.setdefault(relation.subject, relation.object) != relation.object:
            return ()
    starts = [ref for ref in following if ref not in following.values()]
    if len(starts) != 1 or len(set(following.values())) != len(following):
        return ()
    path = [starts[0]]
    while path[-1] in following:
        path.append(following[path[-1]])
    return tuple(path) if len(path) == len(following) + 1 else ()


def _steps(refs: Sequence[Ref], relations: Sequence[Relation]) -> list[Relation | None]:
    """Return for each step of the row the relation that it is, None for one of staff's own."""
    by_ends = {(r.subject, r.object): r for r in reversed(relations)}
    return [by_ends.get(ends) for ends in zip(refs, refs[1:], strict=False)]


def _built(context: CardContext, refs: Sequence[Ref], steps: Sequence[Relation | None]) -> Chain:
    nodes = [node_of(context, ref) for ref in refs]
    places: dict[Ref, int] = {}
    for record in (*context.of(Statement), *context.of(Statistic), *context.of(Event)):
        place = _place(context, record, refs)
        if place is not None:
            places[record.id] = place
    events = tuple(event for event in context.of(Event) if event.id in places)
    nodes = [_filled(context, node, at, places) for at, node in enumerate(nodes)]
    links = [_link(context, nodes, at, step) for at, step in enumerate(steps)]
    diagram = Diagram(
        "chain",
        tuple(nodes),
        tuple(links),
        headings=(_heading(context, events), ""),
        back=field_claim(context, "return"),
    )
    relations = tuple(step for step in steps if step)
    shown = frozenset((*refs, *(relation.id for relation in relations), *places))
    return Chain(diagram, relations, shown)


def _link(context: CardContext, nodes: Sequence[Node], at: int, step: Relation | None) -> Link:
    """Return the link from a node to the next: staff's words where they wrote some."""
    field = LINKS[at]
    words = field_claim(context, field)
    if step and not words:
        return link_of(context, step, at, at + 1)
    label = words or (Text(f"{ASKS}{field}]"),)
    sentence = told(nodes[at].name, nodes[at + 1].name, Para(label).text)
    return Link(at, at + 1, label, sentence=sentence, origin=step.id if step else None)


def _filled(context: CardContext, node: Node, at: int, places: dict[Ref, int]) -> Node:
    """Return a node with its facts and what was done about it."""
    here = [record for record in context.picked if places.get(record.id) == at]
    facts = [fact_point(context, r, "body") for r in here if not isinstance(r, Event)]
    acts = events_in_order(record for record in here if isinstance(record, Event))
    own = staff_points(context, FACTS[at], role="body")
    actor = context.find(node.origin, Actor)
    if not own and not facts and actor and actor.role:
        own = (claim(with_stop(actor.role), actor, ("role",), role="body"),)
    return replace(
        node,
        facts=(*own, *facts),
        acts=tuple(replace(dated_event_point(context, event), role="body") for event in acts),
    )


def _place(context: CardContext, record: Record, refs: Sequence[Ref]) -> int | None:
    """Return the place of the node that a record is about, None where that is not told.

    Who is named in it decides, then its countries; foreign ones before the United States, which
    is where most records come from.
    """
    linked = [refs.index(ref) for ref in record.links() if ref in refs]
    parties = [_party(context, ref) for ref in refs]
    told_of = [parties.index(code) for code in record.countries if code in parties]
    for places in (linked, told_of):
        abroad = [place for place in places if parties[place] != _HOME]
        if places:
            return min(abroad or places)
    return None


def _party(context: CardContext, ref: Ref) -> str:
    actor = context.find(ref, Actor)
    return (actor.country or "") if actor else ""


def _heading(context: CardContext, events: Sequence[Event]) -> str:
    """Return the heading over what was done: staff's, else who acted and in which year."""
    words = field_words(context, "policy")
    if words:
        return words
    ours = all(_HOME in _acting(context, event) for event in events)
    year = single_year([event.date for event in events])
    told_of = "Where U.S. policy acted" if ours else "What was done"
    return f"{told_of} in {year}" if year else told_of


def _acting(context: CardContext, event: Event) -> set[str]:
    """Return the countries of those who act in an event."""
    acting = (item.actor for item in event.actors if item.role not in _ACTED_ON)
    return {_party(context, ref) for ref in acting}
