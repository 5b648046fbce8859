"""Tests of backups: whole, checked, ten of them; restoring keeps what was there."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import os
import shutil
import sqlite3
import threading
import time
from pathlib import Path

import pytest

from briefer.errors import DamageError, StoreError
from briefer.store import Store
from briefer.store.backups import (
    MOST_KEPT,
    backup_due,
    backup_folder,
    backups,
    backups_of,
    make_backup,
    make_copy,
    time_of,
)
from briefer.store.clock import Clock
from briefer.whole import made_in
from tests.store.files import NOON, at_noon, content, names, raw, scribble
from tests.store.library import MEXICO


def minutes_later(minutes: int) -> Clock:
    """Return a clock that stands some minutes after noon."""
    return lambda: NOON + datetime.timedelta(minutes=minutes)


def test_a_backup_is_the_store_under_the_time(path: Path) -> None:
    """Its name tells when it was made, in UTC, whatever the clock's zone."""
    zone = datetime.timezone(datetime.timedelta(hours=5))
    made = make_backup(path, backup_folder(path), lambda: NOON.astimezone(zone))
    assert made == path.parent / "backups" / "store-20261122T120000Z.sqlite"
    assert time_of(made) == NOON
    assert content(made) == content(path)
    with Store.open(made, read_only=True) as store:
        assert store.get(MEXICO.id) == MEXICO
    assert names(made.parent) == [made.name]


def test_the_newest_ten_are_kept(path: Path) -> None:
    """Backups are listed newest first; older ones go, other files in the folder stay."""
    folder = backup_folder(path)
    folder.mkdir()
    (folder / "notes.txt").touch()
    (folder / "other-20200101T000000Z.sqlite").touch()
    for minute in range(MOST_KEPT + 3):
        make_backup(path, folder, minutes_later(minute))
    found = backups(folder)
    assert [time_of(one).minute for one in found] == list(range(12, 2, -1))
    assert {"notes.txt", "other-20200101T000000Z.sqlite"} < set(names(folder))


@pytest.mark.parametrize(("room", "kept"), [(0, 2), (1, 2), (3, 3), (3.5, 3), (6, 6), (99, 7)])
def test_backups_of_a_large_library_take_limited_room(path: Path, room: float, kept: int) -> None:
    """As many stay as have room, the newest; never fewer than two."""
    folder = backup_folder(path)
    made = [make_backup(path, folder, minutes_later(minute)) for minute in range(6)]
    size = made[0].stat().st_size
    last = make_backup(path, folder, minutes_later(9), most_bytes=int(room * size))
    assert backups_of(path) == tuple(reversed([*made, last]))[:kept]


def test_two_in_one_second_are_two(path: Path) -> None:
    """No backup overwrites another; more than nine in a second stand in their order too."""
    made = [make_backup(path, backup_folder(path), at_noon) for _ in range(11)]
    assert len(set(made)) == 11
    assert backups_of(path) == tuple(reversed(made[1:]))


def test_a_clock_set_back_costs_no_backup(path: Path) -> None:
    """The copy just made stays, although its name tells an earlier time than all others."""
    for minute in range(MOST_KEPT):
        make_backup(path, backup_folder(path), minutes_later(minute))
    made = make_backup(path, backup_folder(path), minutes_later(-60))
    assert made in backups_of(path)


def test_a_damaged_store_drives_no_backup_out(path: Path) -> None:
    """What is damaged is not kept as a backup; those there are stay."""
    for minute in range(MOST_KEPT):
        make_backup(path, backup_folder(path), minutes_later(minute))
    before = backups_of(path)
    scribble(path)
    with pytest.raises(DamageError, match="damaged"):
        make_backup(path, backup_folder(path))
    assert backups_of(path) == before
    assert names(backup_folder(path)) == sorted(one.name for one in before)


