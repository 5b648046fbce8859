"""Measure how long the window cannot answer: the stalls of its event loop while somebody works.

    python -m benchmarks.window [--records 100000] [--slides 200] [--folder out/bench] [--smoke]

A timer ticks every two milliseconds; whatever comes later was held up, and so would a key or the
pointer have been. The window is a real one without a screen; it paints all it would show. The
briefing and the library are as large as asked. The aim is no stall over 50 ms (design page "app").
Beside the time that passed stands how long the window's thread computed between two ticks, and in
all: that does not depend on what else the machine does.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from benchmarks import decks
from benchmarks.building import Files
from benchmarks.measuring import machine
from benchmarks.resident import memory
from benchmarks.wheel import turn
from briefer import paths
from briefer.storyboard import edits
from briefer.ui.main_window import MainWindow, make_window
from briefer.ui.places import Places
from briefer.ui.spots import Spot
from briefer.ui.tasks import answer_first
from briefer.ui.theme import Look
from briefer.ui.tidying import Tidier, keep_old_objects
from briefer.ui.views import LIST

TICK_MS = 2
STALL_MS = 50


@dataclass(frozen=True, slots=True)
class Amount:
    """How much is done: notches of the wheel, slides stepped through, moved, words typed."""

    notches: int = 60
    steps: int = 20
    moves: int = 5
    search: str = "fentanyl precursor sanctions"
    title: str = " in the year 2023"
    quiet: float = 0.25
    """Seconds of quiet before and after each."""


_ALL = Amount()
_LITTLE = Amount(notches=6, steps=2, moves=1, search="fen", title=" X", quiet=0.04)


@dataclass
class Held:
    """How long the loop was held up while one thing was done, in ms.

    `times` are what passed, `computed` what the window's thread computed between two ticks, `whole`
    is all that it computed.
    """

    what: str
    times: list[float] = field(default_factory=list)
    computed: list[float] = field(default_factory=list)
    whole: float = 0.0

    @property
    def longest(self) -> float:
        """The longest time in which nothing was answered, in ms."""
        return max(self.times, default=0.0)

    @property
    def longest_computed(self) -> float:
        """The longest time in which the window's thread computed without answering, in ms."""
        return max(self.computed, default=0.0)

    @property
    def stalls(self) -> int:
        """How many times a person could have noticed it."""
        return sum(1 for held in self.times if held > STALL_MS)


class Watch(QObject):
    """Ticks in the window's thread and keeps by how much each tick came late."""

    def __init__(self, quiet: float) -> None:
        super().__init__()
        self._quiet = quiet
        self.rows: list[Held] = []
        self._last = self._computed = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    @contextmanager
    def watching(self, what: str) -> Iterator[None]:
        """Keep what is late during the block under this name, until the window is quiet again."""
        let_live(self._quiet)
        self.rows.append(Held(what))
        self._last, self._computed = time.perf_counter(), time.thread_time()
        start = self._computed
        yield
        let_live(self._quiet)
        self.rows[-1].whole = 1000 * (time.thread_time() - start)

    def _tick(self) -> None:
        now = time.perf_counter()
        late = 1000 * (now - self._last) - TICK_MS
        computed = time.thread_time()
        if self.rows and late > 1:
            self.rows[-1].times.append(late)
            self.rows[-1].computed.append(1000 * (computed - self._computed))
        self._last, self._computed = now, computed


