"""Connections to store files, and what SQLite's result codes mean to a person.

In: a path. Out: a checked connection, or a StoreError naming the file and the next step.

A store is kept in SQLite's rollback-journal mode with full synchronisation: a change is on the disk
when it is acknowledged, and a library on a network share works. WAL would let readers go on during
a write, but needs memory shared by all processes, which a share does not give
(https://www.sqlite.org/wal.html), and keeps changes in a second file that a copy forgets.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefer.errors import DamageError, StoreError
from briefer.store.beside import JOURNAL, WAL, beside, check_beside, real_path
from briefer.store.shape import foreign_parts
from briefer.whole import private_folder

APPLICATION_ID = 0x42524652
"""`BRFR`: marks a SQLite file as ours (PRAGMA application_id)."""

SCHEMA_VERSION = 3
"""The schema this Briefer writes (PRAGMA user_version)."""

_KEPT_PAGES = 16_383
"""Pages of a change, 64 MB, kept in memory before any goes into the file: from then on nobody can
read until the change is whole (https://www.sqlite.org/lockingv3.html, section 5).

WORKAROUND for SQLite, which takes the last byte of the number for yes or no as well: 16,384 meant
that nothing ever goes into the file, and a hundred thousand records took half a gigabyte
(https://www.sqlite.org/pragma.html#pragma_cache_spill)."""

_LONGEST_VALUE = 128 * 1024 * 1024
"""Bytes of the longest text or set that is read; the longest that are kept have a fifth of it."""

_SMALLEST = 512
"""The smallest page that SQLite has, in bytes."""
_RESTORE = "Restore a backup with `briefer backup --restore latest`."
_IN_USE = ("is in use by another program", "Close that program and try again.")

# https://www.sqlite.org/rescode.html; a code that is not here is a bug of ours.
_MEANINGS: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_PERM: ("may not be used", "Check its permissions."),
    sqlite3.SQLITE_BUSY: _IN_USE,
    sqlite3.SQLITE_LOCKED: _IN_USE,
    sqlite3.SQLITE_READONLY: ("may not be written", "Check its permissions and its folder's."),
    sqlite3.SQLITE_READONLY_DBMOVED: (
        "was moved or deleted while it was open",
        "Put it back, or close Briefer and open it again.",
    ),
    sqlite3.SQLITE_IOERR: ("cannot be read or written", "Check the disk it is on."),
    sqlite3.SQLITE_CORRUPT: ("is damaged", _RESTORE),
    sqlite3.SQLITE_FULL: ("cannot grow: the disk is full", "Make room and try again."),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", "Check its permissions and its folder's."),
    sqlite3.SQLITE_NOTADB: ("is no Briefer library, or is damaged", _RESTORE),
    sqlite3.SQLITE_TOOBIG: ("cannot hold a text that long", "Shorten the text."),
    sqlite3.SQLITE_CONSTRAINT: ("is damaged", _RESTORE),  # what is written keeps all constraints
}
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CONSTRAINT)

_WRONG_INDEX = re.compile(r"\bfts5\b|\bvtable\b|search_(?:data|idx|content|docsize|config)\b")
"""What SQLite says of a full text that is damaged; it has no code of its own for that."""

# What SQLite answers where a reader would have to finish or take back the change of a program that
# was stopped, and may not write.
_UNFINISHED = (
    sqlite3.SQLITE_READONLY_ROLLBACK,
    sqlite3.SQLITE_READONLY_RECOVERY,
    sqlite3.SQLITE_READONLY_CANTINIT,
)


@contextmanager
def explained(path: Path, *, thing: str = "library") -> Iterator[None]:
    """Turn the SQLite errors a user can do something about into StoreErrors naming the file.

    `thing` is what the path leads to, in a word.
    """
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:  # SQLite quotes the file's own bytes
        code = _code_of(error, path)
        if code == sqlite3.SQLITE_READONLY and os.access(path, os.W_OK):
            code = sqlite3.SQLITE_READONLY_DBMOVED  # full text passes on the first half of a code
        if code & 0xFF not in _MEANINGS:
            raise
        what, hint = _MEANINGS.get(code, _MEANINGS[code & 0xFF])
        kind = DamageError if code & 0xFF in _DAMAGE else StoreError
        raise kind(f"The {thing} {path} {what}.", hint=hint, details=str(error)) from error


