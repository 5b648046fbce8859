"""A library whose change was cut off in the middle of its last writes: sound to whoever looks."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from briefer import paths
from briefer.store import Store
from briefer.store.examine import problems_of
from tests.store.files import raw

_COUNT, _CHANGES, _VALID_FOR = 28, 24, 92
"""Where the first page tells how many pages there are, and since which change that holds."""
_ROWS = 2000


@pytest.fixture
def cut_off(tmp_path: Path) -> Path:
    """Return a library that lies as a kill leaves it while its last change is written.

    The first page says already how long the file is to become, and the last pages are missing.
    """
    working, path = tmp_path / "working.sqlite", tmp_path / "store.sqlite"
    shutil.copyfile(paths.bundled_store(), working)
    with raw(working) as connection:
        connection.execute("PRAGMA cache_size = 10")  # so that pages are written before the end
        connection.execute("BEGIN")
        connection.executemany(
            "INSERT INTO texts VALUES (?, 'name', ?, '2026-11-22')",
            ((f"source/{number}", "words " * 300) for number in range(_ROWS)),
        )
        for ending in ("", "-journal"):
            shutil.copyfile(f"{working}{ending}", f"{path}{ending}")
        connection.execute("ROLLBACK")
    with path.open("r+b") as file:
        size = path.stat().st_size // 4096
        changes = int.from_bytes(file.read(100)[_CHANGES : _CHANGES + 4], "big") + 1
        for place, number in ((_COUNT, size + 7), (_CHANGES, changes), (_VALID_FOR, changes)):
            file.seek(place)
            file.write(number.to_bytes(4, "big"))
    return path


def test_whoever_may_only_read_sees_what_was_before(cut_off: Path) -> None:
    """Nobody is told of damage; the records are there, and nothing of the change is."""
    before = cut_off.read_bytes()
    assert problems_of(cut_off) == ()
    with (
        Store.open(cut_off, read_only=True) as store,
        Store.open(paths.bundled_store(), read_only=True) as bundled,
    ):
        assert store.count() == bundled.count()
        assert store.all() == bundled.all()
        assert store.text_of("source/1") is None
    assert cut_off.read_bytes() == before, "a reader writes nothing"


def test_whoever_may_write_takes_the_change_back(cut_off: Path) -> None:
    """The next one who opens it for writing has the library as it was."""
    with Store.open(cut_off) as store:
        assert store.count()
    assert problems_of(cut_off) == ()
    assert not cut_off.with_name("store.sqlite-journal").exists()
