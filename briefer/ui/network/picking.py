"""Looking at actors and choosing them, by keys and by mouse (design page "app", section 5).

In: keys, the mouse. Out: which actor is looked at, which are chosen, what is wanted. Must not know:
the store, the session.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    Qt,
    Signal,
)
from PySide6.QtGui import QDrag, QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from briefer.ui.library.view import chip
from briefer.ui.network.camera import STEP
from briefer.ui.network.canvas import Canvas
from briefer.ui.network.geometry import Scene, nearest
from briefer.ui.network.model import NetworkModel
from briefer.ui.theme import Look
from briefer.ui.widgets.ringed import KEYBOARD_REASONS

Index = QModelIndex | QPersistentModelIndex
Flags = QItemSelectionModel.SelectionFlag
_NOTHING_HELD = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
_ARROWS = {
    QAbstractItemView.CursorAction.MoveLeft: (-1, 0),
    QAbstractItemView.CursorAction.MoveRight: (1, 0),
    QAbstractItemView.CursorAction.MoveUp: (0, -1),
    QAbstractItemView.CursorAction.MoveDown: (0, 1),
}


class NetworkCanvas(Canvas):
    """Discs to look at and choose from.

    The choice goes with the actor looked at, until Space or Ctrl click picks actors by hand; Esc
    ends that.
    """

    looked_at = Signal(int)
    """Another actor is looked at, by its row; -1 for none."""
    chosen_changed = Signal()
    add_wanted = Signal(bool)
    """The chosen are to be added; whether to the current slide."""
    neighbours_wanted = Signal()
    path_wanted = Signal()
    left = Signal()
    """The user leaves the network by Esc."""

    _picking = _keyboard = False  # Qt asks for both while the view is being made

    def __init__(self, look: Look, model: NetworkModel) -> None:
        super().__init__(look, model)
        self._pan: QPoint | None = None
        self.setAccessibleName("Network of actors")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())

    @override
    def show_scene(self, scene: Scene) -> None:
        """Show a network, and in it what was looked at and chosen before."""
        network = self.network_model.network
        chosen = [network.nodes[row].actor.id for row in self.chosen()]
        picking = self._picking
        current = self.current_ref()
        super().show_scene(scene)
        self.look_at_ref(current)
        if picking:
            place = scene.network.place
            self.pick(place[ref] for ref in chosen if ref in place)

    def current_ref(self) -> str:
        """Return the id of the actor looked at, "" for none."""
        index = self.currentIndex()
        return self.network_model.node(index).actor.id if index.isValid() else ""

    def look_at_ref(self, ref: str) -> bool:
        """Look at an actor and return True, if it is shown."""
        row = self.network_model.network.place.get(ref, -1)
        if row >= 0:
            self._picking = False
            self.setCurrentIndex(self.network_model.index(row))
        return row >= 0

    @property
    @override
    def ringed(self) -> bool:
        """Whether a ring shows where the keyboard is."""
        return self._keyboard and self.hasFocus()

    @override
    def moveCursor(
        self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Return the nearest actor in the direction of an arrow key; Home is the best connected."""
        count = self.network_model.rowCount()
        row = self.currentIndex().row()
        if not count:
            return QModelIndex()
        if cursorAction == QAbstractItemView.CursorAction.MoveEnd:
            row = count - 1
        elif cursorAction == QAbstractItemView.CursorAction.MoveHome or row < 0:
            row = 0
        elif cursorAction in _ARROWS and self.scene is not None:
            centres = [self.scene.disc(n, self.camera.zoom).center() for n in range(count)]
            row = nearest(centres, row, _ARROWS[cursorAction])
        return self.network_model.index(row)

    @override
    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Return what becomes of the choice: what was picked by hand outlives arrow keys."""
        if isinstance(event, QMouseEvent):
            return self._pointed(index, event)
        if isinstance(event, QKeyEvent) and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._picking = True
            return Flags.Select
        return Flags.NoUpdate if self._picking else Flags.ClearAndSelect

    def _pointed(self, index: Index, event: QMouseEvent) -> QItemSelectionModel.SelectionFlag:
        if not index.isValid() or event.type() == QEvent.Type.MouseMove:
            return Flags.NoUpdate
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        pressed = event.type() in _PRESSES
        if event.modifiers() & held:
            self._picking = True
            return Flags.Toggle if pressed else Flags.NoUpdate
        many = len(self.selectedIndexes()) > 1 and self.selectionModel().isSelected(index)
        if pressed and many:
            return Flags.NoUpdate  # all of them may be dragged from here
        self._picking = False
        return Flags.ClearAndSelect

    # Keyboard

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the network; all others are those of a list."""
        self._keyboard = True
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held not in _NOTHING_HELD or not self._act_on(event.key(), held):
            super().keyPressEvent(event)

    def _act_on(self, key: int, held: Qt.KeyboardModifier) -> bool:
        """Do what a key means here; return whether it means anything."""
        keys = Qt.Key
        does: dict[int, Callable[[], None]] = {
            keys.Key_Space: self._pick_current,
            keys.Key_Escape: self._let_go,
            keys.Key_N: self.neighbours_wanted.emit,
            keys.Key_F: self.path_wanted.emit,
            keys.Key_Plus: lambda: self.step_zoom(1),
            keys.Key_Equal: lambda: self.step_zoom(1),
            keys.Key_Minus: lambda: self.step_zoom(-1),
            keys.Key_0: self.fit,
        }
        if key in _ENTER and self.chosen():
            self.add_wanted.emit(held == Qt.KeyboardModifier.ShiftModifier)
        elif key in does:
            does[key]()
        else:
            return False
        return True

    def _let_go(self) -> None:
        """Choose the actor looked at alone, or leave where that is so."""
        if self._picking:
            self._picking = False
            self.selectionModel().select(self.currentIndex(), Flags.ClearAndSelect)
        else:
            self.left.emit()

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are commands here, and names are searched for in the field above."""

    def pick(self, rows: Iterable[int]) -> None:
        """Choose these actors, as by hand."""
        self._picking = True
        selection = QItemSelection()
        for row in rows:
            selection.select(self.network_model.index(row), self.network_model.index(row))
        self.selectionModel().select(selection, Flags.ClearAndSelect)

    def _pick_current(self) -> None:
        """Choose the actor looked at besides the others, or no longer."""
        index = self.currentIndex()
        if index.isValid():
            keep = not self._picking and self.selectionModel().isSelected(index)
            self._picking = True
            self.selectionModel().select(index, Flags.Select if keep else Flags.Toggle)
            self.chosen_changed.emit()

    @property
    def picking(self) -> bool:
        """Whether actors are picked by hand."""
        return self._picking

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the keyboard brought the focus, on the first actor if on none."""
        self._keyboard = event.reason() in KEYBOARD_REASONS
        if not self.currentIndex().isValid() and self.network_model.rowCount():
            self.setCurrentIndex(self.network_model.index(0))
        super().focusInEvent(event)

    # Mouse

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to pan on the ground, or choose a disc."""
        self._keyboard = False
        at = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and not self.indexAt(at).isValid():
            self._pan = at
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, or point at discs."""
        at = event.position().toPoint()
        if self._pan is not None:
            self.move_by(QPointF(self._pan - at))
            self._pan = at
            return
        row = self.indexAt(at).row()
        if row != self.hover:
            self.hover = row
            shape = Qt.CursorShape.PointingHandCursor if row >= 0 else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()
        super().mouseMoveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End panning."""
        if self._pan is not None:
            self._pan = None
            self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
            return
        super().mouseReleaseEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer with Ctrl, else pan."""
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(STEP ** (turned.y() / 120), event.position())
        else:
            by = event.pixelDelta() if not event.pixelDelta().isNull() else turned / 2
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not by.x():
                by = QPoint(by.y(), 0)
            self.move_by(QPointF(-by.x(), -by.y()))
        event.accept()

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        """Drag the chosen actors as a chip."""
        rows = self.chosen()
        if not rows:
            return
        drag = QDrag(self)
        drag.setMimeData(self.network_model.mimeData([self.network_model.index(r) for r in rows]))
        cards = [self.network_model.card(row) for row in rows]
        drag.setPixmap(chip(self.look, cards, dpr=self.devicePixelRatioF()))
        drag.setHotSpot(QPoint(-10, -10))
        drag.exec(Qt.DropAction.CopyAction)

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if self._keyboard:
            self.scrollTo(current)
        self.looked_at.emit(current.row())
        self.viewport().update()
