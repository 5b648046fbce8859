"""Tests of the bundled library: the store is its text, and every record says its source."""

from __future__ import annotations

import contextlib
import sqlite3
import struct
from pathlib import Path

import pytest

from briefer.paths import bundled_library, bundled_store
from briefer.records import Source
from briefer.store import Store, build_store


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a fresh build of the bundled library."""
    target = tmp_path_factory.mktemp("fresh") / "store.sqlite"
    build_store(bundled_library(), target)
    return target


def _dump(path: Path) -> list[str]:
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        # Full-text shadow tables hold blobs that differ between versions of SQLite.
        return [line for line in connection.iterdump() if '"search_' not in line]


def _text(path: Path) -> list[tuple[object, ...]]:
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return connection.execute("SELECT rowid, * FROM search ORDER BY rowid").fetchall()


def _sqlite_version(path: Path) -> int:
    """Return the version of SQLite that wrote a file: bytes 96 to 99 of its header."""
    with path.open("rb") as file:
        return int(struct.unpack(">I", file.read(100)[96:])[0])


def test_the_committed_store_is_a_fresh_build(fresh: Path) -> None:
    """Store and text say the same; to renew the store, run `briefer build-store`."""
    assert _dump(bundled_store()) == _dump(fresh)
    assert _text(bundled_store()) == _text(fresh)


def test_the_committed_store_has_the_bytes_of_a_fresh_build(fresh: Path) -> None:
    """Under the same SQLite the two files are equal; other versions lay out pages otherwise."""
    if _sqlite_version(bundled_store()) == _sqlite_version(fresh):
        assert bundled_store().read_bytes() == fresh.read_bytes()
    else:
        assert bundled_store().read_bytes() != fresh.read_bytes()


def test_every_record_says_its_source() -> None:
    """All records but sources have a citation, and each citation leads to a source."""
    with Store.open(bundled_store(), read_only=True) as store:
        records = {record.id: record for record in store.all()}
    for record in records.values():
        assert record.citations or isinstance(record, Source), record.id
        for citation in record.citations:
            assert isinstance(records[citation.source], Source), record.id
            assert citation.locator, f"{record.id} has no pinpoint into {citation.source}"


def test_the_library_is_as_large_as_promised() -> None:
    """At least 25 events, 30 actors, 15 verbatim statements and 12 statistics."""
    with Store.open(bundled_store(), read_only=True) as store:
        counts = store.count()
        verbatim = [r for r in store.all("statement") if getattr(r, "verbatim", False)]
    assert counts["event"] >= 25
    assert counts["actor"] >= 30
    assert counts["statistic"] >= 12
    assert len(verbatim) >= 15
    assert counts["source"] >= 2


def test_guzman_finds_guzman() -> None:
    """The name without its accent finds the person first, and his extradition."""
    with Store.open(bundled_store(), read_only=True) as store:
        hits = [hit.record for hit in store.search("Guzman").hits]
    assert "Guzmán" in hits[0].label
    assert any(record.type == "event" for record in hits)
