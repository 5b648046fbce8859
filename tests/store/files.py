"""What tests of files need: a clock, damage, and the content of a store to compare."""

from __future__ import annotations

import contextlib
import datetime
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SCHEMA_1 = Path(__file__).parent / "data" / "schema-1.sqlite"
"""The small library as the first Briefer stored it."""

SCHEMA_2 = Path(__file__).parent / "data" / "schema-2.sqlite"
"""The same of the second schema, with a title that Ana changed at noon and a text attached."""

NOON = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)


def at_noon() -> datetime.datetime:
    """Return always the same time."""
    return NOON


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection that knows nothing of Briefer; what it wrote is kept."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def scribble(path: Path) -> None:
    """Overwrite pages in the middle of a file."""
    content = bytearray(path.read_bytes())
    middle = len(content) // 8192 * 4096
    content[middle : middle + 8192] = b"\xa5" * 8192
    path.write_bytes(content)


def names(folder: Path) -> list[str]:
    """Return the names in a folder, in order."""
    return sorted(path.name for path in folder.iterdir())


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of all tables of a store, and the names and types of their columns."""
    with raw(path) as connection:
        tables = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_%'"
            )
        ]
        found = {}
        for name in tables:
            columns = connection.execute(f"PRAGMA table_info({name})").fetchall()
            rows = connection.execute(f"SELECT * FROM {name}").fetchall()
            found[name] = columns + sorted(rows, key=repr)
        found["indexes"] = connection.execute(
            """
            SELECT master.name, one.name, one.seqno FROM sqlite_master AS master
            JOIN pragma_index_info(master.name) AS one WHERE type = 'index' ORDER BY 1, 3
            """
        ).fetchall()
        return found
