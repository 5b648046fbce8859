"""Whatever somebody does in the window nothing breaks and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from benchmarks.monkey import nothing_opened, try_anything
from benchmarks.soundness import Watch, settled
from briefer.ui.main_window import MainWindow

STEPS = 80
"""For more run `python -m benchmarks.monkey`."""


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_anything_can_be_tried(
    window: MainWindow, user_folder: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Actions, keys, clicks, drops and menus by chance leave the window sound.

    Every so often all is undone and done again, and what was saved by itself is read.
    """
    monkeypatch.setenv("HOME", str(user_folder))
    monkeypatch.chdir(user_folder)
    told, watch = list[str](), Watch()
    with watch.watching(), nothing_opened():
        found = try_anything(window, seed=seed, steps=STEPS, tell=told.append, watch=watch)
    assert found == []
    assert len(told) == STEPS


def test_what_follows_at_once_is_not_taken_for_pages_that_never_come(window: MainWindow) -> None:
    """The pages stand, and the answer to an undo waits to be heard: settled then and after."""
    QTimer.singleShot(0, window.session.reread)
    assert settled(window)
    window.session.reread()
    assert settled(window)
    assert window.session.up_to_date
