"""What lies over the picture and in its bar: legend, zoom, a note, chips of the kinds.

In: the look, counts. Out: clicks. Must not know: the network.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from briefer.ui.network.kinds import TIE_KINDS, ActorKind
from briefer.ui.network.painting import line_sample
from briefer.ui.paint import box, painting, ring, text, text_width
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.announce import announce
from briefer.ui.widgets.buttons import Button, Chip
from briefer.ui.widgets.labels import Label, Line

_LINE, _GAP, _APART, _PAD, _HIGH = 24, 6, 14, 12, 28


class Legend(QWidget, Styled):
    """A piece of each line with its word."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        words = ", ".join(kind.words for kind in TIE_KINDS.values())
        self.setAccessibleName(f"Kinds of lines: {words}")
        self.setToolTip(f"Kinds of lines: {words}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def restyle(self) -> None:
        """Take the size from the look."""
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        """Return the size of all lines and words."""
        font, px = self._look.font("chip"), self._look.px
        words = sum(text_width(kind.words, font) for kind in TIE_KINDS.values())
        count = len(TIE_KINDS)
        between = count * px(_LINE + _GAP) + (count - 1) * px(_APART) + 2 * px(_PAD)
        return QSize(round(words) + between + 2, px(_HIGH))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint lines and words."""
        look, px = self._look, self._look.px
        font = look.font("chip")
        with painting(self) as painter:
            area = QRectF(self.rect())
            line = look.color("border")
            box(painter, area, px(6), fill=look.color("panel"), line=line)
            left = float(px(_PAD))
            for name, kind in TIE_KINDS.items():
                sample = QRectF(left, 0, px(_LINE), area.height())
                line_sample(painter, look, name, sample)
                left += px(_LINE + _GAP)
                width = text_width(kind.words, font)
                place = QRectF(left, 0, width + 2, area.height())
                text(painter, place, kind.words, font, look.color("text2"))
                left += width + px(_APART)


class ZoomBar(QWidget, Styled):
    """Out, how large, in, and everything."""

    stepped = Signal(int)
    fit_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.out = Button(look, icon="minus", weight="quiet", name="Zoom out (−)", height=26)
        self.into = Button(look, icon="plus", weight="quiet", name="Zoom in (+)", height=26)
        self.all = Button(look, icon="maximize", weight="quiet", name="Show all (0)", height=26)
        self.label = Label(look, "100%", role="chip", tone="text2")
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._row = QHBoxLayout(self)
        for widget in (self.out, self.label, self.into, self.all):
            self._row.addWidget(widget)
        self.out.clicked.connect(lambda: self.stepped.emit(-1))
        self.into.clicked.connect(lambda: self.stepped.emit(1))
        self.all.clicked.connect(self.fit_wanted)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self._look.px
        self._row.setContentsMargins(px(2), px(2), px(2), px(2))
        self._row.setSpacing(px(2))
        self.label.setFixedWidth(px(44))

    def show_zoom(self, zoom: float) -> None:
        """Tell how large the picture is."""
        self.label.setText(f"{round(zoom * 100)}%")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        look = self._look
        with painting(self) as painter:
            line = look.color("border")
            box(painter, QRectF(self.rect()), look.px(6), fill=look.color("panel"), line=line)


class Note(QWidget, Styled):
    """How much is shown of how much, and the way back from the surroundings of one actor."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.line = Line(look, role="meta", tone="text2")
        self.best = Button(look, "Show best connected", weight="quiet", height=24)
        self.best.hide()
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.line)
        self._row.addWidget(self.best)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self._look.px
        self._row.setContentsMargins(px(10), px(3), px(10), px(3))
        self._row.setSpacing(px(8))

    def tell(self, words: str, *, way_back: bool) -> None:
        """Say something, and aloud where it is new."""
        if words != self.line.words:
            self.line.set_text(words)
            announce(self.line, words)
        self.best.setVisible(way_back)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        look = self._look
        with painting(self) as painter:
            line = look.color("border")
            box(painter, QRectF(self.rect()), look.px(6), fill=look.color("panel"), line=line)


class KindChip(Chip):
    """A kind of actor with its icon and how many of it are shown: on, only such are seen."""

    def __init__(self, look: Look, kind: ActorKind) -> None:
        self._kind = kind
        self._shown = 0
        self._narrow = False
        super().__init__(look, kind.words)

    @override
    def set_count(self, count: int) -> None:
        """Show how many actors there are."""
        self._shown = count
        super().set_count(count)

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon and the count alone where room is short; the word is the tool tip."""
        self._narrow = narrow
        self.setToolTip(self._kind.words if narrow else "")
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        """Return the size of icon, words, count and padding."""
        words = text_width(self.text(), self.look.font("chip")) + self.look.px(5)
        wide = super().sizeHint() + QSize(self.look.px(19), 0)
        return wide - QSize(round(words), 0) if self._narrow else wide

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill."""
        look, px, on = self.look, self.look.px, self.isChecked()
        with painting(self) as painter:
            area = QRectF(self.rect())
            fill = "accent_tint" if on else "hover" if self.underMouse() else "raised"
            line = look.color("selected_border" if on else "border_strong")
            width = 1.5 if on else 1.0
            box(painter, area, area.height() / 2, fill=look.color(fill), line=line, width=width)
            icon = look.icon(self._kind.icon, self._kind.token, 14, dpr=self.devicePixelRatioF())
            painter.drawPixmap(QPointF(px(9), (area.height() - px(14)) / 2), icon)
            font, left = look.font("chip"), float(px(9 + 14 + 5))
            if not self._narrow:
                place = QRectF(left, 0, text_width(self.text(), font) + 1, area.height())
                text(painter, place, self.text(), font, look.color("accent" if on else "text"))
                left = place.right() + px(4)
            rest = QRectF(left, 0, area.width() - left, area.height())
            text(painter, rest, f"{self._shown:,}", font, look.color("accent" if on else "text3"))
            if self.ringed:
                ring(painter, area, area.height() / 2, look.color("focus"))
