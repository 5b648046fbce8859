"""What must hold whatever somebody does in the window, and what notices where it does not.

In: a window. Out: what is wrong, in words; nothing where all is well. Must not know: what was done.
"""

from __future__ import annotations

import logging
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from briefer.compose.kinds import SLIDE_KINDS
from briefer.storyboard.files import load_briefing
from briefer.ui.main_window import MainWindow
from briefer.ui.tasks import Query

CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)
HARMLESS = "This plugin does not support "
"""How begins what the offscreen platform says of windows."""
_PATIENCE_S = 60.0


def controls(root: QWidget) -> list[QWidget]:
    """Return what can be operated under a widget and is seen; Qt's own inner parts left out."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if isinstance(widget, CONTROLS)
        and widget.isVisible()
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parent(), QComboBox)
    ]


def nameless(root: QWidget) -> list[str]:
    """Return the controls under a widget that assistive programs could not name."""
    found = []
    for widget in controls(root):
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


def what_is_wrong(window: MainWindow, root: QWidget) -> list[str]:
    """Return what must never be so after a step, in words."""
    session = window.session
    cards, spot = session.briefing.cards, session.spot
    foreign = isinstance(root, QFileDialog)
    wrong = [] if foreign else [f"{name} has no accessible name" for name in nameless(root)]
    if spot.card is not None and not 0 <= spot.card < max(1, len(cards)):
        wrong.append(f"card {spot.card} of {len(cards)} is looked at")
    if spot.part < 1:
        wrong.append(f"part {spot.part} is looked at")
    return wrong


def settled(window: MainWindow) -> bool:
    """Wait until the pages are those of the briefing; return whether they ever were."""
    return _until(lambda: window.session.up_to_date)


def rested(window: MainWindow) -> bool:
    """Wait until all that was asked of the library has come; return whether it ever did.

    A record that was dropped, or a type of briefing to begin with, becomes a step only then. One
    answer may ask another.
    """
    session = window.session
    for lane in (session.store_lane, session.reading_lane) * 2:
        answered = list[bool]()
        Query(lane, lambda _: True, answered.append)
        if not _until(partial(bool, answered)):
            return False
    return settled(window)


def undone(window: MainWindow) -> list[str]:
    """Undo all and do it again; return what is then not as it was."""
    session, wrong = window.session, []
    if not rested(window):
        return ["the library never answers"]
    briefing, history = session.briefing, session.history
    begun = history.past[0].briefing if history.past else briefing
    ahead = len(history.future)
    for _ in history.past:
        session.undo()
        if not settled(window):
            return ["pages never came after an undo"]
    if session.history.past or session.briefing != begun:
        wrong.append(f"undo of everything leaves {len(session.history.past)} steps")
    while len(session.history.future) > ahead:
        session.redo()
        if not settled(window):
            return [*wrong, "pages never came after a redo"]
    if session.briefing != briefing:
        wrong.append("redo of everything ends elsewhere")
    return wrong


def saved(window: MainWindow) -> list[str]:
    """Return what is wrong with what was saved by itself."""
    session = window.session
    if session.autosave.saved.state in ("untouched", "failed"):
        return [] if session.autosave.saved.state == "untouched" else ["nothing can be saved"]
    if not _until(lambda: session.autosave.saved.state == "saved"):
        return ["the briefing is never saved"]
    loaded = load_briefing(session.places.autosave, kinds=SLIDE_KINDS)
    return [] if loaded.briefing == session.briefing else ["another briefing was saved"]


class Watch(logging.Handler):
    """Keeps what nobody may see: what slots raise, what Qt says, what is logged."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what is logged, with its trace."""
        error = record.exc_info[1] if record.exc_info else None
        trace = "".join(traceback.format_exception(error)) if error is not None else ""
        self.seen.append(f"logged: {record.getMessage()}\n{trace}")

    def raised(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        """Keep what was raised."""
        self.seen.append("raised: " + "".join(traceback.format_exception(error)))

    def said(self, _kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        """Keep what Qt says."""
        if not message.startswith(HARMLESS):
            self.seen.append(f"Qt says: {message}")

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Watch during the block."""
        hook, handler = sys.excepthook, qInstallMessageHandler(self.said)
        sys.excepthook = self.raised
        logging.getLogger().addHandler(self)
        try:
            yield
        finally:
            logging.getLogger().removeHandler(self)
            sys.excepthook = hook
            qInstallMessageHandler(handler)


def _until(happened: Callable[[], bool]) -> bool:
    """Let the window live until something has happened; return whether it ever did.

    It is not asked again: what came meanwhile, such as the answer of the library to an undo, may
    have begun the next wait already.
    """
    end = time.monotonic() + _PATIENCE_S
    while not happened():
        if time.monotonic() >= end:
            return False
        QApplication.processEvents()
        time.sleep(0.002)
    return True
