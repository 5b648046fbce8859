"""The list of cards: keyboard, the pill under the pointer, the chip that is dragged."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QDrag, QFocusEvent, QKeyEvent, QMouseEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView
from typing_extensions import override

from briefer.records.base import Record
from briefer.ui.library.delegate import CardDelegate
from briefer.ui.library.facts import TYPE_ICONS, LibraryCard
from briefer.ui.library.model import LibraryModel
from briefer.ui.paint import box, painting, shadow, text
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.ringed import KEYBOARD_REASONS


class LibraryView(QListView, Styled):
    """Cards to pick: Enter or double click adds a slide, Shift Enter adds to the current slide."""

    picked = Signal(list, bool)
    """The records, and whether they go to the current slide."""
    slide_wanted = Signal(int)
    left_upwards = Signal()
    peeked = Signal()
    """The record of the current card is to be shown beside it."""

    def __init__(self, look: Look, model: LibraryModel) -> None:
        super().__init__()
        self._look = look
        self._model = model
        self.setModel(model)
        self.cards = CardDelegate(look, self)
        self.setItemDelegate(self.cards)
        self.setAccessibleName("Records")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda _least, most: bar.setEnabled(most > 0))
        self.doubleClicked.connect(lambda index: self._pick([index], to_slide=False))

    @override
    def restyle(self) -> None:
        """Forget what was painted in the old look."""
        self.cards.restyle()
        self.verticalScrollBar().setSingleStep(self._look.px(40))
        self.scheduleDelayedItemsLayout()

    def record(self, index: QModelIndex) -> Record:
        """Return the record of a card."""
        return self._model.card(index).record

    def chosen(self) -> list[Record]:
        """Return the selected records in the order of the list."""
        rows = sorted(self.selectedIndexes(), key=lambda index: index.row())
        return [self._model.card(index).record for index in rows]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add with Enter, leave upwards from the first card."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selectedIndexes():
            to_slide = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._pick(self.selectedIndexes(), to_slide=to_slide)
            return
        if event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
            return
        self.cards.keyboard = True
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.peeked.emit()
            return
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the keyboard brought the focus, on the first card if on none."""
        self.cards.keyboard = event.reason() in KEYBOARD_REASONS
        if self.cards.keyboard and not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0))
        super().focusInEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a click on the pill as Add, on the mark as Go there."""
        self.cards.keyboard = False
        if event.button() == Qt.MouseButton.LeftButton and self._act_at(event.position().toPoint()):
            return
        super().mousePressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Keep a quick second click on the pill from adding twice."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._on_action(index, event.position().toPoint()):
            return
        super().mouseDoubleClickEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point with a hand at what can be clicked."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        hand = index.isValid() and self._on_action(index, at)
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        """Drag the chosen cards as a chip."""
        indexes = self.selectedIndexes()
        if not indexes:
            return
        drag = QDrag(self)
        drag.setMimeData(self._model.mimeData(indexes))
        cards = [self._model.card(index) for index in indexes]
        drag.setPixmap(chip(self._look, cards, dpr=self.devicePixelRatioF()))
        drag.setHotSpot(QPoint(-10, -10))
        drag.exec(Qt.DropAction.CopyAction)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the cards' lines for the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        """Take the pill away."""
        super().leaveEvent(event)
        self.viewport().update()

    def _act_at(self, at: QPoint) -> bool:
        index = self.indexAt(at)
        if not index.isValid() or not self._on_action(index, at):
            return False
        slides = self._model.slides(index)
        self.setCurrentIndex(index)
        if slides:
            self.slide_wanted.emit(slides[0])
        else:
            self._pick([index], to_slide=False)
        return True

    def _on_action(self, index: QModelIndex, at: QPoint) -> bool:
        slides = self._model.slides(index)
        return self.cards.action_rect(self.visualRect(index), slides).contains(at)

    def _pick(self, indexes: Sequence[QModelIndex], *, to_slide: bool) -> None:
        rows = sorted(indexes, key=lambda index: index.row())
        self.picked.emit([self._model.card(index).record for index in rows], to_slide)


def chip(look: Look, cards: Sequence[LibraryCard], *, dpr: float = 1.0) -> QPixmap:
    """Return what is seen under the pointer while cards are dragged, 282 x 40 px."""
    width, height, pad = look.px(282), look.px(40), look.px(10)
    pixmap = QPixmap(round((width + 2 * pad) * dpr), round((height + 2 * pad) * dpr))
    pixmap.setDevicePixelRatio(dpr)
    pixmap.fill(Qt.GlobalColor.transparent)
    facts = cards[0].facts
    with painting(pixmap) as painter:
        area = QRectF(pad, pad, width, height)
        if look.shown != "contrast":
            shadow(painter, area, blur=8, drop=3, strength=0.3)
        line = look.color("selected_border")
        box(painter, area, look.px(8), fill=look.color("panel"), line=line, width=1.5)
        at = QPointF(area.left() + look.px(11), area.top() + look.px(11))
        painter.drawPixmap(at, look.icon(TYPE_ICONS[facts.type], facts.type, 18, dpr=dpr))
        place = area.adjusted(look.px(36), 0, -look.px(10), 0)
        if len(cards) > 1:
            words = f"{len(cards)} records"
            text(painter, place, words, look.font("heading"), look.color("text"))
        else:
            font = look.font("meta_strong")
            taken = text(painter, place, facts.lead, font, look.color(facts.type))
            place.setLeft(place.left() + taken + look.px(6))
            text(painter, place, facts.name, look.font("heading"), look.color("text"))
    return pixmap
