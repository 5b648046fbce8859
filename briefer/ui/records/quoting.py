"""Whether words stand in the text of a source, and where they differ.

In: words and texts. Out: a `Verdict`, with the nearest passage and a diff by words. Must not know:
widgets, the store. Works on texts of millions of characters; run it off the window's thread.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from briefer.records import Ref

State = Literal["verbatim", "marked", "differs", "nowhere", "unheld", "empty"]
_SPACE = re.compile(r"\s+")
_OMISSION = re.compile(
    r"\s*(?:\[\s*)?(?:\.\s?\.\s?\.(?:\s?\.)?|\N{HORIZONTAL ELLIPSIS})(?:\s*\])?\s*"
)
_BRACKETED = re.compile(r"\[(\w?)\]")
_WORD = re.compile(r"[^\s\"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}]+")
"""What is compared one by one: the marks around a quotation are no part of it."""
_STOPS = ".,;:"
_RUNS = (12, 8, 5, 3, 2)
_MOST_WORDS = 400
_LEAST_ALIKE = 0.4


@dataclass(frozen=True, slots=True)
class Held:
    """The text of a source that was attached to it."""

    source: Ref
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a diff: in both, or only in the quotation or the source."""

    words: str
    where: Literal["both", "quotation", "source"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a comparison found.

    `source` is whose text it is, `start` and `stop` where in it the passage stands; `passage` are
    its words as they stand, `parts` the diff, `count` how many words differ.
    """

    state: State
    source: Ref = ""
    start: int = 0
    stop: int = 0
    passage: str = ""
    parts: tuple[Part, ...] = ()
    count: int = 0


def spaced(text: str) -> str:
    """Return a text with every run of white space as one blank."""
    return _SPACE.sub(" ", text).strip()


def compare(words: str, texts: Sequence[Held]) -> Verdict:
    """Return how words stand to the texts of their sources: the best that can be said."""
    words = spaced(words)
    if not words:
        return Verdict("empty")
    if not texts:
        return Verdict("unheld")
    for held in texts:
        at = _find(words, held.text)
        if at:
            return Verdict("verbatim", held.source, *at, passage=words)
    for held in texts:
        at = _find_marked(words, held.text)
        if at:
            return Verdict("marked", held.source, *at, passage=held.text[slice(*at)])
    found = [_nearest(words, held) for held in texts]
    return min(found, key=lambda verdict: (verdict.state == "nowhere", verdict.count))


def _find(words: str, text: str) -> tuple[int, int] | None:
    """Return where words stand in a text, white space apart."""
    pattern = r"\s+".join(re.escape(word) for word in words.split(" "))
    match = re.search(pattern, text)
    return match.span() if match else None


def _find_marked(words: str, text: str) -> tuple[int, int] | None:
    """Return where words stand that mark what they leave out and the letters they change."""
    pieces = [piece for piece in _OMISSION.split(words) if piece.strip()]
    if len(pieces) < 2 and not _BRACKETED.search(words):
        return None
    start, at = -1, 0
    for piece in pieces:
        pattern = r"\s+".join(_loosely(word) for word in piece.split())
        match = re.compile(pattern).search(text, at)
        if match is None:
            return None
        start = match.start() if start < 0 else start
        at = match.end()
    return (start, at) if start >= 0 else None


def _loosely(word: str) -> str:
    """Return a pattern of a word in which a bracketed letter stands for any one."""
    return r"\w?".join(re.escape(part) for part in _BRACKETED.split(word)[::2])


def _nearest(words: str, held: Held) -> Verdict:
    """Return the passage nearest to words, and how it differs."""
    wanted = _WORD.findall(words)[:_MOST_WORDS]
    window = _window(words.split(" ")[:_MOST_WORDS], held.text)
    if window is None:
        return Verdict("nowhere", held.source, count=len(wanted))
    spans = [match.span() for match in _WORD.finditer(held.text[slice(*window)])]
    theirs = [held.text[window[0] + start : window[0] + stop] for start, stop in spans]
    bare, their_bare = ([word.rstrip(_STOPS) for word in each] for each in (wanted, theirs))
    matcher = difflib.SequenceMatcher(None, bare, their_bare, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    same = sum(block.size for block in blocks)
    if same < _LEAST_ALIKE * len(wanted):
        return Verdict("nowhere", held.source, count=len(wanted))
    # The ends may be changed words too: take as many of theirs as we have before and behind.
    first = max(0, blocks[0].b - blocks[0].a)
    last = min(len(theirs), blocks[-1].b + len(wanted) - blocks[-1].a)
    behind = len(theirs[last - 1]) - len(theirs[last - 1].rstrip(_STOPS))
    if behind and theirs[last - 1][:-behind] == wanted[-1]:
        theirs[last - 1] = wanted[-1]  # a stop behind the quotation is the sentence's around it
    else:
        behind = 0
    parts = tuple(_diff(wanted, theirs[first:last]))
    count = max(
        sum(len(part.words.split()) for part in parts if part.where == where)
        for where in ("quotation", "source")
    )
    start, stop = window[0] + spans[first][0], window[0] + spans[last - 1][1] - behind
    passage = spaced(held.text[start:stop])
    return Verdict("differs", held.source, start, stop, passage, parts, count)


def _window(wanted: Sequence[str], text: str) -> tuple[int, int] | None:
    """Return the part of a text around the longest run of words that occurs in it."""
    for size in _RUNS:
        for start in range(len(wanted) - size + 1):
            run = " ".join(wanted[start : start + size])
            at = _find(run, text)
            if at:
                before = len(" ".join(wanted[:start])) * 3 // 2 + 60
                behind = len(" ".join(wanted[start + size :])) * 3 // 2 + 60
                first = max(0, at[0] - before)
                last = min(len(text), at[1] + behind)
                while 0 < first < at[0] and not text[first - 1].isspace():
                    first += 1
                while last < len(text) and not text[last].isspace():
                    last -= 1
                return first, max(last, at[1])
    return None


def _diff(ours: Sequence[str], theirs: Sequence[str]) -> list[Part]:
    matcher = difflib.SequenceMatcher(None, ours, theirs, autojunk=False)
    parts: list[Part] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            parts.append(Part(" ".join(ours[a:b]), "both"))
            continue
        if b > a:
            parts.append(Part(" ".join(ours[a:b]), "quotation"))
        if d > c:
            parts.append(Part(" ".join(theirs[c:d]), "source"))
    return parts
