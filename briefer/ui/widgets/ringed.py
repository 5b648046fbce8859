"""Which focus shows a ring: the keyboard's, on every button painted by us."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractButton
from typing_extensions import override

KEYBOARD_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class RingedButton(QAbstractButton):
    """A button that knows whether to paint the focus ring."""

    _by_keyboard = False

    @property
    def ringed(self) -> bool:
        """Whether the button has a focus that the keyboard brought."""
        return self.hasFocus() and self._by_keyboard

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the keyboard brought the focus."""
        self._by_keyboard = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)
