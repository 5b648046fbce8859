"""Sheets as a PDF, painted by Qt: vector shapes, text in embedded fonts.

In: sheets of one size, their template. Out: the bytes of a PDF that knows nothing of itself yet:
no title, language, links or bookmarks (`writers/pdf.py` adds them), and with the time of printing.
Must not know: slide kinds, widgets, files.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from briefer.draw.fonts import UNITS_PER_PT, Fonts
from briefer.draw.painter import paint_boxes, paint_page
from briefer.draw.text import EMU_PER_UNIT
from briefer.geometry import EMU_PER_PT
from briefer.layout.boxes import Sheet
from briefer.template.model import Template

_UNITS_PER_INCH = 72 * UNITS_PER_PT


def paint_pdf(sheets: Sequence[Sheet], template: Template, *, painted: Callable[[], None]) -> bytes:
    """Return the sheets, at least one, as a PDF; `painted` is called after each of them.

    A sheet begins at the top left corner of its page, which is as large as whole points allow.
    Whatever `painted` raises ends the painting. Safe in a worker thread; needs a QGuiApplication.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    # Qt stretches letter spacing by how much finer a device is than what fonts are measured on,
    # also where sizes are pixels; so both have to be the same (QTextEngine::shapeText).
    writer.setResolution(QImage(1, 1, QImage.Format.Format_RGB32).logicalDpiX())
    writer.setPageLayout(_page_layout(sheets[0]))
    fonts = Fonts(template)
    painter = QPainter(writer)
    scale = writer.resolution() / _UNITS_PER_INCH
    try:
        for number, sheet in enumerate(sheets):
            if number:
                writer.newPage()
            painter.resetTransform()
            painter.scale(scale, scale)
            _paint_sheet(painter, sheet, template, fonts)
            painted()
    finally:
        painter.end()
    return bytes(buffer.data().data())


def _page_layout(sheet: Sheet) -> QPageLayout:
    """Return a page without margins on which the sheet has room; Qt keeps whole points."""
    size = QSizeF(math.ceil(sheet.width / EMU_PER_PT), math.ceil(sheet.height / EMU_PER_PT))
    page = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    return QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))


def _paint_sheet(painter: QPainter, sheet: Sheet, template: Template, fonts: Fonts) -> None:
    """Paint the page of the deck that a sheet shows, then its boxes over it."""
    if sheet.page is not None and sheet.frame is not None:
        frame = sheet.frame
        x, y, width, height = (side / EMU_PER_UNIT for side in (frame.x, frame.y, frame.w, frame.h))
        paint_page(painter, sheet.page, template, QRectF(x, y, width, height), fonts=fonts)
    paint_boxes(painter, sheet.boxes, template, fonts=fonts)
