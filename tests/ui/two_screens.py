"""A window that goes to a screen of twice the density and back, while something is dragged in it.

Usage: python -m tests.ui.two_screens FOLDER. In a process of its own, because which screens there
are is decided as Qt starts. Prints "all well", or raises.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QSplitter, QWidget
from shiboken6 import isValid

from briefer import paths
from briefer.ui.main_window import MainWindow, make_window
from briefer.ui.places import Places
from briefer.ui.theme import Look
from tests.ui.driving import NONE, settle, wait_for

_PLAIN = {"y": 0, "dpr": 1, "logicalDpi": 96, "logicalBaseDpi": 96}
_SCREENS = [
    {"name": "left", "x": 0, "width": 1600, "height": 1000, **_PLAIN},
    {"name": "right", "x": 1600, "width": 2800, "height": 1800, **_PLAIN},
]
_LEFT, _COPY = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction


class Trial:
    """Drags in a window that changes its screen on the way."""

    def __init__(self, window: MainWindow, faults: list[BaseException]) -> None:
        self.window = window
        self._faults = faults
        self._screens = QGuiApplication.screens()

    def to_screen(self, number: int) -> None:
        """Have the window on another screen, as when its own is unplugged."""
        window, screen = self.window, self._screens[number]
        window.move(screen.geometry().topLeft() + QPoint(20, 20))
        window.resize(window.width() - 40 * (1 if number else -1), window.height())
        QApplication.processEvents()
        assert window.screen() is screen
        assert window.devicePixelRatioF() == (1, 2)[number]

    def drag(self, widget: QWidget, start: QPoint) -> None:
        """Drag with the left button."""
        QTest.mousePress(widget, _LEFT, pos=start)
        QTest.mouseMove(widget, start + QPoint(25, 25))
        QApplication.processEvents()
        self.to_screen(1)
        if isValid(widget):  # the other screen may have room for fewer splitters
            QTest.mouseMove(widget, start + QPoint(40, 40))
            QApplication.processEvents()
            QTest.mouseRelease(widget, _LEFT, pos=start + QPoint(40, 40))
        QApplication.processEvents()
        self.to_screen(0)

    def drop(self, widget: QWidget) -> None:
        """Drag the first record of the library over a widget and let it go."""
        model, at = self.window.library.model, widget.rect().center()
        data: QMimeData = model.mimeData([model.index(0)])
        QApplication.sendEvent(widget, QDragEnterEvent(at, _COPY, data, _LEFT, NONE))
        QApplication.sendEvent(widget, QDragMoveEvent(at, _COPY, data, _LEFT, NONE))
        self.to_screen(1)
        QApplication.sendEvent(widget, QDragMoveEvent(at, _COPY, data, _LEFT, NONE))
        QApplication.sendEvent(widget, QDropEvent(QPointF(at), _COPY, data, _LEFT, NONE))
        QApplication.processEvents()
        self.to_screen(0)

    def goes_on(self, what: str, do: Callable[[], None]) -> int:
        """Do something; see that the briefing is whole and undo it; return what was added."""
        session = self.window.session
        before, steps = session.briefing, len(session.history.past)
        do()
        settle(self.window)
        assert not self._faults, what
        assert QWidget.mouseGrabber() is None, what
        added = len(session.briefing.cards) - len(before.cards)
        assert added >= 0, what
        while len(session.history.past) > steps:
            session.undo()
        assert session.briefing == before, what
        settle(self.window)
        return added

    def drop_everywhere(self) -> None:
        """Drop a record on the stage and on each view of the storyboard."""
        window = self.window
        strip = window.storyboard.view.viewport()
        assert self.goes_on("strip", partial(self.drop, strip)) == 1
        self.goes_on("stage", partial(self.drop, window.stage.canvas))
        for name in ("outline", "grid"):
            window.actions_by_name[name].trigger()
            settle(window)
            widgets = window.storyboard.body.findChildren(QWidget)
            takers = [w for w in widgets if w.isVisible() and w.acceptDrops()]
            assert takers, name
            for taker in takers:
                self.goes_on(name, partial(self.drop, taker))
        window.actions_by_name["strip"].trigger()

    def drag_in(self, name: str, canvas: QListView) -> None:
        """Drag in a view of the library."""
        self.window.actions_by_name[name].trigger()
        wait_for(lambda: canvas.model().rowCount() > 0)
        settle(self.window)
        middle = canvas.viewport().rect().center()
        self.goes_on(name, partial(self.drag, canvas.viewport(), middle))

    def drag_splitters(self) -> None:
        """Drag every handle between panels."""
        self.window.actions_by_name["list"].trigger()
        for splitter in self.window.findChildren(QSplitter):
            for number in range(1, splitter.count()):
                handle = splitter.handle(number)
                if isValid(handle) and handle.isVisible():
                    place = handle.rect().center()
                    self.goes_on("splitter", partial(self.drag, handle, place))
        assert self.window.library.view.isVisible()
        assert self.window.stage.canvas.width() > 100


def opened(folder: Path) -> MainWindow:
    """Return a window on a library in a folder."""
    store = folder / "store.sqlite"
    shutil.copy(paths.bundled_store(), store)
    places = Places(store, paths.bundled_templates(), folder, paths.sample_briefing())
    window = make_window(places, look=Look(theme="light"))
    window.show()
    settle(window)
    wait_for(lambda: window.library.model.rowCount() > 0)
    return window


def main() -> None:
    """Start Qt with two screens and try everything."""
    folder = Path(sys.argv[1])
    described = folder / "screens.json"
    described.write_text(json.dumps({"screens": _SCREENS}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={described}"
    os.environ["QT_SCREEN_SCALE_FACTORS"] = "left=1;right=2"
    application = QApplication(["two-screens"])
    faults: list[BaseException] = []

    def keep(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        faults.append(error)
        sys.__excepthook__(kind, error, trace)

    sys.excepthook = keep
    window = opened(folder)
    trial = Trial(window, faults)
    trial.drop_everywhere()
    trial.drag_in("timeline", window.timeline.canvas)
    trial.drag_in("network", window.network.canvas)
    trial.drag_splitters()
    wait_for(lambda: window.session.autosave.saved.state == "saved")
    window.close()
    application.quit()
    assert not faults
    sys.stdout.write("all well\n")


if __name__ == "__main__":
    main()
