"""Exports that go on behind the window: how far they are, a way to stop them, how they ended.

In: changes that run, from dialogs that were closed over them. Out: words in the status bar. Must
not know: what is written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from briefer.errors import BrieferError, CancelledError
from briefer.ui.exporting import Outcome
from briefer.ui.tasks import Change, Failed
from briefer.ui.widgets.job import JobRow


@dataclass(frozen=True, slots=True)
class Running:
    """A change that runs, what it does in words, and who is told of what it wrote."""

    change: Change
    words: str
    done: Callable[[Path], object]


class Background(QObject):
    """Shows the exports that run, the first of them, and what became of the last."""

    def __init__(self, row: JobRow, *, failed: Failed) -> None:
        super().__init__(row)
        self._row = row
        self._failed = failed
        self._running: list[Running] = []
        self._written: Path | None = None
        row.cancelled.connect(self._stop)
        row.open_wanted.connect(lambda: self._open(folder=False))
        row.folder_wanted.connect(lambda: self._open(folder=True))

    @property
    def running(self) -> tuple[Running, ...]:
        """The exports that run or wait for their turn, in their order."""
        return tuple(self._running)

    def take(self, running: Running) -> None:
        """Show an export that has begun until it ends."""
        self._running.append(running)
        change = running.change
        change.progressed.connect(lambda done, total: self._tell(running, done, total))
        change.finished.connect(lambda outcome: self._finished(running, outcome))
        change.failed.connect(lambda error: self._end(running, error))
        if len(self._running) == 1:
            self._row.begin(running.words)

    def _tell(self, running: Running, done: int, total: int) -> None:
        if self._running and self._running[0] is running:
            self._row.tell(done, total)

    def _finished(self, running: Running, outcome: Outcome) -> None:
        self._running.remove(running)
        self._written = outcome.report.path
        self._next(f"Exported {self._written.name}", openable=True)
        running.done(self._written)

    def _end(self, running: Running, error: Exception) -> None:
        """Tell that an export ended without a file."""
        self._running.remove(running)
        if isinstance(error, CancelledError):
            self._next("Export cancelled")
            return
        self._next("Export failed")
        self._failed(error)

    def _next(self, words: str, *, openable: bool = False) -> None:
        """Show the next export, or how the last one ended."""
        if self._running:
            self._row.begin(self._running[0].words)
        else:
            self._row.end(words, openable=openable)

    def _stop(self) -> None:
        """Stop the export that is shown."""
        if self._running:
            self._running[0].change.cancel()

    def _open(self, *, folder: bool) -> None:
        """Open what was written last, or the folder that holds it."""
        if self._written is None:
            return
        path = self._written.parent if folder else self._written
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._failed(BrieferError(f"This computer has no program to open {path}."))
