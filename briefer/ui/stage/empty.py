"""What the stage says while the briefing has no slide: three ways to begin."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.ui.paint import CENTER, box, line_height, painting, ring, text
from briefer.ui.prose import Prose
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.labels import Label
from briefer.ui.widgets.ringed import RingedButton

WAYS = (
    ("outline", "Outline", "Title, bottom line, timeline, figures, table"),
    ("title", "Title slide", "Then add records one by one"),
    ("sample", "Sample briefing", "Every kind of slide, ready to change"),
)


class EmptyStage(QWidget, Styled):
    """A question and big buttons; keys 1 to 3 press them."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._title = Label(look, "How does this briefing begin?", role="display")
        words = "Choose a start, or drag any card into the storyboard."
        self._hint = Label(look, words, role="body", tone="text2")
        self.ways = [_Way(look, *way, number=n) for n, way in enumerate(WAYS, start=1)]
        self._column = QVBoxLayout(self)
        self._row = QHBoxLayout()
        self._row.addStretch(1)
        for way in self.ways:
            self._row.addWidget(way)
            way.clicked.connect(lambda _=False, name=way.way: self.chosen.emit(name))
        self._row.addStretch(1)
        for widget in (self._title, self._hint):
            widget.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(2)
        self._column.addWidget(self._title)
        self._column.addWidget(self._hint)
        self._column.addLayout(self._row)
        self._column.addStretch(3)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self._look.px
        self._column.setSpacing(px(8))
        self._row.setContentsMargins(px(16), px(22), px(16), 0)
        self._row.setSpacing(px(14))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press a button by its number."""
        number = event.text()
        if number.isdigit() and 1 <= int(number) <= len(self.ways):
            self.ways[int(number) - 1].click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), self._look.color("sunken"))


class _Way(RingedButton, Styled):
    """A card with a drawn slide, a name and what it brings."""

    def __init__(self, look: Look, way: str, words: str, hint: str, *, number: int) -> None:
        super().__init__()
        self.way = way
        self._look = look
        self._hint = hint
        self._number = str(number)
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(hint)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @override
    def restyle(self) -> None:
        """Take the size from the look."""
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        """Return the size of the card."""
        look = self._look
        words = line_height(look.font("heading")) + 2 * line_height(look.font("meta"))
        return QSize(look.px(182), look.px(16 + 84 + 14 + 4 + 14) + words)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        look, px = self._look, self._look.px
        with painting(self) as painter:
            area = QRectF(self.rect())
            line = "selected_border" if self.underMouse() else "border_strong"
            box(painter, area, px(10), fill=look.color("panel"), line=look.color(line))
            slide = QRectF(px(16), px(16), area.width() - 2 * px(16), px(84))
            box(painter, slide, px(3), fill=look.color("app"), line=look.color("border_strong"))
            self._draw(painter, slide)
            top = slide.bottom() + px(14)
            font = look.font("heading")
            room = QRectF(slide.left(), top, slide.width(), line_height(font))
            text(painter, room, self.text(), font, look.color("text"))
            key = QRectF(slide.right() - px(20), top, px(20), px(18))
            box(painter, key, px(4), fill=look.color("hover"))
            text(painter, key, self._number, look.font("micro"), look.color("text2"), align=CENTER)
            prose = Prose(self._hint, look.font("meta"), slide.width(), most=2)
            prose.paint(painter, room.bottomLeft() + QPointF(0, px(4)), look.color("text2"))
            if self.ringed:
                ring(painter, area, px(10), look.color("focus"))

    def _draw(self, painter: QPainter, slide: QRectF) -> None:
        """Draw what the slide will look like, in bars."""
        look, px = self._look, self._look.px
        strong, soft = look.color("text2"), look.color("border_strong")
        x, y, width = slide.left() + px(10), slide.top() + px(10), slide.width() - px(20)
        bars: list[tuple[float, float, float, float, bool]]
        if self.way == "title":
            bars = [(0, 24, 0.7, 7, True), (0, 36, 0.45, 4, False)]
        elif self.way == "outline":
            bars = [(0, 2, 0.8, 6, True)]
            bars += [(0, 16 + 14 * n, 0.95 - 0.12 * n, 8, False) for n in range(3)]
        else:
            bars = [(0, 2, 0.6, 6, True), (0, 18, 0.3, 44, False), (0.35, 18, 0.65, 6, False)]
            bars += [(0.35, 30, 0.55, 6, False), (0.35, 42, 0.6, 6, False)]
        for left, top, share, height, dark in bars:
            area = QRectF(x + left * width, y + px(top), share * width, px(height))
            box(painter, area, 2, fill=strong if dark else soft)
