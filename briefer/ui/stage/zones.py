"""Where on a page words and citations stand, for the pointer and the overlays.

In: a page. Out: frames in EMU with what is there. Must not know: widgets, slide kinds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefer.geometry import Frame, points
from briefer.layout.boxes import (
    Box,
    ChartBox,
    GroupBox,
    Line,
    LineBox,
    Page,
    Paragraph,
    PictureBox,
    Run,
    ShapeBox,
    TableBox,
    TextBox,
)
from briefer.layout.furniture import KICKER
from briefer.records.base import Ref

_UP, _DOWN = 0.86, 0.26
"""How far letters reach over and under their baseline, in sizes of their type."""
_RAISED = (0.86, -0.16)
"""The same for a superscript, which stands over its line's baseline."""
_TITLES = ("title", "ctrTitle")


@dataclass(frozen=True, slots=True)
class CiteZone:
    """A citation marker: its frame, its numbers, and the records whose citations they are."""

    frame: Frame
    numbers: tuple[int, ...]
    cited: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class TextZone:
    """A paragraph: its frame, its words, its record, and the field where that is known.

    `field` is `title`, `kicker` or "".
    """

    frame: Frame
    words: str
    field: str = ""
    origin: Ref | None = None


def cite_zones(page: Page) -> tuple[CiteZone, ...]:
    """Return the citation markers of a page in reading order."""
    zones = []
    for paragraph, _ in _paragraphs(page.boxes):
        for line in paragraph.lines:
            for piece in line.pieces:
                if piece.run.numbers:
                    frame = _piece_frame(line, piece.x, piece.width, piece.run)
                    zones.append(CiteZone(frame, piece.run.numbers, piece.run.cited))
    return tuple(zones)


def text_zones(page: Page) -> tuple[TextZone, ...]:
    """Return the paragraphs of a page in reading order."""
    zones = []
    for paragraph, box in _paragraphs(page.boxes):
        frame = _paragraph_frame(paragraph)
        if frame is None or (isinstance(box, TextBox) and box.tag == "artifact"):
            continue
        field = ""
        if isinstance(box, TextBox):
            field = "title" if box.ph_type in _TITLES else "kicker" if box.idx == KICKER else ""
        origin = paragraph.origin or (box.origin if isinstance(box, TextBox) else None)
        zones.append(TextZone(frame, paragraph.text, field, origin))
    return tuple(zones)


def reading_order(page: Page) -> tuple[tuple[str, Frame], ...]:
    """Return the boxes that are read, by name and frame, in the order in which they are read."""
    return tuple((box.name, _frame(box)) for box in page.boxes if _is_read(box))


def _is_read(box: Box) -> bool:
    """Return whether assistive programs read a box: it has words, or words for its picture."""
    match box:
        case TextBox():
            return box.tag != "artifact" and any(p.text.strip() for p in box.paragraphs)
        case ShapeBox() | LineBox() | PictureBox() | GroupBox():
            return bool(box.alt)
        case TableBox() | ChartBox():
            return True


def _frame(box: Box) -> Frame:
    """Return where a box stands."""
    if isinstance(box, LineBox):
        left, top = min(box.x1, box.x2), min(box.y1, box.y2)
        return Frame(left, top, abs(box.x2 - box.x1), abs(box.y2 - box.y1))
    if isinstance(box, GroupBox):
        frames = [_frame(child) for child in box.children]
        left, top = min(f.x for f in frames), min(f.y for f in frames)
        right, bottom = max(f.x + f.w for f in frames), max(f.y + f.h for f in frames)
        return Frame(left, top, right - left, bottom - top)
    return box.frame


def _paragraphs(boxes: tuple[Box, ...]) -> Iterator[tuple[Paragraph, Box]]:
    """Yield all paragraphs with their boxes, those of tables and groups too."""
    for box in boxes:
        match box:
            case TextBox():
                yield from ((paragraph, box) for paragraph in box.paragraphs)
            case TableBox():
                for row in box.rows:
                    for cell in row:
                        yield from ((paragraph, box) for paragraph in cell.paragraphs)
            case GroupBox():
                yield from _paragraphs(box.children)
            case _:
                pass


def _piece_frame(line: Line, x: int, width: int, run: Run) -> Frame:
    """Return the frame of a run on a line."""
    size = points(run.size)
    up, down = _RAISED if run.superscript else (_UP, _DOWN)
    return Frame(x, round(line.baseline - up * size), width, round((up + down) * size))


def _paragraph_frame(paragraph: Paragraph) -> Frame | None:
    """Return the frame around a paragraph's words, None for one without."""
    frames = [
        _piece_frame(line, piece.x, piece.width, piece.run)
        for line in paragraph.lines
        for piece in line.pieces
    ]
    if not frames:
        return None
    left, top = min(f.x for f in frames), min(f.y for f in frames)
    right, bottom = max(f.x + f.w for f in frames), max(f.y + f.h for f in frames)
    return Frame(left, top, right - left, bottom - top)