def let_live(seconds: float) -> None:
    """Run the window's events for so long."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.0005)


def _until(happened: Callable[[], bool], seconds: float = 60.0) -> None:
    end = time.perf_counter() + seconds
    while not happened() and time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.0005)


def _wheel(
    window: MainWindow, view: QAbstractItemView, steps: int, *, sideways: bool = False
) -> None:
    """Turn the wheel over a list, a notch at a time, as fast as frames come."""
    _by_hand(window)
    for _ in range(steps):
        turn(view, sideways=sideways)
        let_live(0.016)


def _type(widget: QWidget, words: str) -> None:
    """Type as a fast typist does."""
    widget.setFocus()
    for letter in words:
        QTest.keyClick(widget.window().windowHandle(), Qt.Key(ord(letter.upper())))
        let_live(0.06)


def _by_hand(window: MainWindow) -> None:
    """Move the pointer: what is called here is otherwise done by keys and the pointer."""
    QTest.mouseMove(window.windowHandle(), window.rect().bottomRight() - QPoint(3, 3))
    QTest.mouseMove(window.windowHandle(), window.rect().bottomRight() - QPoint(2, 3))


def _find(window: MainWindow, watch: Watch, much: Amount) -> None:
    """Look for records: search, list, timeline, network."""
    with watch.watching("search, letter by letter"):
        _type(window.library.field, much.search)
    with watch.watching("scroll the library"):
        _wheel(window, window.library.view, much.notches)
    window.library.field.clear()
    timeline, network = window.timeline.canvas, window.network.canvas
    with watch.watching("open the timeline"):
        _by_hand(window)
        window.views.go("timeline")
        _until(lambda: timeline.model().rowCount() > 0)
    with watch.watching("scroll the timeline"):
        _wheel(window, timeline, much.notches, sideways=True)
    with watch.watching("open the network"):
        _by_hand(window)
        window.views.go("network")
        _until(lambda: network.model().rowCount() > 0)
    with watch.watching("zoom and scroll the network"):
        _wheel(window, network, much.notches // 3)
        _wheel(window, network, much.notches // 3, sideways=True)
    with watch.watching("back to the list"):
        _by_hand(window)
        window.views.go(LIST)


def _look(window: MainWindow, watch: Watch, much: Amount) -> None:
    """Look through the slides: strip, outline, grid, the stage."""
    session, storyboard = window.session, window.storyboard
    with watch.watching("scroll the storyboard"):
        _wheel(window, storyboard.view, much.notches, sideways=True)
    with watch.watching("step through slides"):
        for _ in range(much.steps):
            _by_hand(window)
            session.step(1)
            let_live(0.05)
    with watch.watching("open the outline"):
        _by_hand(window)
        storyboard.set_mode("outline")
    with watch.watching("scroll the outline"):
        _wheel(window, storyboard.outline, much.notches)
    with watch.watching("open the grid"):
        _by_hand(window)
        storyboard.set_mode("grid")
    with watch.watching("scroll the grid"):
        _wheel(window, storyboard.grid, much.notches)
    storyboard.set_mode("strip")


def _edit(window: MainWindow, watch: Watch, much: Amount) -> None:
    """Change slides, and take it back."""
    session = window.session
    with watch.watching("type a title"):
        session.go(Spot(len(session.briefing.cards) // 2))
        _type(window.inspector.wording.title, much.title)
        _until(lambda: session.up_to_date)
    with watch.watching("move slides"):
        for _ in range(much.moves):
            _by_hand(window)
            index = session.spot.card or 0
            session.do(edits.move_card(session.briefing, index, index - 1))
            _until(lambda: session.up_to_date)
    with watch.watching("undo them"):
        for _ in range(much.moves):
            _by_hand(window)
            session.undo()
            _until(lambda: session.up_to_date)
    with watch.watching("change the theme"):
        _by_hand(window)
        window.look.set_theme("dark")
        let_live(0.3)


def _table(rows: Sequence[Held]) -> str:
    lines = [
        "| while | longest ms | over 50 ms | longest computing ms | computing in all ms |",
        "| --- | --: | --: | --: | --: |",
    ]
    lines += [
        f"| {row.what} | {row.longest:.0f} | {row.stalls} | {row.longest_computed:.0f} | "
        f"{row.whole:.0f} |"
        for row in rows
    ]
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen: seconds until the window stood and all pages were there, stalls, memory."""

    records: int
    slides: int
    shown: float
    ready: float
    memory: float
    rows: tuple[Held, ...]

    @property
    def text(self) -> str:
        """It as text."""
        first = f"{self.records:,} records, {self.slides} slides; {machine()}."
        times = f"Shown after {self.shown:.2f} s, all pages after {self.ready:.2f} s"
        return f"{first}\n{times}; {self.memory:.0f} MB.\n\n{_table(self.rows)}\n"

    @property
    def json(self) -> str:
        """It as JSON."""
        rows = [
            {
                "while": row.what,
                "longest": row.longest,
                "stalls": row.stalls,
                "longest computing": row.longest_computed,
                "computing": row.whole,
            }
            for row in self.rows
        ]
        told = {"shown": self.shown, "ready": self.ready, "memory": self.memory, "rows": rows}
        return json.dumps(told) + "\n"


def measure(records: int, slides: int, folder: Path, much: Amount = _ALL) -> Seen:
    """Return what was seen while somebody worked."""
    files, _ = Files.ready(folder, records)
    with tempfile.TemporaryDirectory() as home:
        user = Path(home)
        places = Places(files.store, paths.bundled_templates(), user, paths.sample_briefing())
        decks.keep(slides, user)
        briefing = user / decks.BRIEFING
        watch = Watch(much.quiet)
        with watch.watching("open"):
            start = time.perf_counter()
            window = make_window(places, look=Look(theme="light"), briefing_path=briefing)
            window.resize(1440, 900)
            window.show()
            Tidier(window)
            shown = time.perf_counter() - start
            _until(lambda: window.session.up_to_date)
            ready = time.perf_counter() - start
        for act in (_find, _look, _edit):
            act(window, watch, much)
        window.close()
    return Seen(records, slides, shown, ready, memory("VmHWM"), tuple(watch.rows))


def main() -> None:
    """Measure what the command line asks for and print the table."""
    parser = argparse.ArgumentParser(description="Measure the stalls of the window.")
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--slides", type=int, default=200)
    parser.add_argument("--folder", type=Path, default=Path("out/bench"))
    parser.add_argument("--smoke", action="store_true", help="a small library and briefing")
    parser.add_argument("--json", action="store_true", help="print JSON")
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    answer_first()
    keep_old_objects()
    application = QApplication(["benchmark"])
    if chosen.smoke:
        seen = measure(600, 10, chosen.folder, _LITTLE)
    else:
        seen = measure(chosen.records, chosen.slides, chosen.folder)
    sys.stdout.write(seen.json if chosen.json else seen.text)
    application.quit()


if __name__ == "__main__":
    main()
