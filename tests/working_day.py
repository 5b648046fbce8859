"""A day with Briefer, as a program: `python -m tests.working_day FOLDER [FAULT]`.

On the command line and in the window without a screen: export, search, import, change, back up,
open and close. Everything that is written goes into FOLDER or the user's folder. With FAULT, words
that stand in a record, the window meets a fault whose message holds them. Other tests run it where
something is forbidden, or peculiar, and look at what it left.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from briefer.app import run_window
from briefer.cli.main import briefer
from briefer.paths import sample_briefing
from briefer.storyboard import edits
from briefer.ui.dialogs.export import ExportDialog
from briefer.ui.errors import ErrorDialog
from briefer.ui.main_window import MainWindow
from tests.ui.driving import search, settle, wait_for

BOOK = "@book{fox, title = {On Foxes}, author = {Fox, Fay}, year = {2021}, publisher = {Den}}\n"
MEETING = (
    '{"type": "event", "event_type": "law_enforcement.arrest", "title": "Foxes met",'
    ' "date": "2024-01-02"}'
)
FIRST_LOOK = 1_000
"""Milliseconds that the window has before anything is done in it."""


def commands(folder: Path) -> None:
    """Use the command line: everything that writes a file or changes the library."""
    (folder / "books.bib").write_text(BOOK, encoding="utf-8")
    (folder / "sample.briefing").write_bytes(sample_briefing().read_bytes())
    (folder / "events.json").write_text(MEETING, encoding="utf-8")
    (folder / "blog.txt").write_text("Fentanyl and foreign policy.\n" * 20, encoding="utf-8")
    event = "event/2023-09-guzman-lopez-extradition"
    deck, written = folder / "deck.pptx", folder / "written"
    for command in (
        ("export", "--sample", "-o", deck, "--pdf", folder / "deck.pdf"),
        ("export", "--sample", "--handout", folder / "handout.pdf", "--png", folder / "pictures"),
        ("inspect", deck),
        ("check", deck, "--accessibility-report", folder / "report.html"),
        ("search", "guzman", "extradition"),
        ("add", folder / "events.json"),
        ("attach", "source/fidler-2023", folder / "blog.txt"),
        ("edit", event, "--set", "note=Ask counsel"),
        ("import-sources", folder / "books.bib"),
        ("export-sources", "--to", "bibtex", "-o", written.with_suffix(".bib")),
        ("export-sources", "--to", "csl-json", "-o", written.with_suffix(".json")),
        ("new", "--preset", "hearing", "-o", folder / "hearing.briefing"),
        ("backup",),
        ("doctor",),
    ):
        briefer.main([str(word) for word in command], "briefer", standalone_mode=False)


def window_work(folder: Path, fault: str) -> int:
    """Use the window and return its exit status: search, change, export, meet the fault, close."""
    done: list[bool] = []

    def work() -> None:
        try:
            _in_window(folder, fault)
            done.append(True)
        finally:
            QApplication.exit(0)

    QTimer.singleShot(FIRST_LOOK, work)
    return run_window(None, folder / "sample.briefing") or int(not done)


def _in_window(folder: Path, fault: str) -> None:
    (window,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
    settle(window)
    search(window, "extradition")
    session = window.session
    session.do(edits.move_card(session.briefing, 0, 1))
    settle(window)
    window.actions_by_name["export"].trigger()
    wait_for(lambda: window.findChild(ExportDialog) is not None)
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    dialog.target.setText(str(folder / "from-window.pptx"))
    dialog.export()
    wait_for((folder / "from-window.pptx").exists)
    wait_for(dialog.done_button.isVisible)
    dialog.close()
    if fault:
        QTimer.singleShot(0, lambda: _fail(fault))
        wait_for(lambda: window.findChild(ErrorDialog) is not None)
        told = window.findChild(ErrorDialog)
        assert isinstance(told, ErrorDialog)
        told.close()
    session.save_copy(folder / "copy.briefing")
    wait_for((folder / "copy.briefing").exists)
    window.close()


def _fail(fault: str) -> None:
    """Raise what nobody expects, from another fault that names the words too."""
    try:
        dict[str, str]()[fault]
    except KeyError as error:
        raise RuntimeError(f"cannot show {fault}") from error


def main() -> None:
    """Do the day's work in the folder named."""
    folder, fault = Path(sys.argv[1]), " ".join(sys.argv[2:])
    folder.mkdir(parents=True, exist_ok=True)
    # First of all: commands that paint would start one that can show no window.
    application = QApplication(sys.argv[:1])
    commands(folder)
    status = window_work(folder, fault)
    del application
    sys.exit(status)


if __name__ == "__main__":
    main()
