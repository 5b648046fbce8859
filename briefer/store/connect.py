"""Connections to store files, and what SQLite's result codes mean to a person.

In: a path. Out: a checked connection, or a StoreError naming the file and the next step.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefer.errors import StoreError

APPLICATION_ID = 0x42524652
"""`BRFR`: marks a SQLite file as ours (PRAGMA application_id)."""

SCHEMA_VERSION = 2
"""The schema this Briefer writes (PRAGMA user_version)."""

_MAGIC = b"SQLite format 3\x00"
_WAL_VERSION = 2
_RESTORE = "Restore it from a copy, or build it again with `briefer build-store`."

# https://www.sqlite.org/rescode.html; a code that is not here is a bug of ours.
_MEANINGS: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_PERM: ("may not be used", "Check its permissions."),
    sqlite3.SQLITE_BUSY: ("is in use by another program", "Close that program and try again."),
    sqlite3.SQLITE_LOCKED: ("is in use by another program", "Close that program and try again."),
    sqlite3.SQLITE_READONLY: ("may not be written", "Check its permissions and its folder's."),
    sqlite3.SQLITE_IOERR: ("cannot be read or written", "Check the disk it is on."),
    sqlite3.SQLITE_CORRUPT: ("is damaged", _RESTORE),
    sqlite3.SQLITE_FULL: ("cannot grow: the disk is full", "Make room and try again."),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", "Check its permissions and its folder's."),
    sqlite3.SQLITE_NOTADB: ("is no Briefer library, or is damaged", _RESTORE),
    sqlite3.SQLITE_TOOBIG: ("cannot hold a text that long", "Shorten the text."),
}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn the SQLite errors a user can do something about into StoreErrors naming the file."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        if code not in _MEANINGS:
            raise
        what, hint = _MEANINGS[code]
        raise StoreError(f"The library {path} {what}.", hint=hint, details=str(error)) from error


def connect(path: Path, *, read_only: bool, timeout: float) -> sqlite3.Connection:
    """Return a connection to a store of ours; `timeout` is how long to wait for a lock, seconds.

    Raise StoreError where the file is missing, locked, damaged, no store of ours or newer than
    this Briefer. A read-only connection writes nothing, beside the file either.
    """
    in_wal = _check_header(path)
    # SQLite makes no file beside a store that is opened so, unless the store is in WAL mode;
    # then only `immutable` keeps it from making them.
    mode = "ro" if read_only else "rw"
    immutable = "&immutable=1" if read_only and in_wal else ""
    uri = f"{path.absolute().as_uri()}?mode={mode}{immutable}"
    with explained(path):
        connection = sqlite3.connect(uri, uri=True, timeout=timeout, isolation_level=None)
        try:
            _check_identity(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _check_header(path: Path) -> bool:
    """Return whether the file is in WAL mode; raise StoreError where it is no SQLite file."""
    try:
        with path.open("rb") as file:
            header = file.read(20)
    except FileNotFoundError:
        raise StoreError(
            f"There is no library at {path}.", hint="Check the path given with --store."
        ) from None
    except IsADirectoryError:
        raise StoreError(f"{path} is a folder, not a library.", hint="Name a file.") from None
    except OSError as error:
        raise StoreError(
            f"The library {path} cannot be opened: {error.strerror}.",
            hint="Check its permissions and its folder's.",
        ) from error
    if len(header) < 20 or not header.startswith(_MAGIC):
        raise StoreError(f"{path} is no Briefer library, or is damaged.", hint=_RESTORE)
    return header[19] == _WAL_VERSION


def _check_identity(connection: sqlite3.Connection, path: Path) -> None:
    if _pragma(connection, "application_id") != APPLICATION_ID:
        raise StoreError(
            f"{path} is a database, but no Briefer library.", hint="Check the path given."
        )
    version = _pragma(connection, "user_version")
    if version < 1:
        raise StoreError(f"The library {path} is damaged.", hint=_RESTORE)
    if version > SCHEMA_VERSION:
        raise StoreError(
            f"The library {path} was made by a newer Briefer.", hint="Update Briefer to open it."
        )


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    value = connection.execute(f"PRAGMA {name}").fetchone()[0]
    return int(value)
