"""Where on a sheet links stand, and where they lead.

In: sheets. Out: rectangles in EMU from the sheet's top left corner, each with its page of the deck
or its address. Must not know: how a PDF holds them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from briefer.geometry import Frame, points
from briefer.layout.boxes import (
    Box,
    GroupBox,
    Line,
    Paragraph,
    Piece,
    Run,
    Sheet,
    TableBox,
    TextBox,
)
from briefer.records.addresses import link_of
from briefer.template.model import Template

_ASCENT, _DESCENT = 0.8, 0.25
"""How far a link reaches over and under its baseline, in its size."""

_LEAST = points(9)
"""The least width of a link: a marker is hardly wider than a pointer's tip."""

_KERNED = 0.015
"""How much nearer to its line's start a link may be painted than it was measured, as a share."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to click: it leads to a page of the deck, or to an address."""

    frame: Frame
    page: int | None = None
    address: str = ""


def spots_of(sheet: Sheet, template: Template, entries: Mapping[int, int]) -> Iterator[Spot]:
    """Yield the links of a sheet, those of the page it shows first.

    `entries` says on which page of the deck a cite number is resolved.
    """
    if sheet.page is not None and sheet.frame is not None:
        for spot in _spots(sheet.page.boxes, entries):
            if spot.page != sheet.page.number:
                yield replace(spot, frame=_shown(spot.frame, sheet.frame, template))
    yield from _spots(sheet.boxes, entries)


def _shown(frame: Frame, whole: Frame, template: Template) -> Frame:
    """Return where a part of a page stands when the whole page is drawn in a frame."""
    across, down = whole.w / template.width, whole.h / template.height
    return Frame(
        whole.x + round(frame.x * across),
        whole.y + round(frame.y * down),
        round(frame.w * across),
        round(frame.h * down),
    )


def _spots(boxes: Iterable[Box], entries: Mapping[int, int]) -> Iterator[Spot]:
    """Yield the links in boxes, in reading order."""
    for paragraph in _paragraphs(boxes):
        for line in paragraph.lines:
            for piece in line.pieces:
                spot = _spot(piece, line, entries)
                if spot is not None:
                    yield spot


def _paragraphs(boxes: Iterable[Box]) -> Iterator[Paragraph]:
    """Yield every paragraph of the boxes in reading order."""
    for box in boxes:
        match box:
            case TextBox():
                yield from box.paragraphs
            case GroupBox():
                yield from _paragraphs(box.children)
            case TableBox():
                for row in box.rows:
                    for cell in row:
                        yield from cell.paragraphs
            case _:
                pass


def _spot(piece: Piece, line: Line, entries: Mapping[int, int]) -> Spot | None:
    """Return the link of a piece of a line, None where it has none."""
    run = piece.run
    page, address = _target(run, entries), link_of(run.url) if run.url else ""
    if page is None and not address:
        return None
    width = max(piece.width, _LEAST if run.numbers else 1)
    top = line.baseline - points(run.size * _ASCENT)
    height = points(run.size * (_ASCENT + _DESCENT))
    back = round((piece.x - line.pieces[0].x) * _KERNED)
    frame = Frame(piece.x - back - (width - piece.width) // 2, top, width + back, height)
    return Spot(frame, page, "" if page is not None else address)


def _target(run: Run, entries: Mapping[int, int]) -> int | None:
    """Return the page that a run leads to; a citation marker leads to its source."""
    if run.page is not None:
        return run.page
    return next((entries[number] for number in run.numbers if number in entries), None)
