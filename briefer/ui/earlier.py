"""Briefings that another one replaces: each is kept in a file of its own.

In: the briefing to keep, the places of files. Out: files in the folder of earlier ones. Must not
know: the session, the window.
"""

from __future__ import annotations

from contextlib import suppress

from briefer.storyboard.files import BriefingFile
from briefer.ui.autosave import free_name, write
from briefer.ui.places import Places
from briefer.ui.tasks import Lane, Query


class Earlier:
    """Keeps a briefing before it is replaced, and the file of an earlier window before its end."""

    def __init__(self, places: Places, lane: Lane[None]) -> None:
        self._places = places
        self._lane = lane
        self.other_saved = False
        """Whether the file saved last is that of another briefing than the one on the screen."""
        self.only_here = False
        """Whether the briefing is what was saved last, gone on with: no other file holds it."""

    def keep(self, file: BriefingFile, *, changed: bool) -> None:
        """Keep a briefing that has changes: undo goes back only so far."""
        if (changed or self.only_here) and file.briefing.cards:
            self.only_here = False
            path = self._places.earlier(file.briefing.title)
            Query(self._lane, lambda _: write(free_name(path), file), lambda _: None)

    def set_last_aside(self) -> None:
        """Before the first save over the briefing of an earlier window, keep that one."""
        if self.other_saved and self._places.autosave.is_file():
            path = free_name(self._places.earlier("Last briefing"))
            with suppress(OSError):
                path.parent.mkdir(parents=True, exist_ok=True)
                # First: the steps must never be taken for those of what is saved next.
                self._places.undo.unlink(missing_ok=True)
                self._places.autosave.rename(path)
        self.other_saved = False
