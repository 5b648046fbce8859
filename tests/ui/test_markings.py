"""Markings in the window: marked records, a marking raised and lowered, a part handed out."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefer.records import Record
from briefer.storyboard import edits
from briefer.storyboard.briefing import Decision
from briefer.ui.dialogs.details import MARKING, DetailsDialog
from briefer.ui.dialogs.export import ExportDialog
from briefer.ui.dialogs.release_sheet import ReleaseSheet
from briefer.ui.dialogs.writing import WritingDialog
from briefer.ui.library.delegate import CardDelegate, CardState
from briefer.ui.library.facts import facts_of, spoken
from briefer.ui.main_window import MainWindow
from briefer.ui.marking.embargo import read_clock
from briefer.ui.marking.field import MarkingField
from briefer.ui.marking.lowering import lowers
from briefer.ui.marking.page import MarkingPage
from briefer.ui.records.editor import RecordEditor
from briefer.ui.tasks import Query
from tests.ui.driving import CTRL, Key, press, search, settle, wait_for

PLANTED = "Qwertzuiop laboratory raid"


def _pick(window: MainWindow, words: str) -> Record:
    """Search, add the first record as a slide and return it."""
    search(window, words)
    press(window.library.field, Key.Key_Down)
    record = window.library.view.record(window.library.view.currentIndex())
    press(window.library.view, Key.Key_Return)
    settle(window)
    return record


def _save(window: MainWindow, record: Record) -> None:
    """Keep a record in the library, as an editor does."""
    done: list[bool] = []
    lane = window.session.store_lane
    Query(lane, lambda store: store.save(record), lambda _: done.append(True))
    wait_for(lambda: bool(done))
    window.session.reread()
    settle(window)


def _page(window: MainWindow) -> MarkingPage:
    """Open the properties from the status bar."""
    window.status.marking.click()
    dialog = window.findChild(DetailsDialog)
    assert isinstance(dialog, DetailsDialog)
    assert dialog.marking.isVisible()
    wait_for(dialog.isActiveWindow)
    return dialog.marking


def _close(window: MainWindow) -> None:
    """Close the dialog at the front."""
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    press(dialog, Key.Key_Escape)
    settle(window)


def _choose(page: MarkingPage, profile: str) -> None:
    """Choose a profile."""
    page.profile.setCurrentIndex(page.profile.findData(profile))
    page.profile.activated.emit(page.profile.currentIndex())


def _type(page: MarkingPage, words: str) -> None:
    """Type a marking in place of the one that stands there."""
    page.marking.line.setFocus()
    page.marking.line.selectAll()
    QTest.keyClicks(page.marking.line, words)


def test_from_a_marked_record_to_a_part_without_it(empty: MainWindow, tmp_path: Path) -> None:
    """By keys: a record is marked, the briefing raised, its block filled, the rest handed out."""
    kept = _pick(empty, "type:event coalition")
    _pick(empty, "type:event extradit")
    press(empty.library.view, Key.Key_F2)
    wait_for(lambda: isinstance(QApplication.activeModalWidget(), RecordEditor))
    editor = QApplication.activeModalWidget()
    assert isinstance(editor, RecordEditor)
    form = editor.page.form
    form.inputs["title"].show_value(PLANTED)
    form.focus("marking")
    marking = form.boxes["marking"].control
    assert isinstance(marking, MarkingField)
    QTest.keyClicks(marking.line, "CUI//SUB")
    assert "Specified" in marking.box.words
    press(marking.offer, Key.Key_Space)
    assert marking.value() == "CUI//SP-SUB"
    press(editor, Key.Key_Return, CTRL)
    wait_for(lambda: QApplication.activeModalWidget() is None)
    wait_for(lambda: "marking-record" not in empty.status.marking.text())
    wait_for(lambda: empty.status.marking.text() == "Marking too low: No marking")

    dialog = _export(empty)
    press(dialog.hold.buttons[0], Key.Key_Space)
    wait_for(dialog.start.isEnabled)
    assert empty.session.briefing.marking == "CUI//SP-SUB"
    dialog.target.setText(str(tmp_path / dialog.path.name))
    press(dialog.release.limits, Key.Key_Down)
    wait_for(lambda: dialog.release.limit == "" and dialog.start.isEnabled())
    press(dialog, Key.Key_Return)
    wait_for(lambda: dialog.done_button.isVisible() or dialog.notice.isVisible())
    assert dialog.done_button.isVisible(), dialog.notice.text()
    told = _everything(dialog.path)
    assert PLANTED.encode() not in told
    assert b"SP-SUB" not in told
    assert kept.id.encode() in told


def _everything(deck: Path) -> bytes:
    """Return every part of a deck, one behind the other."""
    with zipfile.ZipFile(deck) as parts:
        return b"\n".join(parts.read(name) for name in parts.namelist())


@pytest.fixture
def marked(window: MainWindow) -> MainWindow:
    """Return a window on the sample, a record of its third slide marked, CUI by NARA chosen."""
    session = window.session
    assert session.built is not None
    ref = next(ref for card in session.briefing.cards for ref in card.records)
    _save(window, replace(session.built.records[ref], marking="CUI//SP-SUB"))
    session.do(edits.set_briefing(session.briefing, profile="nara", marking="CUI"))
    settle(window)
    return window


def test_too_low_is_told_and_raised_with_one_click(marked: MainWindow) -> None:
    """The status bar tells in words; the page offers what the slides need; undo brings it back."""
    assert marked.status.marking.text() == "Marking too low: CUI"
    page = _page(marked)
    wait_for(lambda: bool(page.needs.buttons))
    assert page.needs.buttons[0].text() == "Raise to CUI//SP-SUB"
    page.needs.buttons[0].click()
    assert marked.session.briefing.marking == "CUI//SP-SUB"
    assert page.marking.value() == "CUI//SP-SUB"
    settle(marked)
    wait_for(lambda: not page.needs.buttons)
    assert "covers" in page.needs.words
    assert marked.status.marking.text().startswith("Block incomplete")
    marked.session.undo()
    assert marked.session.briefing.marking == "CUI"
    _close(marked)


def test_a_marking_is_read_while_it_is_typed(window: MainWindow) -> None:
    """What is wrong stands under the field, with a button that writes it right."""
    page = _page(window)
    _choose(page, "nara")
    _type(page, "CUI//LEI/SUB")
    assert "Specified" in page.marking.box.words
    assert page.marking.line.accessibleDescription() == page.marking.box.words
    assert page.marking.offer.text() == "Use “CUI//SP-SUB/LEI”"
    page.marking.offer.click()
    assert window.session.briefing.marking == "CUI//SP-SUB/LEI"
    assert page.marking.box.words == ""
    assert not page.marking.offer.isVisible()
    _choose(page, "dod")
    assert page.marking.box.words == "The banner says CUI."
    assert list(page.picks.buttons)[:3] == ["None", "UNCLASSIFIED", "CUI"]
    _close(window)


def test_lowering_asks_why_in_the_same_dialog(marked: MainWindow) -> None:
    """Nothing is lowered without a reason; with one it is a step, and kept with name and time."""
    session = marked.session
    session.author = "J. Doe"
    session.do(edits.set_briefing(session.briefing, marking="CUI//SP-SUB/LEI"))
    page = _page(marked)
    dialog = page.window()
    assert isinstance(dialog, DetailsDialog)
    page.picks.buttons["CUI"].click()
    assert session.briefing.marking == "CUI//SP-SUB/LEI"
    assert page.lowering.isVisible()
    dialog.keep.click()
    assert dialog.isVisible()
    assert page.lowering.reason.hasFocus()
    assert "reason" in page.lowering.box.words
    QTest.keyClicks(page.lowering.reason, "Decontrolled today")
    press(page.lowering.reason, Key.Key_Return)
    assert session.briefing.marking == "CUI"
    (decision,) = session.briefing.decisions
    assert (decision.what, decision.name) == ("lower", "CUI//SP-SUB/LEI to CUI")
    assert (decision.reason, decision.by) == ("Decontrolled today", "J. Doe")
    assert dialog.isVisible()
    assert "Decontrolled today" in page.decisions.rows[0].reason.text()
    assert page.decisions.rows[0].withdraw.isHidden()
    session.undo()
    assert (session.briefing.marking, session.briefing.decisions) == ("CUI//SP-SUB/LEI", ())
    page.picks.buttons["None"].click()
    page.lowering.keep.click()
    assert page.marking.value() == session.briefing.marking == "CUI//SP-SUB/LEI"
    dialog.keep.click()
    assert not dialog.isVisible()


def test_typing_a_higher_marking_asks_nothing(window: MainWindow) -> None:
    """Half a word on the way to a marking is no lowering of it."""
    page = _page(window)
    _choose(page, "nara")
    _type(page, "CUI")
    page.marking.line.editingFinished.emit()
    _type(page, "CUI//SP-SUB")
    assert page.lowering.isHidden()
    assert window.session.briefing.marking == "CUI//SP-SUB"
    _close(window)


def test_what_nobody_could_read_is_put_right_without_a_reason(window: MainWindow) -> None:
    """To write a faulty marking as it should be is no lowering; to take it off is one."""
    nara = edits.set_briefing(window.session.briefing, profile="nara").briefing
    assert not lowers(nara, "CUI//SUB", "CUI//SP-SUB")
    assert lowers(nara, "CUI//SUB", "")
    assert lowers(nara, "SBU", "CUI")


def test_the_block_asks_for_what_its_profile_wants(marked: MainWindow) -> None:
    """Fields stand only where the marking wants them; what lacks is told under it."""
    page = _page(marked)
    assert page.designation.isVisible()
    controlled = page.designation.inputs["controlled-by"]
    box = page.designation.boxes["controlled-by"]
    assert box.aside.text() == "Required"
    assert box.words
    controlled.setFocus()
    QTest.keyClicks(controlled, "Department of State")
    assert dict(marked.session.briefing.designation) == {"controlled-by": "Department of State"}
    assert not box.words
    _choose(page, "dod")
    assert "POC" in [b.label.text() for b in page.designation.boxes.values()]
    _choose(page, "custom")
    assert list(page.designation.inputs) == ["controlled-by"]
    _close(marked)


def test_an_embargo_is_typed_as_people_write_it(window: MainWindow) -> None:
    """Date, time and zone make one line; half of it does not count and keeps the dialog open."""
    page = _page(window)
    dialog = page.window()
    assert isinstance(dialog, DetailsDialog)
    page.embargo.date.setFocus()
    QTest.keyClicks(page.embargo.date, "1 Dec 2026")
    assert window.session.briefing.embargo == ""
    assert "both" in page.embargo.box.words
    dialog.keep.click()
    assert dialog.isVisible()
    QTest.keyClicks(page.embargo.time, "10 am")
    assert window.session.briefing.embargo == "2026-12-01T10:00[America/New_York]"
    assert "Embargoed until 10:00 a.m. EST, December 1, 2026" in page.embargo.box.words
    window.session.undo()
    assert page.embargo.date.text() == ""
    dialog.keep.click()
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("typed", "hour"), [("10:00 a.m.", 10), ("12 am", 0), ("12 pm", 12), ("22.30", 22), ("9", 9)]
)
def test_times_of_day(typed: str, hour: int) -> None:
    """Each way to write an hour is understood."""
    found = read_clock(typed)
    assert found is not None
    assert found.hour == hour


@pytest.mark.parametrize("typed", ["25:00", "13 pm", "noon", "10:75"])
def test_no_times_of_day(typed: str) -> None:
    """What is no time is none."""
    assert read_clock(typed) is None


def test_an_embargo_with_an_offset_shows_its_zone(window: MainWindow) -> None:
    """An offset that Washington has then is shown as Washington's; any other as it is."""
    session = window.session
    session.do(edits.set_briefing(session.briefing, embargo="2026-12-01T10:00-05:00"))
    page = _page(window)
    assert page.embargo.zone.currentText() == "Washington (Eastern)"
    assert page.embargo.time.text() == "10:00 a.m."
    session.do(edits.set_briefing(session.briefing, embargo="2026-12-01T10:00+03:00"))
    assert page.embargo.zone.currentText() == "UTC+03:00"
    _close(window)


