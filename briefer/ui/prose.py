"""Wrapped text in a few lines, with marked words: what cards and rows are painted from.

In: words, a font, a width, how many lines. Out: a `Prose` that knows its height and paints itself.
Must not know: records, widgets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from briefer.ui.paint import box

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True)
class Marking:
    """How marked words look: fill, text colour, corner radius."""

    fill: QColor
    text: QColor
    radius: float = 3.0


_BEGINNING = 80
"""Letters of which so many are wider than most cards."""
_DOUBT = 2.0
"""Px by which a width is trusted to be that of the broken text."""
_BREAKS = frozenset("\u2028\u2029\t\n\r")


@dataclass(frozen=True)
class _Line:
    start: int
    words: str
    x: float = 0.0


@dataclass
class Prose:
    """Words broken into at most `most` lines of a width; the last one ends in an ellipsis."""

    words: str
    font: QFont
    width: float
    most: int = 2
    marks: Spans = ()
    _lines: list[_Line] = field(init=False)
    _metrics: QFontMetricsF = field(init=False)
    leading: float = field(init=False)

    def __post_init__(self) -> None:
        self._metrics = QFontMetricsF(self.font)
        self.leading = round(self._metrics.height() * 1.12)
        self._lines = self._broken()

    @property
    def height(self) -> float:
        """How high the lines are together."""
        return self.leading * max(1, len(self._lines))

    @property
    def shortened(self) -> bool:
        """Whether words were left out."""
        return bool(self._lines) and self._lines[-1].words.endswith("…")

    def paint(
        self, painter: QPainter, at: QPointF, color: QColor, marking: Marking | None = None
    ) -> None:
        """Paint the lines from a top left corner."""
        painter.setFont(self.font)
        ascent = (self.leading - self._metrics.height()) / 2 + self._metrics.ascent()
        for number, line in enumerate(self._lines):
            top = at.y() + number * self.leading
            if marking is not None:
                self._paint_marks(painter, line, QPointF(at.x(), top), marking)
            painter.setFont(self.font)
            painter.setPen(color)
            painter.drawText(QPointF(at.x(), top + ascent), line.words)
            if marking is not None:
                self._paint_marked(painter, line, QPointF(at.x(), top + ascent), marking)

    def _broken(self) -> list[_Line]:
        layout = QTextLayout(self.words, self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        lines: list[_Line] = []
        layout.beginLayout()
        while len(lines) < self.most:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(1.0, self.width))
            start, length = line.textStart(), line.textLength()
            if len(lines) == self.most - 1 and start + length < len(self.words):
                lines.append(_Line(start, self._elided(self.words[start : start + length])))
                break
            lines.append(_Line(start, self.words[start : start + length].rstrip()))
        layout.endLayout()
        return lines

    def _elided(self, fitting: str) -> str:
        """Return the words that fit a line, without as many as the ellipsis needs."""
        kept = fitting
        while kept and self._metrics.horizontalAdvance(kept.rstrip() + "…") > self.width:
            kept = kept[: kept.rstrip().rfind(" ")] if " " in kept.strip() else kept[:-1]
        return kept.rstrip(" ,.;:-") + "…"

    def _spans(self, line: _Line) -> list[tuple[int, int]]:
        end = line.start + len(line.words)
        return [
            (max(start, line.start) - line.start, min(stop, end) - line.start)
            for start, stop in self.marks
            if start < end and stop > line.start
        ]

    def _paint_marks(self, painter: QPainter, line: _Line, at: QPointF, marking: Marking) -> None:
        for start, stop in self._spans(line):
            left = self._metrics.horizontalAdvance(line.words[:start])
            right = self._metrics.horizontalAdvance(line.words[:stop])
            area = QRectF(at.x() + left - 1.5, at.y(), right - left + 3, self.leading)
            box(painter, area, marking.radius, fill=marking.fill)

    def _paint_marked(self, painter: QPainter, line: _Line, at: QPointF, marking: Marking) -> None:
        painter.setPen(marking.text)
        for start, stop in self._spans(line):
            left = self._metrics.horizontalAdvance(line.words[:start])
            painter.save()
            right = self._metrics.horizontalAdvance(line.words[:stop])
            painter.setClipRect(
                QRectF(at.x() + left, at.y() - self.leading, right - left, 2 * self.leading)
            )
            painter.drawText(at, line.words)
            painter.restore()


def height_of(words: str, font: QFont, width: float, *, most: int = 2) -> float:
    """Return the height of a `Prose` of at most two lines, which is made only where it is close."""
    metrics = QFontMetricsF(font)
    leading = round(metrics.height() * 1.12)
    if most == 1:
        return leading
    begin = words[:_BEGINNING].rstrip()
    wide = metrics.horizontalAdvance(begin)
    if most == 2 and _BREAKS.isdisjoint(words):
        if wide > width + _DOUBT:
            return 2 * leading
        if len(begin) >= len(words.rstrip()) and wide < width - _DOUBT:
            return leading
    return Prose(words, font, width, most=most).height
