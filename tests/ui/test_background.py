"""Exports behind the window: told in the status bar, stopped there, opened from there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from benchmarks.soundness import nameless
from briefer.ui.dialogs.export import ExportDialog
from briefer.ui.dialogs.writing import WritingDialog
from briefer.ui.errors import ErrorDialog
from briefer.ui.main_window import MainWindow
from tests.ui.driving import wait_for


@pytest.fixture
def opened_paths(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return what the desktop was asked to open, without having it opened."""
    asked: list[Path] = []

    def open_url(url: QUrl) -> bool:
        asked.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return asked


def leave_export(window: MainWindow, target: Path, *, folder: bool = False) -> None:
    """Begin an export and go on behind the window."""
    window.actions_by_name["export"].trigger()
    wait_for(lambda: window.findChild(ExportDialog) is not None)
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    dialog.target.setText(str(target))
    dialog.open_after.setChecked(folder)
    assert not dialog.behind.isVisible()
    dialog.start.click()
    assert dialog.behind.isVisible()
    dialog.behind.click()
    wait_for(lambda: window.findChild(ExportDialog) is None)


def test_an_export_goes_on_behind_the_window(
    window: MainWindow, tmp_path: Path, opened_paths: list[Path]
) -> None:
    """The dialog closes at once; the status bar tells the end and opens deck and folder."""
    target, job = tmp_path / "talks.pptx", window.status.job
    leave_export(window, target)
    assert job.isVisible()
    assert job.words.words.startswith("Exporting talks.pptx")
    assert not job.open_file.isVisible()
    wait_for(job.open_file.isVisible)
    assert job.words.words == "Exported talks.pptx"
    assert target.read_bytes().startswith(b"PK")
    assert nameless(window.status) == []
    last = window.desk.exports.last(window.session.briefing.title)
    assert last is not None
    assert last.path == target
    job.open_file.click()
    assert opened_paths == [target]
    assert not job.isVisible()


def test_a_stopped_export_leaves_nothing(window: MainWindow, tmp_path: Path) -> None:
    """The cross in the status bar cancels; the row goes away."""
    leave_export(window, tmp_path / "talks.pptx")
    window.status.job.stop.click()
    wait_for(lambda: not window.status.job.isVisible())
    assert list(tmp_path.iterdir()) == []


def test_a_second_export_waits_for_the_first(
    window: MainWindow, tmp_path: Path, opened_paths: list[Path]
) -> None:
    """One after the other is told; the last one is what can be opened."""
    leave_export(window, tmp_path / "talks.pptx", folder=True)
    window.commands.publishing.write("handout", tmp_path / "notes.pdf")
    dialog = window.findChild(WritingDialog)
    assert isinstance(dialog, WritingDialog)
    dialog.behind.click()
    wait_for(lambda: window.findChild(WritingDialog) is None)
    assert [each.words for each in window.commands.background.running] == [
        "Exporting talks.pptx",
        "Exporting notes.pdf",
    ]
    job = window.status.job
    wait_for(job.open_folder.isVisible)
    assert job.words.words == "Exported notes.pdf"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["notes.pdf", "talks.pptx"]
    assert opened_paths == [tmp_path]
    job.open_folder.click()
    assert opened_paths == [tmp_path, tmp_path]


def test_a_failed_export_is_told(window: MainWindow, tmp_path: Path) -> None:
    """What goes wrong behind the window is shown over it."""
    leave_export(window, tmp_path / "none" / "talks.pptx")
    wait_for(lambda: window.findChild(ErrorDialog) is not None)
    dialog = window.findChild(ErrorDialog)
    assert isinstance(dialog, ErrorDialog)
    assert "none" in dialog.message.text()
    assert not window.status.job.isVisible()
