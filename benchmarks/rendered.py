"""What LibreOffice shows of a deck, held against its pages: words that left their boxes.

In: a PDF of a deck and the pages it was written from. Out: what runs over, in words. A word is
misplaced where it stands in no box, or on another word.
"""

from __future__ import annotations

import itertools
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from briefer.geometry import EMU_PER_PT
from briefer.layout.boxes import GroupBox, LineBox, Page
from tests.robustness.rules import flat

_WORD = "{http://www.w3.org/1999/xhtml}word"
_PAGE = "{http://www.w3.org/1999/xhtml}page"
_NEAR = 4.0
"""How far in pt a word's middle may lie outside a box: faces that stand in for others are wider."""


@dataclass(frozen=True)
class Word:
    """A word as it was drawn: its text and the middle half of its height, in pt."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


def misplaced(pdf: Path, pages: Sequence[Page]) -> Iterator[str]:
    """Yield what stands outside every box of its page or on other words."""
    for page, words in zip(pages, words_of(pdf), strict=True):
        frames = [box.frame for box in flat(page.boxes) if not isinstance(box, LineBox | GroupBox)]
        frames += [art.frame for art in page.art if art.text]
        areas = [
            tuple(edge / EMU_PER_PT for edge in (frame.x, frame.y, frame.right, frame.bottom))
            for frame in frames
        ]
        for word in words:
            x, y = word.middle
            if not any(
                left - _NEAR <= x <= right + _NEAR and top - _NEAR <= y <= bottom + _NEAR
                for left, top, right, bottom in areas
            ):
                yield f"page {page.number} ({page.kind}): {word.text[:20]!r} stands in no box"
        for one, other in itertools.combinations(words, 2):
            if _covers(one, other):
                yield (
                    f"page {page.number} ({page.kind}): {one.text[:20]!r} on {other.text[:20]!r}"
                )


def words_of(pdf: Path) -> Iterator[list[Word]]:
    """Yield the words of each page of a PDF; parts of an emoji are drawn on one another."""
    done = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True)
    tree = etree.fromstring(done.stdout, etree.XMLParser(recover=True))
    for page in tree.iter(_PAGE):
        words = (_word(element) for element in page.iter(_WORD))
        yield [word for word in words if any(char.isalnum() for char in word.text)]


def _word(element: etree._Element) -> Word:
    left, top, right, bottom = (
        float(element.get(edge, "0")) for edge in ("xMin", "yMin", "xMax", "yMax")
    )
    quarter = (bottom - top) / 4
    return Word(element.text or "", left, top + quarter, right, bottom - quarter)


def _covers(one: Word, other: Word) -> bool:
    """Return whether a good part of the smaller word lies under the other."""
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    least_wide = min(one.right - one.left, other.right - other.left)
    least_high = min(one.bottom - one.top, other.bottom - other.top)
    return wide > max(1.0, 0.3 * least_wide) and high > 0.3 * least_high
