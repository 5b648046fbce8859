"""Whether words stand in the text of a source, where, and how they differ.

In: words and texts. Out: a `Verdict`, with the nearest passage and a difference by words. Must not
know: records, the store, widgets. Works on texts of millions of characters; off the window's
thread.

What a quoter may do without altering a quotation (design page "domain", section 5.1): leave words
out and say so (". . .", "…", "[...]"), change letters or words in brackets ("[b]etween", "work[]",
"[an opioid]"). The dots and brackets may as well be the source's own. The shape of quotation marks
and apostrophes, and white space, are the printer's.
"""

from __future__ import annotations

import difflib
import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal, TypeAlias

from briefer.records.base import Ref

State: TypeAlias = Literal["verbatim", "marked", "differs", "nowhere", "unheld", "empty"]
Gap: TypeAlias = Literal["omission", "insertion"]

_SPACE = re.compile(r"\s+")
_DOTS = r"(?:\.\s?\.\s?\.(?:\s?\.)?|\N{HORIZONTAL ELLIPSIS})"
_GAP = re.compile(
    rf"\s*(?:(?P<omission>\[\s*{_DOTS}\s*\]|{_DOTS})"
    r"|(?<![^\s(\N{LEFT DOUBLE QUOTATION MARK}\"])\[[^\[\]]{1,200}\](?=$|[\s.,;:!?)\"”]))\s*"
)
_BRACKETED = re.compile(r"\[(\w{0,12})\]")
_WORD = re.compile(r"[^\s\"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}]+")
"""What is compared one by one: the marks around a quotation are no part of it."""
_SAID = re.compile(rf"\w|{_DOTS}")
_LETTER = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u04ff]")
"""A letter of a script that parts its words."""
_ALIKE = {
    **dict.fromkeys("'\u2018\u2019\u02bc", "['\u2018\u2019\u02bc]"),
    **dict.fromkeys('"\u201c\u201d', '["\u201c\u201d]'),
    **dict.fromkeys("-\u2010\u2011", r"[-\u2010\u2011](?:\s*\n\s*)?"),
}
"""What stands for a sign of a quotation; a line of the source may end behind a hyphen."""
_UNSEEN = {
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)},
    **dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"), ""),
}
"""Ligatures and signs without width, which come along when words are copied from a page."""
_STOPS = ".,;:"
_RUNS = (12, 8, 5, 3, 2)
_MOST_WORDS = 400
_MOST_TRIES = 500
_MOST_BRACKETS = 2
_LEAST_ALIKE = 0.4
_WIDEST: dict[Gap, int] = {"omission": 3000, "insertion": 160}
"""Characters that dots, or words in brackets, may stand for."""


@dataclass(frozen=True, slots=True)
class Held:
    """The text of a source that was attached to it."""

    source: Ref
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a difference: in both, or only in the quotation or the source."""

    words: str
    where: Literal["both", "quotation", "source"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a comparison found.

    `source` is whose text it is, `start` and `stop` where in it the passage stands; `passage` are
    its words as they stand, `parts` the difference, `count` how many words differ.
    """

    state: State
    source: Ref = ""
    start: int = 0
    stop: int = 0
    passage: str = ""
    parts: tuple[Part, ...] = ()
    count: int = 0

    @property
    def stands(self) -> bool:
        """Whether the words are the source's, the quoter's marks apart."""
        return self.state in ("verbatim", "marked")


def spaced(text: str) -> str:
    """Return a text with every run of white space as one blank."""
    return _SPACE.sub(" ", text).strip()


def standing(words: str, texts: Sequence[Held]) -> Verdict | None:
    """Return where words stand in one of the texts, word for word or as marked; None for nowhere.

    That is the quick half of `compare`.
    """
    words = spaced(words.translate(_UNSEEN))
    for held in texts:
        at = _find(words, held.text)
        if at:
            passage = spaced(held.text[slice(*at)])
            return Verdict("verbatim", held.source, *at, passage=passage)
    for held in texts:
        at = _find_marked(words, held.text)
        if at:
            return Verdict("marked", held.source, *at, passage=spaced(held.text[slice(*at)]))
    return None


def compare(words: str, texts: Sequence[Held]) -> Verdict:
    """Return how words stand to the texts of their sources: the best that can be said."""
    words = spaced(words.translate(_UNSEEN))
    if not words:
        return Verdict("empty")
    if not texts:
        return Verdict("unheld")
    found = standing(words, texts)
    if found:
        return found
    nearest = [_nearest(words, held) for held in texts]
    return min(nearest, key=lambda verdict: (verdict.state == "nowhere", verdict.count))


def around(text: str, start: int, stop: int, *, most: int = 160) -> tuple[str, str]:
    """Return what stands before and behind a passage, each up to `most` characters, whole words.

    "…" tells where the text goes on.
    """
    first, last = max(0, start - most), min(len(text), stop + most)
    while 0 < first < start and not text[first - 1].isspace():
        first += 1
    while stop < last < len(text) and not text[last].isspace():
        last -= 1
    before, behind = spaced(text[first:start]), spaced(text[stop:last])
    return (f"… {before}" if first else before), (f"{behind} …" if last < len(text) else behind)


