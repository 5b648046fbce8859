"""Whether another program breaks the lines of a deck where layout did.

In: our pages, and the words that `pdftotext -bbox` finds in our PDF and in the other program's.
Out: for each of our lines whether the same words stand where it stands, and how far apart.
"""

from __future__ import annotations

import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from briefer.geometry import EMU_PER_PT
from briefer.layout.body import paragraphs_of
from briefer.layout.boxes import Line, Page

_XHTML = "{http://www.w3.org/1999/xhtml}"
_OVER, _UNDER, _BESIDE = 0.9, 0.2, 4.0
"""How far a word's middle may lie over and under a baseline, in its size; beside a line, in pt."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a PDF: its left, right and vertical middle in pt from the page's top left."""

    text: str
    left: float
    right: float
    middle: float


@dataclass(frozen=True, slots=True)
class Compared:
    """A line of ours, and the words that stand in its place in the other program's rendering."""

    ours: str
    theirs: str
    apart: float
    """How far in pt their line begins from ours, across or down, whichever is more."""

    @property
    def same(self) -> bool:
        """Whether both are the same but for blanks."""
        return _bare(self.ours) == _bare(self.theirs)


def words_of(pdf: Path) -> list[list[Word]]:
    """Return the words of each page of a PDF."""
    done = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True)
    root = etree.fromstring(done.stdout, etree.XMLParser(recover=True))
    return [
        [_word(word) for word in page.iter(f"{_XHTML}word")] for page in root.iter(f"{_XHTML}page")
    ]


def _word(element: etree._Element) -> Word:
    left, top, right, bottom = (
        float(element.get(side, "0")) for side in ("xMin", "yMin", "xMax", "yMax")
    )
    return Word(element.text or "", left, right, (top + bottom) / 2)


def compared(page: Page, ours: list[Word], theirs: list[Word]) -> Iterator[Compared]:
    """Yield each line of a page beside what the other program shows in its place."""
    for paragraph in paragraphs_of(page.boxes):
        for line in paragraph.lines:
            if any(piece.run.text.strip() for piece in line.pieces):
                shown = [p.run.text.upper() if p.run.caps else p.run.text for p in line.pieces]
                one, other = _there(line, ours), _there(line, theirs)
                told = " ".join(word.text for word in other)
                yield Compared("".join(shown), told, _apart(one, other))


def _there(line: Line, words: list[Word]) -> list[Word]:
    """Return the words in the place of a line, from left to right."""
    size = max(piece.run.size for piece in line.pieces)
    baseline = line.baseline / EMU_PER_PT
    left = line.pieces[0].x / EMU_PER_PT - _BESIDE
    right = (line.pieces[-1].x + line.pieces[-1].width) / EMU_PER_PT + _BESIDE
    there = [
        word
        for word in words
        if baseline - _OVER * size < word.middle < baseline + _UNDER * size
        and left < (word.left + word.right) / 2 < right
    ]
    return sorted(there, key=lambda word: word.left)


def _apart(ours: list[Word], theirs: list[Word]) -> float:
    """Return how far the first words are apart, 0 where one of them is missing."""
    if not ours or not theirs:
        return 0.0
    one, other = ours[0], theirs[0]
    return max(abs(one.left - other.left), abs(one.middle - other.middle))


def _bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
