"""Presenting: slides on the whole screen, by keys and clicks, from anywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefer.ui.main_window import MainWindow
from briefer.ui.present import Show
from briefer.ui.spots import Spot
from tests.ui.driving import CTRL, SHIFT, Key, press


def _show(window: MainWindow) -> Show:
    """Return what is shown."""
    show = window.tools.presenting.show
    assert show is not None
    return show


def test_keys_go_through_the_slides_and_end(window: MainWindow) -> None:
    """F5 begins with the first slide; arrows, numbers and ends go; Escape ends where it was."""
    window.session.go(Spot(4))
    press(window, Key.Key_F5)
    show = _show(window)
    assert show.isFullScreen()
    assert show.accessibleName().startswith("Slide 1 of ")
    press(show, Key.Key_Right)
    press(show, Key.Key_Space)
    assert show.number == 3
    press(show, Key.Key_Left)
    assert show.number == 2
    press(show, Key.Key_End)
    assert show.number == len(window.storyboard.model.rows)
    press(show, Key.Key_Right)
    assert show.page is None
    press(show, Key.Key_Home)
    assert show.number == 1
    press(show, Key.Key_1)
    press(show, Key.Key_2)
    press(show, Key.Key_Return)
    assert show.number == 12
    press(show, Key.Key_Escape)
    assert window.tools.presenting.show is None
    assert window.session.page is not None
    assert window.session.page.number == 12


def test_from_here_by_mouse_and_in_the_dark(window: MainWindow) -> None:
    """Shift F5 begins with the slide looked at; clicks go on and back; B darkens the screen."""
    window.session.go(Spot(4))
    press(window, Key.Key_F5, SHIFT)
    show = _show(window)
    assert show.number == 5
    QTest.mouseClick(show, Qt.MouseButton.LeftButton)
    assert show.number == 6
    QTest.mouseClick(show, Qt.MouseButton.RightButton)
    assert show.number == 5
    lit = show.grab().toImage()
    assert lit.pixelColor(lit.rect().center()).lightness() > 0 or lit.allGray() is False
    press(show, Key.Key_B)
    dark = show.grab().toImage()
    middle = dark.rect().center()
    assert {dark.pixelColor(x, middle.y()).name() for x in range(0, dark.width(), 50)} == {
        "#000000"
    }
    press(show, Key.Key_Right)
    assert not show.dark
    assert show.number == 5
    show.close()


def test_a_rehearsal_has_a_clock_and_ends_with_the_window(window: MainWindow) -> None:
    """Ctrl F5 shows how long it takes; closing the window leaves nothing on the screen."""
    press(window, Key.Key_F5, CTRL)
    show = _show(window)
    assert show.clock.startswith("0:0")
    assert "Slide 1: " in show.clock
    window.close()
    QApplication.processEvents()
    assert window.tools.presenting.show is None


def test_nothing_is_presented_of_an_empty_briefing(empty: MainWindow) -> None:
    """Without slides the commands are disabled."""
    assert not empty.actions_by_name["present"].isEnabled()
    assert not empty.header.present.isEnabled()
