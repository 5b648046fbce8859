"""Tests of gathering: what a slide needs comes along, sources above all."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefer.records import Actor, Relation
from briefer.store import Store
from tests.store.library import RECORDS


def test_an_event_brings_actors_words_and_all_their_sources(store: Store) -> None:
    """Two levels down, what was said there, and the sources of each of them."""
    assert list(store.gather(["event/extradition"])) == [
        "actor/cartel",
        "actor/leader",
        "actor/mexico",
        "event/extradition",
        "source/archive",
        "source/note",
        "source/order",
        "source/report",
        "statement/garland",
    ]


def test_an_actor_brings_events_relations_and_words(store: Store) -> None:
    """What points at an actor comes along, with its own actors."""
    gathered = store.gather(["actor/leader"])
    pointing = {record.id for record in gathered.pointing_at("actor/leader")}
    assert pointing == {"event/extradition", "relation/leader-heads-cartel"}
    assert {"actor/mexico", "actor/cartel"} <= set(gathered)
    assert "statistic/deaths" in store.gather(["actor/mexico"])


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.id)
def test_no_gathered_record_lacks_a_source(store: Store, record: object) -> None:
    """Whatever is picked, every citation of every record gathered leads to a source gathered."""
    gathered = store.gather([getattr(record, "id", "")])
    cited = {c.source for found in gathered.values() for c in found.citations}
    cited |= {c.underlying for found in gathered.values() for c in found.citations if c.underlying}
    assert cited <= set(gathered)


def test_a_picked_source_does_not_bring_the_library(store: Store) -> None:
    """Everything cites the note; picking the note brings only the note."""
    assert list(store.gather(["source/note"])) == ["source/note"]


def test_unknown_ids_are_left_out(store: Store) -> None:
    """A record that a colleague deleted is no error here."""
    assert list(store.gather(["event/gone", "source/note"])) == ["source/note"]
    assert list(store.gather([])) == []


def test_of_very_many_that_name_an_actor_some_come(tmp_path: Path) -> None:
    """Five hundred relations of one actor, and besides each that ties it to another one picked."""
    actors = [Actor(id=f"actor/a{n:03}", name=f"A{n}", actor_type="state") for n in range(520)]
    first, *others = actors
    relations = [
        Relation(id=f"relation/r{n:03}", subject=first.id, relation="opposes", object=other.id)
        for n, other in enumerate(others)
    ]
    last, before = relations[-1], relations[-2]
    with Store.create(tmp_path / "store.sqlite") as store:
        store.load([*actors, *relations])
        alone = store.gather([first.id])
        beside = store.gather([first.id, last.object])
    assert len(alone.pointing_at(first.id)) == 500
    assert last not in alone.values()
    assert last in beside.pointing_at(first.id)
    assert before not in beside.values()