def test_a_legend_that_is_a_marking_is_refused_where_it_is_typed(window: MainWindow) -> None:
    """A pick writes a legend; a marking among legends is told under the field."""
    page = _page(window)
    page.legends.buttons["Draft"].click()
    assert window.session.briefing.legend == "Draft"
    page.legend.selectAll()
    QTest.keyClicks(page.legend, "CUI")
    assert "banner" in page.legend_box.words
    _close(window)


def test_an_override_can_be_withdrawn(window: MainWindow) -> None:
    """The list tells check, reason and who; the button takes it back, undo brings it again."""
    session = window.session
    decision = Decision("override", "embargo", "Agreed", "J. Doe", "2026-11-22T15:10:00-05:00")
    session.do(edits.decide(session.briefing, decision, label="Override"))
    page = _page(window)
    row = page.decisions.rows[0]
    assert row.words.text() == "Check overridden: No embargo holds"
    assert "J. Doe, November 22, 2026, 3:10 PM" in row.reason.text()
    row.withdraw.click()
    assert decision not in session.briefing.decisions
    session.undo()
    assert decision in session.briefing.decisions
    _close(window)


def test_a_slide_has_a_marking_of_its_own(marked: MainWindow) -> None:
    """The inspector tells what the records need, and writes the card's own marking."""
    session = marked.session
    first = next(n for n, card in enumerate(session.briefing.cards) if card.records)
    session.step(first)
    settle(marked)
    section = marked.inspector.marking
    marked.inspector.focus_marking()
    assert section.field.line.hasFocus()
    assert "CUI//SP-SUB" in section.holds.text()
    QTest.keyClicks(section.field.line, "CUI//LEI")
    card = session.card
    assert card is not None
    assert card.option("marking") == "CUI//LEI"
    settle(marked)
    assert section.heading.accessibleName() == "Marking, CUI//SP-SUB/LEI"


