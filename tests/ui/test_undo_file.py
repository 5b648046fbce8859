"""Undo after a restart and after a crash, and what is wrong with the file never costs anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefer.compose.kinds import SLIDE_KINDS
from briefer.storyboard import edits
from briefer.storyboard.briefing import Briefing
from briefer.storyboard.files import BriefingFile, load_briefing, save_briefing
from briefer.storyboard.history import History
from briefer.storyboard.journal import Journal
from briefer.ui.main_window import MainWindow
from briefer.ui.places import Places
from briefer.ui.records.work import delete_records
from briefer.ui.undo_file import UndoFile
from tests.ui.conftest import Opener
from tests.ui.driving import cards, wait_for
from tests.ui.test_record_editor import in_store


def retitle(window: MainWindow, title: str) -> None:
    """Give the briefing a title."""
    window.session.do(edits.set_briefing(window.session.briefing, title=title))


def saved(window: MainWindow) -> None:
    """Wait until all is saved."""
    wait_for(lambda: window.session.autosave.saved.state == "saved")


def undo_words(window: MainWindow) -> str:
    """Return what the menu says would be undone."""
    return window.actions_by_name["undo"].text().replace("&", "")


def test_undo_goes_on_after_a_restart(opened: Opener) -> None:
    """The menu says the same, and every step back and forth gives the same briefing."""
    first = opened()
    start = first.session.briefing
    retitle(first, "Mine")
    first.session.do(edits.delete_cards(first.session.briefing, [1, 2]))
    first.session.do(edits.move_card(first.session.briefing, 0, 3))
    first.session.undo()
    shown, history = undo_words(first), first.session.history
    first.close()
    second = opened()
    assert undo_words(second) == shown
    assert second.session.history.redo_label == history.redo_label
    second.actions_by_name["redo"].trigger()
    assert second.session.briefing == history.redo().briefing
    for _ in range(3):
        second.actions_by_name["undo"].trigger()
    assert second.session.briefing == start
    assert not second.actions_by_name["undo"].isEnabled()
    second.close()
    third = opened()
    assert third.session.briefing == start
    assert len(third.session.history.future) == 3


def test_changes_of_records_are_undone_after_a_restart(opened: Opener, places: Places) -> None:
    """A deleted record comes back, and goes again with redo, in later windows."""
    first = opened()
    ref = next(card.records[0] for card in cards(first) if card.records)
    done = in_store(first, lambda store: delete_records(store, [ref], by="A"))
    first.session.note(done.label, done.turns)
    saved(first)
    label = first.session.history.undo_label
    assert label.startswith("Delete record")
    first.close()
    second = opened()
    assert second.session.history.undo_label == label
    second.session.undo()
    wait_for(lambda: in_store(second, lambda store: ref in store.get_many([ref])))
    second.close()
    third = opened()
    assert third.session.history.redo_label == label
    third.session.redo()
    wait_for(lambda: not in_store(third, lambda store: ref in store.get_many([ref])))


def test_a_damaged_journal_costs_no_briefing(opened: Opener, places: Places) -> None:
    """The briefing is there, undo begins anew, and the file lies aside."""
    first = opened()
    retitle(first, "Mine")
    first.close()
    data = places.undo.read_bytes()
    places.undo.write_bytes(data[:200] + b"\xff\x00" + data[202:])
    second = opened()
    assert second.session.briefing.title == "Mine"
    assert second.session.history.undo_label == ""
    assert not places.undo.exists()
    assert places.undo.with_suffix(".undo-damaged").exists()
    retitle(second, "More")
    second.close()
    assert opened().session.history.undo_label


def test_another_start_never_undoes_into_the_last_briefing(opened: Opener, places: Places) -> None:
    """A file opened at the start, once changed, has steps of its own only."""
    first = opened()
    retitle(first, "Mine")
    first.close()
    path = places.user_folder / "other.briefing"
    save_briefing(path, BriefingFile(Briefing("Other")))
    second = opened(path)
    retitle(second, "Changed")
    second.close()
    third = opened()
    assert third.session.briefing.title == "Changed"
    third.session.undo()
    assert third.session.briefing.title == "Other"
    assert not third.session.history.past


def history_of(*titles: str) -> History:
    """Return the history of a briefing that had these titles."""
    history = History(Briefing(titles[0]))
    for title in titles[1:]:
        history = history.do(edits.set_briefing(history.briefing, title=title))
    return history


class Disk:
    """The two files as one window after the other writes them, ended at any point."""

    def __init__(self, folder: Path) -> None:
        self.briefing, self.undo = folder / "autosave.briefing", folder / "autosave.undo"
        self.history = History(Briefing(""))
        self.file = UndoFile(self.undo, "library", lambda: Journal(self.history))

    def save(self, history: History, *, until: int = 2) -> None:
        """Save as the lane does; `until` says how many of the two files are written."""
        self.history = history
        if until > 0:
            self.file.write(self.file.current())
        if until > 1:
            save_briefing(self.briefing, BriefingFile(history.briefing))
            self.file.was_saved(history.briefing)

    def read(self) -> History | None:
        """Return the history that the next window finds."""
        briefing = load_briefing(self.briefing, kinds=SLIDE_KINDS).briefing
        self.file = UndoFile(self.undo, "library", lambda: Journal(self.history))
        journal = self.file.read(briefing, kinds=SLIDE_KINDS)
        return journal.history if journal else None


@pytest.mark.parametrize("until", [0, 1, 2])
def test_an_end_between_the_two_files_is_safe(tmp_path: Path, until: int) -> None:
    """Undo leads from what was saved last, or from what was about to be; never elsewhere."""
    disk = Disk(tmp_path)
    disk.save(history_of("One", "Two"))
    disk.save(history_of("One", "Two", "Three", "Four"), until=until)
    expected = history_of("One", "Two") if until == 0 else history_of("One", "Two", "Three", "Four")
    for _ in range(2):  # a second end, before anything is saved again, changes nothing
        found = disk.read()
        assert found
        assert found.briefing == expected.briefing
        assert [s.briefing for s in found.past] == [s.briefing for s in expected.past]
    disk.save(expected.undo(), until=1)
    again = disk.read()
    assert again
    assert again.briefing.title == expected.undo().briefing.title


def test_what_cannot_be_written_costs_nothing(tmp_path: Path) -> None:
    """A folder in the place of the journal: the briefing is saved; later the steps are, too."""
    disk = Disk(tmp_path)
    disk.undo.mkdir()
    disk.save(history_of("One", "Two"))
    assert load_briefing(disk.briefing, kinds=SLIDE_KINDS).briefing.title == "Two"
    disk.undo.rmdir()
    disk.save(history_of("One", "Two", "Three"))
    found = disk.read()
    assert found
    assert len(found.past) == 2


def test_the_journal_of_another_briefing_is_set_aside(tmp_path: Path) -> None:
    """A briefing put there by hand has no steps."""
    disk = Disk(tmp_path)
    disk.save(history_of("One", "Two"))
    save_briefing(disk.briefing, BriefingFile(Briefing("By hand")))
    assert disk.read() is None
    assert (tmp_path / "autosave.undo-damaged").exists()
