"""A damaged library: nothing happens unasked, what is chosen is done, the old file is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from briefer import paths
from briefer.store import Store
from briefer.store.backups import backup_folder, backups_of, make_backup
from briefer.store.examine import problems_of
from briefer.store.restoring import newest_good
from briefer.ui import care
from briefer.ui.care import Care, Library, look_after, rescue
from briefer.ui.dialogs.rescue import RescueDialog
from briefer.ui.main_window import MainWindow
from briefer.ui.places import Places
from briefer.ui.theme import Look
from tests.store.files import names, raw, scribble
from tests.ui.driving import Key, press, wait_for

PROBLEMS = ("The file is damaged: Tree 12 page 40 is gone.",)

Ask = Callable[..., RescueDialog]


@pytest.fixture
def library(places: Places) -> Library:
    """Return the user's library: changed, backed up, then damaged."""
    with raw(places.store) as connection:
        connection.execute("INSERT INTO meta VALUES ('mine', 'yes')")
    make_backup(places.store, backup_folder(places.store))
    scribble(places.store)
    return Library(places.store, paths.bundled_store())


@pytest.fixture
def ask(library: Library) -> Iterator[Ask]:
    """Return what shows the dialog about the damaged library, with or without a backup."""
    shown: list[RescueDialog] = []

    def show(
        *, look: Look | None = None, backup: bool = True, parent: QWidget | None = None
    ) -> RescueDialog:
        dialog = RescueDialog(
            look or Look(theme="light"),
            parent,
            store=library.store,
            problems=PROBLEMS,
            backup=newest_good(library.store) if backup else None,
            bundled=library.bundled,
            at_once=parent is None,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        shown.append(dialog)
        dialog.show()
        QApplication.processEvents()
        return dialog

    yield show
    for dialog in shown:
        dialog.close()
        dialog.deleteLater()


def is_mine(store: Path) -> bool:
    """Return whether a store has the change that only the user's had."""
    with raw(store) as connection:
        return bool(connection.execute("SELECT 1 FROM meta WHERE name = 'mine'").fetchall())


def test_the_newest_backup_is_offered(ask: Ask, library: Library) -> None:
    """Enter restores it; the damaged file is kept beside it, byte for byte."""
    damaged = library.store.read_bytes()
    dialog = ask()
    assert dialog.restore is not None
    assert dialog.restore.text().startswith("Restore the backup of ")
    assert dialog.restore.hasFocus()
    press(dialog, Key.Key_Return)
    wait_for(lambda: not dialog.isVisible())
    assert dialog.accepted_choice
    assert is_mine(library.store)
    assert dialog.kept is not None
    assert dialog.kept.read_bytes() == damaged
    assert problems_of(library.store) == ()


def test_the_bundled_library_is_the_other_way_on(ask: Ask, library: Library) -> None:
    """Without the user's own records, but with the damaged file and its backups kept."""
    dialog = ask()
    dialog.anew.click()
    wait_for(lambda: not dialog.isVisible())
    assert not is_mine(library.store)
    assert problems_of(library.store) == ()
    assert dialog.kept is not None
    assert dialog.kept.name.startswith("store.damaged-")
    assert len(backups_of(library.store)) == 1


@pytest.mark.parametrize("way", ["quit", "escape", "close"])
def test_quitting_leaves_everything(ask: Ask, library: Library, way: str) -> None:
    """Whichever way the dialog is left, not a byte changes."""
    before, beside = library.store.read_bytes(), names(library.store.parent)
    dialog = ask()
    if way == "quit":
        dialog.quit.click()
    elif way == "escape":
        press(dialog, Key.Key_Escape)
    else:
        dialog.close()
    assert not dialog.isVisible()
    assert not dialog.accepted_choice
    assert library.store.read_bytes() == before
    assert names(library.store.parent) == beside


def test_without_a_backup_none_is_promised(ask: Ask) -> None:
    """Then Enter begins with the bundled library."""
    dialog = ask(backup=False)
    assert dialog.restore is None
    assert dialog.anew.hasFocus()


def test_a_lost_library_is_told_as_such(ask: Ask, library: Library) -> None:
    """A file that is gone is not called damaged, and nothing is set aside."""
    library.store.unlink()
    dialog = ask()
    assert dialog.windowTitle() == "Your library is gone"
    assert dialog.restore is not None
    dialog.restore.click()
    wait_for(lambda: not dialog.isVisible())
    assert dialog.kept is None
    assert is_mine(library.store)


def test_what_cannot_be_restored_is_told_in_the_dialog(ask: Ask, library: Library) -> None:
    """The reason stands there, and the other way is still open."""
    dialog = ask()
    for backup in backups_of(library.store):
        scribble(backup)
    assert dialog.restore is not None
    dialog.restore.click()
    wait_for(lambda: "cannot be restored" in dialog.state.text())
    assert dialog.isVisible()
    assert dialog.state.isVisible()
    dialog.anew.click()
    wait_for(lambda: not dialog.isVisible())
    assert dialog.accepted_choice


def test_every_control_has_a_name_and_the_keyboard(ask: Ask) -> None:
    """Tab visits each of them, the details too once they are shown; Tab leaves the details."""
    dialog = ask()
    assert dialog.restore is not None
    dialog.more.click()
    assert dialog.details.toPlainText() == PROBLEMS[0]
    wanted = {dialog.restore, dialog.anew, dialog.quit, dialog.more, dialog.details}
    seen = set()
    for _ in range(8):
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.accessibleName()
        seen.add(focused)
        press(focused, Key.Key_Tab)
    assert seen == wanted
    buttons = dialog.findChildren(QAbstractButton)
    assert all(min(button.width(), button.height()) >= 24 for button in buttons)


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_no_words_are_cut(ask: Ask, theme: str, scale: int) -> None:
    """Labels have the height of their words, buttons their width, in every theme and size."""
    dialog = ask(look=Look(theme=theme, scale=scale))
    for label in dialog.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    for button in dialog.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width()


def choose(name: str) -> Callable[[], None]:
    """Return what presses a button of the dialog that stands open."""

    def press_it() -> None:
        found = [one for one in QApplication.topLevelWidgets() if isinstance(one, RescueDialog)]
        (dialog,) = [one for one in found if one.isVisible()]
        button = getattr(dialog, name)
        assert isinstance(button, QAbstractButton)
        button.click()

    return press_it


def test_rescue_before_the_window(library: Library, places: Places) -> None:
    """It says whether there is a library to go on with; a window can follow."""
    QTimer.singleShot(0, choose("quit"))
    assert not rescue(library, PROBLEMS, settings=places.settings)
    QTimer.singleShot(0, choose("restore"))
    assert rescue(library, PROBLEMS, settings=places.settings)
    assert is_mine(library.store)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    assert application.quitOnLastWindowClosed()


def test_what_was_chosen_over_a_window_is_carried_out(library: Library, places: Places) -> None:
    """Without asking again."""
    assert rescue(library, (), settings=places.settings, chosen=library.bundled)
    assert not is_mine(library.store)


def test_a_large_library_is_examined_behind_the_window(
    window: MainWindow, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Damage is told over the window, which closes with the choice kept for its opener."""
    monkeypatch.setattr(care, "is_small", lambda path: False)
    make_backup(places.store, backup_folder(places.store))
    (backup,) = backups_of(places.store)
    scribble(places.store)
    damaged = places.store.read_bytes()
    library = Library(places.store, paths.bundled_store())
    nurse = Care(window.look, window, library, failed=window.reporter.show)
    nurse.start()
    wait_for(lambda: bool(window.findChildren(RescueDialog)))
    assert nurse.problems
    (dialog,) = window.findChildren(RescueDialog)
    assert dialog.restore is not None
    dialog.restore.click()
    wait_for(lambda: not window.isVisible())
    nurse.close()
    assert nurse.chosen == backup
    assert places.store.read_bytes() == damaged


def test_the_backup_of_the_day(places: Places) -> None:
    """Made once after a change; a library that nobody touched needs none."""
    library = Library(places.store, paths.bundled_store())
    assert look_after(library) == ()
    assert backups_of(places.store) == ()
    with Store.open(places.store) as store:
        store.duplicate("actor/mexico")
    assert look_after(library) == ()
    assert len(backups_of(places.store)) == 1
    look_after(library)
    assert len(backups_of(places.store)) == 1


def test_a_backup_that_fails_is_told(window: MainWindow, places: Places) -> None:
    """The window goes on, with the reason in a dialog."""
    with Store.open(places.store) as store:
        store.duplicate("actor/mexico")
    backup_folder(places.store).touch()
    told: list[Exception] = []
    library = Library(places.store, paths.bundled_store())
    nurse = Care(window.look, window, library, failed=told.append)
    nurse.start()
    wait_for(lambda: bool(told))
    nurse.close()
    assert "No backup can be written" in str(told[0])
    assert window.isVisible()
