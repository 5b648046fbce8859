"""Tests of building a store from text, and of the user's own copy."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from pathlib import Path

import pytest

from briefer.errors import PackError, StoreError
from briefer.store import Store, build_store, ensure_user_store
from briefer.store.backups import backup_folder, make_backup
from tests.store.library import MEXICO, RECORDS


def test_the_same_text_gives_the_same_bytes(library: Path, tmp_path: Path) -> None:
    """Two builds a second apart are one and the same file."""
    build_store(library, tmp_path / "one.sqlite")
    time.sleep(1.1)
    build_store(library, tmp_path / "two.sqlite")
    assert (tmp_path / "one.sqlite").read_bytes() == (tmp_path / "two.sqlite").read_bytes()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["one.sqlite", "two.sqlite"]


def test_a_build_replaces_the_old_store(library: Path, tmp_path: Path) -> None:
    """An existing store is replaced whole."""
    target = tmp_path / "store.sqlite"
    with Store.create(target) as store:
        store.load([MEXICO])
    build_store(library, target)
    with Store.open(target) as store:
        assert len(store.all()) == len(RECORDS)


def test_wrong_text_leaves_the_old_store(path: Path, tmp_path: Path) -> None:
    """A build that fails touches nothing."""
    before = path.read_bytes()
    wrong = tmp_path / "wrong"
    wrong.mkdir()
    (wrong / "events.json").write_text('[\n {"id": "event/x",}\n]', encoding="utf-8")
    with pytest.raises(PackError, match=r"events\.json, line 2"):
        build_store(wrong, path)
    assert path.read_bytes() == before


def test_a_target_that_cannot_be_written_is_named(library: Path, tmp_path: Path) -> None:
    """A file where a folder should be is told with the target."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be written"):
        build_store(library, tmp_path / "file" / "store.sqlite")
    (tmp_path / "folder.sqlite").mkdir()
    with pytest.raises(StoreError, match=r"folder\.sqlite cannot be written"):
        build_store(library, tmp_path / "folder.sqlite")


def test_a_built_store_tells_no_time(path: Path) -> None:
    """What the store says of itself is the digest of its text."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        said = connection.execute("SELECT name, length(value) FROM meta").fetchall()
    assert said == [("library", 64)]


def test_the_first_run_copies_the_bundled_store(path: Path, tmp_path: Path) -> None:
    """The copy is the user's to write; the bundled one stays, read-only as it was."""
    before = path.read_bytes()
    path.chmod(0o444)
    target = tmp_path / "user" / "store.sqlite"
    assert ensure_user_store(path, target)
    with Store.open(target) as store:
        store.delete(MEXICO.id, force=True)
    assert not ensure_user_store(path, target)
    with Store.open(target) as store:
        assert store.get_many([MEXICO.id]) == {}
    assert path.read_bytes() == before
    assert [file.name for file in target.parent.iterdir()] == ["store.sqlite"]


def test_a_missing_bundled_store_leaves_no_copy(tmp_path: Path) -> None:
    """Without the bundled store nothing is made in the user's place."""
    with pytest.raises(StoreError, match="There is no library"):
        ensure_user_store(tmp_path / "none.sqlite", tmp_path / "user" / "store.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_a_lost_store_is_not_replaced_in_silence(path: Path, tmp_path: Path) -> None:
    """Where backups tell of a store that is gone, no copy takes its place."""
    target = tmp_path / "user" / "store.sqlite"
    make_backup(path, backup_folder(target))
    with pytest.raises(StoreError, match="is gone.*backup --restore latest"):
        ensure_user_store(path, target)
    assert not target.exists()
