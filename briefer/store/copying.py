"""A whole copy of a store, even while another process writes it.

In: the path of a store, a file that nobody else knows yet. Out: the copy, checked, in
rollback-journal mode. Must not know: where copies are kept.
"""

from __future__ import annotations

import contextlib
import sqlite3
import sys
import time
from collections.abc import Callable
from pathlib import Path

from briefer.errors import DamageError
from briefer.store.connect import connect, explained
from briefer.store.examine import problems_of

LOCK_TIMEOUT = 5.0
"""How long to wait for others, in seconds."""

_PAGES_AT_ONCE = 4096
_MOST_RESTARTS = 3


def copy_store(store: Path, target: Path, *, place: Path) -> None:
    """Write a whole and checked copy of a store to a file that nobody else knows yet.

    `place` is what messages name where the copy cannot be written.
    """
    with (
        contextlib.closing(connect(store, read_only=True, timeout=LOCK_TIMEOUT)) as source,
        explained(place, thing="folder"),
        contextlib.closing(sqlite3.connect(target, isolation_level=None)) as copy,
    ):
        copy_pages(source, copy)
        # The mode of a store that another tool left in WAL is copied with it.
        copy.execute("PRAGMA journal_mode = DELETE")
    problems = problems_of(target)
    if problems:
        raise DamageError(
            f"The library {store} is damaged and cannot be copied.",
            hint="Restore a backup with `briefer backup --restore latest`.",
            details="\n".join(problems),
        )


def copy_pages(source: sqlite3.Connection, copy: sqlite3.Connection) -> None:
    """Copy all pages, some at a time, so that others may write in between.

    A change by another process makes SQLite begin again; where that happens often, all pages are
    copied at once and others wait.
    """
    for _ in range(_MOST_RESTARTS):
        with contextlib.suppress(_RestartedError):
            source.backup(copy, pages=_PAGES_AT_ONCE, progress=_watch(restarts=False), sleep=0.01)
            return
    source.backup(copy, progress=_watch(restarts=True), sleep=0.01)


def _watch(*, restarts: bool) -> Callable[[int, int, int], None]:
    """Return what ends a copy that waits for a lock too long, or (not `restarts`) begins again."""
    least = sys.maxsize
    end = time.monotonic() + LOCK_TIMEOUT

    def look(status: int, remaining: int, _total: int) -> None:
        nonlocal least, end
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            if time.monotonic() > end:
                locked = sqlite3.OperationalError("database is locked")
                locked.sqlite_errorcode = status
                raise locked
            return
        if remaining > least and not restarts:
            raise _RestartedError
        least, end = remaining, time.monotonic() + LOCK_TIMEOUT

    return look


class _RestartedError(Exception):
    """SQLite began to copy again because of somebody's change."""
