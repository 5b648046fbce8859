"""The switch between list, timeline and network: keys, menu, search that moves along, focus."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from briefer.ui.main_window import MainWindow
from briefer.ui.views import VIEWS
from tests.ui.driving import CTRL, SHIFT, Key, cards, labels, press, search, wait_for


def test_keys_menu_and_switch_agree(window: MainWindow) -> None:
    """Ctrl 1 and 2, the menu's tick and both switches always say the same."""
    actions, views = window.actions_by_name, window.views
    for key, name in ((Key.Key_2, "timeline"), (Key.Key_1, "list")):
        press(window, key, CTRL)
        assert views.current == name
        assert [s.name for s in VIEWS if actions[s.name].isChecked()] == [name]
        assert views.switch.value == views.area.switch.value == name
    views.switch.buttons["timeline"].click()
    assert views.current == "timeline"
    assert actions["timeline"].isChecked()


def test_the_search_moves_along(window: MainWindow) -> None:
    """What was typed stays, in the one field there is; Ctrl F leads to it in every view."""
    search(window, "coalition")
    found = labels(window)
    press(window, Key.Key_2, CTRL)
    assert window.views.area.isAncestorOf(window.library.field)
    assert window.library.field.text() == "coalition"
    press(window, Key.Key_F, CTRL)
    assert window.library.field.hasFocus()
    press(window, Key.Key_1, CTRL)
    assert window.library.isAncestorOf(window.library.field)
    assert window.library.isVisible()
    wait_for(lambda: labels(window) == found)


def test_chips_a_view_begins_with_are_off_again(window: MainWindow) -> None:
    """The timeline begins with events; back in the list all types are listed as before."""
    chips = window.library.chips
    press(window, Key.Key_2, CTRL)
    assert [name for name, chip in chips.items() if chip.isChecked()] == ["event"]
    press(window, Key.Key_1, CTRL)
    assert [name for name, chip in chips.items() if chip.isChecked()] == []
    chips["statement"].click()
    press(window, Key.Key_2, CTRL)
    assert [name for name, chip in chips.items() if chip.isChecked()] == ["statement"]
    press(window, Key.Key_1, CTRL)
    assert [name for name, chip in chips.items() if chip.isChecked()] == ["statement"]


def test_the_switch_is_one_stop_with_arrows(window: MainWindow) -> None:
    """Tab reaches the segment that is chosen, an arrow the next one; the keyboard stays there."""
    window.activateWindow()
    window.library.field.setFocus()
    press(window.library.field, Key.Key_Backtab, SHIFT)
    assert window.views.switch.buttons["list"].hasFocus()
    press(window.views.switch.buttons["list"], Key.Key_Right)
    assert window.views.current == "timeline"
    assert window.views.area.switch.buttons["timeline"].hasFocus()
    focused = QApplication.focusWidget()
    assert focused is not None
    press(focused, Key.Key_Tab)
    assert window.library.field.hasFocus()


def test_bars_fold_in_a_narrow_window(window: MainWindow) -> None:
    """With little room the switch shows icons, tools go to a row of their own, nothing is cut."""
    press(window, Key.Key_2, CTRL)
    window.commands.set_scale(200)
    window.resize(1440, 900)
    QApplication.processEvents()
    area = window.views.area
    for widget in (area.switch, window.library.field, window.timeline.toolbar.lanes):
        place = widget.rect().translated(widget.mapTo(window, widget.rect().topLeft()))
        assert window.rect().contains(place)
        assert widget.height() >= widget.minimumSizeHint().height()
    assert window.timeline.canvas.height() > 100


def test_a_title_is_edited_on_the_stage(window: MainWindow) -> None:
    """F2 leaves the view for the slide: the title is edited beside its picture."""
    press(window, Key.Key_2, CTRL)
    window.actions_by_name["rename"].trigger()
    assert window.views.current == "list"
    assert window.inspector.wording.title.hasFocus()


def test_a_timeline_slide_from_the_list(window: MainWindow) -> None:
    """Ctrl Shift T makes one slide of the events selected in the list, and leaves out others."""
    search(window, "coalition")
    window.library.view.selectAll()
    events = {r.id for r in window.library.view.chosen() if r.type == "event"}
    assert 1 < len(events) < len(window.library.view.chosen())
    press(window, Key.Key_T, CTRL | SHIFT)
    assert set(cards(window)[window.session.spot.card or 0].records) <= events
    assert cards(window)[window.session.spot.card or 0].kind == "timeline"
