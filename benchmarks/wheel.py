"""The wheel turned over a list, a notch at a time, as Qt gets it from a mouse.

In: a view. Out: how long each notch took until it was painted. Must not know: what the view shows.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication

_BETWEEN_S = 0.03


def turn(view: QAbstractItemView, *, sideways: bool = False) -> None:
    """Turn the wheel by a notch, down or to the right."""
    middle, window = view.viewport().rect().center(), view.window()
    event = QWheelEvent(
        QPointF(view.viewport().mapTo(window, middle)),
        QPointF(view.viewport().mapToGlobal(middle)),
        QPoint(),
        QPoint(-120, 0) if sideways else QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(window.windowHandle(), event)


def frames(view: QAbstractItemView, notches: int) -> list[float]:
    """Turn the wheel so many notches; return the milliseconds of each until all is painted.

    A notch at the end of what is listed moves nothing and is left out. Between two of them what is
    on its way, such as more rows, may arrive.
    """
    took, bar = [], view.verticalScrollBar()
    for _ in range(notches):
        stood, start = bar.value(), time.perf_counter()
        turn(view)
        QApplication.processEvents()
        if bar.value() != stood:
            took.append(1000 * (time.perf_counter() - start))
        end = time.perf_counter() + _BETWEEN_S
        while time.perf_counter() < end:
            QApplication.processEvents()
            time.sleep(0.001)
    return took
