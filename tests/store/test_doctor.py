"""Tests of the doctor: each way a library can be ill is found, named, and told from the others."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path

import pytest

from briefer import paths
from briefer.errors import DamageError, StoreError
from briefer.packs import write_pack
from briefer.records import Citation, Event, Locator, PartialDate, Record, Source
from briefer.store import Store, build_store
from briefer.store.backups import backups_of
from briefer.store.doctor import Health, examine_library, repair
from tests.store.files import SCHEMA_1, at_noon, content, names, raw, scribble
from tests.store.library import MEXICO, NOTE, RECORDS

TODAY = datetime.date(2026, 11, 22)
PINPOINT = (Citation("source/note", Locator("page", "1")),)


def found(path: Path, *checks: str) -> set[tuple[str, str, str]]:
    """Return (check, severity, id) of what the doctor finds, or only of the checks named."""
    health = examine_library(path, today=TODAY)
    return {
        (one.check, one.severity, one.ref)
        for one in health.problems
        if not checks or one.check in checks
    }


def of_records(folder: Path, *records: Record) -> Path:
    """Return a store of records and the note that they cite."""
    folder.mkdir()
    write_pack((NOTE, *records), folder)
    build_store(folder, folder / "store.sqlite")
    return folder / "store.sqlite"


def test_the_bundled_store_is_healthy() -> None:
    """No error and no warning; the few notes say what to do."""
    health = examine_library(paths.bundled_store(), today=TODAY)
    assert health.count("error") == health.count("warning") == 0
    assert health.count("note") <= 3
    assert all(one.hint and one.message for one in health.problems)
    with Store.open(paths.bundled_store(), read_only=True) as store:
        assert health.counts == store.count()


def test_examining_writes_nothing(path: Path) -> None:
    """Neither a sound nor a damaged store changes, nor its folder."""
    for _ in range(2):
        before = path.read_bytes()
        examine_library(path)
        assert path.read_bytes() == before
        assert names(path.parent) == [path.name]
        scribble(path)


def test_an_edited_store_is_healthy(path: Path) -> None:
    """What the store itself changes stays in agreement with itself."""
    with Store.open(path) as store:
        store.delete("relation/leader-heads-cartel")
        store.reindex()
        store.delete("statement/garland")
    assert found(path, "file", "derived", "damaged", "orphan") == set()


def test_an_older_store_is_examined_in_its_own_words(tmp_path: Path) -> None:
    """A store of the first schema is as healthy as what it becomes, and is not upgraded."""
    path = tmp_path / "store.sqlite"
    path.write_bytes(SCHEMA_1.read_bytes())
    health = examine_library(path, today=TODAY)
    assert sum(health.counts.values()) == len(RECORDS)
    assert health.count("error") == 0
    assert path.read_bytes() == SCHEMA_1.read_bytes()


def test_damage_of_the_file(path: Path) -> None:
    """Overwritten pages are an error of the file, whose records are read as far as that goes."""
    scribble(path)
    assert ("file", "error", "") in found(path)
    path.write_bytes(b"no database" * 999)
    health = examine_library(path)
    assert [(one.check, one.severity) for one in health.problems] == [("file", "error")]
    assert sum(health.counts.values()) == 0


@pytest.mark.parametrize("table", ["event", "source", "records", "revisions", "links", "bits"])
def test_a_missing_table(path: Path, table: str) -> None:
    """Whichever it is, it is named, and the doctor goes on as far as that is possible."""
    with raw(path) as connection:
        connection.execute(f"DROP TABLE {table}")
    health = examine_library(path)
    (problem,) = [one for one in health.problems if one.check == "file"]
    assert problem.message == f"The table {table!r} is missing."


def test_a_damaged_older_store(tmp_path: Path) -> None:
    """It is not upgraded first: what is wrong with the file is told."""
    path = tmp_path / "store.sqlite"
    path.write_bytes(SCHEMA_1.read_bytes())
    scribble(path)
    assert ("file", "error", "") in found(path)


def test_what_cannot_be_examined_is_raised(tmp_path: Path) -> None:
    """A missing file is no illness."""
    with pytest.raises(StoreError, match="There is no library"):
        examine_library(tmp_path / "none.sqlite")


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        (
            "UPDATE event SET date = '2023-99' WHERE id = 'event/extradition'",
            ("date", "event/extradition"),
        ),
        (
            "UPDATE event SET announced = 'soon' WHERE id = 'event/sales'",
            ("date", "event/sales"),
        ),
        (
            "UPDATE actor SET actor_type = 'planet' WHERE id = 'actor/mexico'",
            ("damaged", "actor/mexico"),
        ),
        (
            "UPDATE event SET actors = '[{' WHERE id = 'event/extradition'",
            ("damaged", "event/extradition"),
        ),
        (
            "UPDATE actor SET name = CAST(x'ff41' AS TEXT) WHERE id = 'actor/leader'",
            ("damaged", "actor/leader"),
        ),
        ("UPDATE source SET title = NULL WHERE id = 'source/note'", ("damaged", "source/note")),
        ("DELETE FROM statistic", ("damaged", "statistic/deaths")),
    ],
)
def test_a_damaged_record_is_named(path: Path, statement: str, problem: tuple[str, str]) -> None:
    """Only that one is damaged, and the others are still counted and checked."""
    with raw(path) as connection:
        connection.execute(statement)
    health = examine_library(path, today=TODAY)
    check, ref = problem
    errors = {(one.check, one.ref) for one in health.problems if one.severity == "error"}
    assert errors == {(check, ref)}
    assert sum(health.counts.values()) == len(RECORDS) - 1
    assert health.count("note") >= 5


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("DELETE FROM links WHERE target = 'actor/leader'", "links to what"),
        ("INSERT INTO links VALUES ('actor/leader', 'actor/none')", "links to what"),
        ("UPDATE bits SET numbers = x'00' WHERE field = 'year'", "topic, year"),
        ("DELETE FROM bits WHERE field = 'actor'", "topic, year"),
        ("UPDATE records SET listing = 'x' WHERE id = 'event/sales'", r"listing.*event/sales"),
        ("UPDATE search SET title = 'x' WHERE rowid = 3", r"full text.*actor/mexico"),
        ("DELETE FROM search WHERE rowid = 3", r"full text.*1 record \(actor/mexico\)"),
        ("UPDATE event SET date_latest = '2030-01-01'", "'event'"),
        ("DELETE FROM search_data WHERE id > 20", "index of the full text is damaged"),
        ("INSERT INTO words VALUES ('mexico', NULL, x'00')", "common words"),
        ("INSERT INTO words VALUES ('mexico', 'nowhere', NULL)", "common words"),
    ],
)
def test_what_does_not_follow_from_the_records(path: Path, statement: str, words: str) -> None:
    """Each derived table is compared; a repair makes it anew after a backup."""
    with Store.open(path) as store:
        before = store.search("guzman")
    sound = content(path)
    with raw(path) as connection:
        connection.execute(statement)
    health = examine_library(path, today=TODAY)
    assert {one.check for one in health.problems if one.severity == "error"} == {"derived"}
    assert_told(health, words)
    backup = repair(path, at_noon)
    assert backups_of(path) == (backup,)
    assert found(path, "derived", "file", "damaged") == set()
    assert content(path) == sound
    with Store.open(path) as store:
        assert store.search("guzman") == before


def assert_told(health: Health, words: str) -> None:
    """Assert that a derived problem says these words and how to repair it."""
    told = [one for one in health.problems if one.check == "derived"]
    assert all("--repair" in one.hint for one in told)
    with pytest.raises(AssertionError, match=words):
        raise AssertionError("\n".join(one.message for one in told))


def test_a_repair_that_cannot_read_a_record_changes_nothing(path: Path) -> None:
    """The record is named and the store stays, with the backup made."""
    with raw(path) as connection:
        connection.execute("UPDATE actor SET aliases = '[' WHERE id = 'actor/mexico'")
        connection.execute("DELETE FROM links")
    before = content(path)
    with pytest.raises(DamageError, match="actor/mexico"):
        repair(path)
    assert content(path) == before


def test_a_damaged_state_of_the_past(path: Path) -> None:
    """What a record was is looked at too."""
    with Store.open(path) as store:
        store.save(dataclasses.replace(MEXICO, note="Changed"))
    with raw(path) as connection:
        connection.execute("UPDATE revisions SET record = '{' WHERE revision = 1")
    assert found(path, "history", "damaged", "derived") == {("history", "error", "actor/mexico")}


def test_orphans(path: Path) -> None:
    """Whatever refers to a record that is gone: a participant, a speaker, a citation, a tie."""
    with Store.open(path) as store:
        store.delete(MEXICO.id, force=True)
        store.delete("source/archive", force=True)
    assert found(path, "orphan") == {
        ("orphan", "error", "event/extradition"),
        ("orphan", "error", "statement/garland"),
        ("orphan", "error", "statistic/deaths"),
        ("orphan", "error", "source/order"),
    }


def test_uncited_and_candidates(tmp_path: Path) -> None:
    """A record without a source, and one that cites what nobody has seen, are warnings."""
    bare = dataclasses.replace(MEXICO, id="actor/bare", name="Bare", citations=())
    unseen = Source(id="source/unseen", csl_type="report", title="Unseen", verification="candidate")
    hasty = dataclasses.replace(
        MEXICO,
        id="actor/hasty",
        name="Hasty",
        citations=(Citation("source/unseen", Locator("page", "1")),),
    )
    careful = dataclasses.replace(
        MEXICO,
        id="actor/careful",
        name="Careful",
        citations=(
            Citation("source/note", Locator("page", "1"), underlying="source/unseen"),
            Citation("source/note"),
        ),
    )
    assert found(of_records(tmp_path / "text", bare, unseen, hasty, careful)) == {
        ("uncited", "warning", "actor/bare"),
        ("candidate", "warning", "actor/hasty"),
        ("locator", "note", "actor/careful"),
    }


def test_duplicates(path: Path) -> None:
    """The same name but for capitals, accents and points is likely the same actor."""
    twin = dataclasses.replace(
        MEXICO, id="actor/leader-again", name="ovidio GUZMAN-Lopez", citations=PINPOINT
    )
    with Store.open(path) as store:
        store.load([twin])
    assert found(path, "duplicate") == {("duplicate", "warning", "actor/leader-again")}


def test_the_same_title_on_another_day_is_another_event(tmp_path: Path) -> None:
    """Events, figures and documents that recur are no duplicates."""
    event = Event(
        id="event/first",
        title="The group met",
        event_type="publication",
        date=PartialDate.parse("2023-01"),
        citations=PINPOINT,
    )
    later = dataclasses.replace(event, id="event/second", date=PartialDate.parse("2024-01"))
    assert found(of_records(tmp_path / "text", event, later)) == set()


def test_a_plan_whose_day_has_passed(tmp_path: Path) -> None:
    """That is worth a note; a plan without a day, or still to come, is not."""
    event = Event(
        id="event/past",
        title="A meeting",
        event_type="publication",
        status="planned",
        date=PartialDate.parse("2024-03"),
        citations=PINPOINT,
    )
    ahead = dataclasses.replace(
        event, id="event/ahead", title="Ahead", date=PartialDate.parse("2026-11")
    )
    someday = dataclasses.replace(event, id="event/someday", title="Someday", date=None)
    assert found(of_records(tmp_path / "text", event, ahead, someday)) == {
        ("planned", "note", "event/past")
    }


def test_the_worst_stands_first(path: Path) -> None:
    """Errors, then warnings, then notes."""
    with Store.open(path) as store:
        store.load([dataclasses.replace(MEXICO, id="actor/twin")])
        store.delete("actor/cartel", force=True)
    order = [one.severity for one in examine_library(path, today=TODAY).problems]
    assert order == sorted(order, key=["error", "warning", "note"].index)
    assert len(set(order)) == 3
