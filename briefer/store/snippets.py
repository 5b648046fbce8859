"""Which of a record's texts to show for a query, and what to mark in it.

In: the query's terms and the texts of a row of the full text. Out: a snippet of some words and the
(start, end) spans in it that were asked for. Words are compared as the full text compares them:
without case and accents. Must not know: SQL.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import TypeAlias

from briefer.store.query import Term

Spans: TypeAlias = tuple[tuple[int, int], ...]
Pattern: TypeAlias = tuple[tuple[str, ...], bool]
"""Words that stand together, and whether the last is only a beginning."""

_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 24
_BEFORE = 6
_MOST_LINES = 6
_SEPARATOR = " · "
_CUT = "…"


def snippet_of(texts: Sequence[str], terms: Sequence[Term]) -> tuple[str, Spans]:
    """Return the first text with a match, shortened around it, and the spans of all matches in it.

    Of a text of several lines only those with a match are shown. Without any match the beginning
    of the first text is shown.
    """
    patterns = [pattern for term in terms if (pattern := _pattern(term))]
    for text in texts if patterns else ():
        lines = {line: spans for line in text.split("\n") if (spans := _spans(line, patterns))}
        if lines:
            return _joined([_shortened(*item) for item in list(lines.items())[:_MOST_LINES]])
    first = next((text for text in texts if text), "").split("\n", 1)[0]
    return _shortened(first, [])


def _pattern(term: Term) -> Pattern | None:
    words = tuple(_plain(word) for word in _WORD.findall(term.text))
    return (words, term.unfinished) if words else None


def _plain(word: str) -> str:
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFD", word.lower())
    return "".join(char for char in parts if not unicodedata.combining(char))


def _spans(text: str, patterns: Sequence[Pattern]) -> list[tuple[int, int]]:
    """Return where the words of the patterns stand, in order and without overlaps."""
    words = list(_WORD.finditer(text))
    plain = [_plain(word[0]) for word in words]
    spans: list[tuple[int, int]] = []
    free = 0
    for index in range(len(words)):
        length = max(_length(plain, index, pattern) for pattern in patterns)
        if length and index >= free:
            free = index + length
            spans.append((words[index].start(), words[free - 1].end()))
    return spans


def _length(words: Sequence[str], index: int, pattern: Pattern) -> int:
    """Return how many words a pattern matches from here on, 0 if it does not."""
    wanted, unfinished = pattern
    found = words[index : index + len(wanted)]
    if unfinished and len(found) == len(wanted) and found[-1].startswith(wanted[-1]):
        found = [*found[:-1], wanted[-1]]
    return len(wanted) if tuple(found) == wanted else 0


def _shortened(line: str, spans: Sequence[tuple[int, int]]) -> tuple[str, Spans]:
    """Return some words of a line around its first match, with the spans in what is left."""
    words = list(_WORD.finditer(line))
    if len(words) <= _MOST_WORDS:
        return line, tuple(spans)
    first = next((i for i, word in enumerate(words) if spans and word.start() >= spans[0][0]), 0)
    begin = max(0, min(first - _BEFORE, len(words) - _MOST_WORDS))
    end = begin + _MOST_WORDS
    left = words[begin].start() if begin else 0
    right = words[end - 1].end() if end < len(words) else len(line)
    head, tail = _CUT if begin else "", _CUT if end < len(words) else ""
    shift = len(head) - left
    kept = tuple((a + shift, b + shift) for a, b in spans if left <= a and b <= right)
    return head + line[left:right] + tail, kept


def _joined(parts: Sequence[tuple[str, Spans]]) -> tuple[str, Spans]:
    text, spans = "", list[tuple[int, int]]()
    for part, marks in parts:
        text += _SEPARATOR if text else ""
        spans.extend((start + len(text), end + len(text)) for start, end in marks)
        text += part
    return text, tuple(spans)
