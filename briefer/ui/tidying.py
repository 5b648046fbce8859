"""Freeing what is left in circles while nobody works, instead of in the middle of a word.

In: a window. Out: nothing. Must not know: what is freed.

Python stops every thread while it looks through all objects for circles of garbage; with a large
briefing that takes a fifth of a second, at any moment. What a briefing is made of has no circles
and is freed at once when it is no longer used. So what survived its youth is looked through only
while the window rests.
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

_LOOK_MS = 1000
_REST_S = 5.0
"""Seconds without a key or the pointer after which nobody notices a fifth of one."""
_SHORT_REST_S = 0.8
"""The same where very much has come together; then only what is new is looked through."""
_WORTH = 60
"""Rounds over the young objects after which the old ones are worth a look."""
_MUCH = 300
_NEVER = 1_000_000
_INPUT = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchUpdate,
        QEvent.Type.InputMethod,
    )
)


def keep_old_objects() -> None:
    """Have Python look for garbage among young objects only, until a `Tidier` does the rest.

    What there is now counts as old. Nothing was looked through before where that was disabled.
    """
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, _NEVER)
    gc.freeze()
    gc.enable()


class Tidier(QObject):
    """Looks through all objects while a window rests."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._touched = time.monotonic()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
            self._timer.start(_LOOK_MS)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep when the user last did something; let everything pass."""
        if event.type() in _INPUT:
            self._touched = time.monotonic()
        return False

    def _look(self) -> None:
        rounds = gc.get_count()[2]
        rest = time.monotonic() - self._touched
        if rest >= _REST_S and rounds >= _WORTH:
            tidy()
        elif rest >= _SHORT_REST_S and rounds >= _MUCH:
            tidy(everything=False)


def tidy(*, everything: bool = True) -> int:
    """Free what is left in circles and return how many objects that were.

    Else than `everything` are the objects that came since this was done last: a tenth of the time.
    """
    if everything:
        gc.unfreeze()
    found = gc.collect()
    gc.freeze()
    return found
