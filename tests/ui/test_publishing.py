"""PDF, handout and pictures from the File menu: asked, written behind the window, told."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from benchmarks.soundness import nameless
from briefer.ui.dialogs.writing import WritingDialog
from briefer.ui.exporting import Form, new_folder
from briefer.ui.main_window import MainWindow
from tests.ui.driving import Key, press, wait_for


def writing(window: MainWindow) -> WritingDialog:
    """Return the dialog that writes."""
    wait_for(lambda: window.findChild(WritingDialog) is not None)
    dialog = window.findChild(WritingDialog)
    assert isinstance(dialog, WritingDialog)
    return dialog


@pytest.mark.parametrize(
    ("form", "name"), [("pdf", "deck.pdf"), ("handout", "notes.pdf"), ("pictures", "")]
)
def test_a_file_is_written_and_told(
    window: MainWindow, tmp_path: Path, form: Form, name: str
) -> None:
    """The menu's command asks for a place; a dialog tells when what was asked for is there."""
    place = tmp_path / name if name else tmp_path
    window.actions_by_name[f"export-{form}"].trigger()
    wait_for(lambda: window.findChild(QFileDialog) is not None)
    asked = window.findChild(QFileDialog)
    assert isinstance(asked, QFileDialog)
    asked.fileSelected.emit(str(place))
    asked.close()
    dialog = writing(window)
    wait_for(dialog.done_button.isVisible)
    pages = len(window.storyboard.model.rows)
    assert f"{pages} slides" in dialog.now.text()
    assert nameless(dialog) == []
    if name:
        assert place.read_bytes().startswith(b"%PDF")
    else:
        (folder,) = tmp_path.iterdir()
        assert folder.name in dialog.now.text()
        assert len(list(folder.glob("*.png"))) == pages
    press(dialog, Key.Key_Escape)
    wait_for(lambda: window.findChild(WritingDialog) is None)


def test_an_unwritable_place_is_told(window: MainWindow, tmp_path: Path) -> None:
    """A folder that is not there is named; nothing is written."""
    window.commands.publishing.write("pdf", tmp_path / "none" / "deck.pdf")
    dialog = writing(window)
    wait_for(dialog.done_button.isVisible)
    assert "none" in dialog.now.text()
    assert not dialog.open_file.isVisible()
    assert list(tmp_path.iterdir()) == []


def test_cancelled_leaves_nothing(window: MainWindow, tmp_path: Path) -> None:
    """Escape stops the writing and closes the dialog."""
    window.commands.publishing.write("handout", tmp_path / "notes.pdf")
    dialog = writing(window)
    press(dialog, Key.Key_Escape)
    wait_for(lambda: window.findChild(WritingDialog) is None)
    assert list(tmp_path.iterdir()) == []


def test_the_author_is_the_settings(window: MainWindow, tmp_path: Path) -> None:
    """Who wrote the briefing stands in the PDF only where the user said so."""
    target = tmp_path / "deck.pdf"
    window.commands.publishing.write("pdf", target, author="Jane Doe")
    wait_for(writing(window).done_button.isVisible)
    told = subprocess.run(["pdfinfo", str(target)], capture_output=True, text=True, check=True)
    assert "Author:          Jane Doe" in told.stdout


def test_commands_are_off_without_slides(empty: MainWindow) -> None:
    """There is nothing to export in an empty briefing."""
    for form in ("pdf", "handout", "pictures"):
        assert not empty.actions_by_name[f"export-{form}"].isEnabled()


def test_pictures_never_land_in_a_folder_that_is_there(tmp_path: Path) -> None:
    """A second export gets a folder of its own, its name fit for every system."""
    first = new_folder(tmp_path, "A: b?")
    assert first == tmp_path / "A b pictures"
    first.mkdir()
    assert new_folder(tmp_path, "A: b?") == tmp_path / "A b pictures (2)"
