"""A Qt application without a display, and a guard against what Qt complains about."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication


@pytest.fixture(scope="session")
def gui() -> QCoreApplication:
    """Return the Qt application of this test run.

    There is one a process; the window's tests, which may run after these, need it with widgets.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QCoreApplication.instance() or QApplication([])


@pytest.fixture(autouse=True)
def qt_messages(gui: QCoreApplication) -> Iterator[list[str]]:
    """Fail a test during which Qt printed anything."""
    messages: list[str] = []

    def keep(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        messages.append(message)

    before = qInstallMessageHandler(keep)
    yield messages
    qInstallMessageHandler(before)
    assert messages == []
