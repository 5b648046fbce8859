"""Tests with processes that are killed at any moment: what was acknowledged stays, all is whole.

`BRIEFER_KILLS` names how many times a process that edits is killed; a third as often one that
upgrades, makes backups, or restores one.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from briefer.store import Store
from briefer.store.backups import MOST_KEPT, backup_folder, backups_of, make_backup
from briefer.store.doctor import examine_library
from briefer.store.examine import problems_of
from tests.store.child import labels_after, next_line, start
from tests.store.files import SCHEMA_1, content, names, raw

KILLS = int(os.environ.get("BRIEFER_KILLS", "10"))
ACTORS = 1500

pytestmark = pytest.mark.slow


def kill(process: subprocess.Popen[str]) -> list[str]:
    """Kill a process without warning; return the lines that it told and nobody has read."""
    process.kill()
    assert process.stdout is not None
    # `communicate` reads past what `readline` has taken in already, lines that nobody saw yet.
    told = process.stdout.read()
    process.stdout.close()
    process.wait(timeout=30)
    return told.split()


def own_labels(path: Path) -> dict[str, str]:
    """Return the labels of the records that processes added, by id; all must be readable."""
    with Store.open(path) as store:
        return {record.id: record.label for record in store.all() if record.origin == "user"}


def test_killed_while_editing(path: Path) -> None:
    """Every acknowledged change is there, at most the one in flight is lost, the file is sound."""
    chance = random.Random(2026)
    expected: dict[str, str] = {}
    for number in range(KILLS):
        process = start("change", path, f"k{number}")
        done = chance.randrange(12)
        for step in range(done):
            assert next_line(process) == str(step)
        time.sleep(chance.uniform(0, 0.03))
        done += len(kill(process))
        # Readers come first: they may not roll back what was in flight, and see it rolled back.
        assert problems_of(path) == ()
        with Store.open(path, read_only=True) as store:
            seen = {record.id: record.label for record in store.all() if record.origin == "user"}
        there = own_labels(path)
        assert seen == there
        possible = [{**expected, **labels_after(done + n, f"k{number}")} for n in (0, 1)]
        assert there in possible
        # An empty journal may stay until the next change.
        assert set(names(path.parent)) <= {"store.sqlite", "store.sqlite-journal"}
        expected = there
    with Store.open(path) as store:
        store.attach_text("source/report", "The text of a report.", name="report.txt")
    assert names(path.parent) == ["store.sqlite"]
    assert len(expected) > KILLS
    assert examine_library(path).count("error") == 0


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Return a store of the first schema with so many actors that its upgrade takes a while."""
    target = tmp_path / "old" / "store.sqlite"
    target.parent.mkdir()
    shutil.copyfile(SCHEMA_1, target)
    with raw(target) as connection:
        connection.execute("BEGIN")
        columns = [name for _, name, *_ in connection.execute("PRAGMA table_info(actor)")]
        values = ", ".join(f'"{name}"' for name in columns[1:])
        for number in range(ACTORS):
            connection.execute(
                f"INSERT INTO actor SELECT ?, {values} FROM actor WHERE id = 'actor/mexico'",
                (f"actor/more-{number:05}",),
            )
            connection.execute(
                "INSERT INTO records (id, type) VALUES (?, 'actor')", (f"actor/more-{number:05}",)
            )
        connection.execute("COMMIT")
    return target


def test_killed_while_upgrading(old: Path, tmp_path: Path) -> None:
    """The store is the old one or the new one, never something between; backups are whole."""
    chance = random.Random(2)
    before = content(old)
    new = tmp_path / "new" / "store.sqlite"
    new.parent.mkdir()
    shutil.copyfile(old, new)
    begin = time.monotonic()
    Store.open(new).close()
    lasts = time.monotonic() - begin
    after = content(new)
    upgraded = 0
    for number in range(max(KILLS // 3, 4)):
        target = tmp_path / f"{number}" / "store.sqlite"
        target.parent.mkdir()
        shutil.copyfile(old, target)
        process = start("upgrade", target)
        time.sleep(chance.uniform(0, 1.3 * lasts))
        done = kill(process) == ["done"]
        upgraded += done
        assert problems_of(target) == ()
        # Whoever looks without Briefer rolls back what was in flight.
        found = content(target)
        assert found == after if done else found in (before, after)
        for backup in backups_of(target):
            assert problems_of(backup) == ()
            assert content(backup) == before
        assert found == before or backups_of(target)
        Store.open(target).close()
        assert content(target) == after
        assert names(target.parent) == ["backups", "store.sqlite"]
    assert upgraded < max(KILLS // 3, 4)


def test_killed_while_backing_up(old: Path) -> None:
    """Every backup there is whole, those acknowledged among them; the store is as it was."""
    chance = random.Random(3)
    before = old.read_bytes()
    for _ in range(max(KILLS // 3, MOST_KEPT)):
        process = start("back_up", old)
        told = [next_line(process) for _ in range(chance.randrange(3))]
        time.sleep(chance.uniform(0, 0.05))
        told += kill(process)
        found = backups_of(old)
        assert {backup.name for backup in found} >= set(told[-MOST_KEPT:])
        assert len(found) <= MOST_KEPT + 1
        for backup in found:
            assert problems_of(backup) == ()
    assert old.read_bytes() == before
    assert names(old.parent) == ["backups", "store.sqlite"]
    folder = backup_folder(old)
    make_backup(old, folder)
    assert names(folder) == sorted(backup.name for backup in backups_of(old))
    assert len(backups_of(old)) == MOST_KEPT


def test_killed_while_restoring(path: Path) -> None:
    """At every moment there is a sound store in its place; each one replaced is kept."""
    chance = random.Random(4)
    before = content(path)
    make_backup(path, backup_folder(path))
    kept: set[str] = set()
    for _ in range(max(KILLS // 3, 4)):
        process = start("restore", path)
        told = [next_line(process) for _ in range(chance.randrange(3))]
        time.sleep(chance.uniform(0, 0.05))
        kept |= {*told, *kill(process)}
        assert problems_of(path) == ()
        assert content(path) == before
        assert kept <= set(names(path.parent))
    for name in kept:
        assert content(path.with_name(name)) == before
