"""The two seed texts cut into sentences, each with the place where it stands.

In: the text of a seed. Out: its sentences in order. Cut by rules, not by hand, so that the ledger
can be proved against the text. Must not know: the library.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

OPENING = "opening section"
HEADINGS = ("American Carnage", "Transnational Crime", "Opioidpolitik", "Three-Ring Circus")
PARAGRAPH = "para. "

_MARKER = re.compile(r"Footnote (\d+)")
_END = re.compile(r"[.?!][”’]?(?:Footnote \d+)?(?=\s+[“(]?[A-Z])")
_ABBREVIATION = re.compile(r"(?:\bU\.S|\bRep|\bJr|\bDr|\b[A-Z])\.$")
_ELLIPSIS = re.compile(r"\. ?\.$")
_FRONT = ("title", "section label", "title", "deck")
_LONGEST_PULL_QUOTE = 150


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its number in the seed, its place, its words, the footnotes it carries."""

    number: int
    place: str
    text: str
    notes: tuple[int, ...] = ()

    @property
    def digest(self) -> str:
        """The SHA-256 of the text in UTF-8, in hexadecimal digits."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()


def split(text: str) -> list[str]:
    """Return the sentences of a paragraph; a footnote marker stays with the one it follows.

    A period ends a sentence before a space and a capital, unless it belongs to an initial, an
    abbreviation or an ellipsis.
    """
    sentences, start = [], 0
    for match in _END.finditer(text):
        before = text[start : match.start() + 1]
        if not (_ABBREVIATION.search(before) or _ELLIPSIS.search(before)):
            sentences.append(text[start : match.end()].strip())
            start = match.end()
    return [*sentences, text[start:].strip()]


def note_sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of the journal note; a place is the number of a paragraph."""
    return _numbered(
        (f"{PARAGRAPH}{number}", line) for number, line in enumerate(text.splitlines(), 1)
    )


def article_sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of the article; a place is a section's paragraph, a caption, ..."""
    return _numbered(_article_places(text.replace("\xa0", " ")))


def article_sections(text: str) -> dict[str, list[str]]:
    """Return the paragraphs of the article by section, without captions and pull quotes."""
    sections: dict[str, list[str]] = {OPENING: [], **{name: [] for name in HEADINGS}}
    for place, line in _article_places(text.replace("\xa0", " ")):
        section, comma, _ = place.partition(f", {PARAGRAPH}")
        if comma:
            sections[section].append(line)
    return sections


def _numbered(lines: Iterator[tuple[str, str]]) -> tuple[Sentence, ...]:
    cut = [(place, sentence) for place, line in lines for sentence in split(line)]
    return tuple(
        Sentence(number, place, words, tuple(int(note) for note in _MARKER.findall(words)))
        for number, (place, words) in enumerate(cut, 1)
    )


def _article_places(text: str) -> Iterator[tuple[str, str]]:
    """Yield (place, line) for each line of the article that has words."""
    section, paragraphs, front = OPENING, 0, list(_FRONT)
    for block in re.split(r"\n\s*\n", text):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        for line in lines:
            if line in HEADINGS:
                section, paragraphs = line, 0
                yield "heading", line
            elif "REUTERS" in block:
                yield f"caption, {section}", line
            elif front:
                yield front.pop(0), line
            elif line == "Most Popular":
                yield "page furniture", line
            elif line.startswith("David P. Fidler is"):
                yield "author note", line
            elif len(line) < _LONGEST_PULL_QUOTE:
                yield f"pull quote, {section}", line
            else:
                paragraphs += 1
                yield f"{section}, {PARAGRAPH}{paragraphs}", line
