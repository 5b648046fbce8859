"""Backups of a store: whole copies with the time in their names, the newest ten kept.

They lie in the folder `backups` beside their store: for the user's own store that is in the user's
folder, for a store on a share it is where everybody who uses that store finds them. In: paths and a
clock. Out: files, each written under a temporary name, checked and then renamed.
"""

from __future__ import annotations

import contextlib
import datetime
import filecmp
import os
import re
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from briefer.errors import DamageError, StoreError
from briefer.store import whole
from briefer.store.connect import BESIDE, connect, explained
from briefer.store.examine import problems_of

Clock = Callable[[], datetime.datetime]
"""Tells the time, with its zone."""

MOST_KEPT = 10
BACKUP_EVERY = datetime.timedelta(days=1)

_FORMAT = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"(?P<stem>.+)-(?P<time>\d{8}T\d{6}Z)(?:-\d+)?\.sqlite")
_LOCK_TIMEOUT = 5.0
_PAGES_AT_ONCE = 4096
_MOST_RESTARTS = 3


def now() -> datetime.datetime:
    """Return the time, in UTC."""
    return datetime.datetime.now(datetime.UTC)


def backup_folder(store: Path) -> Path:
    """Return where the backups of a store lie; it need not exist."""
    return store.absolute().parent / "backups"


def backups(folder: Path, *, stem: str = "store") -> tuple[Path, ...]:
    """Return the backups of the store of this name (without ending) in a folder, newest first."""
    try:
        names = [path.name for path in folder.iterdir()]
    except OSError:
        return ()
    found = [name for name in names if (match := _NAME.fullmatch(name)) and match["stem"] == stem]
    return tuple(folder / name for name in sorted(found, key=_order, reverse=True))


def backups_of(store: Path) -> tuple[Path, ...]:
    """Return the backups of a store, newest first."""
    return backups(backup_folder(store), stem=store.stem)


def time_of(backup: Path) -> datetime.datetime:
    """Return when a backup was made, as its name tells; raise ValueError where it does not."""
    match = _NAME.fullmatch(backup.name)
    if match is None:
        raise ValueError(f"{backup.name} is no name of a backup")
    return datetime.datetime.strptime(match["time"], _FORMAT).replace(tzinfo=datetime.UTC)


def _order(name: str) -> tuple[str, int]:
    """Return the key by which names stand in order of time; of one second, of their number."""
    match = re.search(r"-(\d{8}T\d{6}Z)(?:-(\d+))?\.sqlite$", name)
    return (match[1], int(match[2] or 1)) if match else ("", 0)


def make_backup(store: Path, folder: Path, clock: Clock = now) -> Path:
    """Copy a store into a folder of backups and return the copy; of its backups ten are kept.

    The copy is whole, even where another process writes meanwhile. Raise StoreError where the store
    cannot be read or the folder cannot be written, and DamageError where the copy is not sound;
    older backups are then all kept.
    """
    stamp = clock().astimezone(datetime.UTC).strftime(_FORMAT)
    with _told(folder), whole.made_in(folder) as made:
        copy_store(store, made, place=folder)
        target = _placed(made, folder, store.stem, stamp)
        for old in backups(folder, stem=store.stem)[MOST_KEPT:]:
            if old != target:  # a clock that was set back must not cost the newest
                old.unlink(missing_ok=True)
    return target


def make_copy(store: Path, target: Path) -> None:
    """Write a whole and checked copy of a store to a file that is not there yet.

    Raise StoreError where the store cannot be read, the file is there or cannot be written.
    """
    with _told(target.parent):
        try:
            with whole.made_in(target.absolute().parent) as made:
                copy_store(store, made, place=target.parent)
                whole.place(made, target)
        except FileExistsError:
            raise StoreError(f"{target} exists already.", hint="Choose another name.") from None


