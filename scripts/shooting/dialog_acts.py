"""What is done with menus, small dialogs and what lies over the window before a picture."""

from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip, QWidget

from briefer.errors import BriefingFileError
from briefer.ui.dialogs.deck_offer import DeckOffer
from briefer.ui.dialogs.details import DetailsDialog
from briefer.ui.dialogs.rescue import RescueDialog
from briefer.ui.errors import ErrorDialog
from briefer.ui.leaving import UnsavedDialog
from briefer.ui.main_window import MainWindow
from briefer.ui.records.discard import DiscardDialog
from briefer.ui.records.editor import RecordEditor
from briefer.ui.widgets.choice import Choice
from shooting.library_acts import commanded, editing, picked
from shooting.shot import Act, Shot, settle

_DAY = datetime(2026, 5, 4, 9, 55)


def _wait(window: MainWindow, seconds: float = 0.6) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        settle(window, seconds=0.05)


def _editor(window: MainWindow) -> RecordEditor:
    editor = window.findChild(RecordEditor)
    assert isinstance(editor, RecordEditor)
    return editor


def menu(name: str) -> Act:
    """Return what opens a menu of the header, its third line under the pointer."""

    def act(window: MainWindow) -> None:
        picked(window)
        opened = window.menus.by_name[name]
        opened.popup(window.mapToGlobal(QPoint(80, 44)))
        opened.setActiveAction([one for one in opened.actions() if not one.isSeparator()][2])

    return act


def card_menu(window: MainWindow) -> None:
    """Ask what can be done with a record."""
    picked(window)
    area = window.library.view.visualRect(window.library.view.currentIndex())
    window.library.view.customContextMenuRequested.emit(area.center())


def slide_menu(window: MainWindow) -> None:
    """Ask what can be done with a slide."""
    picked(window)
    settle(window)
    view = window.storyboard.view
    view.customContextMenuRequested.emit(view.visualRect(view.currentIndex()).center())


def field_menu(window: MainWindow) -> None:
    """Open the menu that Qt gives every field."""
    picked(window)
    field = window.library.field
    field.setText("coalition")
    opened = QLineEdit.createStandardContextMenu(field)
    opened.popup(field.mapToGlobal(QPoint(40, field.height())))


def choosing_style(window: MainWindow) -> None:
    """Open a choice of a dialog."""
    window.commands.show_details()
    dialog = window.findChild(DetailsDialog)
    assert isinstance(dialog, DetailsDialog)
    settle(window)
    next(one for one in dialog.findChildren(Choice) if one.isVisible()).showPopup()


def tipped(window: MainWindow) -> None:
    """Hold the pointer over a button that has no words."""
    picked(window)
    button: QWidget = window.stage.on
    QToolTip.showText(button.mapToGlobal(QPoint(0, 20)), button.toolTip(), button, QRect(), 60000)


def asking_file(window: MainWindow) -> None:
    """Ask for a file as systems do that have no dialog of their own for it."""
    window.commands.ask_open()
    settle(window)


def restored(window: MainWindow) -> None:
    """Tell that the briefing outlived a crash."""
    picked(window)
    window.stage.tell_restored("Restored your work from 10:41 AM.")


def long_error(window: MainWindow) -> None:
    """Tell of an error with very long words."""
    words = "The file Fentanyl briefing.briefing cannot be read: " + "its words are no UTF-8; " * 14
    window.reporter.show(BriefingFileError(words, hint="Open a copy that is whole. " * 6))


def unexpected(window: MainWindow) -> None:
    """Tell of a fault of the program, with its details."""
    try:
        _fail(0)
    except ZeroDivisionError as error:
        window.reporter.show(error)
    dialog = window.findChild(ErrorDialog)
    assert isinstance(dialog, ErrorDialog)
    dialog.more.click()


def _fail(by: int) -> float:
    return 1 / by


