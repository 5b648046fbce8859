"""Disks that fill, vanish or may not be written, screens that go: told, and nothing is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pptx import Presentation
from PySide6.QtWidgets import QApplication, QFileDialog

from briefer import paths
from briefer.compose.kinds import SLIDE_KINDS
from briefer.storyboard import edits
from briefer.storyboard.files import load_briefing
from briefer.ui.main_window import MainWindow, make_window
from briefer.ui.places import Places
from briefer.ui.theme import Look
from tests.ui.disks import as_nobody, filled, mounted, pull
from tests.ui.driving import search, settle, wait_for
from tests.ui.test_drop import shown_errors, told
from tests.ui.test_main_job import export_to

_MEGABYTE = 1 << 20


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Return the folder of a small disk of its own."""
    folder = tmp_path / "disk"
    with mounted(folder, 8 * _MEGABYTE):
        yield folder


def retitle(window: MainWindow, title: str) -> None:
    """Give the briefing a title."""
    window.session.do(edits.set_briefing(window.session.briefing, title=title))


def saved_title(places: Places) -> str:
    """Return the title that was saved last."""
    return load_briefing(places.autosave, kinds=SLIDE_KINDS).briefing.title


def left_over(folder: Path) -> list[str]:
    """Return the temporary files in a folder."""
    return [path.name for path in folder.iterdir() if "tmp" in path.name or path.name[0] == "."]


@pytest.fixture
def on_disk(disk: Path, look: Look) -> Iterator[MainWindow]:
    """Return a window whose library and user's folder lie on the small disk."""
    store = disk / "store.sqlite"
    shutil.copy(paths.bundled_store(), store)
    places = Places(store, paths.bundled_templates(), disk, paths.sample_briefing())
    window = make_window(places, look=look)
    window.show()
    settle(window)
    yield window
    for dialog in shown_errors(window):
        dialog.close()
    window.close()
    window.deleteLater()
    QApplication.processEvents()


def test_a_full_disk_is_told_and_saving_goes_on_by_itself(on_disk: MainWindow) -> None:
    """What was saved before stands whole; once there is room the last change is saved unasked."""
    window, places = on_disk, on_disk.session.places
    window.status.retrying.pause.setInterval(50)
    retitle(window, "First")
    wait_for(lambda: window.session.autosave.saved.state == "saved")
    with filled(places.user_folder):
        retitle(window, "Second")
        wait_for(lambda: window.session.autosave.saved.state == "failed")
        assert window.status.saving.words == "Cannot save"
        assert "No space left" in window.status.saving.toolTip()
        assert saved_title(places) == "First"
        assert left_over(places.user_folder) == []
        retitle(window, "Third")
        wait_for(lambda: window.session.autosave.saved.state == "failed")
    wait_for(lambda: window.session.autosave.saved.state == "saved")
    assert saved_title(places) == "Third"
    assert shown_errors(window) == []
    window.session.undo()
    assert window.session.briefing.title == "Second"


def test_a_window_whose_last_change_cannot_be_saved_stays_open(
    on_disk: MainWindow, tmp_path: Path
) -> None:
    """It says why; a copy elsewhere is as good, and then it closes."""
    window, places = on_disk, on_disk.session.places
    retitle(window, "First")
    wait_for(lambda: window.session.autosave.saved.state == "saved")
    with filled(places.user_folder):
        retitle(window, "Only in the window")
        assert not window.close()
        assert window.isVisible()
        dialog = window.leaving.dialog
        assert dialog is not None
        assert "No space left" in dialog.message.text()
        dialog.retry.click()
        wait_for(lambda: window.leaving.dialog not in (None, dialog))
        dialog = window.leaving.dialog
        assert dialog is not None
        dialog.stay.click()
        retitle(window, "Worked on")
        assert window.isVisible()
        window.close()
        dialog = window.leaving.dialog
        assert dialog is not None
        dialog.copy.click()
        (chooser,) = window.findChildren(QFileDialog)
        chooser.reject()
        window.commands.save_copy(tmp_path / "earlier.briefing")
        settle(window)
        assert window.isVisible()
        retitle(window, "Worked on once more")
        window.close()
        dialog = window.leaving.dialog
        assert dialog is not None
        dialog.copy.click()
        chooser = window.findChildren(QFileDialog)[-1]
        chooser.fileSelected.emit(str(tmp_path / "copy.briefing"))
        wait_for(lambda: not window.isVisible())
    assert load_briefing(tmp_path / "copy.briefing", kinds=SLIDE_KINDS).briefing.title == (
        "Worked on once more"
    )
    assert saved_title(places) == "First"


