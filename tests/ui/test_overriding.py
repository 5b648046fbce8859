"""Errors hold an export back in the window until they are mended or a reason is given."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QFileDialog

from benchmarks.soundness import nameless
from briefer.storyboard import edits
from briefer.ui.dialogs.export import ExportDialog
from briefer.ui.dialogs.export_blocked import BlockedSide
from briefer.ui.dialogs.override import OverrideDialog
from briefer.ui.main_window import MainWindow
from briefer.ui.widgets.labels import Label
from tests.ui.driving import Key, cards, press, settle, wait_for

REASON = "Both slides are read together"


@pytest.fixture
def flawed(window: MainWindow) -> MainWindow:
    """Return a window on the sample with two slides of one title."""
    session = window.session
    for index in (4, 6):
        session.do(edits.set_title(session.briefing, index, "The same title"))
    settle(window)
    return window


def _dialog(window: MainWindow) -> tuple[ExportDialog, BlockedSide]:
    window.actions_by_name["export"].trigger()
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    assert dialog.blocked is not None
    return dialog, dialog.blocked


def test_an_error_is_told_and_nothing_can_be_exported(flawed: MainWindow) -> None:
    """The button is dead until each check has a reason; every part has a name."""
    dialog, blocked = _dialog(flawed)
    assert not dialog.start.isEnabled()
    assert list(blocked.fields) == ["titles"]
    assert not blocked.fields["titles"].isVisible()
    blocked.anyway.click()
    assert blocked.fields["titles"].isVisible()
    assert not dialog.start.isEnabled()
    blocked.fields["titles"].setText("   ")
    assert not dialog.start.isEnabled()
    blocked.fields["titles"].setText(REASON)
    assert dialog.start.isEnabled()
    assert nameless(dialog) == []
    dialog.finish()
    assert flawed.session.briefing.decisions == ()


def test_a_reason_lets_the_deck_go_and_is_kept(flawed: MainWindow, tmp_path: Path) -> None:
    """The briefing remembers check and reason; one undo takes that back."""
    dialog, blocked = _dialog(flawed)
    target = tmp_path / "deck.pptx"
    dialog.target.setText(str(target))
    blocked.anyway.click()
    blocked.fields["titles"].setText(REASON)
    dialog.start.click()
    wait_for(dialog.done_button.isVisible)
    assert target.is_file()
    (decision,) = flawed.session.briefing.decisions
    assert (decision.what, decision.name, decision.reason) == ("override", "titles", REASON)
    assert decision.at
    dialog.finish()
    settle(flawed)
    press(flawed, Key.Key_F7)
    assert flawed.right.checks.sentence.text().startswith("2 overridden")
    assert flawed.session.history.undo_label == "Override 1 check"
    flawed.actions_by_name["undo"].trigger()
    settle(flawed)
    assert flawed.session.briefing.decisions == ()
    assert flawed.right.checks.sentence.text().startswith("2 fixes needed")


def test_export_again_asks_where_errors_came_since(window: MainWindow, tmp_path: Path) -> None:
    """The deck written last stays; the dialog tells what holds the next one back."""
    window.actions_by_name["export"].trigger()
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    dialog.target.setText(str(tmp_path / "deck.pptx"))
    dialog.start.click()
    wait_for(dialog.done_button.isVisible)
    before = (tmp_path / "deck.pptx").read_bytes()
    dialog.done_button.click()
    wait_for(lambda: window.findChild(ExportDialog) is None)
    for index in (4, 6):
        window.session.do(edits.set_title(window.session.briefing, index, "The same title"))
    settle(window)
    window.actions_by_name["export-again"].trigger()
    wait_for(lambda: window.findChild(ExportDialog) is not None)
    asked = window.findChild(ExportDialog)
    assert isinstance(asked, ExportDialog)
    assert asked.blocked is not None
    assert (tmp_path / "deck.pptx").read_bytes() == before


def test_the_marking_is_told_once_with_its_button(window: MainWindow) -> None:
    """It stands among the errors; after the click nothing of it is left, and the rest stays."""
    session = window.session
    session.do(edits.set_option(session.briefing, 1, "marking", "CUI//LEI"))
    for index in (4, 6):
        session.do(edits.set_title(session.briefing, index, "The same title"))
    settle(window)
    dialog, blocked = _dialog(window)
    assert blocked.isAncestorOf(dialog.hold)
    assert dialog.hold.isVisible()
    told = [label for label in dialog.findChildren(Label) if "not marked" in label.text()]
    assert [dialog.hold.isAncestorOf(label) for label in told] == [True]
    assert blocked.anyway.isHidden()
    press(dialog.hold.buttons[0], Key.Key_Space)
    wait_for(lambda: dialog.blocked is not None and list(dialog.blocked.fields) == ["titles"])
    assert dialog.hold.isHidden()
    assert nameless(dialog) == []
    assert dialog.blocked is not None
    dialog.blocked.anyway.click()
    dialog.blocked.fields["titles"].setText(REASON)
    session.do(edits.set_option(session.briefing, 2, "marking", "CUI//PRVCY"))
    wait_for(lambda: not dialog.hold.isHidden())
    assert not dialog.start.isEnabled()
    dialog.hold.buttons[0].click()
    wait_for(dialog.start.isEnabled)
    assert dialog.blocked.reasons == {"titles": REASON}
    dialog.finish()


def test_in_a_narrow_dialog_errors_come_first(flawed: MainWindow) -> None:
    """Why the button is dead is seen without scrolling; mended, the form comes first again."""
    dialog, blocked = _dialog(flawed)
    wait_for(dialog.isVisible)
    dialog.resize(dialog.look.px(600), dialog.height())
    wait_for(lambda: blocked.fix.mapTo(dialog.body, QPoint()).x() < dialog.look.px(300))
    assert (
        blocked.fix.mapTo(dialog.body, QPoint()).y()
        < dialog.target.mapTo(dialog.body, QPoint()).y()
    )
    flawed.session.undo()
    wait_for(lambda: dialog.blocked is None and dialog.start.isEnabled())
    QApplication.processEvents()
    assert dialog.target.mapTo(dialog.body, QPoint()).y() < dialog.look.px(400)
    dialog.finish()


def test_reasons_outlive_another_choice_of_what_is_released(flawed: MainWindow) -> None:
    """What was typed stands in its field again, whatever was chosen in between."""
    session = flawed.session
    session.do(edits.set_option(session.briefing, 1, "marking", "CUI//LEI"))
    session.do(edits.set_briefing(session.briefing, marking="CUI//LEI"))
    settle(flawed)
    dialog, blocked = _dialog(flawed)
    blocked.anyway.click()
    blocked.fields["titles"].setText(REASON)
    for key in (Key.Key_Down, Key.Key_Up):
        press(dialog.release.limits, key)
        wait_for(lambda: dialog.release.ready and dialog.start.isEnabled())
        assert dialog.blocked is not None
        assert dialog.blocked.reasons == {"titles": REASON}
    dialog.finish()


def test_fix_leads_to_the_checks(flawed: MainWindow) -> None:
    """The dialog closes and the panel stands open; an override can be withdrawn there."""
    _, blocked = _dialog(flawed)
    blocked.fix.click()
    wait_for(lambda: flawed.right.checks.isVisible())
    assert [c.title for c in cards(flawed)].count("The same title") == 2


def test_a_pdf_is_held_back_alike(flawed: MainWindow) -> None:
    """The same question is asked; with a reason the place is asked for."""
    flawed.actions_by_name["export-pdf"].trigger()
    dialog = flawed.findChild(OverrideDialog)
    assert isinstance(dialog, OverrideDialog)
    assert not dialog.start.isEnabled()
    assert flawed.findChild(QFileDialog) is None
    dialog.blocked.anyway.click()
    dialog.blocked.fields["titles"].setText(REASON)
    dialog.start.click()
    wait_for(lambda: flawed.findChild(QFileDialog) is not None)
    asked = flawed.findChild(QFileDialog)
    assert isinstance(asked, QFileDialog)
    asked.close()
    assert [decision.name for decision in flawed.session.briefing.decisions] == ["titles"]
