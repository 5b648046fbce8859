"""Dropping between and on slides: where it would go, the marker that shows it, scrolling there.

In: drag events. Out: drops, and words for the pill. Must not know: what a drop does.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
)
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from briefer.ui.paint import box, dot
from briefer.ui.storyboard.dropping import copies
from briefer.ui.storyboard.rows import Drop
from briefer.ui.storyboard.slides import SlidesView

_BAR, _DOT = 3.0, 4.5
"""Width of the marker's bar and radius of its dot, in px (design page "app", section 3.5)."""


class DropSlidesView(SlidesView):
    """Slides that can be dropped on."""

    hinted = Signal(str)
    """What letting go would do, while something is dragged over the slides; "" when it left."""

    _place: Drop | None = None
    _pointed = -1

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take records and slides."""
        if self._model.drops.takes(event.mimeData()):
            self.setState(QAbstractItemView.State.DraggingState)
            event.acceptProposedAction()
        else:
            event.ignore()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where letting go would put it; scroll near the edges."""
        super().dragMoveEvent(event)
        data, drops = event.mimeData(), self._model.drops
        if not drops.takes(data):
            event.ignore()
            return
        copy = copies(event.modifiers())
        place = self.place_at(event.position().toPoint(), records=drops.onto_slides(data))
        self.show_place(place, drops.hint(data, place, self._model.rows, copy=copy))
        event.setDropAction(Qt.DropAction.CopyAction if copy else event.proposedAction())
        event.accept()

    def show_place(self, place: Drop, hint: str) -> None:
        """Mark where something would be dropped, and say it."""
        self._place = place
        self.hinted.emit(hint)
        self.viewport().update()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the marker away: the drag left, or Escape ended it."""
        super().dragLeaveEvent(event)
        self._leave()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Move or add."""
        data, drops = event.mimeData(), self._model.drops
        place = self.place_at(event.position().toPoint(), records=drops.onto_slides(data))
        self._stop_scrolling()
        self.setState(QAbstractItemView.State.NoState)
        self._leave()
        if drops.drop(data, place, copy=copies(event.modifiers())):
            event.setDropAction(Qt.DropAction.CopyAction)  # nothing is left to take away
            event.accept()

    def _stop_scrolling(self) -> None:
        """Scroll no further: the drag is over."""
        self.setAutoScroll(False)
        self.setAutoScroll(True)

    def place_at(self, at: QPoint, *, records: bool) -> Drop:
        """Return where a drop at a point goes: on a slide's middle (records only), or beside it."""
        row = self._pointed = self.plan.nearest(at + self.offset)
        if row < 0:
            return Drop(0)
        item, picture = self._model.rows[row], self.picture(row)
        if records and item.card is not None:
            quarter = picture.width() // 4
            if picture.left() + quarter <= at.x() <= picture.right() - quarter:
                return Drop(item.at, on=item.card)
        behind = item.card is not None and at.x() > picture.center().x()
        return Drop(item.at + 1 if behind else item.at, item.home)

    def _leave(self) -> None:
        self._place = None
        self.hinted.emit("")
        self.viewport().update()

    # Painting

    def paint_marker(self, painter: QPainter) -> None:
        """Paint a bar with a dot between slides, or a ring round what takes the drop."""
        place, look = self._place, self._look
        if place is None:
            return
        ringed = self._ringed(place)
        if ringed >= 0:
            around = QRectF(self.picture(ringed)).adjusted(-4, -4, 4, 4)
            box(painter, around, look.px(7), line=look.color("accent"), width=2.5)
            return
        at = self._marker(place)
        area = QRectF(at.x() - _BAR / 2, at.y() - 4, _BAR, self.slides.metrics.height + 8)
        painter.fillRect(area, look.color("accent"))
        dot(painter, QPointF(at.x(), area.top()), _DOT, look.color("accent"))

    def _ringed(self, place: Drop) -> int:
        """Return the row of the slide that takes a record, or of a section that waits; or -1."""
        for number, row in enumerate(self._model.rows):
            waits = row.page is None and (row.at, row.section) == (place.at, place.section)
            if waits if place.on is None else row.card == place.on:
                return number
        return -1

    def _marker(self, place: Drop) -> QPointF:
        """Return the top of the bar: behind the slide before, or before the one pointed at."""
        half = self.slides.metrics.gap / 2
        rows = self._model.rows
        here = [
            n
            for n, row in enumerate(rows)
            if row.page is not None and (place.section is None or row.section == place.section)
        ]
        before = [n for n in here if rows[n].card == place.at - 1]
        behind = [n for n in here if rows[n].at == place.at]
        if behind and (not before or self._pointed == behind[0]):
            picture = self.picture(behind[0])
            return QPointF(picture.left() - half, picture.top())
        last = before or list(range(len(rows)))
        if not last:
            return QPointF(self.slides.metrics.left, self.slides.metrics.label)
        picture = self.picture(last[-1])
        return QPointF(picture.right() + half, picture.top())
