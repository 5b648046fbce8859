"""A window for a user who may not write: run in a process of its own, with that user's rights.

Usage: python -m tests.ui.write_protected library|folder FOLDER. Prints "all well", or raises.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from briefer import paths
from briefer.compose.kinds import SLIDE_KINDS
from briefer.storyboard import edits
from briefer.storyboard.files import load_briefing
from briefer.ui.main_window import MainWindow, make_window
from briefer.ui.places import Places
from briefer.ui.theme import Look
from tests.ui.driving import search, settle, wait_for
from tests.ui.test_drop import shown_errors, told


def opened(store: Path, user: Path) -> MainWindow:
    """Return a window on a library and a user's folder."""
    places = Places(store, paths.bundled_templates(), user, paths.sample_briefing())
    window = make_window(places, look=Look(theme="light"))
    window.show()
    settle(window)
    return window


def retitle(window: MainWindow, title: str) -> None:
    """Give the briefing a title."""
    window.session.do(edits.set_briefing(window.session.briefing, title=title))


def with_a_protected_library(home: Path) -> None:
    """Work on a library that may only be read: all goes on, a changed record is refused."""
    share, user = home / "share", home / "user"
    share.mkdir()
    user.mkdir()
    store = share / "store.sqlite"
    shutil.copy(paths.bundled_store(), store)
    before = store.read_bytes()
    store.chmod(0o444)
    share.chmod(0o555)
    window = opened(store, user)
    assert shown_errors(window) == []
    search(window, "type:statement malicious")
    assert window.library.model.rowCount() == 1
    window.library.view.setCurrentIndex(window.library.model.index(0))
    window.actions_by_name["duplicate-record"].trigger()
    words = told(window)
    assert "may not be written" in words, words
    assert "permissions" in words, words
    retitle(window, "Mine")
    wait_for(lambda: window.session.autosave.saved.state == "saved")
    assert load_briefing(window.session.places.autosave, kinds=SLIDE_KINDS).briefing.title == "Mine"
    settle(window)
    window.close()
    assert store.read_bytes() == before
    assert [path.name for path in share.iterdir()] == ["store.sqlite"]
    share.chmod(0o755)


def with_a_protected_folder(home: Path) -> None:
    """Take the rights of the user's folder away under the window, and give them back."""
    store = home / "store.sqlite"
    shutil.copy(paths.bundled_store(), store)
    window = opened(store, home / "user")
    user = window.session.places.user_folder
    window.status.retrying.pause.setInterval(50)
    retitle(window, "First")
    wait_for(lambda: window.session.autosave.saved.state == "saved")
    user.chmod(0o555)
    retitle(window, "Second")
    wait_for(lambda: window.session.autosave.saved.state == "failed")
    words = window.status.saving.toolTip()
    assert "Permission denied" in words, words
    user.chmod(0o755)
    wait_for(lambda: window.session.autosave.saved.state == "saved")
    saved = load_briefing(window.session.places.autosave, kinds=SLIDE_KINDS)
    assert saved.briefing.title == "Second"
    window.close()


def main() -> None:
    """Try what the command line names."""
    what, home = sys.argv[1], Path(sys.argv[2])
    if os.getuid() == 0:
        raise AssertionError("root may write everywhere")
    application = QApplication(["write-protected"])
    (with_a_protected_library if what == "library" else with_a_protected_folder)(home)
    application.quit()
    sys.stdout.write("all well\n")


if __name__ == "__main__":
    main()
