"""From an edit to its new picture: a title is changed, and the slide painted anew.

    python -m benchmarks.editing SLIDES [EDITS]

In: the size of a briefing. Out: JSON: the milliseconds of each edit. The window is a real one.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from benchmarks import decks
from benchmarks.window import let_live
from briefer import paths
from briefer.storyboard import edits
from briefer.ui.main_window import MainWindow, make_window
from briefer.ui.places import Places
from briefer.ui.spots import Spot
from briefer.ui.tasks import answer_first
from briefer.ui.theme import Look
from briefer.ui.tidying import Tidier, keep_old_objects

_PATIENCE = 20.0
_WAITING = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
"""As the program's own loop waits: it leaves the processor to the threads until they are done."""


class _Paints(QObject):
    """Counts how often the stage is painted with the pages of the briefing as it stands."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._session = window.session
        self.count = 0
        window.stage.canvas.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint and self._session.up_to_date
        return False


def _edit(window: MainWindow, paints: _Paints, title: str) -> float:
    """Give a slide another title; return the milliseconds until its new picture is painted."""
    session = window.session
    index = session.spot.card or 0
    before, start = paints.count, time.perf_counter()
    session.do(edits.set_title(session.briefing, index, title))
    while paints.count == before and time.perf_counter() - start < _PATIENCE:
        QApplication.processEvents(_WAITING)
    return 1000 * (time.perf_counter() - start)


def measure(slides: int, count: int) -> list[float]:
    """Return the milliseconds of so many edits."""
    with tempfile.TemporaryDirectory() as home:
        user = Path(home)
        decks.keep(slides, user)
        places = Places(
            paths.bundled_store(), paths.bundled_templates(), user, paths.sample_briefing()
        )
        window = make_window(places, look=Look(theme="light"), briefing_path=user / decks.BRIEFING)
        window.resize(1440, 900)
        window.show()
        Tidier(window)
        while not window.session.up_to_date:
            QApplication.processEvents()
        paints = _Paints(window)
        took = []
        for number in range(1 + count):
            window.session.go(Spot(1 + number % 5))
            let_live(0.1)
            took.append(_edit(window, paints, f"A title that was changed {number} times"))
        window.close()
    return took[1:]


def main() -> None:
    """Measure what the command line asks for; print JSON."""
    slides, *more = map(int, sys.argv[1:])
    answer_first()
    keep_old_objects()
    application = QApplication(["editing"])
    told = {"edits": measure(slides, more[0] if more else 20)}
    sys.stdout.write(json.dumps(told) + "\n")
    application.quit()


if __name__ == "__main__":
    main()
