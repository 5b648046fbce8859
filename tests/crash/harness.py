"""Processes killed at any moment, and counts of what was found after each kill.

In: kinds of work (`tests.crash.kinds`), a seed, how often. Out: a tally for each kind: how many
processes were killed, how far they had come, what was acknowledged, what was found wrong. Must not
know: what the works do.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import selectors
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from tests.crash.request import Request

ROOT = Path(__file__).resolve().parents[2]
QUARTERS = 4
_PATIENCE_S = 120.0
_MOST_ROUNDS = 3
"""Rounds for each kill that is wanted: a work may end before its kill."""
_UNSAID = ("~", "pid ", "ended ", "refused ")


@dataclass(frozen=True, slots=True)
class Told:
    """What a process told, and when in seconds since it began; `status` with which it ended."""

    lines: tuple[str, ...]
    times: tuple[float, ...]
    status: int

    @property
    def done(self) -> tuple[str, ...]:
        """What was acknowledged, in order."""
        return tuple(line for line in self.lines if not line.startswith(_UNSAID))

    @property
    def refused(self) -> str:
        """What it refused, in its words; "" where nothing."""
        refused = (line for line in self.lines if line.startswith("refused "))
        return "".join(json.loads(line.removeprefix("refused ")) for line in refused)

    @property
    def killed(self) -> bool:
        """Whether it was ended by the kill and not by itself before."""
        return self.status == -signal.SIGKILL


class Server:
    """The process that forks off those that work."""

    def __init__(self, command: Sequence[str] = ()) -> None:
        """Start it, behind a command that starts others as another user, if one is given."""
        self._process = subprocess.Popen(
            [*command, sys.executable, "-m", "tests.crash.program"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"},
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._in, self._out = self._process.stdin, self._process.stdout
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._out, selectors.EVENT_READ)
        self._rest = b""

    def run(self, request: Request, *, after: int = 0, pause: float | None = None) -> Told:
        """Have a work done; with `pause`, kill it so many seconds after so many lines."""
        self._in.write(f"{request.line}\n".encode())
        self._in.flush()
        lines: list[str] = []
        times: list[float] = []
        self._read(lines, times, until=lambda: bool(lines))
        child, begin = int(lines[0].split()[1]), times[0]
        if pause is not None:
            self._read(lines, times, until=lambda: len(lines) > after)
            self._read(lines, times, until=lambda: False, end=time.monotonic() + pause)
            if not lines[-1].startswith("ended "):
                with contextlib.suppress(ProcessLookupError):  # it has just ended
                    os.kill(child, signal.SIGKILL)
        self._read(lines, times, until=lambda: lines[-1].startswith("ended "))
        status = int(lines[-1].split()[1])
        return Told(tuple(lines), tuple(at - begin for at in times), status)

    def _read(
        self,
        lines: list[str],
        times: list[float],
        *,
        until: Condition,
        end: float | None = None,
    ) -> None:
        """Read lines until a condition holds, the work has ended, or a time has come."""
        latest = time.monotonic() + _PATIENCE_S if end is None else end
        while not until() and not (lines and lines[-1].startswith("ended ")):
            left = latest - time.monotonic()
            if left <= 0 or not self._selector.select(left):
                if end is not None:
                    return
                raise TimeoutError(f"nothing was told for long after {lines[-3:]}")
            read = os.read(self._out.fileno(), 1 << 16)
            if not read:
                raise EOFError("the process that forks off others has ended")
            *whole, self._rest = (self._rest + read).split(b"\n")
            lines += [line.decode() for line in whole]
            times += [time.monotonic()] * len(whole)

    def close(self) -> None:
        """End it."""
        self._selector.close()
        self._in.close()
        self._process.wait(_PATIENCE_S)
        self._out.close()


class Condition(Protocol):
    """What is waited for."""

    def __call__(self) -> bool:
        """Return whether it is there."""


@contextmanager
def server(command: Sequence[str] = ()) -> Iterator[Server]:
    """Give a server for a block."""
    started = Server(command)
    try:
        yield started
    finally:
        started.close()


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found after a kill: `went` tells whether what was in flight is there."""

    faults: tuple[str, ...] = ()
    went: bool = False


