"""Exports that are killed: a target is the old file or the whole new one, byte for byte."""

from __future__ import annotations

import abc
import io
import zipfile
from dataclasses import replace
from pathlib import Path

from PIL import Image
from pptx import Presentation
from pypdf import PdfReader

from briefer import paths
from briefer.compose.kinds import SLIDE_KINDS
from briefer.storyboard.files import BriefingFile, load_briefing, save_briefing
from briefer.writers.folder import filling
from briefer.writers.target import replacing
from tests.crash.harness import Judged, Server, Told, emptied
from tests.crash.place import Place, judged
from tests.crash.request import Request

OLD, NEW = "An Earlier Author", "A Later Author"
_CARDS = 4
_WIDTHS = {OLD: "160", NEW: "200"}


def short_briefing(path: Path) -> Path:
    """Write a briefing of the first cards of the sample and return its path."""
    sample = load_briefing(paths.sample_briefing(), kinds=SLIDE_KINDS).briefing
    section = replace(sample.sections[0], cards=sample.cards[:_CARDS])
    save_briefing(path, BriefingFile(replace(sample, sections=(section,))))
    return path


class _Files(Place):
    """One file or more in the place of earlier ones, every other time where there are none."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.briefing = short_briefing(self.home / "short.briefing")
        self._known: dict[str, dict[str, bytes]] = {}
        self._before: dict[str, bytes] = {}

    @abc.abstractmethod
    def exporting(self, author: str) -> Request:
        """Return a request to export as an author."""

    def unharmed(self, served: Server) -> tuple[Told, list[str]]:
        """Export by both authors, and look at what they wrote."""
        faults: list[str] = []
        for author in (OLD, NEW):
            emptied(self.out)
            told = served.run(self.exporting(author))
            self._known[author] = self.found()
            problems = [told.refused, *(_problem(*one) for one in self._known[author].items())]
            faults += [problem for problem in problems if problem]
        if self._known[OLD] == self._known[NEW]:
            faults.append("the old and the new are the same")
        return told, faults

    def request(self, number: int) -> Request:
        """Return the next export by the later author, over what the earlier one wrote or not."""
        emptied(self.out)
        self._before = self._known[OLD] if number % 2 else {}
        for name, data in self._before.items():
            (self.out / name).parent.mkdir(exist_ok=True)
            (self.out / name).write_bytes(data)
        return self.exporting(NEW)

    def work_on(self) -> None:
        """Write another file there."""
        with replacing(self.out / "next", overwrite=True) as stream:
            stream.write(b"next")
        super().work_on()

    def found(self) -> dict[str, bytes]:
        """Return the files there and what is in them, but for what is unfinished."""
        return {
            path.relative_to(self.out).as_posix(): path.read_bytes()
            for path in self.out.rglob("*")
            if path.is_file() and ".part" not in str(path)
        }

    def judged(self, told: Told) -> Judged:
        """Return whether each file is the old one or the new one, and which."""
        there, known, done = self.found(), self._known[NEW], "done" in told.done
        if done and there != known:
            return judged("what was acknowledged is not there")
        return judged(*self._strange(there, known), went=there == known and not done)

    def _strange(self, there: dict[str, bytes], known: dict[str, bytes]) -> list[str]:
        """Return which files are neither what they were nor what they were to become."""
        if not self._before and there and set(there) != set(known):
            return ["not all files are there"]
        return [
            f"{name} is neither the old nor the new one"
            for name in {*there, *self._before}
            if there.get(name) not in (self._before.get(name), known.get(name))
        ]


class Decks(_Files):
    """A deck or PDF, through the command line or the pipeline."""

    def __init__(self, folder: Path, name: str) -> None:
        super().__init__(folder)
        self.name = name
        self.target = self.out / ("deck.pdf" if name == "PDF" else "deck.pptx")

    def exporting(self, author: str) -> Request:
        """Return a request to export as an author."""
        if self.name == "deck, pipeline":
            return self.asks("export", self.briefing, self.target, author)
        option = "--pdf" if self.name == "PDF" else "-o"
        words = ("export", self.briefing, option, self.target, "--author", author, "--force")
        return self.asks("command", *words)


class Reports(_Files):
    """A deck with its accessibility report."""

    name = "deck and accessibility report"

    def exporting(self, author: str) -> Request:
        """Return a request to export as an author; the report knows none, the deck does."""
        deck, report = self.out / "deck.pptx", self.out / "report.html"
        words = ("-o", deck, "--accessibility-report", report, "--author", author, "--force")
        return self.asks("command", "export", self.briefing, *words)

    def _strange(self, there: dict[str, bytes], known: dict[str, bytes]) -> list[str]:
        """Return which files are strange; the report comes after the deck, so it may be absent."""
        if not self._before and set(there) == {"deck.pptx"} != set(known):
            known = {"deck.pptx": known["deck.pptx"]}
        return super()._strange(there, known)


class Pictures(_Files):
    """Pictures in a folder of their own: a new one, or one that has other files already."""

    def __init__(self, folder: Path, *, new: bool) -> None:
        super().__init__(folder)
        self.name = "pictures, new folder" if new else "pictures, folder with others"
        self._new = new

    def request(self, number: int) -> Request:
        """Return the next export, into no folder that is there, or into one that always is."""
        asked = super().request(0 if self._new else number)
        if not self._new:
            (self.out / "pictures").mkdir(exist_ok=True)
        return asked

    def exporting(self, author: str) -> Request:
        """Return a request to export; the size stands for the author."""
        words = ("--png", self.out / "pictures", "--png-width", _WIDTHS[author], "--force")
        return self.asks("command", "export", self.briefing, *words)

    def _strange(self, there: dict[str, bytes], known: dict[str, bytes]) -> list[str]:
        """Return which are strange; into a folder that is there files come one after the other."""
        if not self._new and not self._before:
            known = {name: data for name, data in known.items() if name in there}
        return super()._strange(there, known)

    def work_on(self) -> None:
        """Write other pictures there."""
        folder = self.out / "pictures"
        with filling(folder, ["other.png"], overwrite=True) as made:
            (made / "other.png").write_bytes(b"other")
        super().work_on()


def _problem(name: str, data: bytes) -> str:
    """Return what is wrong with a whole file, "" where nothing is."""
    stream = io.BytesIO(data)
    try:
        if name.endswith(".pptx"):
            with zipfile.ZipFile(stream) as package:
                broken = package.testzip()
            slides = len(Presentation(stream).slides)
            return f"{name} is damaged" if broken or not slides else ""
        if name.endswith(".pdf"):
            return "" if len(PdfReader(stream).pages) else f"{name} has no pages"
        if name.endswith(".png"):
            with Image.open(stream) as picture:
                picture.load()
            return ""
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        return f"{name} cannot be opened: {error!r}"
    return "" if data.rstrip().endswith(b"</html>") else f"{name} is no whole page"
