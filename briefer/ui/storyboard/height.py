"""How high the storyboard is: as low as a strip can be, else 45 % of what stands around it.

In: the panel, in a splitter or not. Out: its height. In a splitter the user's own height of outline
and grid is kept while the strip is shown. Must not know: what the panel shows.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

SHARE = 0.45
"""The share of the height that outline and grid take: 40 to 50 % (design page "app", 3)."""
_LEAST = 150
_ANY = 16_777_215
"""The largest height that Qt knows."""


class Height(QObject):
    """Keeps the height of a panel."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel)
        self._panel = panel
        self._strip = 0
        self._share = SHARE
        self._parent: QWidget | None = None
        panel.installEventFilter(self)

    def fit(self, strip: int) -> None:
        """Be a strip of this height in px, or with 0 as high as outline and grid are."""
        if not self._strip and strip:
            self._remember()
        self._strip = strip
        self._apply()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the height of what stands around the panel."""
        if watched is self._panel and event.type() == QEvent.Type.ParentChange:
            if self._parent is not None:
                self._parent.removeEventFilter(self)
            self._parent = self._panel.parentWidget()
            if self._parent is not None:
                self._parent.installEventFilter(self)
            self._apply()
        resized = watched is self._parent and event.type() == QEvent.Type.Resize
        if resized and not isinstance(self._parent, QSplitter):
            self._apply()
        return False

    def _remember(self) -> None:
        """Keep the share of the height that the user gave to outline and grid."""
        if isinstance(self._parent, QSplitter) and self._parent.height() and self._panel.height():
            self._share = min(0.8, max(0.2, self._panel.height() / self._parent.height()))

    def _apply(self) -> None:
        if self._strip:
            self._panel.setFixedHeight(self._strip)
            return
        around = self._parent.height() if self._parent is not None else 0
        high = max(_LEAST, round(around * self._share))
        if not isinstance(self._parent, QSplitter):
            self._panel.setFixedHeight(high)
            return
        self._panel.setMinimumHeight(_LEAST)
        self._panel.setMaximumHeight(_ANY)
        sizes: list[int] = self._parent.sizes()
        at, whole = self._parent.indexOf(self._panel), sum(sizes)
        if at >= 0 and whole:
            others = whole - sizes[at] or 1
            shares = [round(size * (whole - high) / others) for size in sizes]
            self._parent.setSizes([*shares[:at], high, *shares[at + 1 :]])
