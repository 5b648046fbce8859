"""Tests of ties: which relation ties which actors, of all or of one."""

from __future__ import annotations

from briefer.store import Store
from briefer.store.ties import Tie


def test_ties_are_those_of_the_relations(store: Store) -> None:
    """Every relation is a tie, and the ties of one actor are those that name it."""
    relations = store.all("relation")
    ties = store.ties()
    assert [tie.relation for tie in ties] == sorted(record.id for record in relations)
    assert Tie("relation/leader-heads-cartel", "actor/leader", "actor/cartel") in ties
    assert store.ties("actor/cartel") == [
        tie for tie in ties if "actor/cartel" in (tie.subject, tie.object)
    ]


def test_who_has_no_relation_has_no_tie(store: Store) -> None:
    """An actor that no relation names has none; nor has one that does not exist."""
    assert store.ties("actor/nobody") == []
