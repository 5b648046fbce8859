"""Tests of a user's changes: nothing is lost, nobody's change is overwritten, all can be undone."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefer.errors import ConflictError, RecordError, StoreError
from briefer.records import Actor, Citation, Event, PartialDate, Record, Relation, Source, Statement
from briefer.store import Store
from tests.store.clock import Clock
from tests.store.library import CARTEL, DEATHS, EXTRADITION, HEADS, LEADER, MEXICO, NOTE, WORDS

TALKS = Event(
    id="event/talks",
    title="Talks were held",
    date=PartialDate.parse("2024-01"),
    event_type="bilateral.summit",
    citations=(Citation("source/note"),),
)


@pytest.fixture
def clock() -> Clock:
    """Return a clock that stands."""
    return Clock()


@pytest.fixture
def store(path: Path, clock: Clock) -> Iterator[Store]:
    """Return a fresh store of the small library, with the clock."""
    with Store.open(path, clock=clock) as opened:
        yield opened


def contents(store: Store) -> list[object]:
    """Return all that a store holds: records, bin, histories."""
    refs = [record.id for record in store.all()] + [binned.record.id for binned in store.bin()]
    return [store.all(), store.bin(), [store.history(ref) for ref in refs]]


def test_a_new_record_is_kept_with_who_and_when(store: Store) -> None:
    """It is returned as kept: the user's own, revision 1, the time in UTC."""
    kept = store.add(dataclasses.replace(TALKS, revision=7), by=" Jane\nDoe ")
    assert (kept.origin, kept.revision) == ("user", 1)
    assert (kept.changed_at, kept.changed_by) == ("2026-11-22T09:30:00Z", "Jane Doe")
    assert store.get(TALKS.id) == kept
    assert store.search("talks", types=["event"]).hits[0].record == kept


def test_who_is_only_what_the_user_typed(store: Store) -> None:
    """Without a name nobody is named."""
    assert store.add(TALKS).changed_by is None


def test_the_real_clock_is_the_default(path: Path) -> None:
    """A store that is given no clock tells the time, to the second."""
    with Store.open(path) as store:
        assert re.fullmatch(r"20\d\d(-\d\d){2}T\d\d(:\d\d){2}Z", store.add(TALKS).changed_at or "")


def test_a_taken_id_is_refused(store: Store) -> None:
    """Neither a record nor one in the bin is replaced by a new one."""
    before = contents(store)
    with pytest.raises(RecordError, match=r"actor/mexico: a record of this id exists"):
        store.add(dataclasses.replace(MEXICO, name="Another"))
    assert contents(store) == before
    store.delete(DEATHS.id)
    with pytest.raises(RecordError, match=r"in the bin.*briefer restore statistic/deaths"):
        store.add(DEATHS)


def test_new_records_may_name_each_other(store: Store) -> None:
    """An import of records that refer to each other is one change; all are found afterwards."""
    envoy = Actor(id="actor/envoy", name="Xochitl", actor_type="person", affiliation="actor/office")
    office = Actor(id="actor/office", name="Office of Talks", actor_type="office")
    heads = Relation(
        id="relation/envoy-heads-office",
        subject="actor/envoy",
        relation="heads",
        object="actor/office",
    )
    kept = store.add_all([heads, envoy, office], by="Jane")
    assert [record.id for record in kept] == [heads.id, envoy.id, office.id]
    assert {hit.record.id for hit in store.search("xochitl").hits} == {envoy.id, heads.id}


def test_one_wrong_record_keeps_all_out(store: Store) -> None:
    """An import happens wholly or not at all; the message names the record's place."""
    before = contents(store)
    wrong = dataclasses.replace(TALKS, id="event/other", part_of="event/gone")
    with pytest.raises(RecordError, match=r"new\.json, record 2, event/other, field 'part_of'"):
        store.add_all([TALKS, wrong], where=["new.json, record 1", "new.json, record 2"])
    with pytest.raises(RecordError, match="event/talks: the id is given twice"):
        store.add_all([TALKS, TALKS])
    assert contents(store) == before


def test_a_large_import_is_indexed_once_and_alike(store: Store) -> None:
    """Many records at once are found as if they had been added one by one."""
    many = [
        dataclasses.replace(TALKS, id=f"event/talks-{n}", title=f"Talk number{n} was held")
        for n in range(700)
    ]
    store.add_all(many)
    assert store.count()["event"] == 703
    assert store.search("number699").hits[0].record.id == "event/talks-699"
    assert store.history("event/talks-5")[0].change == "added"
    before = [store.search(query, facets=["year", "is"]) for query in ("", "talk", "is:own")]
    store.reindex()
    after = [store.search(query, facets=["year", "is"]) for query in ("", "talk", "is:own")]
    assert before == after


