"""The findings beside the slide: told, gone to, mended one by one and all at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from briefer.preflight import Finding
from briefer.preflight.blocking import override
from briefer.storyboard import edits
from briefer.storyboard.briefing import Briefing
from briefer.ui.checks.card import FindingCard
from briefer.ui.checks.words import summary_of
from briefer.ui.dialogs.details import DetailsDialog
from briefer.ui.dialogs.settings import SettingsDialog
from briefer.ui.main_window import MainWindow
from briefer.ui.records.editor import RecordEditor
from briefer.ui.spots import Spot
from tests.ui.driving import CTRL, NONE, SHIFT, Key, cards, press, settle, wait_for

SAME = "The same title"


@pytest.fixture
def flawed(window: MainWindow) -> MainWindow:
    """Return a window on the sample with two equal titles and a style nobody knows."""
    session = window.session
    for index in (4, 6):
        session.do(edits.set_title(session.briefing, index, SAME))
    session.do(edits.set_briefing(session.briefing, style="nobody"))
    settle(window)
    return window


def _card(window: MainWindow, check: str) -> FindingCard:
    """Return the first card of a check."""
    return next(c for c in window.right.checks.cards if c.finding.check == check)


def test_f7_shows_what_was_found_worst_first(flawed: MainWindow) -> None:
    """The tab comes to the front with its count, the sentence tells, errors stand on top."""
    press(flawed, Key.Key_F7)
    panel = flawed.right.checks
    assert panel.isVisible()
    assert not flawed.inspector.isVisible()
    assert panel.sentence.text() == "2 fixes needed, 1 to review"
    assert [c.finding.severity for c in panel.cards[:3]] == ["error", "error", "warning"]
    assert flawed.right.tabs.buttons["checks"].accessibleName() == "Checks, 3 findings"
    focused = QApplication.focusWidget()
    assert focused is not None
    assert panel.isAncestorOf(focused)
    assert panel.fix_button.text() == "Fix 2 automatically"
    assert panel.export_button.text() == "Export anyway…"


def test_findings_that_nobody_looks_at_are_shown_when_somebody_does(flawed: MainWindow) -> None:
    """Behind the other tab no card is made; what can be mended is known, F7 shows what stands."""
    panel, actions = flawed.right.checks, flawed.actions_by_name
    assert panel.findChildren(FindingCard) == []
    assert actions["next-finding"].isEnabled()
    assert actions["fix"].isEnabled()
    flawed.session.do(edits.set_title(flawed.session.briefing, 6, "Another title"))
    settle(flawed)
    assert panel.findChildren(FindingCard) == []
    press(flawed, Key.Key_F7)
    shown = [card.finding for card in panel.findChildren(FindingCard)]
    assert {finding.check for finding in shown} >= {"style"}
    assert all(finding.check != "title-duplicate" for finding in shown)
    assert tuple(card.finding for card in panel.cards) == panel.findings


def test_all_safe_fixes_are_one_step(flawed: MainWindow) -> None:
    """The button mends what is safe; the panel says that all pass; undo brings the flaws back."""
    before = flawed.session.briefing
    press(flawed, Key.Key_F7)
    flawed.right.checks.fix_button.click()
    settle(flawed)
    assert [c.title for c in cards(flawed) if c.title == SAME] == [SAME]
    assert flawed.session.briefing.style == "house"
    assert flawed.session.history.undo_label == "Fix 2 findings"
    assert flawed.right.checks.sentence.text().startswith("All ")
    assert flawed.right.checks.export_button.text() == "Export"
    assert "All checks pass" in flawed.status.findings.text() or (
        "note" in flawed.status.findings.text()
    )
    press(flawed, Key.Key_Z, CTRL)
    settle(flawed)
    assert flawed.session.briefing == before
    assert flawed.right.checks.sentence.text() == "2 fixes needed, 1 to review"


def test_a_card_leads_to_its_slide_and_mends_it(flawed: MainWindow) -> None:
    """A click on a card looks at the slide; its button gives the slide its own title again."""
    press(flawed, Key.Key_F7)
    card = _card(flawed, "title-duplicate")
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, NONE, card.rect().topLeft())
    assert flawed.session.spot.card == card.finding.card
    card.buttons[0].click()
    settle(flawed)
    assert [c.title for c in cards(flawed)].count(SAME) == 1
    assert all(c.finding.check != "title-duplicate" for c in flawed.right.checks.cards)
    assert flawed.right.checks.isVisible()


def test_the_second_button_opens_what_people_must_write(flawed: MainWindow) -> None:
    """Edit title turns to the inspector with the cursor in the title; a style opens properties."""
    press(flawed, Key.Key_F7)
    _card(flawed, "title-duplicate").buttons[1].click()
    assert flawed.inspector.wording.title.hasFocus()
    assert flawed.right.tab == "slide"
    press(flawed, Key.Key_F7)
    _card(flawed, "style").buttons[1].click()
    dialog = flawed.findChild(DetailsDialog)
    assert isinstance(dialog, DetailsDialog)
    dialog.close()


def test_a_finding_about_a_record_opens_it(window: MainWindow) -> None:
    """A statistic without a date is a note with a button that opens the record's editor."""
    press(window, Key.Key_F7)
    window.right.checks.notes.heading.click()
    _card(window, "undated-statistic").buttons[0].click()
    wait_for(lambda: window.findChild(RecordEditor) is not None)
    window.findChildren(RecordEditor)[0].close()