def likely_twice(window: MainWindow) -> None:
    """Begin an actor that is in the library."""
    commanded("new-record-actor")(window)
    editor = _editor(window)
    QTest.keyClicks(editor.page.form.boxes["name"].control, "Anne Milgram")
    _wait(window, 1.2)


def citing(window: MainWindow) -> None:
    """Look for a source to cite."""
    editing("type:statement malicious")(window)
    editor = _editor(window)
    editor.cite()
    QTest.keyClicks(editor.page.citations.picker.field, "fidler")
    _wait(window)


def refused(window: MainWindow) -> None:
    """Save a record without what it needs."""
    commanded("new-record-statement")(window)
    _editor(window).save.click()
    _wait(window)


def looking_back(window: MainWindow) -> None:
    """Read the history of a record."""
    editing("type:event coalition")(window)
    _editor(window).history.click()


def looking_around(window: MainWindow) -> None:
    """Read what has to do with a record."""
    editing("type:event coalition")(window)
    _editor(window).related.click()


def merging(window: MainWindow) -> None:
    """Look for the record to merge another with."""
    picked(window)
    commanded("merge-records")(window)


def discarding(window: MainWindow) -> None:
    """Leave an editor with words that are not saved."""
    editing("type:event coalition")(window)
    DiscardDialog(window.look, _editor(window), "The event").open()


def unsaved(window: MainWindow) -> None:
    """Close a window whose last change cannot be saved."""
    error = BriefingFileError("Cannot write the briefing: the disk is full.")
    UnsavedDialog(window.look, window, error).open()


def rescuing(window: MainWindow) -> None:
    """Tell that the library is damaged."""
    dialog = RescueDialog(
        window.look,
        window,
        store=Path("Briefer/store.sqlite"),
        problems=("Page 12 is never used", "Row 7 is missing from the index of records"),
        backup=Path(f"Briefer/backups/store-{_DAY:%Y%m%dT%H%M%SZ}.sqlite"),
        bundled=Path("Briefer/bundled.sqlite"),
    )
    dialog.open()


def offering(window: MainWindow) -> None:
    """Drop a presentation on the window."""
    DeckOffer(window.look, window, Path("Agency template.pptx")).open()


def presenting(*, clocked: bool = False) -> Act:
    """Return what shows the slides on the whole screen."""

    def act(window: MainWindow) -> None:
        settle(window)
        window.tools.presenting.present(4, clocked=clocked)
        QApplication.processEvents()

    return act


def show(window: MainWindow) -> QWidget:
    """Return the window that presents."""
    shown = window.tools.presenting.show
    assert shown is not None
    return shown


DIALOG_SHOTS = (
    *(Shot(f"menu-{name.lower()}", act=menu(name)) for name in ("File", "View", "Library")),
    Shot("menu-record", act=card_menu),
    Shot("menu-slide", act=slide_menu),
    Shot("menu-field", act=field_menu),
    Shot("choice-open", act=choosing_style),
    Shot("tool-tip", act=tipped),
    Shot("file-dialog", act=asking_file),
    Shot("restored", act=restored),
    Shot("error-long", act=long_error),
    Shot("error-unexpected", act=unexpected),
    Shot("record-duplicate", act=likely_twice),
    Shot("record-citing", act=citing),
    Shot("record-refused", act=refused),
    Shot("record-history", act=looking_back),
    Shot("record-related", act=looking_around),
    Shot("record-source", act=commanded("new-record-source")),
    Shot("merge", act=merging),
    Shot("discard", act=discarding),
    Shot("unsaved", act=unsaved),
    Shot("rescue", act=rescuing),
    Shot("deck-offer", act=offering),
    Shot("about", act=commanded("about")),
    Shot("go-to", act=commanded("go-to")),
    Shot("section", act=commanded("section")),
    Shot("presenting", act=presenting(), part=show),
    Shot("rehearsing", act=presenting(clocked=True), part=show),
    Shot("laptop-1024", width=1024, height=680, act=picked),
    Shot("laptop-1366", width=1366, height=768, act=picked),
)
