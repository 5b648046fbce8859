"""Text fit for one line of a file. In: any string. Out: what XML can hold, without line breaks."""

from __future__ import annotations

import re

from briefer.records.text import clean_text

_BREAKS = re.compile("[\t\n]+")
_LINES = re.compile("\n+")


def clean(text: str) -> str:
    """Return the text without what XML cannot hold, its line breaks as newlines."""
    return clean_text(text)


def run_text(text: str) -> str:
    """Return a run's cleaned text: every run of line breaks turned into one space, tabs kept."""
    cleaned = clean_text(text)
    return _LINES.sub(" ", cleaned) if "\n" in cleaned else cleaned


def one_line(text: str) -> str:
    """Return the cleaned text with every run of tabs and line breaks turned into one space."""
    return text if text.isprintable() else _BREAKS.sub(" ", clean_text(text))
