"""A view of days: how many px one is, which are seen, and how that is changed.

In: a model and the look. Out: the arrangement at the scale that is shown. Must not know: where rows
are on the screen, keys, painting.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QResizeEvent,
)
from PySide6.QtWidgets import QListView
from typing_extensions import override

from briefer.ui.theme import Look, Styled
from briefer.ui.timeline.arrange import Arrangement
from briefer.ui.timeline.axis import Axis
from briefer.ui.timeline.laying import Laid, arranged
from briefer.ui.timeline.model import TimelineModel
from briefer.ui.timeline.painting import sizes_of
from briefer.ui.timeline.reading import Lane

LANE_WIDTH = 134
"""Px of the column with the lanes' names."""
_MONTH = 89 / 30.4
"""Px a day at first: cards of neighbouring months stand almost side by side."""
_MOST = 60.0
_STEP = 1.25


class DaysView(QListView, Styled):
    """A list along an axis that scrolls and zooms."""

    viewed = Signal()
    """Other days are seen, or others may be, because the canvas was zoomed or filled anew."""

    def __init__(self, look: Look, model: TimelineModel) -> None:
        super().__init__()
        self.look = look
        self._timeline = model
        self._scale = _MONTH
        self._text_scale = look.scale
        self._ready: Laid | None = None
        self._at_home: tuple[float, int] | None = None
        self.arrangement = Arrangement([], Axis(1, 2, 1.0), sizes_of(look))
        self._arranged: Sequence[Lane] = ()
        self.setModel(model)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setAutoScroll(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setAutoFillBackground(False)
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.viewed.emit())

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

    def scale_for(self, *, home: bool) -> float:
        """Return how many px a day will have when other records are shown."""
        return self.look.px(_MONTH * 100) / 100 if home else self._scale

    def fill(self, laid: Laid, *, home: bool) -> None:
        """Show what the model has now; `home` shows the busiest days, else the days seen stay."""
        self._ready = laid
        seen = self.axis.day(self.horizontalScrollBar().value())
        axis = laid.table.axis.at_scale(self._scale)
        if home:
            self.go_home(axis)
        else:
            self._arrange(axis)
            self.horizontalScrollBar().setValue(round(self.axis.x(seen)))
            self.viewed.emit()

    def _arrange(self, axis: Axis) -> None:
        """Arrange anew, unless all would stand where it stands."""
        lanes, sizes, old = self._timeline.lanes, sizes_of(self.look), self.arrangement
        if lanes is not self._arranged or axis != old.axis or sizes != old.sizes:
            ready = self._ready.arrangement if self._ready else old
            fits = ready.axis == axis and ready.sizes == sizes
            fits = fits and self._ready is not None and self._ready.table.lanes is lanes
            self.arrangement = ready if fits else arranged(lanes, axis, sizes)
            self._arranged = lanes
        self.updateGeometries()
        self.viewport().update()

    def go_home(self, axis: Axis | None = None) -> None:
        """Show the busiest days at the scale of the beginning, where given on another axis."""
        self._scale = self.scale_for(home=True)
        self._arrange((axis or self.axis).at_scale(self._scale))
        self.show_day(self._timeline.table.crowd.busiest(self._room() / self._scale))
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
        return self._timeline.table.ends.earlier(first), self._timeline.table.ends.later(last)

    def step_out(self, by: int) -> None:
        """Scroll to the nearest date before or after what is seen."""
        first, last = self.days_seen()
        ends = self._timeline.table.ends
        day = ends.before(first) if by < 0 else ends.after(last)
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

    @override
    def updateGeometries(self) -> None:
        """Set the scroll bars."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        room = round(self._room())
        across.setPageStep(room)
        across.setRange(0, max(0, round(self.arrangement.width + self.look.px(12)) - room))
        down.setPageStep(self.viewport().height())
        down.setRange(0, max(0, round(self.arrangement.height) - self.viewport().height()))
