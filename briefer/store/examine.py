"""Whether a file is a sound store: SQLite's own check, our mark, our tables.

In: a path. Out: what is wrong, in words. Must not know: what is in the records (`doctor`).

`PRAGMA quick_check` reads the whole file, so its time grows with the size: about 1 ms for each MB
that the system has in memory, 10 to 15 ms for one that it must fetch from a disk. A store of up to
`QUICK_BYTES` is therefore examined before a window shows it, which takes less than a second, and a
larger one while the window is there.
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from briefer.errors import DamageError
from briefer.records import RECORD_TYPES
from briefer.store.connect import connect, explained, pragma

QUICK_BYTES = 64 * 1024 * 1024
"""Up to this size a store is examined before it is shown."""

_LOCK_TIMEOUT = 5.0
_MOST_PROBLEMS = 20
_TABLES_OF_1 = {*RECORD_TYPES, "records", "links", "search", "meta"}
_TABLES_OF_2 = {"bits", "words", "changed", "revisions", "texts"}


def problems_of(path: Path) -> tuple[str, ...]:
    """Return what is wrong with a store, one sentence each; nothing where it is sound.

    Raise StoreError where that cannot be said: the file is missing, locked, another program's, or
    newer than this Briefer.
    """
    try:
        with contextlib.closing(connect(path, read_only=True, timeout=_LOCK_TIMEOUT)) as connection:
            return problems_in(connection, path)
    except DamageError as error:
        details = f" ({error.details})" if error.details else ""
        return (f"{error.message.removesuffix('.')}{details}.",)


def problems_in(connection: sqlite3.Connection, path: Path) -> tuple[str, ...]:
    """Return what is wrong with the store that a connection leads to; raise DamageError."""
    with explained(path):
        rows = connection.execute(f"PRAGMA quick_check({_MOST_PROBLEMS})").fetchall()
        found = [f"The file is damaged: {text}." for (text,) in rows if text != "ok"]
        there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        version = pragma(connection, "user_version")
    wanted = _TABLES_OF_1 | (_TABLES_OF_2 if version > 1 else set())
    return (*found, *(f"The table {name!r} is missing." for name in sorted(wanted - there)))


def is_small(path: Path) -> bool:
    """Return whether a store is examined in no time; so is one that is not there."""
    try:
        return path.stat().st_size <= QUICK_BYTES
    except OSError:
        return True
