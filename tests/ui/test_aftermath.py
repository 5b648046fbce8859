"""After a crash: the briefing is there again, and the window says so."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

from briefer import whole
from briefer.paths import HOME_VARIABLE
from briefer.storyboard import edits
from briefer.ui.aftermath import restored_words
from briefer.ui.care import Care, Library
from briefer.ui.places import Places
from briefer.ui.theme import Look
from tests.ui.conftest import Opener
from tests.ui.driving import settle, wait_for
from tests.ui.test_main_job import export_to

KEPT = "A title that outlives a crash"


def crash(places: Places) -> None:
    """Start the program on the user's folder and kill it as soon as its window stands."""
    mark = places.user_folder / "window-open"
    running = subprocess.Popen(
        [sys.executable, "-m", "briefer", "app"],
        env={
            **os.environ,
            HOME_VARIABLE: str(places.user_folder),
            "QT_QPA_PLATFORM": "offscreen",
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    end = time.monotonic() + 60
    while not mark.exists():
        assert time.monotonic() < end, "the window never opened"
        time.sleep(0.02)
    running.send_signal(signal.SIGKILL)
    running.wait(timeout=30)


def test_a_crash_is_told_and_nothing_is_lost(opened: Opener, places: Places) -> None:
    """A killed window leaves its mark: the next one shows the same work and a banner about it."""
    first = opened()
    assert first.stage.restored is None
    before = first.session.briefing
    first.session.do(edits.set_title(first.session.briefing, 3, KEPT))
    settle(first)
    first.close()
    crash(places)
    second = opened()
    assert second.session.briefing.cards[3].title == KEPT
    second.session.undo()
    assert second.session.briefing == before, "what was done before the crash can be undone"
    second.session.redo()
    banner = second.stage.restored
    assert banner is not None
    assert banner.isVisible()
    assert "is here again" in banner.accessibleName()
    assert not second.stage.banner.isVisible()
    banner.close_button.click()
    assert second.stage.restored is None
    second.close()
    third = opened()
    assert third.stage.restored is None
    assert third.session.briefing.cards[3].title == KEPT


def test_the_words_name_the_day_where_it_is_another() -> None:
    """Of today the time is enough; an older briefing says its day."""
    now = datetime.now().astimezone().replace(hour=9, minute=5)
    assert "from 9:05 AM is" in restored_words(now)
    earlier = now - timedelta(days=40)
    assert f"9:05 AM of {earlier:%B} {earlier.day} is" in restored_words(earlier)


def test_what_a_crash_left_of_exports_goes_at_the_next_start(
    opened: Opener, places: Places, look: Look, tmp_path: Path
) -> None:
    """The folders that were exported to are remembered until the window closes, and swept."""
    talks = tmp_path / "talks"
    talks.mkdir()
    first = opened()
    export_to(first, talks / "deck.pptx")
    with whole.new_file(talks) as (made, _):
        name = f"{made.name[:17]}{'0' * 24}.part"
    left = [talks / name, places.user_folder / name, places.user_folder / "inbox" / name]
    left[2].parent.mkdir()
    for path in left:
        path.write_bytes(b"half")
    second = opened()  # the first one never ended
    assert second.aftermath.left == (talks,)
    care = Care(look, second, Library(places.store, places.store), failed=second.reporter.show)
    care.start(sweeping=(*places.written_in, *second.aftermath.left))
    wait_for(lambda: care.finished)
    care.close()
    assert [path for path in left if path.exists()] == []
    assert (talks / "deck.pptx").exists()
    second.close()
    first.close()
    assert opened().aftermath.left == ()
