"""Slides to look at, choose and move: what strip and grid have in common.

In: the model, a plan of where everything stands. Out: signals; drops go to the model's `drops`.
Must not know: whether slides stand in a row or in lines, which `StripView` and `GridView` say.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDrag,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem
from typing_extensions import override

from briefer.ui.paint import painting
from briefer.ui.storyboard.chip import slides_chip
from briefer.ui.storyboard.model import StripModel
from briefer.ui.storyboard.planned import PlannedView
from briefer.ui.theme import Look
from briefer.ui.thumbnails import Thumbnails
from briefer.ui.widgets.ringed import KEYBOARD_REASONS


class SlidesView(PlannedView):
    """Slides with their titles; several can be chosen with Shift, Ctrl and a band."""

    title_wanted = Signal()
    settled = Signal()
    """A press ended: what is chosen may have to be shown again."""

    def __init__(self, look: Look, model: StripModel, thumbnails: Thumbnails) -> None:
        super().__init__(look, model, thumbnails)
        self._pressed = QPoint()
        self._band = QRect()
        self.setAccessibleName("Slides")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setAutoScrollMargin(40)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.viewport().setAutoFillBackground(False)
        thumbnails.ready.connect(self._repaint_page)

    # Keys and mouse

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the title with Enter; arrows, Home and End move among slides."""
        self.slides.keyboard = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.title_wanted.emit()
            return
        super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do nothing: single letters choose nothing here."""

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring in the colour of the keyboard when that brought the focus."""
        self.slides.keyboard = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a slide, or begin a band beside them."""
        self.slides.keyboard = False
        self._pressed = event.position().toPoint() + self.offset
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the band."""
        super().mouseMoveEvent(event)
        banding = self.state() == QAbstractItemView.State.DragSelectingState
        at = event.position().toPoint() + self.offset
        self._band = QRect(self._pressed, at).normalized() if banding else QRect()
        if banding:
            self.viewport().update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the band; a click beside all slides changes nothing."""
        super().mouseReleaseEvent(event)
        self._band = QRect()
        self.viewport().update()
        self.settled.emit()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the title."""
        super().mouseDoubleClickEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self.title_wanted.emit()

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        """Drag the chosen slides."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        rows = [row for row in rows if self._model.rows[row].card is not None]
        if not rows:
            return
        drag = QDrag(self)
        drag.setMimeData(self._model.mimeData([self._model.index(row) for row in rows]))
        pages = [page for row in rows if (page := self._model.rows[row].page)]
        first = self._thumbnails.latest(pages[0])
        drag.setPixmap(slides_chip(self._look, first, len(rows), dpr=self.devicePixelRatioF()))
        drag.setHotSpot(QPoint(-10, -10))
        drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)

    def index_at_menu(self, at: QPoint) -> QModelIndex:
        """Return the slide a menu was asked for, or the current one for the keyboard's menu key."""
        index = self.indexAt(at)
        return index if index.isValid() else self.currentIndex()

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the slides that are seen."""
        area = event.rect().translated(self.offset)
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        with painting(self.viewport()) as painter:
            for row in self.plan.within(self.around(area)):
                self._paint_row(painter, option, row)
            self.paint_over(painter)
            if not self._band.isNull():
                band = self._band.translated(-self.offset)
                tint = self._look.color("accent")
                painter.setPen(tint)
                tint.setAlpha(36)
                painter.setBrush(tint)
                painter.drawRect(band)

    def _repaint_page(self, page: object) -> None:
        """Paint a page whose picture came, if it is in view."""
        if not self.isVisible():
            return
        for row in self.plan.within(self.viewport().rect().translated(self.offset)):
            if self._model.rows[row].page is page:
                self.viewport().update(self.around(self.visualRect(self._model.index(row))))

    def paint_over(self, painter: QPainter) -> None:
        """Paint what lies over the slides."""

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: int) -> None:
        index, flags = self._model.index(row), QStyle.StateFlag
        option.rect = self.visualRect(index)
        state = flags.State_Enabled
        if self.selectionModel().isSelected(index):
            state |= flags.State_Selected
        if index == self.currentIndex():
            state |= flags.State_HasFocus
        pointer = self.viewport().mapFromGlobal(self.cursor().pos())
        if self.underMouse() and option.rect.contains(pointer):
            state |= flags.State_MouseOver
        option.state = state
        self.slides.paint(painter, option, index)
