"""Closing the window without losing the last change: it stays open where that cannot be saved.

In: a window that is to close. Out: whether it may. Must not know: what is saved, or how.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefer.errors import BrieferError
from briefer.storyboard.briefing import Briefing
from briefer.ui.dialogs.sheet import Sheet
from briefer.ui.theme import Look
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label

if TYPE_CHECKING:
    from briefer.ui.main_window import MainWindow


class Leaving(QObject):
    """Lets a window close once its briefing is saved, where it always is or as a copy."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._copied: Briefing | None = None
        self._closes = False
        self.dialog: UnsavedDialog | None = None
        window.commands.used.connect(self._used)

    def may_close(self) -> bool:
        """Return whether everything is saved; else tell why not and what can be done."""
        session = self._window.session
        if session.autosave.settle() or session.briefing == self._copied:
            return True
        if self.dialog is None:
            dialog = UnsavedDialog(self._window.look, self._window, session.autosave.saved.error)
            dialog.again.connect(self._window.close)
            dialog.copy_wanted.connect(self._copy)
            dialog.finished.connect(self._closed)
            self.dialog = dialog
            dialog.open()
        return False

    def _closed(self) -> None:
        self.dialog = None

    def _copy(self) -> None:
        chooser = self._window.commands.ask_save_copy()
        self._closes = True
        chooser.rejected.connect(self._stay)

    def _stay(self) -> None:
        self._closes = False

    def _used(self, _path: Path) -> None:
        """Remember what was saved elsewhere; go on closing where that was asked for."""
        self._copied = self._window.session.briefing
        if self._closes:
            self._closes = False
            QTimer.singleShot(0, self._window.close)


class UnsavedDialog(Sheet):
    """The last change is only in the window, which therefore stays."""

    again = Signal()
    copy_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget, error: BrieferError | None) -> None:
        super().__init__(look, parent, "The last change is not saved")
        message = error.message if error else "The briefing cannot be saved."
        hint = "Until it is saved the window stays open. Make room, or save a copy elsewhere."
        column = QVBoxLayout(self.body)
        column.setContentsMargins(look.px(22), look.px(18), look.px(22), look.px(18))
        column.setSpacing(look.px(6))
        self.message = Label(look, message, role="heading", wrap=True)
        column.addWidget(self.message)
        column.addWidget(Label(look, hint, tone="text2", wrap=True))
        column.addStretch(1)
        self.stay = Button(look, "Keep working", height=34)
        self.stay.clicked.connect(self.reject)
        self.retry = Button(look, "Try again", height=34)
        self.retry.clicked.connect(lambda: self._leave(self.again))
        self.copy = Button(look, "Save a copy…", weight="primary", height=34)
        self.copy.clicked.connect(lambda: self._leave(self.copy_wanted))
        self.add_button(self.stay)
        self.add_button(self.retry)
        self.add_button(self.copy, main=True)
        self.arrange(500)
        self.copy.setFocus()

    def _leave(self, wanted: SignalInstance) -> None:
        self.finish()
        wanted.emit()
