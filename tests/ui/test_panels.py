"""Keys of the window itself: to panels, which hide when asked again; a new slide; full screen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from briefer.ui.main_window import MainWindow
from briefer.ui.spots import Spot
from tests.ui.driving import ALT, Key, kinds, press, settle


def key(window: MainWindow, number: int) -> None:
    """Press Alt and a number where the keyboard is."""
    press(QApplication.focusWidget() or window, Key(Key.Key_0 + number), ALT)


def test_alt_and_a_number_goes_to_a_panel(window: MainWindow) -> None:
    """Each number has its panel, whatever was looked at before."""
    window.activateWindow()
    key(window, 1)
    assert window.library.field.hasFocus()
    key(window, 2)
    assert window.stage.canvas.hasFocus()
    key(window, 3)
    assert window.right.first_focus().hasFocus()
    key(window, 4)
    assert window.storyboard.view.hasFocus()
    window.actions_by_name["timeline"].trigger()
    key(window, 2)
    assert window.stage.canvas.hasFocus()


def test_once_more_hides_the_panel(window: MainWindow) -> None:
    """A side panel leaves a rail and its room to the stage; the key brings it back."""
    window.activateWindow()
    before = window.stage.width()
    key(window, 1)
    key(window, 1)
    assert not window.library.isVisible()
    assert window.body.rails["library"].isVisible()
    assert window.stage.canvas.hasFocus()
    assert window.stage.width() > before
    key(window, 3)
    key(window, 3)
    assert not window.right.isVisible()
    key(window, 4)
    key(window, 4)
    assert not window.storyboard.isVisible()
    for number, panel in ((1, window.library), (3, window.right), (4, window.storyboard)):
        key(window, number)
        assert panel.isVisible()
    assert window.stage.width() == before


def test_reset_layout_brings_hidden_panels_back(window: MainWindow) -> None:
    """View > Reset layout shows all panels again."""
    window.body.hide_side("library", True)
    window.storyboard.hide()
    window.actions_by_name["reset-layout"].trigger()
    window.resize(1440, 900)
    assert window.library.isVisible()
    assert window.storyboard.isVisible()


def test_the_rail_has_slide_and_checks(window: MainWindow) -> None:
    """In a narrow window each tab of the right panel has its own button, findings their count."""
    window.resize(1000, 700)
    settle(window)
    rail = window.body.rails["inspector"]
    assert not window.right.isVisible()
    rail.buttons["checks"].click()
    assert window.right.checks.isVisible()
    rail.buttons["slide"].click()
    assert window.inspector.isVisible()
    window.actions_by_name["checks"].trigger()
    assert rail.current == "checks"
    rail.buttons["checks"].click()
    assert not window.right.isVisible()
    tab = window.right.tabs.buttons["checks"]
    assert rail.buttons["checks"].accessibleName() == tab.accessibleName()


@pytest.mark.parametrize(("looked_at", "added"), [("title", "bluf"), ("event", "event")])
def test_a_new_slide_is_of_the_kind_looked_at(
    window: MainWindow, looked_at: str, added: str
) -> None:
    """Ctrl+M adds another of the same kind, behind a title a plain one."""
    at = kinds(window).index(looked_at)
    window.session.go(Spot(at))
    window.actions_by_name["new-slide"].trigger()
    assert kinds(window)[at + 1] == added


def test_kinds_can_be_chosen_by_key(window: MainWindow) -> None:
    """Ctrl+Shift+M opens the menu of slides, even where the storyboard is hidden."""
    window.storyboard.hide()
    window.actions_by_name["choose-kind"].trigger()
    menu = window.menus.by_name["Insert"]
    assert menu.isVisible()
    menu.close()


def test_full_screen_and_back(window: MainWindow) -> None:
    """F11 fills the screen; once more the window is as large as before."""
    action = window.actions_by_name["full-screen"]
    action.trigger()
    assert window.isFullScreen()
    assert action.isChecked()
    action.trigger()
    assert not window.isFullScreen()
    assert not action.isChecked()