def test_a_backup_is_whole_while_another_writes(path: Path, tmp_path: Path) -> None:
    """Two tables that always change together are never seen apart in a copy."""
    with raw(path) as connection:
        connection.execute("CREATE TABLE one (n)")
        connection.execute("CREATE TABLE two (n)")
        connection.execute("INSERT INTO one VALUES (0)")
        connection.execute("INSERT INTO two VALUES (0)")
    stop = threading.Event()

    def write() -> None:
        with contextlib.closing(sqlite3.connect(path, isolation_level=None, timeout=30)) as other:
            while not stop.is_set():
                other.execute("BEGIN IMMEDIATE")
                other.execute("UPDATE one SET n = n + 1")
                other.execute("UPDATE two SET n = n + 1")
                other.execute("COMMIT")
                time.sleep(0.003)  # SQLite lets nobody in between who never pauses

    writer = threading.Thread(target=write)
    writer.start()
    try:
        copies = [make_backup(path, tmp_path / "kept") for _ in range(8)]
    finally:
        stop.set()
        writer.join()
    counts = []
    for copy in copies:
        with raw(copy) as connection:
            (one,), (two,) = connection.execute("SELECT n FROM one UNION ALL SELECT n FROM two")
        assert one == two
        counts.append(one)
    assert counts[-1] > counts[0]


def test_a_store_that_stays_locked_is_told(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Waiting has an end, and nothing is left in the folder."""
    monkeypatch.setattr("briefer.store.copying.LOCK_TIMEOUT", 0.1)
    with raw(path) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="in use by another program"):
            make_backup(path, tmp_path / "kept")
    assert names(tmp_path / "kept") == []


def test_a_folder_that_cannot_be_made_is_told(path: Path, tmp_path: Path) -> None:
    """A file in the way of the folder is named."""
    (tmp_path / "kept").touch()
    with pytest.raises(StoreError, match="No backup can be written to .*kept"):
        make_backup(path, tmp_path / "kept")


def test_a_store_in_wal_mode_is_copied_as_a_plain_one(path: Path, tmp_path: Path) -> None:
    """What another tool left beside the store is in the copy, which is one file again."""
    with raw(path) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("UPDATE actor SET name = 'Mexiko' WHERE id = 'actor/mexico'")
        made = make_backup(path, tmp_path / "kept")
    with Store.open(made, read_only=True) as store:
        assert store.get(MEXICO.id).label == "Mexiko"
    assert names(made.parent) == [made.name]


def test_what_a_killed_process_left_goes_with_the_next_backup(path: Path) -> None:
    """A half-made copy is removed by a later backup, one that is being made is not."""
    folder = backup_folder(path)
    with made_in(folder) as making:
        making.write_bytes(b"half")
        left = folder / f"{making.parent.name[:17]}{'0' * 24}.part"
        shutil.copytree(making.parent, left)
        made = make_backup(path, folder)
        assert names(folder) == sorted([making.parent.name, made.name])
    assert names(folder) == [made.name]


def test_a_copy_goes_where_it_is_wanted_and_replaces_nothing(path: Path, tmp_path: Path) -> None:
    """`make_copy` refuses a name that is taken."""
    target = tmp_path / "deep" / "copy.sqlite"
    make_copy(path, target)
    assert content(target) == content(path)
    with pytest.raises(StoreError, match="exists already"):
        make_copy(path, target)
    assert names(target.parent) == ["copy.sqlite"]


def test_when_a_backup_is_due(path: Path) -> None:
    """After a change, and not twice a day; a library that nobody ever changed needs none."""
    assert not backup_due(path)
    with Store.open(path) as store:
        store.save(dataclasses.replace(MEXICO, note="Changed"))
    assert backup_due(path)
    made = time_of(make_backup(path, backup_folder(path)))
    tomorrow = made + datetime.timedelta(hours=25)
    os.utime(path, (made.timestamp() - 60, made.timestamp() - 60))
    assert not backup_due(path, lambda: tomorrow)
    os.utime(path, (made.timestamp() + 60, made.timestamp() + 60))
    assert backup_due(path, lambda: tomorrow)
    assert not backup_due(path, lambda: made + datetime.timedelta(hours=2))


def test_other_files_are_no_backups(path: Path) -> None:
    """A name that only looks like ours is neither listed nor removed."""
    folder = backup_folder(path)
    folder.mkdir()
    for name in ("store-20261399T000000Z.sqlite", "store-20260101T000000Z.sqlite.txt", "store-"):
        (folder / name).touch()
    assert backups(folder) == ()
    made = make_backup(path, folder, at_noon)
    assert backups(folder) == (made,)
    assert len(names(folder)) == 4
