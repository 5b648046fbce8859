"""The plane of the timeline: a list whose rows lie along an axis, in lanes; scroll and zoom.

In: a model and the look. Out: where every row is seen, which days are, what is selected. A list,
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
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView
from typing_extensions import override

from briefer.records import Record
from briefer.ui.theme import Look, Styled
from briefer.ui.timeline.arrange import Arrangement, Place
from briefer.ui.timeline.axis import Axis, axis_of, busiest
from briefer.ui.timeline.ends import Ends
from briefer.ui.timeline.model import TimelineModel
from briefer.ui.timeline.painting import sizes_of

LANE_WIDTH = 134
"""Px of the column with the lanes' names."""
_MONTH = 89 / 30.4
"""Px a day at first: cards of neighbouring months stand almost side by side."""
_MOST = 60.0
_STEP = 1.25
Flag = QItemSelectionModel.SelectionFlag
Index = QModelIndex | QPersistentModelIndex


class TimelinePlane(QListView, Styled):
    """Rows along an axis; a record that stands in several lanes is selected in all of them."""

    viewed = Signal()
    """Other days are seen, or others may be, because the canvas was zoomed or filled anew."""
    chosen_changed = Signal()

    def __init__(self, look: Look, model: TimelineModel) -> None:
        super().__init__()
        self.look = look
        self._timeline = model
        self._scale = _MONTH
        self._text_scale = look.scale
        self._syncing = False
        self._chosen: list[Record] | None = None
        self._ends = Ends()
        self._at_home: tuple[float, int] | None = None
        self.arrangement = Arrangement([], Axis(1, 2, 1.0), sizes_of(look))
        self.setModel(model)
        self.setAccessibleName("Timeline")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setAutoScroll(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.viewed.emit())
        model.modelReset.connect(self._forget_chosen)
        self.selectionModel().selectionChanged.connect(self._sync)
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen_changed.emit())

    @override
    def restyle(self) -> None:
        """Arrange anew at the text size, with the same days in view."""
        ratio, self._text_scale = self.look.scale / self._text_scale, self.look.scale
        self.verticalScrollBar().setSingleStep(self.look.px(40))
        self.horizontalScrollBar().setSingleStep(self.look.px(40))
        self._set_scale(self._scale * ratio, self.lane_width)

    # What is shown

    @property
    def lane_width(self) -> int:
        """How wide the column with the lanes' names is."""
        return self.look.px(LANE_WIDTH)

    @property
    def axis(self) -> Axis:
        """The axis at the scale that is shown."""
        return self.arrangement.axis

    def fill(self, *, home: bool) -> None:
        """Lay out what the model has; `home` shows the busiest days, else the days seen stay."""
        marks = [entry.mark for entry in self._timeline.entries()]
        self._ends = Ends(marks)
        seen = self.axis.day(self.horizontalScrollBar().value())
        self._arrange(axis_of(marks, self._scale))
        if home:
            self.go_home()
        else:
            self.horizontalScrollBar().setValue(round(self.axis.x(seen)))
            self.viewed.emit()

    def _arrange(self, axis: Axis) -> None:
        lanes = [[entry.mark for entry in lane.entries] for lane in self._timeline.lanes]
        self.arrangement = Arrangement(lanes, axis, sizes_of(self.look))
        self.updateGeometries()
        self.viewport().update()

    def go_home(self) -> None:
        """Show the busiest days at the scale of the beginning."""
        self._scale = self.look.px(_MONTH * 100) / 100
        self._arrange(self.axis.at_scale(self._scale))
        marks = [entry.mark for entry in self._timeline.entries()]
        self.show_day(busiest(marks, self._room() / self._scale))
        self.verticalScrollBar().setValue(0)
        self._at_home = (self._scale, self.horizontalScrollBar().value())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the scroll bars; show the busiest days where they were shown before."""
        super().resizeEvent(event)
        self.updateGeometries()
        if self._at_home == (self._scale, self.horizontalScrollBar().value()):
            self.go_home()
        self.viewed.emit()

    def show_day(self, day: float) -> None:
        """Scroll so that a day is the first that is seen."""
        self.horizontalScrollBar().setValue(round(self.axis.x(day)))
        self.viewed.emit()

    def days_seen(self) -> tuple[float, float]:
        """Return the days at both ends of what is seen."""
        left = self.horizontalScrollBar().value()
        return self.axis.day(left), self.axis.day(left + self._room())

    def ends(self) -> tuple[int, int]:
        """Return how many records end before what is seen, and how many begin after it."""
        first, last = self.days_seen()
        return self._ends.earlier(first), self._ends.later(last)

    def step_out(self, by: int) -> None:
        """Scroll to the nearest date before or after what is seen."""
        first, last = self.days_seen()
        day = self._ends.before(first) if by < 0 else self._ends.after(last)
        if day is not None:
            self.show_day(day - self.look.px(24) / self._scale)

    # Zoom

    def zoom(self, steps: float, at: float | None = None) -> None:
        """Zoom in, or with negative steps out, around a place of the viewport."""
        middle = self.lane_width + self._room() / 2
        self._set_scale(self._scale * _STEP**steps, middle if at is None else at)

    def fit(self) -> None:
        """Show all days at once."""
        self._set_scale(0.0, self.lane_width)
        self.horizontalScrollBar().setValue(0)

    def show_days(self, first: float, last: float) -> None:
        """Show the days from one to another."""
        self._set_scale(self._room() / max(1.0, last - first), self.lane_width)
        self.show_day(first)

    def _set_scale(self, scale: float, at: float) -> None:
        x = at - self.lane_width
        day = self.axis.day(self.horizontalScrollBar().value() + x)
        days = self.axis.stop - self.axis.start
        room = self._room() - self.arrangement.sizes.card_width
        least = min(_MONTH, max(1.0, room) / max(1, days))
        self._scale = max(least, min(_MOST, scale))
        self._arrange(self.axis.at_scale(self._scale))
        self.horizontalScrollBar().setValue(round(self.axis.x(day) - x))
        self.viewed.emit()

    def _room(self) -> float:
        return max(1.0, self.viewport().width() - self.lane_width)

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
        """Select rows."""
        selection = QItemSelection()
        for row in rows:
            index = self._timeline.index(row)
            selection.select(index, index)
        self.selectionModel().select(selection, flag)

    def _forget_chosen(self) -> None:
        self._chosen = None

    def _sync(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Select a record in all its lanes, or in none."""
        if self._syncing:
            return
        self._syncing = True
        self._chosen = None
        for change, flag in ((deselected, Flag.Deselect), (selected, Flag.Select)):
            rows = {index.row() for index in change.indexes()}
            twins = {
                row
                for one in rows
                for row in self._timeline.rows_of(self._timeline.entry(one).record.id)
            }
            if twins - rows:
                self.choose(sorted(twins - rows), flag)
        self._syncing = False
        self._chosen = None
        self.viewport().update()
        self.chosen_changed.emit()

    # The geometry of the list

    @override
    def doItemsLayout(self) -> None:
        """Take the places from the arrangement."""
        self.updateGeometries()

    @override
    def updateGeometries(self) -> None:
        """Set the scroll bars."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        room = round(self._room())
        across.setPageStep(room)
        across.setRange(0, max(0, round(self.arrangement.width + self.look.px(12)) - room))
        down.setPageStep(self.viewport().height())
        down.setRange(0, max(0, round(self.arrangement.height) - self.viewport().height()))

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
