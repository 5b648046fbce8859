"""Paints a page: background, the layout's art, then the boxes in order, as layout measured them.

In: a page, its template, a painter and a rectangle. Out: ink; the painter's state is as before.
Must not know: slide kinds, widgets. It runs in any thread that owns its painter's device.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPolygonF

from briefer.draw.chart import ChartPainter
from briefer.draw.fonts import Fonts
from briefer.draw.text import EMU_PER_UNIT, TextPainter
from briefer.geometry import Color, Frame, Outline, points
from briefer.layout.boxes import (
    Box,
    ChartBox,
    GroupBox,
    LineBox,
    Page,
    PictureBox,
    ShapeBox,
    TableBox,
    TextBox,
)
from briefer.template.model import Template

_STRONG_RULE = Outline(Color("tx2"), points(1.5))
_ROW_RULE = Outline(Color("tx1", lum_mod=25, lum_off=75), points(0.75))
_LAST_RULE = Outline(Color("tx2"), points(1))


def paint_page(
    painter: QPainter,
    page: Page,
    template: Template,
    target: QRectF,
    *,
    fonts: Fonts | None = None,
) -> None:
    """Paint a page into a rectangle of the painter's device, stretched to fill it.

    `fonts` made for the same template may be handed in, to keep them between pages.
    """
    painter.save()
    try:
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )
        painter.setClipRect(target, Qt.ClipOperation.IntersectClip)
        painter.fillRect(target, QColor(f"#{template.rgb(page.background)}"))
        painter.translate(target.topLeft())
        painter.scale(
            target.width() * EMU_PER_UNIT / template.width,
            target.height() * EMU_PER_UNIT / template.height,
        )
        _PagePainter(painter, template, fonts or Fonts(template)).page(page)
    finally:
        painter.restore()


def paint_boxes(
    painter: QPainter, boxes: Iterable[Box], template: Template, *, fonts: Fonts | None = None
) -> None:
    """Paint boxes with a painter whose origin is that of their page and whose unit is 1/16 pt."""
    _PagePainter(painter, template, fonts or Fonts(template)).boxes(boxes)


class _PagePainter:
    """Paints boxes with a painter whose origin is the page's and whose unit is 1/16 pt."""

    def __init__(self, painter: QPainter, template: Template, fonts: Fonts) -> None:
        self._painter = painter
        self._template = template
        self._text = TextPainter(painter, template, fonts)
        self._chart = ChartPainter(painter, template, fonts)

    def page(self, page: Page) -> None:
        """Paint the art and the boxes of a page."""
        for art in page.art:
            self._shape(art.frame, art.geometry, art.fill, art.outline)
            self._text.art(art)
        self.boxes(page.boxes)

    def boxes(self, boxes: Iterable[Box]) -> None:
        """Paint boxes in order."""
        for box in boxes:
            self._box(box)

    def _box(self, box: Box) -> None:
        """Paint a box of any type."""
        match box:
            case TextBox():
                self._shape(box.frame, "rect", box.fill, box.outline)
                self._text.paragraphs(box.paragraphs)
            case ShapeBox():
                self._shape(box.frame, box.geometry, box.fill, box.outline)
            case LineBox():
                self._line(box)
            case TableBox():
                self._table(box)
            case ChartBox():
                self._chart.chart(box)
            case PictureBox():
                self._picture(box)
            case GroupBox():
                for child in box.children:
                    self._box(child)

    def _shape(
        self, frame: Frame, geometry: str, fill: Color | None, outline: Outline | None
    ) -> None:
        """Paint a native shape."""
        if fill is None and outline is None:
            return
        self._painter.setBrush(QBrush(self._color(fill)) if fill else Qt.BrushStyle.NoBrush)
        self._painter.setPen(self._pen(outline) if outline else Qt.PenStyle.NoPen)
        rect = _rect(frame)
        match geometry:
            case "ellipse":
                self._painter.drawEllipse(rect)
            case "diamond":
                middle = rect.center()
                corners = [
                    QPointF(middle.x(), rect.top()),
                    QPointF(rect.right(), middle.y()),
                    QPointF(middle.x(), rect.bottom()),
                    QPointF(rect.left(), middle.y()),
                ]
                self._painter.drawPolygon(QPolygonF(corners))
            case "line":
                self._painter.drawLine(QLineF(rect.topLeft(), rect.bottomRight()))
            case _:
                self._painter.drawRect(rect)

    def _line(self, box: LineBox) -> None:
        """Paint a connector, with its arrow head if it has one."""
        line = QLineF(
            box.x1 / EMU_PER_UNIT,
            box.y1 / EMU_PER_UNIT,
            box.x2 / EMU_PER_UNIT,
            box.y2 / EMU_PER_UNIT,
        )
        if box.arrow and line.length() > 0:
            line = self._arrow_head(line, box.line)
        self._painter.setPen(self._pen(box.line))
        self._painter.drawLine(line)

    def _arrow_head(self, line: QLineF, outline: Outline) -> QLineF:
        """Paint a triangle at a line's end, three widths long and wide; return the line to it."""
        width = outline.width / EMU_PER_UNIT
        length = min(3 * width, line.length())
        along = line.unitVector()
        step = QPointF(along.dx(), along.dy())
        aside = QPointF(-step.y(), step.x()) * (1.5 * width)
        base = line.p2() - step * length
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._color(outline.color))
        self._painter.drawPolygon(QPolygonF([line.p2(), base + aside, base - aside]))
        return QLineF(line.p1(), base)

    def _table(self, box: TableBox) -> None:
        """Paint a table as the template's table style draws it (page "slides", section 10)."""
        self._cell_fills(box)
        y = box.frame.y
        self._rule(box, y, _STRONG_RULE)
        last = len(box.heights) - 1
        for number, (height, row) in enumerate(zip(box.heights, box.rows, strict=True)):
            y += height
            for cell in row:
                self._text.paragraphs(cell.paragraphs)
            if number == 0:
                self._rule(box, y, _STRONG_RULE)
            else:
                self._rule(box, y, _LAST_RULE if number == last else _ROW_RULE)

    def _cell_fills(self, box: TableBox) -> None:
        """Paint the fills of a table's cells, under its rules."""
        y = box.frame.y
        for height, row in zip(box.heights, box.rows, strict=True):
            x = box.frame.x
            for width, cell in zip(box.widths, row, strict=True):
                if cell.fill is not None:
                    self._shape(Frame(x, y, width, height), "rect", cell.fill, None)
                x += width
            y += height

    def _rule(self, box: TableBox, y: int, outline: Outline) -> None:
        """Paint a rule across a table."""
        left, right = box.frame.x / EMU_PER_UNIT, (box.frame.x + sum(box.widths)) / EMU_PER_UNIT
        self._painter.setPen(self._pen(outline))
        self._painter.drawLine(QLineF(left, y / EMU_PER_UNIT, right, y / EMU_PER_UNIT))

    def _picture(self, box: PictureBox) -> None:
        """Paint a picture so that it covers its frame, its overhang cut off evenly."""
        image = QImage.fromData(box.data)
        if image.isNull():
            return
        frame = _rect(box.frame)
        shown = QRectF(image.rect())
        scale = max(frame.width() / shown.width(), frame.height() / shown.height())
        part = QRectF(0, 0, frame.width() / scale, frame.height() / scale)
        part.moveCenter(shown.center())
        self._painter.drawImage(frame, image, part)

    def _color(self, color: Color) -> QColor:
        """Return a colour of the template as Qt's."""
        return QColor(f"#{self._template.rgb(color)}")

    def _pen(self, outline: Outline) -> QPen:
        """Return the pen of an outline."""
        pen = QPen(self._color(outline.color), outline.width / EMU_PER_UNIT)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if outline.dash != "solid":
            pen.setDashPattern([4, 3])
        return pen


def _rect(frame: Frame) -> QRectF:
    """Return a frame in painter units."""
    return QRectF(
        frame.x / EMU_PER_UNIT,
        frame.y / EMU_PER_UNIT,
        frame.w / EMU_PER_UNIT,
        frame.h / EMU_PER_UNIT,
    )
