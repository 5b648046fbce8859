"""Export again: the deck of this briefing, to where it was exported last, without a question.

In: what was exported, and where to. Out: an order to write, or none where a person has to be asked.
Must not know: dialogs.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from pathlib import Path

from briefer.errors import BrieferError
from briefer.storyboard.files import MAX_BYTES
from briefer.whole import read_ordinary, write_whole

_MOST = 30


@dataclass(frozen=True, slots=True)
class Written:
    """A deck as it was when it was written: its place, its time in nanoseconds and its size."""

    path: Path
    time: int
    size: int

    @property
    def untouched(self) -> bool:
        """Whether nobody changed the deck since, or took it away: nothing of theirs is lost."""
        found = _state(self.path)
        return found is None or found == (self.time, self.size)


class Exports:
    """Where briefings were exported to, by title, kept in a small file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def remember(self, title: str, target: Path) -> None:
        """Remember a deck just written; where that cannot be kept, the next export asks."""
        state = _state(target)
        if state is None:
            return
        kept = {name: value for name, value in self._read().items() if name != title}
        names = list(kept)[-_MOST:]
        made = {name: kept[name] for name in names}
        made[title] = [str(target.absolute()), *state]
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps(made, ensure_ascii=False)
            write_whole(self._path, text.encode("utf-8", "replace"), forced=False)

    def last(self, title: str) -> Written | None:
        """Return where a briefing was exported to last, or None."""
        found = self._read().get(title)
        if not isinstance(found, list) or len(found) != 3:
            return None
        path, time, size = found
        if not isinstance(path, str) or not isinstance(time, int) or not isinstance(size, int):
            return None
        return Written(Path(path), time, size)

    def _read(self) -> dict[str, object]:
        try:
            found = json.loads(read_ordinary(self._path, MAX_BYTES))
        except (OSError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}


def changed_since(written: Written) -> BrieferError:
    """Return what is said where a deck was changed by somebody since it was written."""
    return BrieferError(
        f"{written.path.name} was changed since Briefer wrote it.",
        hint="Exporting again would lose that. Choose another name with File > Export.",
    )


def _state(path: Path) -> tuple[int, int] | None:
    """Return the time and size of a file, None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
