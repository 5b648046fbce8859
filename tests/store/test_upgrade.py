"""Tests of upgrades: an older store becomes what a fresh one would be, after a backup."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest

from briefer.errors import DamageError, StoreError
from briefer.store import Store
from briefer.store.backups import backups_of
from briefer.store.connect import SCHEMA_VERSION, connect
from briefer.store.upgrade import STEPS, upgraded
from tests.store.files import SCHEMA_1, SCHEMA_2, at_noon, content, names, raw
from tests.store.library import RECORDS, SALES


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Return a store of the first schema, to be upgraded."""
    target = tmp_path / "old" / "store.sqlite"
    target.parent.mkdir()
    shutil.copyfile(SCHEMA_1, target)
    return target


def version_of(path: Path) -> int:
    """Return the schema version that a file names."""
    with raw(path) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_an_upgraded_store_is_a_fresh_store(old: Path, path: Path) -> None:
    """Columns, indexes, rows, full text and sets are those of a fresh build of the same text."""
    with Store.open(old) as store:
        assert {record.id: record for record in store.all()} == {r.id: r for r in RECORDS}
    assert version_of(old) == SCHEMA_VERSION
    upgraded_content, fresh = content(old), content(path)
    assert upgraded_content.keys() == fresh.keys()
    for table, rows in fresh.items():
        if table != "meta":  # the digest of the text, whose files have grown since
            assert upgraded_content[table] == rows, table


def test_an_upgraded_store_keeps_what_people_did(path: Path, tmp_path: Path) -> None:
    """Histories and attached texts come along; all else is that of the same records made anew."""
    old = tmp_path / "second.sqlite"
    shutil.copyfile(SCHEMA_2, old)
    with Store.open(old) as upgraded_store, Store.open(path, clock=at_noon) as store:
        told = upgraded_store.history("event/sales")
        assert [one.changed_by for one in told] == ["Ana", None]
        text = upgraded_store.text_of("source/report")
        assert text
        assert text.name == "text.txt"
        store.save(dataclasses.replace(SALES, title=told[0].record.label), by="Ana")
        store.attach_text("source/report", text.text, name=text.name)
        store.reindex()
        assert upgraded_store.all() == store.all()
    upgraded_content, fresh = content(old), content(path)
    assert upgraded_content.keys() == fresh.keys()
    for table in fresh.keys() - {"meta"}:
        assert upgraded_content[table] == fresh[table], table


def test_an_upgraded_store_is_searched_like_a_fresh_one(old: Path, store: Store) -> None:
    """Words, filters and facets answer alike."""
    with Store.open(old) as other:
        for query in ("guzman", "mexico type:event", "actor:cartel", "year:2023", ""):
            assert other.search(query, facets=("topic", "year")) == store.search(
                query, facets=("topic", "year")
            )


def test_a_backup_is_made_before(old: Path) -> None:
    """The backup holds the old store, schema and all; the second opening makes no other."""
    before = content(old)
    Store.open(old).close()
    Store.open(old).close()
    (backup,) = backups_of(old)
    assert content(backup) == before
    assert version_of(backup) == 1
    assert names(old.parent) == ["backups", "store.sqlite"]


def test_without_a_backup_nothing_is_upgraded(old: Path) -> None:
    """Where no backup can be written the store stays as it is, and the reason is told."""
    before = old.read_bytes()
    (old.parent / "backups").write_text("in the way", encoding="utf-8")
    with pytest.raises(StoreError, match="No backup can be written"):
        Store.open(old)
    assert old.read_bytes() == before


def test_reading_an_older_store_writes_nothing(old: Path) -> None:
    """It is searched like a new one, and neither the file nor its folder changes."""
    before = old.read_bytes()
    old.chmod(0o444)
    old.parent.chmod(0o555)
    try:
        with Store.open(old, read_only=True) as store:
            assert store.search("guzman").total == 3
            assert {record.id for record in store.all()} == {record.id for record in RECORDS}
            with pytest.raises(StoreError, match="reading only"):
                store.reindex()
    finally:
        old.parent.chmod(0o755)
    assert old.read_bytes() == before
    assert names(old.parent) == ["store.sqlite"]


def test_a_damaged_record_leaves_the_old_store(old: Path) -> None:
    """An upgrade that cannot read a record ends with its name, and with the old store."""
    with raw(old) as connection:
        connection.execute("UPDATE actor SET aliases = '[' WHERE id = 'actor/mexico'")
    before = content(old)
    with pytest.raises(DamageError, match="actor/mexico"):
        Store.open(old)
    assert content(old) == before
    with raw(old) as connection:
        connection.execute("BEGIN EXCLUSIVE")  # no lock is left


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE records SET id = CAST(id AS BLOB) WHERE type = 'actor'",
        "UPDATE actor SET name = CAST(X'4D65786963F3' AS TEXT)",
        "UPDATE records SET number = number + 5000000000 WHERE type = 'actor'",
    ],
)
def test_what_can_be_no_record_leaves_the_old_store(old: Path, damage: str) -> None:
    """Ids that are no text, text that is no UTF-8, numbers too large: told as damage."""
    with raw(old) as connection:
        connection.execute(damage)
    before = old.read_bytes()
    with pytest.raises(DamageError, match="damaged"):
        Store.open(old)
    assert old.read_bytes() == before


def test_a_store_upgraded_meanwhile_is_not_upgraded_again(old: Path) -> None:
    """Of two processes that open an older store at once, the second finds it new."""
    late = connect(old, read_only=False, timeout=1)
    Store.open(old).close()
    after = old.read_bytes()
    upgraded(late, old, read_only=False, clock=at_noon).close()
    assert old.read_bytes() == after
    assert len(backups_of(old)) == 1


def test_every_version_has_its_step() -> None:
    """Steps follow one another up to the schema of this Briefer."""
    assert [step.version for step in STEPS] == list(range(2, SCHEMA_VERSION + 1))
