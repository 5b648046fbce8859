"""Whole processes measured from outside: seconds, seconds of computing, most memory.

In: commands. Out: what each cost. They run one at a time and in turns (ours, theirs, ours, theirs),
so that other work on the machine falls on all of them. Must not know: what the commands do. Keep
this and what imports it light: on Linux a new process counts the memory of the one that started it.
"""

from __future__ import annotations

import hashlib
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_MB = 2**20


BEGAN = "{began}"
"""An argument that becomes the monotonic time at which the process is started."""


class WorkError(Exception):
    """A measured command did not end well; says how."""


@dataclass(frozen=True, slots=True)
class Command:
    """What is run: arguments, variables added to the environment, and the file it is to write."""

    arguments: tuple[str, ...]
    variables: Mapping[str, str] | None = None
    target: Path | None = None

    @classmethod
    def python(
        cls,
        *arguments: str | Path,
        target: Path | None = None,
        variables: Mapping[str, str] | None = None,
    ) -> Command:
        """Return a command for this Python."""
        return cls((sys.executable, *map(str, arguments)), variables, target)


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run cost: seconds, seconds of computing, MB at most; what it printed and wrote."""

    seconds: float
    computing: float
    memory: float
    told: str = ""
    bytes: int = 0
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Costs:
    """What all runs of one command cost. `failure` says why there are none."""

    runs: tuple[Cost, ...] = ()
    failure: str = ""

    @property
    def seconds(self) -> float:
        """The middle of the runs' seconds, NaN without any."""
        return _middle(run.seconds for run in self.runs)

    @property
    def computing(self) -> float:
        """The middle of the runs' seconds of computing."""
        return _middle(run.computing for run in self.runs)

    @property
    def memory(self) -> float:
        """The middle of the runs' most memory, in MB."""
        return _middle(run.memory for run in self.runs)

    @property
    def bytes(self) -> int:
        """The size of what was written, in bytes."""
        return self.runs[0].bytes if self.runs else 0

    @property
    def identical(self) -> bool | None:
        """Whether all runs wrote the same bytes; None where there was one run only."""
        digests = {run.digest for run in self.runs}
        return len(digests) == 1 if len(self.runs) > 1 else None

    @property
    def told(self) -> str:
        """What the last run printed."""
        return self.runs[-1].told if self.runs else ""


def run(command: Command) -> Cost:
    """Run a command to its end and return what it cost; raise WorkError where it fails."""
    environment = {**os.environ, **(command.variables or {})}
    # An installed program is compiled once, not at every start.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPATH"] = os.pathsep.join(
        part for part in (str(ROOT), environment.get("PYTHONPATH", "")) if part
    )
    with tempfile.TemporaryFile() as told, tempfile.TemporaryFile() as complaints:
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(time.monotonic()) if word == BEGAN else word for word in command.arguments],
            stdin=subprocess.DEVNULL,
            stdout=told,
            stderr=complaints,
            env=environment,
        )
        computing, memory = _wait(process)
        seconds = time.perf_counter() - start
        texts = []
        for stream in (told, complaints):
            stream.seek(0)
            texts.append(stream.read().decode("utf-8", "replace"))
    if process.returncode:
        raise WorkError(f"exit status {process.returncode}: {_last_line(texts[1] or texts[0])}")
    written = command.target.read_bytes() if command.target else b""
    digest = hashlib.sha256(written).hexdigest() if written else ""
    return Cost(seconds, computing, memory, texts[0], len(written), digest)


def in_turns(
    commands: Mapping[str, Command],
    runs: int,
    *,
    tell: Callable[[str], object],
    warm: bool = False,
) -> dict[str, Costs]:
    """Run every command so many times, in turns, and return the costs by name.

    With `warm` a first round does not count: it puts files into the system's cache. A command that
    fails is not run again.
    """
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    failures: dict[str, str] = {}
    for turn in range(-1 if warm else 0, runs):
        for name, command in commands.items():
            if name in failures:
                continue
            tell(f"{name}, run {turn + 1} of {runs}")
            try:
                cost = run(command)
            except (WorkError, OSError) as error:
                failures[name] = str(error)
                continue
            if turn >= 0:
                costs[name].append(cost)
    return {name: Costs(tuple(costs[name]), failures.get(name, "")) for name in commands}


def growth(before: float, after: float, *, sizes: tuple[float, float]) -> float:
    """Return the exponent by which something grows: 1 is in proportion to the size."""
    if not (before > 0 and after > 0):
        return math.nan
    return math.log(after / before) / math.log(sizes[1] / sizes[0])


def _middle(values: Iterable[float]) -> float:
    listed: Sequence[float] = list(values)
    return statistics.median(listed) if listed else math.nan


def _wait(process: subprocess.Popen[bytes]) -> tuple[float, float]:
    """Wait for a process; return its seconds of computing and its most memory in MB."""
    if sys.platform == "win32":
        process.wait()
        return math.nan, math.nan
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / _MB


def _last_line(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1].strip()[:200] if lines else "it said nothing"
