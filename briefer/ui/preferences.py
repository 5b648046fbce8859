"""The settings while the window is open: one place to read them, to change them, to be told.

In: the settings as loaded and their file. Out: `changed`, after they were kept. Must not know: who
uses a setting.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from briefer.errors import BrieferError
from briefer.settings import Settings, save_settings
from briefer.ui.tasks import Failed
from briefer.ui.theme import Look


class Preferences(QObject):
    """The user's settings as they stand; what is changed is written at once."""

    changed = Signal(object)
    """The settings before."""

    def __init__(self, settings: Settings, path: Path, *, failed: Failed) -> None:
        super().__init__()
        self.settings = settings
        self._path = path
        self._failed = failed

    def keep(self, settings: Settings) -> None:
        """Have other settings count and write them; they count too where they cannot be written."""
        before = self.settings
        if settings == before:
            return
        self.settings = settings
        try:
            save_settings(settings, self._path)
        except BrieferError as error:
            self._failed(error)
        self.changed.emit(before)


def dress(look: Look, preferences: Preferences) -> None:
    """Have a look follow the settings that are about it, each when it changes."""

    def follow(before: Settings) -> None:
        now = preferences.settings
        if now.theme != before.theme:
            look.set_theme(now.theme)
        if now.text_scale != before.text_scale:
            look.set_scale(now.text_scale)
        if now.density != before.density:
            look.set_density(now.density)
        if now.reduce_motion != before.reduce_motion:
            look.set_still(now.reduce_motion)

    preferences.changed.connect(follow)


def look_of(settings: Settings) -> Look:
    """Return the look that settings ask for."""
    return Look(
        theme=settings.theme,
        scale=settings.text_scale,
        density=settings.density,
        still=settings.reduce_motion,
    )