def test_a_changed_record_gets_a_revision(store: Store, clock: Clock) -> None:
    """Saving keeps the origin, counts the revision and tells who and when."""
    clock.pass_minutes(5)
    kept = store.save(dataclasses.replace(MEXICO, name="Mexico (state)", origin="user"), by="Jo")
    assert (kept.revision, kept.origin) == (2, "bundled")
    assert (kept.changed_at, kept.changed_by) == ("2026-11-22T09:35:00Z", "Jo")
    assert store.get(MEXICO.id) == kept
    assert store.save(dataclasses.replace(MEXICO, revision=2)).revision == 3


def test_saving_what_is_there_writes_nothing(store: Store) -> None:
    """A record without a difference is no change, whoever saves it."""
    before = store.path.read_bytes()
    assert store.save(MEXICO, by="Jane") == MEXICO
    assert store.path.read_bytes() == before
    assert [one.change for one in store.history(MEXICO.id)] == ["loaded"]


def test_two_windows_do_not_lose_each_others_changes(path: Path, clock: Clock) -> None:
    """Of two changes to one revision the second is refused, and both records can be read."""
    with Store.open(path, clock=clock) as one, Store.open(path, clock=clock) as two:
        mine, yours = one.get(MEXICO.id), two.get(MEXICO.id)
        first = one.save(dataclasses.replace(mine, note="Mine"), by="Ann")
        second = dataclasses.replace(yours, note="Yours")
        with pytest.raises(ConflictError) as raised:
            two.save(second, by="Ben")
        assert "actor/mexico was changed by Ann at 2026-11-22T09:30:00Z" in raised.value.message
        assert raised.value.hint
        assert two.get(MEXICO.id) == one.get(MEXICO.id) == first
        kept = two.save(dataclasses.replace(second, revision=first.revision), by="Ben")
        assert [r.changed_by for r in one.history(MEXICO.id)] == ["Ben", "Ann", None]
        assert one.get(MEXICO.id) == kept


def test_two_windows_with_the_same_change_do_not_quarrel(path: Path) -> None:
    """Who saves what somebody else saved already gets what is there."""
    with Store.open(path) as one, Store.open(path) as two:
        changed = dataclasses.replace(MEXICO, note="Ours")
        assert two.save(changed) == one.save(changed)


def test_what_is_not_there_cannot_be_changed(store: Store) -> None:
    """The message says where it went and what to do."""
    with pytest.raises(StoreError, match=r"no record 'actor/mexiko'.*mean 'actor/mexico'"):
        store.save(dataclasses.replace(MEXICO, id="actor/mexiko"))
    store.delete(DEATHS.id, by="Jane")
    with pytest.raises(StoreError, match=r"in the bin: it was deleted by Jane at 2026.*Restore"):
        store.save(dataclasses.replace(DEATHS, note="x"))
    assert store.get_many([DEATHS.id]) == {}


@pytest.mark.parametrize(
    ("record", "field", "title"),
    [
        (EXTRADITION, "title", "Mexico extradited a cartel leader (copy)"),
        (LEADER, "name", "Ovidio Guzmán López (copy)"),
        (DEATHS, "counts", "Deaths from overdose in a year (copy)"),
        (NOTE, "short", "The note (copy)"),
        (WORDS, "text", "This action is the most recent step . . . against the cartel."),
        (HEADS, "relation", "heads"),
    ],
)
def test_a_copy_is_a_record_of_its_own(
    store: Store, record: Record, field: str, title: str
) -> None:
    """It has a new id, says that it is a copy, and a quotation stays verbatim."""
    copy = store.duplicate(record.id, by="Jane")
    assert re.fullmatch(rf"{record.type}/[a-z0-9-]+-[a-z]{{8}}", copy.id)
    assert getattr(copy, field) == title
    assert (copy.origin, copy.revision, copy.changed_by) == ("user", 1, "Jane")
    assert copy.citations == record.citations
    assert store.get(record.id) == record
    assert store.duplicate(record.id).id != copy.id


def test_a_record_that_others_name_is_not_deleted(store: Store) -> None:
    """The refusal names them and the next step; by force it goes, and they are returned."""
    before = contents(store)
    with pytest.raises(RecordError) as raised:
        store.delete(MEXICO.id)
    assert "event/extradition, statement/garland, statistic/deaths still name actor/mexico" in str(
        raised.value
    )
    assert "Merge" in raised.value.hint
    assert contents(store) == before
    naming = store.delete(MEXICO.id, force=True)
    assert {record.id for record in naming} == {EXTRADITION.id, WORDS.id, DEATHS.id}
    assert store.get_many([MEXICO.id]) == {}


def test_of_very_many_only_some_are_named(store: Store) -> None:
    """A refusal stays short, however many records name one."""
    store.add_all(dataclasses.replace(TALKS, id=f"event/t{n}") for n in range(9))
    with pytest.raises(
        RecordError, match=r"(event/[\w-]+|actor/leader)(, [\w/-]+){4} and \d+ more"
    ):
        store.delete(NOTE.id)


