"""The outline: sections, slides and their lines as a tree; titles are changed in place.

In: the outline's model. Out: signals. Must not know: what can be dropped, which `OutlineView` does.
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
    QPalette,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QTreeView
from typing_extensions import override

from briefer.ui.storyboard.chip import slides_chip
from briefer.ui.storyboard.outline_delegate import OutlineDelegate
from briefer.ui.storyboard.outline_model import OutlineModel
from briefer.ui.theme import Look, Styled
from briefer.ui.thumbnails import Thumbnails
from briefer.ui.widgets.ringed import KEYBOARD_REASONS

Index = QModelIndex | QPersistentModelIndex
_UNFOLDED = 60
"""A briefing of more slides than these is a list of titles at first."""


class OutlineTree(QTreeView, Styled):
    """The tree; Left and Right fold, F2 and Enter rename, Alt with arrows moves."""

    settled = Signal()
    stepped = Signal(int)
    """Alt Up (-1) or Alt Down (1): what is chosen is to be moved."""

    def __init__(self, look: Look, model: OutlineModel, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._look = look
        self._model = model
        self._thumbnails = thumbnails
        self._fresh = False
        self._opened: dict[tuple[int, str], bool] = {}
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
        self.expanded.connect(lambda index: self._keep_opened(index, on=True))
        self.collapsed.connect(lambda index: self._keep_opened(index, on=False))
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take lengths from the look."""
        self.setIndentation(self._look.px(22))
        palette = self.palette()  # Qt would fill the place of the arrows of chosen rows
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.verticalScrollBar().setSingleStep(self._look.px(40))
        self.scheduleDelayedItemsLayout()

    # Folding

    def _key(self, index: Index) -> tuple[int, str]:
        chapter, entry = self._model.chapter(index), self._model.entry(index)
        return (chapter.number if chapter else -1, entry.page.title if entry else "")

    def _keep_opened(self, index: Index, *, on: bool) -> None:
        self._opened[self._key(index)] = on

    def _unfold(self) -> None:
        """Open and fold rows as the user did, slides of a long briefing folded at first."""
        count = sum(len(chapter.entries) for chapter in self._model.chapters)
        own, short = dict(self._opened), count <= _UNFOLDED
        self.blockSignals(True)
        for number, chapter in enumerate(self._model.chapters):
            top = self._model.index(number, 0)
            self.setExpanded(top, own.get((chapter.number, ""), True))
            for row, entry in enumerate(chapter.entries):
                if own.get((chapter.number, entry.page.title), short):
                    self.expand(self._model.index(row, 0, top))
        self.blockSignals(False)

    # Choosing

    def chosen(self) -> tuple[list[int], int | None]:
        """Return the cards of the chosen rows, or else the section of one that is chosen."""
        indexes = self.selectedIndexes()
        entries = [entry for index in indexes if (entry := self._model.entry(index))]
        if entries or not indexes:
            return sorted({entry.card for entry in entries if entry.card is not None}), None
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
            indexes = self._model.of_card(*(cards or (spot,)))
        selection, flags = QItemSelection(), QItemSelectionModel.SelectionFlag
        for index in indexes:
            selection.select(index, index)
        self.selectionModel().select(selection, flags.ClearAndSelect)
        here = [*self._model.of_card(spot), *indexes] if section is None else indexes
        if here:
            current = here[0] if here[0] in indexes else indexes[0] if indexes else here[0]
            self.selectionModel().setCurrentIndex(current, flags.NoUpdate)
            inside = self.viewport().rect().contains(self.visualRect(current).center())
            hints = QAbstractItemView.ScrollHint
            self.scrollTo(current, hints.EnsureVisible if inside else hints.PositionAtCenter)

    def rename(self) -> None:
        """Change the title of the current row in place, or go on with one that is being changed.

        A field stays open without the keyboard where a dialog came over it.
        """
        fields = [field for field in self.findChildren(QLineEdit) if field.isVisible()]
        if fields:
            fields[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
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

    # Coming into view

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the current row in the middle, once the size is known."""
        super().showEvent(event)
        self._fresh = True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current row in the middle until the rows were seen."""
        super().resizeEvent(event)
        if self._fresh:
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows; from now on they stay where they are."""
        self._fresh = False
        super().paintEvent(event)

    # Keys and mouse

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rename with Enter, move with Alt and the arrows up and down."""
        if self.state() == QAbstractItemView.State.EditingState:
            return  # the field lets Enter through, of which it has made use
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
