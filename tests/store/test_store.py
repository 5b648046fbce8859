"""Tests of getting, listing, loading and saving records."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from briefer.errors import StoreError
from briefer.records import Record
from briefer.store import Store
from tests.records.strategies import records
from tests.store.library import CARTEL, DEATHS, EXTRADITION, LEADER, MEXICO, RECORDS, WORDS


def test_every_record_comes_back_as_it_was(store: Store) -> None:
    """What the text said is what the store says."""
    assert {record.id: record for record in store.all()} == {r.id: r for r in RECORDS}
    assert store.get("statistic/deaths") == DEATHS


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(records())
def test_any_record_can_be_loaded(store: Store, record: Record) -> None:
    """Every record that the types allow is kept whole, and found by its id."""
    store.load([record])
    assert store.get(record.id) == record


def test_counts(store: Store) -> None:
    """Each type is counted, in the order of the types."""
    assert list(store.count().items()) == [
        ("event", 3),
        ("actor", 3),
        ("statement", 1),
        ("statistic", 1),
        ("relation", 1),
        ("source", 4),
    ]


def test_ids_are_those_of_all_records_as_they_are_listed(store: Store) -> None:
    """Without reading a record."""
    assert store.ids() == tuple(record.id for record in store.all())


def test_events_are_listed_by_date_and_others_by_name(store: Store) -> None:
    """Undated events stand last."""
    events = [record.id for record in store.all("event")]
    assert events == ["event/sales", "event/extradition", "event/a-undated"]
    assert [r.label for r in store.all("actor")] == [
        "Mexico",
        "Ovidio Guzmán López",
        "Sinaloa Cartel",
    ]
    assert [record.type for record in store.all()][:4] == ["event", "event", "event", "actor"]


def test_an_unknown_id_names_the_nearest(store: Store) -> None:
    """A misspelt id is told with what it may have meant."""
    with pytest.raises(StoreError, match=r"'actor/mexiko'.*Did you mean 'actor/mexico'\?"):
        store.get("actor/mexiko")


def test_getting_many_keeps_the_order_and_leaves_out_the_unknown(store: Store) -> None:
    """Ids that name nothing are simply absent, also where there are very many."""
    asked = ["statement/garland", "nonsense", "actor/mexico", "event/none", "actor/mexico"]
    asked += [f"actor/nobody-{number}" for number in range(2000)]
    assert list(store.get_many(asked)) == ["statement/garland", "actor/mexico"]


def test_a_saved_change_is_there_after_opening_again(path: Path) -> None:
    """A change is written to the file, as it was returned."""
    changed = dataclasses.replace(MEXICO, name="Mexico (state)")
    with Store.open(path) as store:
        kept = store.save(changed)
    with Store.open(path, read_only=True) as store:
        assert store.get(MEXICO.id) == kept
        assert (kept.label, kept.revision, kept.origin) == ("Mexico (state)", 2, "bundled")
        assert store.count()["actor"] == 3


def test_a_deleted_record_is_gone(store: Store) -> None:
    """It is neither got, listed, counted, found nor gathered; what linked it remains."""
    store.delete(LEADER.id, force=True)
    assert store.get_many([LEADER.id]) == {}
    assert store.count()["actor"] == 2
    assert store.search("Guzmán", types=["actor", "event"]).total == 0
    assert list(store.gather([LEADER.id])) == []
    assert EXTRADITION.id in store.gather([EXTRADITION.id])
    with pytest.raises(StoreError, match="in the bin"):
        store.delete(LEADER.id)


def _cut_short(*records: Record) -> Iterator[Record]:
    """Yield the records, then fail as a reader of a broken file does."""
    yield from records
    raise EOFError


def test_a_change_happens_wholly_or_not_at_all(store: Store) -> None:
    """When the records of a change end in an error, none of them is added."""
    fresh = dataclasses.replace(CARTEL, id="actor/fresh")
    with pytest.raises(EOFError):
        store.add_all(_cut_short(fresh, dataclasses.replace(fresh, id="actor/fresher")))
    assert store.get_many(["actor/fresh", "actor/fresher"]) == {}
    with pytest.raises(EOFError):
        store.load(_cut_short(dataclasses.replace(CARTEL, name="Another name")))
    assert store.get(CARTEL.id) == CARTEL
    kept = store.add(fresh)
    assert store.get("actor/fresh") == kept


def test_a_new_store_is_empty_and_never_replaces_a_file(tmp_path: Path) -> None:
    """Creating a store where a file is refuses and leaves it."""
    target = tmp_path / "deep" / "new.sqlite"
    with Store.create(target) as store:
        assert sum(store.count().values()) == 0
        store.load([WORDS])
        assert store.search("recent").total == 1
    with pytest.raises(StoreError, match="exists already"):
        Store.create(target)
    with Store.open(target) as store:
        assert store.get(WORDS.id) == WORDS
