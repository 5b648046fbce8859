"""What an arranger returns: the bodies of the pages of one slide, before title and footer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefer.layout.boxes import Box, GroupBox, Paragraph, Run, TableBox, TextBox, Unshown
from briefer.records.base import Ref


@dataclass(frozen=True, slots=True)
class Body:
    """The boxes of one page's content, on a template layout.

    `key` is a small box at the right of the kicker row; `shortened` says that words had to be cut,
    `unshown` which pictures are left out.
    """

    layout: str
    boxes: tuple[Box, ...]
    key: tuple[Box, ...] = ()
    shortened: bool = False
    unshown: tuple[Unshown, ...] = ()


def paragraphs_of(boxes: Iterable[Box]) -> Iterator[Paragraph]:
    """Yield every paragraph of the boxes in reading order."""
    for box in boxes:
        if isinstance(box, TextBox):
            yield from box.paragraphs
        elif isinstance(box, GroupBox):
            yield from paragraphs_of(box.children)
        elif isinstance(box, TableBox):
            for row in box.rows:
                for cell in row:
                    yield from cell.paragraphs


def runs_in(boxes: Iterable[Box]) -> Iterator[Run]:
    """Yield every run of the boxes in reading order."""
    for paragraph in paragraphs_of(boxes):
        yield from paragraph.runs


def numbers_in(boxes: Iterable[Box]) -> tuple[int, ...]:
    """Return the cite numbers shown in the boxes, ascending."""
    return tuple(sorted({number for run in runs_in(boxes) for number in run.numbers}))


def origins_in(boxes: Iterable[Box]) -> frozenset[Ref]:
    """Return the ids of the records that the boxes' paragraphs speak of."""
    return frozenset(p.origin for p in paragraphs_of(boxes) if p.origin)
