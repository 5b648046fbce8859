"""What strangers put beside a library: nothing of it reaches another file, or is waited for."""

from __future__ import annotations

import os
import shutil
import sqlite3
import struct
from contextlib import closing
from pathlib import Path

import pytest

from briefer.errors import DamageError, StoreError
from briefer.records import Event
from briefer.store import Store
from briefer.store.examine import problems_of
from briefer.store.restoring import restore_backup
from tests.fuzz.other_seeds import stores

MAGIC = bytes.fromhex("d9d505f920a163d7")
ONES = (2, 1, 1, 0, 0, 1)
"""How many events, actors, statements, statistics, relations and sources the library has."""

posix = pytest.mark.skipif(os.name == "nt", reason="links and pipes are made otherwise there")
for_both = pytest.mark.parametrize("read_only", [True, False])


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Return a small library in a folder of its own."""
    path = tmp_path / "library" / "store.sqlite"
    path.parent.mkdir()
    path.write_bytes(stores()["store.sqlite"])
    return path


def journal(library: Path, *, names: str = "", pages: int = 0) -> Path:
    """Write a journal as SQLite does, of one page; it `names` one of several libraries."""
    data = library.read_bytes()
    size = int.from_bytes(data[16:18], "big")
    pages, page = pages or len(data) // size, data[:size]
    total = 1 + sum(page[at] for at in range(size - 200, 0, -200))
    head = MAGIC + struct.pack(">IIIII", 1, 1, pages, 512, size)
    made = head.ljust(512, b"\0") + struct.pack(">I", 1) + page + struct.pack(">I", total)
    if name := names.encode():
        made += struct.pack(">I", 2**30 // size + 1) + name
        made += struct.pack(">II", len(name), sum(name)) + MAGIC
    path = library.with_name("store.sqlite-journal")
    path.write_bytes(made)
    return path


def counts(library: Path, *, read_only: bool) -> tuple[int, ...]:
    """Open a library and return how many records of each type it has."""
    with Store.open(library, read_only=read_only) as store:
        return tuple(store.count().values())


@for_both
def test_a_journal_that_names_another_file_is_refused(library: Path, read_only: bool) -> None:
    """SQLite takes a file so named for the journal of several libraries, and removes it."""
    letter = library.parent.parent / "letter.docx"
    letter.write_bytes(b"dear\0sir\0")
    hostile = journal(library, names=str(letter))
    with pytest.raises(DamageError, match="store.sqlite-journal beside it names another file"):
        counts(library, read_only=read_only)
    assert letter.read_bytes() == b"dear\0sir\0"
    assert hostile.exists()


@for_both
def test_a_journal_of_one_change_is_still_taken_back(library: Path, read_only: bool) -> None:
    """What a program that was stopped leaves is no attack."""
    left = journal(library)
    assert counts(library, read_only=read_only) == ONES
    assert left.exists() is read_only


@for_both
def test_a_journal_that_promises_terabytes_is_refused(library: Path, read_only: bool) -> None:
    """The library would be made that long, and a copy of it in memory."""
    size = library.stat().st_size
    journal(library, pages=2**31)
    with pytest.raises(DamageError, match="larger than there is"):
        counts(library, read_only=read_only)
    assert library.stat().st_size == size


@posix
@for_both
@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
@pytest.mark.parametrize("kind", ["pipe", "link", "dangling link", "folder", "device"])
def test_what_is_no_file_beside_a_library_is_neither_followed_nor_waited_for(
    library: Path, ending: str, kind: str, read_only: bool
) -> None:
    """Nobody ever writes into the pipe; what the link leads to stays as it is, or is not made."""
    beside, letter = library.with_name(f"store.sqlite{ending}"), library.parent / "letter"
    if kind == "pipe":
        os.mkfifo(beside)
    elif kind == "folder":
        beside.mkdir()
    else:
        beside.symlink_to("/dev/zero" if kind == "device" else letter)
    if kind == "link":
        letter.write_bytes(b"dear sir")
    with pytest.raises(DamageError, match="no ordinary file"):
        counts(library, read_only=read_only)
    assert os.path.lexists(beside)
    assert not letter.exists() or letter.read_bytes() == b"dear sir"


@for_both
@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
def test_noise_beside_a_library_changes_nothing(
    library: Path, ending: str, read_only: bool
) -> None:
    """A journal without its mark and a log without its own are not believed."""
    for noise in (b"\0", b"x" * 700, MAGIC + b"\xff" * 20, b"\x37\x7f\x06\x82" + b"\xff" * 60_000):
        library.with_name(f"store.sqlite{ending}").write_bytes(noise)
        try:
            assert counts(library, read_only=read_only) == ONES
        except StoreError:
            assert problems_of(library)


@posix
def test_a_link_to_a_library_is_the_library_with_what_is_beside_that(library: Path) -> None:
    """SQLite looks beside the file itself; a log there is read, a journal there is judged."""
    link = library.parent.parent / "mine.sqlite"
    link.symlink_to(library)
    assert counts(link, read_only=False) == counts(link, read_only=True) == ONES
    with closing(sqlite3.connect(library)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("UPDATE event SET title = 'Changed in the log'")
        other.commit()
        with Store.open(link, read_only=True) as store:
            titles = {event.title for event in store.all("event") if isinstance(event, Event)}
            assert titles == {"Changed in the log"}
    journal(library, names="/nowhere")
    with pytest.raises(DamageError, match="names another file"):
        counts(link, read_only=True)


@posix
@for_both
@pytest.mark.parametrize("kind", ["pipe", "folder", "device", "circle", "nothing"])
def test_what_is_no_library_is_refused_at_once(tmp_path: Path, kind: str, read_only: bool) -> None:
    """A pipe in the place of a library is not waited for, a device not read."""
    path = tmp_path / "store.sqlite"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to({"device": "/dev/zero", "circle": path.name}.get(kind, "gone"))
    with pytest.raises(StoreError, match="store.sqlite"):
        counts(path, read_only=read_only)


def test_a_backup_helps_against_a_hostile_journal(library: Path, tmp_path: Path) -> None:
    """The library is set aside with its journal, as damaged ones are."""
    backup = tmp_path / "backup.sqlite"
    shutil.copyfile(library, backup)
    letter = tmp_path / "letter"
    letter.write_bytes(b"dear sir")
    journal(library, names=str(letter))
    assert "names another file" in problems_of(library)[0]
    aside = restore_backup(backup, library)
    assert aside is not None
    assert ".damaged-" in aside.name
    assert counts(library, read_only=False) == ONES
    assert letter.exists()
