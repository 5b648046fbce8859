"""What a picture is, and waiting for the window."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QApplication, QWidget

from briefer.ui.main_window import MainWindow
from briefer.ui.spots import Spot

Act = Callable[[MainWindow], None]
Part = Callable[[MainWindow], QWidget]


@dataclass(frozen=True)
class Shot:
    """A picture: window size, theme, text size, what to do first; of all of it, or a part."""

    name: str
    width: int = 1440
    height: int = 900
    theme: str = "light"
    scale: int = 100
    act: Act | None = None
    sample: bool = True
    part: Part | None = None


_THEMES, _SCALES = ("light", "dark", "contrast"), (100, 150, 200)


def in_every_look(shots: Iterable[Shot]) -> Iterator[Shot]:
    """Yield each shot in each theme at each text size; what is the same but for these, once."""
    done: set[tuple[int, int, Act | None, bool]] = set()
    for shot in shots:
        what = (shot.width, shot.height, shot.act, shot.sample)
        plain = shot.theme == _THEMES[0] and shot.scale == _SCALES[0]
        if plain and what not in done:
            done.add(what)
            for theme in _THEMES:
                for scale in _SCALES:
                    name = f"{shot.name}-{theme}-{scale}"
                    yield replace(shot, name=name, theme=theme, scale=scale)


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
