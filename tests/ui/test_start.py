"""What a start of the window leaves for later, and what fields and menus wear."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QWidget,
)

from briefer.ui.main_window import MainWindow
from briefer.ui.sheet import wearing

_LATER = frozenset(
    (
        *("PIL", "bibtexparser", "citeproc", "docx", "pptx", "pylatexenc", "pypdf", "rispy"),
        *("sqlite_utils", "xlsxwriter"),
        *("briefer.accessibility", "briefer.bibliography", "briefer.documents", "briefer.publish"),
        *("briefer.ui.dialogs.export", "briefer.ui.dialogs.settings", "briefer.ui.records.editor"),
    )
)
"""What a first look at the sample needs none of."""

_START = """
import builtins, os, sys
from briefer import app
from briefer.cli.main import main

plain, load_qt = builtins.__import__, app.load_qt

def watched(window):
    def look():
        if window.session.up_to_date and window.library.model.rowCount() and window.isVisible():
            names = sys.modules.keys() & set({later!r})
            print(sorted(names), builtins.__import__ is plain, flush=True)
            os._exit(0)

    from PySide6.QtCore import QTimer
    window.looking = QTimer(window)
    window.looking.timeout.connect(look)
    window.looking.start(5)
    return window

def load():
    load_qt()
    from briefer.ui import main_window
    make = main_window.make_window
    main_window.make_window = lambda *arguments, **named: watched(make(*arguments, **named))

app.load_qt = load
sys.argv = ["briefer"]
main()
"""


def test_start_imports_what_the_first_look_needs(tmp_path: Path) -> None:
    """With sample and library on the screen, what writes, reads files and asks is not loaded.

    And every further import is Python's own: Qt's would read the source of each module.
    """
    home = {name: str(tmp_path) for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    done = subprocess.run(
        [sys.executable, "-c", _START.format(later=tuple(_LATER))],
        env={**os.environ, **home, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.stdout == "[] True\n", done.stderr


def _bare(window: QWidget) -> list[str]:
    """Return the fields, menus and scroll bars in a window without a style sheet of their own."""
    return [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in window.findChildren(QWidget)
        if wearing(widget) is not None and not widget.styleSheet()
    ]


def test_fields_menus_and_bars_wear_a_sheet(window: MainWindow) -> None:
    """Each wears its own in the colours of the theme; the application wears none."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    assert application.styleSheet() == ""
    assert _bare(window) == []
    kinds = {wearing(widget) for widget in window.findChildren(QWidget)}
    assert kinds >= {QMenu, QMenuBar, QLineEdit, QPlainTextEdit, QComboBox}
    field = window.library.field
    assert window.look.color("field").name() in field.styleSheet()
    before = field.styleSheet()
    window.look.set_theme("dark")
    assert field.styleSheet() != before
    assert window.look.color("field").name() in field.styleSheet()
    assert _bare(window) == []


def test_dialogs_are_dressed(window: MainWindow) -> None:
    """What a dialog opens with wears its sheets, however late the dialog was made."""
    for name in ("settings", "shortcuts", "new-record-event", "sources"):
        window.actions_by_name[name].trigger()
        QApplication.processEvents()
    dialogs = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert len(dialogs) > 4
    assert [bare for dialog in dialogs for bare in _bare(dialog)] == []
