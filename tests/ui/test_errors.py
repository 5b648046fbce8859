"""What the user is told: expected errors with the next step, faults with a report."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer

from briefer.errors import CancelledError, StoreError
from briefer.ui.errors import ErrorDialog
from briefer.ui.main_window import MainWindow, make_window
from briefer.ui.places import Places
from briefer.ui.tasks import Query
from briefer.ui.theme import Look
from tests.ui.conftest import Opener
from tests.ui.driving import settle, wait_for


def dialogs(window: MainWindow) -> list[ErrorDialog]:
    """Return the error dialogs that stand open."""
    return [dialog for dialog in window.findChildren(ErrorDialog) if dialog.isVisible()]


def test_expected_error_names_the_next_step(window: MainWindow) -> None:
    """Message and hint are shown as they are; the same error is not shown twice at a time."""
    for _ in range(2):
        window.session.failed.emit(StoreError("The store is locked.", hint="Close the other."))
    (dialog,) = dialogs(window)
    assert dialog.message.text() == "The store is locked."
    assert dialog.hint.text() == "Close the other."
    assert not hasattr(dialog, "more")


def test_cancelling_is_no_error(window: MainWindow) -> None:
    """What the user cancelled needs no telling."""
    window.session.failed.emit(CancelledError("Cancelled."))
    assert dialogs(window) == []


def test_fault_is_told_logged_and_can_be_copied(
    window: MainWindow, warnings_logged: list[str], no_faults: list[BaseException]
) -> None:
    """A fault nobody expected is logged and shown once, with a report; work goes on."""
    before = window.reporter.install()
    try:
        QTimer.singleShot(0, lambda: 1 // 0)
        wait_for(lambda: bool(dialogs(window)))
    finally:
        sys.excepthook = before
    (dialog,) = dialogs(window)
    assert "ZeroDivisionError" in dialog.message.text()
    dialog.more.click()
    assert len(no_faults) == 1
    assert any("Unexpected fault" in message for message in warnings_logged)
    no_faults.clear()
    warnings_logged.clear()
    window.session.new()
    settle(window)


def test_fault_in_a_thread_reaches_the_user(window: MainWindow, warnings_logged: list[str]) -> None:
    """Work that fails in a worker is told as well."""
    Query(window.session.files_lane, lambda _: 1 // 0, lambda _: None)
    wait_for(lambda: bool(dialogs(window)))
    warnings_logged.clear()


def test_missing_store_is_told_and_can_be_tried_again(places: Places, look: Look) -> None:
    """Without its store the window opens and says what is missing; Try again finds it later."""
    content = places.store.read_bytes()
    places.store.unlink()
    window = make_window(places, look=look)
    try:
        window.show()
        wait_for(lambda: window.library.empty.isVisible() and bool(dialogs(window)))
        assert str(places.store) in dialogs(window)[0].message.text()
        places.store.write_bytes(content)
        window.library.empty.button.click()
        wait_for(lambda: window.library.model.rowCount() > 0)
        window.session.rebuild()
        settle(window)
    finally:
        for dialog in dialogs(window):
            dialog.close()
        window.close()


def test_a_locked_store_is_read_all_the_same(opened: Opener, places: Places) -> None:
    """Two windows may read one store."""
    first, second = opened(), opened()
    assert first.library.model.rowCount() == second.library.model.rowCount() > 0
