"""The window as it was left; panels made wider and narrower by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QSplitterHandle, QWidget

from briefer.ui.layout_memory import LayoutMemory
from briefer.ui.main_window import MainWindow
from briefer.ui.places import Places
from tests.ui.conftest import Opener
from tests.ui.driving import CTRL, SHIFT, Key, press, settle, wait_for


def wide(window: MainWindow) -> MainWindow:
    """Have room for all panels."""
    window.resize(1440, 900)
    QApplication.processEvents()
    window.activateWindow()
    return window


def focused() -> QWidget:
    """Return what has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_hidden_panels_and_views_are_there_at_the_next_start(opened: Opener) -> None:
    """Library, right panel and storyboard hidden; grid with large slides; the timeline."""
    first = wide(opened())
    first.body.hide_side("library", True)
    first.body.hide_side("inspector", True)
    first.actions_by_name["grid-large"].trigger()
    first.storyboard.hide()
    first.actions_by_name["timeline"].trigger()
    first.close()
    second = opened()
    second.desk.show_as_left()
    wide(second)
    settle(second)
    wait_for(lambda: second.views.current == "timeline")
    assert second.library.field.placeholderText().startswith("Search ")
    assert second.timeline.isVisible()
    second.views.go("list")
    assert not second.library.isVisible()
    assert not second.right.isVisible()
    assert not second.storyboard.isVisible()
    assert second.storyboard.mode == "grid"
    assert second.storyboard.grid.size_name == "L"
    assert second.actions_by_name["grid"].isChecked()
    second.actions_by_name["reset-layout"].trigger()
    second.close()
    third = opened()
    third.desk.show_as_left()
    wide(third)
    assert third.library.isVisible()
    assert third.right.isVisible()
    assert third.storyboard.isVisible()


@pytest.mark.parametrize(
    "text",
    [
        '{"hidden": 7, "choices": []}',
        '{"hidden": [1, "stage", null], "choices": {"storyboard": "pile", "library": 3}}',
    ],
)
def test_damage_gives_the_usual_window(opened: Opener, places: Places, text: str) -> None:
    """What names no panel and no view is passed over."""
    (places.user_folder / "layout.json").write_text(text, encoding="utf-8")
    window = opened()
    window.desk.show_as_left()
    wide(window)
    assert window.library.isVisible()
    assert window.right.isVisible()
    assert window.storyboard.isVisible()
    assert (window.storyboard.mode, window.views.current) == ("strip", "list")


def test_choices_survive_a_round_trip(tmp_path: Path) -> None:
    """What is among the names that can be chosen is returned, else the usual one."""
    memory = LayoutMemory(tmp_path / "layout.json")
    memory.keep_choice("grid", "M")
    memory.hidden = frozenset({"library"})
    memory.save()
    again = LayoutMemory(tmp_path / "layout.json")
    assert again.hidden == {"library"}
    assert again.choice("grid", ("S", "M"), "S") == "M"
    assert again.choice("grid", ("S", "L"), "S") == "S"
    again.forget()
    assert LayoutMemory(tmp_path / "layout.json").choice("grid", ("S", "M"), "S") == "S"


def test_edges_are_moved_by_keys(window: MainWindow) -> None:
    """A key goes to each edge in turn; arrows, Shift, Home and End move it; Enter goes back."""
    wide(window)
    window.library.field.setFocus()
    before = window.library.width()
    press(window, Key.Key_F6, CTRL)
    edge = focused()
    assert isinstance(edge, QSplitterHandle)
    assert edge.accessibleName() == "Width of the library"
    press(edge, Key.Key_Right)
    assert window.library.width() == before + 16
    press(edge, Key.Key_Left, SHIFT)
    assert window.library.width() == before + 16 - 64
    press(edge, Key.Key_Home)
    assert window.library.width() == window.library.minimumWidth()
    press(edge, Key.Key_End)
    assert window.library.width() == window.library.maximumWidth()
    press(edge, Key.Key_Home)
    press(edge, Key.Key_Return)
    assert window.library.field.hasFocus()
    right = window.right.width()
    press(window, Key.Key_F6, CTRL)
    press(focused(), Key.Key_F6, CTRL)
    assert focused().accessibleName() == "Width of the slide and checks panel"
    press(focused(), Key.Key_Left)
    assert window.right.width() == right + 16
    press(focused(), Key.Key_F6, CTRL)
    assert window.library.field.hasFocus()


def test_widths_set_by_keys_are_remembered(opened: Opener) -> None:
    """As those set with the mouse are."""
    first = wide(opened())
    press(first, Key.Key_F6, CTRL)
    press(focused(), Key.Key_Right, SHIFT)
    width = first.library.width()
    first.close()
    second = wide(opened())
    assert second.library.width() == width


def test_the_edge_shows_that_the_keyboard_is_there(window: MainWindow) -> None:
    """A grip appears over the line and goes with it; assistive programs know what it is."""
    wide(window)
    plain = window.grab().toImage()
    press(window, Key.Key_F6, CTRL)
    edge = focused()
    marked = window.grab().toImage()
    assert marked != plain
    role = QAccessible.queryAccessibleInterface(edge).role()
    assert role == QAccessible.Role.Grip
    press(edge, Key.Key_Right)
    assert window.grab().toImage() != marked
    press(edge, Key.Key_Escape)
    assert not isinstance(focused(), QSplitterHandle)


def test_without_edges_the_keyboard_stays(window: MainWindow) -> None:
    """Where panels are rails there is nothing to move."""
    window.resize(800, 600)
    QApplication.processEvents()
    window.stage.canvas.setFocus()
    press(window, Key.Key_F6, CTRL)
    assert window.stage.canvas.hasFocus()
