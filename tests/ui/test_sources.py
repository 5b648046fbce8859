"""The list of sources, their texts, merging, and the bin, as a person uses them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.soundness import nameless
from briefer.records import Ref, Source
from briefer.store import Store
from briefer.ui.main_window import MainWindow
from briefer.ui.records.deleted import DeletedDialog
from briefer.ui.records.merging import MergeDialog
from briefer.ui.records.sources import SourcesDialog
from briefer.ui.records.work import Done, merge_records
from tests.documents.making import WORDS, pdf, small_word
from tests.ui.driving import Key, labels, press, search, wait_for
from tests.ui.test_record_editor import editor, in_store, save, smear, write


@pytest.fixture
def sources(window: MainWindow) -> SourcesDialog:
    """Return the list of sources, filled."""
    window.actions_by_name["sources"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SourcesDialog)
    wait_for(lambda: bool(dialog.list.rows.rows))
    return dialog


def find(dialog: SourcesDialog, words: str) -> Source:
    """Search and return the only source found."""
    dialog.field.clear()
    QTest.keyClicks(dialog.field, words)
    wait_for(lambda: dialog.count.words == "1 source")
    chosen = dialog.chosen()
    assert chosen is not None
    return chosen


def test_sources_are_listed_with_what_is_known_of_them(
    window: MainWindow, sources: SourcesDialog
) -> None:
    """Type, year, verification and how many records cite it; typing narrows; Enter edits."""
    assert nameless(sources) == []
    count = in_store(window, lambda store: store.count()["source"])
    assert sources.count.words == f"{count} sources"
    found = find(sources, "fidler")
    cited = in_store(window, lambda store: len(store.naming(found.id)))
    told = sources.list.rows.rows[0].hint
    assert told == f"Magazine article  ·  2023  ·  Partly verified  ·  cited by {cited}"
    press(sources.field, Key.Key_Return)
    dialog = editor()
    assert dialog.windowTitle() == "Edit source"
    write(dialog, "publisher", "A publisher")
    save(dialog)
    assert window.session.history.undo_label.startswith("Edit record")
    assert sources.isVisible()


def test_a_text_is_attached_quotations_held_to_it_and_detached(
    window: MainWindow, sources: SourcesDialog, tmp_path: Path
) -> None:
    """What the text does not say is counted and named; Detach takes the text away."""
    statement = smear(window)
    source = in_store(window, lambda store: store.get(statement.citations[0].source))
    assert isinstance(source, Source)
    text = tmp_path / "note.txt"
    text.write_text(f"He said “{statement.text}”.", encoding="utf-8")
    sources.attach(source, text)
    wait_for(lambda: sources.notice.words.startswith("Attached note.txt"))
    assert "quote words that are not in it" in sources.notice.words
    wait_for(lambda: any("text attached" in row.hint for row in sources.list.rows.rows))
    find(sources, "AJIL")
    wait_for(sources.buttons["detach"].isEnabled)
    sources.buttons["detach"].click()
    wait_for(lambda: "is detached" in sources.notice.words)
    assert in_store(window, lambda store: store.text_of(source.id)) is None


def test_texts_attached_and_detached_are_steps(
    window: MainWindow, sources: SourcesDialog, tmp_path: Path
) -> None:
    """Undo brings the text back that was there before, redo does it again; the menu says what."""
    source = find(sources, "fidler")
    session = window.session

    def attached() -> str:
        held = in_store(window, lambda store: store.text_of(source.id))
        return held.name if held else ""

    def attach(name: str) -> None:
        path = tmp_path / name
        path.write_text(f"The words of {name}.", encoding="utf-8")
        sources.attach(source, path)
        wait_for(lambda: sources.notice.words.startswith(f"Attached {name}"))

    attach("one.txt")
    attach("two.txt")
    assert session.history.undo_label.startswith("Attach text to record “")
    wait_for(sources.buttons["detach"].isEnabled)
    sources.buttons["detach"].click()
    wait_for(lambda: "is detached" in sources.notice.words)
    assert session.history.undo_label.startswith("Detach text of record “")
    seen = []
    for step in (session.undo, session.undo, session.undo, session.redo, session.redo):
        step()
        seen.append(attached())
    assert seen == ["two.txt", "one.txt", "", "one.txt", "two.txt"]
    attach("two.txt")
    assert len(session.history.past) == 2, "the same text again is no step"


def test_a_text_in_another_encoding_is_read_and_told(
    window: MainWindow, sources: SourcesDialog, tmp_path: Path
) -> None:
    """It is taken for Windows-1252, and a person is asked to look through it."""
    source = find(sources, "fidler")
    text = tmp_path / "old.txt"
    text.write_bytes("first\nsecond “quoted”".encode("cp1252"))
    sources.attach(source, text)
    wait_for(lambda: sources.notice.words.startswith("Attached old.txt"))
    assert "was read as Windows-1252" in sources.notice.words
    held = in_store(window, lambda store: store.text_of(source.id))
    assert held is not None
    assert held.text == "first\nsecond “quoted”"


def test_a_document_is_attached_as_its_text(
    window: MainWindow, sources: SourcesDialog, tmp_path: Path
) -> None:
    """Word and PDF; pages without text are told."""
    source = find(sources, "fidler")
    (tmp_path / "paper.docx").write_bytes(small_word())
    sources.attach(source, tmp_path / "paper.docx")
    wait_for(lambda: sources.notice.words.startswith("Attached paper.docx"))
    held = in_store(window, lambda store: store.text_of(source.id))
    assert held is not None
    assert held.text == f"{WORDS}\n"
    (tmp_path / "paper.pdf").write_bytes(pdf([WORDS], []))
    sources.attach(source, tmp_path / "paper.pdf")
    wait_for(lambda: sources.notice.words.startswith("Attached paper.pdf"))
    assert "1 page has no text" in sources.notice.words


def test_what_is_no_text_is_refused(sources: SourcesDialog, tmp_path: Path) -> None:
    """A damaged document, and a file that is gone, are told."""
    source = find(sources, "fidler")
    document = tmp_path / "paper.docx"
    document.write_bytes(b"PK\x03\x04\0\0\0")
    sources.attach(source, document)
    wait_for(lambda: "paper.docx: this is no Word document" in sources.notice.words)
    sources.attach(source, tmp_path / "gone.txt")
    wait_for(lambda: "gone.txt cannot be read" in sources.notice.words)


def test_a_cited_source_is_not_deleted_unasked(window: MainWindow, sources: SourcesDialog) -> None:
    """How many records cite it is told, with merging as the better way; undo brings it back."""
    source = find(sources, "fidler")
    sources.buttons["delete"].click()
    assert "records cite Fidler" in sources.notice.words
    assert [b.text() for b in sources.notice.buttons] == ["Delete it", "Merge instead…", "Keep it"]
    sources.notice.buttons[0].click()
    wait_for(lambda: not sources.list.rows.rows)
    assert source.id in {one.record.id for one in in_store(window, lambda store: store.bin())}
    sources.finish()
    window.session.undo()
    wait_for(lambda: window.session.history.redo_label.startswith("Delete record"))
    assert in_store(window, lambda store: store.get(source.id)).label == source.label


def test_two_sources_are_merged_and_undo_parts_them(
    window: MainWindow, sources: SourcesDialog
) -> None:
    """Everything that cited the one cites the other, and again its own after Undo."""
    gone = find(sources, "fidler")
    citing = in_store(window, lambda store: store.naming(gone.id))
    sources.buttons["merge"].click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MergeDialog)
    assert nameless(dialog) == []
    assert not dialog.merge.isEnabled()
    QTest.keyClicks(dialog.picker.field, "combat international")
    wait_for(lambda: dialog.picker.open and bool(dialog.picker.list.rows.rows))
    press(dialog.picker.field, Key.Key_Return)
    dialog.swap.click()
    wait_for(lambda: f"{len(citing)} records" in dialog.notice.words)
    dialog.merge.click()
    wait_for(lambda: QApplication.activeModalWidget() is sources)
    assert in_store(window, lambda store: store.naming(gone.id)) == ()
    assert window.session.history.undo_label.startswith("Merge record")
    window.session.undo()
    assert in_store(window, lambda store: store.naming(gone.id)) == citing
    window.session.redo()
    assert in_store(window, lambda store: store.naming(gone.id)) == ()


def test_deleted_records_are_listed_and_restored(window: MainWindow) -> None:
    """The newest first, with when; Enter restores it into the library."""
    search(window, "type:statement malicious")
    record = window.library.model.card(window.library.model.index(0)).record
    in_store(window, lambda store: store.delete(record.id, by="Jane", force=True))
    window.session.reread()
    wait_for(lambda: labels(window) == [])
    window.actions_by_name["deleted-records"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DeletedDialog)
    wait_for(lambda: bool(dialog.list.rows.rows))
    assert nameless(dialog) == []
    row = dialog.list.rows.rows[0]
    assert row.words.startswith("[t]his is a malicious smear")
    assert row.note.startswith("Statement, deleted ")
    assert row.note.endswith(" by Jane")
    press(dialog, Key.Key_Return)
    wait_for(lambda: "is back in the library" in dialog.notice.words)
    wait_for(lambda: labels(window) == [record.label])
    assert window.session.history.undo_label.startswith("Restore record")


def test_a_search_that_finds_nothing_begins_a_record(window: MainWindow) -> None:
    """The words searched for become the title of a new record."""
    search(window, "envoys of nowhere")
    window.library.empty.new_button.click()
    assert editor().page.form.values()["title"] == "envoys of nowhere"


def test_a_record_of_the_slide_is_edited_from_the_inspector(window: MainWindow) -> None:
    """Each row has a button for it."""
    session = window.session
    card = next(n for n, one in enumerate(session.briefing.cards) if one.records)
    session.step(card)
    wait_for(lambda: bool(window.inspector.rows))
    ref, row = next(iter(window.inspector.rows.items()))
    assert row.edit.toolTip() == "Edit record"
    row.edit.click()
    assert in_store(window, lambda store: store.get(ref)).type in editor().windowTitle()


def test_undoing_a_merge_gives_the_text_back_to_its_source(window: MainWindow) -> None:
    """The source that stays took over the text of the other one; undo takes it away again."""
    session = window.session

    def merged(store: Store) -> tuple[Ref, Ref, Done]:
        record = store.search("fidler", types=("source",), limit=1).hits[0].record
        other = store.duplicate(record.id).id
        store.attach_text(other, "The words of the article.", name="article.txt")
        return record.id, other, merge_records(store, record.id, other, by="")

    keep, other, done = in_store(window, merged)
    session.note(done.label, done.turns)

    def holders() -> list[Ref]:
        refs = (keep, other)
        return in_store(window, lambda store: [ref for ref in refs if store.text_of(ref)])

    assert holders() == [keep, other], "a text outlives the source that went to the bin"
    session.undo()
    wait_for(lambda: in_store(window, lambda store: bool(store.get_many([other]))))
    assert holders() == [other]
    session.redo()
    wait_for(lambda: in_store(window, lambda store: not store.get_many([other])))
    assert holders() == [keep, other]
