"""What a picture is, and waiting for the window."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication

from briefer.ui.main_window import MainWindow
from briefer.ui.spots import Spot

Act = Callable[[MainWindow], None]


@dataclass(frozen=True)
class Shot:
    """A picture: window size, theme, text size, what to do first; `dialog` is laid over it."""

    name: str
    width: int = 1440
    height: int = 900
    theme: str = "light"
    scale: int = 100
    act: Act | None = None
    sample: bool = True


def settle(window: MainWindow, *, seconds: float = 20.0) -> None:
    """Let the threads finish what was asked of them."""
    application = QApplication.instance()
    end = time.monotonic() + seconds
    quiet = 0
    while time.monotonic() < end and quiet < 12:
        assert application is not None
        application.processEvents()
        session = window.session
        pages = session.built.pages if session.built else ()
        ready = session.up_to_date and all(
            window.storyboard.thumbnails.picture(page) is not None for page in pages
        )
        quiet = quiet + 1 if ready else 0
        time.sleep(0.02)


def go(card: int) -> Act:
    """Return what looks at a card."""
    return lambda window: window.session.go(Spot(card))
