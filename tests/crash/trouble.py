"""Kinds of work on a full disk and without the right to write: told, and nothing is lost.

In: a kind of work, a server of its processes. Out: what was wrong, and in how many words it was
refused. Must not know: what the works do.
"""

from __future__ import annotations

import itertools
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from tests.crash.harness import Kind, Server, Told, unfinished
from tests.crash.request import Request
from tests.ui.disks import filled

ROOM = (0, 8_192, 60_000, 250_000)
"""The bytes that are left on a full disk."""
_CLEAR = re.compile(
    r"disk is full|no room left|No space left|cannot be written|may not be written|"
    r"Permission denied|cannot be (?:made|changed|opened)|write-protected|room on its disk"
)
_NEXT_STEP = 2
"""Sentences: what is wrong, and what to do."""


class Trouble:
    """What came of works that had no room or no right."""

    def __init__(self, kind: Kind, served: Server) -> None:
        self.faults: list[str] = []
        self.refused = self.works = 0
        self._kind = kind
        self._served = served
        self._written_in = kind.folders()[:2]  # not the one for temporary files

    def full(self, disk: Path, rooms: Sequence[int] = ROOM) -> Trouble:
        """Do the work with only so much room on the disk; return the trouble there was."""
        self._begin()
        for number, room in enumerate(rooms, 1):
            self._try(number, filled(disk, but=room))
        return self

    def protected(self) -> Trouble:
        """Do the work in folders that may not be written; return the trouble there was."""
        self._begin()
        for number in (1, 2):
            self._try(number, write_protected(self._written_in))
        return self

    def _begin(self) -> None:
        _set(self._kind.folders(), folder=0o777, file=0o666)
        mask = os.umask(0)  # everybody may write what this process lays down for the work
        try:
            self._faults("before", self._kind.unharmed(self._served)[1])
        finally:
            os.umask(mask)

    def _request(self, number: int) -> Request:
        """Return a request for which everybody has the right to write."""
        request = self._kind.request(number)
        _set(self._kind.folders(), folder=0o777, file=0o666)
        return request

    def _try(self, number: int, trouble: AbstractContextManager[None]) -> None:
        """Do a work in trouble, look at what is there, and do it again without."""
        kind = self._kind
        request = self._request(number)
        with trouble:
            told = self._served.run(request)
            self._faults("in trouble", self._unclear(told))
            left = unfinished(kind.folders())
            self._faults("in trouble", [f"{name} is left" for name in left])
        self.works += 1
        self.refused += bool(told.refused)
        self._faults("in trouble", kind.judged(told).faults)
        again = self._served.run(self._request(number + len(ROOM)))
        if again.status:
            self._faults("after it", [f"does not work again: {again.refused}"])
        self._faults("after it", kind.judged(again).faults)

    def _unclear(self, told: Told) -> Iterator[str]:
        """Yield what is wrong with how a work was refused, if it was."""
        if told.status not in (0, 1):
            yield f"it ended with {told.status}"
        elif told.status and not _CLEAR.search(told.refused):
            yield f"its words are not clear: {told.refused!r}"
        elif told.status and len(re.findall(r"[.:] [A-Z]|[.]$", told.refused.strip())) < _NEXT_STEP:
            yield f"it names no next step: {told.refused!r}"

    def _faults(self, when: str, found: Iterable[str]) -> None:
        self.faults += [f"{self._kind.name}, {when}: {fault}" for fault in found]


@contextmanager
def write_protected(folders: tuple[Path, ...]) -> Iterator[None]:
    """Take the right to write folders and what is in them from all but root, for a block."""
    try:
        _set(folders, folder=0o555, file=0o444)
        yield
    finally:
        _set(folders, folder=0o777, file=0o666)


def _set(folders: tuple[Path, ...], *, folder: int, file: int) -> None:
    for path in itertools.chain.from_iterable((one, *one.rglob("*")) for one in folders):
        path.chmod(folder if path.is_dir() else file)
