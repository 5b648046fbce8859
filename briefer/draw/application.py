"""Qt without a window: what painting needs where no application runs yet.

In: nothing. Out: Qt's application object. Must not know: pages, widgets.
"""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication

OFFSCREEN = "offscreen"


def painting_application() -> QCoreApplication:
    """Return the running application, or a new one without a display; keep it while painting.

    Only Linux needs the offscreen platform; elsewhere it would find none of the system's fonts.
    """
    running = QCoreApplication.instance()
    if running is not None:
        return running
    if sys.platform == "linux":
        os.environ.setdefault("QT_QPA_PLATFORM", OFFSCREEN)
    return QGuiApplication(["briefer"])


def has_fonts() -> bool:
    """Return whether Qt finds any font; without one it names three and draws boxes, all alike."""
    metrics = QFontMetricsF(QFont())
    narrow, wide = (metrics.tightBoundingRect(letter).width() for letter in "iW")
    return narrow != wide
