"""The child process of `limits`: reads files as it is asked to, and says what came of each.

Requests and verdicts go through stdin and stdout, pickled. A reader that takes more CPU than it may
ends the process by a signal, after its stack was written to stderr; what allocates more than it may
gets a MemoryError.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import pickle
import signal
import sys
import time
import traceback
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import briefer
from tests.fuzz.limits import Limits, Request, Verdict

_OURS = str(Path(briefer.__file__).parent) + os.sep
_Trace: TypeAlias = Callable[[types.FrameType, str, object], "_Trace | None"]

_MEGABYTE = 1 << 20
_ROOM = 2
"""A process is stopped at so many times the megabytes it may have: address space is no memory."""


def main() -> None:
    """Answer requests until there are no more."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    faulthandler.enable()
    if hasattr(signal, "SIGPROF"):
        faulthandler.register(signal.SIGPROF, chain=True)
    while True:
        try:
            request = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        answers.write(pickle.dumps(verdict_on(request)))
        answers.flush()


def verdict_on(request: Request) -> Verdict:
    """Return what comes of a request."""
    lines: set[int] = set()
    before, started = _begin_memory(), time.process_time()
    with _bounded(request.limits), _traced(lines if request.traced else None):
        verdict = _judged(request)
    return Verdict(
        verdict.outcome,
        verdict.said,
        error=verdict.error,
        seconds=time.process_time() - started,
        megabytes=max(0.0, _memory("VmHWM") - before),
        lines=frozenset(lines),
    )


def _judged(request: Request) -> Verdict:
    try:
        request.read(request.path)
    except request.refusals as error:
        return Verdict("refused", str(error), error=type(error).__name__)
    except MemoryError:
        return Verdict("too big", traceback.format_exc(limit=-12)[-4000:], error="MemoryError")
    except BaseException as error:
        return Verdict("crashed", traceback.format_exc(limit=-12)[-4000:], error=_place(error))
    return Verdict("read")


def _place(error: BaseException) -> str:
    """Return an error's type and the last place in the program that it went through."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if frame.filename.startswith(_OURS)] or frames
    place = f"{ours[-1].filename.removeprefix(_OURS)}:{ours[-1].name}" if ours else "?"
    return f"{type(error).__name__} in {place}"


@contextlib.contextmanager
def _bounded(limits: Limits) -> Iterator[None]:
    """Bound CPU seconds and address space, where the system can."""
    if sys.platform == "win32":
        yield
        return
    import resource

    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    if Path("/proc/self/status").exists():
        most = int((_memory("VmSize") + _ROOM * limits.megabytes) * _MEGABYTE)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    signal.setitimer(signal.ITIMER_PROF, limits.seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


@contextlib.contextmanager
def _traced(lines: set[int] | None) -> Iterator[None]:
    """Note which lines of the program are run, each with the one before it."""
    if lines is None:
        yield
        return
    told = lines

    def enter(frame: types.FrameType, event: str, argument: object) -> _Trace | None:
        if not frame.f_code.co_filename.startswith(_OURS):
            return None
        at = [0]
        code = hash((frame.f_code.co_filename, frame.f_code.co_firstlineno))

        def step(frame: types.FrameType, event: str, argument: object) -> _Trace | None:
            told.add(hash((code, at[0], frame.f_lineno, event == "exception")))
            at[0] = frame.f_lineno
            return step

        return step

    sys.settrace(enter)
    try:
        yield
    finally:
        sys.settrace(None)


def _begin_memory() -> float:
    """Return the megabytes in use, from which on the most is counted anew."""
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return _memory("VmRSS")


def _memory(what: str) -> float:
    """Return megabytes that the system tells of this process, 0 where it does not."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    fields = dict(line.split(":", 1) for line in status.splitlines())
    return int(fields[what].split()[0]) / 1024


if __name__ == "__main__":
    main()