def test_records_that_name_each_other_are_deleted_together(store: Store) -> None:
    """Who names one of them and goes too is no reason to refuse."""
    assert store.delete_all([HEADS.id, LEADER.id, EXTRADITION.id, WORDS.id]) == ()
    assert [one.record.id for one in store.bin()] == [WORDS.id, EXTRADITION.id, LEADER.id, HEADS.id]


def test_the_bin_tells_who_and_when(store: Store, clock: Clock) -> None:
    """The newest stands first; what lies there is what it was."""
    store.delete(DEATHS.id, by="Jane")
    clock.pass_minutes(1)
    store.delete(HEADS.id)
    newest, oldest = store.bin()
    assert (newest.record.id, newest.deleted_by) == (HEADS.id, None)
    assert (oldest.deleted_at, oldest.deleted_by, oldest.into) == (
        "2026-11-22T09:30:00Z",
        "Jane",
        None,
    )
    assert (
        dataclasses.replace(oldest.record, revision=1, changed_at=None, changed_by=None) == DEATHS
    )


def test_what_was_deleted_comes_back_as_it_was(store: Store) -> None:
    """It is listed, found, counted and linked again, as a new revision."""
    queries = ["guzman", "actor:mexico", "cartel", ""]
    before = [store.search(query, facets=["actor"]).counts for query in queries]
    store.delete(LEADER.id, force=True)
    kept = store.restore(LEADER.id, by="Jane")
    assert store.bin() == ()
    assert store.get(LEADER.id) == kept
    assert (kept.revision, kept.origin, kept.changed_by) == (3, "bundled", "Jane")
    assert getattr(kept, "aliases", ()) == LEADER.aliases
    assert [store.search(query, facets=["actor"]).counts for query in queries] == before
    assert store.search("guzman", types=["event"]).total == 1


def test_records_that_name_each_other_come_back_in_any_order(store: Store) -> None:
    """What it names may still be in the bin: it is restored as it was."""
    store.delete_all([HEADS.id, LEADER.id, EXTRADITION.id, WORDS.id])
    for ref in (WORDS.id, HEADS.id, EXTRADITION.id, LEADER.id):
        store.restore(ref)
    assert set(store.gather([HEADS.id])) >= {LEADER.id, CARTEL.id}


def test_any_revision_can_be_brought_back(store: Store) -> None:
    """The state of a revision becomes the newest; what lies between stays in the history."""
    for revision, name in enumerate(("First", "Second", "Third"), 1):
        store.save(dataclasses.replace(MEXICO, name=name, revision=revision))
    kept = store.restore(MEXICO.id, revision=2, by="Jane")
    assert (kept.label, kept.revision) == ("First", 5)
    assert [one.record.label for one in store.history(MEXICO.id)] == [
        "First",
        "Third",
        "Second",
        "First",
        "Mexico",
    ]
    assert store.restore(MEXICO.id, revision=5) == kept
    store.delete(MEXICO.id, force=True)
    assert store.restore(MEXICO.id, revision=1).label == "Mexico"


def test_what_cannot_be_restored_is_told(store: Store) -> None:
    """A record that is there needs a revision; one that never was there has none."""
    with pytest.raises(StoreError, match="actor/mexico is not in the bin"):
        store.restore(MEXICO.id)
    with pytest.raises(StoreError, match=r"no revision 9\. It has these: 1\."):
        store.restore(MEXICO.id, revision=9)
    with pytest.raises(StoreError, match="no record 'actor/nobody'"):
        store.restore("actor/nobody")


def test_a_fault_within_a_change_leaves_all_as_it_was(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever breaks off a change, wherever, none of it stays, in the file or in memory."""
    before = contents(store), [store.search(query) for query in ("mexico", "is:edited")]

    def fail(*_: object, **__: object) -> None:
        raise OSError("the lights went out")

    for part in ("Writer.remove", "Revisions.note", "Revisions.remember"):
        room = "writing" if part.startswith("Writer") else "revisions"
        with monkeypatch.context() as patch:
            patch.setattr(f"briefer.store.{room}.{part}", fail)
            with pytest.raises(OSError, match="lights"):
                store.merge(MEXICO.id, LEADER.id)
    assert (contents(store), [store.search(q) for q in ("mexico", "is:edited")]) == before


def test_a_stale_reference_is_no_reason_to_refuse_another_change(store: Store) -> None:
    """What named a deleted record before may still be edited, but not anew."""
    store.delete(MEXICO.id, force=True)
    kept = store.save(dataclasses.replace(store.get(WORDS.id), note="Ours"))
    assert isinstance(kept, Statement)
    with pytest.raises(RecordError, match=r"no record 'actor/mexico'\. It is in the bin"):
        store.add(dataclasses.replace(WORDS, id="statement/new"))


def test_nothing_is_left_of_a_source_but_its_history(store: Store) -> None:
    """A record added, deleted and never restored is in the bin, with all its revisions."""
    store.add(Source(id="source/mine", csl_type="report", title="Mine"))
    store.delete("source/mine")
    assert [one.change for one in store.history("source/mine")] == ["deleted", "added"]
    assert store.search("mine", types=["source"]).total == 0