class Kind(Protocol):
    """A kind of work, done in folders of its own."""

    name: str

    def unharmed(self, served: Server) -> tuple[Told, list[str]]:
        """Have it done once to compare with; return what it tells, and what is wrong with it."""

    def request(self, number: int) -> Request:
        """Return the next work, with all in place for it."""

    def judged(self, told: Told) -> Judged:
        """Return what is found after it ended, however it did."""

    def work_on(self) -> None:
        """Do what is done next where a process was killed, which sweeps what it left."""

    def folders(self) -> tuple[Path, ...]:
        """Return the folders in which something may be left."""


@dataclass
class Tally:
    """What became of a kind of work."""

    name: str
    kills: int = 0
    ended: int = 0
    """How many ended by themselves before their kill."""
    reached: list[int] = field(default_factory=lambda: [0] * QUARTERS)
    """How many of those killed had come into each quarter of the work."""
    acknowledged: int = 0
    went: int = 0
    """After how many kills a change in flight was there, whole; it was absent after the others."""
    left: int = 0
    """How many kills left something unfinished, which the next work removed."""
    faults: list[str] = field(default_factory=list)


def kill(kind: Kind, served: Server, *, times: int, seed: int) -> Tally:
    """Kill a work so often, at moments spread over all of it, and look at what is there then."""
    chance = random.Random(f"{seed} {kind.name}")
    tally = Tally(kind.name)
    whole, faults = kind.unharmed(served)
    faults += _what_stays(kind, tally)
    tally.faults += [f"{kind.name}, unharmed: {fault}" for fault in faults]
    number = 0
    while tally.kills < times and number < _MOST_ROUNDS * times:
        number += 1
        after, pause = _moment(chance, whole.times)
        told = served.run(kind.request(number), after=after, pause=pause)
        _count(tally, told, whole)
        judged = kind.judged(told)
        tally.went += judged.went
        faults = [*judged.faults, *_what_stays(kind, tally)]
        if not told.killed and told.status:
            faults.append(f"ended with {told.status}: {told.refused}")
        tally.faults += [f"{kind.name}, kill {number}: {fault}" for fault in faults]
    return tally


def _moment(chance: random.Random, times: Sequence[float]) -> tuple[int, float]:
    """Return after how many lines to kill, and how many seconds later.

    Half of the moments are spread over the time, half over what is done in it: much of the time
    passes between two touches of files, and what can go wrong is near them.
    """
    if chance.random() < 0.5:
        return 0, chance.uniform(0, times[-1])
    after = chance.randrange(len(times) - 1)
    return after, chance.uniform(0, times[after + 1] - times[after])


def _count(tally: Tally, told: Told, whole: Told) -> None:
    tally.acknowledged += len(told.done)
    if not told.killed:
        tally.ended += 1
        return
    tally.kills += 1
    # The last line of both tells that the process has ended.
    share = (len(told.lines) - 1) / len(whole.lines)
    tally.reached[min(int(share * QUARTERS), QUARTERS - 1)] += 1


def _what_stays(kind: Kind, tally: Tally) -> list[str]:
    """Return what is left in the folders after the next work there."""
    tally.left += bool(unfinished(kind.folders()))
    kind.work_on()
    return [f"{name} is left for ever" for name in unfinished(kind.folders())]


def unfinished(folders: Sequence[Path]) -> list[str]:
    """Return the names of what was begun and not finished in folders, at any depth."""
    found = (path for folder in folders for path in folder.rglob("*"))
    names = (path.name for path in found)
    return sorted(
        name for name in names if name.endswith((".part", ".tmp", ".new")) or "-journal" in name
    )


def emptied(folder: Path) -> Path:
    """Return a folder that is there, with nothing in it."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    return folder
