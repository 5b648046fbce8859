"""A library is read while a large change is being made in it."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from briefer.errors import StoreError
from briefer.records import Source
from briefer.store import Store
from tests.builders import make_source

_MANY = 3000
_EVERY = 4000
"""Statements of the change between two looks."""


def test_what_stands_is_found_until_a_large_change_is_whole(tmp_path: Path) -> None:
    """Three thousand sources come in at once; meanwhile another connection finds what there was."""
    path = tmp_path / "library.sqlite"
    with Store.create(path) as made:
        made.add_all([make_source("source/first", title="Precursors in transit")])
    looked, found = list[int](), list[int]()
    statements = count(1)
    with Store.open(path, timeout=0.2) as reading, Store.open(path) as changing:

        def look(_statement: str) -> None:
            if next(statements) % _EVERY == 0:
                looked.append(len(found))  # an error in here is told to nobody
                found.append(reading.search("precursors", limit=5).total)

        new = [
            make_source(
                f"source/new-{n}",
                title=f"Precursors {n} " + " ".join(f"word{n}x{m}" for m in range(30)),
            )
            for n in range(_MANY)
        ]
        changing._connection.set_trace_callback(look)
        changing.add_all(new)
        changing._connection.set_trace_callback(None)
        assert len(looked) > 2
        assert len(found) == len(looked)
        assert set(found) == {1}
        assert reading.search("precursors", limit=5).total == _MANY + 1


def test_a_change_is_not_kept_in_memory_without_end(tmp_path: Path) -> None:
    """From some size on what is changed goes into the file; SQLite tells 0 where it never does."""
    with Store.create(tmp_path / "library.sqlite") as store:
        (kept,) = store._connection.execute("PRAGMA cache_spill").fetchone()
    assert 2000 < kept < 20_000


def test_records_read_one_after_the_other_go_together(tmp_path: Path) -> None:
    """A change by another waits until all that is read together was read."""
    path = tmp_path / "library.sqlite"
    with Store.create(path) as made:
        made.add_all([make_source("source/one"), make_source("source/two")])
    with Store.open(path) as reading, Store.open(path, timeout=0.05) as changing:
        with reading.reading():
            first = reading.get("source/one")
            assert isinstance(first, Source)
            with pytest.raises(StoreError, match="in use by another program"):
                changing.save(replace(first, short="Meanwhile"))
            assert reading.get("source/one") == first
        changing.save(replace(first, short="After"))
        assert reading.get("source/one").label == "After"


def test_a_failed_reading_leaves_the_library_free(tmp_path: Path) -> None:
    """An error amid what is read together ends the reading: others can change what they like."""
    path = tmp_path / "library.sqlite"
    with Store.create(path) as made:
        made.add_all([make_source("source/one")])
    with Store.open(path) as reading, Store.open(path, timeout=0.05) as changing:
        with pytest.raises(StoreError, match="source/none"), reading.reading():
            reading.get("source/none")
        changing.delete("source/one")
        assert reading.count()["source"] == 0
