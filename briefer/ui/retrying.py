"""Saving again by itself what could not be saved: the disk was full, its drive was away.

In: the autosave. Out: nothing. Must not know: what is saved, why it could not be.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from briefer.ui.autosave import Autosave

AGAIN_MS = 10_000
"""How long after a failure it is tried again."""


class Retrying(QObject):
    """Tries again and again, as long as the last change is not saved."""

    def __init__(self, autosave: Autosave, parent: QObject) -> None:
        super().__init__(parent)
        self._autosave = autosave
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(AGAIN_MS)
        self.pause.timeout.connect(autosave.save_now)
        autosave.changed.connect(self._look)

    def _look(self) -> None:
        if self._autosave.saved.state == "failed":
            self.pause.start()
        else:
            self.pause.stop()
