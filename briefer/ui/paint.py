"""Painting shared by all widgets: a painter that always ends, boxes, text, rings, shadows.

In: a painter, rectangles, fonts and colours. Out: ink. Must not know: any one widget.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPaintDevice, QPainter, QPen

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_HINTS = (
    QPainter.RenderHint.Antialiasing
    | QPainter.RenderHint.TextAntialiasing
    | QPainter.RenderHint.SmoothPixmapTransform
)
"""Made once, as are flags elsewhere: joining flags of Qt takes Python microseconds."""
_REACH, _COARSE = 1.5, 8.0
"""How many times its blur a shadow reaches out, and how much smaller it is painted."""


@contextmanager
def painting(device: QPaintDevice) -> Iterator[QPainter]:
    """Yield a painter that is ended whatever happens.

    An exception that leaves a painter active lets the next paint of the widget crash.
    """
    painter = QPainter(device)
    try:
        painter.setRenderHints(_HINTS)
        yield painter
    finally:
        painter.end()


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    *,
    fill: QColor | None = None,
    line: QColor | None = None,
    width: float = 1.0,
) -> None:
    """Paint a rounded box; its line is drawn inside the rectangle."""
    inset = width / 2 if line is not None else 0.0
    painter.setPen(QPen(line, width) if line is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)


def ring(painter: QPainter, rect: QRectF, radius: float, color: QColor) -> None:
    """Paint the ring that shows where the keyboard is, 2 px, inside the rectangle."""
    box(painter, rect, radius, line=color, width=2.0)


def text(
    painter: QPainter,
    rect: QRectF,
    words: str,
    font: QFont,
    color: QColor,
    *,
    align: Qt.AlignmentFlag = LEFT,
) -> float:
    """Paint one line of text, shortened with an ellipsis to fit; return the width it took."""
    metrics = QFontMetricsF(font)
    shown = words
    if metrics.horizontalAdvance(words) > rect.width() + 0.5:
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(rect, _single_line(align), shown)
    return metrics.horizontalAdvance(shown)


@cache
def _single_line(align: Qt.AlignmentFlag) -> int:
    return int(align | Qt.TextFlag.TextSingleLine)


def line_height(font: QFont) -> int:
    """Return the height of a line of text in this font, with the leading of the design."""
    return round(QFontMetricsF(font).height() * 1.12)


def text_width(words: str, font: QFont) -> float:
    """Return how wide words are in a font."""
    return QFontMetricsF(font).horizontalAdvance(words)


def shadow(painter: QPainter, rect: QRectF, *, blur: float, drop: float, strength: float) -> None:
    """Paint a soft shadow under a rectangle; `strength` is its opacity from 0 to 1.

    The blur is a small picture scaled up, which costs nothing to scroll.
    """
    pad = blur * _REACH
    outer = rect.adjusted(-pad, -pad + drop, pad, pad + drop)
    painter.drawImage(outer, _soft(rect.width(), rect.height(), pad, strength))


@lru_cache(maxsize=32)
def _soft(width: float, height: float, pad: float, strength: float) -> QImage:
    """Return the small picture of a shadow; the same one is asked for at every repaint."""
    small = QImage(
        max(4, round((width + 2 * pad) / _COARSE)),
        max(4, round((height + 2 * pad) / _COARSE)),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    small.fill(Qt.GlobalColor.transparent)
    with painting(small) as brush:
        at = pad / _COARSE
        inner = QRectF(at, at, width / _COARSE, height / _COARSE).adjusted(0.5, 0.5, -0.5, -0.5)
        brush.fillRect(inner, QColor(0, 0, 0, round(255 * strength)))
    return small.scaled(
        max(2, small.width() // 2),
        max(2, small.height() // 2),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def dot(painter: QPainter, center: QPointF, radius: float, color: QColor) -> None:
    """Paint a filled dot."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(center, radius, radius)
