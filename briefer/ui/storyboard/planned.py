"""A list whose rows stand where a plan says, for strip and grid.

In: the model, a plan of where everything stands. Out: what Qt asks of a view. Must not know: keys,
mouse, painting.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView
from typing_extensions import override

from briefer.ui.storyboard.arrange import STRIP_WIDTH, Metrics, Plan
from briefer.ui.storyboard.delegate import StripDelegate
from briefer.ui.storyboard.model import StripModel
from briefer.ui.theme import Look, Styled
from briefer.ui.thumbnails import Thumbnails

Index = QModelIndex | QPersistentModelIndex
_MARGIN = 6
"""How far rings and badges reach beyond a picture, in px."""


class PlannedView(QListView, Styled):
    """Rows where the plan says; scrolled by the pixel."""

    def __init__(self, look: Look, model: StripModel, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._look = look
        self._model = model
        self._thumbnails = thumbnails
        self._plan: Plan | None = None
        self.slides = StripDelegate(look, thumbnails, self)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setModel(model)
        self.setItemDelegate(self.slides)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        model.dataChanged.connect(self._forget_plan)
        model.modelReset.connect(self._forget_plan)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(lambda _: self.tell_seen())

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
        for row in self._between(rect):
            chosen.select(self._model.index(row), self._model.index(row))
        self.selectionModel().select(chosen, command)

    def _between(self, rect: QRect) -> Sequence[int]:
        """Return the rows between the corners of a rectangle, or those that a band touches."""
        banding = self.state() == QAbstractItemView.State.DragSelectingState
        one, other = (self.plan.at(at + self.offset) for at in (rect.topLeft(), rect.bottomRight()))
        if banding or one < 0 or other < 0:
            return self.plan.within(rect.normalized().translated(self.offset))
        return range(min(one, other), max(one, other) + 1)

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return where chosen rows stand in the viewport."""
        region = QRegion()
        for index in selection.indexes():
            region += QRegion(self.around(self.visualRect(index)))
        return region

    def around(self, rect: QRect) -> QRect:
        """Return a rectangle with the room that rings and badges take around it."""
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

    @override
    def minimumSizeHint(self) -> QSize:
        """Return that any width will do."""
        return QSize(self._look.px(160), self._look.px(60))