def test_keys_go_from_finding_to_finding_and_mend(flawed: MainWindow) -> None:
    """F8 goes on, Shift F8 back, Ctrl Full Stop mends the one gone to."""
    flawed.session.go(Spot(0))
    press(flawed, Key.Key_F8)
    assert flawed.session.spot.card == 4
    press(flawed, Key.Key_F8)
    assert flawed.session.spot.card == 6
    press(flawed, Key.Key_F8, SHIFT)
    assert flawed.session.spot.card == 4
    press(flawed, Key.Key_F8)
    press(flawed, Key.Key_Period, CTRL)
    settle(flawed)
    assert [n for n, c in enumerate(cards(flawed)) if c.title == SAME] == [4]


def test_the_status_bar_leads_to_checks_sources_and_marking(flawed: MainWindow) -> None:
    """Each part of the status bar opens what it tells of."""
    flawed.status.findings.click()
    assert flawed.right.checks.isVisible()
    flawed.status.citations.click()
    assert flawed.session.page is not None
    assert flawed.session.page.kind == "sources"
    flawed.status.marking.click()
    dialog = flawed.findChild(DetailsDialog)
    assert isinstance(dialog, DetailsDialog)
    assert dialog.marking.isVisible()
    dialog.marking.marking.pick("CUI")
    dialog.close()
    assert flawed.status.marking.text() == "CUI"


def test_cards_of_findings_that_stay_are_kept(flawed: MainWindow) -> None:
    """An edit elsewhere does not make the cards anew, so that the keyboard stays where it is."""
    press(flawed, Key.Key_F7)
    before = flawed.right.checks.cards[0]
    before.buttons[0].setFocus()
    flawed.session.do(edits.set_title(flawed.session.briefing, 9, "Another title"))
    settle(flawed)
    assert flawed.right.checks.cards[0] is before
    assert before.buttons[0].hasFocus()


def test_findings_of_slides_that_are_gone_lead_to_one_that_is_there(flawed: MainWindow) -> None:
    """Between an edit and its pages the findings tell of slides that may not be there any more."""
    actions, session = flawed.actions_by_name, flawed.session
    session.go(Spot(5))
    session.new()
    actions["previous-finding"].trigger()
    session.go(Spot(6, 2))
    assert session.spot.card == 0
    session.undo()
    session.go(Spot(99))
    assert session.spot.card == len(cards(flawed)) - 1


