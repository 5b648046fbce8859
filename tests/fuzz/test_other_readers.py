"""What fuzzing found, by hand: files that were not borne are refused in words, or passed over."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl

from briefer.errors import BriefingFileError, DamageError, StoreError
from briefer.store import Store
from briefer.store.doctor import examine_library, repair
from briefer.store.packing import unpacked
from briefer.ui.dropping import the_file
from tests.fuzz.limits import Read
from tests.fuzz.other_readers import store, store_changed, store_examined, window_file
from tests.fuzz.other_seeds import stores

DEEP = b"[" * 100_000
LONG = (DEEP, b'[{"id": ' + b"9" * 5000 + b"}]", b'{"a":' * 500 + b"1" + b"}" * 500)
KEPT = (
    *(DEEP, b'{"a": {"b": [1' + b"0" * 400 + b", 2]}}"),
    *(b'{"briefing": "a\\u0000b"}', b'{"store": 5}'),
)
FOREIGN = (
    "CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM records; END",
    "CREATE VIEW v AS SELECT 1",
    "CREATE INDEX i ON event (zeroblob(9))",
    "CREATE INDEX i ON event (title) WHERE title > 1",
    "CREATE TABLE t (a TEXT, b AS (zeroblob(9)))",
    "CREATE TABLE t (a TEXT CHECK (length(a) > 1))",
    "CREATE TABLE t (a DEFAULT (randomblob(9)))",
    "CREATE VIRTUAL TABLE t USING fts5(a)",
    "DROP TABLE bits",
    "DROP TABLE event",
    "ALTER TABLE event DROP COLUMN summary",
    "ALTER TABLE links RENAME COLUMN target TO other",
    "ALTER TABLE records RENAME COLUMN number TO other",
    "UPDATE records SET number = number + 4294967296",
    "UPDATE records SET number = -number",
)
WRONG = (
    "UPDATE records SET id = id || char(0)",
    "UPDATE records SET changed_at = x'00'",
    "UPDATE records SET revision = 'x'",
    "UPDATE event SET citations = replace(hex(zeroblob(3000)), '0', '[')",
    "UPDATE event SET title = x'ff'",
    "UPDATE event SET actors = '{}'",
    "UPDATE bits SET numbers = zeroblob(9)",
    "UPDATE search_data SET block = zeroblob(9)",
    "PRAGMA user_version = 1",
    "PRAGMA user_version = -1",
    "PRAGMA user_version = 99",
)


RENAMED = (
    ("records", "revision"),
    ("actor", "role_date_latest"),
    ("event", "announced"),
    ("revisions", "record"),
    ("bits", "numbers"),
)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Return a small library."""
    path = tmp_path / "store.sqlite"
    path.write_bytes(stores()["store.sqlite"])
    return path


def spoiled(library: Path, statement: str) -> None:
    """Run a statement in a library behind our back."""
    with contextlib.closing(sqlite3.connect(library)) as connection, connection:
        connection.execute(statement)


@pytest.mark.parametrize("statement", FOREIGN, ids=range(len(FOREIGN)))
@pytest.mark.parametrize("read", [store, store_changed])
def test_a_library_with_other_tables_is_refused(library: Path, statement: str, read: Read) -> None:
    """Foreign parts, missing parts, numbers that are none."""
    spoiled(library, statement)
    with pytest.raises(StoreError):
        read(library)


@pytest.mark.parametrize("statement", WRONG, ids=range(len(WRONG)))
@pytest.mark.parametrize("read", [store, store_changed, store_examined])
def test_wrong_values_are_read_or_refused(library: Path, statement: str, read: Read) -> None:
    """Never a fault: what cannot be understood is damage."""
    spoiled(library, statement)
    before = library.read_bytes()
    with contextlib.suppress(StoreError):
        read(library)
    assert library.read_bytes() == before


@pytest.mark.parametrize(("table", "column"), RENAMED)
def test_a_missing_column_is_told_by_the_doctor(library: Path, table: str, column: str) -> None:
    """It goes on with what can be read, and mends nothing of it."""
    spoiled(library, f"ALTER TABLE {table} RENAME COLUMN {column} TO other")
    told = [problem.message for problem in examine_library(library).problems]
    assert any(table in message and column in message for message in told)
    with pytest.raises(DamageError, match="is damaged"):
        repair(library)


def test_an_index_that_wants_gigabytes_is_damage(library: Path) -> None:
    """FTS5 asks for as much memory as its list of segments says."""
    block = "0000000001010100EDA080FE010101"
    spoiled(library, f"UPDATE search_data SET block = x'{block}' WHERE id = 10")
    with pytest.raises(DamageError, match="is damaged"):
        repair(library)


def test_a_revision_whose_number_is_a_word_is_damage(library: Path) -> None:
    """It was counted on from."""
    with Store.open(library) as opened:
        ref = opened.all("event")[0].id
        opened.delete(ref, force=True)
    spoiled(library, "UPDATE revisions SET revision = 'x' || revision")
    with Store.open(library) as opened, pytest.raises(StoreError, match="damaged"):
        opened.restore(ref)


def test_a_table_that_somebody_added_is_let_be(library: Path) -> None:
    """What `ANALYZE` or a colleague's own list leaves is plain and does nothing."""
    spoiled(library, "ANALYZE")
    spoiled(library, 'CREATE TABLE "own list" (id INTEGER PRIMARY KEY, words TEXT NOT NULL)')
    spoiled(library, "CREATE INDEX own ON event (title, summary)")
    with Store.open(library) as opened:
        assert opened.count()["event"] == 2


def test_a_set_that_lies_about_itself_is_refused() -> None:
    """A container that says it has fewer numbers than it holds would be written over its end."""
    head = b"\x3a\x30\x00\x00\x01\x00\x00\x00\x00\x00\x87\x13\x10\x00\x00\x00"
    with pytest.raises(sqlite3.DatabaseError, match="cannot be read"):
        unpacked(head + b"\xff" * 8192)


@pytest.mark.parametrize("data", KEPT, ids=range(len(KEPT)))
def test_what_the_window_keeps_and_is_given_never_fails(tmp_path: Path, data: bytes) -> None:
    """Deep brackets, numbers beyond a float, paths with a zero byte."""
    path = tmp_path / "file.json"
    path.write_bytes(data)
    window_file(path)
    assert path.read_bytes() == data


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have no names here")
def test_a_pipe_dropped_on_the_window_is_not_waited_for(tmp_path: Path) -> None:
    """Nobody may ever write into it."""
    pipe = tmp_path / "a.briefing"
    os.mkfifo(pipe)
    with pytest.raises(BriefingFileError, match="no file"):
        the_file([QUrl.fromLocalFile(str(pipe))])
