"""Two processes on one store, and places that cannot be written: nobody's change is lost."""

from __future__ import annotations

import contextlib
import dataclasses
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefer.errors import ConflictError, StoreError
from briefer.records import Actor
from briefer.store import Store
from briefer.store.backups import backup_due, make_backup
from briefer.store.doctor import examine_library
from briefer.store.examine import problems_of
from tests.store.child import CITED, ROOT, start
from tests.store.files import content, names, raw
from tests.store.library import MEXICO

MEGABYTE = 1024 * 1024


@pytest.mark.slow
def test_two_processes_edit_at_once(path: Path) -> None:
    """A hundred records from each, each added and changed: all are there, and found."""
    words = ("first", "second")
    processes = [start("count", path, word) for word in words]
    for process in processes:
        process.communicate(timeout=120)
        assert process.returncode == 0
    with Store.open(path) as store:
        for word in words:
            for number in range(100):
                record = store.get(f"actor/{word}-{number}")
                assert isinstance(record, Actor)
                assert (record.aliases, record.revision) == ((f"{word} {number}",), 2)
                assert record.changed_by == word
            assert store.search(word).total == 100
    assert examine_library(path).count("error") == 0
    assert names(path.parent) == ["store.sqlite"]


def test_a_window_sees_what_another_changed(path: Path) -> None:
    """What one saves the other finds at once; on the same record the later one is told."""
    with Store.open(path) as one, Store.open(path) as other:
        assert one.search("zanzibar").total == other.search("zanzibar").total == 0
        mine = other.get(MEXICO.id)
        one.save(dataclasses.replace(MEXICO, note="Zanzibar"), by="one")
        assert other.search("zanzibar").total == 1
        with pytest.raises(ConflictError):
            other.save(dataclasses.replace(mine, note="Lost"), by="other")
        assert one.get(MEXICO.id).note == other.get(MEXICO.id).note == "Zanzibar"


LOCKED = """
import contextlib, sqlite3, sys
with contextlib.closing(sqlite3.connect(sys.argv[1], timeout=0.1, isolation_level=None)) as other:
    try:
        other.execute("BEGIN IMMEDIATE")
        print("free")
    except sqlite3.OperationalError as error:
        print(error)
"""


def test_looking_at_a_store_takes_no_lock_away(path: Path, tmp_path: Path) -> None:
    """A change in this process stays alone with the store while other threads read the file.

    On POSIX systems, closing any plain file would end all locks that the process has on it.
    """

    def other_process() -> str:
        done = subprocess.run(
            [sys.executable, "-c", LOCKED, str(path)],
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        return done.stdout.strip()

    assert other_process() == "free"
    with raw(path) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE meta SET value = 'changed'")
        assert problems_of(path) == ()
        make_backup(path, tmp_path / "kept")
        backup_due(path)
        examine_library(path)
        Store.open(path, read_only=True).close()
        Store.open(path).close()
        assert other_process() == "database is locked"
        connection.execute("COMMIT")
    assert other_process() == "free"


def test_a_store_keeps_to_the_safe_modes(path: Path) -> None:
    """A rollback journal, no WAL, and every change on the disk before it is acknowledged."""
    with raw(path) as other:
        other.execute("PRAGMA journal_mode = WAL")
    with Store.open(path) as store:
        store.save(dataclasses.replace(MEXICO, note="Changed"))
        (mode,) = store._connection.execute("PRAGMA journal_mode").fetchone()
        (synchronous,) = store._connection.execute("PRAGMA synchronous").fetchone()
    assert (mode, synchronous) == ("delete", 2)
    assert names(path.parent) == ["store.sqlite"]


@pytest.mark.skipif(os.name != "posix", reason="needs a POSIX system")
def test_a_file_that_may_not_grow(path: Path) -> None:
    """A change that does not fit ends in a message, and what was there stays."""
    code = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from briefer.errors import StoreError\n"
        "from briefer.store import Store\n"
        "path = Path(sys.argv[1])\n"
        "store = Store.open(path)\n"
        "limit = path.stat().st_size + 50_000\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))\n"
        "try:\n"
        "    store.attach_text('source/report', 'many words ' * 80_000, name='report.txt')\n"
        "except StoreError as error:\n"
        "    print(error)\n"
        "assert store.text_of('source/report') is None\n"
    )
    before = content(path)
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert str(path) in done.stdout
    assert "cannot be read or written" in done.stdout or "disk is full" in done.stdout
    assert content(path) == before
    assert names(path.parent) == ["store.sqlite"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return the folder of a disk of two megabytes, where one may be made."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    with contextlib.suppress(OSError):
        if subprocess.run(command, capture_output=True, check=False).returncode == 0:
            try:
                yield folder
            finally:
                subprocess.run(["umount", str(folder)], check=True)
            return
    pytest.skip("only root may mount a small disk")


def test_a_full_disk(small_disk: Path, path: Path) -> None:
    """The message says so; what was there stays, and can be changed again once there is room."""
    store_path = small_disk / "store.sqlite"
    store_path.write_bytes(path.read_bytes())
    filler = small_disk / "filler"
    before = content(store_path)
    with Store.open(store_path) as store:
        with contextlib.suppress(OSError), filler.open("wb") as file:
            for _ in range(2 * MEGABYTE // 4096):
                file.write(b"x" * 4096)
                file.flush()
        with pytest.raises(StoreError, match="disk is full|cannot be read or written"):
            store.attach_text("source/report", "many words " * 80_000, name="report.txt")
        filler.unlink()
        assert store.get(MEXICO.id) == MEXICO
        store.save(dataclasses.replace(MEXICO, note="few words"))
    assert content(store_path) != before
    assert examine_library(store_path).count("error") == 0
    assert names(small_disk) == ["store.sqlite"]


def test_a_vanished_file_is_told(path: Path) -> None:
    """A change in a store whose file was deleted is refused, and no empty file appears."""
    with Store.open(path) as store:
        store.count()
        path.unlink()
        with pytest.raises(StoreError, match="moved or deleted"):
            store.save(dataclasses.replace(MEXICO, note="Changed"))
    assert names(path.parent) == []


def test_a_store_that_may_not_be_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite's refusal becomes a message that names the file."""
    with Store.open(path) as store:
        store._connection.execute("PRAGMA query_only = ON")
        monkeypatch.setattr(os, "access", lambda *_: False)
        with pytest.raises(StoreError, match="may not be written.*permissions"):
            store.add(Actor(id="actor/x", name="X", actor_type="person", citations=CITED))
        assert store.get_many(["actor/x"]) == {}


def test_an_error_that_is_a_flaw_is_not_explained_away(path: Path) -> None:
    """A wrong statement is a bug and stays one."""
    with Store.open(path) as store:
        store._connection.execute("DROP TABLE links")
        with pytest.raises(sqlite3.OperationalError, match="no such table"):
            store.gather([MEXICO.id])
