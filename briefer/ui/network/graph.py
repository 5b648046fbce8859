"""Which actors and relations the network shows, and what one actor is tied to.

In: a store, in its thread, and what is asked. Out: a `Network`, or the `Connection`s of an actor.
Must not know: widgets, where a node stands.

A library may hold very many actors; at most `MOST` are shown: the one that is looked around and its
neighbours, else those that match the search and their neighbours, else the best connected. Where
these are tied by more than `MOST_TIES` relations, fewer are shown; of two, the first relations.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate

from briefer.compose.sentences import capital
from briefer.records import Actor, Record, Ref, Relation
from briefer.store import Store
from briefer.store.ties import Tie
from briefer.ui.library.facts import facts_of, linked_refs
from briefer.ui.network.kinds import kind_of_actor, kind_of_tie, tie_words

MOST = 60
"""How many actors are shown at once."""
MOST_TIES = 240
"""How many relations are drawn at once: more take longer to paint than the eye forgives."""
MOST_CONNECTIONS = 200
"""How many connections of one actor are listed."""
_MOST_HITS = 200

Around = Mapping[Ref, Collection[Ref]]
"""The neighbours of each actor."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be shown: a query text, and an actor to look around ("" for none)."""

    query: str = ""
    center: Ref = ""

    @property
    def asked(self) -> bool:
        """Whether a search narrows what matches."""
        return bool(self.query.strip())


@dataclass(frozen=True, slots=True)
class Node:
    """An actor, its kind, how many others it is tied to, and whether the search matches it."""

    actor: Actor
    kind: str
    degree: int
    matched: bool = True

    @property
    def name(self) -> str:
        """The actor's name."""
        return capital(self.actor.name)


@dataclass(frozen=True)
class Edge:
    """A relation between two nodes, by their places."""

    relation: Relation
    start: int
    end: int

    @property
    def kind(self) -> str:
        """The kind of the edge."""
        return kind_of_tie(self.relation.relation).name

    @cached_property
    def words(self) -> str:
        """The words on the edge: the relation's, with its date."""
        date = self.relation.date
        words = tie_words(self.relation.relation)
        return f"{words}, {date.short}" if date else words


@dataclass(frozen=True)
class Network:
    """What is shown, the best connected first, and how much there is.

    `tied` actors of `actors` have a relation to another one; `matches` of them were found. `ties`
    relations join those shown; `edges` are the first of these.
    """

    wanted: Wanted = Wanted()
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    actors: int = 0
    tied: int = 0
    ties: int = 0
    matches: int = 0
    notes: tuple[str, ...] = ()
    linked: Mapping[Ref, Record] = field(default_factory=dict)

    @cached_property
    def place(self) -> Mapping[Ref, int]:
        """Where each actor stands among the nodes."""
        return {node.actor.id: row for row, node in enumerate(self.nodes)}

    @property
    def links(self) -> tuple[tuple[int, int], ...]:
        """The edges by the places of their nodes."""
        return tuple((edge.start, edge.end) for edge in self.edges)

    def joins(self, nodes: Iterable[Node]) -> bool:
        """Return whether an edge joins any two of these nodes."""
        among = {self.place[node.actor.id] for node in nodes}
        return any(edge.start in among and edge.end in among for edge in self.edges)

    def only(self, kinds: Collection[str]) -> Network:
        """Return the network of the nodes of some kinds; all where none is named."""
        if not kinds:
            return self
        nodes = tuple(node for node in self.nodes if node.kind in kinds)
        place = {node.actor.id: row for row, node in enumerate(nodes)}
        edges = _joining([edge.relation for edge in self.edges], place)
        ties = self.ties - len(self.edges) + len(edges)
        return replace(self, nodes=nodes, edges=edges, ties=ties)

    def neighbours(self, row: int) -> tuple[int, ...]:
        """Return the nodes that edges join to a node, those joined by most edges first."""
        counts: dict[int, int] = {}
        for edge in self.edges:
            for one, other in ((edge.start, edge.end), (edge.end, edge.start)):
                if one == row:
                    counts[other] = counts.get(other, 0) + 1
        return tuple(sorted(counts, key=lambda other: (-counts[other], other)))


@dataclass(frozen=True, slots=True)
class Connection:
    """A relation as seen from one of its actors."""

    relation: Relation
    other: Ref
    kind: str
    words: str
    date: str
    citation: str
    outward: bool

    @property
    def spoken(self) -> str:
        """The connection as assistive programs read it."""
        kind = kind_of_tie(self.relation.relation).words
        parts = (self.words, kind, self.date, self.citation or "uncited")
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Connections:
    """What an actor is tied to: the first of so many connections in all."""

    actor: Ref
    listed: tuple[Connection, ...]
    total: int


