"""The menu Library over the whole library: duplicates, topics, where a record is shown."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from benchmarks.soundness import nameless
from briefer.records import Event, Record, Statement
from briefer.store import Store
from briefer.ui.library.topics import TopicsDialog
from briefer.ui.main_window import MainWindow
from briefer.ui.palette.entries import why_not
from briefer.ui.records.duplicates import DuplicatesDialog
from briefer.ui.records.merging import MergeDialog
from briefer.ui.records.quotations import QuotationsDialog
from briefer.ui.records.sources import SourcesDialog
from tests.ui.driving import Key, press, search, settle, wait_for
from tests.ui.test_record_editor import editor, in_store, save, smear, write

COALITION = "type:event coalition"


def first_event(window: MainWindow) -> Event:
    """Return the first event that the library finds."""
    search(window, COALITION)
    record = window.library.model.card(window.library.model.index(0)).record
    assert isinstance(record, Event)
    return record


def repeated(window: MainWindow) -> Record:
    """Have an event twice in the library, once with a note; return the second."""
    event = first_event(window)
    again = replace(event, id="event/again", note="Seen twice", origin="user")
    kept = in_store(window, lambda store: store.add(again))
    window.session.reread()
    settle(window)
    return kept


def duplicates(window: MainWindow) -> DuplicatesDialog:
    """Open the list of pairs and wait until all was looked at."""
    window.actions_by_name["find-duplicates"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DuplicatesDialog)
    wait_for(lambda: dialog.told.words.endswith("."))
    return dialog


def test_a_library_without_duplicates_says_so(window: MainWindow) -> None:
    """How many were looked at is told; there is nothing to merge."""
    dialog = duplicates(window)
    total = sum(in_store(window, lambda store: store.count()).values())
    assert dialog.told.words == f"None of the {total} records repeats another."
    assert not dialog.merge.isVisible()
    assert not dialog.list.isVisible()
    assert nameless(dialog) == []


def test_pairs_are_shown_side_by_side_and_merged(window: MainWindow) -> None:
    """What differs stands first; merging takes the pair off the list, Undo brings both back."""
    second = repeated(window)
    dialog = duplicates(window)
    assert dialog.told.words == "1 pair in the library."
    assert nameless(dialog) == []
    (row,) = dialog.list.rows.rows
    assert (row.words, row.note) == (second.label, "Event")
    first, *others = dialog.beside.lines
    assert first.label == "Note to colleagues"
    assert {first.one, first.other} == {"Seen twice", ""}
    assert all(line.same for line in others)
    assert [line.one for line in others if line.label == "Type of event"][0][0].isupper()
    press(dialog.list, Key.Key_Return)
    merging = QApplication.activeModalWidget()
    assert isinstance(merging, MergeDialog)
    before = in_store(window, lambda store: store.count())
    assert merging.merge.isEnabled()
    merging.merge.click()
    wait_for(lambda: dialog.told.words.startswith("None of the"))
    assert in_store(window, lambda store: store.count())["event"] == before["event"] - 1
    assert window.session.history.undo_label.startswith("Merge record")
    dialog.finish()
    window.session.undo()
    assert in_store(window, lambda store: store.count()) == before


def test_a_pair_that_is_told_apart_leaves_the_list(window: MainWindow) -> None:
    """One of the two is edited from there; what is no longer alike is listed no more."""
    repeated(window)
    dialog = duplicates(window)
    dialog.edits[0].click()
    form = editor()
    write(form, "title", "Something else altogether")
    write(form, "date", "2011")
    save(form)
    wait_for(lambda: dialog.told.words.startswith("None of the"))
    assert not dialog.merge.isVisible()


def test_topics_lead_to_their_records(window: MainWindow) -> None:
    """Each topic with its count, also of those on slides; Enter filters the library by it alone."""
    search(window, "milgram")
    window.library.chips["statement"].click()
    window.actions_by_name["topics"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TopicsDialog)
    assert nameless(dialog) == []
    wait_for(lambda: "record" in dialog.list.rows.rows[0].note)
    rows = {row.words: row.note for row in dialog.list.rows.rows}
    assert list(rows) == sorted(rows)
    assert any("in the briefing" in note for note in rows.values())
    dialog.list.set_row(list(rows).index("Sanctions"))
    press(dialog.list, Key.Key_Return)
    wait_for(lambda: window.library.strong.text() == rows["Sanctions"].split("  ·  ")[0])
    assert window.library.field.text() == ""
    assert window.library.ask().types == ()
    assert QApplication.activeModalWidget() is None


def test_a_topic_without_records_is_not_shown(window: MainWindow) -> None:
    """It is listed, and there is nothing to show of it."""

    def take_away(store: Store) -> None:
        for record in store.all():
            if "sanctions" in record.topics:
                topics = tuple(topic for topic in record.topics if topic != "sanctions")
                store.save(replace(record, topics=topics))

    in_store(window, take_away)
    window.session.reread()
    settle(window)
    window.actions_by_name["topics"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TopicsDialog)
    wait_for(lambda: "record" in dialog.list.rows.rows[0].note)
    row = next(n for n, r in enumerate(dialog.list.rows.rows) if r.words == "Sanctions")
    dialog.list.set_row(row)
    assert dialog.list.rows.rows[row].note == "no records"
    assert not dialog.show_records.isEnabled()


def test_show_in_briefing_goes_from_slide_to_slide(window: MainWindow) -> None:
    """It goes to the slides that show the record, one after the other, and around."""
    showing = window.session.slides_showing()
    ref, slides = next((r, s) for r, s in showing.items() if r.startswith("event/") and len(s) > 1)
    record = in_store(window, lambda store: store.get(ref))
    search(window, f'"{record.label}"')
    window.library.view.setCurrentIndex(window.library.model.index(0))
    action = window.actions_by_name["show-in-briefing"]
    assert action.isEnabled()
    seen = []
    for _ in (*slides, 0):
        action.trigger()
        page = window.session.page
        assert page is not None
        seen.append(page.number)
    assert sorted(set(seen)) == sorted(slides)
    assert seen[0] == seen[-1]


def test_show_in_briefing_says_why_not(empty: MainWindow) -> None:
    """Nothing chosen, or chosen and on no slide: disabled, and the palette tells why."""
    action = empty.actions_by_name["show-in-briefing"]
    assert not action.isEnabled()
    assert why_not(action) == "Choose a record in the library first."
    search(empty, COALITION)
    empty.library.view.setCurrentIndex(empty.library.model.index(0))
    assert not action.isEnabled()
    assert why_not(action) == "No slide shows the record chosen."
    empty.library.view.picked.emit(empty.library.view.chosen(), False)
    wait_for(action.isEnabled)


@pytest.mark.parametrize("view", ["timeline", "network"])
def test_show_in_briefing_leaves_a_view_for_the_stage(window: MainWindow, view: str) -> None:
    """Chosen in the timeline or the network, the slide is looked at on the stage."""
    window.actions_by_name[view].trigger()
    canvas = (window.timeline if view == "timeline" else window.network).canvas
    model = canvas.model()
    wait_for(lambda: model.rowCount() > 0)
    action = window.actions_by_name["show-in-briefing"]
    for row in range(model.rowCount()):
        canvas.setCurrentIndex(model.index(row, 0))
        if action.isEnabled():
            break
    (chosen, *_) = window.records.whole.chosen()
    action.trigger()
    assert window.views.current == "list"
    page = window.session.page
    assert page is not None
    assert page.number in window.session.slides_showing()[chosen.id]


def quotations_of(window: MainWindow) -> QuotationsDialog:
    """Open the list of quotations and wait until all were compared."""
    window.actions_by_name["check-quotations"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QuotationsDialog)
    wait_for(lambda: "quotations:" in dialog.told.words)
    return dialog


def test_quotations_without_texts_say_what_is_missing(window: MainWindow) -> None:
    """No text is attached to a source: each says so and where one is attached."""
    dialog = quotations_of(window)
    assert nameless(dialog) == []
    found = in_store(window, lambda store: store.quotations(store.all()))
    assert len(dialog.lines) == len(found)
    assert {line.note for line in dialog.lines} == {"Not held"}
    assert dialog.view is not None
    assert [button.text() for button in dialog.view.buttons] == ["Attach the text…"]
    dialog.sources.click()
    assert isinstance(QApplication.activeModalWidget(), SourcesDialog)


def test_quotations_are_compared_and_what_is_altered_stands_first(window: MainWindow) -> None:
    """One word is wrong: it leads the list, is put right in the editor, and is verified then."""
    statement = smear(window)
    assert isinstance(statement, Statement)
    source = statement.citations[0].source
    words = statement.text.split()
    text = " ".join(["He said:", *words[:3], "really", *words[4:], "And he left."])
    in_store(window, lambda store: store.attach_text(source, text, name="note.txt"))
    dialog = quotations_of(window)
    wait_for(lambda: dialog.lines[0].quotation.state == "altered")
    own = [line for line in dialog.lines if line.quotation.record == statement.id]
    assert own[0].note == "1 word differs"
    dialog.list.set_row(dialog.lines.index(own[0]))
    assert dialog.view is not None
    assert "Compared with note.txt" in dialog.view.told.text()
    assert "the source has “really”" in dialog.view.diff.accessibleName()
    assert dialog.view.buttons[0].text() == "Restore the exact words"
    press(dialog.list, Key.Key_Return)
    form = editor()
    assert form.page.form.boxes["text"].control is not None
    write(form, "text", " ".join([*words[:3], "really", *words[4:]]))
    save(form)
    wait_for(
        lambda: any(
            line.quotation.state == "verified" and line.quotation.record == statement.id
            for line in dialog.lines
        )
    )
    assert "verified" in dialog.told.words
