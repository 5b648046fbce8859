"""Paints what lies on the canvas: cards under their marks, bands, and the lanes' names.

In: entries, their places on the screen, how they stand. Out: ink. Cards are painted once into
pixmaps, because text costs most while scrolling. Must not know: scrolling, selecting.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from briefer.ui.library.facts import TYPE_ICONS
from briefer.ui.paint import RIGHT, box, line_height, painting, ring, text, text_width
from briefer.ui.prose import Prose
from briefer.ui.theme import Look
from briefer.ui.timeline.arrange import Sizes
from briefer.ui.timeline.reading import Entry

_CACHED = 600


@dataclass(frozen=True, slots=True)
class State:
    """How an entry stands: selected, current with or without the keyboard, shown on slides."""

    selected: bool = False
    current: bool = False
    ringed: bool = False
    slides: tuple[int, ...] = ()


def sizes_of(look: Look) -> Sizes:
    """Return the lengths of the canvas at the user's text size."""
    px = look.px
    words = line_height(look.font("meta_strong")) + 2 * line_height(look.font("meta"))
    return Sizes(
        card_width=px(166),
        card_height=px(7) + words + px(9),
        mark=px(8),
        band=line_height(look.font("meta")) + px(6),
        band_least=px(240),
        gap=px(6),
        pad=px(8),
        lane_least=px(60),
    )


