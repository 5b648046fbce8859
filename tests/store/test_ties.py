"""Tests of ties: which relation ties which actors, of all or of one."""

from __future__ import annotations

from briefer.records import Relation
from briefer.store import Store
from briefer.store.ties import Tie
from tests.store.library import CARTEL, MEXICO


def test_ties_are_those_of_the_relations(store: Store) -> None:
    """Every relation is a tie, and the ties of one actor are those that name it."""
    relations = store.all("relation")
    ties = store.ties()
    assert [tie.relation for tie in ties] == sorted(record.id for record in relations)
    assert Tie("relation/leader-heads-cartel", "actor/leader", "actor/cartel") in ties
    assert store.ties("actor/cartel") == tuple(
        tie for tie in ties if "actor/cartel" in (tie.subject, tie.object)
    )


def test_who_has_no_relation_has_no_tie(store: Store) -> None:
    """An actor that no relation names has none; nor has one that does not exist."""
    assert store.ties("actor/nobody") == ()
    assert "actor/nobody" not in store.neighbours()


def test_ties_are_those_of_now(store: Store) -> None:
    """A relation that was added, by this window or another, ties at once; one deleted does not."""
    assert "actor/mexico" not in store.neighbours()
    with Store.open(store.path) as other:
        kept = other.add(
            Relation(id="relation/new", subject=MEXICO.id, relation="opposes", object=CARTEL.id)
        )
    assert Tie(kept.id, MEXICO.id, CARTEL.id) in store.ties()
    assert CARTEL.id in store.neighbours()[MEXICO.id]
    store.delete(kept.id)
    assert MEXICO.id not in store.neighbours()
