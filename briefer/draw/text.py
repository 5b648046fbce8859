"""Paints lines of text where layout put them; never breaks one.

Layout measures without kerning, so that it errs on the safe side. Where the face at hand has the
widths that were measured, lines are painted kerned as viewers set them, up to some 1.5 % shorter;
words in any other face are fitted to their measured width.

In: paragraphs whose lines are broken and measured. Out: ink. Must not know: boxes, slide kinds.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from briefer.draw.fonts import UNITS_PER_PT, Fonts
from briefer.geometry import EMU_PER_PT, Color
from briefer.layout.boxes import Line, Paragraph, Piece
from briefer.template.levels import AUTO_NUMBER
from briefer.template.model import Art, Template

EMU_PER_UNIT = EMU_PER_PT / UNITS_PER_PT
SUPERSCRIPT_SCALE = 0.66
"""How large viewers draw a superscript (design page "slides", section 12)."""
SUPERSCRIPT_RISE = 0.30
"""How far its baseline rises, in the run's size (`baseline="30000"`)."""
_ASCENT, _LINE_HEIGHT = 0.95, 1.2
"""Of Cambria and Calibri, in ems: how high a line's top is over its baseline, and its height."""
_SPREAD = 0.02
"""Up to which share of its width a piece is fitted by spacing its letters, which is unseen."""
_KERNED = (0.9, 1.01)
"""Between which shares of its measured width a piece may be that is only kerned."""
_JOINED = 1.0
"""Up to how many painter units apart pieces follow one another; farther apart stands a tab."""


class TextPainter:
    """Paints text with one painter, whose unit is 1/16 pt, in one template's fonts and colours."""

    def __init__(self, painter: QPainter, template: Template, fonts: Fonts) -> None:
        self._painter = painter
        self._template = template
        self._fonts = fonts

    def paragraphs(self, paragraphs: tuple[Paragraph, ...]) -> None:
        """Paint the lines of paragraphs."""
        for paragraph in paragraphs:
            side = Qt.LayoutDirection
            self._painter.setLayoutDirection(
                side.RightToLeft if paragraph.from_right else side.LeftToRight
            )
            for line in paragraph.lines:
                if line.bullet_x is not None and paragraph.style.bullet:
                    self._bullet(paragraph, line, line.bullet_x)
                for piece, x, width in self._placed(paragraph, line):
                    self._piece(piece, line.baseline, x, width)
        self._painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def _placed(self, paragraph: Paragraph, line: Line) -> Iterator[tuple[Piece, float, float]]:
        """Yield the pieces of a line with their x and width in painter units, 0 for their own."""
        placed: list[tuple[Piece, float, float]] = []
        saved, end = 0.0, 0.0
        for piece in line.pieces:
            x, width = piece.x / EMU_PER_UNIT, piece.width / EMU_PER_UNIT
            if x > end + _JOINED:
                saved = 0.0
            end = x + width
            kerned = None if paragraph.from_right else self._kerned(piece, width)
            placed.append((piece, x - saved, width if kerned is None else 0.0))
            saved += 0.0 if kerned is None else width - kerned
        moved = {"l": 0.0, "ctr": saved / 2, "r": saved}[paragraph.style.align]
        for piece, x, width in placed:
            yield piece, x + moved, width

    def _kerned(self, piece: Piece, width: float) -> float | None:
        """Return how wide a piece is by itself, None where it has to be fitted to its width."""
        if not self._fonts.has_measured_widths(piece.run.font):
            return None
        font, text, _ = self._look(piece)
        drawn = QFontMetricsF(font).horizontalAdvance(text)
        least, most = _KERNED
        return drawn if least * width <= drawn <= most * width else None

    def art(self, art: Art) -> None:
        """Paint the text of a static shape on one line from the top left of its frame."""
        if not art.text or art.style is None:
            return
        style = art.style
        font = self._fonts.font(
            style.font, style.size, bold=style.bold, italic=style.italic, tracking=style.tracking
        )
        metrics = QFontMetricsF(font)
        text = art.text.upper() if style.caps else art.text
        left = art.frame.x / EMU_PER_UNIT
        spare = art.frame.w / EMU_PER_UNIT - metrics.horizontalAdvance(text)
        left += {"l": 0.0, "ctr": spare / 2, "r": spare}[style.align]
        ascent = _ASCENT + (style.line_spacing - 1) * _LINE_HEIGHT
        baseline = art.frame.y / EMU_PER_UNIT + ascent * style.size * UNITS_PER_PT
        self._pen(style.color)
        self._words(text, left, baseline, font)

    def _bullet(self, paragraph: Paragraph, line: Line, x: int) -> None:
        """Paint the bullet of a line."""
        style = paragraph.style
        first = paragraph.runs[0] if paragraph.runs else None
        size = (first.size if first else style.size) * style.bullet_size
        self._pen(style.bullet_color or style.color)
        bullet, font = style.bullet, self._fonts.bullet_font(size)
        if bullet == AUTO_NUMBER:
            bullet, font = f"{paragraph.number or 1}.", self._fonts.font(style.font, size)
        self._words(bullet, x / EMU_PER_UNIT, line.baseline / EMU_PER_UNIT, font)

    def _piece(self, piece: Piece, baseline: int, x: float, width: float) -> None:
        """Paint part of a run at an x in a width, whatever face stands in for the template's."""
        if piece.run.text.isspace() and not piece.run.underline:
            return
        font, text, rise = self._look(piece)
        self._pen(piece.run.color)
        self._words(text, x, baseline / EMU_PER_UNIT - rise, font, width=width)

    def _look(self, piece: Piece) -> tuple[QFont, str, float]:
        """Return the font of a piece, the letters it shows, and how far they rise, in units."""
        run = piece.run
        size, rise = run.size, 0.0
        if run.superscript:
            size, rise = run.size * SUPERSCRIPT_SCALE, run.size * SUPERSCRIPT_RISE
        font = self._fonts.font(
            run.font,
            size,
            bold=run.bold,
            italic=run.italic,
            underline=run.underline,
            tracking=run.tracking,
        )
        return font, run.text.upper() if run.caps else run.text, rise * UNITS_PER_PT

    def _pen(self, color: Color) -> None:
        """Set the colour of the text."""
        self._painter.setPen(QColor(f"#{self._template.rgb(color)}"))

    def _words(self, text: str, x: float, y: float, font: QFont, *, width: float = 0.0) -> None:
        """Paint words on a baseline, `width` units wide if given; all in painter units."""
        drawn = QFontMetricsF(font).horizontalAdvance(text) if width else 0.0
        if not drawn:
            self._painter.setFont(font)
            self._painter.drawText(QPointF(x, y), text)
        elif drawn < width and self._painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            # Letters that are joined must not be spread; they start at the right.
            self._painter.setFont(font)
            self._painter.drawText(QPointF(x + width - drawn, y), text)
        elif abs(drawn - width) <= _SPREAD * width:
            self._painter.setFont(_spread(font, (width - drawn) / len(text)))
            self._painter.drawText(QPointF(x, y), text)
        else:
            self._painter.save()
            self._painter.setFont(font)
            self._painter.translate(x, y)
            self._painter.scale(width / drawn, 1.0)
            self._painter.drawText(QPointF(0, 0), text)
            self._painter.restore()


def _spread(font: QFont, spacing: float) -> QFont:
    """Return a font with each letter set this much wider than it is, in painter units."""
    spread = QFont(font)
    spread.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, font.letterSpacing() + spacing)
    return spread
