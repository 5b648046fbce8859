"""Whether a file is a sound store: SQLite's own check, our mark, our tables.

In: a path. Out: what is wrong, in words. Must not know: what is in the records (`doctor`).

`PRAGMA quick_check` reads the whole file, so its time grows with the size: about 1 ms for each MB
that the system has in memory, 10 to 15 ms for one that it must fetch from a disk. A store of up to
`QUICK_BYTES` is therefore examined before a window shows it, which takes less than a second, and a
larger one while the window is there, without a lock: whoever reads 4 GB under one keeps others from
writing for up to a minute.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

from briefer.errors import DamageError
from briefer.records import RECORD_TYPES
from briefer.store.connect import at_rest, connect, explained, pragma, unlocked

QUICK_BYTES = 64 * 1024 * 1024
"""Up to this size a store is examined before it is shown."""

_LOCK_TIMEOUT = 5.0
_MOST_PROBLEMS = 20
_MOST_LOOKS = 3
_STEPS = 100_000
"""Some milliseconds."""
_TABLES_OF_1 = {*RECORD_TYPES, "records", "links", "search", "meta"}
_TABLES_OF_2 = {"bits", "words", "changed", "revisions", "texts"}


def problems_of(path: Path) -> tuple[str, ...]:
    """Return what is wrong with a store, one sentence each; nothing where it is sound.

    Raise StoreError where that cannot be said: the file is missing, locked, another program's, or
    newer than this Briefer.
    """
    return _problems(path, lambda: connect(path, read_only=True, timeout=_LOCK_TIMEOUT))


def problems_beside(
    path: Path, stopped: Callable[[], bool] = lambda: False, *, steps: int = _STEPS
) -> tuple[str, ...]:
    """Return what is wrong with a store that is in use; nothing once `stopped`.

    That is asked after so many `steps` of SQLite's machine.

    As `problems_of`, but nobody has to wait until a large store is read: no lock is taken, and
    what is found counts only where nobody wrote meanwhile. Where somebody does again and again, all
    wait in the end.
    """

    def connection() -> sqlite3.Connection:
        made = unlocked(path)
        made.set_progress_handler(stopped, steps)
        return made

    for _ in range(_MOST_LOOKS):
        before = at_rest(path)
        found = _problems(path, connection, stopped)
        if not found or (before is not None and at_rest(path) == before):
            return found
    return problems_of(path)


def _problems(
    path: Path, connected: Callable[[], sqlite3.Connection], stopped: Callable[[], bool] = bool
) -> tuple[str, ...]:
    try:
        with contextlib.closing(connected()) as connection:
            return problems_in(connection, path)
    except DamageError as error:
        details = f" ({error.details})" if error.details else ""
        return (f"{error.message.removesuffix('.')}{details}.",)
    except sqlite3.OperationalError:
        if stopped():  # SQLite was interrupted
            return ()
        raise


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
