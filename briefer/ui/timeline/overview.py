"""The row under the canvas: all dates at once, with a brush over the days that are seen.

In: the canvas and its marks. Out: drags of the brush scroll and zoom the canvas. What it does can
be done with the keys of the canvas too, so it takes no focus; only its buttons do.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from briefer.ui.paint import box, painting, text, text_width
from briefer.ui.theme import Look, Styled
from briefer.ui.timeline.axis import Stretch, overview_day, overview_x, stretches
from briefer.ui.timeline.plane import TimelinePlane
from briefer.ui.timeline.reading import Entry
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.surface import Surface

_HEIGHT = 48
_GAP = 26
_GRIP = 6
_ROWS = 4
Hold = Literal["", "first", "last", "all"]


class Overview(Surface, Styled):
    """All dates, the brush, and buttons to zoom."""

    undated_wanted = Signal()

    def __init__(self, look: Look, plane: TimelinePlane) -> None:
        super().__init__(look, "panel", edges="t")
        self._plane = plane
        self._entries: Sequence[Entry] = ()
        self._years: Mapping[int, int] = {}
        self._stretches: tuple[Stretch, ...] = ()
        self._picture: tuple[object, QPixmap] | None = None
        self._hold: Hold = ""
        self._grabbed = (0.0, 0.0, 0.0)
        self.setAccessibleName("All dates")
        self.undated = Button(look, "", icon="calendar-off", weight="quiet", name="Undated")
        self.zoom_out = Button(look, icon="zoom-out", weight="secondary", name="Zoom out (-)")
        self.zoom_in = Button(look, icon="zoom-in", weight="secondary", name="Zoom in (+)")
        self.fit = Button(look, icon="arrows-maximize", weight="secondary", name="All dates")
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        for button in (self.undated, self.zoom_out, self.zoom_in, self.fit):
            self._row.addWidget(button)
        self.undated.clicked.connect(self.undated_wanted)
        self.zoom_out.clicked.connect(lambda: plane.zoom(-1))
        self.zoom_in.clicked.connect(lambda: plane.zoom(1))
        self.fit.clicked.connect(plane.fit)
        plane.viewed.connect(self.update)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take the height from the look."""
        px = self.look.px
        self._picture = None
        self._row.setContentsMargins(px(12), px(6), px(12), px(6))
        self._row.setSpacing(px(6))
        self.setFixedHeight(px(_HEIGHT))

    def show_entries(
        self, entries: Sequence[Entry], years: Mapping[int, int], undated: int
    ) -> None:
        """Show other dates, of so many in each year, and how many records have none."""
        self._entries, self._years = entries, years
        self._picture = None
        self.undated.set_words(f"{undated:,} undated", name=f"{undated:,} undated, show in list")
        self.undated.setVisible(undated > 0)
        self.update()

    # Mouse

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the brush, or bring it to the pointer."""
        x, grip = event.position().x(), self.look.px(_GRIP)
        first, last = self._brush()
        if abs(x - first) <= grip:
            self._hold = "first"
        elif abs(x - last) <= grip:
            self._hold = "last"
        else:
            self._hold = "all"
            if not first < x < last:
                days = self._plane.days_seen()
                self._plane.show_day(self._day(x) - (days[1] - days[0]) / 2)
        self._grabbed = (x, *self._brush())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the brush or one of its ends."""
        by, first, last = event.position().x() - self._grabbed[0], *self._grabbed[1:]
        if self._hold == "all":
            self._plane.show_day(self._day(first + by))
        elif self._hold == "first" and first + by < last - self.look.px(_GRIP):
            self._plane.show_days(self._day(first + by), self._plane.days_seen()[1])
        elif self._hold == "last" and last + by > first + self.look.px(_GRIP):
            self._plane.show_days(self._plane.days_seen()[0], self._day(last + by))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the brush."""
        self._hold = ""

    # Geometry

    def _area(self) -> QRectF:
        """Return where dates are drawn."""
        px = self.look.px
        buttons = (self.undated, self.zoom_out)
        right = min(button.x() for button in buttons if not button.isHidden()) - px(16)
        left = self._plane.lane_width + px(10)
        return QRectF(left, px(4), max(1.0, right - left), self.height() - px(8))

    def _brush(self) -> tuple[float, float]:
        area = self._area()
        first, last = self._plane.days_seen()
        left = area.left() + overview_x(self._stretches, first)
        right = area.left() + overview_x(self._stretches, last)
        return left, max(right, left + self.look.px(2 * _GRIP + 2))

    def _day(self, x: float) -> float:
        return overview_day(self._stretches, x - self._area().left())

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dates, then the brush over them."""
        super().paintEvent(event)
        look, px, area = self.look, self.look.px, self._area()
        with painting(self) as painter:
            heading = QRectF(px(12), 0, self._plane.lane_width - px(20), self.height())
            text(painter, heading, "All dates", look.font("meta_strong"), look.color("text"))
            if area.width() < px(80) or not self._entries:
                return
            painter.drawPixmap(area.topLeft(), self._dates(area))
            left, right = self._brush()
            brush = QRectF(left, area.top(), right - left, area.height())
            fill = look.color("accent")
            line = look.color("accent")
            veil = type(fill)(fill)
            veil.setAlpha(30)
            box(painter, brush, px(4), fill=veil, line=line, width=1.5)
            for x in (left, right):
                grip = QRectF(x - px(2), brush.center().y() - px(7), px(4), px(14))
                box(painter, grip, px(2), fill=fill)

    def _dates(self, area: QRectF) -> QPixmap:
        """Return the dates as a picture, which is kept until something of it changes."""
        key = (area.width(), area.height(), self.look.shown, self.devicePixelRatioF())
        if self._picture is None or self._picture[0] != key:
            gap = self.look.px(_GAP)
            self._stretches = stretches(self._years, area.width(), gap=gap)
            dpr = self.devicePixelRatioF()
            pixmap = QPixmap(round(area.width() * dpr), round(area.height() * dpr))
            pixmap.setDevicePixelRatio(dpr)
            pixmap.fill(Qt.GlobalColor.transparent)
            with painting(pixmap) as painter:
                self._paint_years(painter, area.height(), right=area.width())
                self._paint_dates(painter)
            self._picture = (key, pixmap)
        return self._picture[1]

    def _paint_years(self, painter: QPainter, height: float, *, right: float) -> None:
        look, px = self.look, self.look.px
        font, taken = look.font("micro"), -1.0
        for number, one in enumerate(self._stretches):
            before = self._stretches[number - 1].right if number else one.left
            painter.fillRect(QRectF(one.left, 0, 1, height), look.color("border_strong"))
            if one.left - before > 1:
                middle = (before + one.left) / 2
                painter.setPen(QPen(look.color("text3"), 1.2))
                for shift in (-2.5, 2.5):
                    x = middle + px(shift)
                    painter.drawLine(
                        QPointF(x - px(2), height - 4), QPointF(x + px(2), height - px(13))
                    )
            words = str(datetime.date.fromordinal(one.start).year)
            room = QRectF(one.left + px(4), height - px(17), px(60), px(16))
            width = text_width(words, font)
            end = self._stretches[number + 1].left if number + 1 < len(self._stretches) else right
            free = end if end - one.right <= 1 else (end + one.right) / 2 - px(7)
            if room.left() > taken and room.left() + width < free:
                text(painter, room, words, font, look.color("text2"))
                taken = room.left() + width + px(4)

    def _paint_dates(self, painter: QPainter) -> None:
        """Paint a dash for each date, those of the same days one over the other."""
        look, px = self.look, self.look.px
        piled: dict[int, int] = {}
        spots: dict[int, int] = {}
        wide, high = px(6), px(3)
        for entry in self._entries:
            mark = entry.mark
            day = (mark.start if mark.start is not None else mark.stop) or 0
            spot = spots.get(day)
            if spot is None:
                spot = spots[day] = round(overview_x(self._stretches, float(day)) / wide)
            pile = piled.get(spot, 0)
            piled[spot] = pile + 1
            if pile < _ROWS:
                bar = QRectF(spot * wide, px(2) + pile * (high + px(2)), wide - px(1), high)
                box(painter, bar, px(1.5), fill=look.color(entry.record.type))
