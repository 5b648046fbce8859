"""How quotations stand to their sources, told wherever one is shown, as a person meets it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from briefer.records import Citation, Quote, Source, Statement
from briefer.ui.dropping import urls_of
from briefer.ui.inspector.rows import CitationRow
from briefer.ui.main_window import MainWindow
from briefer.ui.quoted.view import QuotationView
from briefer.ui.records.sources import SourcesDialog
from briefer.ui.spots import Spot
from tests.ui.driving import NONE, Key, cards, press, search, settle, wait_for
from tests.ui.test_record_editor import attach, edit, editor, in_store, write
from tests.ui.test_stage import QUOTE

_BEFORE = "The meeting was opened by the chair. She said:"
_BEHIND = "Then the meeting was closed."


@pytest.fixture
def quoted(window: MainWindow) -> Statement:
    """Return the statement quoted on the slide that is looked at."""
    window.session.go(Spot(QUOTE))
    settle(window)
    found = in_store(window, lambda store: store.get(cards(window)[QUOTE].records[0]))
    assert isinstance(found, Statement)
    assert found.verbatim
    return found


def row(window: MainWindow, state: str) -> CitationRow:
    """Wait until a citation of the slide has a state in the inspector; return its row."""
    found: list[CitationRow] = []

    def shown() -> bool:
        rows = window.inspector.citations.findChildren(CitationRow)
        found[:] = [one for one in rows if one.state.words == state]
        return bool(found)

    wait_for(shown)
    return found[0]


def view(window: MainWindow) -> QuotationView:
    """Return the quotation told in the popover."""
    popover = window.tools.stage.popover
    wait_for(popover.isVisible)
    assert len(popover.quotations) == 1
    return popover.quotations[0]


def text_with(words: str) -> str:
    """Return a source's text in which words stand."""
    return f"{_BEFORE} “{words}” {_BEHIND}"


def changed(words: str) -> str:
    """Return words of which the first one is another."""
    return " ".join(["Seldom", *words.split(" ")[1:]])


def docx(path: Path, text: str) -> Path:
    """Write a Word document."""
    document = Document()
    document.add_paragraph(text)
    document.save(str(path))
    return path


def test_a_document_is_attached_from_the_slide_and_the_quotation_verified(
    window: MainWindow, quoted: Statement, tmp_path: Path
) -> None:
    """Not held is told with the way out; the passage is then shown in its context; undo works."""
    shown = row(window, "Not held: no text attached")
    assert "Not held" in shown.accessibleName()
    press(shown.show_button, Key.Key_Space)
    told = view(window)
    attach_button = told.buttons[0]
    assert attach_button.text() == "Attach the text…"
    attach_button.setFocus()
    press(window.tools.stage.popover, Key.Key_Return)
    dialog = window.findChild(SourcesDialog)
    assert isinstance(dialog, SourcesDialog)
    wait_for(lambda: dialog.findChild(QFileDialog) is not None)
    asking = dialog.findChild(QFileDialog)
    assert asking is not None
    asking.fileSelected.emit(str(docx(tmp_path / "note.docx", text_with(quoted.text))))
    asking.reject()
    wait_for(lambda: dialog.notice.words.startswith("Attached note.docx"))
    dialog.reject()
    shown = row(window, "Verified")
    press(shown.show_button, Key.Key_Space)
    told = view(window)
    assert told.state.words == "Verified"
    assert told.context.isVisible()
    said = told.context.accessibleName()
    assert _BEFORE in said
    assert _BEHIND in said
    assert f"{window.look.color('mark').name()};" in told.context.text()
    assert told.buttons == []
    press(window.tools.stage.popover, Key.Key_Escape)
    window.session.undo()
    row(window, "Not held: no text attached")


def test_altered_words_are_shown_and_restored(window: MainWindow, quoted: Statement) -> None:
    """The difference is struck and underlined and said in words; a button puts it right; undo."""
    source = quoted.citations[0].source
    attach(window, source, text_with(changed(quoted.text)))
    window.session.reread()
    settle(window)
    shown = row(window, "Altered: 1 word differs")
    press(shown.show_button, Key.Key_Space)
    told = view(window)
    first = quoted.text.split(" ", 1)[0]
    assert "Underlined: only in the source" in told.told.text()
    assert f">{first}</s>" in told.diff.text()
    assert "<b>Seldom</b></u>" in told.diff.text()
    assert f"you have “{first}”" in told.diff.accessibleName()
    assert [one.text() for one in told.buttons] == ["Restore the exact words", "Mark as paraphrase"]
    press(told.buttons[0], Key.Key_Space)
    row(window, "Verified")
    kept = in_store(window, lambda store: store.get(quoted.id))
    assert isinstance(kept, Statement)
    assert kept.text == changed(quoted.text)
    assert not window.tools.stage.popover.isVisible()
    window.session.undo()
    row(window, "Altered: 1 word differs")


