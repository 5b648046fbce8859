"""Restoring a store from a copy: what was there is set aside, never overwritten or deleted.

In: a backup (or the bundled store) and the place of a store. Out: the store restored, and the name
under which the old one is kept. Must not know: who asked for it.
"""

from __future__ import annotations

import contextlib
import datetime
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefer import whole
from briefer.errors import StoreError
from briefer.store.backups import TIME_FORMAT, backups_of
from briefer.store.beside import BESIDE, beside
from briefer.store.clock import Clock, now
from briefer.store.connect import connect, explained
from briefer.store.copying import LOCK_TIMEOUT, copy_store
from briefer.store.examine import problems_of


def newest_good(store: Path) -> Path | None:
    """Return the newest backup of a store that is sound, None where there is none."""
    for backup in backups_of(store):
        with contextlib.suppress(StoreError):
            if not problems_of(backup):
                return backup
    return None


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
            damaged = _is_damaged(target)
            word = "damaged" if damaged else "replaced"
            aside = _free_name(target, word, clock) if target.exists() else None
            with contextlib.nullcontext() if damaged or aside is None else _held(target):
                if aside is not None:
                    _set_aside(target, aside)
                try:
                    whole.replace(made, target)
                except OSError:
                    if aside is not None:
                        _put_back(aside, target)
                    raise
    except OSError as error:
        raise StoreError(
            f"The library {target} cannot be restored: {error.strerror or error}.",
            hint="Close other programs that use it, and check the folder's permissions.",
        ) from error
    return aside


def _free_name(store: Path, word: str, clock: Clock) -> Path:
    """Return the name under which a store is to be kept."""
    stem = f"{store.stem}.{word}-{clock().astimezone(datetime.UTC).strftime(TIME_FORMAT)}"
    name, number = store.with_name(f"{stem}.sqlite"), 1
    while name.exists():
        number += 1
        name = store.with_name(f"{stem}-{number}.sqlite")
    return name


def _is_damaged(store: Path) -> bool:
    try:
        return bool(problems_of(store))
    except StoreError:
        return False


@contextmanager
def _held(store: Path) -> Iterator[None]:
    """Keep others from changing a sound store, with nothing in flight: its journal goes with it.

    Raise StoreError where somebody else is changing it. A damaged one is left as it is.
    """
    with (
        contextlib.closing(connect(store, read_only=False, timeout=LOCK_TIMEOUT)) as connection,
        explained(store),
    ):
        connection.execute("BEGIN EXCLUSIVE")
        if os.name == "nt":
            connection.close()  # Windows renames no file that is open, so it is held until here
        yield


def _set_aside(store: Path, aside: Path) -> None:
    """Give a store another name, with what SQLite keeps beside it.

    Where the file system can, the file also keeps its old name until it is replaced: a process
    that is stopped in between must not leave a place without a library.
    """
    try:
        os.link(store, aside)
    except OSError:
        os.rename(store, aside)
    _move_beside(store, aside)


def _put_back(aside: Path, store: Path) -> None:
    """Undo `_set_aside`."""
    if store.exists():
        aside.unlink()
    else:
        os.rename(aside, store)
    _move_beside(aside, store)


def _move_beside(old: Path, new: Path) -> None:
    """Have what SQLite keeps beside a file follow its name."""
    for ending in BESIDE:
        with contextlib.suppress(FileNotFoundError):
            os.rename(beside(old, ending), beside(new, ending))