def _find(words: str, text: str) -> tuple[int, int] | None:
    """Return where words stand in a text, white space and the shape of marks apart."""
    return next(_places(_exactly(words), text), None)


def _exactly(words: str) -> str:
    return r"\s+".join(
        "".join(_ALIKE.get(char) or re.escape(char) for char in word) for word in words.split()
    )


def _places(
    pattern: str, text: str, at: int = 0, end: int = sys.maxsize
) -> Iterator[tuple[int, int]]:
    """Yield where a pattern stands between two places, but not where a word or number is cut."""
    # Bounds are looked at here: a pattern that begins with a letter is found far quicker.
    for match in re.compile(pattern).finditer(text, at, end):
        if not (_cuts(text, match.start()) or _cuts(text, match.end())):
            yield match.span()


def _cuts(text: str, place: int) -> bool:
    """Return whether a place stands inside a number, or a word of a script that parts words."""
    if not 0 < place < len(text):
        return False
    before, behind = text[place - 1], text[place]
    if before.isdigit() and behind.isdigit():
        return True
    return bool(_LETTER.match(before) and _LETTER.match(behind))


def _find_marked(words: str, text: str) -> tuple[int, int] | None:
    """Return where words stand that mark what they leave out and what they change."""
    pieces = list(_pieces(words))
    if not pieces or (len(pieces) < 2 and not _BRACKETED.search(words) and not _GAP.search(words)):
        return None
    for start, end in islice(_places(pieces[0][1], text), _MOST_TRIES):
        last = _end(pieces[1:], text, end)
        if last is not None:
            return start, last
    return None


def _pieces(words: str) -> Iterator[tuple[Gap, str]]:
    """Yield patterns of the source's words in a quotation, each with what stands before it."""
    kind: Gap = "omission"
    at = 0
    for match in [*_GAP.finditer(words), None]:
        piece = words[at : match.start() if match else len(words)].strip()
        if re.search(r"\w", piece):
            yield kind, _loosely(piece)
            kind = "insertion"
        if match:
            at = match.end()
            kind = "omission" if match["omission"] else kind


def _loosely(piece: str) -> str:
    """Return a pattern of words in which letters in brackets stand for any, or for none."""
    return r"\s+".join(map(_loose_word, piece.split()))


def _loose_word(word: str) -> str:
    parts = _BRACKETED.split(word)[::2]
    if len(parts) - 1 > _MOST_BRACKETS:  # no quoter's work, and slow to look for
        return _exactly(word)
    return r"\w{0,12}".join(map(_exactly, parts))


def _end(pieces: Sequence[tuple[Gap, str]], text: str, at: int) -> int | None:
    """Return where the last of the pieces ends, each within reach of the one before it."""
    for gap, pattern in pieces:
        reach = at + _WIDEST[gap] + len(pattern)
        found = (
            end
            for start, end in _places(pattern, text, at, reach)
            if gap == "insertion" or _SAID.search(text, at, start)
        )
        end = next(found, None)
        if end is None:
            return None
        at = end
    return at


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
    parts = tuple(difference(wanted, theirs[first:last]))
    count = max(
        sum(len(part.words.split()) for part in parts if part.where == where)
        for where in ("quotation", "source")
    )
    start, stop = window[0] + spans[first][0], window[0] + spans[last - 1][1] - behind
    passage = spaced(held.text[start:stop])
    return Verdict("differs", held.source, start, stop, passage, parts, count)


def _window(wanted: Sequence[str], text: str) -> tuple[int, int] | None:
    """Return the part of a text around the longest run of words that occurs in it."""
    tries = 0
    for size in _RUNS:
        for start in range(len(wanted) - size + 1):
            tries += 1
            at = _find(" ".join(wanted[start : start + size]), text)
            if at:
                before = len(" ".join(wanted[:start])) * 3 // 2 + 60
                behind = len(" ".join(wanted[start + size :])) * 3 // 2 + 60
                return _whole_words(text, at, (at[0] - before, at[1] + behind))
            if tries >= _MOST_TRIES:
                break
    return None


def _whole_words(text: str, at: tuple[int, int], window: tuple[int, int]) -> tuple[int, int]:
    """Return a window around a place that begins and ends between words of the text."""
    first, last = max(0, window[0]), min(len(text), window[1])
    while 0 < first < at[0] and not text[first - 1].isspace():
        first += 1
    while last < len(text) and not text[last].isspace():
        last -= 1
    return first, max(last, at[1])


def difference(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Part]:
    """Yield the runs of words that a quotation and its source share, and that one of them has."""
    matcher = difflib.SequenceMatcher(None, ours, theirs, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield Part(" ".join(ours[a:b]), "both")
            continue
        if b > a:
            yield Part(" ".join(ours[a:b]), "quotation")
        if d > c:
            yield Part(" ".join(theirs[c:d]), "source")