def test_altered_words_become_a_paraphrase(window: MainWindow, quoted: Statement) -> None:
    """Then nothing is claimed to be word for word, on the slide neither."""
    attach(window, quoted.citations[0].source, text_with(changed(quoted.text)))
    window.session.reread()
    settle(window)
    press(row(window, "Altered: 1 word differs").show_button, Key.Key_Space)
    press(view(window).buttons[1], Key.Key_Space)
    row(window, "Paraphrase, passage verified")
    kept = in_store(window, lambda store: store.get(quoted.id))
    assert isinstance(kept, Statement)
    assert not kept.verbatim
    assert kept.text == quoted.text


def test_what_stands_nowhere_has_no_words_to_restore(window: MainWindow, quoted: Statement) -> None:
    """A text about something else offers a paraphrase only."""
    attach(window, quoted.citations[0].source, "Something else altogether, in a few words.")
    window.session.reread()
    settle(window)
    press(row(window, "Altered: not in the source").show_button, Key.Key_Space)
    told = view(window)
    assert "Nothing like these words" in told.told.text()
    assert [one.text() for one in told.buttons] == ["Mark as paraphrase"]


def test_a_look_at_a_record_tells_the_state(window: MainWindow, quoted: Statement) -> None:
    """Space in the library shows the passage in its context too."""
    attach(window, quoted.citations[0].source, text_with(quoted.text))
    search(window, f'type:statement "{quoted.text[:37]}"')
    library, popover = window.library.view, window.library.peeking.popover
    library.setFocus()
    library.setCurrentIndex(window.library.model.index(0))
    press(library, Key.Key_Space)
    wait_for(popover.isVisible)
    assert [one.state.words for one in popover.quotations] == ["Verified"]
    assert popover.quotations[0].buttons == []
    assert "Verified" in popover.accessibleDescription()
    press(popover, Key.Key_Escape)


def test_the_editor_attaches_and_compares_what_is_typed(
    window: MainWindow, quoted: Statement, tmp_path: Path
) -> None:
    """Attached from the form, the words are compared at once; altered ones are restored."""
    dialog = edit(window, f'type:statement "{quoted.text[:37]}"')
    check = dialog.page.check
    wait_for(lambda: [b.text() for b in check.notice.buttons] == ["Attach the text…"])
    check.notice.buttons[0].click()
    asking = dialog.findChild(QFileDialog)
    assert asking is not None
    asking.fileSelected.emit(str(docx(tmp_path / "note.docx", text_with(quoted.text))))
    asking.reject()
    wait_for(lambda: check.notice.words.startswith("Verbatim"))
    assert dialog.page.notice.words.startswith("Attached note.docx")
    write(dialog, "text", changed(quoted.text).encode("ascii", "ignore").decode())
    wait_for(lambda: "differ" in check.notice.words)
    check.notice.buttons[0].click()
    wait_for(lambda: check.notice.words.startswith("Verbatim"))


def test_the_words_of_a_citation_are_compared_in_the_editor(
    window: MainWindow, quoted: Statement
) -> None:
    """Words cited for an event have their state below them; restoring puts the source's there."""
    cited = quoted.citations[0].source
    attach(window, cited, "The plain words stand here and there.")
    event = in_store(window, lambda store: store.all("event")[0])
    citation = Citation(cited, quote=Quote("The plain words lie here and there."))
    in_store(window, lambda store: store.get(event.id))
    opened = replace(event, citations=(citation,))
    dialog = edit(window, f'type:event "{event.label}"')
    dialog.page.show_values({}, opened.citations)
    card = dialog.page.citations.cards[0]
    wait_for(lambda: card.quotation is not None)
    assert card.quotation is not None
    assert card.quotation.state.words == "Altered: 1 word differs"
    card.quotation.buttons[0].click()
    wait_for(lambda: card.quotation is not None and card.quotation.state.words == "Verified")
    assert card.quote.value() == "The plain words stand here and there."
    assert editor() is dialog


def test_a_document_is_dropped_on_a_source(
    window: MainWindow, quoted: Statement, tmp_path: Path
) -> None:
    """It is attached to the source under the pointer; what cannot be read is told."""
    window.records.show_sources()
    dialog = window.findChild(SourcesDialog)
    assert isinstance(dialog, SourcesDialog)
    wait_for(lambda: dialog.list.rows.rowCount() > 2)
    rows = [dialog.list.rows.index(n) for n in range(3)]
    at = dialog.list.visualRect(rows[2]).center()

    def drop(path: Path) -> None:
        data = urls_of([path])
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        enter = QDragEnterEvent(at, copy, data, left, NONE)
        QApplication.sendEvent(dialog.list.viewport(), enter)
        assert enter.isAccepted()
        event = QDropEvent(QPointF(at), copy, data, left, NONE)
        QApplication.sendEvent(dialog.list.viewport(), event)

    drop(docx(tmp_path / "report.docx", "A report."))
    wait_for(lambda: dialog.notice.words.startswith("Attached report.docx"))
    wait_for(lambda: "text attached" in dialog.list.rows.rows[2].hint)
    chosen = dialog.chosen()
    assert isinstance(chosen, Source)
    held = in_store(window, lambda store: store.text_of(chosen.id))
    assert held is not None
    assert held.name == "report.docx"
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    drop(broken)
    wait_for(lambda: dialog.notice.words.startswith("broken.pdf"))
