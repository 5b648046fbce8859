"""A window over a copy of the bundled store, and a guard against what Qt complains about."""

from __future__ import annotations

import shutil
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

import pytest
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from briefer import paths
from briefer.ui.main_window import MainWindow, make_window
from briefer.ui.places import Places
from briefer.ui.theme import Look
from tests.ui.driving import settle, wait_for

HARMLESS = (
    "This plugin does not support propagateSizeHints()",
    "This plugin does not support raise()",
    "This plugin does not support grabbing the keyboard",
)
"""What the offscreen platform says of windows."""


@pytest.fixture(autouse=True)
def qt_messages() -> Iterator[list[str]]:
    """Fail a test during which Qt printed anything else than what is harmless."""
    messages: list[str] = []

    def keep(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if message not in HARMLESS:
            messages.append(message)

    before = qInstallMessageHandler(keep)
    yield messages
    qInstallMessageHandler(before)
    assert messages == []


@pytest.fixture(autouse=True)
def no_faults(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[BaseException]]:
    """Fail a test during which a slot or a Qt event raised something; Qt only prints it."""
    faults: list[BaseException] = []

    def keep(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        faults.append(error)

    monkeypatch.setattr(sys, "excepthook", keep)
    yield faults
    if faults:
        # As text: pytest would tell the arguments of every call, also events that Qt has deleted
        # since, which crashes the interpreter instead of telling what happened.
        told = ["".join(traceback.format_exception(fault)) for fault in faults]
        pytest.fail("\n".join(told), pytrace=False)


@pytest.fixture
def places(user_folder: Path) -> Places:
    """Return places in a temporary user's folder, with a store of its own."""
    store = user_folder / "store.sqlite"
    shutil.copy(paths.bundled_store(), store)
    return Places(store, paths.bundled_templates(), user_folder, paths.sample_briefing())


@pytest.fixture
def look() -> Look:
    """Return the light look."""
    return Look(theme="light")


Opener = Callable[..., MainWindow]


@pytest.fixture
def opened(places: Places, look: Look) -> Iterator[Opener]:
    """Return what opens a window, shown and settled; all are closed at the end."""
    windows: list[MainWindow] = []

    def open_one(briefing_path: Path | None = None) -> MainWindow:
        window = make_window(places, look=look, briefing_path=briefing_path)
        windows.append(window)
        window.show()
        window.activateWindow()  # on a display without a window manager nobody else does
        wait_for(window.isActiveWindow)
        settle(window)
        return window

    yield open_one
    for window in windows:
        for dialog in window.findChildren(QDialog):
            dialog.close()
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # Without a screen Qt keeps the clipboard until Python is gone, and crashes over its data then.
    QGuiApplication.clipboard().clear()


@pytest.fixture
def window(opened: Opener) -> MainWindow:
    """Return a window on the sample, as at the first start."""
    return opened()


@pytest.fixture
def empty(window: MainWindow) -> MainWindow:
    """Return a window on an empty briefing."""
    window.session.new()
    settle(window)
    return window
