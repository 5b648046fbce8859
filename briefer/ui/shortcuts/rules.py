"""Which keys a command can have, and how keys are written.

In: keys as text. Out: the same written one way, or why they cannot be. Must not know: settings.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from briefer.ui.actions import SLIDE_PANEL_COMMANDS

_FORMAT = QKeySequence.SequenceFormat
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_SHIFT, _META = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.MetaModifier
_SLIDE_KEYS = ("Del", "Backspace", "Ins", "PgUp", "PgDown")
"""Keys that may stand alone where they count only in the stage and the storyboard."""
_TEXT_KEYS = frozenset(
    [f"Ctrl+{key}" for key in "ACVX"]
    + [
        f"{modifiers}+{key}"
        for modifiers in ("Ctrl", "Ctrl+Shift")
        for key in ("Left", "Right", "Up", "Down", "Home", "End", "Backspace", "Del")
    ]
)
"""Keys of every text field."""
_PANEL_KEYS = frozenset(
    ["Ctrl+Return", "Ctrl+Enter", "Alt+Up", "Alt+Down", "Ctrl+Tab", "Ctrl+Shift+Tab", "Alt+F4"]
)
"""Keys that panels, the palette or the system take."""
_HELD = ("Ctrl", "Shift", "Alt", "Meta", "Num")
_NO_KEYS = ("", *_HELD)
_FUNCTION = re.compile(r"F\d{1,2}")
_MODIFIER_KEYS = (
    *(Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr),
    *(Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_ScrollLock, Qt.Key.Key_unknown),
)


def written(keys: str) -> str:
    """Return keys as they are kept, "" for what is no key."""
    sequence = QKeySequence(keys)
    text = sequence.toString(_FORMAT.PortableText)
    return text if sequence.count() == 1 and _parts(text)[1] not in _NO_KEYS else ""


def _parts(keys: str) -> tuple[frozenset[str], str]:
    """Return what is held, and the key."""
    held: set[str] = set()
    while True:
        first = next((m for m in _HELD if keys.startswith(f"{m}+")), "")
        if not first:
            return frozenset(held), keys
        held.add(first)
        keys = keys[len(first) + 1 :]


def shown_keys(keys: str) -> str:
    """Return keys as this system writes them."""
    return QKeySequence(keys).toString(_FORMAT.NativeText)


def pressed(event: QKeyEvent) -> str:
    """Return the keys that were pressed, "" while only Ctrl, Alt or Shift is held."""
    key = Qt.Key(event.key())
    if key in _MODIFIER_KEYS:
        return ""
    modifiers = event.modifiers() & (_CTRL | _ALT | _SHIFT | _META)
    return written(QKeySequence(QKeyCombination(modifiers, key)).toString(_FORMAT.PortableText))


def why_not(keys: str, command: str) -> str:
    """Return why a command cannot have these keys, "" if it can (design page "app", section 8)."""
    held, key = _parts(keys)
    said = shown_keys(keys)
    of_slides = command in SLIDE_PANEL_COMMANDS
    if "Meta" in held:
        return f"{said} belongs to the system."
    if {"Ctrl", "Alt"} <= held:
        return f"{said} types a character on many keyboards. Leave Ctrl or Alt out."
    if of_slides and key in _SLIDE_KEYS:
        return ""
    if not held & {"Ctrl", "Alt"} and not _FUNCTION.fullmatch(key):
        return f"{said} types text or moves in a list. Add Ctrl or Alt, or take one of F1 to F12."
    if keys in _TEXT_KEYS and not of_slides:
        return f"{said} is needed in text fields."
    if held == {"Alt"} and len(key) == 1 and key.isalpha():
        return f"{said} may open a menu: Alt and a letter are kept for menus."
    if keys in _PANEL_KEYS:
        return f"{said} has a use of its own in a panel or the system."
    return ""
