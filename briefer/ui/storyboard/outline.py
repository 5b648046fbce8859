"""The outline: sections, slides and their lines as a tree; titles are changed in place.

In: the outline's model. Out: signals; drops go to the model's `drops`. Must not know: pictures.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTreeView
from typing_extensions import override

from briefer.ui.paint import box, dot, painting
from briefer.ui.storyboard.chip import slides_chip
from briefer.ui.storyboard.dropping import copies
from briefer.ui.storyboard.outline_delegate import OutlineDelegate
from briefer.ui.storyboard.outline_model import OutlineModel
from briefer.ui.storyboard.rows import Drop
from briefer.ui.theme import Look, Styled
from briefer.ui.thumbnails import Thumbnails
from briefer.ui.widgets.ringed import KEYBOARD_REASONS

Index = QModelIndex | QPersistentModelIndex


class OutlineView(QTreeView, Styled):
    """The tree; Left and Right fold, F2 and Enter rename, Alt with arrows moves."""

    hinted = Signal(str)
    settled = Signal()
    stepped = Signal(int)
    """Alt Up (-1) or Alt Down (1): what is chosen is to be moved."""

    def __init__(self, look: Look, model: OutlineModel, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._look = look
        self._model = model
        self._thumbnails = thumbnails
        self._folded: set[tuple[int, str]] = set()
        self._place: Drop | None = None
        self._marked = QRect()
        self.setModel(model)
        self.rows = OutlineDelegate(look, self)
        self.setItemDelegate(self.rows)
        self.setAccessibleName("Outline")
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.viewport().setAutoFillBackground(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        model.modelReset.connect(self._unfold)
        self.expanded.connect(lambda index: self._folded.discard(self._key(index)))
        self.collapsed.connect(lambda index: self._folded.add(self._key(index)))
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take lengths from the look."""
        self.setIndentation(self._look.px(22))
        self.verticalScrollBar().setSingleStep(self._look.px(40))
        self.scheduleDelayedItemsLayout()

    # Folding

    def _key(self, index: Index) -> tuple[int, str]:
        chapter, entry = self._model.chapter(index), self._model.entry(index)
        return (chapter.number if chapter else -1, entry.page.title if entry else "")

    def _unfold(self) -> None:
        """Open all rows but those the user folded."""
        folded = set(self._folded)
        self.blockSignals(True)
        self.expandAll()
        for number in range(self._model.rowCount()):
            top = self._model.index(number, 0)
            slides = (self._model.index(row, 0, top) for row in range(self._model.rowCount(top)))
            for index in (top, *slides):
                if self._key(index) in folded:
                    self.collapse(index)
        self.blockSignals(False)

    # Choosing

    def chosen(self) -> tuple[list[int], int | None]:
        """Return the cards of the chosen rows, or else the section of one that is chosen."""
        indexes = self.selectedIndexes()
        entries = [entry for index in indexes if (entry := self._model.entry(index))]
        if entries or not indexes:
            return [entry.card for entry in entries if entry.card is not None], None
        chapter = self._model.chapter(indexes[-1])
        return [], chapter.number if chapter and chapter.number >= 0 else None

    def show_chosen(self, cards: tuple[int, ...], section: int | None, spot: int | None) -> None:
        """Choose the rows of cards, or of a section; `spot` is the card looked at."""
        told = self.chosen()
        if told == (list(cards), section) and (cards or section is not None):
            return
        if section is not None:
            indexes = [self._model.index(section, 0)]
        else:
            wanted: tuple[int | None, ...] = cards or (spot,)
            indexes = [index for card in wanted for index in self._model.of_card(card)]
        selection, flags = QItemSelection(), QItemSelectionModel.SelectionFlag
        for index in indexes:
            selection.select(index, index)
        self.selectionModel().select(selection, flags.ClearAndSelect)
        here = [*self._model.of_card(spot), *indexes] if section is None else indexes
        if here:
            current = here[0] if here[0] in indexes else indexes[0] if indexes else here[0]
            self.selectionModel().setCurrentIndex(current, flags.NoUpdate)
            self.scrollTo(current)

    def rename(self) -> None:
        """Change the title of the current row in place."""
        index = self.currentIndex()
        if self._model.is_line(index):
            index = index.parent()
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.scrollTo(index)
            self.edit(index)

    def index_at_menu(self, at: QPoint) -> QModelIndex:
        """Return the row a menu was asked for, or the current one for the keyboard's menu key."""
        index = self.indexAt(at)
        return index if index.isValid() else self.currentIndex()

    # Keys and mouse

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rename with Enter, move with Alt and the arrows up and down."""
        self.rows.keyboard = True
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.rename()
        elif alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do nothing: single letters choose nothing here."""

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the keyboard brought the focus."""
        self.rows.keyboard = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a row."""
        self.rows.keyboard = False
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose again what was chosen after a click beside all rows."""
        super().mouseReleaseEvent(event)
        self.settled.emit()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Rename in place."""
        super().mouseDoubleClickEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self.rename()

    # Dragging

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        """Drag the chosen slides."""
        entries = [e for index in self.selectedIndexes() if (e := self._model.entry(index))]
        cards = sorted({entry.card for entry in entries if entry.card is not None})
        if not cards:
            return
        drag = QDrag(self)
        drag.setMimeData(self._model.drops.data(cards))
        picture = self._thumbnails.latest(entries[0].page)
        drag.setPixmap(slides_chip(self._look, picture, len(cards), dpr=self.devicePixelRatioF()))
        drag.setHotSpot(QPoint(-10, -10))
        actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
        drag.exec(actions, Qt.DropAction.MoveAction)

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
        self.hinted.emit(drops.hint(data, place, (), copy=copy))
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

    # Painting

    @override
    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Paint the arrow of a row that can be folded."""
        if not self._model.rowCount(index):
            return
        look, side = self._look, self._look.px(14)
        icon = "chevron-down" if self.isExpanded(index) else "chevron-right"
        picture = look.icon(icon, "text3", 14, dpr=self.devicePixelRatioF())
        x = rect.right() - self.indentation() / 2 - side / 2
        painter.drawPixmap(QPointF(x, rect.center().y() - side / 2 + 1), picture)

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
