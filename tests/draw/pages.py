"""Pages made by hand, and what can be seen on a painted one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage

from briefer.draw.image import render_page
from briefer.geometry import Color, FontRole, Frame, inches, points
from briefer.layout.boxes import Box, Line, Page, Paragraph, Piece, Run
from briefer.template.model import Art, LevelStyle, Template

WIDTH_PX = 960
PX_PER_INCH = 72
INK = Color("tx1")
TEMPLATE = Template(
    name="test",
    path=Path("test.pptx"),
    width=inches(WIDTH_PX / PX_PER_INCH),
    height=inches(7.5),
    colors={
        "bg1": "FFFFFF",
        "tx1": "1B1B1B",
        "bg2": "EEF3F9",
        "tx2": "162E51",
        "accent1": "005EA2",
        "accent2": "B50909",
    },
    major_font="Cambria",
    minor_font="Calibri",
    layouts=(),
)


def page(*boxes: Box, art: tuple[Art, ...] = (), background: Color | None = None) -> Page:
    """Return a page with these boxes on white."""
    return Page(
        number=1,
        slide="one",
        kind="event",
        layout="Event",
        title="Title",
        boxes=boxes,
        background=background or Color("bg1"),
        art=art,
    )


def run(text: str, *, font: FontRole = "minor", size: float = 18) -> Run:
    """Return a run of plain black words."""
    return Run(text, font, size, INK)


def paragraph(*pieces: Piece, baseline: float, style: LevelStyle | None = None) -> Paragraph:
    """Return a paragraph of one line whose baseline is at y inches."""
    line = Line(inches(baseline), pieces)
    return Paragraph(tuple(piece.run for piece in pieces), style or LevelStyle(), lines=(line,))


def paint(*boxes: Box, art: tuple[Art, ...] = ()) -> QImage:
    """Return a page of these boxes, painted 72 px to the inch: a pixel is a point."""
    return render_page(page(*boxes, art=art), TEMPLATE, WIDTH_PX)


def color_at(image: QImage, x: float, y: float) -> str:
    """Return the colour at a place in inches, as six hex digits."""
    return image.pixelColor(round(x * PX_PER_INCH), round(y * PX_PER_INCH)).name()[1:].upper()


def ink(image: QImage, frame: Frame | None = None) -> tuple[int, int, int, int] | None:
    """Return the bounds (left, top, right, bottom in px) of what is not white, or None."""
    area = frame or Frame(0, 0, TEMPLATE.width, TEMPLATE.height)
    left, top, right, bottom = (
        round(value / points(1)) for value in (area.x, area.y, area.right, area.bottom)
    )
    part = image.copy(left, top, right - left, bottom - top)
    grey = part.convertToFormat(QImage.Format.Format_Grayscale8)
    stride, data = grey.bytesPerLine(), bytes(grey.constBits())
    rows = [data[y * stride : y * stride + grey.width()] for y in range(grey.height())]
    inked = [(y, row) for y, row in enumerate(rows) if row.strip(b"\xff")]
    if not inked:
        return None
    return (
        left + min(len(row) - len(row.lstrip(b"\xff")) for _, row in inked),
        top + inked[0][0],
        left + max(len(row.rstrip(b"\xff")) for _, row in inked),
        top + inked[-1][0] + 1,
    )
