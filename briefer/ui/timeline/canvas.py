"""The canvas of the timeline: the plane painted, and what keys, mouse and wheel do on it.

Arrows move among entries, Space selects, Shift extends, Enter adds; the wheel scrolls, with Ctrl it
zooms; a drag from an empty place draws a band that selects what it touches.
"""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from briefer.ui.library.facts import LibraryCard
from briefer.ui.library.view import chip
from briefer.ui.paint import box, painting
from briefer.ui.theme import Look
from briefer.ui.timeline.arrange import Place
from briefer.ui.timeline.ground import paint_days, paint_lanes
from briefer.ui.timeline.model import TimelineModel
from briefer.ui.timeline.painting import EntryPainter, State
from briefer.ui.timeline.plane import TimelinePlane
from briefer.ui.widgets.ringed import KEYBOARD_REASONS

Flag = QItemSelectionModel.SelectionFlag
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_EDGE = 24


class TimelineCanvas(TimelinePlane):
    """Cards and bands to select; Enter or a double click adds."""

    added = Signal()
    left = Signal()
    """Escape was pressed with nothing selected."""

    def __init__(self, look: Look, model: TimelineModel) -> None:
        super().__init__(look, model)
        self._entries = EntryPainter(look)
        self._keyboard = False
        self._anchor = -1
        self._pressed: QPoint | None = None
        self._rubber: QRect | None = None
        model.modelReset.connect(self._entries.forget)
        self.doubleClicked.connect(lambda _: self.added.emit())

    @override
    def restyle(self) -> None:
        """Forget what was painted in the old look and arrange anew."""
        self._entries.forget()
        super().restyle()

    # Keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, select, zoom, add."""
        self._keyboard = True
        key, shift = event.key(), bool(event.modifiers() & _SHIFT)
        moves = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0)}
        moves |= {Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        if key in moves:
            self._move(*moves[Qt.Key(key)], extend=shift)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if key == Qt.Key.Key_Home else self._timeline.rowCount() - 1, extend=shift)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.added.emit()
        elif key == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.choose([self.currentIndex().row()], Flag.Toggle)
            self._anchor = self.currentIndex().row()
        elif key == Qt.Key.Key_A and event.modifiers() & _CTRL:
            self.selectAll()
        elif key == Qt.Key.Key_Escape:
            self._leave()
        elif not self._zoomed(event):
            event.ignore()

    def _zoomed(self, event: QKeyEvent) -> bool:
        """Return whether a key without Ctrl zoomed."""
        if event.modifiers() & _CTRL or event.text() not in ("+", "=", "-", "0"):
            return False
        if event.text() == "0":
            self.go_home()
        else:
            self.zoom(-1 if event.text() == "-" else 1)
        return True

    def _leave(self) -> None:
        """Select nothing any more, or where nothing is selected leave."""
        if self.selectionModel().hasSelection():
            self.clearSelection()
        else:
            self.left.emit()

    def _move(self, dates: int, lanes: int, *, extend: bool) -> None:
        row, count = self.currentIndex().row(), self._timeline.rowCount()
        if row < 0:
            self._go(self.first_seen(), extend=False)
            return
        if lanes:
            self._go(self.arrangement.beside(row, lanes), extend=extend)
            return
        lane = self.arrangement.lanes[self.arrangement.places[row].lane]
        target = max(lane.first, min(lane.first + lane.count - 1, row + dates))
        self._go(min(target, count - 1), extend=extend)

    def _go(self, row: int, *, extend: bool) -> None:
        """Put the keyboard on a row; `extend` selects what lies between it and the anchor."""
        index = self._timeline.index(row)
        if not index.isValid():
            return
        before = self.currentIndex().row()
        if extend:
            if self._anchor < 0:
                self._anchor = before if before >= 0 else row
            self.choose(self.arrangement.between(self._anchor, row))
        else:
            self._anchor = -1
        self.selectionModel().setCurrentIndex(index, Flag.NoUpdate)
        self.scrollTo(index)
        self.viewport().update()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the ring on the first entry seen when the keyboard brought the focus."""
        self._keyboard = event.reason() in KEYBOARD_REASONS
        if self._keyboard and not self.currentIndex().isValid() and self._timeline.rowCount():
            self._go(self.first_seen(), extend=False)
        super().focusInEvent(event)
        self.viewport().update()

    # Mouse

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select an entry, more of them with Ctrl and Shift; begin a band on an empty place."""
        self._keyboard = False
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position().toPoint()
        index, ctrl = self.indexAt(at), bool(event.modifiers() & _CTRL)
        self._pressed = at
        if not index.isValid():
            self._rubber = QRect(at, at)
            if not ctrl:
                self.clearSelection()
            return
        row, anchor = index.row(), self._anchor
        if event.modifiers() & _SHIFT:
            anchor = anchor if anchor >= 0 else max(self.currentIndex().row(), 0)
            self.choose(self.arrangement.between(anchor, row))
        elif ctrl:
            self.choose([row], Flag.Toggle)
        elif not self.selectionModel().isSelected(index):
            self.choose([row])
        self._anchor = anchor if event.modifiers() & _SHIFT else row
        self.selectionModel().setCurrentIndex(index, Flag.NoUpdate)
        self.viewport().update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the band, or drag what is selected."""
        at = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if self._rubber is not None:
            self._scroll_at(at)
            self._rubber = QRect(self._pressed, at).normalized()
            ctrl = bool(event.modifiers() & _CTRL)
            self.setSelection(self._rubber, Flag.Select if ctrl else Flag.ClearAndSelect)
            self.viewport().update()
        elif (at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self.startDrag(Qt.DropAction.CopyAction)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the band away; a plain click on one of several selects it alone."""
        at = event.position().toPoint()
        plain = not event.modifiers() & (_CTRL | _SHIFT)
        if self._rubber is None and self._pressed is not None and plain:
            index = self.indexAt(at)
            if index.isValid() and len(self.chosen()) > 1:
                self.choose([index.row()])
        self._pressed = self._rubber = None
        self.viewport().update()

    def _scroll_at(self, at: QPoint) -> None:
        """Scroll near the edges while a band is drawn, and keep its corner where it was."""
        area, edge, step = self.viewport().rect(), self.look.px(_EDGE), self.look.px(16)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        before = QPoint(across.value(), down.value())
        if at.x() > area.right() - edge:
            across.setValue(across.value() + step)
        elif at.x() < self.lane_width + edge:
            across.setValue(across.value() - step)
        if at.y() > area.bottom() - edge:
            down.setValue(down.value() + step)
        elif at.y() < edge:
            down.setValue(down.value() - step)
        if self._pressed is not None:
            self._pressed += before - QPoint(across.value(), down.value())

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        """Drag what is selected as a chip, the way the list does."""
        indexes = self.selectedIndexes()
        if not indexes:
            return
        entries = [self._timeline.entry(index.row()) for index in indexes]
        once = {entry.record.id: entry for entry in entries}.values()
        cards = [LibraryCard(entry.record, entry.facts, "", ()) for entry in once]
        drag = QDrag(self)
        drag.setMimeData(self._timeline.mimeData(indexes))
        drag.setPixmap(chip(self.look, cards, dpr=self.devicePixelRatioF()))
        drag.setHotSpot(QPoint(-10, -10))
        drag.exec(Qt.DropAction.CopyAction)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; zoom at the pointer with Ctrl, scroll sideways with Shift."""
        delta = event.angleDelta()
        turned = delta.y() or delta.x()
        if event.modifiers() & _CTRL:
            self.zoom(turned / 120, event.position().x())
        elif event.modifiers() & _SHIFT or (delta.x() and not delta.y()):
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - turned)
        else:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - turned)
        event.accept()

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is seen: days, lanes, marks and cards, the lanes' names over them."""
        area = QRectF(self.viewport().rect())
        with painting(self.viewport()) as painter:
            paint_days(self, painter, area)
            days = area.adjusted(self.lane_width, 0, 0, 0)
            painter.setClipRect(days)
            for place in self._places_in(days.adjusted(-20, -8, 20, 8).toRect()):
                self._paint_place(painter, place, days)
            painter.setClipping(False)
            paint_lanes(self, self._timeline.lanes, painter, area)
            if self._rubber is not None:
                color = self.look.color("accent")
                line = self.look.color("accent")
                color.setAlpha(36)
                box(painter, QRectF(self._rubber), 2, fill=color, line=line)

    def _paint_place(self, painter: QPainter, place: Place, days: QRectF) -> None:
        entry = self._timeline.entry(place.row)
        index = self._timeline.index(place.row)
        current = self.currentIndex() == index
        state = State(
            self.selectionModel().isSelected(index),
            current,
            current and self._keyboard and self.hasFocus(),
            self._timeline.slides(place.row),
        )
        rect = self._on_screen(place)
        if place.band:
            self._entries.band(painter, rect, entry, state, seen=days)
            return
        sizes = self.arrangement.sizes
        start = self.lane_width + place.start - self.horizontalOffset()
        wide = max(place.stop - place.start, self.look.px(5))
        mark = QRectF(start, rect.top(), wide, sizes.mark)
        self._entries.mark(painter, mark, entry, state)
        card = QRectF(rect.left(), rect.top() + sizes.mark, sizes.card_width, sizes.card_height)
        self._entries.card(painter, card, entry, state)
