"""Tests of opening: each way a file can be wrong is told with the file and the next step."""

from __future__ import annotations

import contextlib
import dataclasses
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from briefer.errors import DamageError, StoreError
from briefer.store import Store, build_store
from briefer.store.connect import SCHEMA_VERSION
from tests.store.library import MEXICO


def refused(path: Path, *, timeout: float = 0.05) -> str:
    """Return the message with which opening a file is refused."""
    with pytest.raises(StoreError) as raised:
        Store.open(path, timeout=timeout)
    assert str(path) in raised.value.message
    assert raised.value.hint
    return raised.value.message


def test_a_missing_file(tmp_path: Path) -> None:
    """A path without a file is told, and none is made."""
    assert "There is no library" in refused(tmp_path / "none.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_a_folder(tmp_path: Path) -> None:
    """A folder is no library."""
    assert "is a folder" in refused(tmp_path)


@pytest.mark.parametrize("content", [b"", b"short", b"A plain text file, long enough. " * 99])
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes) -> None:
    """Text, or nothing at all, is no library."""
    path = tmp_path / "text.sqlite"
    path.write_bytes(content)
    assert "is no Briefer library" in refused(path)
    assert path.read_bytes() == content


def test_a_truncated_store(path: Path) -> None:
    """A store of which the end was lost is damaged."""
    path.write_bytes(path.read_bytes()[:20_000])
    assert "is damaged" in refused(path)


def test_a_scribbled_store(path: Path) -> None:
    """A store whose pages were overwritten says so when it is opened or when they are read."""
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    for read_only in (True, False):
        with (
            pytest.raises(DamageError, match="is damaged"),
            Store.open(path, read_only=read_only) as store,
        ):
            store.all()


def test_a_database_of_another_program(tmp_path: Path) -> None:
    """A SQLite file without our mark is refused."""
    path = tmp_path / "other.sqlite"
    with contextlib.closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE records (id)")
    assert "no Briefer library" in refused(path)


def test_a_newer_store(path: Path) -> None:
    """A store of a later schema asks for an update of Briefer."""
    with contextlib.closing(sqlite3.connect(path)) as later:
        later.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    assert "made by a newer Briefer" in refused(path)


def test_a_store_locked_by_another_program(path: Path) -> None:
    """A lock that does not go away is told; afterwards the store opens."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert "in use by another program" in refused(path)
        other.execute("ROLLBACK")
        Store.open(path).close()


def test_saving_while_another_program_writes(path: Path) -> None:
    """A save that cannot get its turn is told, and changes nothing."""
    with (
        Store.open(path, timeout=0.05) as store,
        contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="in use by another program"):
            store.save(dataclasses.replace(MEXICO, name="United Mexican States"))
        other.execute("ROLLBACK")
        assert store.get(MEXICO.id) == MEXICO
        store.save(dataclasses.replace(MEXICO, name="United Mexican States"))


def test_reading_only_writes_nothing_even_beside_the_file(path: Path) -> None:
    """A store opened for reading stays as it is, byte for byte, with nothing beside it."""
    before, stamp = path.read_bytes(), path.stat().st_mtime_ns
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        with Store.open(path, read_only=True) as store:
            store.search("mexico")
            store.gather(["event/extradition"])
            assert [file.name for file in path.parent.iterdir()] == [path.name]
    finally:
        path.parent.chmod(0o755)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, stamp)


@pytest.mark.parametrize(
    "change",
    [
        lambda store: store.save(MEXICO),
        lambda store: store.add(MEXICO),
        lambda store: store.delete(MEXICO.id),
        lambda store: store.restore(MEXICO.id, revision=1),
        lambda store: store.duplicate(MEXICO.id),
        lambda store: store.merge(MEXICO.id, "actor/leader"),
        lambda store: store.attach_text("source/note", "Words", name="note.txt"),
        lambda store: store.detach_text("source/note"),
        lambda store: store.reindex(),
    ],
)
def test_a_store_open_for_reading_takes_no_change(
    path: Path, change: Callable[[Store], object]
) -> None:
    """Every change is refused with the reason."""
    with (
        Store.open(path, read_only=True) as store,
        pytest.raises(StoreError, match="reading only"),
    ):
        change(store)


def test_a_store_in_wal_mode_is_read_without_helpers(path: Path) -> None:
    """Even a store that another tool left in WAL mode gets no file beside it when read."""
    with contextlib.closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
    with Store.open(path, read_only=True) as store:
        assert store.get(MEXICO.id) == MEXICO
        assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_odd_names(library: Path, tmp_path: Path) -> None:
    """Blanks, question marks and hashes in a path are only letters of it."""
    path = tmp_path / "a b?mode=ro#x%20ü" / "store.sqlite"
    build_store(library, path)
    with Store.open(path) as store:
        kept = store.save(dataclasses.replace(MEXICO, name="United Mexican States"))
        assert store.get(MEXICO.id) == kept


def test_a_record_that_was_damaged_by_hand_is_named(path: Path) -> None:
    """A row that holds no record names its id."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("UPDATE actor SET actor_type = 'planet' WHERE id = 'actor/mexico'")
        other.execute("UPDATE event SET actors = '[{' WHERE id = 'event/extradition'")
    with Store.open(path) as store:
        for ref in ("actor/mexico", "event/extradition"):
            with pytest.raises(StoreError, match=f"{ref}.*damaged"):
                store.get(ref)
