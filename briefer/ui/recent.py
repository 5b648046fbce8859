"""File > Open recent: the briefings opened and saved last.

In: the settings, paths opened and saved. Out: a menu, a wish to open one. Must not know: how a
briefing is read.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefer.errors import BriefingFileError
from briefer.ui.preferences import Preferences
from briefer.ui.tasks import Failed
from briefer.ui.theme import Look
from briefer.ui.widgets.menu import Menu

_LONGEST = 60


class Recent(QObject):
    """The menu of briefings used last, newest first."""

    wanted = Signal(object)
    """The path of a briefing to open."""

    def __init__(
        self, look: Look, window: QWidget, *, preferences: Preferences, failed: Failed
    ) -> None:
        super().__init__(window)
        self._preferences = preferences
        self._failed = failed
        self.menu = Menu(look, window, "Open &recent")
        self.menu.setToolTipsVisible(True)
        preferences.changed.connect(lambda _: self._fill())
        self._fill()

    def add(self, path: Path) -> None:
        """Put a briefing first."""
        self._preferences.keep(self._preferences.settings.with_recent(path))

    def open(self, path: Path) -> None:
        """Ask for a briefing to be opened; tell and forget one that is gone."""
        if path.is_file():
            self.wanted.emit(path)
            return
        self._preferences.keep(self._preferences.settings.without_recent(path))
        self._failed(
            BriefingFileError(
                f"{path.name} is not there any more: {path}.",
                hint="It was moved, renamed or deleted, or its drive is not connected. It was "
                "taken off the list; open it from its new place with File > Open.",
            )
        )

    def clear(self) -> None:
        """Forget all of them; the files stay."""
        self._preferences.keep(replace(self._preferences.settings, recent=()))

    def _fill(self) -> None:
        """List what there is, with the folder where two have the same name."""
        self.menu.clear()
        paths = [Path(name) for name in self._preferences.settings.recent]
        names = [path.name for path in paths]
        for number, path in enumerate(paths, start=1):
            words = path.stem
            if names.count(path.name) > 1:
                words = f"{words} ({_short(str(path.parent))})"
            key = f"&{number}  " if number < 10 else ""
            action = self.menu.addAction(f"{key}{words.replace('&', '&&')}")
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, path=path: self.open(path))
        if paths:
            self.menu.addSeparator()
            self.menu.addAction("&Clear list").triggered.connect(lambda _=False: self.clear())
        else:
            self.menu.addAction("No briefing opened or saved yet").setEnabled(False)


def _short(folder: str) -> str:
    return folder if len(folder) <= _LONGEST else f"…{folder[-_LONGEST:]}"
