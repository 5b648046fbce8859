"""Care for the library around the window: a rescue before it, examination and backup behind it.

In: the store's path, folders that are written in. Out: a sound store in its place, or the user's
wish to leave it; no left-overs. Must not know: panels.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from briefer.settings import load_settings
from briefer.store.backups import backup_due, backup_folder, make_backup
from briefer.store.examine import is_small, problems_beside
from briefer.store.restoring import newest_good
from briefer.ui.tasks import Failed, Lane, Query
from briefer.ui.theme import Look
from briefer.whole import sweep

if TYPE_CHECKING:
    from briefer.ui.dialogs.rescue import RescueDialog


@dataclass(frozen=True, slots=True)
class Library:
    """The store that is used, and the bundled one that it can be begun anew from."""

    store: Path
    bundled: Path


def rescue(
    library: Library, problems: Sequence[str], *, settings: Path, chosen: Path | None = None
) -> bool:
    """Ask what to do about a damaged or lost store; return whether there is one to go on with.

    `chosen` was chosen over a window already; it is only carried out.
    """
    application = QApplication.instance() or QApplication(sys.argv[:1])
    application.setApplicationName("Briefer")
    kept = load_settings(settings)
    look = Look(theme=kept.theme, scale=kept.text_scale)
    if not isinstance(application, QApplication):
        raise AssertionError("a window needs an application with widgets")
    look.apply(application)
    dialog = _dialog(look, None, library, problems)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    # The dialog is the last window for a moment; the one that follows must not be quit with it.
    application.setQuitOnLastWindowClosed(False)
    try:
        if chosen is not None:
            dialog.begin(chosen)
        dialog.exec()
        return dialog.accepted_choice
    finally:
        dialog.deleteLater()
        application.setQuitOnLastWindowClosed(True)


def _dialog(
    look: Look, parent: QWidget | None, library: Library, problems: Sequence[str]
) -> RescueDialog:
    from briefer.ui.dialogs.rescue import RescueDialog

    return RescueDialog(
        look,
        parent,
        store=library.store,
        problems=problems,
        backup=newest_good(library.store),
        bundled=library.bundled,
        at_once=parent is None,
    )


class Care(QObject):
    """Examines a large library and makes the day's backup, off the window's thread.

    Where there is damage the user is asked; what was chosen stands in `chosen`, the window closes,
    and whoever opened it carries that out.
    """

    def __init__(self, look: Look, window: QWidget, library: Library, *, failed: Failed) -> None:
        super().__init__(window)
        self._look = look
        self._window = window
        self._library = library
        self._lane: Lane[None] = Lane("care", lambda: None, failed=failed)
        self._closing = threading.Event()
        self.problems: tuple[str, ...] = ()
        self.chosen: Path | None = None
        self.finished = False

    def start(self, *, sweeping: Sequence[Path] = ()) -> None:
        """Begin, once the window is there: what killed programs left in folders goes first."""
        Query(self._lane, lambda _: sweep(Path(gettempdir()), *sweeping), lambda _: None)
        Query(self._lane, lambda _: look_after(self._library, self._closing.is_set), self._done)

    def close(self) -> None:
        """Wait for the job that runs; an examination ends at once, a backup is made to its end."""
        self._closing.set()
        self._lane.close()

    def _done(self, problems: tuple[str, ...]) -> None:
        self.finished = True
        self.problems = problems
        if problems:
            dialog = _dialog(self._look, self._window, self._library, problems)
            dialog.finished.connect(lambda _: self._answered(dialog))
            dialog.open()

    def _answered(self, dialog: RescueDialog) -> None:
        self.chosen = dialog.choice
        self._window.close()


def look_after(library: Library, stopped: Callable[[], bool] = lambda: False) -> tuple[str, ...]:
    """Return what is wrong with a large store; where nothing is, make the backup that is due.

    A small store was examined before the window opened. Once `stopped` nothing more is begun.
    """
    store = library.store
    problems = () if is_small(store) else problems_beside(store, stopped)
    if not problems and not stopped() and backup_due(store):
        make_backup(store, backup_folder(store))
    return problems
