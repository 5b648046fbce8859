"""The keys of commands: changed in the settings, refused with a reason, told everywhere, kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.soundness import nameless
from briefer.settings import load_settings
from briefer.ui.actions import COMMANDS
from briefer.ui.dialogs.settings import SettingsDialog
from briefer.ui.dialogs.shortcuts import ShortcutsDialog
from briefer.ui.main_window import MainWindow
from briefer.ui.places import Places
from briefer.ui.shortcuts.keymap import DEFAULTS, keys_of
from briefer.ui.shortcuts.page import ShortcutsPage
from briefer.ui.shortcuts.rules import why_not, written
from tests.ui.conftest import Opener
from tests.ui.driving import ALT, CTRL, NONE, SHIFT, Key, press


@pytest.fixture
def page(window: MainWindow) -> ShortcutsPage:
    """Return the page of the settings, reached from the sheet of keys."""
    window.activateWindow()
    press(window, Key.Key_F1)
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, ShortcutsDialog)
    sheet.change.click()
    QApplication.processEvents()
    settings = QApplication.activeModalWidget()
    assert isinstance(settings, SettingsDialog)
    found = settings.pages["keyboard"]
    assert isinstance(found, ShortcutsPage)
    assert found.isVisible()
    return found


def listed(page: ShortcutsPage) -> dict[str, str]:
    """Return the commands that the list shows with what stands at the right."""
    return {row.words: row.note for row in page.list.rows.rows}


def record(page: ShortcutsPage, key: Qt.Key, held: Qt.KeyboardModifier = CTRL) -> None:
    """Press Enter in the list, then keys."""
    page.list.setFocus()
    press(page.list, Key.Key_Return)
    assert page.recorder.hasFocus()
    assert page.recorder.waiting
    press(page.recorder, key, held)


def test_every_command_is_listed_and_found(page: ShortcutsPage) -> None:
    """With menu, words and keys; the field finds by any of them."""
    assert len(listed(page)) == len(COMMANDS)
    assert listed(page)["File: Export"] == "Ctrl+E"
    assert listed(page)["Library: Sources"] == "No key"
    QTest.keyClicks(page.field, "file exp")
    assert list(listed(page)) == [
        "File: Export",
        "File: Export again",
        "File: Export PDF",
        "File: Export handout",
        "File: Export pictures",
    ]
    page.field.setText("ctrl+shift+e")
    assert list(listed(page)) == ["File: Export again"]
    page.field.setText("qqq")
    assert page.none.isVisible()
    assert not page.recorder.isVisible()


def test_new_keys_count_at_once_and_are_told_everywhere(
    window: MainWindow, page: ShortcutsPage
) -> None:
    """By keyboard alone: the command runs by the new keys, not by the old; tips and sheet tell."""
    page.field.setText("timeline")
    page.choose("timeline")
    record(page, Key.Key_L)
    assert "View: Timeline now has Ctrl+L." in page.told.text()
    assert listed(page)["View: Timeline"] == "changed  ·  Ctrl+L"
    page.field.setText("find in library")
    record(page, Key.Key_J)
    page.window().close()
    QApplication.processEvents()
    window.activateWindow()
    press(window, Key.Key_2, CTRL)
    assert window.views.current == "list"
    press(window, Key.Key_L, CTRL)
    assert window.views.current == "timeline"
    for switch in (window.views.switch, window.views.area.switch):
        assert switch.buttons["timeline"].toolTip() == "Timeline (Ctrl+L)"
    assert "(Ctrl+J)" in window.library.field.toolTip()
    window.actions_by_name["shortcuts"].trigger()
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, ShortcutsDialog)
    sheet.page.field.setText("ctrl+l")
    assert sheet.page.shown() == ("Timeline",)
    sheet.page.field.setText("ctrl+2")
    assert sheet.page.shown() == ()


def test_keys_of_another_command_are_left_or_moved(
    window: MainWindow, page: ShortcutsPage, places: Places
) -> None:
    """The page names who has them, and changes nothing before it is told to."""
    page.field.setText("sources")
    record(page, Key.Key_E)
    assert "belongs to “File: Export”" in page.told.text()
    assert page.leave.hasFocus()
    page.leave.click()
    assert window.keymap.keys("sources") == ()
    assert page.list.hasFocus()
    record(page, Key.Key_E)
    press(page.leave, Key.Key_Backtab, SHIFT)
    assert page.move_here.hasFocus()
    press(page.move_here, Key.Key_Space)
    assert window.keymap.keys("sources") == ("Ctrl+E",)
    assert window.keymap.keys("export") == ()
    assert not page.move_here.isVisible()
    kept = dict(load_settings(places.settings).keys)
    assert kept == {"export": (), "sources": ("Ctrl+E",)}
    page.field.setText("file: export")
    page.choose("export")
    page.reset.click()
    assert window.keymap.keys("export") == ("Ctrl+E",)
    assert window.keymap.keys("sources") == ()
    assert load_settings(places.settings).keys == ()


NEEDED = (
    (Key.Key_A, NONE, "types text"),
    (Key.Key_Return, NONE, "types text"),
    (Key.Key_C, CTRL, "text fields"),
    (Key.Key_Left, CTRL | SHIFT, "text fields"),
    (Key.Key_F, ALT, "menus"),
    (Key.Key_R, CTRL | ALT, "keyboards"),
    (Key.Key_Return, CTRL, "panel"),
)


def test_keys_that_are_needed_are_refused(page: ShortcutsPage) -> None:
    """With the reason, shown and read; the command keeps its keys."""
    page.choose("about")
    for key, held, reason in NEEDED:
        record(page, key, held)
        assert reason in page.told.text()
        assert page.recorder.accessibleDescription() == page.told.text()
        assert listed(page)["Help: About Briefer"] == "No key"
        assert not page.recorder.waiting


def test_escape_and_tab_leave_the_keys(page: ShortcutsPage) -> None:
    """Neither closes the dialog or is taken as keys while they are asked for."""
    page.choose("export")
    record(page, Key.Key_Escape, NONE)
    assert page.isVisible()
    assert not page.recorder.waiting
    record(page, Key.Key_Control, NONE)
    assert page.recorder.waiting
    press(page.recorder, Key.Key_Tab)
    assert page.clear.hasFocus()
    assert not page.recorder.waiting
    assert listed(page)["File: Export"] == "Ctrl+E"


def test_no_key_and_all_keys_reset(window: MainWindow, page: ShortcutsPage) -> None:
    """A command can be without keys; everything can be as it was."""
    page.choose("present")
    page.clear.click()
    assert window.actions_by_name["present"].shortcuts() == []
    assert listed(page)["Briefing: Present"] == "changed  ·  No key"
    page.reset_all.click()
    assert listed(page)["Briefing: Present"] == "F5"
    assert not page.reset_all.isEnabled()
    assert {name: window.keymap.keys(name) for name in DEFAULTS} == dict(DEFAULTS)


def test_keys_are_there_at_the_next_start(opened: Opener) -> None:
    """The next window has them in its menus."""
    first = opened()
    first.keymap.give("template", ("Ctrl+Shift+F9",))
    first.close()
    second = opened()
    assert second.actions_by_name["template"].shortcut().toString() == "Ctrl+Shift+F9"


def test_what_is_damaged_in_the_settings_is_passed_over() -> None:
    """Unknown commands, keys that are none, that are needed, or that two would have."""
    kept = keys_of(
        (
            ("no-such", ("Ctrl+1",)),
            ("export", ("A", "Shift", "nonsense, more", "Ctrl+I")),
            ("about", ("Ctrl+I", "Ctrl+N")),
        )
    )
    assert kept["export"] == ("Ctrl+I",)
    assert kept["about"] == ("Ctrl+N",)
    assert kept["new"] == ()
    assert kept["list"] == ("Ctrl+1",)
    given = [key for keys in kept.values() for key in keys]
    assert len(given) == len(set(given))


def test_the_usual_keys_keep_their_own_rules() -> None:
    """All keys of the table are written the one way and would be allowed."""
    for command in COMMANDS:
        for key in command.keys:
            assert written(key), key
            assert why_not(written(key), command.name) == "", key


@pytest.mark.parametrize("scale", [100, 200])
def test_the_page_fits_and_has_names(window: MainWindow, scale: int) -> None:
    """Nothing is wider than the dialog, nothing cut, nothing nameless, also while it asks."""
    window.commands.set_scale(scale)
    window.resize(1440, 900)
    window.desk.show_settings("keyboard")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SettingsDialog)
    page = dialog.pages["keyboard"]
    assert isinstance(page, ShortcutsPage)
    page.choose("about")
    record(page, Key.Key_E)
    QApplication.processEvents()
    assert page.move_here.isVisible()
    assert nameless(dialog) == []
    assert dialog.body.width() <= dialog.width()
    edge = dialog.grab().toImage().pixelColor(0, 100)
    assert edge == window.look.color("border_strong")  # seen also where no desktop frames it
    for label in (page.help, page.told, page.command):
        assert label.height() >= label.heightForWidth(label.width())
