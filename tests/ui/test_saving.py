"""Autosave, recovery, opening and saving: nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefer.compose.kinds import SLIDE_KINDS
from briefer.errors import BriefingFileError
from briefer.storyboard import edits
from briefer.storyboard.files import load_briefing
from briefer.ui.dialogs.details import DetailsDialog, NameDialog
from briefer.ui.errors import ErrorDialog
from briefer.ui.main_window import MainWindow
from briefer.ui.places import Places
from tests.ui.conftest import Opener
from tests.ui.driving import Key, cards, press, settle, wait_for


def retitle(window: MainWindow, title: str) -> None:
    """Give the briefing a title."""
    window.session.do(edits.set_briefing(window.session.briefing, title=title))


def shown_error(window: MainWindow) -> ErrorDialog:
    """Return the error dialog that stands open."""
    wait_for(lambda: window.findChild(ErrorDialog) is not None)
    dialog = window.findChild(ErrorDialog)
    assert isinstance(dialog, ErrorDialog)
    return dialog


def test_changes_are_saved_soon(window: MainWindow, places: Places) -> None:
    """An untouched sample is not saved; a change is, with the records it uses."""
    assert not places.autosave.exists()
    assert window.status.saving.words == "No changes yet"
    retitle(window, "Mine")
    assert window.status.saving.words == "Saving"
    wait_for(lambda: window.session.autosave.saved.state == "saved")
    file = load_briefing(places.autosave, kinds=SLIDE_KINDS)
    assert file.briefing == window.session.briefing
    assert {ref for card in cards(window) for ref in card.records} <= {r.id for r in file.snapshot}
    assert window.status.saving.words.startswith("Saved ")


def test_the_next_start_goes_on(opened: Opener) -> None:
    """What was changed right before the window closed is there at the next start."""
    first = opened()
    retitle(first, "Mine")
    first.close()
    second = opened()
    assert second.session.briefing.title == "Mine"
    assert second.header.name.text() == "Mine"
    assert not second.stage.banner.isVisible()
    assert second.session.history.undo_label == first.session.history.undo_label


def test_a_damaged_autosave_is_set_aside(places: Places, opened: Opener) -> None:
    """A file that cannot be read is kept under another name, told, and the sample is shown."""
    places.autosave.write_text('{"format": 1, "title"', encoding="utf-8")
    window = opened()
    dialog = shown_error(window)
    aside = places.user_folder / "autosave.damaged"
    assert aside.read_text(encoding="utf-8").startswith('{"format"')
    assert str(aside) in dialog.hint.text()
    assert window.session.is_sample


def test_failed_saving_is_told_and_tried_again(window: MainWindow, places: Places) -> None:
    """Where the file cannot be written the status says so, and Retry saves later."""
    places.autosave.mkdir()
    retitle(window, "Mine")
    wait_for(lambda: window.session.autosave.saved.state == "failed")
    assert window.status.saving.words == "Cannot save"
    assert window.status.retry.isVisible()
    places.autosave.rmdir()
    window.status.retry.click()
    wait_for(lambda: window.session.autosave.saved.state == "saved")
    assert not window.status.retry.isVisible()


def test_copy_and_open(window: MainWindow, tmp_path: Path) -> None:
    """A copy opens again as the same briefing; undo brings back the one before."""
    path = tmp_path / "talks.briefing"
    before = window.session.briefing
    window.commands.save_copy(path)
    retitle(window, "Other")
    window.commands.open(path)
    settle(window)
    assert window.session.briefing == before
    assert window.session.history.undo_label == "Open talks"
    window.session.undo()
    assert window.session.briefing.title == "Other"


def test_what_open_replaces_is_kept(window: MainWindow, places: Places, tmp_path: Path) -> None:
    """A changed briefing is kept in a file of its own before another takes its place."""
    retitle(window, "Talks: 2023/24")
    settle(window)
    mine = window.session.briefing
    window.session.new()
    kept = places.user_folder / "earlier" / "Talks 2023 24.briefing"
    wait_for(kept.exists)
    assert load_briefing(kept, kinds=SLIDE_KINDS).briefing == mine


def test_a_wrong_file_changes_nothing(window: MainWindow, tmp_path: Path) -> None:
    """A file with a wrong field is refused by name; the briefing stays."""
    path = tmp_path / "wrong.briefing"
    data = {"format": 1, "title": "T", "sections": [{"title": "S", "cards": [{"kind": "qoute"}]}]}
    path.write_text(json.dumps(data), encoding="utf-8")
    before = window.session.history
    window.commands.open(path)
    dialog = shown_error(window)
    assert "qoute" in dialog.message.text()
    assert "quote" in dialog.message.text() + dialog.hint.text()
    assert window.session.history == before
    press(dialog, Key.Key_Return)
    wait_for(lambda: window.findChild(ErrorDialog) is None)


def test_an_unwritable_copy_is_told(window: MainWindow, tmp_path: Path) -> None:
    """A copy into a folder that is a file is refused with a dialog."""
    (tmp_path / "file").touch()
    window.commands.save_copy(tmp_path / "file" / "talks.briefing")
    assert str(tmp_path / "file") in shown_error(window).message.text()


def test_a_briefing_named_at_start(opened: Opener, places: Places, tmp_path: Path) -> None:
    """The file named is shown rather than the last one; a missing one is told."""
    path = tmp_path / "talks.briefing"
    path.write_text('{"format": 1, "title": "Talks", "sections": []}', encoding="utf-8")
    window = opened(path)
    assert window.session.briefing.title == "Talks"
    assert not window.session.is_sample
    assert not places.autosave.exists()


def test_an_unknown_record_is_told_and_a_finding(opened: Opener, tmp_path: Path) -> None:
    """A briefing that names records nobody has opens, and says once which are missing."""
    path = tmp_path / "talks.briefing"
    card = {"kind": "event", "records": ["event/none"]}
    data = {"format": 1, "title": "Talks", "sections": [{"title": "S", "cards": [card]}]}
    path.write_text(json.dumps(data), encoding="utf-8")
    window = opened(path)
    (dialog,) = window.findChildren(ErrorDialog)
    told = dialog.message.text()
    assert "talks.briefing: sections[0].cards[0].records[0]: no record 'event/none'" in told
    dialog.close()
    assert [f.check for f in window.session.findings_here()] == ["missing-record"]
    assert window.storyboard.model.rows[0].severity == "error"
    assert "1 error" in window.status.findings.text()


def test_details_are_one_step(window: MainWindow) -> None:
    """Title, audience and date are changed together and taken back together."""
    before = window.session.briefing
    window.actions_by_name["details"].trigger()
    dialog = window.findChild(DetailsDialog)
    assert isinstance(dialog, DetailsDialog)
    dialog.fields["title"].setText("Talks")
    dialog.fields["audience"].setText("Members")
    press(dialog.fields["audience"], Key.Key_Return)
    assert (window.session.briefing.title, window.session.briefing.audience) == ("Talks", "Members")
    assert window.windowTitle().startswith("Talks")
    window.session.undo()
    assert window.session.briefing == before


def test_a_new_section_starts_with_the_slide(window: MainWindow) -> None:
    """Insert > Section asks for a name and splits the section at the slide looked at."""
    window.session.step(1)
    window.actions_by_name["section"].trigger()
    dialog = window.findChild(NameDialog)
    assert isinstance(dialog, NameDialog)
    assert not dialog.keep.isEnabled()
    dialog.field.setText("Second thoughts")
    press(dialog.field, Key.Key_Return)
    assert [s.title for s in window.session.briefing.sections][1] == "Second thoughts"


def test_a_missing_sample_is_an_error(places: Places, opened: Opener) -> None:
    """Opening a file that is gone names it."""
    window = opened()
    with pytest.raises(BriefingFileError, match="none"):
        window.session.open(places.user_folder / "none.briefing")


def test_the_last_briefing_outlives_another_one(
    opened: Opener, places: Places, tmp_path: Path
) -> None:
    """Opening a file at the start and changing it does not overwrite what was saved last."""
    first = opened()
    retitle(first, "Mine")
    first.close()
    path = tmp_path / "talks.briefing"
    path.write_text('{"format": 1, "title": "Talks", "sections": []}', encoding="utf-8")
    second = opened(path)
    retitle(second, "Theirs")
    second.close()
    assert load_briefing(places.autosave, kinds=SLIDE_KINDS).briefing.title == "Theirs"
    kept = places.user_folder / "earlier" / "Last briefing.briefing"
    assert load_briefing(kept, kinds=SLIDE_KINDS).briefing.title == "Mine"


def test_an_unknown_template_is_told_once(opened: Opener, tmp_path: Path) -> None:
    """A briefing on a template that is not there is shown on the house template."""
    path = tmp_path / "talks.briefing"
    card = {"kind": "title"}
    data: dict[str, object] = {"format": 1, "title": "Talks", "template": "lihgt"}
    data["sections"] = [{"title": "S", "cards": [card]}]
    path.write_text(json.dumps(data), encoding="utf-8")
    window = opened(path)
    dialog = shown_error(window)
    assert "lihgt" in dialog.message.text()
    assert "light" in dialog.message.text() + dialog.hint.text()
    dialog.close()
    retitle(window, "Other")
    settle(window)
    assert window.session.template is not None
    assert window.session.page is not None
    assert [d for d in window.findChildren(ErrorDialog) if d.isVisible()] == []
