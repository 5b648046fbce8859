"""Whatever somebody does in the window nothing breaks and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.monkey import nothing_opened, try_anything
from benchmarks.soundness import Watch
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