def test_a_disk_that_fills_during_an_export_leaves_the_earlier_deck(on_disk: MainWindow) -> None:
    """The dialog says so; the deck that was there is whole, no half one lies beside it."""
    window, folder = on_disk, on_disk.session.places.user_folder
    deck = folder / "talks.pptx"
    shutil.copy(window.session.places.templates / "light.pptx", deck)
    before = deck.read_bytes()
    with filled(folder, but=20_000):
        dialog = export_to(window, deck)
        wait_for(lambda: dialog.start.isVisible() and "replaces" not in dialog.notice.text())
        assert "no room left to write" in dialog.notice.text()
        assert deck.read_bytes() == before
        assert left_over(folder) == []
    dialog.start.click()
    wait_for(dialog.done_button.isVisible)
    assert window.session.built is not None
    assert len(Presentation(str(deck)).slides) == len(window.session.built.pages)
    assert left_over(folder) == []


def test_a_library_on_a_full_disk_keeps_the_record_as_it_was(on_disk: MainWindow) -> None:
    """A record that cannot be kept is told; the library answers on, and takes it later."""
    window, folder = on_disk, on_disk.session.places.user_folder
    with filled(folder):
        search(window, "type:statement malicious")
        window.library.view.setCurrentIndex(window.library.model.index(0))
        window.actions_by_name["duplicate-record"].trigger()
        assert "disk is full" in told(window)
        search(window, "Milgram")
        assert window.library.model.rowCount() > 0


def test_a_drive_that_is_pulled_takes_nothing_of_the_briefing(on_disk: MainWindow) -> None:
    """The slides stay and can be edited and saved elsewhere; put back, all goes on by itself."""
    window, places = on_disk, on_disk.session.places
    window.status.retrying.pause.setInterval(50)
    elsewhere = places.user_folder.with_name("elsewhere")
    elsewhere.mkdir()
    kept = shutil.copy(places.store, elsewhere / "kept.sqlite")
    pull(places.user_folder)
    places.user_folder.rmdir()
    places.user_folder.touch()
    window.library.field.setText("coalition")
    retitle(window, "On a plane")
    wait_for(lambda: window.session.autosave.saved.state == "failed")
    assert window.session.page is not None
    window.commands.save_copy(elsewhere / "copy.briefing")
    assert load_briefing(elsewhere / "copy.briefing", kinds=SLIDE_KINDS).briefing == (
        window.session.briefing
    )
    places.user_folder.unlink()
    places.user_folder.mkdir()
    shutil.copy(kept, places.store)
    wait_for(lambda: window.session.autosave.saved.state == "saved")
    assert saved_title(places) == "On a plane"
    for dialog in shown_errors(window):
        dialog.close()
    search(window, "Milgram")
    wait_for(lambda: window.library.model.rowCount() > 0)
    settle(window)


def test_a_folder_renamed_under_the_window_comes_back(window: MainWindow, places: Places) -> None:
    """The library's folder is renamed and named back: searches fail with words, then go on."""
    window.status.retrying.pause.setInterval(50)
    folder = places.user_folder
    away = folder.with_name("renamed")
    folder.rename(away)
    folder.write_text("A file stands in the folder's place.", encoding="utf-8")
    retitle(window, "Still here")
    wait_for(lambda: window.session.autosave.saved.state == "failed")
    assert window.session.page is not None
    folder.unlink()
    away.rename(folder)
    wait_for(lambda: window.session.autosave.saved.state == "saved")
    assert saved_title(places) == "Still here"
    for dialog in shown_errors(window):
        dialog.close()
    search(window, "Milgram")
    wait_for(lambda: window.library.model.rowCount() > 0)
    settle(window)


def test_a_screen_that_goes_during_a_drag_loses_nothing(tmp_path: Path) -> None:
    """Records dragged to each view, canvases and splitters dragged, while the window moves.

    To a screen of twice the density and back: every drag goes on or ends, and is undone to what
    was there.
    """
    environment = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.two_screens", str(tmp_path)],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "all well"


@pytest.mark.skipif(sys.platform == "win32", reason="rights of another kind")
@pytest.mark.parametrize("what", ["library", "folder"])
def test_what_may_not_be_written_is_told(what: str) -> None:
    """A library or a user's folder without the right to write, by a user who has no way round."""
    with tempfile.TemporaryDirectory() as home:  # every user may look into folders of this place
        Path(home).chmod(0o777)
        done = as_nobody("tests.ui.write_protected", what, home)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "all well"
