"""Web addresses in running text, made runs of their own that link.

In: runs. Out: runs. Must not know: what the text is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefer.layout.boxes import Run

_ADDRESS = re.compile(r"https?://[^\s<>\"”]*[^\s<>\"”.,;:!?)\]]")
"""An address ends before the punctuation of the sentence that it stands in."""


def linked(run: Run) -> Iterator[Run]:
    """Yield the run, cut so that each address in it is a run of its own with its link."""
    start = 0
    for found in _ADDRESS.finditer(run.text):
        if found.start() > start:
            yield replace(run, text=run.text[start : found.start()])
        yield replace(run, text=found[0], url=found[0])
        start = found.end()
    if start < len(run.text):
        yield replace(run, text=run.text[start:])
