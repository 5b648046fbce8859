"""Which of a record's texts to show for a query, and what to mark in it.

In: the query's terms and the texts of a row of the full text. Out: a snippet of some words and the
(start, end) spans in it that were asked for. Words are compared as the full text compares them:
without case and accents. Must not know: SQL.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from briefer.store.query import Term

Spans: TypeAlias = tuple[tuple[int, int], ...]

_WORD = re.compile(r"[^\W_]+")
_LETTER, _OTHER = r"[^\W_]", r"[\W_]+"
_MOST_WORDS = 24
_BEFORE = 6
_MOST_LINES = 6
_SEPARATOR = " · "
_CUT = "…"
_NEAR = 160
"""So many characters before a match mostly hold the words shown before it."""

_REST = re.compile(rf"(?:[\W_]*+{_LETTER}++){{{_MOST_WORDS - _BEFORE}}}")


@dataclass(frozen=True, slots=True)
class Sought:
    """What finds terms in folded text: their pattern, and the first words of all of them."""

    pattern: re.Pattern[str]
    begins: tuple[str, ...]

    @classmethod
    def of(cls, terms: Sequence[Term]) -> Sought | None:
        """Return what finds the terms, None where they have no words."""
        worded = [term for term in terms if _WORD.search(term.text)]
        # Of two that begin at one place the longer is marked.
        found = sorted(map(_alternative, worded), key=len, reverse=True)
        begins = dict.fromkeys(_words_of(term)[0] for term in worded)
        return cls(re.compile("|".join(found)), tuple(begins)) if found else None

    def spans(self, plain: str) -> Spans:
        """Return where the terms stand in folded text, in order and without overlaps."""
        # To look for letters and then at what stands around them takes a fifth of the time in
        # which the pattern alone goes through the text.
        places = sorted({at for begin in self.begins for at in _places(begin, plain)})
        spans: list[tuple[int, int]] = []
        end = 0
        for at in places:
            begins_word = at >= end and not plain[at - 1 : at].isalnum()
            if begins_word and (match := self.pattern.match(plain, at)):
                spans.append(match.span())
                end = match.end()
        return tuple(spans)


def _places(part: str, text: str) -> Iterator[int]:
    """Yield where a part of a text begins, overlapping ones too."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _words_of(term: Term) -> list[str]:
    return [folded(word) for word in _WORD.findall(term.text)]


def _alternative(term: Term) -> str:
    words = map(re.escape, _words_of(term))
    end = f"{_LETTER}*" if term.unfinished else f"(?!{_LETTER})"
    return f"(?<!{_LETTER}){_OTHER.join(words)}{end}"


def folded(text: str) -> str:
    """Return text in small letters without accents, each character in its place."""
    return text.lower() if text.isascii() else "".join(map(_folded_char, text))


@functools.lru_cache(maxsize=4096)
def _folded_char(char: str) -> str:
    plain = unicodedata.normalize("NFD", char)[0].lower()
    return plain if len(plain) == 1 else char


def snippet_of(texts: Sequence[str], sought: Sought | None) -> tuple[str, Spans]:
    """Return the first text with a match, shortened around it, and the spans of all matches in it.

    Of a text of several lines only those with a match are shown. Without any match the beginning
    of the first text is shown.
    """
    for text in texts if sought else ():
        lines = {
            line: spans
            for line in text.split("\n")
            if sought and (spans := sought.spans(folded(line)))
        }
        if lines:
            return _joined([_shortened(*item) for item in list(lines.items())[:_MOST_LINES]])
    first = next((text for text in texts if text), "").split("\n", 1)[0]
    return _shortened(first, ())


def _shortened(line: str, spans: Spans) -> tuple[str, Spans]:
    """Return some words of a line around its first match, with the spans in what is left."""
    left, right = _cut(line, spans[0][0] if spans else 0)
    if (left, right) == (0, len(line)):
        return line, spans
    head, tail = _CUT if left else "", _CUT if right < len(line) else ""
    shift = len(head) - left
    kept = tuple((a + shift, b + shift) for a, b in spans if left <= a and b <= right)
    return head + line[left:right] + tail, kept


def _cut(line: str, at: int) -> tuple[int, int]:
    """Return from where to where a line is shown that has a match at a character."""
    near = list(_WORD.finditer(line, max(0, at - _NEAR), at))
    after = _REST.match(line, at)
    # In the midst of a long line there is no need to count all its words. The first of those
    # near may be cut off.
    if len(near) > _BEFORE and after:
        return near[-_BEFORE].start(), after.end() if _WORD.search(line, after.end()) else len(line)
    words = list(_WORD.finditer(line))
    if len(words) <= _MOST_WORDS:
        return 0, len(line)
    first = next((i for i, word in enumerate(words) if word.start() >= at), 0)
    begin = max(0, min(first - _BEFORE, len(words) - _MOST_WORDS))
    end = begin + _MOST_WORDS
    return words[begin].start() if begin else 0, words[end - 1].end() if end < len(words) else len(
        line
    )


def _joined(parts: Sequence[tuple[str, Spans]]) -> tuple[str, Spans]:
    text, spans = "", list[tuple[int, int]]()
    for part, marks in parts:
        text += _SEPARATOR if text else ""
        spans.extend((start + len(text), end + len(text)) for start, end in marks)
        text += part
    return text, tuple(spans)
