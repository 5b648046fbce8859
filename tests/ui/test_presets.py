"""Tests of beginning with a type of briefing: on the empty stage and in the File menu."""

from __future__ import annotations

import pytest

from briefer.compose.presets import PRESETS
from briefer.storyboard.edits import set_briefing
from briefer.ui.main_window import MainWindow
from briefer.ui.tasks import Query
from tests.ui.driving import CTRL, Key, cards, kinds, press, settle, wait_for

_DIGITS = (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_5)


def begin(window: MainWindow, key: Key) -> None:
    """Press a digit on the empty stage and wait for the slides."""
    press(window.stage.empty.ways[0], key)
    wait_for(lambda: bool(cards(window)))
    settle(window)


@pytest.mark.parametrize(("key", "name"), list(zip(_DIGITS, PRESETS, strict=True)))
def test_a_digit_fills_the_storyboard_in_one_step(empty: MainWindow, key: Key, name: str) -> None:
    """Each preset has its digit; undo takes all slides back at once, redo brings them back."""
    begin(empty, key)
    assert empty.session.briefing.preset == name
    assert empty.session.briefing.title == PRESETS[name].label
    assert kinds(empty)[0] == "title"
    filled = cards(empty)
    assert len(filled) > 3
    assert empty.session.spot.card == 0
    press(empty, Key.Key_Z, CTRL)
    settle(empty)
    assert cards(empty) == ()
    assert empty.stage.empty.isVisible()
    press(empty, Key.Key_Y, CTRL)
    settle(empty)
    assert cards(empty) == filled


def test_a_title_given_before_is_kept(empty: MainWindow) -> None:
    """A briefing that has a name keeps it, and its other settings."""
    named = set_briefing(empty.session.briefing, title="My hearing", audience="Chair")
    empty.session.do(named)
    begin(empty, Key.Key_3)
    assert empty.session.briefing.title == "My hearing"
    assert empty.session.briefing.audience == "Chair"
    assert "talking-points" in kinds(empty)


def test_the_file_menu_begins_anew(window: MainWindow) -> None:
    """A preset of the menu takes the place of the briefing; undo brings that back."""
    settle(window)
    before = window.session.briefing
    window.actions_by_name["new-backgrounder"].trigger()
    wait_for(lambda: window.session.briefing.preset == "backgrounder")
    settle(window)
    assert kinds(window) == ["title", "bluf", "figures", "timeline"]
    press(window, Key.Key_Z, CTRL)
    assert window.session.briefing == before


def test_what_was_undone_meanwhile_stands(empty: MainWindow) -> None:
    """A type is asked for, and the briefing changed and changed back before its slides come."""
    session, answered = empty.session, list[bool]()
    before = session.history
    session.propose("information")
    session.undo()
    session.redo()
    Query(session.reading_lane, lambda _: True, answered.append)
    wait_for(lambda: bool(answered))
    assert cards(empty) == ()
    assert session.history.past == before.past


def test_the_sample_can_still_be_opened(empty: MainWindow) -> None:
    """The button under the outlines opens it."""
    empty.stage.empty.sample.click()
    settle(empty)
    assert empty.session.is_sample
