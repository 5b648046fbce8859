"""Paints the cards of the library: lead line, title, words, and the mark or pill at the right.

In: cards and the look. Out: ink, and where mark and pill stand. Cards are painted once into
pixmaps, because text costs most while scrolling. Must not know: search, the session.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from briefer.ui.library.facts import TYPE_ICONS, Facts, LibraryCard
from briefer.ui.library.model import LibraryModel
from briefer.ui.paint import box, line_height, painting, ring, text, text_width
from briefer.ui.prose import Marking, Prose, Spans, height_of
from briefer.ui.theme import Look

GAP = 8
_CACHED = 300
_MARKING_SHARE = 0.5
"""How much of a card's first line a marking may take; a longer one ends in an ellipsis."""


@dataclass(frozen=True)
class CardState:
    """How a card stands: selected, under the pointer, reached by keyboard, shown on slides."""

    selected: bool = False
    hover: bool = False
    ringed: bool = False
    slides: tuple[int, ...] = ()


@dataclass
class _Parts:
    """The broken texts of a card."""

    title: Prose | None
    body: Prose | None


class CardDelegate(QStyledItemDelegate):
    """Paints and measures cards."""

    def __init__(self, look: Look, view: QWidget) -> None:
        super().__init__(view)
        self._look = look
        self._parts: dict[tuple[Facts, tuple[tuple[int, int], ...], int], _Parts] = {}
        self._heights: dict[tuple[Facts, int], int] = {}
        self._pixmaps: OrderedDict[object, QPixmap] = OrderedDict()
        self._lengths = (look.scale, look.density)
        self.keyboard = False

    def restyle(self) -> None:
        """Forget what was painted in the old look; measures stand where no length changed."""
        lengths = (self._look.scale, self._look.density)
        if lengths != self._lengths:
            self._lengths = lengths
            self._parts.clear()
            self._heights.clear()
        self._pixmaps.clear()

    @property
    def _gap(self) -> int:
        return self._look.px(GAP if not self._compact else GAP // 2)

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a card and the gap below it."""
        width = self._width(option)
        key = (_card(index).facts, width)
        height = self._heights.get(key)
        if height is None:
            height = self._heights[key] = self._height(*key)
        return QSize(width, height + self._gap)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a card from its pixmap."""
        card = _card(index)
        flags = QStyle.StateFlag
        state = CardState(
            selected=bool(option.state & flags.State_Selected),
            hover=bool(option.state & flags.State_MouseOver),
            ringed=self.keyboard and bool(option.state & flags.State_HasFocus),
            slides=_model(index).slides(index),
        )
        area = self.card_rect(option.rect)
        dpr = painter.device().devicePixelRatio()
        key = (card.facts, card.marks, state, area.width(), dpr)
        pixmap = self._pixmaps.get(key)
        if pixmap is None:
            pixmap = self.render(card, area.size(), state, dpr=dpr)
            self._pixmaps[key] = pixmap
            if len(self._pixmaps) > _CACHED:
                self._pixmaps.popitem(last=False)
        painter.drawPixmap(area.topLeft(), pixmap)

    def card_rect(self, row: QRect) -> QRect:
        """Return the card's own rectangle in that of its row."""
        return row.adjusted(0, 0, 0, -self._gap)

    def action_rect(self, row: QRect, slides: tuple[int, ...]) -> QRect:
        """Return where the mark or the pill stands that a click on the card's corner means."""
        card = self.card_rect(row)
        width = self._action_width(slides, pill=True)
        margin, height = self._look.px(11), self._look.px(22)
        top = card.top() + self._inset - self._look.px(2)
        return QRect(card.right() - margin - width, top, width, height)

    def render(
        self, card: LibraryCard, size: QSize, state: CardState, *, dpr: float = 1.0
    ) -> QPixmap:
        """Return a card as a picture."""
        pixmap = QPixmap(round(size.width() * dpr), round(size.height() * dpr))
        pixmap.setDevicePixelRatio(dpr)
        pixmap.fill(Qt.GlobalColor.transparent)
        with painting(pixmap) as painter:
            area = QRectF(0, 0, size.width(), size.height())
            self._paint_frame(painter, area, state)
            self._paint_action(painter, area, state)
            self._paint_words(painter, card, area, state, dpr=dpr)
        return pixmap

    def _paint_frame(self, painter: QPainter, area: QRectF, state: CardState) -> None:
        look, radius = self._look, self._look.px(8)
        if state.selected:
            line = look.color("selected_border")
            box(painter, area, radius, fill=look.color("selected"), line=line, width=1.5)
        else:
            line = look.color("border_strong" if state.hover else "border")
            box(painter, area, radius, fill=look.color("panel"), line=line)
        if state.ringed:
            ring(painter, area, radius, look.color("focus"))

    def _paint_action(self, painter: QPainter, area: QRectF, state: CardState) -> None:
        """Paint the green mark of a shown record, else the pill or the plus."""
        look = self._look
        active = state.selected or state.hover
        width = self._action_width(state.slides, pill=active or bool(state.slides))
        right, top = area.right() - look.px(11), float(self._inset - look.px(2))
        rect = QRectF(right - width, top, width, look.px(22))
        dpr = painter.device().devicePixelRatio()
        icon_at = QPointF(rect.left() + look.px(6), rect.top() + look.px(4.5))
        words = rect.adjusted(look.px(22), 0, 0, 0)
        if state.slides:
            line = look.color("success") if look.shown == "contrast" else None
            box(painter, rect, rect.height() / 2, fill=look.color("success_tint"), line=line)
            painter.drawPixmap(icon_at, look.icon("check", "success", 13, dpr=dpr))
            tone = look.color("success")
            text(painter, words, _slides_words(state.slides), look.font("micro_strong"), tone)
        elif active:
            box(painter, rect, rect.height() / 2, fill=look.color("accent_solid"))
            painter.drawPixmap(icon_at, look.icon("plus", "on_accent", 13, dpr=dpr))
            text(painter, words, "Add", look.font("micro_strong"), look.color("on_accent"))
        else:
            at = QPointF(right - look.px(16), top + look.px(3))
            painter.drawPixmap(at, look.icon("plus", "text3", 16, dpr=dpr))

    def _paint_words(
        self, painter: QPainter, card: LibraryCard, area: QRectF, state: CardState, *, dpr: float
    ) -> None:
        look, facts = self._look, card.facts
        parts = self._measured(card, round(area.width()))
        left, top = float(look.px(12)), float(self._inset)
        shown = bool(state.slides) or state.selected or state.hover
        busy = self._action_width(state.slides, pill=shown) + look.px(10)
        self._paint_lead(painter, card, area.width() - busy, dpr=dpr)
        y = top + look.px(18) + (look.px(1) if self._compact else look.px(6))
        if facts.number and not self._compact:
            font = look.font("number")
            height = line_height(font)
            place = QRectF(left, y - look.px(2), area.width() - 2 * left, height)
            text(painter, place, facts.number, font, look.color("text"))
            y += height
        marking = Marking(look.color("mark"), look.color("mark_text"))
        if parts.title is not None:
            parts.title.paint(painter, QPointF(left, y), look.color("text"), marking)
            if facts.aside and not self._compact:
                self._paint_aside(painter, card, QRectF(left, y, area.width() - 2 * left, 0))
            y += parts.title.height
        if parts.body is not None:
            tone = "text2" if facts.type == "actor" else "text"
            parts.body.paint(painter, QPointF(left, y), look.color(tone), marking)

    def _paint_lead(
        self, painter: QPainter, card: LibraryCard, width: float, *, dpr: float
    ) -> None:
        """Paint the tile, the date or type in the type's colour, and the citation."""
        look, facts = self._look, card.facts
        left, top, side = float(look.px(12)), float(self._inset), look.px(18)
        tile = QRectF(left, top, side, side)
        line = look.color(facts.type) if look.shown == "contrast" else None
        box(painter, tile, look.px(4), fill=look.color(f"{facts.type}_tint"), line=line)
        inset = look.px(3)
        picture = look.icon(TYPE_ICONS[facts.type], facts.type, 12, dpr=dpr)
        painter.drawPixmap(QPointF(left + inset, top + inset), picture)
        x = left + side + look.px(7)
        x += self._paint_marking(painter, facts.marking, QRectF(x, top, width - x, side))
        font = look.font("meta_strong")
        room = QRectF(x, top, max(0.0, width - x - look.px(8)), side)
        x += text(painter, room, facts.lead, font, look.color(facts.type))
        words = f"·  {facts.citation}" if facts.citation else "·  Uncited"
        tone = "text2" if facts.citation else "danger"
        rest = QRectF(x + look.px(6), top, max(0.0, width - x - look.px(14)), side)
        if rest.width() > look.px(56):
            text(painter, rest, words, look.font("meta"), look.color(tone))

    def _paint_marking(self, painter: QPainter, marking: str, room: QRectF) -> float:
        """Paint a record's marking in a frame, before its date; return the width it takes."""
        if not marking:
            return 0.0
        look, font = self._look, self._look.font("micro_strong")
        pad = look.px(5)
        width = min(text_width(marking, font) + 2 * pad, max(room.width() * _MARKING_SHARE, pad))
        frame = QRectF(room.left(), room.top(), width, room.height())
        box(painter, frame, look.px(4), line=look.color("control"))
        text(painter, frame.adjusted(pad, 0, -pad, 0), marking, font, look.color("text"))
        return width + look.px(6)

    def _paint_aside(self, painter: QPainter, card: LibraryCard, room: QRectF) -> None:
        """Paint a speaker's role behind the name."""
        look = self._look
        name = text_width(card.facts.title, look.font("heading")) + look.px(8)
        height = Prose("x", look.font("heading"), 100, most=1).leading
        rest = QRectF(room.left() + name, room.top(), room.width() - name, height)
        if rest.width() > look.px(40):
            text(painter, rest, card.facts.aside, look.font("meta"), look.color("text2"))

    def _measured(self, card: LibraryCard, width: int) -> _Parts:
        key = (card.facts, card.marks, width)
        if key not in self._parts:
            self._parts[key] = self._measure(card, width)
        return self._parts[key]

    def _measure(self, card: LibraryCard, width: int) -> _Parts:
        look, facts = self._look, card.facts
        room = width - 2 * look.px(12)
        if self._compact:
            marks = _marks_in(facts.name, card)
            return _Parts(Prose(facts.name, look.font("small"), room, most=1, marks=marks), None)
        title = body = None
        if facts.title:
            marks = _marks_in(facts.title, card)
            most = _title_lines(facts)
            title = Prose(facts.title, look.font("heading"), room, most=most, marks=marks)
        if facts.body:
            marks = _marks_in(facts.body, card)
            body = Prose(facts.body, look.font("small"), room, most=2, marks=marks)
        return _Parts(title, body)

    def _height(self, facts: Facts, width: int) -> int:
        """Return how high a card is without the gap below; its texts are not broken for it."""
        look = self._look
        room = width - 2 * look.px(12)
        if self._compact:
            name = height_of(facts.name, look.font("small"), room, most=1)
            return 2 * self._inset + look.px(18) + look.px(1) + round(name)
        height = look.px(10) + look.px(18) + look.px(6)
        if facts.number:
            height += line_height(look.font("number"))
        if facts.title:
            most = _title_lines(facts)
            height += round(height_of(facts.title, look.font("heading"), room, most=most))
        if facts.body:
            height += round(height_of(facts.body, look.font("small"), room, most=2))
        return height + look.px(10)

    @property
    def _compact(self) -> bool:
        return self._look.density == "compact"

    @property
    def _inset(self) -> int:
        """Return the room over the first line and under the last, in px."""
        return self._look.px(5 if self._compact else 10)

    def _action_width(self, slides: tuple[int, ...], *, pill: bool) -> int:
        look = self._look
        if not pill:
            return look.px(16)
        words = _slides_words(slides) if slides else "Add"
        return round(text_width(words, look.font("micro_strong"))) + look.px(22 + 9)

    def _width(self, option: QStyleOptionViewItem) -> int:
        widget = option.widget
        viewport = getattr(widget, "viewport", None)
        return viewport().width() if viewport is not None else option.rect.width()


def _card(index: QModelIndex | QPersistentModelIndex) -> LibraryCard:
    return _model(index).card(index)


def _model(index: QModelIndex | QPersistentModelIndex) -> LibraryModel:
    model = index.model()
    assert isinstance(model, LibraryModel)
    return model


def _title_lines(facts: Facts) -> int:
    return 1 if facts.body else 2


def _slides_words(slides: tuple[int, ...]) -> str:
    return f"Slide {slides[0]}" if len(slides) == 1 else f"{len(slides)} slides"


def _marks_in(words: str, card: LibraryCard) -> Spans:
    """Return where the words that were searched for stand in a line of the card."""
    found = [card.snippet[start:stop].casefold() for start, stop in card.marks]
    lowered = words.casefold()
    if len(lowered) != len(words):
        return ()
    spans: list[tuple[int, int]] = []
    for word in dict.fromkeys(word for word in found if word):
        at = lowered.find(word)
        while at >= 0:
            if at == 0 or not lowered[at - 1].isalnum():
                spans.append((at, at + len(word)))
            at = lowered.find(word, at + len(word))
    return tuple(sorted(spans))
