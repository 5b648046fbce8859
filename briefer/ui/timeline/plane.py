"""The plane of the timeline: a list whose rows lie along an axis, in lanes.

In: a model and the look. Out: where every row is seen, what is selected. A list,
not a graphics scene, so that assistive programs read every entry. Must not know: keys, painting.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QRegion,
)
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from briefer.records import Record
from briefer.ui.theme import Look
from briefer.ui.timeline.arrange import Place
from briefer.ui.timeline.days_view import DaysView
from briefer.ui.timeline.model import TimelineModel

Flag = QItemSelectionModel.SelectionFlag
Index = QModelIndex | QPersistentModelIndex


class TimelinePlane(DaysView):
    """Rows along an axis; a record that stands in several lanes is selected in all of them."""

    chosen_changed = Signal()

    def __init__(self, look: Look, model: TimelineModel) -> None:
        super().__init__(look, model)
        self._chosen: list[Record] | None = None
        self.setAccessibleName("Timeline")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        model.modelReset.connect(self._forget_chosen)
        self.selectionModel().selectionChanged.connect(lambda *_: self._tell_chosen())
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen_changed.emit())

    # What is selected

    def chosen(self) -> list[Record]:
        """Return the selected records, each once, in order of date."""
        if self._chosen is None:
            rows = [index.row() for index in self.selectedIndexes()]
            self._chosen = self._timeline.records(rows)
        return self._chosen

    def current(self) -> Record | None:
        """Return the record that the keyboard is on."""
        index = self.currentIndex()
        return self._timeline.entry(index.row()).record if index.isValid() else None

    def keep_current(self, row: int) -> None:
        """Put the keyboard on a row without scrolling or selecting."""
        self.selectionModel().setCurrentIndex(self._timeline.index(row), Flag.NoUpdate)

    def choose(self, rows: Iterable[int], flag: Flag = Flag.ClearAndSelect) -> None:
        """Select rows, or what else the flag says, each record in all its lanes."""
        timeline = self._timeline
        refs = dict.fromkeys(timeline.entry(row).record.id for row in rows)
        selection = QItemSelection()
        for row in sorted(twin for ref in refs for twin in timeline.rows_of(ref)):
            index = self._timeline.index(row)
            selection.select(index, index)
        self.selectionModel().select(selection, flag)

    def _forget_chosen(self) -> None:
        self._chosen = None

    def _tell_chosen(self) -> None:
        self._chosen = None
        self.viewport().update()
        self.chosen_changed.emit()

    # The geometry of the list

    @override
    def doItemsLayout(self) -> None:
        """Take the places from the arrangement."""
        self.updateGeometries()

    @override
    def horizontalOffset(self) -> int:
        """Return how far the canvas is scrolled to the right."""
        return self.horizontalScrollBar().value()

    @override
    def verticalOffset(self) -> int:
        """Return how far the canvas is scrolled down."""
        return self.verticalScrollBar().value()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint anew: the lanes' names stay at the left."""
        self.viewport().update()

    @override
    def visualRect(self, index: Index) -> QRect:
        """Return where a row is seen."""
        if not index.isValid() or index.row() >= len(self.arrangement.places):
            return QRect()
        return self._on_screen(self.arrangement.places[index.row()]).toAlignedRect()

    @override
    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row at a point."""
        if point.x() < self.lane_width:
            return QModelIndex()
        x, y = self._to_canvas(point)
        found = list(self.arrangement.within(x, y, x, y))
        return self._timeline.index(found[-1].row) if found else QModelIndex()

    @override
    def setSelection(self, rect: QRect, command: Flag) -> None:
        """Select what a rectangle of the viewport touches."""
        self.choose([place.row for place in self._places_in(rect)], command)

    @override
    def moveCursor(
        self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Return the first row that is seen: where the keyboard begins."""
        return self._timeline.index(self.first_seen())

    def first_seen(self) -> int:
        """Return the first row that is seen, a card before a band."""
        area = self.viewport().rect().adjusted(self.lane_width, 0, 0, 0)
        found = self._places_in(area)
        order = sorted(found, key=lambda place: (place.lane, place.band, place.start, place.row))
        return order[0].row if order else 0

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return that all may have changed."""
        return QRegion(self.viewport().rect())

    @override
    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row into view, of a long band its near end."""
        if not index.isValid() or index.row() >= len(self.arrangement.places):
            return
        rect, pad = self.visualRect(index), self.look.px(12)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        left, right = self.lane_width + pad, self.viewport().width() - pad
        if rect.width() <= right - left or rect.right() < left or rect.left() > right:
            if rect.left() < left:
                across.setValue(across.value() + rect.left() - left)
            elif rect.right() > right:
                across.setValue(across.value() + min(rect.right() - right, rect.left() - left))
        if rect.top() < pad:
            down.setValue(down.value() + rect.top() - pad)
        elif rect.bottom() > self.viewport().height() - pad:
            down.setValue(down.value() + rect.bottom() - self.viewport().height() + pad)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the room below which nothing can be read."""
        return QSize(self.look.px(320), self.look.px(80))

    def _on_screen(self, place: Place) -> QRectF:
        left = self.lane_width + place.left - self.horizontalOffset()
        top = place.top - self.verticalOffset()
        return QRectF(left, top, place.right - place.left, place.height)

    def _to_canvas(self, point: QPoint) -> tuple[float, float]:
        x = point.x() - self.lane_width + self.horizontalOffset()
        return float(x), float(point.y() + self.verticalOffset())

    def _places_in(self, rect: QRect) -> list[Place]:
        left, top = self._to_canvas(rect.topLeft())
        right, bottom = self._to_canvas(rect.bottomRight())
        return list(self.arrangement.within(left, top, right, bottom))
