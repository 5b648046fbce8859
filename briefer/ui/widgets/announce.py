"""Words that a screen reader says without the focus moving."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent


def announce(what: QObject, words: str) -> None:
    """Have words said that a widget shows, where an assistive program listens."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(what, words))
