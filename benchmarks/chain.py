"""Export a deck in which every slide links to the next, as buttons do.

    python -m benchmarks.chain SLIDES DECK.pptx

python-pptx follows such links one inside the other and gives up short of a thousand.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks import decks
from briefer.layout.boxes import Box, Page, TextBox
from briefer.pipeline import export_deck


def chained(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Return the pages, the first words on each linking to the page after it."""
    return tuple(
        replace(page, boxes=tuple(_linked(page.boxes, following.number)))
        for page, following in zip(pages, (*pages[1:], pages[0]), strict=True)
    )


def _linked(boxes: Sequence[Box], target: int) -> Iterator[Box]:
    linked = False
    for box in boxes:
        if linked or not (isinstance(box, TextBox) and box.paragraphs and box.paragraphs[0].runs):
            yield box
            continue
        first, *others = box.paragraphs
        runs = (replace(first.runs[0], page=target), *first.runs[1:])
        linked = True
        yield replace(box, paragraphs=(replace(first, runs=runs), *others))


if __name__ == "__main__":
    made = decks.built(int(sys.argv[1]))
    export_deck(
        replace(made, pages=chained(made.pages)),
        decks.template(),
        Path(sys.argv[2]),
        overwrite=True,
    )
