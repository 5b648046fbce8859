"""Keeps when a window is painted, lists its library and lays its slides out; then closes it.

In: a window that is about to run. Out: JSON on standard output.
"""

from __future__ import annotations

import json
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from benchmarks.resident import memory
from briefer.ui.main_window import MainWindow

HEAVY = ("pptx", "PIL", "citeproc", "xlsxwriter", "pypdf", "docx")
_TIDY_S = 2.0
"""How long after it can be used the memory is read again."""


class Watcher(QObject):
    """Keeps when a window was painted, listed its library and laid its slides out."""

    def __init__(self, window: MainWindow, began: float) -> None:
        super().__init__(window)
        self._window, self._began = window, began
        self._when: dict[str, float] = {}
        self._imported: list[str] = []
        self._awaited: dict[QObject, str] = {}
        self._watch(window, "shown")
        window.library.searched.connect(self._listed)
        window.session.built_changed.connect(self._laid_out)

    def _watch(self, widget: QWidget, name: str) -> None:
        self._awaited[widget] = name
        widget.installEventFilter(self)

    def _listed(self) -> None:
        if "listed" not in self._when:
            self._note("listed")
            self._watch(self._window.library.view.viewport(), "library painted")

    def _laid_out(self) -> None:
        if "laid out" not in self._when and self._window.session.up_to_date:
            self._note("laid out")
            self._watch(self._window.stage.canvas.viewport(), "slide painted")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched in self._awaited:
            name = self._awaited.pop(watched)
            # The paint itself follows; what comes after it in the loop sees it done.
            QTimer.singleShot(0, lambda: self._painted(name))
        return False

    def _painted(self, name: str) -> None:
        self._note(name)
        if name == "shown":
            self._imported = [module for module in HEAVY if module in sys.modules]
        if {"shown", "library painted", "slide painted"} <= set(self._when):
            usable = max(self._when.values())
            used = memory("VmRSS")
            QTimer.singleShot(int(1000 * _TIDY_S), lambda: self._tell(usable, used))

    def _note(self, name: str) -> None:
        self._when[name] = time.monotonic()

    def _tell(self, usable: float, used: float) -> None:
        times = {name: self._when[name] for name in ("shown", "listed", "laid out")}
        times["usable"] = usable
        told = {
            "ms": {name: 1000 * (when - self._began) for name, when in times.items()},
            "memory": used,
            "memory after": memory("VmRSS"),
            "imported": self._imported,
        }
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()
        self._window.close()
