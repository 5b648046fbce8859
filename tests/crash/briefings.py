"""Briefings and settings whose processes are killed: the last one saved is there, with its undo."""

from __future__ import annotations

import json
from pathlib import Path

from briefer.citations.csl import Shelf
from briefer.compose.kinds import SLIDE_KINDS
from briefer.errors import BrieferError
from briefer.settings import load_settings
from briefer.storyboard.briefing import Briefing
from briefer.storyboard.files import load_briefing
from briefer.storyboard.history import History
from briefer.storyboard.journal import Journal
from briefer.ui.again import Exports
from briefer.ui.layout_memory import LayoutMemory
from briefer.ui.undo_file import UndoFile
from tests.crash.harness import Judged, Told, emptied
from tests.crash.place import Place, judged
from tests.crash.request import Request

_SAVES = 24
_ROUNDS = 12
_ANEW = 20
_STYLE = Path(__file__).resolve().parents[1] / "citations" / "csl" / "data" / "notes.csl"


class Briefings(Place):
    """A briefing retitled again and again, saved with its undo journal, a lock on its folder."""

    name = "briefing saves"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._word = ""
        self._title = self._copied = ""

    def request(self, number: int) -> Request:
        """Return the next edits, in a fresh folder now and then."""
        if number % _ANEW == 0 or number == 1:
            emptied(self.home)
            self._title = self._copied = ""
        self._word = f"k{number}"
        return self.asks("edit", self.home, self._word, _SAVES)

    def judged(self, told: Told) -> Judged:
        """Return whether the last title saved is there, or the one after, and undo goes back."""
        titles = [line for line in told.done if not line.startswith("copy ")]
        copies = [line.removeprefix("copy ") for line in told.done if line.startswith("copy ")]
        step = len(titles)
        saved, copied = self.home / "autosave.briefing", self.home / "copy.briefing"
        try:
            title = _title(saved)
            copy = _title(copied)
        except BrieferError as error:
            return judged(str(error))
        faults: list[str | None] = []
        before, after = (titles or [self._title])[-1], f"{self._word} {step}"
        if title not in (before, after):
            faults.append(f"{title!r} is saved, neither {before!r} nor {after!r}")
        last = (copies or [self._copied])[-1]
        if copy not in (last, before, after):
            faults.append(f"the copy is {copy!r}, neither {last!r} nor {before!r}")
        self._title, self._copied = title, copy
        if title:
            faults.append(self._undone(title))
        return judged(*faults, went=title != before)

    def _undone(self, title: str) -> str | None:
        """Return what is wrong with the steps that led to a briefing."""
        history = History(Briefing(""))
        undo = UndoFile(self.home / "autosave.undo", "library", lambda: Journal(history))
        saved = load_briefing(self.home / "autosave.briefing", kinds=SLIDE_KINDS).briefing
        journal = undo.read(saved, kinds=SLIDE_KINDS)
        if journal is None:
            return "the undo journal is lost"
        history = journal.history
        # It may be ahead: by a step of each window that was killed before it saved.
        while history.briefing.title != title and history.past:
            history = history.undo()
        if history.briefing.title != title:
            return f"undo never leads to {title!r}"
        back = history.undo().briefing.title
        return None if back != title else "undo goes no step back"


def _title(path: Path) -> str:
    """Return the title of a briefing, "" where there is none."""
    return load_briefing(path, kinds=SLIDE_KINDS).briefing.title if path.exists() else ""


class Preferences(Place):
    """Settings, the window's layout, citation styles and where was exported to."""

    name = "settings"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._first = 0
        self._kept: dict[str, int] = {}

    def request(self, number: int) -> Request:
        """Return the keeping of the next numbers."""
        self._first += _ROUNDS
        return self.asks("keep", self.home, _STYLE, self._first, _ROUNDS)

    def judged(self, told: Told) -> Judged:
        """Return whether what was kept last is there, or what came after it."""
        kept = dict(self._kept)
        for line in told.done:
            what, number = line.split()
            if what != "style":  # which has no numbers
                kept[what] = int(number)
        try:
            there = self._there()
        except ValueError as error:
            return judged(f"the exports are damaged: {error}")
        faults = [
            f"{what} number {there.get(what)} is there, not {number}"
            for what, number in kept.items()
            if there.get(what, -1) < number
        ]
        # What was in flight is at most one ahead, or the first of this work.
        faults += [
            f"{what} number {number} was never kept"
            for what, number in there.items()
            if number > max(kept.get(what, 0) + 1, self._first)
        ]
        went = there != {**there, **kept}
        self._kept = there
        return judged(*faults, self._style(), went=went)

    def _there(self) -> dict[str, int]:
        """Return the numbers kept, by what keeps them; a damaged file has none."""
        author = load_settings(self.home / "settings.json").author
        size = LayoutMemory(self.home / "layout.json").size
        there = {"settings": int(author.split()[1].split("Author")[0])} if author else {}
        if size is not None:
            there["layout"] = size.width() - 1000
        places = self.home / "exports.json"
        if places.exists():
            titles = json.loads(places.read_text(encoding="utf-8"))
            numbers = [int(title.split()[1]) for title in titles]
            there["exports"] = max(numbers)
            assert Exports(places).last(f"Briefing {max(numbers)}") is not None
        return there

    def _style(self) -> str | None:
        """Return what is wrong with the style in the user's folder, if it is there."""
        listed = [one for one in Shelf(self.home / "styles").listed() if one.problem]
        return f"the style is damaged: {listed[0].problem}" if listed else None
