"""Space in the library: the record with the source's words and its citation in full."""

from __future__ import annotations

from briefer.records import Statement
from briefer.ui.main_window import MainWindow
from briefer.ui.records.editor import RecordEditor
from tests.ui.driving import Key, press, search, wait_for


def test_space_reads_a_record_beside_the_list(window: MainWindow) -> None:
    """What is told follows the arrows; Space closes; nothing is selected or added by it."""
    search(window, "type:statement coalition")
    view, popover = window.library.view, window.library.peeking.popover
    before = window.session.briefing
    view.setFocus()
    view.setCurrentIndex(window.library.model.index(0))
    press(view, Key.Key_Space)
    wait_for(popover.isVisible)
    record = view.record(view.currentIndex())
    assert isinstance(record, Statement)
    assert record.text in popover.said.text()
    assert popover.citations.text() not in ("", "Uncited")
    assert popover.accessibleName().startswith("Statement")
    first = popover.title.text(), popover.said.text()
    press(popover, Key.Key_Down)
    wait_for(lambda: (popover.title.text(), popover.said.text()) != first)
    assert view.currentIndex().row() == 1
    press(popover.open_button, Key.Key_Space)
    assert not popover.isVisible()
    assert window.session.briefing == before


def test_enter_opens_what_is_read(window: MainWindow) -> None:
    """Enter in the popover edits the record."""
    view, popover = window.library.view, window.library.peeking.popover
    view.setFocus()
    view.setCurrentIndex(window.library.model.index(0))
    press(view, Key.Key_Space)
    wait_for(popover.isVisible)
    press(popover, Key.Key_Return)
    assert not popover.isVisible()
    wait_for(lambda: window.findChild(RecordEditor) is not None)