def test_an_empty_briefing_has_nothing_to_check(empty: MainWindow) -> None:
    """Without slides the panel says so and offers nothing."""
    assert empty.right.checks.sentence.text() == "Nothing to check yet"
    assert empty.right.checks.cards == []
    assert not empty.actions_by_name["next-finding"].isEnabled()


def test_a_job_shows_its_progress_and_can_be_stopped(window: MainWindow) -> None:
    """A running job has its words, its share and a cross; it is gone when it ends."""
    job, stopped = window.status.job, []
    assert not job.isVisible()
    job.cancelled.connect(lambda: stopped.append(True))
    job.begin("Exporting")
    job.tell(5, 20)
    assert job.isVisible()
    assert job.words.words == "Exporting 25 %"
    job.stop.click()
    job.end()
    assert stopped == [True]
    assert not job.isVisible()


def test_a_summary_counts_what_passes() -> None:
    """Findings of one check fail one check; notes fail none."""
    found = (
        Finding("title-long", "warning", "Long."),
        Finding("title-duplicate", "error", "Twice."),
        Finding("incomplete-source", "note", "Gaps."),
    )
    briefing = Briefing("B")
    summary = summary_of(found, briefing)
    assert summary.sentence == "1 fix needed, 1 to review"
    assert summary.passed == summary.total - 1
    assert summary_of(found[2:], briefing).detail == "Ready to export. 1 note below."
    edit = override(briefing, "titles", reason="Meant so", by="", at="")
    assert summary_of(found, edit.briefing).sentence == "1 overridden, 1 to review"


def test_who_is_no_author_is_led_to_the_settings(window: MainWindow) -> None:
    """The note has a button, and its place leads there too, not to the briefing's properties."""
    press(window, Key.Key_F7)
    window.right.checks.notes.heading.setChecked(True)
    card = _card(window, "no-author")
    assert [button.text() for button in card.buttons] == ["Open settings"]
    for button in (card.buttons[0], card.place):
        assert button.isVisible()
        button.click()
        wait_for(lambda: window.findChild(SettingsDialog) is not None)
        dialog = window.findChild(SettingsDialog)
        assert isinstance(dialog, SettingsDialog)
        dialog.close()
        wait_for(lambda: window.findChild(SettingsDialog) is None)
    assert window.findChild(DetailsDialog) is None


def test_what_nothing_lifts_is_not_offered_to_be_lifted(flawed: MainWindow) -> None:
    """A marking that is too low cannot be exported anyway; mended, the other errors can."""
    session = flawed.session
    session.do(edits.set_option(session.briefing, 1, "marking", "CUI//LEI"))
    settle(flawed)
    press(flawed, Key.Key_F7)
    panel = flawed.right.checks
    assert panel.export_button.text() == "Export…"
    _card(flawed, "under-marked").buttons[0].click()
    settle(flawed)
    assert panel.export_button.text() == "Export anyway…"


def test_the_count_on_the_rail_is_seen_whole(flawed: MainWindow) -> None:
    """Two digits at twice the size do not leave the rail."""
    flawed.look.set_scale(200)
    flawed.resize(1440, 900)
    session = flawed.session
    for index in range(9, 18):
        session.do(edits.set_title(session.briefing, index, SAME))
    settle(flawed)
    button = flawed.body.rails["inspector"].buttons["checks"]
    wait_for(button.isVisible)
    rail = button.parentWidget()
    assert rail is not None
    assert flawed.right.tabs.buttons["checks"].accessibleName() == "Checks, 12 findings"
    parts = [part for part in rail.children() if isinstance(part, QWidget) and part.isVisible()]
    assert len(parts) > len(flawed.body.rails["inspector"].buttons)
    assert all(rail.rect().contains(part.geometry()) for part in parts)
