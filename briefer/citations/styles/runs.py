"""Joining the parts of a citation: punctuation between parts that are there, and only there.

In: parts as runs or plain words, empty ones among them. Out: runs. Every style joins through here,
so that a field which is not known leaves no stray mark behind. Must not know: sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeAlias

from briefer.content import Text

Runs: TypeAlias = list[Text]
Part: TypeAlias = Runs | str | None

_CLOSING = "\N{RIGHT DOUBLE QUOTATION MARK}"
_INNER_CLOSING = "\N{RIGHT SINGLE QUOTATION MARK}"
_OPENING = "\N{LEFT DOUBLE QUOTATION MARK}"
_INNER = re.compile(rf'[{_OPENING}"]([^{_OPENING}{_CLOSING}"]*)[{_CLOSING}"]')
_QUOTED_LAST = re.compile(
    r"(?<!\w)\N{LEFT SINGLE QUOTATION MARK}[^\N{LEFT SINGLE QUOTATION MARK}]*"
    r"\N{RIGHT SINGLE QUOTATION MARK}$"
)
_ENDING = ".?!"


def italic(words: str | None) -> Runs:
    """Return words in italics, or nothing."""
    return [Text(words.strip(), italic=True)] if words and words.strip() else []


def quoted(words: str) -> Runs:
    """Return words in quotation marks, those within them single (Chicago 6.11), or nothing."""
    said = _INNER.sub(_single, words.strip())
    return [Text(f"\N{LEFT DOUBLE QUOTATION MARK}{said}{_CLOSING}")] if said else []


def _single(match: re.Match[str]) -> str:
    return f"\N{LEFT SINGLE QUOTATION MARK}{match[1]}{_INNER_CLOSING}"


def words_of(runs: Iterable[Text]) -> str:
    """Return runs as plain text."""
    return "".join(run.text for run in runs)


def join(*parts: Part, by: str = ", ") -> Runs:
    """Return the parts that are there with a separator between each two.

    A comma or full stop goes inside a closing quotation mark (American usage), a full stop is not
    repeated, and a mark that ends a title replaces both before a closing quotation mark.
    """
    joined: Runs = []
    for part in parts:
        runs = _runs(part)
        if not runs:
            continue
        joined = [*_separated(joined, by), *runs] if joined else runs
    return merged(joined)


def spaced(*parts: Part) -> Runs:
    """Return the parts that are there, a space between each two."""
    return join(*parts, by=" ")


def bracketed(*parts: str | None, by: str = ", ") -> str:
    """Return the parts that are there in parentheses, or "" where there are none."""
    known = words_of(join(*parts, by=by))
    return f"({known})" if known else ""


def ended(runs: Runs) -> Runs:
    """Return runs with the full stop that ends a citation, unless a mark ends it already."""
    return merged(_separated(runs, "."))


def merged(runs: Iterable[Text]) -> Runs:
    """Return runs with neighbors of the same face joined and empty ones dropped."""
    kept: Runs = []
    for run in runs:
        if not run.text:
            continue
        if kept and replace(kept[-1], text="") == replace(run, text=""):
            kept[-1] = replace(run, text=kept[-1].text + run.text)
        else:
            kept.append(run)
    return kept


def _runs(part: Part) -> Runs:
    if isinstance(part, str):
        return [Text(part.strip())] if part.strip() else []
    return [run for run in part or () if run.text]


def _separated(runs: Runs, mark: str) -> Runs:
    """Return runs followed by a separator, its mark placed as American usage wants it."""
    *before, last = runs
    words, first = last.text, mark[:1]
    if first in ",." and words.endswith(_CLOSING):
        inner, closing = words.removesuffix(_CLOSING), _CLOSING
        if _QUOTED_LAST.search(inner):
            inner, closing = inner[:-1], f"{_INNER_CLOSING}{_CLOSING}"
        inside = "" if inner.endswith((*_ENDING, ",")) else first
        return [*before, replace(last, text=f"{inner}{inside}{closing}"), Text(mark[1:])]
    if (first == "." and words.endswith(tuple(_ENDING))) or (first == "," and words.endswith(",")):
        return [*before, last, Text(mark[1:])]
    return [*runs, Text(mark)]
