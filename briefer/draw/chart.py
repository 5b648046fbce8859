"""Paints a chart as presentation programs draw the native one: marks, values, categories, legend.

In: a chart box, whose plot and scale layout fixed. Out: ink. Must not know: how a chart was chosen,
other boxes. Its unit is 1/16 pt, as everywhere in this room.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from briefer.draw.fonts import UNITS_PER_PT, Fonts
from briefer.draw.text import EMU_PER_UNIT
from briefer.geometry import Color, Frame
from briefer.layout.boxes import ChartBox
from briefer.template.model import Template

_PT = UNITS_PER_PT
_LINE = 1.22
"""Height of a line of Calibri, in ems."""
_ASCENT = 0.95
_DIGIT = 0.64
"""Height of a digit, in ems."""
_LABELS_BELOW, _NAMES_AFTER = 1.3 * _PT, 6 * _PT
_SEPARATOR = 1.5 * _PT
_LINE_WIDTH = 2.25 * _PT
_MARKER = 8 * _PT
_KEY = 7.5 * _PT
_LINE_KEY = 22 * _PT
_KEY_GAP = 3 * _PT
_ENTRY_GAP = 10 * _PT
_LEGEND_TOP, _LEGEND_ROW = 5 * _PT, 18 * _PT
_MARKERS = ("circle", "square", "diamond", "triangle", "circle", "square")


class ChartPainter:
    """Paints charts with one painter, in one template's fonts and colours."""

    def __init__(self, painter: QPainter, template: Template, fonts: Fonts) -> None:
        self._painter = painter
        self._template = template
        self._fonts = fonts

    def chart(self, box: ChartBox) -> None:
        """Paint a chart; the painter's pen, brush and font are not kept."""
        if not box.categories or box.high <= box.low:
            return
        if box.shape == "line":
            self._lines(box)
        else:
            self._columns(box)
        self._categories(box)
        self._legend(box)

    def _columns(self, box: ChartBox) -> None:
        """Paint columns or bars, then the values at them."""
        pen = self._edge(box)
        for number, series in enumerate(box.series):
            self._painter.setBrush(QBrush(self._color(series.color)))
            self._painter.setPen(pen)
            for index in range(len(box.categories)):
                mark = box.mark(number, index)
                if mark is not None and series.values[index]:
                    self._painter.drawRect(_rect(mark))
        for number, series in enumerate(box.series):
            for index, value in enumerate(series.values):
                mark = box.mark(number, index)
                if mark is not None and value is not None and index not in series.unlabelled:
                    self._value(box, value, _rect(mark))

    def _edge(self, box: ChartBox) -> QPen | Qt.PenStyle:
        """Return the pen that parts the parts of a stacked column."""
        if box.shape != "stacked":
            return Qt.PenStyle.NoPen
        pen = QPen(self._color(Color("bg1")), _SEPARATOR)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        return pen

    def _value(self, box: ChartBox, value: float, rect: QRectF) -> None:
        """Paint a value inside a stacked part, else beyond the end of its column or bar."""
        words = box.format.words(value)
        font = self._font(box, bold=True)
        width = QFontMetricsF(font).horizontalAdvance(words)
        middle = rect.center().y() + _DIGIT * box.size * _PT / 2
        if box.shape == "stacked":
            self._words(words, rect.center().x() - width / 2, middle, font, Color("bg1"))
        elif box.shape == "bars":
            left = rect.right() + 3 * _PT if value >= 0 else rect.left() - 3 * _PT - width
            self._words(words, left, middle, font, box.ink)
        else:
            below = rect.bottom() + _ASCENT * box.size * _PT
            base = rect.top() - 5 * _PT if value >= 0 else below
            self._words(words, rect.center().x() - width / 2, base, font, box.ink)

    def _lines(self, box: ChartBox) -> None:
        """Paint each series as a line with markers; a missing value breaks it."""
        font = self._font(box, bold=True)
        for number, series in enumerate(box.series):
            spots = [
                None
                if value is None
                else QPointF(box.middle(index), box.place(value)) / EMU_PER_UNIT
                for index, value in enumerate(series.values)
            ]
            self._painter.setPen(QPen(self._color(series.color), _LINE_WIDTH))
            for start, end in pairwise(spots):
                if start is not None and end is not None:
                    self._painter.drawLine(QLineF(start, end))
            for index, spot in enumerate(spots):
                value = series.values[index]
                if spot is None or value is None:
                    continue
                self._marker(spot, number, series.color)
                if index not in series.unlabelled:
                    words = box.format.words(value)
                    width = QFontMetricsF(font).horizontalAdvance(words)
                    above = spot.y() - _MARKER / 2 - 4 * _PT
                    self._words(words, spot.x() - width / 2, above, font, box.ink)

    def _marker(self, spot: QPointF, number: int, color: Color) -> None:
        """Paint the marker of a point; each series has a shape of its own."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QBrush(self._color(color)))
        half = _MARKER / 2
        left, right = QPointF(-half, 0), QPointF(half, 0)
        top, bottom = QPointF(0, -half), QPointF(0, half)
        match _MARKERS[number % len(_MARKERS)]:
            case "circle":
                self._painter.drawEllipse(spot, half, half)
            case "square":
                self._painter.drawRect(QRectF(spot + left + top, spot + right + bottom))
            case "diamond":
                corners = [spot + top, spot + right, spot + bottom, spot + left]
                self._painter.drawPolygon(QPolygonF(corners))
            case _:
                corners = [spot + top, spot + right + bottom, spot + left + bottom]
                self._painter.drawPolygon(QPolygonF(corners))

    def _categories(self, box: ChartBox) -> None:
        """Paint the labels of the categories, below the plot or left of bars."""
        font = self._font(box)
        metrics = QFontMetricsF(font)
        line = _LINE * box.size * _PT
        for index, lines in enumerate(box.labels):
            middle = box.middle(index) / EMU_PER_UNIT
            below = box.plot.bottom / EMU_PER_UNIT + _LABELS_BELOW
            top = middle - len(lines) * line / 2 if box.shape == "bars" else below
            widths = [metrics.horizontalAdvance(words) for words in lines]
            centre = middle
            if box.shape == "bars":
                centre = box.plot.x / EMU_PER_UNIT - _NAMES_AFTER - max(widths, default=0) / 2
            for number, (words, width) in enumerate(zip(lines, widths, strict=True)):
                base = top + number * line + _ASCENT * box.size * _PT
                self._words(words, centre - width / 2, base, font, box.ink)

    def _legend(self, box: ChartBox) -> None:
        """Paint the legend's rows, its columns in line, the whole centred over the chart."""
        if not box.legend:
            return
        font = self._font(box)
        metrics = QFontMetricsF(font)
        key = _LINE_KEY if box.shape == "line" else _KEY
        columns = [
            max(
                key + _KEY_GAP + metrics.horizontalAdvance(box.series[row[column]].name)
                for row in box.legend
                if column < len(row)
            )
            for column in range(len(box.legend[0]))
        ]
        whole = sum(columns) + (len(columns) - 1) * _ENTRY_GAP
        start = (box.frame.x + box.frame.w / 2) / EMU_PER_UNIT - whole / 2
        middle = box.frame.y / EMU_PER_UNIT + _LEGEND_TOP + _LEGEND_ROW / 2
        for row in box.legend:
            left = start
            for number, width in zip(row, columns, strict=False):
                self._key(box, number, QRectF(left, middle - _KEY / 2, key, _KEY))
                base = middle + 0.31 * box.size * _PT
                self._words(box.series[number].name, left + key + _KEY_GAP, base, font, box.ink)
                left += width + _ENTRY_GAP
            middle += _LEGEND_ROW

    def _key(self, box: ChartBox, number: int, rect: QRectF) -> None:
        """Paint the key of a legend's entry."""
        color = box.series[number].color
        if box.shape == "line":
            self._painter.setPen(QPen(self._color(color), _LINE_WIDTH))
            middle = rect.center().y()
            self._painter.drawLine(QLineF(rect.left(), middle, rect.right(), middle))
            self._marker(rect.center(), number, color)
        else:
            self._painter.fillRect(rect, self._color(color))

    def _font(self, box: ChartBox, *, bold: bool = False) -> QFont:
        return self._fonts.font("minor", box.size, bold=bold)

    def _color(self, color: Color) -> QColor:
        return QColor(f"#{self._template.rgb(color)}")

    def _words(self, words: str, x: float, y: float, font: QFont, color: Color) -> None:
        """Paint words on a baseline."""
        self._painter.setFont(font)
        self._painter.setPen(self._color(color))
        self._painter.drawText(QPointF(x, y), words)


def _rect(frame: Frame) -> QRectF:
    """Return a frame in painter units."""
    return QRectF(*(value / EMU_PER_UNIT for value in (frame.x, frame.y, frame.w, frame.h)))
