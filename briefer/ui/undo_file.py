"""The file of undo steps beside the briefing saved last: undo goes on after a restart or a crash.

In: the session's history, read in the window's thread and written in the lane that saves. Out: one
file, replaced whole. Nothing here is worth a briefing: what cannot be written is written with the
next change, and what cannot be read is set aside. Must not know: the window, what steps do.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from briefer.errors import BriefingFileError
from briefer.storyboard.briefing import Briefing
from briefer.storyboard.journal import Journal, format_journal, parse_journal
from briefer.whole import read_ordinary, write_whole

_MOST_BYTES = 40_000_000


class UndoFile:
    """Writes journals and reads the last one; `current` returns the journal as it stands."""

    def __init__(self, path: Path, library: str, current: Callable[[], Journal]) -> None:
        self._path = path
        # A digest: the journal knows which library it goes with, and nobody where that lies.
        self._library = hashlib.sha256(library.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        self._current = current
        self._saved: Briefing | None = None

    def current(self) -> Journal:
        """Return what there is to write, to be called in the window's thread."""
        return replace(self._current(), library=self._library)

    def write(self, journal: Journal) -> None:
        """Write a journal, before the briefing it belongs to is saved; it never fails.

        Should the program end in between, the journal still names the briefing saved before.
        """
        # Not forced onto the disk, which takes long: a journal that a power cut damages is known
        # by its checksum.
        with suppress(OSError):
            text = format_journal(replace(journal, saved=self._saved))
            if not text:
                self._path.unlink(missing_ok=True)
                return
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._path, text.encode("utf-8"), forced=False)

    def was_saved(self, briefing: Briefing) -> None:
        """Take note that the briefing of the journal was saved: the next one follows on it."""
        self._saved = briefing

    def read(self, briefing: Briefing, *, kinds: Collection[str]) -> Journal | None:
        """Return the journal of the briefing saved last, None where there is none.

        One that is damaged, or that of another briefing, is set aside under another name.
        """
        self._saved = briefing
        try:
            text = read_ordinary(self._path, _MOST_BYTES).decode("utf-8")
            journal = parse_journal(text, name=str(self._path), kinds=kinds)
            if not journal.goes_on_from(briefing):
                raise BriefingFileError(f"{self._path} is the journal of another briefing.")
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError, BriefingFileError):
            with suppress(OSError):
                os.replace(self._path, self._path.with_suffix(".undo-damaged"))
            return None
        return journal.over(self._library)