def read_network(store: Store, wanted: Wanted) -> Network:
    """Return the network to be shown of a store; raise StoreError where it cannot be read."""
    around = store.neighbours()
    matched, notes = _matched(store, wanted, around)
    shown, inside = _drawable(_shown(around, wanted, matched), store.ties())
    records = store.get_many(shown)
    actors = [item for ref in shown if isinstance(item := records.get(ref), Actor)]
    order = sorted(actors, key=lambda actor: (-len(around.get(actor.id, ())), actor.id))
    place = {actor.id: row for row, actor in enumerate(order)}
    return Network(
        wanted,
        tuple(_node(actor, around, matched) for actor in order),
        _joining(store.get_many(inside[:MOST_TIES]).values(), place),
        actors=store.count()["actor"],
        tied=len(around),
        ties=len(inside),
        matches=len(matched) if matched is not None else 0,
        notes=notes,
        linked=store.get_many(linked_refs(order)),
    )


def read_connections(store: Store, ref: Ref) -> Connections:
    """Return what an actor is tied to, by kind of tie and name of the other actor."""
    ties = store.ties(ref)
    found = store.get_many(tie.relation for tie in ties[: 5 * MOST_CONNECTIONS])
    relations = [record for record in found.values() if isinstance(record, Relation)]
    linked = store.get_many(linked_refs(relations))
    connections = [_connection(relation, ref, linked) for relation in relations]
    connections.sort(key=lambda item: (not item.outward, item.words))
    return Connections(ref, tuple(connections[:MOST_CONNECTIONS]), len(ties))


def _matched(
    store: Store, wanted: Wanted, around: Around
) -> tuple[Sequence[Ref] | None, tuple[str, ...]]:
    """Return the actors that a search finds, best first; None where nothing is asked.

    Where it finds no actor but relations, their actors match.
    """
    if not wanted.asked:
        return None, ()
    found = store.search(wanted.query, types=("actor",), limit=_MOST_HITS)
    refs = [hit.record.id for hit in found.hits]
    if not refs:
        tied = store.search(wanted.query, types=("relation",), limit=_MOST_HITS)
        for hit in tied.hits:
            if isinstance(hit.record, Relation):
                refs += (hit.record.subject, hit.record.object)
    return tuple(dict.fromkeys(refs)), found.notes


def _shown(around: Around, wanted: Wanted, matched: Sequence[Ref] | None) -> list[Ref]:
    """Return the actors to be shown; all that are tied where there is room for them."""
    ranked = sorted(around, key=lambda ref: (-len(around[ref]), ref))
    first = [wanted.center] if wanted.center in around else []
    if not first and matched is not None:
        first = sorted(matched, key=lambda ref: -len(around.get(ref, ())))[:MOST]
    near = _near(first, around)
    rest = ranked if len(ranked) <= MOST or not first else []
    return list(dict.fromkeys((*first, *near, *rest)))[:MOST]


def _drawable(shown: Sequence[Ref], ties: Iterable[Tie]) -> tuple[list[Ref], list[Ref]]:
    """Return actors and the relations between them, in their order.

    They are the first two of these, and as many more as no more ties join than can be drawn.
    """
    place = {ref: row for row, ref in enumerate(shown)}
    near = [
        (relation, max(place[one], place[other]))
        for relation, one, other in ties
        if one in place and other in place
    ]
    joined = [0] * len(shown)
    for _, row in near:
        joined[row] += 1
    drawn = list(accumulate(joined))
    few = [row < 2 or drawn[row] <= MOST_TIES for row in range(len(shown))]
    actors = [ref for ref in shown if few[place[ref]]]
    return actors, [relation for relation, row in near if few[row]]


def _near(first: Sequence[Ref], around: Around) -> list[Ref]:
    """Return the neighbours of actors, best connected first, then those of the neighbours."""
    seen, near = set(first), list(first)
    for _ in range(2):
        ring = {ref for item in near for ref in around.get(item, ())} - seen
        near += sorted(ring, key=lambda ref: (-len(around[ref]), ref))[:MOST]
        seen |= ring
    return near


def _node(actor: Actor, around: Around, matched: Collection[Ref] | None) -> Node:
    kind = kind_of_actor(actor.actor_type).name
    found = matched is None or actor.id in matched
    return Node(actor, kind, len(around.get(actor.id, ())), found)


def _joining(relations: Iterable[Record], place: Mapping[Ref, int]) -> tuple[Edge, ...]:
    return tuple(
        Edge(relation, place[relation.subject], place[relation.object])
        for relation in relations
        if isinstance(relation, Relation) and relation.subject in place and relation.object in place
    )


def _connection(relation: Relation, ref: Ref, linked: Mapping[Ref, Record]) -> Connection:
    outward = relation.subject == ref
    other = relation.object if outward else relation.subject
    name = linked[other].label if other in linked else other
    return Connection(
        relation,
        other,
        kind_of_tie(relation.relation).name,
        f"{tie_words(relation.relation, backwards=not outward)} {name}",
        relation.date.short if relation.date else "",
        facts_of(relation, linked).citation,
        outward,
    )