def _export(window: MainWindow) -> ExportDialog:
    """Open the export dialog."""
    window.actions_by_name["export"].trigger()
    wait_for(lambda: window.findChild(ExportDialog) is not None)
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    return dialog


def test_the_export_raises_the_marking_and_goes_on(marked: MainWindow) -> None:
    """The reason stands in the dialog with its button; then the block is asked for."""
    dialog = _export(marked)
    assert not dialog.start.isEnabled()
    assert dialog.hold.buttons[0].text() == "Raise to CUI//SP-SUB"
    dialog.hold.buttons[0].click()
    wait_for(lambda: bool(dialog.hold.buttons) and dialog.hold.buttons[0].text() == "Fill in…")
    dialog.hold.buttons[0].click()
    details = dialog.findChild(DetailsDialog)
    assert isinstance(details, DetailsDialog)
    assert details.pages.value == MARKING
    QTest.keyClicks(details.marking.designation.inputs["controlled-by"], "Department of State")
    details.keep.click()
    wait_for(dialog.start.isEnabled)
    assert not dialog.hold.isVisible()
    _close(marked)


def test_a_part_is_handed_out_without_a_trace_of_the_rest(
    marked: MainWindow, tmp_path: Path
) -> None:
    """What is left out is listed; the deck holds no word of it; Export again does not follow."""
    session = marked.session
    assert session.built is not None
    secret = next(record for record in session.built.records.values() if record.marking)
    _save(marked, replace(secret, note=PLANTED))
    dialog = _export(marked)
    exported: list[Path] = []
    dialog.exported.connect(exported.append)
    dialog.target.setText(str(tmp_path / dialog.path.name))
    assert dialog.path.name.startswith("CUI_")
    limits = dialog.release.limits
    assert [limits.itemText(row) for row in range(limits.count())] == [
        "Everything",
        "Unmarked only",
    ]
    limits.setCurrentIndex(1)
    limits.activated.emit(1)
    assert not dialog.start.isEnabled()
    wait_for(dialog.start.isEnabled)
    assert "1 record" in dialog.release.box.words
    assert any("marked CUI//SP-SUB" in line for line in dialog.release.left_out)
    assert not dialog.path.name.startswith("CUI")
    dialog.report.setChecked(True)
    press(dialog, Key.Key_Return)
    wait_for(lambda: dialog.done_button.isVisible() or dialog.notice.isVisible())
    assert dialog.done_button.isVisible(), dialog.notice.text()
    deck = dialog.path
    report = deck.with_name(f"{deck.stem} accessibility.html")
    assert report.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    everything = _everything(deck)
    for told in (PLANTED, secret.id, "SP-SUB"):
        assert told.encode() not in everything
    assert exported == []


