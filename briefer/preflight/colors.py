"""What text stands on, and how well it can be told from that.

In: the boxes of a page, a template. Out: the colour under each text, contrast ratios. What has no
single colour (a picture) is not known. Must not know: findings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefer.geometry import Color, Frame
from briefer.layout.boxes import (
    Box,
    GroupBox,
    LineBox,
    Page,
    Paragraph,
    PictureBox,
    Run,
    TableBox,
    TextBox,
)

NORMAL, LARGE = 4.5, 3.0
"""The least contrast of text and of large text (WCAG 2.0, 1.4.3)."""
_LARGE_PT, _LARGE_BOLD_PT = 18.0, 14.0


@dataclass(frozen=True, slots=True)
class Lettering:
    """A run of text and the colour it stands on, None where that is not one colour."""

    run: Run
    ground: Color | None


def flat(boxes: Iterable[Box]) -> Iterator[Box]:
    """Yield boxes, and the children of groups in their place."""
    for box in boxes:
        if isinstance(box, GroupBox):
            yield from box.children
        else:
            yield box


def letterings(page: Page) -> Iterator[Lettering]:
    """Yield every run of text of a page that can be seen, with what it stands on.

    From the text's own fill down: the boxes before it, the art of the layout, the background.
    """
    below: list[Box] = []
    for box in flat(page.boxes):
        if isinstance(box, TextBox):
            under = _under(box.frame, below, page)
            ground = box.fill or under
            yield from (Lettering(run, ground) for run in _runs(box.paragraphs))
        elif isinstance(box, TableBox):
            under = _under(box.frame, below, page)
            for row in box.rows:
                for cell in row:
                    yield from (Lettering(r, cell.fill or under) for r in _runs(cell.paragraphs))
        below.append(box)


def _runs(paragraphs: Iterable[Paragraph]) -> Iterator[Run]:
    yield from (run for paragraph in paragraphs for run in paragraph.runs if run.text.strip())


def _under(frame: Frame, below: Iterable[Box], page: Page) -> Color | None:
    """Return the colour under the middle of a frame."""
    x, y = frame.x + frame.w // 2, frame.y + frame.h // 2
    ground: Color | None = page.background
    for art in page.art:
        if art.fill and _holds(art.frame, x, y):
            ground = art.fill
    for box in below:
        if isinstance(box, LineBox | GroupBox) or not _holds(box.frame, x, y):
            continue
        if isinstance(box, PictureBox):
            ground = None
        elif not isinstance(box, TableBox):
            ground = getattr(box, "fill", None) or ground
    return ground


def _holds(frame: Frame, x: int, y: int) -> bool:
    return frame.x <= x <= frame.right and frame.y <= y <= frame.bottom


def ratio(first: str, second: str) -> float:
    """Return the contrast of two colours of six hex digits, 1 to 21 (WCAG 2.0)."""
    dark, light = sorted((_lightness(first), _lightness(second)))
    return (light + 0.05) / (dark + 0.05)


def least(run: Run) -> float:
    """Return the contrast that a run of text needs: less where it is large."""
    large = run.size >= (_LARGE_BOLD_PT if run.bold else _LARGE_PT)
    return LARGE if large else NORMAL


def _lightness(rgb: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.0)."""
    parts = (int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
