"""The keys that each command has: those of the table, and over them the user's own.

In: the actions, the preferences. Out: shortcuts of the actions, as soon as one is changed, and the
preferences that keep them. Must not know: who shows keys. No two commands have the same keys: what
the user chose comes before what the table says. What is damaged in the settings is passed over.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from briefer.settings import Settings
from briefer.ui.actions import COMMANDS, Actions
from briefer.ui.preferences import Preferences
from briefer.ui.shortcuts.rules import why_not, written

Keys = tuple[str, ...]

DEFAULTS: Mapping[str, Keys] = {
    command.name: tuple(written(key) for key in command.keys) for command in COMMANDS
}
"""The keys of the table, by command."""


class KeyMap(QObject):
    """The keys as they stand."""

    changed = Signal()

    def __init__(self, actions: Actions, preferences: Preferences) -> None:
        super().__init__()
        self._actions = actions
        self._preferences = preferences
        self._keys: dict[str, Keys] = {}
        preferences.changed.connect(self._follow)
        self._apply()

    def keys(self, command: str) -> Keys:
        """Return the keys of a command."""
        return self._keys[command]

    def is_changed(self, command: str) -> bool:
        """Return whether a command has other keys than those of the table."""
        return self._keys[command] != DEFAULTS[command]

    @property
    def any_changed(self) -> bool:
        """Whether any command has other keys than those of the table."""
        return any(map(self.is_changed, self._keys))

    def owner(self, key: str, *, besides: str) -> str:
        """Return the command that has a key, "" if none or only that of `besides` has."""
        names = (n for n, keys in self._keys.items() if key in keys and n != besides)
        return next(names, "")

    def give(self, command: str, keys: Keys) -> None:
        """Give a command these keys and no others; who had them has them no longer."""
        taken = {name: _without(own, keys) for name, own in self._keys.items()}
        self._keep({**taken, command: keys})

    def reset(self, command: str) -> None:
        """Give a command the keys of the table again, and take them from who has them."""
        self.give(command, DEFAULTS[command])

    def reset_all(self) -> None:
        """Give all commands the keys of the table again."""
        self._keep(DEFAULTS)

    def _keep(self, wanted: Mapping[str, Keys]) -> None:
        own = tuple((name, keys) for name, keys in wanted.items() if keys != DEFAULTS[name])
        self._preferences.keep(replace(self._preferences.settings, keys=own))

    def _follow(self, before: Settings) -> None:
        if self._preferences.settings.keys != before.keys:
            self._apply()

    def _apply(self) -> None:
        self._keys = keys_of(self._preferences.settings.keys)
        for name, keys in self._keys.items():
            sequences = [QKeySequence(key) for key in keys]
            if self._actions[name].shortcuts() != sequences:
                self._actions[name].setShortcuts(sequences)
        self.changed.emit()


def keys_of(own: tuple[tuple[str, Keys], ...]) -> dict[str, Keys]:
    """Return the keys of every command, in the order of the table, given the user's own."""
    chosen: dict[str, Keys] = {}
    taken: set[str] = set()
    for name, keys in own:
        if name in DEFAULTS:
            fit = [written(key) for key in keys]
            fit = [k for k in fit if k and k not in taken and _allowed(k, name)]
            chosen[name] = tuple(dict.fromkeys(fit))
            taken |= set(fit)
    for name, keys in DEFAULTS.items():
        if name not in chosen:
            chosen[name] = _without(keys, tuple(taken))
    return {name: chosen[name] for name in DEFAULTS}


def _allowed(key: str, name: str) -> bool:
    return key in DEFAULTS[name] or not why_not(key, name)


def _without(keys: Keys, others: Keys) -> Keys:
    return tuple(key for key in keys if key not in others)