def test_a_marked_record_shows_it_on_its_card(marked: MainWindow) -> None:
    """Words in a frame, and in the sentence that assistive programs read; the popover too."""
    session = marked.session
    assert session.built is not None
    secret = next(record for record in session.built.records.values() if record.marking)
    facts = facts_of(secret, session.built.records)
    assert facts.marking == "CUI//SP-SUB"
    assert "marked CUI//SP-SUB" in spoken(facts, ())
    search(marked, f"type:{secret.type} {facts.name}")
    model = marked.library.model
    card = next(
        card
        for card in (model.card(model.index(row)) for row in range(model.rowCount()))
        if card.record.id == secret.id
    )
    delegate = CardDelegate(marked.look, marked.library.view)
    size = QSize(320, 90)
    shown = delegate.render(card, size, CardState()).toImage()
    plain = replace(card, facts=replace(card.facts, marking=""))
    assert shown != delegate.render(plain, size, CardState()).toImage()


def test_a_handout_asks_how_much_goes_out(marked: MainWindow) -> None:
    """Before the place of a PDF of a marked briefing the part is chosen; its name follows."""
    publishing = marked.commands.publishing
    publishing.ask("pdf", folder=marked.session.places.user_folder)
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, ReleaseSheet)
    press(sheet.release.limits, Key.Key_Down)
    wait_for(lambda: sheet.release.limit == "" and sheet.go_on.isEnabled())
    chosen: list[tuple[str | None, str]] = []
    sheet.chosen.disconnect()
    sheet.chosen.connect(lambda limit, part: chosen.append((limit, part.briefing.marking)))
    press(sheet, Key.Key_Return)
    assert chosen == [("", "")]
    publishing.write("pdf", marked.session.places.user_folder / "part.pdf", release_to="")
    written = marked.session.places.user_folder / "part.pdf"
    wait_for(written.is_file)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, WritingDialog)
    wait_for(dialog.done_button.isVisible)
    texts = "".join(page.extract_text() for page in PdfReader(written).pages)
    assert "SP-SUB" not in texts
    dialog.close()
