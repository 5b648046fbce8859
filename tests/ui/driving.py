"""Driving a window as a person does: keys, clicks, drops, waiting for what follows."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget

from briefer.storyboard.briefing import Card
from briefer.ui.main_window import MainWindow

PATIENCE = 120.0
"""Seconds after which a test gives up waiting: many, for machines with much else to do."""

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def wait_for(happened: Callable[[], bool]) -> None:
    """Let the window live until something has happened."""
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, "waited in vain"
        QApplication.processEvents()
        time.sleep(0.005)
    QApplication.processEvents()


def settle(window: MainWindow) -> None:
    """Wait until the pages are those of the briefing, and the library has answered."""
    wait_for(lambda: window.session.up_to_date and bool(window.library.field.placeholderText()))


def search(window: MainWindow, words: str) -> None:
    """Type into the search field and wait for the answer."""
    reset: list[bool] = []
    window.library.model.modelReset.connect(lambda: reset.append(True))
    window.library.field.setFocus()
    window.library.field.clear()
    if words.isascii():
        QTest.keyClicks(window.library.field, words)
    else:
        window.library.field.insert(words)  # QTest has keys for ASCII only, and aborts
    end = time.monotonic() + PATIENCE
    asked = 0.3 + time.monotonic()
    while time.monotonic() < asked or not reset:
        assert time.monotonic() < end
        QApplication.processEvents()
        time.sleep(0.005)


def labels(window: MainWindow) -> list[str]:
    """Return what the library lists."""
    model = window.library.model
    return [model.card(model.index(row)).record.label for row in range(model.rowCount())]


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Press a key in a widget."""
    QTest.keyClick(widget, key, modifier)
    QApplication.processEvents()


def click_in(view: QListView, row: int, at: Callable[[QListView, int], QPoint]) -> None:
    """Click into a row of a list at a point."""
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, at(view, row))
    QApplication.processEvents()


def drop(view: QAbstractItemView, data: QMimeData, at: QPoint) -> None:
    """Drop data on a list, as the end of a drag does."""
    event = QDropEvent(QPointF(at), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, NONE)
    view.dropEvent(event)
    QApplication.processEvents()


def cards(window: MainWindow) -> tuple[Card, ...]:
    """Return the cards of the briefing as it stands."""
    return window.session.briefing.cards


def kinds(window: MainWindow) -> list[str]:
    """Return the kinds of the cards."""
    return [card.kind for card in cards(window)]