class EntryPainter:
    """Paints entries; keeps pictures of cards."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._pixmaps: OrderedDict[object, QPixmap] = OrderedDict()

    def forget(self) -> None:
        """Forget all pictures, after a change of look or of records."""
        self._pixmaps.clear()

    def card(self, painter: QPainter, rect: QRectF, entry: Entry, state: State) -> None:
        """Paint a card from its picture."""
        dpr = painter.device().devicePixelRatio()
        key = (entry.facts, state, rect.width(), rect.height(), dpr)
        pixmap = self._pixmaps.get(key)
        if pixmap is None:
            pixmap = self._render(rect.size(), entry, state, dpr=dpr)
            self._pixmaps[key] = pixmap
            if len(self._pixmaps) > _CACHED:
                self._pixmaps.popitem(last=False)
        painter.drawPixmap(QPointF(round(rect.left()), round(rect.top())), pixmap)

    def _render(self, size: QSizeF, entry: Entry, state: State, *, dpr: float) -> QPixmap:
        look, px, facts = self._look, self._look.px, entry.facts
        pixmap = QPixmap(round(size.width() * dpr), round(size.height() * dpr))
        pixmap.setDevicePixelRatio(dpr)
        pixmap.fill(Qt.GlobalColor.transparent)
        with painting(pixmap) as painter:
            area = QRectF(0, 0, size.width(), size.height())
            self._frame(painter, area, state)
            left, top = float(px(9)), float(px(6))
            strong = look.font("meta_strong")
            line = QRectF(left, top, area.width() - 2 * left, line_height(strong))
            tone = "accent" if state.selected else facts.type
            picture = look.icon(TYPE_ICONS[facts.type], tone, 13, dpr=dpr)
            painter.drawPixmap(QPointF(left, round(line.center().y() - px(13) / 2)), picture)
            busy = self._corner(painter, line, state, dpr=dpr)
            room = line.adjusted(px(18), 0, -busy, 0)
            text(painter, room, entry.date.short, strong, look.color(tone))
            title = Prose(facts.name, look.font("meta"), area.width() - 2 * left, most=2)
            title.paint(painter, QPointF(left, line.bottom() + px(1)), look.color("text"))
        return pixmap

    def _frame(self, painter: QPainter, area: QRectF, state: State) -> None:
        look, radius = self._look, self._look.px(6)
        if state.selected:
            fill, line = look.color("selected"), look.color("selected_border")
            box(painter, area, radius, fill=fill, line=line, width=2.5 if state.current else 1.5)
        else:
            line = look.color("selected_border" if state.current else "border_strong")
            width = 2.5 if state.current else 1.0
            box(painter, area, radius, fill=look.color("panel"), line=line, width=width)
        if state.ringed:
            ring(painter, area, radius, look.color("focus"))

    def _corner(self, painter: QPainter, line: QRectF, state: State, *, dpr: float) -> float:
        """Paint the tick of what is selected, or the slide that shows it; return its width."""
        look, px = self._look, self._look.px
        if state.selected:
            side = px(16)
            square = QRectF(line.right() - side + px(2), line.top(), side, side)
            box(painter, square, px(4), fill=look.color("accent_solid"))
            picture = look.icon("check", "on_accent", 12, dpr=dpr)
            painter.drawPixmap(QPointF(square.left() + px(2), square.top() + px(2)), picture)
            return side + px(4)
        if not state.slides:
            return 0.0
        font = look.font("micro_strong")
        many = len(state.slides)
        words = f"Slide {state.slides[0]}" if many == 1 else f"{many} slides"
        width = text_width(words, font) + px(16)
        text(painter, line, words, font, look.color("success"), align=RIGHT)
        at = QPointF(line.right() - width, line.center().y() - px(6.5))
        painter.drawPixmap(at, look.icon("check", "success", 13, dpr=dpr))
        return width + px(6)

    def mark(self, painter: QPainter, rect: QRectF, entry: Entry, state: State) -> None:
        """Paint the mark over a card: a diamond for a day, a bar as wide as the date is vague."""
        look, px = self._look, self._look.px
        color = look.color("accent" if state.selected else entry.facts.type)
        if entry.mark.shape != "diamond":
            bar = QRectF(rect.left() + 1, rect.top() + px(2), rect.width() - 2, px(4))
            box(painter, bar, px(2), fill=color)
            return
        middle, half = QPointF(rect.left(), rect.top() + px(3)), float(px(5))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        corners = ((0.0, -half), (half, 0.0), (0.0, half), (-half, 0.0))
        painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))

    def band(
        self, painter: QPainter, rect: QRectF, entry: Entry, state: State, *, seen: QRectF
    ) -> None:
        """Paint a band: its words stand in the part that is seen, its open ends are dashed."""
        look, px, facts = self._look, self._look.px, entry.facts
        tone = "accent" if state.selected else facts.type
        color = look.color(tone)
        fill = look.color("selected" if state.selected else f"{facts.type}_tint")
        shown = rect.intersected(seen.adjusted(-px(8), 0, px(8), 0))
        radius = px(5)
        lined = state.selected or state.current or look.shown == "contrast"
        line = look.color("selected_border") if state.selected or state.current else color
        width = 2.5 if state.current else 1.5 if state.selected else 1.0
        box(painter, shown, radius, fill=fill, line=line if lined else None, width=width)
        self._open_ends(painter, shown, entry, color)
        if state.ringed:
            ring(painter, shown, radius, look.color("focus"))
        room = shown.intersected(seen).adjusted(px(8), 0, -px(8), 0)
        self._band_words(painter, room, entry, state, earlier=rect.left() < seen.left())

    def _band_words(
        self, painter: QPainter, room: QRectF, entry: Entry, state: State, *, earlier: bool
    ) -> None:
        look, px = self._look, self._look.px
        tone = look.color("accent" if state.selected else entry.facts.type)
        strong, meta = look.font("meta_strong"), look.font("meta")
        if earlier:
            room.setLeft(room.left() + text(painter, room, "«", strong, tone) + px(7))
        head = text(painter, room, entry.date.short, strong, tone)
        end = " · ".join(
            part
            for part in (f"Slide {state.slides[0]}" if state.slides else "", entry.mark.note)
            if part
        )
        width = text_width(end, meta)
        rest = room.adjusted(head + px(10), 0, 0, 0)
        if end and rest.width() > width + px(120):
            text(painter, rest, end, meta, tone, align=RIGHT)
            rest.setRight(rest.right() - width - px(12))
        if rest.width() > px(24):
            text(painter, rest, entry.facts.name, meta, tone)

    def _open_ends(self, painter: QPainter, shown: QRectF, entry: Entry, color: QColor) -> None:
        """Dash the edge behind which a date may go on."""
        painter.setPen(QPen(color, 2, Qt.PenStyle.DotLine))
        for known, x in (
            (entry.mark.start, shown.left() + 1),
            (entry.mark.stop, shown.right() - 1),
        ):
            if known is None:
                painter.drawLine(QPointF(x, shown.top() + 2), QPointF(x, shown.bottom() - 2))
