"""Saving as the user goes: the last state of the briefing, soon after every change.

In: briefing files to keep, and the steps that led there. Out: one file of each in the user's
folder, replaced whole, and what became of it. Must not know: the window.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from briefer.errors import BrieferError, BriefingFileError
from briefer.storyboard.files import BriefingFile, load_briefing, save_briefing
from briefer.ui.tasks import Lane, Query
from briefer.ui.undo_file import UndoFile

DELAY_MS = 800
"""How long after a change it is saved (design page "app", section 9)."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of the last change: saved at a time, being saved, or not saved and why."""

    state: Literal["untouched", "saved", "saving", "failed"]
    at: datetime | None = None
    error: BrieferError | None = None


class Autosave(QObject):
    """Writes what `current` returns a moment after the last `touch`, in the lane for files."""

    changed = Signal()

    def __init__(
        self,
        path: Path,
        lane: Lane[None],
        current: Callable[[], BriefingFile],
        *,
        undo: UndoFile,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__()
        self.path = path
        self.saved = Saved("untouched")
        self._lane = lane
        self._current = current
        self._undo = undo
        self._now = now
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self.save_now)

    def touch(self) -> None:
        """Save soon."""
        self._set(Saved("saving"))
        self._timer.start()

    def save_now(self) -> None:
        """Save at once, off the window's thread."""
        self._timer.stop()
        save = self._saving()
        Query(self._lane, lambda _: save(), self._done, key="save", failed=self._fail)

    def settle(self) -> bool:
        """Save what still waits and return whether all is saved: the window is to close.

        The window's thread waits for it, behind an older save that is on its way.
        """
        if self.saved.state in ("saving", "failed"):
            self._timer.stop()
            save = self._saving()
            try:
                self._lane.wait(lambda _: save())
            except BrieferError as error:
                self._set(Saved("failed", error=error))
            else:
                self._set(Saved("saved", self._now()))
        return self.saved.state != "failed"

    def _saving(self) -> Callable[[], None]:
        """Return what saves the briefing as it stands now, in any thread."""
        file, journal = self._current(), self._undo.current()

        def save() -> None:
            self._undo.write(journal)
            write(self.path, file)
            self._undo.was_saved(file.briefing)

        return save

    def _done(self, _result: None) -> None:
        if not self._timer.isActive():
            self._set(Saved("saved", self._now()))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, BrieferError):
            self._lane.fail(error)
            error = BriefingFileError("The briefing cannot be saved.", details=str(error))
        self._set(Saved("failed", error=error))

    def _set(self, saved: Saved) -> None:
        self.saved = saved
        self.changed.emit()


def write(path: Path, file: BriefingFile) -> None:
    """Write a briefing file, its folder made if need be; raise BriefingFileError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BriefingFileError(
            f"The folder {path.parent} cannot be made: {error.strerror}.",
            hint="Check that it may be written.",
        ) from error
    save_briefing(path, file)


def recover(path: Path, *, kinds: Collection[str]) -> BriefingFile | None:
    """Return the briefing saved last, or None where there is none.

    One that cannot be read is set aside under another name, so that nothing is lost; then
    BriefingFileError is raised, naming it.
    """
    if not path.exists():
        return None
    try:
        return load_briefing(path, kinds=kinds)
    except BriefingFileError as error:
        aside = free_name(path.with_suffix(".damaged"))
        with suppress(OSError):
            path.rename(aside)
        raise BriefingFileError(
            "The briefing saved last cannot be read.",
            hint=f"It was set aside as {aside}.",
            details=str(error),
        ) from error


def free_name(path: Path) -> Path:
    """Return the path, or with a number behind its name the first that is not taken."""
    number, free = 2, path
    while free.exists():
        free = path.with_stem(f"{path.stem} {number}")
        number += 1
    return free
