"""What the user made of the window's layout: widths of panels per responsive step, its size, more.

In: a file. Out: widths in px of the design, the window's size in px of the screen, names of panels
that were hidden and of ways to look at things. Must not know: panels. Layout is comfort: a damaged
file gives the defaults, and saving that fails is not told.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize

from briefer.whole import read_ordinary, write_whole

_LEAST, _MOST = 40, 20_000
"""What a length in px can sensibly be."""
_TITLE_BAR = 40
"""Room for what the system puts around a window, in px of the screen."""
_LARGEST = 100_000
"""Bytes of the largest file that is read."""


class LayoutMemory:
    """Keeps widths by step and panel, and the size of the window."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._widths: dict[str, int] = {}
        self._choices: dict[str, str] = {}
        self.hidden: frozenset[str] = frozenset()
        """The panels that the user hid."""
        self.size: QSize | None = None
        self.maximized = False
        self._read()

    def width(self, step: str, panel: str, default: int) -> int:
        """Return the width of a panel in a step, in px of the design."""
        return self._widths.get(f"{step}/{panel}", default)

    def keep_width(self, step: str, panel: str, width: int) -> None:
        """Remember a width that the user chose, in px of the design."""
        self._widths[f"{step}/{panel}"] = width

    def choice(self, name: str, among: Sequence[str], usual: str) -> str:
        """Return what was chosen among some names, the usual one where it is none of them."""
        kept = self._choices.get(name, usual)
        return kept if kept in among else usual

    def keep_choice(self, name: str, value: str) -> None:
        """Remember what was chosen."""
        self._choices[name] = value

    def forget(self) -> None:
        """Forget everything."""
        self._widths.clear()
        self._choices.clear()
        self.hidden = frozenset()
        self.size, self.maximized = None, False
        self.save()

    def save(self) -> None:
        """Write what is remembered, in one step."""
        size = [self.size.width(), self.size.height()] if self.size else []
        kept = {
            "size": size,
            "maximized": self.maximized,
            "widths": self._widths,
            "hidden": sorted(self.hidden),
            "choices": self._choices,
        }
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._path, json.dumps(kept).encode("utf-8"), forced=False)

    def _read(self) -> None:
        try:
            found = json.loads(read_ordinary(self._path, _LARGEST))
        except (OSError, ValueError, RecursionError):
            return
        if not isinstance(found, dict):
            return
        size, widths = found.get("size"), found.get("widths")
        if isinstance(size, list) and len(size) == 2 and all(_is_length(n) for n in size):
            self.size = QSize(*size)
        self.maximized = found.get("maximized") is True
        if isinstance(widths, dict):
            self._widths = {str(key): n for key, n in widths.items() if _is_length(n)}
        hidden, choices = found.get("hidden"), found.get("choices")
        if isinstance(hidden, list):
            self.hidden = frozenset(name for name in hidden if isinstance(name, str))
        if isinstance(choices, dict):
            self._choices = {key: name for key, name in choices.items() if isinstance(name, str)}


def _is_length(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and _LEAST <= value <= _MOST


def fitting(size: QSize, screen: QSize, least: QSize) -> QSize:
    """Return a window's size such that all of it, its title bar too, is seen on a screen.

    `least` is the smallest window there may be; a smaller screen shows a part of it.
    """
    return size.boundedTo(QSize(screen.width(), screen.height() - _TITLE_BAR)).expandedTo(least)
