"""A campaign: valid files spoiled again and again, guided by what lines of the program they reach.

In: a `Reader`, a seed, how long. Out: counts, and what was found. A file that makes the program run
lines it had not run before is kept and spoiled further, so that the search goes where no file was.
The same seed tries the same files as long as the program is the same.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.fuzz.limits import Apart, Limits, Verdict
from tests.fuzz.other_store import spoiled_store
from tests.fuzz.reader import Form, Reader
from tests.fuzz.spoiling_bytes import spoiled
from tests.fuzz.spoiling_json import spoiled_json
from tests.fuzz.spoiling_xml import spoiled_xml
from tests.fuzz.spoiling_zip import spoiled_zip

_SLOWED = 6
"""Times that a reader is slower while its lines are noted; what looks too slow is tried again."""
_MOST_KEPT = 400
_REFUSED = 0.15
"""The share of files made of one that was refused: most of them are refused for the same again."""
_FOLLOWED = 0.35
"""The share of files whose lines are noted: that costs five times what reading does."""

Spoil = Callable[[bytes, random.Random], bytes]


@dataclass(frozen=True, slots=True)
class Found:
    """A file that a reader did not bear: its bytes and what came of it."""

    data: bytes
    verdict: Verdict

    @property
    def name(self) -> str:
        """By what files that fail alike are known."""
        return self.verdict.error or self.verdict.outcome


@dataclass
class Campaign:
    """The files kept so far, what was counted and what was found, each kind of failure once."""

    reader: Reader
    seed: int = 1
    tried: Counter[str] = field(default_factory=Counter)
    refusals: Counter[str] = field(default_factory=Counter)
    found: dict[str, Found] = field(default_factory=dict)
    lines: set[int] = field(default_factory=set)
    slowest: float = 0.0
    largest: float = 0.0
    _kept: list[bytes] = field(default_factory=list)
    _refused: list[bytes] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many files were tried."""
        return self.tried.total()

    @property
    def kept(self) -> int:
        """How many files are spoiled further."""
        return len(self._kept) + len(self._refused)

    def run(self, folder: Path, child: Apart, *, files: int = 0, seconds: float = 0.0) -> None:
        """Try so many files, or for so long, whichever ends first of those that are given."""
        chance, until = random.Random(self.seed), time.monotonic() + (seconds or float("inf"))
        path = folder / f"case{self.reader.suffix}"
        for data in self.reader.seeds().values():
            self._try(data, path, child, followed=True)
        most = self.count + files
        while (not files or self.count < most) and time.monotonic() < until:
            data = self._chosen(chance)
            spoilt = self._spoiled(data, chance)
            self._try(spoilt, path, child, followed=chance.random() < _FOLLOWED)

    def _chosen(self, chance: random.Random) -> bytes:
        """Return a file to spoil, half of the time one kept last, which are spoiled the most."""
        kept = self._refused if self._refused and chance.random() < _REFUSED else self._kept
        return chance.choice(kept[-20:] if chance.random() < 0.5 else kept)

    def _spoiled(self, data: bytes, chance: random.Random) -> bytes:
        return _SPOILING[self._form(data)](data, chance)

    def _form(self, data: bytes) -> Form:
        """Return how a file is best spoiled: a reader of several forms takes packages too."""
        return "zip" if data.startswith(b"PK\x03\x04") else self.reader.form

    def _try(self, data: bytes, path: Path, child: Apart, *, followed: bool) -> None:
        path.write_bytes(data)
        limits = self.reader.limits
        if followed:
            slower = Limits(limits.seconds * _SLOWED, limits.megabytes)
            verdict = self._asked(path, child, slower, traced=True)
        if not followed or verdict.outcome == "too slow" or verdict.seconds > limits.seconds / 2:
            lines = verdict.lines if followed else frozenset()
            verdict = replace(self._asked(path, child, limits, traced=False), lines=lines)
        self.tried[verdict.outcome] += 1
        self.slowest = max(self.slowest, verdict.seconds)
        self.largest = max(self.largest, verdict.megabytes)
        if verdict.outcome == "refused":
            self.refusals[verdict.error] += 1
        if not verdict.safe:
            found = Found(data, verdict)
            self.found.setdefault(found.name, found)
        new = verdict.lines - self.lines
        if (new and self.kept < _MOST_KEPT) or not self._kept:
            refused = verdict.outcome == "refused" and self._kept
            (self._refused if refused else self._kept).append(data)
        self.lines |= new

    def _asked(self, path: Path, child: Apart, limits: Limits, *, traced: bool) -> Verdict:
        reader = self.reader
        return child.tried(
            reader.read, path, refusals=reader.refusals, limits=limits, traced=traced
        )


_SPOILING: Mapping[Form, Spoil] = {
    "zip": spoiled_zip,
    "xml": lambda data, chance: (
        spoiled_xml(data, chance) if chance.random() < 0.7 else spoiled(data, chance)
    ),
    "json": spoiled_json,
    "text": spoiled,
    "bytes": spoiled,
    "sqlite": spoiled_store,
}
