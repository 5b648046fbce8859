"""Tests of examining a file: soundness is seen, damage is told, the file is left alone."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from briefer import paths
from briefer.errors import StoreError
from briefer.store import Store
from briefer.store.examine import QUICK_BYTES, is_small, problems_beside, problems_of
from tests.store.files import SCHEMA_1, SCHEMA_2, names, raw, scribble


def test_sound_stores_have_no_problems(path: Path) -> None:
    """A fresh store, the bundled one and an older one are sound."""
    for store in (path, paths.bundled_store(), SCHEMA_1, SCHEMA_2):
        assert problems_of(store) == ()


def test_overwritten_pages_are_told(path: Path) -> None:
    """Damage in the middle is found although the store opens; nothing is written."""
    scribble(path)
    before = path.read_bytes()
    problems = problems_of(path)
    assert problems
    assert all("damaged" in problem for problem in problems)
    assert path.read_bytes() == before
    assert names(path.parent) == [path.name]


@pytest.mark.parametrize("content", [b"", b"text that is no database" * 99])
def test_what_is_no_database_is_damaged(tmp_path: Path, content: bytes) -> None:
    """An empty file, or text, in the place of a store."""
    path = tmp_path / "store.sqlite"
    path.write_bytes(content)
    (problem,) = problems_of(path)
    assert "is no Briefer library, or is damaged" in problem


def test_a_truncated_store_is_damaged(path: Path) -> None:
    """The end of the file was lost."""
    path.write_bytes(path.read_bytes()[:20_000])
    assert problems_of(path)


def test_a_missing_table_is_named(path: Path) -> None:
    """A file that SQLite finds sound may still be no whole store."""
    with raw(path) as connection:
        connection.execute("DROP TABLE links")
    assert problems_of(path) == ("The table 'links' is missing.",)


def test_what_cannot_be_said_is_raised(tmp_path: Path, path: Path) -> None:
    """A missing file, a newer store and another program's database are no damage."""
    with pytest.raises(StoreError, match="There is no library"):
        problems_of(tmp_path / "none.sqlite")
    with raw(tmp_path / "other.sqlite") as connection:
        connection.execute("CREATE TABLE records (id)")
    with pytest.raises(StoreError, match="no Briefer library"):
        problems_of(tmp_path / "other.sqlite")
    with raw(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="newer Briefer"):
        problems_of(path)


def test_small_stores_are_examined_at_once(path: Path, tmp_path: Path) -> None:
    """The bundled library is small; a file beyond the limit is not."""
    assert is_small(path)
    assert is_small(paths.bundled_store())
    large = tmp_path / "large.sqlite"
    with large.open("wb") as file:
        file.truncate(QUICK_BYTES + 1)
    assert not is_small(large)


def test_a_store_examined_can_be_written_at_once(path: Path) -> None:
    """Examining leaves no lock."""
    with Store.open(path) as store:
        assert problems_of(path) == ()
        store.reindex()


def test_a_store_in_use_is_examined_without_a_lock(path: Path) -> None:
    """Somebody else may write while it is read to its end; soundness is seen nevertheless."""
    written: list[int] = []

    def write() -> bool:
        if not written:
            with sqlite3.connect(path, timeout=0) as other:
                other.execute("DELETE FROM links")
            other.close()
            written.append(1)
        return False

    assert problems_beside(path, write, steps=1) == ()
    assert written


def test_damage_of_a_store_in_use_is_told(path: Path) -> None:
    """Where nobody wrote meanwhile, and also where somebody seems to do so all the time."""
    scribble(path)
    found = problems_beside(path)
    assert found == problems_of(path) != ()
    path.with_name(f"{path.name}-wal").write_bytes(b"")
    assert problems_beside(path) == found


def test_an_examination_can_be_stopped(path: Path) -> None:
    """Whoever closes the window does not wait for it."""
    with raw(path) as connection:
        connection.execute("DROP TABLE links")
    assert problems_beside(path)
    assert problems_beside(path, lambda: True, steps=1) == ()
