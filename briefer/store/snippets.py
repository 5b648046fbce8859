"""Which of a record's texts to show for a query, and what to mark in it.

In: the query's terms and the texts of a row of the full text. Out: a snippet of some words and the
(start, end) spans in it that were asked for. Words are compared as the full text compares them:
without case and accents. Must not know: SQL.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Sequence
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


def pattern_of(terms: Sequence[Term]) -> re.Pattern[str] | None:
    """Return what finds the terms in folded text, None where they have no words."""
    found = [_alternative(term) for term in terms if _WORD.search(term.text)]
    # Of two that begin at one place the longer is marked.
    found.sort(key=len, reverse=True)
    return re.compile("|".join(found)) if found else None


def _alternative(term: Term) -> str:
    words = [re.escape(folded(word)) for word in _WORD.findall(term.text)]
    end = f"{_LETTER}*" if term.unfinished else f"(?!{_LETTER})"
    return f"(?<!{_LETTER}){_OTHER.join(words)}{end}"


def folded(text: str) -> str:
    """Return text in small letters without accents, each character in its place."""
    return text.lower() if text.isascii() else "".join(map(_folded_char, text))


@functools.lru_cache(maxsize=4096)
def _folded_char(char: str) -> str:
    plain = unicodedata.normalize("NFD", char)[0].lower()
    return plain if len(plain) == 1 else char


def snippet_of(texts: Sequence[str], pattern: re.Pattern[str] | None) -> tuple[str, Spans]:
    """Return the first text with a match, shortened around it, and the spans of all matches in it.

    Of a text of several lines only those with a match are shown. Without any match the beginning
    of the first text is shown.
    """
    for text in texts if pattern else ():
        lines = {line: spans for line in text.split("\n") if (spans := _spans(line, pattern))}
        if lines:
            return _joined([_shortened(*item) for item in list(lines.items())[:_MOST_LINES]])
    first = next((text for text in texts if text), "").split("\n", 1)[0]
    return _shortened(first, ())


def _spans(line: str, pattern: re.Pattern[str] | None) -> Spans:
    """Return where the terms stand, in order and without overlaps."""
    return tuple(match.span() for match in pattern.finditer(folded(line))) if pattern else ()


def _shortened(line: str, spans: Spans) -> tuple[str, Spans]:
    """Return some words of a line around its first match, with the spans in what is left."""
    words = list(_WORD.finditer(line))
    if len(words) <= _MOST_WORDS:
        return line, spans
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
