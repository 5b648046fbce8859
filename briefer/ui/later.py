"""What a start leaves out, loaded while nobody waits for it.

In: nothing. Out: modules that the first dialog, export or picture needs, imported in a thread of
its own, so that neither the start nor a click pays for them. Must not know: what is in them.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

LATER = (
    "briefer.ui.records.editor",
    "briefer.ui.dialogs.export",
    "briefer.ui.dialogs.details",
    "briefer.ui.dialogs.settings",
    "briefer.ui.dialogs.library_care",
    "briefer.ui.dialogs.templates",
    "briefer.ui.dialogs.override",
    "briefer.ui.dialogs.release_sheet",
    "briefer.ui.dialogs.writing",
    "briefer.ui.dialogs.shortcuts",
    "briefer.ui.dialogs.about",
    "briefer.ui.dialogs.deck_offer",
    "briefer.ui.dialogs.rescue",
    "briefer.ui.records.sources",
    "briefer.ui.records.merging",
    "briefer.ui.records.deleted",
    "briefer.ui.sources.importing",
    "briefer.ui.sources.exporting",
    "briefer.writers.pptx",
    "briefer.publish",
    "briefer.accessibility",
    "PIL.Image",
)
"""In the order in which somebody is likely to want them."""

_AFTER_MS = 2500
"""How long after the window was shown this begins."""
_PAUSE_S = 0.02
"""Between two modules, for whoever works meanwhile."""
_LOG = logging.getLogger(__name__)


def load_later(window: QObject, ready: Callable[[], bool]) -> None:
    """Load what a start left out, once the window has stood for a while and shows its slides."""

    def begin() -> None:
        if not ready():
            QTimer.singleShot(_AFTER_MS, window, begin)
            return
        # A daemon: a window that is closed meanwhile does not wait for it.
        threading.Thread(target=load, args=(LATER,), name="later", daemon=True).start()

    QTimer.singleShot(_AFTER_MS, window, begin)


def load(names: Sequence[str]) -> None:
    """Import modules one by one; what cannot be is told when somebody wants it."""
    for name in names:
        try:
            import_module(name)
        except ImportError:
            _LOG.exception("Could not be loaded")
        time.sleep(_PAUSE_S)
