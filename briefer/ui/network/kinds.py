"""What actors and ties look like: a colour, an icon or a line, and a word each.

In: nothing. Out: `ACTOR_KINDS`, `TIE_KINDS`. Must not know: widgets. The five kinds of ties are
those of design page "app", section 5; no two share a line, so that none is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefer.records.vocabulary import RELATION_WORDS


@dataclass(frozen=True, slots=True)
class ActorKind:
    """A kind of node: its word, icon, colour, and the actor types it stands for."""

    name: str
    words: str
    one: str
    icon: str
    token: str
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TieKind:
    """A kind of edge: its word, colour, line and width in px; an empty `dash` is a whole line."""

    name: str
    words: str
    token: str
    dash: tuple[float, ...] = ()
    width: float = 1.6


ACTOR_KINDS: Mapping[str, ActorKind] = {
    kind.name: kind
    for kind in (
        ActorKind("state", "States", "State", "flag", "source", ("state",)),
        ActorKind(
            "agency",
            "Agencies",
            "Agency",
            "building-bank",
            "accent",
            ("agency", "office", "court", "legislature", "institute"),
        ),
        ActorKind("person", "People", "Person", "user", "statement", ("person",)),
        ActorKind("body", "Bodies", "Body", "world", "actor", ("igo", "coalition")),
        ActorKind(
            "group",
            "Groups",
            "Group",
            "shield-exclamation",
            "event",
            ("criminal-organisation", "group"),
        ),
        ActorKind(
            "company",
            "Companies",
            "Company",
            "building-factory-2",
            "statistic",
            ("company", "media"),
        ),
    )
}
"""The kinds of nodes in the order of their chips."""

TIE_KINDS: Mapping[str, TieKind] = {
    kind.name: kind
    for kind in (
        TieKind("supply", "Supply", "danger", width=2.2),
        TieKind("action", "Action", "accent", (7.0, 2.5)),
        TieKind("agreement", "Agreement", "success", (8.0, 2.5, 1.5, 2.5)),
        TieKind("statement", "Statement", "statement", (3.5, 2.5)),
        TieKind("part", "Part of", "text3", (1.0, 2.5)),
    )
}
"""The kinds of edges in the order of the legend."""

_TIES = {
    "supply": ("supplies",),
    "action": (
        "competes_with",
        "sanctions",
        "delists",
        "designates",
        "charges",
        "prosecutes",
        "extradites",
        "controls",
        "regulates",
    ),
    "agreement": (
        "cooperates_with",
        "seeks_help_from",
        "launched",
        "founded",
        "hosts",
        "coordinates",
        "sponsors",
    ),
    "statement": ("opposes", "criticizes"),
}
_KIND_OF_TIE = {word: name for name, words in _TIES.items() for word in words}
_KIND_OF_TYPE = {type_: kind.name for kind in ACTOR_KINDS.values() for type_ in kind.types}

_BACKWARDS = {
    "heads": "Headed by",
    "part_of": "Includes",
    "member_of": "Includes as a member",
    "not_member_of": "Does not include as a member",
    "leads": "Led by",
    "founded": "Founded by",
    "hosts": "Hosted by",
    "represents": "Represented by",
    "employs": "Employed by",
    "supplies": "Supplied by",
    "affiliated_with": "Affiliated with",
    "seeks_help_from": "Asked for help by",
    "sanctions": "Sanctioned by",
    "delists": "Delisted by",
    "designates": "Designated by",
    "charges": "Charged by",
    "prosecutes": "Prosecuted by",
    "extradites": "Extradited by",
    "cooperates_with": "Cooperates with",
    "opposes": "Opposed by",
    "criticizes": "Criticized by",
    "controls": "Controlled by",
    "regulates": "Regulated by",
    "competes_with": "Competes with",
    "succeeds": "Succeeded by",
    "coordinates": "Coordinated by",
    "sponsors": "Sponsored by",
    "launched": "Launched by",
}

MUTUAL = frozenset(("cooperates_with", "competes_with"))
"""Relation words that hold both ways: their edges have no arrow head."""


def kind_of_actor(actor_type: str) -> ActorKind:
    """Return the kind of a node; an unknown type is a group."""
    return ACTOR_KINDS[_KIND_OF_TYPE.get(actor_type, "group")]


def kind_of_tie(relation: str) -> TieKind:
    """Return the kind of an edge; what neither supplies, acts, agrees nor says is a part."""
    return TIE_KINDS[_KIND_OF_TIE.get(relation, "part")]


def tie_words(relation: str, *, backwards: bool = False) -> str:
    """Return a relation's word as seen from its beginning, or from its end: "Charged by"."""
    label = RELATION_WORDS.label(relation)
    return _BACKWARDS.get(relation, label) if backwards else label
