"""Backups of a store: whole copies with the time in their names, the newest kept.

Ten are kept, of a large store fewer: as many as take 4 GB together, but never fewer than two, so
that a mistake that got into the newest costs nothing.

They lie in the folder `backups` beside their store: for the user's own store that is in the user's
folder, for a store on a share it is where everybody who uses that store finds them. In: paths and a
clock. Out: files, each written under a temporary name, checked and then renamed.
"""

from __future__ import annotations

import contextlib
import datetime
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from briefer import whole
from briefer.errors import StoreError
from briefer.store.clock import Clock, now
from briefer.store.connect import SCHEMA_VERSION, connect, explained, pragma
from briefer.store.copying import LOCK_TIMEOUT, copy_store

MOST_KEPT, LEAST_KEPT = 10, 2
MOST_BYTES = 4 * 1000**3
"""All backups of a store together; the newest `LEAST_KEPT` stay even where they take more."""

BACKUP_EVERY = datetime.timedelta(days=1)
TIME_FORMAT = "%Y%m%dT%H%M%SZ"
"""How a time, in UTC, stands in the name of a file."""

_NAME = re.compile(r"(.+)-(\d{8}T\d{6}Z)(?:-(\d+))?\.sqlite")


def backup_folder(store: Path) -> Path:
    """Return where the backups of a store lie; it need not exist."""
    return store.absolute().parent / "backups"


def backups(folder: Path, *, stem: str = "store") -> tuple[Path, ...]:
    """Return the backups of the store of this name (without ending) in a folder, newest first."""
    try:
        paths = list(folder.iterdir())
    except OSError:
        return ()
    read = ((path, _read(path.name)) for path in paths)
    found = [(when, number, path) for path, (name, when, number) in read if when and name == stem]
    return tuple(path for _, _, path in sorted(found, reverse=True))


def backups_of(store: Path) -> tuple[Path, ...]:
    """Return the backups of a store, newest first."""
    return backups(backup_folder(store), stem=store.stem)


def require_not_lost(store: Path) -> None:
    """Raise StoreError where backups tell of a store that is gone; nothing must stand in for it."""
    if not store.exists() and backups_of(store):
        raise StoreError(
            f"Your library {store} is gone, but there are backups of it.",
            hint="Restore the newest with `briefer backup --restore latest`.",
        )


def time_of(backup: Path) -> datetime.datetime:
    """Return when a backup was made, as its name tells; raise ValueError where it does not."""
    _, when, _ = _read(backup.name)
    if when is None:
        raise ValueError(f"{backup.name} is no name of a backup")
    return when


def _read(name: str) -> tuple[str, datetime.datetime | None, int]:
    """Return what a name tells: the store's, the time, the number among those of a second."""
    match = _NAME.fullmatch(name)
    if match:
        with contextlib.suppress(ValueError):  # a name with a month 13 is not ours
            when = datetime.datetime.strptime(match[2], TIME_FORMAT).replace(tzinfo=datetime.UTC)
            return match[1], when, int(match[3] or 1)
    return name, None, 0


def make_backup(
    store: Path, folder: Path, clock: Clock = now, *, most_bytes: int = MOST_BYTES
) -> Path:
    """Copy a store into a folder of backups and return the copy; of its backups the newest stay.

    These are ten, or as many as take `most_bytes`, at least `LEAST_KEPT`, and the one just made.
    The copy is whole, even where another process writes meanwhile. Raise StoreError where the
    store cannot be read or the folder cannot be written, and DamageError where the copy is not
    sound; older backups are then all kept.
    """
    when = clock().astimezone(datetime.UTC).replace(microsecond=0)
    with _told(folder), whole.made_in(folder) as made:
        copy_store(store, made, place=folder)
        target = _placed(made, folder, store.stem, when)
        for old in _too_many(backups(folder, stem=store.stem), most_bytes):
            if old != target:  # a clock that was set back must not cost the newest
                old.unlink(missing_ok=True)
    return target


def _too_many(found: Sequence[Path], most_bytes: int) -> Iterator[Path]:
    """Yield those of some backups, newest first, that are not kept."""
    size = 0
    for number, backup in enumerate(found):
        with contextlib.suppress(FileNotFoundError):  # another window was quicker
            size += backup.stat().st_size
        if number >= MOST_KEPT or (number >= LEAST_KEPT and size > most_bytes):
            yield backup


def make_copy(store: Path, target: Path) -> None:
    """Write a whole and checked copy of a store to a file that is not there yet.

    Raise StoreError where the store cannot be read, the file is there or cannot be written.
    """
    taken = StoreError(f"{target} exists already.", hint="Choose another name.")
    if target.exists():
        raise taken
    with _told(target.parent), whole.made_in(target.absolute().parent) as made:
        copy_store(store, made, place=target.parent)
        try:
            whole.place(made, target)
        except FileExistsError:
            raise taken from None


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


def _placed(made: Path, folder: Path, stem: str, when: datetime.datetime) -> Path:
    """Give a file the name of its time, numbered after others of that second; return it."""
    read = (_read(path.name) for path in backups(folder, stem=stem))
    number = max((number for _, time, number in read if time == when), default=0)
    while True:
        number += 1
        ending = "" if number == 1 else f"-{number}"
        target = folder / f"{stem}-{when.strftime(TIME_FORMAT)}{ending}.sqlite"
        with contextlib.suppress(FileExistsError):
            whole.place(made, target)
            return target


def backup_due(store: Path, clock: Clock = now) -> bool:
    """Return whether a store changed since its newest backup and that is older than a day.

    A store that nobody ever changed needs none, nor one that may not be written. Raise StoreError
    where it cannot be read.
    """
    if not all(os.access(path, os.W_OK) for path in (store, store.parent)):
        return False
    found = backups_of(store)
    if not found:
        return _has_own(store)
    made = time_of(found[0])
    changed = datetime.datetime.fromtimestamp(store.stat().st_mtime, datetime.UTC)
    return changed > made and clock() - made > BACKUP_EVERY


def _has_own(store: Path) -> bool:
    """Return whether a store holds anything that a user did."""
    connection = connect(store, read_only=True, timeout=LOCK_TIMEOUT)
    with contextlib.closing(connection), explained(store):
        if pragma(connection, "user_version") < SCHEMA_VERSION:
            return True
        (has,) = connection.execute(
            "SELECT EXISTS (SELECT 1 FROM revisions) OR EXISTS (SELECT 1 FROM texts)"
        ).fetchone()
        return bool(has)
