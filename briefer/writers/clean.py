"""Text fit for one line of a file. In: any string. Out: what XML can hold, without line breaks."""

from __future__ import annotations

import re

from briefer.records.text import clean_text

_BREAKS = re.compile("[\t\n]+")


def clean(text: str) -> str:
    """Return the text without what XML cannot hold, its line breaks as newlines."""
    return clean_text(text)


def one_line(text: str) -> str:
    """Return the cleaned text with every run of tabs and line breaks turned into one space."""
    return _BREAKS.sub(" ", clean_text(text))
