"""The record editor, driven by keys: new records, edits, what is wrong, what else is known."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from benchmarks.soundness import nameless
from briefer.records import RECORD_TYPES, Event, Record, Source, Statement
from briefer.store import Store
from briefer.ui.main_window import MainWindow
from briefer.ui.records.discard import DiscardDialog
from briefer.ui.records.editor import RecordEditor
from briefer.ui.tasks import Query
from tests.ui.driving import CTRL, SHIFT, Key, labels, press, search, settle, wait_for

T = TypeVar("T")
SMEAR = "type:statement malicious"


def in_store(window: MainWindow, work: Callable[[Store], T]) -> T:
    """Return what the store says, asked in its own thread."""
    answers: list[T] = []
    Query(window.session.store_lane, work, answers.append)
    wait_for(lambda: bool(answers))
    return answers[0]


def editor(after: RecordEditor | None = None) -> RecordEditor:
    """Return the editor that is open, or that opens `after` another one."""
    found: list[RecordEditor] = []

    def opened() -> bool:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, RecordEditor) and dialog is not after:
            found.append(dialog)
        return bool(found)

    wait_for(opened)
    return found[0]


def edit(window: MainWindow, words: str) -> RecordEditor:
    """Search, and open the first record found with F2."""
    search(window, words)
    window.library.view.setFocus()
    window.library.view.setCurrentIndex(window.library.model.index(0))
    press(window.library.view, Key.Key_F2)
    return editor()


def begin(window: MainWindow, type_: str) -> RecordEditor:
    """Open the editor for a new record."""
    window.actions_by_name[f"new-record-{type_}"].trigger()
    return editor()


def write(dialog: RecordEditor, field: str, words: str) -> None:
    """Type into a field, in place of what stood there."""
    control = dialog.page.form.boxes[field].control
    control.setFocus()
    press(control, Key.Key_A, CTRL)
    press(control, Key.Key_Delete)
    if words.isascii():
        QTest.keyClicks(control, words)
    elif isinstance(control, QPlainTextEdit):
        control.insertPlainText(words)
    QApplication.processEvents()


def choose(dialog: RecordEditor, field: str, word: str) -> None:
    """Choose a word of a field."""
    dialog.page.form.inputs[field].show_value(word)


def save(dialog: RecordEditor) -> None:
    """Save with Ctrl S and wait for the end."""
    ended: list[int] = []
    dialog.finished.connect(ended.append)
    dialog.activateWindow()
    dialog.save.click()
    wait_for(lambda: bool(ended))


def smear(window: MainWindow) -> Statement:
    """Return the statement that the tests edit."""
    found = in_store(window, lambda store: store.search(SMEAR).hits[0].record)
    assert isinstance(found, Statement)
    return found


def attach(window: MainWindow, source: str, text: str) -> None:
    """Attach a text to a source."""
    in_store(window, lambda store: store.attach_text(source, text, name="held.txt"))


def test_a_new_record_is_cited_saved_found_undone_and_done_again(window: MainWindow) -> None:
    """By keyboard: title, date, type, a citation with its page; then Undo and Redo by name."""
    dialog = begin(window, "event")
    assert QApplication.focusWidget() is dialog.page.form.boxes["title"].control
    QTest.keyClicks(dialog.page.form.boxes["title"].control, "Envoys met in Geneva")
    write(dialog, "date", "Sep 2023")
    assert dialog.page.form.boxes["date"].aside.text() == "Month"
    choose(dialog, "event_type", "bilateral.negotiation")
    dialog.cite()
    picker = dialog.page.citations.picker
    QTest.keyClicks(picker.field, "fidler")
    wait_for(lambda: picker.open and bool(picker.list.rows.rows))
    press(picker.field, Key.Key_Return, CTRL)
    card = dialog.page.citations.cards[0]
    assert QApplication.focusWidget() is card.place
    QTest.keyClicks(card.place, "12")
    assert nameless(dialog) == []
    save(dialog)
    search(window, "envoys geneva")
    assert labels(window) == ["Envoys met in Geneva"]
    kept = window.library.model.card(window.library.model.index(0)).record
    assert isinstance(kept, Event)
    assert kept.date is not None
    assert kept.date.edtf == "2023-09"
    assert [(c.locator.label, c.locator.value) for c in kept.citations if c.locator] == [
        ("page", "12")
    ]
    assert window.actions_by_name["undo"].text() == "&Undo add record “Envoys met in Geneva”"
    window.actions_by_name["undo"].trigger()
    wait_for(lambda: labels(window) == [])
    assert window.actions_by_name["redo"].text() == "&Redo add record “Envoys met in Geneva”"
    window.actions_by_name["redo"].trigger()
    wait_for(lambda: labels(window) == ["Envoys met in Geneva"])


def test_an_edit_changes_slide_and_library_and_undo_brings_it_back(window: MainWindow) -> None:
    """The slide that shows the record follows at once, and follows the undo."""
    session = window.session
    ref = next(r for card in session.briefing.cards for r in card.records if r.startswith("event/"))

    def on_slides() -> str:
        return session.built.records[ref].label if session.built else ""

    before = on_slides()
    window.records.edit(ref)
    dialog = editor()
    assert dialog.subtitle.words.startswith("Used on slide")
    write(dialog, "title", "A title of my own")
    save(dialog)
    wait_for(lambda: on_slides() == "A title of my own")
    assert in_store(window, lambda store: store.get(ref)).label == "A title of my own"
    session.undo()
    wait_for(lambda: on_slides() == before)
    assert in_store(window, lambda store: store.get(ref)).label == before
    assert session.history.redo_label == "Edit record “A title of my own”"


def test_a_wrong_date_is_told_under_its_field_with_a_way_out(window: MainWindow) -> None:
    """The message stands under the field and in its description; the button mends it."""
    dialog = begin(window, "event")
    box = dialog.page.form.boxes["date"]
    for typed, said, offer, then in (
        ("2023-13", "“2023-13” is not a month. Use 2023?", "Use 2023", "2023"),
        ("30 Feb 2023", "“30 Feb 2023” is not a day. Use Feb 2023?", "Use Feb 2023", "Feb 2023"),
        ("Nov 2023 to Jan 2022", "Ends before it starts.", "Swap", "2022-01/2023-11"),
    ):
        write(dialog, "date", typed)
        assert box.words == said
        assert box.control.accessibleDescription() == said
        assert box.offer.text() == offer
        box.offer.click()
        assert dialog.page.form.values()["date"] == then
        assert box.words == ""


def test_what_is_missing_is_told_at_saving_and_first_in_turn_focused(window: MainWindow) -> None:
    """An empty statement is not kept; each field says what it lacks, and no citation is told."""
    dialog = begin(window, "statement")
    assert dialog.page.form.boxes["text"].words == ""
    dialog.save.click()
    assert dialog.page.form.boxes["text"].words == "A statement needs the words said."
    assert QApplication.focusWidget() is dialog.page.form.boxes["text"].control
    assert "Uncited" in dialog.page.cited.words
    assert dialog.isVisible()


def test_closing_with_edits_asks_once_and_keeps_them_by_default(window: MainWindow) -> None:
    """Escape asks; Enter keeps editing; without edits nothing is asked."""
    dialog = edit(window, SMEAR)
    press(dialog, Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
    dialog = edit(window, SMEAR)
    write(dialog, "venue", "Beijing")
    press(dialog, Key.Key_Escape)
    question = QApplication.activeModalWidget()
    assert isinstance(question, DiscardDialog)
    press(question, Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.page.form.values()["venue"] == "Beijing"
    press(dialog, Key.Key_Escape)
    question = QApplication.activeModalWidget()
    assert isinstance(question, DiscardDialog)
    question.discard.click()
    assert QApplication.activeModalWidget() is None
    assert smear(window).venue != "Beijing"


def test_a_quotation_is_checked_against_the_text_while_typing(window: MainWindow) -> None:
    """Verbatim is green; a changed word is counted, shown and restored; a paraphrase is told."""
    statement = smear(window)
    attach(window, statement.citations[0].source, f"He said: “{statement.text}” And so on.")
    dialog = edit(window, SMEAR)
    notice = dialog.page.check.notice
    wait_for(lambda: notice.words == "Verbatim. Every word matches the source.")
    assert dialog.passage.words.toPlainText().startswith("He said")
    assert len(dialog.passage.words.extraSelections()) == 1
    control = dialog.page.form.boxes["text"].control
    assert isinstance(control, QPlainTextEdit)
    control.setPlainText(statement.text.replace("malicious", "vicious"))
    wait_for(lambda: notice.words == "1 word differs from the source.")
    assert (
        "you have “vicious”, the source has “malicious”" in dialog.page.check.diff.accessibleName()
    )
    notice.buttons[0].click()
    assert control.toPlainText() == statement.text
    wait_for(lambda: notice.words.startswith("Verbatim"))
    control.setPlainText(statement.text.replace("malicious", "vicious"))
    wait_for(lambda: notice.words.startswith("1 word"))
    notice.buttons[1].click()
    wait_for(lambda: notice.words.startswith("Paraphrase"))
    save(dialog)
    assert smear_of(window, statement).statement_type == "position"


def smear_of(window: MainWindow, statement: Statement) -> Statement:
    """Return a statement as it is kept."""
    kept = in_store(window, lambda store: store.get(statement.id))
    assert isinstance(kept, Statement)
    return kept


def test_words_of_the_text_become_the_quotation(window: MainWindow) -> None:
    """What is selected in the passage is taken as it stands."""
    statement = smear(window)
    attach(window, statement.citations[0].source, "The plain words stand\nhere and there.")
    dialog = edit(window, SMEAR)
    wait_for(lambda: dialog.passage.words.toPlainText() != "")
    cursor = dialog.passage.words.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(26, cursor.MoveMode.KeepAnchor)
    dialog.passage.words.setTextCursor(cursor)
    dialog.passage.use.click()
    assert dialog.page.form.values()["text"] == "plain words stand here"


def test_a_refusal_of_the_store_stands_under_its_field(window: MainWindow) -> None:
    """Words that are not in the text are not kept as a quotation; the field says so."""
    statement = smear(window)
    attach(window, statement.citations[0].source, f"“{statement.text}”")
    dialog = edit(window, SMEAR)
    control = dialog.page.form.boxes["text"].control
    assert isinstance(control, QPlainTextEdit)
    control.setPlainText("Nothing of the kind was ever said")
    dialog.save.click()
    box = dialog.page.form.boxes["text"]
    wait_for(lambda: box.words.startswith("These words are not in the text of"))
    assert smear_of(window, statement) == statement


def test_a_likely_duplicate_is_told_while_typing_and_can_be_opened(window: MainWindow) -> None:
    """Open that one leaves the new record, after asking, and shows the one that is there."""
    dialog = begin(window, "actor")
    write(dialog, "name", "Anne Milgram")
    likely = dialog.page.likely
    wait_for(lambda: "Anne Milgram" in likely.words)
    likely.buttons[0].click()
    question = QApplication.activeModalWidget()
    assert isinstance(question, DiscardDialog)
    question.discard.click()
    other = editor(after=dialog)
    assert other.windowTitle() == "Edit actor"
    assert other.page.form.values()["name"] == "Anne Milgram"


def test_a_change_made_elsewhere_is_told_and_both_are_shown(window: MainWindow) -> None:
    """Nothing is overwritten: my words stay, theirs stand beside, and saving then works."""
    statement = smear(window)
    dialog = edit(window, SMEAR)
    write(dialog, "venue", "Beijing")
    write(dialog, "stance", "hostile")
    theirs = replace(statement, venue="Shanghai", capacity="spokesperson")
    in_store(window, lambda store: store.save(theirs, by="Jane"))
    dialog.save.click()
    wait_for(lambda: "Somebody else changed this record" in dialog.page.notice.words)
    assert "Jane" in dialog.page.notice.words
    dialog.page.notice.buttons[0].click()
    wait_for(lambda: "as it is now" in dialog.page.notice.words)
    values = dialog.page.form.values()
    assert (values["venue"], values["stance"]) == ("Beijing", "hostile")
    assert values["capacity"] == "spokesperson"
    box = dialog.page.form.boxes["venue"]
    assert box.words == "In the library now: Shanghai"
    box.offer.click()
    save(dialog)
    kept = smear_of(window, statement)
    assert (kept.venue, kept.stance, kept.capacity) == ("Shanghai", "hostile", "spokesperson")


def test_an_undo_that_a_change_elsewhere_forbids_is_told_and_forgotten(window: MainWindow) -> None:
    """The other change stands; the step goes from the history, older ones can be undone."""
    statement = smear(window)
    dialog = edit(window, SMEAR)
    write(dialog, "venue", "Beijing")
    save(dialog)
    theirs = replace(smear_of(window, statement), venue="Shanghai")
    in_store(window, lambda store: store.save(theirs))
    told: list[Exception] = []
    window.session.failed.connect(told.append)
    window.session.undo()
    wait_for(lambda: bool(told))
    assert "was changed since" in str(told[0])
    assert smear_of(window, statement).venue == "Shanghai"
    assert (window.session.history.undo_label, window.session.history.redo_label) == ("", "")


def test_deleting_a_used_record_says_where_and_is_undone(window: MainWindow) -> None:
    """The slide and the records that name it are told; Undo brings the record back."""
    statement = smear(window)
    dialog = edit(window, SMEAR)
    dialog.delete.click()
    notice = dialog.page.notice
    assert "of this briefing shows it" in notice.words
    assert "in the library name it" in notice.words
    assert [button.text() for button in notice.buttons] == ["Delete it", "Keep it"]
    notice.buttons[0].click()
    wait_for(lambda: QApplication.activeModalWidget() is None)
    wait_for(lambda: labels(window) == [])
    assert window.session.history.undo_label.startswith("Delete record “[t]his is a malicious")
    window.session.undo()
    wait_for(lambda: len(labels(window)) == 1)
    assert smear_of(window, statement).text == statement.text


def test_an_unused_record_is_deleted_at_once(window: MainWindow) -> None:
    """Nothing is asked where nothing is lost."""
    dialog = begin(window, "event")
    write(dialog, "title", "Envoys met in Geneva")
    choose(dialog, "event_type", "bilateral.negotiation")
    save(dialog)
    search(window, "envoys geneva")
    window.library.view.setCurrentIndex(window.library.model.index(0))
    window.actions_by_name["delete-record"].trigger()
    wait_for(lambda: labels(window) == [])
    assert QApplication.activeModalWidget() is None


def test_history_tells_changes_and_brings_a_version_back(window: MainWindow) -> None:
    """The fields of a version are told with before and after; bringing it back is a step."""
    statement = smear(window)
    dialog = edit(window, SMEAR)
    write(dialog, "venue", "Beijing")
    save(dialog)
    dialog = edit(window, SMEAR)
    dialog.history.click()
    rows = dialog.past.list.rows.rows
    assert [row.words for row in rows] == ["Edited", "Came with the library"]
    assert "Where it was said: nothing → Beijing" in dialog.past.told.text()
    dialog.past.list.set_row(1)
    assert dialog.past.back.isEnabled()
    dialog.past.back.click()
    editor(after=dialog)
    assert smear_of(window, statement).venue is None
    assert window.session.history.undo_label.startswith("Restore record")


def test_related_records_are_listed_and_opened(window: MainWindow) -> None:
    """What has to do with the record stands behind its button, the closest first."""
    dialog = edit(window, SMEAR)
    dialog.related.click()
    rows = dialog.kin.list.rows.rows
    assert len(rows) > 2
    assert any("stands against it" in row.note for row in rows)
    dialog.kin.open_button.click()
    assert editor(after=dialog).subtitle.words.startswith(("Used", "Not in this briefing"))


def test_a_new_source_is_made_from_the_picker_and_cited(window: MainWindow) -> None:
    """New source opens over the record; what is saved there is cited here."""
    dialog = begin(window, "event")
    dialog.cite()
    picker = dialog.page.citations.picker
    QTest.keyClicks(picker.field, "A wholly new report")
    wait_for(lambda: picker.open)
    picker.new_button.click()
    other = editor(after=dialog)
    assert other.windowTitle() == "New source"
    assert other.page.form.values()["title"] == "A wholly new report"
    choose(other, "csl_type", "report")
    save(other)
    assert [card.name.words for card in dialog.page.citations.cards] == ["A wholly new report"]
    kept = in_store(window, lambda store: store.get(dialog.page.citations.sources()[0]))
    assert isinstance(kept, Source)


def test_the_kind_can_be_switched_and_keeps_what_was_typed(window: MainWindow) -> None:
    """Words typed as a title become the quotation; citations stay; the check comes along."""
    dialog = begin(window, "event")
    write(dialog, "title", "We met")
    write(dialog, "date", "2019")
    dialog.page.kinds.buttons["statement"].click()
    values = dialog.page.form.values()
    assert (values["text"], values["date"]) == ("We met", "2019")
    wait_for(lambda: dialog.page.check.notice.isVisible())
    dialog.page.kinds.buttons["relation"].click()
    wait_for(dialog.page.cited.isVisible)
    assert not dialog.page.check.isVisible()
    assert nameless(dialog) == []


def test_every_form_can_be_read_aloud(window: MainWindow) -> None:
    """No input is nameless, folded ones unfolded."""
    for type_ in RECORD_TYPES:
        dialog = begin(window, type_)
        dialog.page.form.fold.setChecked(True)
        QApplication.processEvents()
        assert nameless(dialog) == []
        dialog.finish()


def test_the_menu_of_a_card_offers_what_can_be_done(window: MainWindow) -> None:
    """Adding stays first; editing, merging and deleting follow."""
    search(window, SMEAR)
    window.library.view.setCurrentIndex(window.library.model.index(0))
    menu = window.records.card_menu()
    words = [action.text().replace("&", "").split("\t")[0] for action in menu.actions()]
    assert words[:2] == ["Add as slide", "Add to this slide"]
    assert {"Edit record…", "Merge records…", "Delete record"} <= set(words)
    count = len(window.session.briefing.cards)
    menu.actions()[0].trigger()
    assert len(window.session.briefing.cards) == count + 1


def test_the_citation_picker_opens_for_the_record_chosen(window: MainWindow) -> None:
    """Ctrl Shift C goes straight to the field for another citation."""
    settle(window)
    search(window, SMEAR)
    window.library.view.setFocus()
    window.library.view.setCurrentIndex(window.library.model.index(0))
    press(window.library.view, Key.Key_C, CTRL | SHIFT)
    dialog = editor()
    assert QApplication.focusWidget() is dialog.page.citations.picker.field


def test_a_copy_is_made_and_opened(window: MainWindow) -> None:
    """Duplicating adds a record and shows it."""
    search(window, "type:actor milgram")
    window.library.view.setCurrentIndex(window.library.model.index(0))
    before: Record = window.library.view.chosen()[0]
    window.actions_by_name["duplicate-record"].trigger()
    dialog = editor()
    assert dialog.page.form.values()["name"] == f"{before.label} (copy)"
    assert window.session.history.undo_label.startswith("Duplicate record")


def test_an_editor_closed_before_an_answer_leaves_no_trace(window: MainWindow) -> None:
    """What was asked while typing is answered to nobody; the window goes on."""
    dialog = begin(window, "actor")
    write(dialog, "name", "Anne Milgram")
    dialog.cite()
    QTest.keyClicks(dialog.page.citations.picker.field, "fid")
    held = threading.Event()
    Query(window.session.store_lane, lambda _: held.wait(60), lambda _: None)
    wait_for(lambda: not dialog.page.looking)
    dialog.finish()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    held.set()
    assert in_store(window, lambda store: store.count()["actor"]) > 0
