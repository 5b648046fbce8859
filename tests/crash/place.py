"""What all kinds of work have: a user's folder, one for temporary files, requests."""

from __future__ import annotations

import abc
from pathlib import Path

from briefer import whole
from briefer.ui.places import Places
from tests.crash.harness import Judged, Server, Told, emptied
from tests.crash.request import Request


class Place(abc.ABC):
    """The folders of a kind of work, empty at first."""

    name = ""

    def __init__(self, folder: Path) -> None:
        self.home = emptied(folder / "home")
        self.out = emptied(folder / "out")
        self.temporary = emptied(folder / "temporary")

    @abc.abstractmethod
    def request(self, number: int) -> Request:
        """Return the next work, with all in place for it."""

    @abc.abstractmethod
    def judged(self, told: Told) -> Judged:
        """Return what is found after it ended."""

    def unharmed(self, served: Server) -> tuple[Told, list[str]]:
        """Have it done once to compare with; return what it tells, and what is wrong with it."""
        told = served.run(self.request(0))
        faults = [f"refused: {told.refused}"] if told.status else []
        return told, [*faults, *self.judged(told).faults]

    def folders(self) -> tuple[Path, ...]:
        """Return the folders in which something may be left."""
        return (self.home, self.out, self.temporary)

    def work_on(self) -> None:
        """Sweep what the next window does, in the folders of its user."""
        places = Places(self.home / "store.sqlite", Path(), self.home, Path())
        whole.sweep(self.temporary, *places.written_in)

    def asks(self, work: str, *arguments: object) -> Request:
        """Return a request."""
        words = tuple(str(argument) for argument in arguments)
        return Request(work, words, str(self.home), str(self.temporary))


def judged(*faults: str | None, went: bool = False) -> Judged:
    """Return the faults that are some, judged."""
    return Judged(tuple(fault for fault in faults if fault), went)
