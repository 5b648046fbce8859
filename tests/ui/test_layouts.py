"""Choosing a layout in the inspector: tiles by mouse and keyboard, undo, back to the proposal."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from briefer.compose import SLIDE_KINDS
from briefer.storyboard import edits
from briefer.storyboard.briefing import Card
from briefer.ui.inspector.diagrams import drawn
from briefer.ui.inspector.layouts import LayoutSection
from briefer.ui.main_window import MainWindow
from briefer.ui.spots import Spot
from tests.ui.driving import Key, cards, press, settle


def _look_at(window: MainWindow, kind: str) -> LayoutSection:
    """Look at the first slide of a kind and return its layouts."""
    index = next(n for n, card in enumerate(cards(window)) if card.kind == kind)
    window.session.go(Spot(index))
    settle(window)
    return window.inspector.layouts


def _card(window: MainWindow) -> Card:
    card = window.session.card
    assert card is not None
    return card


def _chosen(section: LayoutSection) -> list[str]:
    return [value for value, tile in section.tiles.tiles.items() if tile.isChecked()]


def _said(section: LayoutSection) -> str:
    return section.heading.accessibleName()


def test_every_layout_of_every_kind_has_a_diagram() -> None:
    """No tile shows what stands for another."""
    for kind in SLIDE_KINDS.values():
        for value in (value for choice in kind.choices[:1] for value in choice.values):
            assert drawn(kind.name, value.value), (kind.name, value.value)


def test_the_tiles_are_those_of_the_kind_and_show_what_the_slide_is(window: MainWindow) -> None:
    """A list that layout made is shown as one; a title slide has no choice."""
    section = _look_at(window, "timeline")
    assert [tile.text() for tile in section.tiles.tiles.values()] == ["Axis", "List", "Table"]
    assert _chosen(section) == ["list"]
    assert _said(section) == "Layout, Follows template"
    assert not section.reset.isVisible()
    assert not _look_at(window, "title").isVisible()
    assert _chosen(_look_at(window, "figures")) == ["cards"]


def test_a_click_lays_the_slide_out_anew_and_undo_takes_it_back(window: MainWindow) -> None:
    """The step is named, the page shows the table, and the tile follows the undo."""
    section = _look_at(window, "figures")
    number = (window.session.spot.card or 0) + 1
    section.tiles.tiles["table"].click()
    assert dict(_card(window).options)["layout"] == "table"
    assert section.reset.isVisible()
    settle(window)
    page = window.session.page
    assert page
    assert page.layout == "Table"
    assert window.session.history.undo_label == f"Change layout of slide {number}"
    window.session.undo()
    settle(window)
    assert _chosen(section) == ["cards"]
    assert _said(section) == "Layout, Follows template"


def test_arrows_choose_and_one_tab_leaves(window: MainWindow) -> None:
    """The tiles are a radio group: one Tab stop, and steps in a row are one to undo."""
    section = _look_at(window, "chart")
    before = window.session.briefing
    section.focus_tile()
    for value in _chosen(section), ["bars"]:
        press(section.tiles.tiles[value[0]], Key.Key_Right)
    focused = QApplication.focusWidget()
    assert focused is section.tiles.tiles[_chosen(section)[0]]
    assert _card(window).option("shape") == "line"
    press(focused, Key.Key_Tab)
    assert QApplication.focusWidget() not in section.tiles.tiles.values()
    window.session.undo()
    assert window.session.briefing == before
    settle(window)


def test_reset_brings_back_what_is_proposed_and_keeps_the_keyboard(window: MainWindow) -> None:
    """The button goes with the change; the keyboard stays at the tiles."""
    section = _look_at(window, "network")
    assert _chosen(section) == ["chain"]
    section.reset.setFocus()
    section.reset.click()
    assert "form" not in dict(_card(window).options)
    assert not section.reset.isVisible()
    assert QApplication.focusWidget() in section.tiles.tiles.values()
    settle(window)
    assert _chosen(section) == ["network"]


def test_screen_readers_hear_radio_buttons(window: MainWindow) -> None:
    """Role, name and state are those of a choice."""
    section = _look_at(window, "statements")
    told = QAccessible.queryAccessibleInterface(section.tiles.tiles["sides"])
    assert told.role() == QAccessible.Role.RadioButton
    assert told.text(QAccessible.Text.Name) == "Side by side"
    assert told.state().checked


def test_an_unknown_layout_can_be_taken_off(window: MainWindow) -> None:
    """A value typed into a file is no tile, but it is a change that can be reset."""
    section = _look_at(window, "table")
    index = window.session.spot.card or 0
    window.session.do(edits.set_option(window.session.briefing, index, "layout", "circle"))
    settle(window)
    assert _chosen(section) == ["track"]
    assert "layout" in {finding.check for finding in window.session.findings_here()}
    section.reset.click()
    settle(window)
    assert "layout" not in {finding.check for finding in window.session.findings_here()}
