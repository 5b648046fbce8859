"""Files and folders that appear whole or not at all, and nothing left of those that do not.

In: a folder, what to make in it. Out: the file or folder under its name. Must not know: what is in
them. What is being made has a name of our own (`.briefer-….part`) beside its place and is renamed
when it is done. As long as it is being made its process holds a lock on it, which the system takes
back however that process ends; so whoever makes something in the same folder next can tell what
nobody will finish, and removes it.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import platform
import re
import secrets
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if sys.platform != "win32":
    import fcntl

_NAME = re.compile(r"\.briefer-[0-9a-f]{32}\.part")
_SILENT_S = 3600
"""Seconds without a write after which nobody works on what cannot be locked (Windows), or was made
on another computer (network drives, some of which keep locks to one computer)."""
_TRIES = 10
_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL

OURS = 0o700
"""The permissions of a folder that is only for the user."""


def write_whole(
    target: Path, data: bytes, *, permissions: int = 0o666, forced: bool = True
) -> None:
    """Write a file in the place of what was there; raise OSError, with that as it was.

    `permissions` are lessened by the system's mask; `forced` waits until all is on the disk.
    """
    with new_file(target.parent, permissions=permissions) as (made, stream):
        stream.write(data)
        finish(stream)
        replace(made, target, forced=forced)


def read_ordinary(path: Path, most: int) -> bytes:
    """Return what a file of at most so many bytes holds; raise OSError where it is none such.

    A pipe is not waited for, of a device nothing is read. Links are followed, as by users who keep
    their files elsewhere.
    """
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "it is no ordinary file", str(path))
    with path.open("rb") as stream:
        data = stream.read(most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return data


@contextmanager
def new_file(folder: Path, *, permissions: int = 0o666) -> Iterator[tuple[Path, IO[bytes]]]:
    """Give a new file in a folder; it is removed unless it is given another name in the block.

    `finish` comes before that. Raise OSError where none can be made.
    """
    sweep(folder)
    path, handle = _held(folder, permissions, folder=False)
    try:
        with os.fdopen(handle, "w+b") as stream:
            yield path, stream
    finally:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def finish(stream: IO[bytes]) -> None:
    """Have all that was written in the file, so that it can be renamed."""
    stream.flush()
    if sys.platform == "win32":
        stream.close()  # it renames no file that is open


@contextmanager
def new_folder(folder: Path, *, permissions: int = 0o777) -> Iterator[Path]:
    """Give a new folder in a folder; it is removed unless it is given another name in the block.

    Raise OSError where none can be made.
    """
    sweep(folder)
    path, handle = _held(folder, permissions, folder=True)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)
        if handle >= 0:
            os.close(handle)


@contextmanager
def made_in(folder: Path, name: str = "store.sqlite") -> Iterator[Path]:
    """Give the name of a file to be made; it is removed, with what is beside it, unless placed.

    The folder is made where it is not there. Raise OSError where it cannot be made or written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with new_folder(folder, permissions=OURS) as made:
        yield made / name


def private_folder() -> contextlib.AbstractContextManager[Path]:
    """Give a folder for this user alone among the system's temporary ones, and remove it."""
    return new_folder(Path(tempfile.gettempdir()), permissions=OURS)


def replace(made: Path, target: Path, *, forced: bool = True) -> None:
    """Give a finished file its name, in the place of what had that name; `forced` onto the disk."""
    if forced:
        force(made)
    os.replace(made, target)
    if forced:
        settle(target.parent)


def place(made: Path, target: Path) -> None:
    """Give a finished file its name; raise FileExistsError where another has it already."""
    force(made)
    try:
        os.link(made, target)
    except FileExistsError:
        raise
    except OSError:
        # This file system knows no second names. Windows refuses to rename to a name that is there.
        if target.exists():
            raise FileExistsError(f"{target} exists") from None
        os.rename(made, target)
    settle(target.parent)


def force(file: Path) -> None:
    """Have what a file holds on the disk."""
    handle = os.open(file, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def settle(folder: Path) -> None:
    """Have the names in a folder on the disk; Windows needs no telling."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def sweep(*folders: Path) -> None:
    """Remove from folders what processes that are gone left unfinished; none need be there."""
    for folder in folders:
        for path in _left_in(folder):
            with contextlib.suppress(OSError):
                _sweep_one(path)


def _left_in(folder: Path) -> Iterable[Path]:
    """Return what in a folder is named as we name what is being made."""
    try:
        with os.scandir(folder) as entries:
            return [Path(entry.path) for entry in entries if _NAME.fullmatch(entry.name)]
    except OSError:
        return ()


def _sweep_one(path: Path) -> None:
    """Remove a file or folder whose maker is gone."""
    kind = path.lstat().st_mode
    if not stat.S_ISDIR(kind) and not stat.S_ISREG(kind):
        return
    # Windows removes no file that is open, by us either.
    reading = os.O_RDONLY if stat.S_ISDIR(kind) else os.O_RDWR
    handle = -1 if sys.platform == "win32" else _open(path, reading)
    try:
        held = _lock(handle)
        sure = held and path.name.startswith(_beginning())
        if sure or held is not False and time.time() - _last_write(path) > _SILENT_S:
            shutil.rmtree(path) if stat.S_ISDIR(kind) else path.unlink()
    finally:
        if handle >= 0:
            os.close(handle)


def _last_write(path: Path) -> float:
    """Return when a file, or anything in a folder, was written last."""
    inside = path.iterdir() if path.is_dir() else ()
    return max(float(each.lstat().st_mtime) for each in (path, *inside))


def _held(parent: Path, permissions: int, *, folder: bool) -> tuple[Path, int]:
    """Return something new in a folder and what is open of it, locked; -1 where nothing can be."""
    for _ in range(_TRIES):
        path = parent / f"{_beginning()}{secrets.token_hex(12)}.part"
        if folder:
            path.mkdir(permissions)
        try:
            handle = _open(path, os.O_RDONLY if folder else _NEW, permissions)
        except FileNotFoundError:
            if parent.is_dir():
                continue  # somebody swept the folder before it was locked
            raise
        if _lock(handle) is not False and path.exists():
            return path, handle
        if handle >= 0:
            os.close(handle)
    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(parent))


def _beginning() -> str:
    """Return how the names begin that this computer gives; they tell computers apart, no more."""
    return f".briefer-{hashlib.sha256(platform.node().encode()).hexdigest()[:8]}"


def _open(path: Path, flags: int, permissions: int = 0) -> int:
    """Open a file or folder, never through a link; -1 for a folder on Windows, which opens none."""
    if sys.platform == "win32":
        return -1 if path.is_dir() else os.open(path, flags | os.O_BINARY, permissions)
    return os.open(path, flags | os.O_NOFOLLOW, permissions)


def _lock(handle: int) -> bool | None:
    """Return whether a lock is ours now, None where the system knows no such locks."""
    if sys.platform == "win32" or handle < 0:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True
