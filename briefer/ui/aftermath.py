"""Whether the window before this one ended as it should: a mark in the user's folder tells.

In: the place of the mark, folders that are written in. Out: an answer at the start, where something
may have been left, words for the banner. Must not know: what was on the screen.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from briefer.whole import read_ordinary, write_whole

_LARGEST = 1_000_000


class Aftermath:
    """A file that stands as long as a window is open; found at a start, the last one crashed.

    It names the folders that the window exported to, of which `left` are those of the last one.
    """

    def __init__(self, mark: Path) -> None:
        self._mark = mark
        self.left: tuple[Path, ...] = ()

    def begin(self) -> bool:
        """Leave the mark; return whether one was left by a window that never ended.

        Where it cannot be written the next start simply tells nothing.
        """
        crashed = self._mark.exists()
        self.left = tuple(_folders_in(self._mark))
        with suppress(OSError):
            self._mark.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._mark, b"", forced=False)
        return crashed

    def end(self) -> None:
        """Take the mark away: the window ends as it should."""
        with suppress(OSError):
            self._mark.unlink(missing_ok=True)


def note_folder(mark: Path, folder: Path) -> None:
    """Have the mark name a folder before something is written there."""
    with suppress(OSError), mark.open("a", encoding="ascii") as lines:
        lines.write(json.dumps(str(folder.absolute())) + "\n")


def _folders_in(mark: Path) -> Iterator[Path]:
    """Yield each folder that a mark names, once."""
    with suppress(OSError, ValueError, RecursionError):
        for line in dict.fromkeys(read_ordinary(mark, _LARGEST).splitlines()):
            name = json.loads(line)
            if isinstance(name, str):
                yield Path(name)


def saved_at(autosave: Path) -> datetime | None:
    """Return when a briefing was saved last, in local time; None if never."""
    try:
        return datetime.fromtimestamp(autosave.stat().st_mtime).astimezone()
    except OSError:
        return None


def restored_words(saved: datetime) -> str:
    """Return what the banner says of a briefing that outlived a crash."""
    at = saved.strftime("%I:%M %p").lstrip("0")
    today = saved.date() == datetime.now().astimezone().date()
    day = "" if today else f" of {saved:%B} {saved.day}"
    return f"Briefer did not end as it should. Your work from {at}{day} is here again."
