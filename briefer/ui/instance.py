"""One window for one user's folder: a second start hands its file over to the first and ends.

In: the user's folder, files to open. Out: whether this program is the first; files that later
starts hand over. No socket is opened for that, not even a local one: the first program holds a lock
file, the others lay a small file into the folder `inbox`, which the first watches. Must not know:
widgets.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import stat
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, QSysInfo, QTimer, Signal

from briefer.errors import BrieferError
from briefer.whole import read_ordinary, write_whole

_PATIENCE = 15.0
"""Seconds after which a program that does not take what was handed over is not waited for: the
first may still be loading."""
_STEP = 0.05
_LOOK_MS = 1500
"""How often the inbox is looked into besides: folders on network drives tell no changes."""
_BEAT_MS = 60_000
_SILENT = 600.0
"""Seconds without a beat after which the lock of another computer is one left behind."""
_LARGEST = 100_000
_ENDING = ".open"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds the lock: a process, on which computer, and the library of its window."""

    process: int
    computer: str
    store: str = ""

    @property
    def elsewhere(self) -> bool:
        """Whether it runs on another computer."""
        return bool(self.computer) and self.computer != QSysInfo.machineHostName()


class Instance(QObject):
    """The lock of a user's folder, and the files that others want opened."""

    wanted = Signal(object)
    """The path of a briefing to open, or None: the window is only to come to the front."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.inbox = folder / "inbox"
        self._place = folder / "window.lock"
        self._about = folder / "window.open"
        self._lock = QLockFile(str(self._place))
        # A window stays open for days; whether its process lives is asked, not how old the lock is.
        self._lock.setStaleLockTime(0)
        self._watcher: QFileSystemWatcher | None = None
        self._timers: list[QTimer] = []

    def claim(self, store: Path) -> bool:
        """Return whether this is the only window on the folder; it then holds the lock.

        A lock left behind by a crash is taken over. Where none can be made, because the folder
        cannot be written, there is nothing to share either, and the window opens.
        """
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._clear_place()
        held = self._lock.tryLock(0)
        if not held and self._left_behind():
            with contextlib.suppress(OSError):
                self._place.unlink()
            held = self._lock.tryLock(0)
        if not held and self._lock.error() == QLockFile.LockError.LockFailedError:
            return False
        with contextlib.suppress(OSError):
            about = json.dumps({"store": _full(store)}).encode("utf-8")
            write_whole(self._about, about, forced=False)
        return True

    def holder(self) -> Holder:
        """Return who holds the lock."""
        process, computer, _ = self._lock.getLockInfo()
        store = ""
        with contextlib.suppress(OSError, ValueError, AttributeError, RecursionError):
            store = str(json.loads(read_ordinary(self._about, _LARGEST)).get("store", ""))
        return Holder(process, computer, store)

    def hand_over(self, briefing: Path | None, *, patience: float = _PATIENCE) -> None:
        """Have the first window open a file and come to the front.

        Raise BrieferError where it does not answer; nothing is left in its inbox then.
        """
        request = self._lay_down(briefing)
        end = time.monotonic() + patience
        while request.exists():
            if time.monotonic() >= end:
                with contextlib.suppress(OSError):
                    request.unlink()
                holder = self.holder()
                raise BrieferError(
                    f"Briefer is open already (process {holder.process}) and does not answer.",
                    hint="Close its window, or end that process, and try again.",
                )
            time.sleep(_STEP)

    def listen(self) -> None:
        """Begin to take what others hand over, once everybody is connected to `wanted`."""
        self._deafen()
        with contextlib.suppress(OSError):
            self.inbox.mkdir(parents=True, exist_ok=True)
        self._watcher = QFileSystemWatcher([str(self.inbox)], self)
        self._watcher.directoryChanged.connect(lambda _: self.look())
        self._repeat(_LOOK_MS, self.look)
        self._repeat(_BEAT_MS, self._beat)
        self.look()

    def look(self) -> None:
        """Take what lies in the inbox, the oldest first."""
        try:
            found = sorted(self.inbox.glob(f"*{_ENDING}"), key=lambda path: path.name)
        except OSError:
            return
        for path in found:
            briefing = _read(path)
            with contextlib.suppress(OSError):
                path.unlink()
                self.wanted.emit(briefing)

    def release(self) -> None:
        """Let go of the folder: the window was closed."""
        self._deafen()
        if self._lock.isLocked():
            with contextlib.suppress(OSError):
                self._about.unlink(missing_ok=True)
            self._lock.unlock()

    def _deafen(self) -> None:
        """Stop listening."""
        for timer in self._timers:
            timer.stop()
        self._timers.clear()
        self._watcher = None

    def _lay_down(self, briefing: Path | None) -> Path:
        name = f"{time.time_ns():020d}-{secrets.token_hex(4)}{_ENDING}"
        request = self.inbox / name
        text = json.dumps({"briefing": _full(briefing) if briefing else ""})
        try:
            self.inbox.mkdir(parents=True, exist_ok=True)
            write_whole(request, text.encode("utf-8"), forced=False)
        except OSError as error:
            raise BrieferError(
                f"Briefer is open already and cannot be reached: {self.inbox} cannot be written "
                f"({error.strerror or error}).",
                hint="Use File > Open in its window.",
            ) from error
        return request

    def _clear_place(self) -> None:
        """Remove what no Briefer left in the lock's place: Qt reads it, and waits for a pipe."""
        kind = self._place.lstat().st_mode
        if stat.S_ISDIR(kind):
            self._place.rmdir()
        elif not stat.S_ISREG(kind):
            self._place.unlink()

    def _left_behind(self) -> bool:
        """Return whether the lock is another computer's, and nothing was heard of it for long."""
        if not self.holder().elsewhere:
            return False
        try:
            return time.time() - self._place.stat().st_mtime > _SILENT
        except OSError:
            return False

    def _beat(self) -> None:
        """Show other computers that the lock is held still."""
        with contextlib.suppress(OSError):
            os.utime(self._place)

    def _repeat(self, pause: int, do: Callable[[], None]) -> None:
        timer = QTimer(self)
        timer.setInterval(pause)
        timer.timeout.connect(do)
        timer.start()
        self._timers.append(timer)


def join_or_claim(instance: Instance, store: Path | None, own: Path, briefing: Path | None) -> bool:
    """Return whether to open a window; else the one that is open got the file.

    `store` is the library that was named, `own` the one used without a name. Raise BrieferError
    where the open window cannot take the file: it has another library, or runs elsewhere.
    """
    if instance.claim(store or own):
        return True
    holder = instance.holder()
    if holder.elsewhere:
        raise BrieferError(
            f"Briefer is open with this folder on another computer, {holder.computer}.",
            hint="Close it there, or name another folder with BRIEFER_HOME.",
        )
    if store is not None and holder.store and holder.store != _full(store):
        raise BrieferError(
            f"Briefer is open already, with the library {holder.store}.",
            hint="Close its window first, or name another folder with BRIEFER_HOME.",
        )
    instance.hand_over(briefing)
    return False


def _full(path: Path) -> str:
    return os.path.realpath(path)


def _read(path: Path) -> Path | None:
    """Return the briefing that a request names, None where it names none."""
    try:
        found = json.loads(read_ordinary(path, _LARGEST))
    except (OSError, ValueError, RecursionError):
        return None
    name = found.get("briefing") if isinstance(found, dict) else None
    return Path(name) if isinstance(name, str) and name and "\0" not in name else None
