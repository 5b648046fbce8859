"""Everybody can use the window: names, keyboard, focus, room for larger text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QWidget,
)

from benchmarks.soundness import controls, nameless
from briefer.settings import load_settings
from briefer.ui.actions import COMMANDS
from briefer.ui.dialogs.shortcuts import shortcut_lines
from briefer.ui.main_window import MainWindow
from tests.ui.driving import SHIFT, Key, press, settle
from tests.ui.room import cut

DIALOGS = ("export", "details", "section", "shortcuts", "about", "settings")


def test_every_control_has_a_name(window: MainWindow) -> None:
    """No button, field, list or choice of the window is nameless, folded parts unfolded."""
    window.session.step(3)
    window.inspector.fields.heading.click()
    settle(window)
    assert len(controls(window)) > 25
    assert nameless(window) == []


def test_every_control_of_the_empty_window_has_a_name(empty: MainWindow) -> None:
    """The same without a slide."""
    assert nameless(empty) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_every_control_of_a_dialog_has_a_name(window: MainWindow, name: str) -> None:
    """Dialogs too; Escape closes each."""
    window.actions_by_name[name].trigger()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert nameless(dialog) == []
    press(dialog, Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


def test_icon_buttons_have_tool_tips(window: MainWindow) -> None:
    """A button without words says what it does under the pointer."""
    settle(window)
    buttons = [w for w in controls(window) if isinstance(w, QAbstractButton) and not w.text()]
    assert len(buttons) > 5
    assert [b.accessibleName() for b in buttons if not b.toolTip()] == []


def test_tab_reaches_every_panel(window: MainWindow) -> None:
    """Tab leads through the whole window and comes round again."""
    window.activateWindow()
    window.library.field.setFocus()
    seen: list[QWidget] = []
    for _ in range(120):
        focused = QApplication.focusWidget()
        assert focused is not None
        if seen and focused is seen[0]:
            break
        seen.append(focused)
        press(focused, Key.Key_Tab)
    panels = (window.header, window.library, window.stage, window.inspector, window.storyboard)
    assert all(any(panel.isAncestorOf(widget) for widget in seen) for panel in panels)
    assert window.storyboard.view in seen
    assert window.stage.notes.edit in seen


def test_f6_goes_from_panel_to_panel(window: MainWindow) -> None:
    """F6 and Shift F6 visit header, library, stage, inspector, storyboard and status."""
    window.library.field.setFocus()
    visited = []
    for _ in range(5):
        press(window, Key.Key_F6)
        focused = QApplication.focusWidget()
        assert focused is not None
        visited.append(focused)
    assert visited[0] is window.stage.canvas
    assert visited[1] is window.inspector.wording.title
    assert visited[2] is window.storyboard.view
    assert window.status.isAncestorOf(visited[3])
    assert window.header.isAncestorOf(visited[4])
    press(window, Key.Key_F6, SHIFT)
    assert QApplication.focusWidget() is visited[3]


def test_targets_are_large_enough(window: MainWindow) -> None:
    """No button is under 24 px either way (WCAG 2.5.8)."""
    buttons = [widget for widget in controls(window) if isinstance(widget, QAbstractButton)]
    small = [b.accessibleName() for b in buttons if min(b.width(), b.height()) < 24]
    assert small == []


@pytest.mark.parametrize("scale", [100, 125, 150, 175, 200])
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_no_label_is_cut(window: MainWindow, theme: str, scale: int) -> None:
    """At every text size and in every theme labels have the height of their words, and more.

    What must be shortened has its words in a tool tip or an accessible name.
    """
    window.commands.set_theme(theme)
    window.commands.set_scale(scale)
    window.resize(1440, 900)
    settle(window)
    QApplication.processEvents()
    assert cut(window) == []
    outside = [
        w.accessibleName()
        for w in controls(window)
        if isinstance(w, QAbstractButton)
        and not window.rect().contains(w.mapTo(window, w.rect().center()))
        and not window.inspector.isAncestorOf(w)
    ]
    assert outside == []


def test_panels_give_way_to_large_text(window: MainWindow) -> None:
    """At 200 % both side panels are rails; their buttons lay them over the stage, Ctrl F too."""
    window.resize(1440, 900)
    window.commands.set_scale(200)
    QApplication.processEvents()
    assert not window.library.isVisible()
    assert not window.inspector.isVisible()
    assert window.header.menu_button.isVisible()
    assert not window.header.bar.isVisible()
    window.actions_by_name["find"].trigger()
    assert window.library.isVisible()
    assert window.library.field.hasFocus()
    window.actions_by_name["rename"].trigger()
    assert window.inspector.wording.title.hasFocus()
    window.commands.set_scale(100)
    QApplication.processEvents()
    assert window.library.isVisible()
    assert window.inspector.isVisible()
    assert window.header.bar.isVisible()


def test_look_is_kept(window: MainWindow) -> None:
    """Theme and text size are there at the next start."""
    window.commands.set_theme("dark")
    window.commands.set_scale(125)
    settings = load_settings(window.session.places.settings)
    assert (settings.theme, settings.text_scale) == ("dark", 125)
    ticked = [action.data() for action in window.findChildren(QAction) if action.isChecked()]
    assert [value for value in ticked if value is not None] == ["dark", 125]


def test_shortcuts_are_unique_and_listed(window: MainWindow) -> None:
    """No two commands have the same keys; the sheet lists every one that has some."""
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))
    listed = [what for _, what, _ in shortcut_lines(window.keymap.keys)]
    assert all(c.words.replace("&", "").rstrip("…") in listed for c in COMMANDS if c.keys)


def test_mouse_focus_draws_no_ring(window: MainWindow) -> None:
    """The ring is for the keyboard: a button clicked has none."""
    button = window.stage.on
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    plain = button.grab().toImage()
    button.setFocus(Qt.FocusReason.OtherFocusReason)
    window.library.field.setFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.grab().toImage() != plain