def copy_store(store: Path, target: Path, *, place: Path) -> None:
    """Write a whole and checked copy of a store to a file that nobody else knows yet.

    `place` is what messages name where the copy cannot be written.
    """
    with (
        contextlib.closing(connect(store, read_only=True, timeout=_LOCK_TIMEOUT)) as source,
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
    end = time.monotonic() + _LOCK_TIMEOUT

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
        least, end = remaining, time.monotonic() + _LOCK_TIMEOUT

    return look


class _RestartedError(Exception):
    """SQLite began to copy again because of somebody's change."""


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Turn what the system says into a StoreError naming the folder."""
    try:
        yield
    except OSError as error:
        raise StoreError(
            f"No backup can be written to {folder}: {error.strerror or error}.",
            hint="Check the folder's permissions and the room on its disk.",
        ) from error


def _placed(made: Path, folder: Path, stem: str, stamp: str) -> Path:
    """Give a file the name of its time, numbered after others of that second; return it."""
    orders = [_order(path.name) for path in backups(folder, stem=stem)]
    number = max((number for time_, number in orders if time_ == stamp), default=0)
    while True:
        number += 1
        name = f"{stem}-{stamp}.sqlite" if number == 1 else f"{stem}-{stamp}-{number}.sqlite"
        with contextlib.suppress(FileExistsError):
            whole.place(made, folder / name)
            return folder / name


def backup_due(store: Path, clock: Clock = now, *, unchanged: Path | None = None) -> bool:
    """Return whether a store changed since its newest backup and that is older than a day.

    A store without a backup is due unless it is byte for byte the file `unchanged` (what it was
    copied from); so is none whose folder cannot be written.
    """
    if not os.access(store.parent, os.W_OK) or not os.access(store, os.W_OK):
        return False
    found = backups_of(store)
    if not found:
        return unchanged is None or not filecmp.cmp(store, unchanged, shallow=False)
    made = time_of(found[0])
    changed = datetime.datetime.fromtimestamp(store.stat().st_mtime, datetime.UTC)
    return changed > made and clock() - made > BACKUP_EVERY


def restore_backup(backup: Path, target: Path, clock: Clock = now) -> Path | None:
    """Put a copy of a backup in the place of a store; return where what was there is kept.

    The store in place is renamed to `<name>.damaged-<time>.sqlite`, or `.replaced-` if it is sound,
    with its journal. Raise StoreError, with all left as it was, where the backup is not sound or
    the place cannot be written. Other windows that have the store open are told at their next
    change.
    """
    problems = problems_of(backup)
    if problems:
        raise StoreError(
            f"The backup {backup} cannot be restored: {problems[0]}", hint="Choose an older one."
        )
    try:
        with whole.made_in(target.parent) as made:
            copy_store(backup, made, place=target.parent)
            aside = set_aside(target, clock) if target.exists() else None
            whole.replace(made, target)
    except OSError as error:
        raise StoreError(
            f"The library {target} cannot be restored: {error.strerror or error}.",
            hint="Close other programs that use it, and check the folder's permissions.",
        ) from error
    return aside


def set_aside(store: Path, clock: Clock = now) -> Path:
    """Give a store another name, with what SQLite keeps beside it, and return that name.

    Where the file system can, the file also keeps its old name until it is replaced: a process
    that is stopped in between must not leave a place without a library.
    """
    word = "damaged" if _is_damaged(store) else "replaced"
    stamp = clock().astimezone(datetime.UTC).strftime(_FORMAT)
    aside, number = store.with_name(f"{store.stem}.{word}-{stamp}.sqlite"), 1
    while aside.exists():
        number += 1
        aside = store.with_name(f"{store.stem}.{word}-{stamp}-{number}.sqlite")
    try:
        os.link(store, aside)
    except OSError:
        os.rename(store, aside)
    for ending in BESIDE:
        with contextlib.suppress(FileNotFoundError):
            os.rename(store.with_name(store.name + ending), aside.with_name(aside.name + ending))
    return aside


def newest_good(store: Path) -> Path | None:
    """Return the newest backup of a store that is sound, None where there is none."""
    for backup in backups_of(store):
        with contextlib.suppress(StoreError):
            if not problems_of(backup):
                return backup
    return None


def _is_damaged(store: Path) -> bool:
    try:
        return bool(problems_of(store))
    except StoreError:
        return False
