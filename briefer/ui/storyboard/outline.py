"""Dropping on the outline: where it would go, and the marker that shows it.

In: drag events. Out: drops, and words for the pill. Must not know: what a drop does.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from briefer.ui.paint import box, dot, painting
from briefer.ui.storyboard.dropping import copies
from briefer.ui.storyboard.outline_model import OutlineModel
from briefer.ui.storyboard.outline_tree import OutlineTree
from briefer.ui.storyboard.rows import Drop
from briefer.ui.theme import Look
from briefer.ui.thumbnails import Thumbnails


class OutlineView(OutlineTree):
    """The outline with places to drop on."""

    hinted = Signal(str)
    """What letting go would do, while something is dragged over the rows; "" when it left."""

    def __init__(self, look: Look, model: OutlineModel, thumbnails: Thumbnails) -> None:
        super().__init__(look, model, thumbnails)
        self._place: Drop | None = None
        self._marked = QRect()

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
        place = self.place_at(event.position().toPoint(), records=drops.onto_slides(data))
        copy = copies(event.modifiers())
        self._place = place
        self.hinted.emit(drops.hint(data, place, self._model.strip, copy=copy))
        self.viewport().update()
        event.setDropAction(Qt.DropAction.CopyAction if copy else event.proposedAction())
        event.accept()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the marker away."""
        super().dragLeaveEvent(event)
        self._leave()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Move or add."""
        data, drops = event.mimeData(), self._model.drops
        place = self.place_at(event.position().toPoint(), records=drops.onto_slides(data))
        self.setState(QAbstractItemView.State.NoState)
        self._leave()
        if drops.drop(data, place, copy=copies(event.modifiers())):
            event.setDropAction(Qt.DropAction.CopyAction)  # nothing is left to take away
            event.accept()

    def place_at(self, at: QPoint, *, records: bool) -> Drop:
        """Return where a drop at a point goes, and mark it: on a slide (records only) or between.

        On a section's row it is that section's beginning; below all rows the end.
        """
        index = self.indexAt(QPoint(self.viewport().width() // 2, at.y()))
        chapter = self._model.chapter(index)
        if chapter is None:
            return self._place_at_end()
        home = chapter.number if chapter.number >= 0 else None
        entry, rect = self._model.entry(index), self.visualRect(index)
        if entry is None or entry.card is None:
            self._mark(rect, below=entry is None)
            return Drop(chapter.at, home)
        above = at.y() < rect.top() + rect.height() // (4 if records else 2)
        inside = not above and at.y() <= rect.bottom() - rect.height() // 4
        if records and inside and not self._model.is_line(index):
            self._marked = rect
            return Drop(entry.at, on=entry.card)
        if self._model.is_line(index):
            above = False
            rect = self._last_line(index.parent())
        self._mark(rect, below=not above)
        return Drop(entry.at if above else entry.at + 1, home)

    def _last_line(self, slide: QModelIndex) -> QRect:
        """Return the rectangle of the last line of a slide, or its own where it is folded."""
        count = self._model.rowCount(slide)
        shown = count and self.isExpanded(slide)
        return self.visualRect(self._model.index(count - 1, 0, slide) if shown else slide)

    def _place_at_end(self) -> Drop:
        own = [chapter for chapter in self._model.chapters if chapter.number >= 0]
        if not own:
            return Drop(0)
        self._mark(QRect(0, self.viewport().height() - 2, self.viewport().width(), 0), below=True)
        cards = {entry.card for entry in own[-1].entries}
        return Drop(own[-1].at + len(cards), own[-1].number)

    def _mark(self, rect: QRect, *, below: bool) -> None:
        y = rect.bottom() + 1 if below else rect.top()
        self._marked = QRect(rect.left(), y, self.viewport().width() - rect.left(), 0)

    def _leave(self) -> None:
        self._place = None
        self.hinted.emit("")
        self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, then the marker over them."""
        super().paintEvent(event)
        if self._place is None:
            return
        look = self._look
        with painting(self.viewport()) as painter:
            if self._place.on is not None:
                area = QRectF(self._marked).adjusted(0, 1, -look.px(4), -1)
                box(painter, area, look.px(6), line=look.color("accent"), width=2.5)
                return
            left, y = self._marked.left() + 5, self._marked.top()
            painter.fillRect(
                QRectF(left, y - 1.5, self._marked.width() - 12, 3), look.color("accent")
            )
            dot(painter, QPointF(left, y), 4.5, look.color("accent"))
