"""The strip of slides: section headings that stick, the drop marker, dragging to reorder."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView
from typing_extensions import override

from briefer.ui.library.model import dragged_refs
from briefer.ui.paint import box, dot, painting, text, text_width
from briefer.ui.storyboard.delegate import StripDelegate, StripMetrics
from briefer.ui.storyboard.model import Drop, StripModel, dragged_cards
from briefer.ui.theme import Look, Styled
from briefer.ui.thumbnails import Thumbnails
from briefer.ui.widgets.ringed import KEYBOARD_REASONS

_FADE = 36


class StripView(QListView, Styled):
    """Slides side by side; a drag moves them, a drop of records adds to them."""

    hinted = Signal(str)
    """What letting go would do, while something is dragged over the strip; "" when it left."""
    title_wanted = Signal()

    def __init__(self, look: Look, model: StripModel, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._look = look
        self._model = model
        self._place: Drop | None = None
        self.setModel(model)
        self.slides = StripDelegate(look, thumbnails, self)
        self.setItemDelegate(self.slides)
        self.setAccessibleName("Slides")
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.viewport().setAutoFillBackground(False)
        thumbnails.ready.connect(self.viewport().update)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take the height from the look."""
        self.horizontalScrollBar().setSingleStep(self._look.px(40))
        self.setFixedHeight(StripMetrics(self._look).total + StripMetrics(self._look).bar)
        self.scheduleDelayedItemsLayout()

    def show_row(self, row: int) -> None:
        """Select a row and bring it into view."""
        index = self._model.index(row)
        if row < 0 or not index.isValid():
            self.clearSelection()
            return
        if self.currentIndex() != index or not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        self.scrollTo(index)
        self._clear_of_fades(row)

    def _clear_of_fades(self, row: int) -> None:
        """Scroll a little further where the picture would stand in a fading edge."""
        bar, picture = self.horizontalScrollBar(), self._picture(row)
        over = picture.right() + _FADE - self.viewport().width()
        under = picture.left() - _FADE
        if over > 0:
            bar.setValue(bar.value() + over)
        elif under < 0:
            bar.setValue(bar.value() + under)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return that any width will do."""
        return QSize(self._look.px(160), self.height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the title with Enter; arrows, Home and End move among slides."""
        self.slides.keyboard = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.title_wanted.emit()
            return
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring in the colour of the keyboard when that brought the focus."""
        self.slides.keyboard = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select a slide; a click beside one changes nothing."""
        self.slides.keyboard = False
        if self.indexAt(event.position().toPoint()).isValid():
            super().mousePressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the title."""
        super().mouseDoubleClickEvent(event)
        self.title_wanted.emit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll sideways with any wheel."""
        bar = self.horizontalScrollBar()
        delta = event.angleDelta()
        bar.setValue(bar.value() - (delta.y() or delta.x()))
        event.accept()

    # Dragging

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        """Drag the picture of the slide."""
        index = self.currentIndex()
        if not index.isValid() or self._model.rows[index.row()].card is None:
            return
        drag = QDrag(self)
        drag.setMimeData(self._model.mimeData([index]))
        rect = self.slides.picture_rect(self.visualRect(index), index)
        drag.setPixmap(self.viewport().grab(rect.adjusted(-4, -4, 4, 4)))
        drag.setHotSpot(QPoint(-10, -10))
        drag.exec(Qt.DropAction.MoveAction)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take records and slides."""
        if self._model.can_drop(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where letting go would put it; scroll near the edges."""
        super().dragMoveEvent(event)
        if not self._model.can_drop(event.mimeData()):
            event.ignore()
            return
        self._place = self.place_at(
            event.position().toPoint(), records=bool(dragged_refs(event.mimeData()))
        )
        self.show_place(self._place, self._hint(event))
        event.acceptProposedAction()

    def show_place(self, place: Drop, hint: str) -> None:
        """Mark where something would be dropped, and say it."""
        self._place = place
        self.hinted.emit(hint)
        self.viewport().update()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the marker away."""
        super().dragLeaveEvent(event)
        self._leave()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Move or add."""
        records = bool(dragged_refs(event.mimeData()))
        place = self.place_at(event.position().toPoint(), records=records)
        self.setState(QAbstractItemView.State.NoState)
        self._leave()
        if self._model.drop(event.mimeData(), place):
            event.acceptProposedAction()

    def place_at(self, at: QPoint, *, records: bool) -> Drop:
        """Return where a drop at a point goes: on a slide's middle (records only), or beside it."""
        row = self._nearest(at)
        if row < 0:
            return Drop(0)
        item = self._model.rows[row]
        index = self._model.index(row)
        picture = self.slides.picture_rect(self.visualRect(index), index)
        section = item.section if item.section >= 0 else None
        if records and item.card is not None:
            inner = picture.adjusted(picture.width() // 4, 0, -picture.width() // 4, 0)
            if inner.left() <= at.x() <= inner.right():
                return Drop(item.at, on=item.card)
        behind = item.card is not None and at.x() > picture.center().x()
        return Drop(item.at + 1 if behind else item.at, section)

    def _nearest(self, at: QPoint) -> int:
        """Return the row whose picture is nearest, counting those of its own side of a gap."""
        best, distance = -1, 0
        for row in range(self._model.rowCount()):
            index = self._model.index(row)
            picture = self.slides.picture_rect(self.visualRect(index), index)
            away = max(picture.left() - at.x(), at.x() - picture.right(), 0)
            if best < 0 or away < distance:
                best, distance = row, away
        return best

    def _hint(self, event: QDragMoveEvent) -> str:
        place = self._place
        if place is None:
            return ""
        if dragged_cards(event.mimeData()):
            return f"Drop: move to place {place.at + 1}"
        if place.on is not None:
            return f"Drop: add to slide {self._number(place.on)}"
        behind = f"after slide {self._number(place.at - 1)}" if place.at else "at the beginning"
        return f"Drop: new slide {behind}.  On a slide: add to it."

    def _number(self, card: int) -> int:
        numbers = [row.page.number for row in self._model.rows if row.page and row.card == card]
        return numbers[-1] if numbers else card + 1

    def _leave(self) -> None:
        self._place = None
        self.hinted.emit("")
        self.viewport().update()

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the slides, then headings, edges and the drop marker over them."""
        super().paintEvent(event)
        with painting(self.viewport()) as painter:
            self._paint_fade(painter, left=True)
            self._paint_sections(painter)
            self._paint_fade(painter, left=False)
            if self._place is not None:
                self._paint_marker(painter, self._place)

    def _paint_sections(self, painter: QPainter) -> None:
        look, metrics = self._look, StripMetrics(self._look)
        font = look.font("meta_strong")
        for start, end in self._groups():
            left = self._picture(start).left()
            right = self._picture(end).right()
            if right < 0 or left > self.viewport().width():
                continue
            words = self._model.rows[start].title
            width = text_width(words, font)
            x = max(left, min(metrics.left, right - round(width)))
            place = QRectF(x, 0, max(1.0, min(width + 1, right - x)), metrics.label)
            if words:
                text(painter, place, words, font, look.color("text2"))
                x += round(place.width()) + look.px(9)
            y = metrics.label / 2
            if x < right:
                painter.fillRect(QRectF(x, round(y), right - x, 1), look.color("border_strong"))

    def _groups(self) -> list[tuple[int, int]]:
        """Return the first and last row of each section."""
        starts = [row for row, item in enumerate(self._model.rows) if item.starts]
        ends = [*(start - 1 for start in starts[1:]), self._model.rowCount() - 1]
        return list(zip(starts, ends, strict=True)) if starts else []

    def _picture(self, row: int) -> QRect:
        index = self._model.index(row)
        return self.slides.picture_rect(self.visualRect(index), index)

    def _paint_fade(self, painter: QPainter, *, left: bool) -> None:
        """Paint the edge behind which there is more; headings stick over the left one."""
        bar = self.horizontalScrollBar()
        if bar.value() == (bar.minimum() if left else bar.maximum()):
            return
        solid = self._look.color("app")
        clear = QColor(solid)
        clear.setAlpha(0)
        x = 0 if left else self.viewport().width() - _FADE
        gradient = QLinearGradient(QPointF(x, 0), QPointF(x + _FADE, 0))
        gradient.setColorAt(0, solid if left else clear)
        gradient.setColorAt(1, clear if left else solid)
        painter.fillRect(QRectF(x, 0, _FADE, self.viewport().height()), gradient)

    def _paint_marker(self, painter: QPainter, place: Drop) -> None:
        """Paint a bar with a dot between slides, or a ring round the slide that takes records."""
        look = self._look
        if place.on is not None:
            rows = [n for n, row in enumerate(self._model.rows) if row.card == place.on]
            if rows:
                around = QRectF(self._picture(rows[0])).adjusted(-4, -4, 4, 4)
                box(painter, around, look.px(7), line=look.color("accent"), width=2.5)
            return
        x = self._marker_x(place)
        metrics = StripMetrics(look)
        top, bottom = metrics.top - 4, metrics.top + metrics.height + 4
        painter.fillRect(QRectF(x - 1.5, top, 3, bottom - top), look.color("accent"))
        dot(painter, QPointF(x, top), 4.5, look.color("accent"))

    def _marker_x(self, place: Drop) -> float:
        metrics, rows = StripMetrics(self._look), self._model.rows
        before = [
            n
            for n, row in enumerate(rows)
            if row.card is not None
            and row.at == place.at - 1
            and (place.section is None or row.section == place.section)
        ]
        if before:
            return self._picture(before[-1]).right() + metrics.gap / 2
        behind = [
            n
            for n, row in enumerate(rows)
            if row.at == place.at and (place.section is None or row.section == place.section)
        ]
        if behind:
            return self._picture(behind[0]).left() - metrics.gap / 2
        return self._picture(len(rows) - 1).right() + metrics.gap / 2 if rows else metrics.left

    def index_at_menu(self, at: QPoint) -> QModelIndex:
        """Return the slide a menu was asked for, or the current one for the keyboard's menu key."""
        index = self.indexAt(at)
        return index if index.isValid() else self.currentIndex()
