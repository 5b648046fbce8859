"""Background work in two words: `Query` asks, `Change` writes.

In: work as plain functions of plain values. Out: calls of `done` or `failed` in the thread of the
window. Work may not touch widgets or pixmaps (images are fine). A `Lane` is one thread with what it
alone may use, such as an open store; its jobs run one after the other. Must not know: what the work
does.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from inspect import isfunction
from typing import Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from briefer.errors import ConflictError, StoreError

R = TypeVar("R")
T = TypeVar("T")

Failed = Callable[[Exception], None]

_SWITCH_S = 0.0005


def answer_first() -> None:
    """Have the threads of this process take turns more often, for the window's sake.

    A thread that computes gives way to the window's after 0.5 ms instead of Python's usual 5 ms.
    Painting asks for its turn at nearly every call to Qt, so that the usual one adds up to stalls.
    """
    sys.setswitchinterval(_SWITCH_S)


class _Deliverer(QObject):
    """Brings results into the thread that made it."""

    arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.arrived.connect(self._call, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _call(self, deliver: Callable[[], None]) -> None:
        deliver()


class Lane(Generic[R]):
    """One thread, and what it opened at its first job."""

    def __init__(
        self,
        name: str,
        make: Callable[[], R],
        *,
        failed: Failed,
        lost: Callable[[Exception], bool] = lambda _: False,
    ) -> None:
        """Name the thread; `make` runs in it; `failed` takes errors nobody else handles.

        After an error that means that what was made is `lost`, it is made anew for the next job.
        """
        self._lost = lost
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._make = make
        self._made: list[R] = []
        self._failed = failed
        self._deliverer = _Deliverer()
        self._latest: dict[str, object] = {}
        self._closed = self._drains = False

    def submit(self, job: Callable[[R], T], *, deliver: Callable[[Future[T]], None]) -> None:
        """Run a job in the thread and deliver its future in the caller's."""
        if self._closed:
            return
        future = self._executor.submit(self._run, job)
        future.add_done_callback(lambda done: self._hand_over(done, deliver))

    def wait(self, job: Callable[[R], T]) -> T:
        """Run a job behind those that wait, and wait for it: the window closes. Raise its error."""
        return self._executor.submit(self._run, job).result()

    def claim(self, key: str) -> object:
        """Return a token; it is the latest of its key until the next claim."""
        token = object()
        self._latest[key] = token
        return token

    def is_latest(self, key: str, token: object) -> bool:
        """Return whether nothing newer was asked under this key."""
        return self._latest.get(key) is token

    def fail(self, error: Exception) -> None:
        """Hand an error to whoever takes those that nobody handles."""
        self._failed(error)

    def close(self, *, drain: bool = False, release: Callable[[R], None] | None = None) -> None:
        """Finish the running job, and with `drain` those that wait; let go of what was opened."""
        if self._closed:
            return
        self._closed, self._drains = True, drain
        self._executor.submit(self._release, release)
        self._executor.shutdown(wait=True, cancel_futures=False)

    def _release(self, release: Callable[[R], None] | None) -> None:
        if release is not None and self._made:
            release(self._made[0])

    def _run(self, job: Callable[[R], T]) -> T:
        if self._closed and not self._drains:
            raise SupersededError
        if not self._made:
            self._made.append(self._make())
        try:
            return job(self._made[0])
        except Exception as error:
            if self._lost(error):
                with suppress(Exception):
                    getattr(self._made[0], "close", lambda: None)()
                self._made.clear()
            raise

    def _hand_over(self, future: Future[T], deliver: Callable[[Future[T]], None]) -> None:
        def bring() -> None:
            if not self._closed:
                deliver(future)

        if not future.cancelled() and not self._closed:
            self._deliverer.arrived.emit(bring)


class SupersededError(Exception):
    """Somebody asked something newer before this job began."""


class Query(Generic[R, T]):
    """Asks a lane for something; of queries with the same key only the latest one answers."""

    def __init__(
        self,
        lane: Lane[R],
        work: Callable[[R], T],
        done: Callable[[T], None],
        *,
        key: str = "",
        failed: Failed | None = None,
    ) -> None:
        self._lane = lane
        self._work = work
        self._done = done
        self._key = key
        self._failed = failed or lane.fail
        self._token = lane.claim(key) if key else object()
        lane.submit(self._job, deliver=self._deliver)

    def _current(self) -> bool:
        return not self._key or self._lane.is_latest(self._key, self._token)

    def _job(self, resource: R) -> T:
        if not self._current():
            raise SupersededError
        return self._work(resource)

    def _deliver(self, future: Future[T]) -> None:
        error = future.exception()
        if not self._current() or isinstance(error, SupersededError) or _gone(self._done):
            return
        if isinstance(error, Exception):
            self._failed(error)
        elif error is None:
            self._done(future.result())


def is_lost(error: Exception) -> bool:
    """Return whether an error tells that a store has to be opened again: its drive was away."""
    return isinstance(error, StoreError) and not isinstance(error, ConflictError)


def _gone(done: Callable[[T], None], depth: int = 3) -> bool:
    """Return whether what would take a result was closed and deleted meanwhile.

    That is the object of a method, or any that a function made on the spot has kept, itself or in
    another function (`depth` times).
    """
    held = [getattr(done, "__self__", None)]
    for cell in getattr(done, "__closure__", None) or ():
        with suppress(ValueError):  # a variable without a value
            held.append(cell.cell_contents)
    return any(
        not shiboken6.isValid(one)
        if isinstance(one, QObject)
        else depth > 0 and isfunction(one) and _gone(one, depth - 1)
        for one in held
    )


class Steps:
    """How a `Change` tells of its progress and learns that it was cancelled, from its thread."""

    def __init__(self, report: Callable[[int, int], None]) -> None:
        self._report = report
        self._cancelled = threading.Event()

    def progress(self, done: int, total: int) -> None:
        """Tell the window that `done` of `total` steps are behind us."""
        self._report(done, total)

    def cancelled(self) -> bool:
        """Return whether the user cancelled."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._cancelled.set()


class Change(QObject):
    """Work that writes something, in a lane of its own: with progress, and a way to cancel it."""

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, lane: Lane[None], work: Callable[[Steps], object]) -> None:
        super().__init__()
        self._steps = Steps(self.progressed.emit)
        self._work = work
        self._lane = lane

    def start(self) -> None:
        """Begin, once everybody listens."""
        self._lane.submit(self._job, deliver=self._deliver)

    def cancel(self) -> None:
        """Ask the work to stop; `failed` follows with a CancelledError."""
        self._steps.cancel()

    def _job(self, _resource: None) -> object:
        return self._work(self._steps)

    def _deliver(self, future: Future[object]) -> None:
        error = future.exception()
        if error is None:
            self.finished.emit(future.result())
        else:
            self.failed.emit(error)
