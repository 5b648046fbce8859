"""One window for a user's folder: files handed over, locks of the dead, nobody at home."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QSysInfo

from briefer.compose.kinds import SLIDE_KINDS
from briefer.errors import BrieferError
from briefer.storyboard import edits
from briefer.storyboard.files import load_briefing
from briefer.ui.dialogs.about import AboutDialog
from briefer.ui.instance import Instance, join_or_claim
from briefer.ui.main_window import MainWindow
from briefer.ui.places import Places
from tests.cli.program import Program
from tests.ui.conftest import Opener
from tests.ui.driving import wait_for

STORE = Path("store.sqlite")

FIRST = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

def refuse(event, arguments):
    if event.startswith("socket."):
        raise RuntimeError(event)

sys.addaudithook(refuse)
application = QApplication(sys.argv[:1])
seen = []

def look():
    for one in application.topLevelWidgets():
        if one.isVisible() and "Talks" in one.windowTitle():
            seen.append(one.windowTitle())
            application.closeAllWindows()

timer = QTimer()
timer.timeout.connect(look)
timer.start(100)
QTimer.singleShot(60000, application.closeAllWindows)
from briefer.cli.main import main

try:
    main()
finally:
    print(*seen)
"""


def briefing(folder: Path, title: str = "Talks") -> Path:
    """Return a briefing file without slides."""
    path = folder / f"{title.lower()}.briefing"
    path.write_text(json.dumps({"format": 1, "title": title, "sections": []}), encoding="utf-8")
    return path


@pytest.mark.skipif(os.name != "posix", reason="needs a POSIX system")
def test_a_second_start_opens_its_file_in_the_first_window(tmp_path: Path) -> None:
    """Neither opens a socket; the second ends with status 0 once the first took the file."""
    program = Program(tmp_path)
    first = subprocess.Popen(
        [sys.executable, "-c", FIRST],
        cwd=program.folder,
        env=program.environment(QT_QPA_PLATFORM="offscreen"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    end = time.monotonic() + 30
    while not (program.home / "window.open").exists() and time.monotonic() < end:
        time.sleep(0.05)
    second = program("app", briefing(tmp_path), QT_QPA_PLATFORM="offscreen")
    out, errors = first.communicate(timeout=90)
    assert second.returncode == 0, second.stderr
    assert first.returncode == 0, errors
    assert out.strip() == "Talks - Briefer"
    assert "Traceback" not in errors
    assert not (program.home / "window.lock").exists()
    assert list((program.home / "inbox").iterdir()) == []


def test_the_lock_of_a_dead_process_is_taken_over(tmp_path: Path) -> None:
    """After a crash the next window opens; while it is open no other does."""
    script = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from briefer.ui.instance import Instance\n"
        "instance = Instance(Path(sys.argv[1]))\n"
        "assert instance.claim(Path('store.sqlite'))\n"
        "os._exit(1)\n"
    )
    environment = Program(tmp_path).environment()
    command = [sys.executable, "-c", script, str(tmp_path)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert (tmp_path / "window.lock").exists()
    mine, other = Instance(tmp_path), Instance(tmp_path)
    assert mine.claim(STORE)
    assert not other.claim(STORE)
    mine.release()
    assert other.claim(STORE)
    other.release()


def test_files_are_handed_over_in_order(tmp_path: Path) -> None:
    """What was laid down before the window listened is taken too; paths are made absolute."""
    first, second = Instance(tmp_path), Instance(tmp_path)
    assert first.claim(STORE)
    got: list[object] = []
    first.wanted.connect(got.append)
    with pytest.raises(BrieferError, match="does not answer"):
        second.hand_over(tmp_path / "none.briefing", patience=0.0)
    inbox = tmp_path / "inbox"
    (inbox / "1.open").write_text('{"briefing": "/a.briefing"}', encoding="utf-8")
    (inbox / "2.open").write_text("{", encoding="utf-8")
    (inbox / "3.open").write_text('{"briefing": "/b.briefing"}', encoding="utf-8")
    (inbox / "4.tmp").write_text("half", encoding="utf-8")
    first.listen()
    assert got == [Path("/a.briefing"), None, Path("/b.briefing")]
    (inbox / "5.open").write_text('{"briefing": "/c.briefing"}', encoding="utf-8")
    wait_for(lambda: len(got) == 4)
    assert [path.name for path in inbox.iterdir()] == ["4.tmp"]
    first.release()


def test_who_does_not_answer_is_named(tmp_path: Path) -> None:
    """A window that hangs is told with its process, and nothing waits in its inbox."""
    first, second = Instance(tmp_path), Instance(tmp_path)
    assert first.claim(STORE)
    with pytest.raises(BrieferError, match=f"process {os.getpid()}"):
        second.hand_over(None, patience=0.1)
    assert list((tmp_path / "inbox").iterdir()) == []
    first.release()


def test_another_library_is_refused(tmp_path: Path) -> None:
    """A file is not opened on another library than the one that was named."""
    first = Instance(tmp_path)
    assert first.claim(tmp_path / "one.sqlite")
    own = tmp_path / "store.sqlite"
    with pytest.raises(BrieferError, match=r"one\.sqlite"):
        join_or_claim(Instance(tmp_path), tmp_path / "two.sqlite", own, None)
    first.release()


def test_another_computer_is_told_until_it_is_silent(tmp_path: Path) -> None:
    """A folder on a network drive: the other computer is named; a lock long silent is dropped."""
    lock = tmp_path / "window.lock"
    lock.write_text("4711\nbriefer\nelsewhere\n\n\n", encoding="utf-8")
    assert QSysInfo.machineHostName() != "elsewhere"
    own = tmp_path / "store.sqlite"
    with pytest.raises(BrieferError, match="elsewhere"):
        join_or_claim(Instance(tmp_path), None, own, None)
    old = time.time() - 3600
    os.utime(lock, (old, old))
    instance = Instance(tmp_path)
    assert join_or_claim(instance, None, own, None)
    instance.release()


def test_without_a_place_for_the_lock_the_window_opens(tmp_path: Path) -> None:
    """A folder that cannot be written holds nothing that two windows could share."""
    (tmp_path / "file").touch()
    instance = Instance(tmp_path / "file" / "home")
    assert instance.claim(STORE)
    instance.release()


def test_a_file_waits_for_the_dialog_to_be_closed(window: MainWindow, tmp_path: Path) -> None:
    """What is handed over while a dialog is open opens after it."""
    window.actions_by_name["about"].trigger()
    before = window.session.briefing.title
    window.desk.take(briefing(tmp_path))
    assert window.session.briefing.title == before
    dialog = window.findChild(AboutDialog)
    assert isinstance(dialog, AboutDialog)
    dialog.close()
    wait_for(lambda: window.session.briefing.title == "Talks")
    window.session.undo()
    assert window.session.briefing.title == before


def test_what_was_saved_last_is_kept_when_another_file_opens(
    opened: Opener, places: Places, tmp_path: Path
) -> None:
    """A briefing gone on with, and not changed, has no other file: it is kept in one."""
    first = opened()
    edit = edits.set_briefing(first.session.briefing, title="Mine")
    first.session.do(edit)
    first.close()
    second = opened()
    second.desk.take(briefing(tmp_path))
    assert second.session.briefing.title == "Talks"
    kept = places.user_folder / "earlier" / "Mine.briefing"
    wait_for(kept.exists)
    assert load_briefing(kept, kinds=SLIDE_KINDS).briefing.title == "Mine"
