"""What the stage says while the briefing has no slide: the types of briefing, and other starts."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.compose.presets import PRESETS
from briefer.ui.paint import CENTER, box, line_height, painting, ring, text
from briefer.ui.prose import Prose
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label
from briefer.ui.widgets.ringed import RingedButton

WAYS = (
    *((preset.name, preset.label, preset.hint) for preset in PRESETS.values()),
    ("title", "Blank", "A title slide; then add records one by one"),
)
_A_ROW = 3
_SLIDE = 58
"""Height of the drawn slide, in px."""
WHOLE, WORDS, NAME = 2, 1, 0
"""How much a card shows: all, its name and what it brings, its name."""


class EmptyStage(QWidget, Styled):
    """A question and big buttons; keys from 1 on press them. The sample stands under them."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._title = Label(look, "What is this briefing for?", role="display")
        words = "Choose an outline from your library, or drag any card into the storyboard."
        self._hint = Label(look, words, role="body", tone="text2")
        self.ways = [_Way(look, *way, number=n) for n, way in enumerate(WAYS, start=1)]
        self.sample = Button(look, "Open the sample briefing", weight="quiet")
        self.sample.clicked.connect(lambda: self.chosen.emit("sample"))
        self._grid = QGridLayout()
        for index, way in enumerate(self.ways):
            self._grid.addWidget(way, index // _A_ROW, index % _A_ROW)
            way.clicked.connect(lambda _=False, name=way.way: self.chosen.emit(name))
        self._arrange()
        self.restyle()

    def _arrange(self) -> None:
        """Put question, buttons and sample under each other, in the middle."""
        self._column = QVBoxLayout(self)
        for widget in (self._title, self._hint):
            widget.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._rows = [QHBoxLayout(), QHBoxLayout()]
        for row in self._rows:
            row.addStretch(1)
        self._rows[0].addLayout(self._grid)
        self._rows[1].addWidget(self.sample)
        self._column.addStretch(2)
        self._column.addWidget(self._title)
        self._column.addWidget(self._hint)
        for row in self._rows:
            row.addStretch(1)
            self._column.addLayout(row)
        self._column.addStretch(3)

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self._look.px
        self._column.setSpacing(px(8))
        self._grid.setContentsMargins(px(16), px(14), px(16), px(6))
        self._grid.setSpacing(px(12))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much on each card as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out the drawn slides where room is short, then what each outline brings."""
        px = self._look.px
        rows = -(-len(self.ways) // _A_ROW)
        others = (self._title, self._hint, self.sample)
        taken = sum(widget.sizeHint().height() for widget in others)
        taken += 4 * px(8) + px(14 + 6) + (rows - 1) * px(12)
        room = (self.height() - taken) // rows
        shown = next((n for n in (WHOLE, WORDS) if self.ways[0].height_of(n) <= room), NAME)
        for way in self.ways:
            way.show_only(shown)

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
        self.shown = WHOLE
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(hint)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @override
    def restyle(self) -> None:
        """Take the size from the look."""
        self.updateGeometry()

    def show_only(self, shown: int) -> None:
        """Show the card whole, without its slide (`WORDS`), or its name alone (`NAME`)."""
        if shown != self.shown:
            self.shown = shown
            self.setToolTip(self._hint if shown == NAME else "")
            self.updateGeometry()
            self.update()

    def height_of(self, shown: int) -> int:
        """Return how high the card is that shows so much, in px of the screen."""
        look, px = self._look, self._look.px
        high = px(12) + line_height(look.font("heading")) + px(12)
        if shown >= WORDS:
            high += px(4) + 2 * line_height(look.font("meta"))
        return high + (px(_SLIDE) + px(10) if shown >= WHOLE else 0)

    @override
    def sizeHint(self) -> QSize:
        """Return the size of the card."""
        return QSize(self._look.px(206), self.height_of(self.shown))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        look, px = self._look, self._look.px
        with painting(self) as painter:
            area = QRectF(self.rect())
            line = "selected_border" if self.underMouse() else "border_strong"
            box(painter, area, px(10), fill=look.color("panel"), line=look.color(line))
            inner, top = area.adjusted(px(12), 0, -px(12), 0), float(px(12))
            if self.shown >= WHOLE:
                slide = QRectF(inner.left(), top, inner.width(), px(_SLIDE))
                box(painter, slide, px(3), fill=look.color("app"), line=look.color("border_strong"))
                self._draw(painter, slide)
                top = slide.bottom() + px(10)
            self._write(painter, inner, top)
            if self.ringed:
                ring(painter, area, px(10), look.color("focus"))

    def _write(self, painter: QPainter, inner: QRectF, top: float) -> None:
        """Write name, key and what it brings."""
        look, px = self._look, self._look.px
        font = look.font("heading")
        room = QRectF(inner.left(), top, inner.width(), line_height(font))
        key = QRectF(inner.right() - px(20), top, px(20), px(18))
        named = room.adjusted(0, 0, -px(22), 0)
        text(painter, named, self.text(), font, look.color("text"))
        box(painter, key, px(4), fill=look.color("hover"))
        text(painter, key, self._number, look.font("micro"), look.color("text2"), align=CENTER)
        if self.shown >= WORDS:
            prose = Prose(self._hint, look.font("meta"), inner.width(), most=2)
            prose.paint(painter, room.bottomLeft() + QPointF(0, px(4)), look.color("text2"))
            self.setToolTip(self._hint if prose.shortened else "")

    def _draw(self, painter: QPainter, slide: QRectF) -> None:
        """Draw what tells this briefing from others, in bars."""
        look, px = self._look, self._look.px
        strong, soft = look.color("text2"), look.color("border_strong")
        x, y, width = slide.left() + px(10), slide.top() + px(8), slide.width() - px(20)
        for left, top, share, height, dark in _BARS.get(self.way, _BARS["title"]):
            area = QRectF(x + left * width, y + px(top), share * width, px(height))
            box(painter, area, 2, fill=strong if dark else soft)


_Bar = tuple[float, float, float, float, bool]
_HEAD: _Bar = (0, 0, 0.6, 5, True)
_BARS: dict[str, tuple[_Bar, ...]] = {
    "title": ((0, 14, 0.6, 6, True), (0, 25, 0.4, 4, False)),
    "information": (_HEAD, *((0, 12 + 10 * n, 0.95 - 0.12 * n, 5, False) for n in range(3))),
    "decision": (
        _HEAD,
        (0, 12, 0.3, 28, False),
        (0.35, 12, 0.3, 28, True),
        (0.7, 12, 0.3, 28, False),
    ),
    "hearing": (_HEAD, (0, 12, 0.47, 28, True), (0.53, 12, 0.47, 28, False)),
    "backgrounder": (
        _HEAD,
        (0, 12, 0.28, 12, True),
        (0.36, 12, 0.28, 12, True),
        (0.72, 12, 0.28, 12, True),
        (0, 30, 0.9, 4, False),
        (0, 37, 0.7, 4, False),
    ),
    "primer": (
        _HEAD,
        (0, 25, 1.0, 2, False),
        *((0.08 + 0.3 * n, 12 + 18 * (n % 2), 0.2, 9, True) for n in range(3)),
    ),
}
"""Left and width as shares, top and height in px, whether dark: by the way to begin."""
