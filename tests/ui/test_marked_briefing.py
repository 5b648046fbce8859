"""The window on a marked briefing: titles are edited without their marks, findings have fixes."""

from __future__ import annotations

from PySide6.QtCore import Qt

from briefer.preflight.fixes import fixes_of
from briefer.storyboard import edits
from briefer.ui.main_window import MainWindow
from tests.ui.driving import CTRL, Key, cards, press, settle


def test_a_title_is_edited_without_its_portion_mark(window: MainWindow) -> None:
    """The outline shows the mark, and opens a field for the words alone."""
    session = window.session
    session.do(edits.set_briefing(session.briefing, profile="nara", marking="CUI//LEI"))
    session.do(edits.set_option(session.briefing, 1, "marking", "CUI//LEI"))
    settle(window)
    press(window, Key.Key_5, CTRL)
    model = window.storyboard.outline_model
    index = model.of_card(1)[0]
    shown = str(index.data(Qt.ItemDataRole.DisplayRole))
    words = str(index.data(Qt.ItemDataRole.EditRole))
    assert shown == f"(CUI//LEI) {words}"
    assert model.setData(index, "Five answers", Qt.ItemDataRole.EditRole)
    settle(window)
    assert cards(window)[1].title == "Five answers"
    index = model.of_card(1)[0]
    assert index.data(Qt.ItemDataRole.DisplayRole) == "(CUI//LEI) Five answers"


def test_an_under_marked_briefing_is_raised_with_one_click(window: MainWindow) -> None:
    """The finding and its fix are there as soon as a slide is marked."""
    session = window.session
    session.do(edits.set_option(session.briefing, 1, "marking", "CUI//LEI"))
    settle(window)
    assert session.built is not None
    found = next(f for f in session.built.findings if f.check == "under-marked")
    fix = fixes_of(found, session.briefing, session.built.records)[0]
    session.do(fix.edit)
    settle(window)
    assert session.briefing.marking == "CUI//LEI"
    assert not [f for f in session.built.findings if f.check == "under-marked"]
