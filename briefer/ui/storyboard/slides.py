"""Slides to look at, choose and move: what strip and grid have in common.

In: the model, a plan of where everything stands. Out: signals; drops go to the model's `drops`.
Must not know: whether slides stand in a row or in lines, which `StripView` and `GridView` say.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
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
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem
from typing_extensions import override

from briefer.ui.paint import painting
from briefer.ui.storyboard.arrange import STRIP_WIDTH, Metrics, Plan
from briefer.ui.storyboard.chip import slides_chip
from briefer.ui.storyboard.delegate import StripDelegate
from briefer.ui.storyboard.model import StripModel
from briefer.ui.theme import Look, Styled
from briefer.ui.thumbnails import Thumbnails
from briefer.ui.widgets.ringed import KEYBOARD_REASONS

Index = QModelIndex | QPersistentModelIndex
_MARGIN = 6
"""How far rings and badges reach beyond a picture, in px."""


class SlidesView(QListView, Styled):
    """Slides with their titles; several can be chosen with Shift, Ctrl and a band."""

    title_wanted = Signal()
    settled = Signal()
    """A press ended: what is chosen may have to be shown again."""

    def __init__(self, look: Look, model: StripModel, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._look = look
        self._model = model
        self._thumbnails = thumbnails
        self._plan: Plan | None = None
        self._pressed = QPoint()
        self._band = QRect()
        self.slides = StripDelegate(look, thumbnails, self)
        self.setModel(model)
        self.setItemDelegate(self.slides)
        self.setAccessibleName("Slides")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
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
        thumbnails.ready.connect(self.viewport().update)
        model.dataChanged.connect(self._forget_plan)
        model.modelReset.connect(self._forget_plan)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(lambda _: self.tell_seen())

    # The plan

    def make_plan(self, metrics: Metrics) -> Plan:
        """Return where everything stands."""
        raise AssertionError(f"{type(self).__name__} does not say where slides stand")

    @property
    def picture_width(self) -> int:
        """The width of pictures in px of the design."""
        return STRIP_WIDTH

    @property
    def plan(self) -> Plan:
        """Where everything stands, from the top left of the whole."""
        if self._plan is None:
            self.slides.metrics = Metrics(self._look, self.picture_width)
            self._plan = self.make_plan(self.slides.metrics)
        return self._plan

    @property
    def offset(self) -> QPoint:
        """How far the view is scrolled."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def picture(self, row: int) -> QRect:
        """Return where the picture of a row stands in the viewport."""
        return self.slides.picture_rect(self.visualRect(self._model.index(row)))

    def tell_seen(self) -> None:
        """Have the pictures that are seen made first."""
        if not self.isVisible():
            return
        area = self.viewport().rect().translated(self.offset)
        pages = (self._model.rows[row].page for row in self.plan.within(area))
        self._thumbnails.see([page for page in pages if page is not None])

    def _forget_plan(self) -> None:
        self._plan = None
        self.updateGeometries()
        self.viewport().update()
        self.tell_seen()

    @override
    def restyle(self) -> None:
        """Take lengths from the look."""
        self.horizontalScrollBar().setSingleStep(self._look.px(40))
        self.verticalScrollBar().setSingleStep(self._look.px(40))
        self._forget_plan()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the slides for the new size."""
        super().resizeEvent(event)
        self._forget_plan()

    # What Qt asks of a view

    @override
    def doItemsLayout(self) -> None:
        """Arrange by the plan alone."""
        self._plan = None
        self.updateGeometries()

    @override
    def updateGeometries(self) -> None:
        """Let the scroll bars reach to the ends of the plan."""
        room, plan = self.viewport().size(), self.plan
        for bar, whole, page in (
            (self.horizontalScrollBar(), plan.width, room.width()),
            (self.verticalScrollBar(), plan.height, room.height()),
        ):
            bar.setPageStep(page)
            bar.setRange(0, max(0, whole - page))

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint all anew: headings stay where they are while slides move."""
        self.viewport().update()

    @override
    def horizontalOffset(self) -> int:
        """Return how far the view is scrolled sideways."""
        return self.horizontalScrollBar().value()

    @override
    def verticalOffset(self) -> int:
        """Return how far the view is scrolled down."""
        return self.verticalScrollBar().value()

    @override
    def visualRect(self, index: Index) -> QRect:
        """Return where a row stands in the viewport."""
        cells = self.plan.cells
        if not index.isValid() or index.row() >= len(cells):
            return QRect()
        return cells[index.row()].translated(-self.offset)

    @override
    def indexAt(self, p: QPoint) -> QModelIndex:
        """Return the row at a point of the viewport."""
        row = self.plan.at(p + self.offset)
        return self._model.index(row) if row >= 0 else QModelIndex()

    @override
    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the rows that a rectangle of the viewport touches."""
        chosen = QItemSelection()
        for row in self.plan.within(rect.normalized().translated(self.offset)):
            chosen.select(self._model.index(row), self._model.index(row))
        self.selectionModel().select(chosen, command)

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return where chosen rows stand in the viewport."""
        region = QRegion()
        for index in selection.indexes():
            region += QRegion(self._around(self.visualRect(index)))
        return region

    def _around(self, rect: QRect) -> QRect:
        return rect.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)

    @override
    def moveCursor(
        self,
        cursorAction: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        """Return the row that an arrow key, Home or End leads to."""
        actions, count = QAbstractItemView.CursorAction, self._model.rowCount()
        here = self.currentIndex().row()
        if not count:
            return QModelIndex()
        if here < 0:
            return self._model.index(0)
        match cursorAction:
            case actions.MoveLeft | actions.MovePrevious:
                row = here - 1
            case actions.MoveRight | actions.MoveNext:
                row = here + 1
            case actions.MoveHome:
                row = 0
            case actions.MoveEnd:
                row = count - 1
            case actions.MoveUp | actions.MovePageUp:
                row = self.beyond(here, -1)
            case _:
                row = self.beyond(here, 1)
        return self._model.index(min(max(row, 0), count - 1))

    def beyond(self, row: int, by: int) -> int:
        """Return the row that Up (-1) or Down (1) leads to."""
        return row + by

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
            for row in self.plan.within(self._around(area)):
                self._paint_row(painter, option, row)
            self.paint_over(painter)
            if not self._band.isNull():
                band = self._band.translated(-self.offset)
                tint = self._look.color("accent")
                painter.setPen(tint)
                tint.setAlpha(36)
                painter.setBrush(tint)
                painter.drawRect(band)

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

    @override
    def minimumSizeHint(self) -> QSize:
        """Return that any width will do."""
        return QSize(self._look.px(160), self._look.px(60))
