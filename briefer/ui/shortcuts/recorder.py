"""A button that takes the next keys pressed: for choosing the keys of a command."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from typing_extensions import override

from briefer.ui.shortcuts.rules import pressed
from briefer.ui.theme import Look
from briefer.ui.widgets.announce import announce
from briefer.ui.widgets.buttons import Button

_ASKS = "Press the new keys"
_HOW = "Press Enter, then the new keys. Escape leaves them."


class Recorder(Button):
    """Shows keys; once pressed, waits for others. Escape and Tab leave them as they are."""

    recorded = Signal(str)
    """Keys that were pressed."""
    given_up = Signal()
    waiting = False
    """Whether the next keys are taken."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "No key", icon="keyboard", height=34)
        self._shown, self._name = "", ""
        self.set_flaw("")
        self.clicked.connect(lambda _: self.wait(not self.waiting))

    def show_keys(self, keys: str, command: str) -> None:
        """Show the keys of a command."""
        self._shown, self._name = keys or "No key", f"Change the keys of {command}"
        self.waiting = False
        self._tell()

    def wait(self, waiting: bool) -> None:
        """Take the next keys pressed, or no longer."""
        if waiting == self.waiting:
            return
        self.waiting = waiting
        self._tell()
        if waiting:
            announce(self, _ASKS)

    def set_flaw(self, words: str) -> None:
        """Tell assistive programs why keys were refused, or with "" how to change them."""
        self.setAccessibleDescription(words or _HOW)

    def _tell(self) -> None:
        name = f"{self._name}, {_ASKS if self.waiting else self._shown}"
        self.set_words(_ASKS if self.waiting else self._shown, name=name)

    @override
    def event(self, event: QEvent) -> bool:
        """Take all keys while waiting, those of commands too; Tab moves on."""
        if self.waiting and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take keys while waiting; else be pressed with Enter and Space."""
        if not self.waiting:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.click()
            else:
                super().keyPressEvent(event)
            return
        if event.key() == Qt.Key.Key_Escape:
            self.wait(False)
            self.given_up.emit()
            return
        keys = pressed(event)
        if keys:
            self.wait(False)
            self.recorded.emit(keys)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let no release of what was recorded press the button."""
        if not self.waiting:
            super().keyReleaseEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Wait no longer once the keyboard is elsewhere."""
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.wait(False)
        super().focusOutEvent(event)
