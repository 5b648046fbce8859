"""Tests of restoring: the backup stands in the store's place, what was there is kept."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest

from briefer import whole
from briefer.errors import StoreError
from briefer.store import Store
from briefer.store.backups import backup_folder, make_backup
from briefer.store.examine import problems_of
from briefer.store.restoring import newest_good, restore_backup
from tests.store.files import NOON, at_noon, content, names, raw, scribble


def test_a_damaged_store_is_set_aside_when_a_backup_is_restored(path: Path) -> None:
    """The backup stands in its place, the damaged file is kept to the last byte."""
    before = content(path)
    backup = make_backup(path, backup_folder(path), at_noon)
    scribble(path)
    damaged = path.read_bytes()
    kept = restore_backup(backup, path, at_noon)
    assert kept == path.with_name("store.damaged-20261122T120000Z.sqlite")
    assert kept.read_bytes() == damaged
    assert content(path) == before
    assert backup.exists()
    assert names(path.parent) == ["backups", kept.name, "store.sqlite"]


def test_a_sound_store_is_kept_too(path: Path) -> None:
    """Restoring twice in a second keeps both that were replaced."""
    backup = make_backup(path, backup_folder(path), at_noon)
    with raw(path) as connection:
        connection.execute("UPDATE meta SET value = 'changed'")
    changed = path.read_bytes()
    first = restore_backup(backup, path, at_noon)
    second = restore_backup(backup, path, at_noon)
    assert first == path.with_name("store.replaced-20261122T120000Z.sqlite")
    assert second == path.with_name("store.replaced-20261122T120000Z-2.sqlite")
    assert first is not None
    assert first.read_bytes() == changed


def test_a_journal_goes_with_the_store_it_belongs_to(path: Path) -> None:
    """What SQLite kept beside the old store must not be taken for a part of the new one."""
    backup = make_backup(path, backup_folder(path), at_noon)
    scribble(path)
    journal = path.with_name("store.sqlite-journal")
    journal.write_bytes(b"journal")
    kept = restore_backup(backup, path, at_noon)
    assert kept is not None
    assert not journal.exists()
    assert kept.with_name(kept.name + "-journal").read_bytes() == b"journal"


def test_a_lost_store_is_restored(path: Path) -> None:
    """Where nothing is left, nothing is set aside."""
    backup = make_backup(path, backup_folder(path), at_noon)
    path.unlink()
    assert restore_backup(backup, path) is None
    assert problems_of(path) == ()


def test_a_damaged_backup_is_not_restored(path: Path) -> None:
    """The store in place stays; the newest sound backup is found instead."""
    good = make_backup(path, backup_folder(path), at_noon)
    bad = make_backup(path, backup_folder(path), lambda: NOON + datetime.timedelta(hours=1))
    scribble(bad)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="cannot be restored"):
        restore_backup(bad, path)
    assert path.read_bytes() == before
    assert newest_good(path) == good


def test_a_place_that_cannot_be_written_is_told(path: Path, tmp_path: Path) -> None:
    """A file where a folder should be."""
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be restored"):
        restore_backup(path, tmp_path / "file" / "store.sqlite")


def test_a_window_on_a_replaced_store_is_told(path: Path) -> None:
    """A change in a store that is no longer under its name is refused, not lost in silence."""
    backup = make_backup(path, backup_folder(path), at_noon)
    with Store.open(path) as store:
        store.count()
        restore_backup(backup, path, at_noon)
        with pytest.raises(StoreError, match="moved or deleted"):
            store.reindex()


def test_a_store_that_is_being_changed_is_not_replaced(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody's change in flight is waited for, and told when it does not end."""
    monkeypatch.setattr("briefer.store.restoring.LOCK_TIMEOUT", 0.1)
    backup = make_backup(path, backup_folder(path), at_noon)
    with raw(path) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE meta SET value = 'changed'")
        with pytest.raises(StoreError, match="in use by another program"):
            restore_backup(backup, path, at_noon)
        other.execute("COMMIT")
        assert other.execute("SELECT value FROM meta").fetchall() == [("changed",)]
    assert names(path.parent) == ["backups", "store.sqlite"]


@pytest.mark.parametrize("links", [True, False])
def test_a_restoring_that_fails_undoes_itself(
    path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    """Whether or not files may have two names, the store is back under its own."""
    backup = make_backup(path, backup_folder(path), at_noon)
    scribble(path)
    path.with_name("store.sqlite-journal").write_bytes(b"journal")
    before, beside = path.read_bytes(), names(path.parent)

    def fail(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(whole, "replace", fail)
    if not links:
        monkeypatch.setattr(os, "link", fail)
        with pytest.raises(StoreError, match="cannot be restored: Permission denied"):
            restore_backup(backup, path, at_noon)
    else:
        with pytest.raises(StoreError, match="cannot be restored: Permission denied"):
            restore_backup(backup, path, at_noon)
    assert path.read_bytes() == before
    assert names(path.parent) == beside
