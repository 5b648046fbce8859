"""What lies beside a store, looked at before SQLite does: it believes whatever lies there.

In: the path of a store. Out: its real path, or a DamageError naming the file beside it. Must not
know: what is in the store.

A library comes in a folder, from a colleague or a stranger. SQLite finishes or takes back what the
files beside it tell of (https://www.sqlite.org/fileformat2.html, sections 3 and 4), through links
and waiting for pipes, and removes the file that a journal names as that of several libraries
(https://www.sqlite.org/atomiccommit.html, section 5): any file of the user. Briefer never changes
several libraries together, so no journal of its own names one.
"""

from __future__ import annotations

import stat
import struct
import sys
from pathlib import Path

from briefer.errors import DamageError

JOURNAL, WAL, SHM = "-journal", "-wal", "-shm"
BESIDE = (JOURNAL, WAL, SHM)
"""What SQLite may leave beside a store; the first two belong to its content."""

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_HEAD = struct.Struct(">8sIIIII")
"""Mark, records, nonce, pages of the store before the change, bytes of a sector, of a page."""
_END = struct.Struct(">II8s")
"""Length and checksum of the name of the journal of several stores, mark."""
_LARGEST_PAGE = 65_536
_SLACK = 1 << 24
_MOST_TIMES = 4
_MOST_BYTES = 1 << 30
_HINT = (
    "Move that file away, or restore a backup with `briefer backup --restore latest`; look first "
    "who put it there."
)


def real_path(path: Path) -> Path:
    """Return the path beside which SQLite looks: it follows links to a store, but for Windows."""
    return path.resolve() if sys.platform != "win32" and path.is_symlink() else path


def beside(path: Path, ending: str) -> Path:
    """Return the path of what SQLite keeps beside a store."""
    return path.with_name(path.name + ending)


def check_beside(path: Path, *, copied: bool) -> None:
    """Raise DamageError where what lies beside a store would do more than finish a change of it.

    `copied` files must be of a bearable size, too.
    """
    for ending in BESIDE:
        other = beside(path, ending)
        try:
            found = other.lstat()
        except OSError:
            continue  # it is not there; what SQLite may not look at, it tells of itself
        if not stat.S_ISREG(found.st_mode):
            raise _wrong(path, other, "is no ordinary file")
        if copied and found.st_size > max(_MOST_BYTES, _MOST_TIMES * path.stat().st_size):
            raise _wrong(path, other, "is far larger than the library")
        if ending == JOURNAL and found.st_size:
            _check_journal(path, other)


def _check_journal(path: Path, journal: Path) -> None:
    """Raise DamageError where a journal names another file, or makes a store of any size."""
    try:
        with journal.open("rb") as stream:
            head = stream.read(_HEAD.size)
            size = stream.seek(0, 2)
            stream.seek(max(0, size - _END.size))
            end = stream.read()
    except OSError:
        return  # its change was finished in the meantime, or SQLite may not read it either
    if len(end) == _END.size:
        length, _, magic = _END.unpack(end)
        if magic == _MAGIC and length:
            raise _wrong(path, journal, "names another file, which would be removed")
    if len(head) == _HEAD.size:
        magic, _, _, pages, _, page = _HEAD.unpack(head)
        # Pages that a change cut off are in the journal, all others in the store.
        most = path.stat().st_size + size + _SLACK
        if magic == _MAGIC and pages * min(page, _LARGEST_PAGE) > most:
            raise _wrong(path, journal, "tells of a library larger than there is")


def _wrong(path: Path, other: Path, what: str) -> DamageError:
    return DamageError(
        f"The library {path} is not opened: the file {other.name} beside it {what}.", hint=_HINT
    )