def _code_of(error: sqlite3.Error | UnicodeDecodeError, path: Path) -> int:
    """Return SQLite's code for what went wrong, that of damage where its words tell it."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    words = str(error)
    if isinstance(error, UnicodeDecodeError) or "Could not decode to UTF-8" in words:
        return sqlite3.SQLITE_CORRUPT
    if code == sqlite3.SQLITE_ERROR and (_WRONG_INDEX.search(words) or _is_cut_off(path)):
        return sqlite3.SQLITE_CORRUPT
    return code


def _is_cut_off(path: Path) -> bool:
    """Return whether a file was emptied behind its connection, which finds no table then."""
    try:
        return path.stat().st_size < _SMALLEST
    except OSError:
        return False


def connect(path: Path, *, read_only: bool, timeout: float) -> sqlite3.Connection:
    """Return a connection to a store of ours; `timeout` is how long to wait for a lock, seconds.

    Its schema may be an older one. Raise StoreError where the file is missing, locked, no store of
    ours or newer than this Briefer, DamageError where it is damaged. A read-only connection writes
    nothing, beside the file either.
    """
    _check_file(path)
    real = real_path(path)
    check_beside(real, copied=False)
    with explained(path):
        in_wal = _in_wal(real)
        try:
            connection = _opened(real, read_only=read_only, in_wal=in_wal, timeout=timeout)
        except sqlite3.OperationalError as error:
            if not read_only or error.sqlite_errorcode not in _UNFINISHED:
                raise
            connection = _taken_back(real)
    return _ours(connection, path)


def unlocked(path: Path) -> sqlite3.Connection:
    """Return a connection to a store of ours that takes no lock and keeps nobody from writing.

    What it reads while somebody does is old and new at once. Raise as `connect` does.
    """
    _check_file(path)
    with explained(path):
        connection = _without_lock(path)
    return _ours(connection, path)


def at_rest(path: Path) -> tuple[int, int] | None:
    """Return what tells whether a store was written since, None while somebody writes it."""
    real = real_path(path)
    if any(beside(real, ending).exists() for ending in (JOURNAL, WAL)):
        return None
    try:
        found = real.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _opened(path: Path, *, read_only: bool, in_wal: bool, timeout: float) -> sqlite3.Connection:
    if read_only and in_wal and beside(path, WAL).exists():
        return _taken_back(path)
    # SQLite makes no file beside a store that is opened so, unless the store is in WAL mode;
    # then only `immutable` keeps it from making them.
    mode = "ro" if read_only else "rw"
    immutable = "&immutable=1" if read_only and in_wal else ""
    uri = f"{path.absolute().as_uri()}?mode={mode}{immutable}"
    connection = sqlite3.connect(uri, uri=True, timeout=timeout, isolation_level=None)
    try:
        pragma(connection, "application_id")
        if not read_only:
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute(f"PRAGMA cache_spill = {_KEPT_PAGES}")
        if in_wal and not read_only:
            # Another tool left it so. While others have it open it cannot be changed; next time.
            with contextlib.suppress(sqlite3.OperationalError):
                connection.execute("PRAGMA journal_mode = DELETE")
    except BaseException:
        connection.close()
        raise
    return connection


def _taken_back(path: Path) -> sqlite3.Connection:
    """Return a copy in memory in which the change of a program that was stopped is taken back.

    For readers, who may not do so in the file itself; whoever opens it for writing next does.
    """
    check_beside(path, copied=True)
    with private_folder() as folder:
        copy = folder / path.name
        with contextlib.closing(_as_it_lies(path)) as source, _file(copy) as target:
            source.backup(target)
        try:
            for ending in (JOURNAL, WAL):
                with contextlib.suppress(FileNotFoundError):
                    shutil.copyfile(beside(path, ending), beside(copy, ending))
        except OSError as error:
            raise StoreError(f"The library {path} cannot be read: {error.strerror}.") from error
        with _file(copy) as source:
            source.execute("PRAGMA journal_mode = DELETE")
            return in_memory(source)


def _ours(connection: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    """Return a connection once its file is known as a store of ours; else close it and raise."""
    try:
        with explained(path):
            _check_identity(connection, path)
            _check_tables(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _without_lock(path: Path) -> sqlite3.Connection:
    """Return a connection that takes no lock and looks at nothing beside the file."""
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True, isolation_level=None)


def _as_it_lies(path: Path) -> sqlite3.Connection:
    """Return a connection to what stands in a file itself, whole or not."""
    connection = _without_lock(path)
    # A program that was stopped in its last writes may leave a first page that promises more pages
    # than there are. SQLite calls that damage, unless the schema may be written; nothing is here.
    connection.execute("PRAGMA writable_schema = ON")
    return connection


def _file(path: Path) -> contextlib.closing[sqlite3.Connection]:
    """Return a connection to a file of ours, to be closed at the end of a block."""
    return contextlib.closing(sqlite3.connect(path, isolation_level=None))


def in_memory(source: sqlite3.Connection) -> sqlite3.Connection:
    """Return a copy of a store in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        source.backup(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def vacuum_into(connection: sqlite3.Connection, made: Path, *, place: Path) -> None:
    """Write what a connection leads to into a new file; `place` is what messages name."""
    with explained(place):
        connection.execute("VACUUM INTO ?", (str(made),))


def _check_file(path: Path) -> None:
    """Raise StoreError where there is no file that could be a store.

    No store is ever opened as a plain file: closing that would take away all locks that this
    process has on it (https://www.sqlite.org/howtocorrupt.html, section 2.2).
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        raise StoreError(
            f"There is no library at {path}.", hint="Check the path given with --store."
        ) from None
    except OSError as error:
        raise StoreError(
            f"The library {path} cannot be opened: {error.strerror}.",
            hint="Check its permissions and its folder's.",
        ) from error
    if stat.S_ISDIR(found.st_mode):
        raise StoreError(f"{path} is a folder, not a library.", hint="Name a file.")
    if found.st_size < _SMALLEST:
        raise DamageError(f"{path} is no Briefer library, or is damaged.", hint=_RESTORE)


def _in_wal(path: Path) -> bool:
    """Return whether another tool left a store in WAL mode.

    SQLite refuses to open such a file without locks, and says so by a code of its own.
    """
    uri = f"{path.absolute().as_uri()}?mode=ro&nolock=1"
    try:
        with contextlib.closing(sqlite3.connect(uri, uri=True)) as connection:
            pragma(connection, "application_id")
    except sqlite3.DatabaseError as error:
        return error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CANTOPEN
    return False


def _check_identity(connection: sqlite3.Connection, path: Path) -> None:
    if pragma(connection, "application_id") != APPLICATION_ID:
        raise StoreError(
            f"{path} is a database, but no Briefer library.", hint="Check the path given."
        )
    version = pragma(connection, "user_version")
    if version < 1:
        raise DamageError(f"The library {path} is damaged.", hint=_RESTORE)
    if version > SCHEMA_VERSION:
        raise StoreError(
            f"The library {path} was made by a newer Briefer.", hint="Update Briefer to open it."
        )


def _check_tables(connection: sqlite3.Connection, path: Path) -> None:
    """Raise DamageError where a file holds more than tables, and let nothing of it run anyway."""
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    for problem in foreign_parts(connection):
        raise DamageError(
            f"The library {path} is damaged, or another program changed its tables.",
            hint=_RESTORE,
            details=problem,
        )


def pragma(connection: sqlite3.Connection, name: str) -> int:
    """Return a number that SQLite keeps of a file."""
    value = connection.execute(f"PRAGMA {name}").fetchone()[0]
    return int(value)
