"""A reader at work on a file in a process of its own, bounded in CPU seconds and memory.

In: a reader, which is any function of a path at the top of a module, and the path of a file. Out:
a `Verdict`: read, refused in words, crashed, too slow, too big. Memory and CPU are bounded by the
system where it can (not on Windows); the time on the clock is bounded everywhere.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Literal, TypeAlias

from briefer.errors import BrieferError

Outcome: TypeAlias = Literal["read", "refused", "crashed", "too slow", "too big"]
Read: TypeAlias = Callable[[Path], object]

ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 6
_START = 60.0
"""Times a limit of CPU seconds, and seconds more, that a reader may take on a busy machine."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a reader may take for one file: CPU seconds, and megabytes more than before."""

    seconds: float = 10.0
    megabytes: int = 800


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a file.

    `said` are the words of a refusal, or where it crashed or stood when it was stopped. `seconds`
    are of CPU, `megabytes` what the process grew by at most. `lines` are those of the program that
    were run, as numbers that mean nothing else, where that was asked for.
    """

    outcome: Outcome
    said: str = ""
    error: str = ""
    seconds: float = 0.0
    megabytes: float = 0.0
    lines: frozenset[int] = frozenset()

    @property
    def safe(self) -> bool:
        """Whether the file was read, or refused in words, within the limits."""
        return self.outcome in ("read", "refused")


@dataclass(frozen=True, slots=True)
class Request:
    """What a child process is asked: a reader, a file, what the reader may raise, the limits."""

    read: Read
    path: Path
    refusals: tuple[type[Exception], ...]
    limits: Limits
    traced: bool


class Apart:
    """A child process in which files are read one after another; one that ends is replaced."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self._errors = Path(self._folder.name) / "errors"
        self._process: subprocess.Popen[bytes] | None = None

    def tried(
        self,
        read: Read,
        path: Path,
        *,
        refusals: tuple[type[Exception], ...] = (BrieferError,),
        limits: Limits | None = None,
        traced: bool = False,
    ) -> Verdict:
        """Return what comes of a file; raises nothing, whatever the reader does."""
        limits = limits or Limits()
        request = Request(read, path, refusals, limits, traced)
        process = self._process = self._process or self._started()
        stopped = threading.Event()
        timer = threading.Timer(limits.seconds * _PATIENCE + _START, _stop, (process, stopped))
        timer.start()
        try:
            verdict = _asked(process, request)
        except (EOFError, OSError, pickle.UnpicklingError):
            verdict = self._post_mortem(process, stopped)
        finally:
            timer.cancel()
        if verdict.outcome in ("too slow", "too big") or process.poll() is not None:
            self.close_process()
        return verdict

    def close_process(self) -> None:
        """End the child process; the next file has a new one."""
        if self._process:
            with contextlib.suppress(OSError):
                _pipe(self._process.stdin).close()
            self._process.kill()
            self._process.wait()
            _pipe(self._process.stdout).close()
        self._process = None

    def close(self) -> None:
        """End the child process for good."""
        self.close_process()
        self._folder.cleanup()

    def _started(self) -> subprocess.Popen[bytes]:
        with self._errors.open("wb") as errors:
            return subprocess.Popen(
                [sys.executable, "-m", "tests.fuzz.child"],
                cwd=ROOT,
                env={**os.environ, "PYTHONHASHSEED": "0"},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
            )

    def _post_mortem(self, process: subprocess.Popen[bytes], stopped: threading.Event) -> Verdict:
        """Return the verdict over a process that ended without one."""
        code = process.wait()
        said = self._errors.read_text(encoding="utf-8", errors="replace")
        # What a reader printed comes first, and of the stack the innermost line.
        said = said[max(0, said.rfind("(most recent call first)")) :][:4000]
        if stopped.is_set() or code == -getattr(signal, "SIGPROF", 0):
            return Verdict("too slow", said)
        return Verdict("crashed", f"the process ended with {code}\n{said}", error=f"exit {code}")


@contextlib.contextmanager
def apart() -> Iterator[Apart]:
    """Yield a child process to read files in."""
    child = Apart()
    try:
        yield child
    finally:
        child.close()


def _asked(process: subprocess.Popen[bytes], request: Request) -> Verdict:
    stream = _pipe(process.stdin)
    stream.write(pickle.dumps(request))
    stream.flush()
    verdict = pickle.load(_pipe(process.stdout))
    if not isinstance(verdict, Verdict):
        raise TypeError("a verdict was expected")
    if verdict.safe and verdict.seconds > request.limits.seconds:
        return replace(verdict, outcome="too slow")
    if verdict.safe and verdict.megabytes > request.limits.megabytes:
        return replace(verdict, outcome="too big")
    return verdict


def _stop(process: subprocess.Popen[bytes], stopped: threading.Event) -> None:
    stopped.set()
    process.kill()


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise ValueError("the process was started without pipes")
    return stream
