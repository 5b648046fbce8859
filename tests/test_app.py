"""Starting the window: the user's own copy of the store, the log, and refusals beforehand."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest

from briefer import paths
from briefer.app import start_log
from briefer.store import Store
from tests.cli.program import Program, assert_refused
from tests.store.files import names, scribble

WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

application = QApplication(sys.argv[:1])
QTimer.singleShot(1500, application.closeAllWindows)
from briefer.cli.main import main

main()
"""

RESCUE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

application = QApplication(sys.argv[:1])
windows = []

def restore():
    from briefer.ui.dialogs.rescue import RescueDialog
    (dialog,) = [one for one in application.topLevelWidgets() if isinstance(one, RescueDialog)]
    dialog.restore.click()
    QTimer.singleShot(2500, close)

def close():
    windows.extend(one.windowTitle() for one in application.topLevelWidgets() if one.isVisible())
    application.closeAllWindows()

QTimer.singleShot(1500, restore)
from briefer.cli.main import main

try:
    main()
finally:
    print(*windows)
"""


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Return the program, to be run in a new folder."""
    return Program(tmp_path)


@pytest.fixture
def log_restored() -> Iterator[None]:
    """Take away what a test adds to logging and to the hook for uncaught errors."""
    log, hook = logging.getLogger("briefer"), sys.excepthook
    before = list(log.handlers)
    yield
    sys.excepthook = hook
    for handler in [handler for handler in log.handlers if handler not in before]:
        log.removeHandler(handler)
        handler.close()


def open_and_close(
    program: Program, *arguments: str, script: str = WINDOW
) -> subprocess.CompletedProcess[str]:
    """Open the window without a screen and close it after a moment."""
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=program.folder,
        env=program.environment(QT_QPA_PLATFORM="offscreen"),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def test_first_run_copies_the_store(program: Program) -> None:
    """The window works on the user's copy; the bundled store keeps its bytes."""
    before = paths.bundled_store().read_bytes()
    done = open_and_close(program)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    with Store.open(program.home / "store.sqlite", read_only=True) as store:
        assert store.all("event")
    assert paths.bundled_store().read_bytes() == before


def test_own_store_is_kept(program: Program) -> None:
    """At the next run the user's store is the one that is there."""
    with Store.create(program.home / "store.sqlite"):
        pass
    assert open_and_close(program).returncode == 0
    with Store.open(program.home / "store.sqlite", read_only=True) as store:
        assert store.all() == []


def test_store_named_is_opened_in_place(program: Program) -> None:
    """With `--store` the file named is used and no copy is made."""
    own = program.folder / "own.sqlite"
    own.write_bytes(paths.bundled_store().read_bytes())
    assert open_and_close(program, "--store", str(own)).returncode == 0
    assert not (program.home / "store.sqlite").exists()


def test_damaged_store_is_never_replaced_unasked(program: Program) -> None:
    """What is asked and not answered changes nothing; so does a store that is gone."""
    assert open_and_close(program).returncode == 0
    own = program.home / "store.sqlite"
    assert program("backup").returncode == 0
    scribble(own)
    damaged, beside = own.read_bytes(), names(program.home)
    done = open_and_close(program)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert own.read_bytes() == damaged
    assert names(program.home) == beside
    own.unlink()
    assert open_and_close(program).returncode == 0
    assert not own.exists()


def test_window_opens_on_the_restored_store(program: Program) -> None:
    """Once a backup is restored, the window follows, and stays."""
    assert open_and_close(program).returncode == 0
    own = program.home / "store.sqlite"
    assert program("backup").returncode == 0
    own.write_bytes(b"nothing but noise" * 999)
    done = open_and_close(program, script=RESCUE)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert "- Briefer" in done.stdout
    assert program("doctor").returncode == 0
    (kept,) = program.home.glob("store.damaged-*.sqlite")
    assert kept.read_bytes() == b"nothing but noise" * 999


def test_backup_is_made_behind_the_window(program: Program) -> None:
    """A library that was changed is backed up at the next start."""
    assert open_and_close(program).returncode == 0
    assert not (program.home / "backups").exists()
    with Store.open(program.home / "store.sqlite") as store:
        store.duplicate("actor/mexico")
    assert open_and_close(program).returncode == 0
    (backup,) = (program.home / "backups").iterdir()
    with Store.open(backup, read_only=True) as store:
        assert store.all("event")


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("--store", "none.sqlite"), "none.sqlite"),
        (("--store", "damaged.sqlite"), "damaged.sqlite"),
        (("--briefing", "none.briefing"), "none.briefing"),
        (("--briefing", "damaged.sqlite"), "damaged.sqlite"),
    ],
)
def test_unusable_files_are_told_before_the_window(
    program: Program, arguments: tuple[str, str], word: str
) -> None:
    """What was named on the command line is refused there."""
    (program.folder / "damaged.sqlite").write_bytes(b"\0nothing" * 500)
    assert_refused(program(*arguments, QT_QPA_PLATFORM="offscreen"), word)


@pytest.mark.skipif(os.name != "posix", reason="needs a POSIX system")
def test_interrupt_at_the_terminal_ends_the_window(program: Program) -> None:
    """Ctrl C closes a window that was started from a terminal, without a trace."""
    process = subprocess.Popen(
        [sys.executable, "-m", "briefer"],
        cwd=program.folder,
        env=program.environment(QT_QPA_PLATFORM="offscreen"),
        stderr=subprocess.PIPE,
        text=True,
    )
    end = time.monotonic() + 60
    while not (program.home / "window-open").exists():
        assert time.monotonic() < end, "the window never opened"
        time.sleep(0.05)
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(1)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == -signal.SIGINT
    assert "Traceback" not in errors


@pytest.mark.usefixtures("log_restored")
def test_uncaught_error_is_kept_in_the_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], warnings_logged: list[str]
) -> None:
    """Where a fault happened is in the log without its words, and all of it on standard error."""
    path = tmp_path / "new" / "briefer.log"
    start_log(path)
    try:
        raise ZeroDivisionError("a flaw")
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    logged = path.read_text(encoding="utf-8")
    assert "test_app.py:" in logged
    assert logged.endswith("\nZeroDivisionError\n")
    assert "a flaw" not in logged
    assert "ZeroDivisionError: a flaw" in capsys.readouterr().err
    assert len(warnings_logged) == 1
    warnings_logged.clear()


@pytest.mark.usefixtures("log_restored")
def test_unwritable_log_stops_nothing(tmp_path: Path) -> None:
    """Without a place for the log the window opens all the same."""
    (tmp_path / "file").touch()
    start_log(tmp_path / "file" / "briefer.log")
    handlers = logging.getLogger("briefer").handlers
    assert not [handler for handler in handlers if isinstance(handler, RotatingFileHandler)]
