"""Moving actors in the picture, by mouse and by keys.

In: keys, the mouse. Out: where actors were put. Must not know: who keeps that. Within the picture a
drag moves the chosen actors; beyond its edge it becomes a drag of them as cards, to the storyboard.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from typing_extensions import override

from briefer.records import Ref
from briefer.ui.network.geometry import Scene
from briefer.ui.network.model import NetworkModel
from briefer.ui.network.picking import NetworkCanvas
from briefer.ui.network.spreading import Point
from briefer.ui.theme import Look

_STEP = 16
"""How far a key moves an actor, in px of the design at 100 %."""
_KEYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True)
class _Held:
    """Actors that are being moved: which, and the picture before."""

    rows: tuple[int, ...]
    before: Scene


class MovableCanvas(NetworkCanvas):
    """A network whose actors can be put elsewhere."""

    put = Signal(object)
    """Actors were put somewhere: their centres at zoom 1 by id."""

    _held: _Held | None = None
    _pressed = QPointF()

    def __init__(self, look: Look, model: NetworkModel) -> None:
        super().__init__(look, model)
        self.setAccessibleDescription(
            "Arrow keys go to the nearest actor, Ctrl with them moves the actor"
        )

    @override
    def show_scene(self, scene: Scene) -> None:
        """Show another picture; what was being moved stays where that has it."""
        self._held = None
        super().show_scene(scene)

    # Mouse

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag would begin."""
        self._pressed = event.position()
        super().mousePressEvent(event)

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        """Begin to move the chosen actors."""
        rows = tuple(self.chosen())
        if self.scene is not None and rows:
            self._held = _Held(rows, self.scene)
            self.viewport().setCursor(Qt.CursorShape.SizeAllCursor)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the actors with the pointer; beyond the edge drag them as cards instead."""
        if self._held is None:
            super().mouseMoveEvent(event)
        elif self.viewport().rect().contains(event.position().toPoint()):
            self._show_moved(self._held, (event.position() - self._pressed) / self.camera.zoom)
        else:
            self._let_stand()
            super().startDrag(Qt.DropAction.CopyAction)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave the actors where they are."""
        held, self._held = self._held, None
        if held is not None:
            self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
            self._tell(held.rows)
        super().mouseReleaseEvent(event)

    # Keyboard

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the actor looked at with Ctrl and an arrow; Esc takes a drag back."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        row = self.currentIndex().row()
        way = _KEYS.get(Qt.Key(event.key())) if event.key() in _KEYS else None
        if self._held is not None and event.key() == Qt.Key.Key_Escape:
            self._let_stand()
        elif way and held == Qt.KeyboardModifier.ControlModifier and self.scene and row >= 0:
            step = self.look.px(_STEP)
            self._show_moved(_Held((row,), self.scene), QPointF(way[0] * step, way[1] * step))
            self._tell((row,))
            self.scrollTo(self.currentIndex())
        else:
            super().keyPressEvent(event)

    # Both

    def _let_stand(self) -> None:
        """Show the actors where they were before the drag."""
        held, self._held = self._held, None
        if held is not None:
            self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
            self._show_moved(held, QPointF())

    def _show_moved(self, held: _Held, by: QPointF) -> None:
        nodes = held.before.network.nodes
        places: dict[Ref, Point] = dict(held.before.places)
        for row in held.rows:
            x, y = held.before.place(row)
            places[nodes[row].actor.id] = (x + by.x(), y + by.y())
        self.change_scene(replace(held.before, places=places))

    def _tell(self, rows: tuple[int, ...]) -> None:
        if self.scene is not None:
            nodes = self.scene.network.nodes
            self.put.emit({nodes[row].actor.id: self.scene.place(row) for row in rows})
