"""What is left in circles is freed while the window rests, and never while somebody works."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from briefer.ui import tidying
from briefer.ui.theme import Look
from briefer.ui.tidying import Tidier, keep_old_objects, tidy
from tests.ui.driving import wait_for


class Circle:
    """Something that only the collector frees."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def _kept() -> Iterator[None]:
    """Leave the collector as it was."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


@pytest.mark.usefixtures("_kept")
def test_old_objects_are_not_looked_through_while_the_program_works() -> None:
    """However much is made, only the young are looked through; tidying frees the old circles."""
    circle = Circle()
    lost = weakref.ref(circle)
    keep_old_objects()
    rounds: list[int] = []

    def count(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            rounds.append(info["generation"])

    gc.callbacks.append(count)
    kept = [[number] for number in range(60_000)]
    gc.callbacks.remove(count)
    assert len(kept) == 60_000
    assert set(rounds) == {0, 1}
    del circle
    assert lost() is not None
    assert tidy() > 0
    assert lost() is None


@pytest.mark.usefixtures("_kept")
def test_a_short_rest_frees_what_came_since_the_last() -> None:
    """What was looked through before waits for a longer rest."""
    keep_old_objects()
    older, newer = Circle(), weakref.WeakSet[Circle]()
    lost = weakref.ref(older)
    tidy()
    newer.add(Circle())
    del older
    tidy(everything=False)
    assert not newer
    assert lost() is not None
    tidy()
    assert lost() is None


@pytest.mark.usefixtures("_kept")
def test_a_window_tidies_when_it_rests(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    """While keys come nothing is tidied; after a rest it is."""
    monkeypatch.setattr(tidying, "_LOOK_MS", 20)
    monkeypatch.setattr(tidying, "_REST_S", 1.0)
    monkeypatch.setattr(tidying, "_WORTH", 0)
    keep_old_objects()
    field = QLineEdit()
    field.setFont(look.font("body"))
    field.show()
    Tidier(field)
    circle = Circle()
    lost = weakref.ref(circle)
    gc.freeze()
    del circle
    for _ in range(14):
        QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
        QTest.qWait(100)
        assert lost() is not None
    wait_for(lambda: lost() is None)
    field.close()
