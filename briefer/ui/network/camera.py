"""From which point and at which zoom the network is looked at.

In: the bounds of the network at a zoom, the size of the room, the mouse. Out: where the network's
origin is in the room. Must not know: widgets, nodes.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSizeF

ZOOMS = (0.3, 2.0)
"""The least and the largest zoom."""
STEP = 1.2
READABLE = 0.8
"""The zoom at which most names have room."""


class Camera:
    """A zoom, and the point of the network in the middle of the room, in px at that zoom."""

    def __init__(self) -> None:
        self.zoom = 1.0
        self.middle = QPointF()
        self.fitted = True
        """Whether everything is shown, as it was at first."""

    def origin(self, room: QSizeF) -> QPointF:
        """Return where the origin of the network is in the room."""
        return QPointF(room.width() / 2, room.height() / 2) - self.middle

    def fit(self, bounds: Callable[[float], QRectF], room: QSizeF) -> None:
        """Show everything at the largest zoom up to 1 at which there is room."""
        self.zoom = 1.0
        for _ in range(4):  # names keep their size, so that the whole does not shrink in step
            whole = bounds(self.zoom)
            fits = min(room.width() / whole.width(), room.height() / whole.height())
            if fits >= 1:
                break
            self.zoom = max(ZOOMS[0], self.zoom * fits)
        self.middle = bounds(self.zoom).center()
        self.fitted = True

    def begin(self, bounds: Callable[[float], QRectF], room: QSizeF, at: QPointF | None) -> None:
        """Show everything, or where it would be too small to be read, what is around a place."""
        self.fit(bounds, room)
        if self.zoom < READABLE and at is not None:
            self.zoom = READABLE
            whole = bounds(self.zoom)
            free_x = max(0.0, (whole.width() - room.width()) / 2)
            free_y = max(0.0, (whole.height() - room.height()) / 2)
            away = at * self.zoom - whole.center()
            self.middle = whole.center() + QPointF(
                max(-free_x, min(free_x, away.x())), max(-free_y, min(free_y, away.y()))
            )

    def zoom_by(self, factor: float, at: QPointF) -> None:
        """Zoom about a point, told from the middle of the room."""
        zoom = min(ZOOMS[1], max(ZOOMS[0], self.zoom * factor))
        self.middle = (at + self.middle) * (zoom / self.zoom) - at
        self.zoom = zoom
        self.fitted = False

    def move_by(self, by: QPointF) -> None:
        """Look at what is so many px away."""
        self.middle += by
        self.fitted = False
