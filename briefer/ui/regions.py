"""F6: from panel to panel, in the order of reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from briefer.ui.main_window import MainWindow


class Regions:
    """The panels as stops of a round trip, each with where its focus goes."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def step(self, by: int) -> None:
        """Put the focus into the next or previous panel that can be seen."""
        stops = [(panel, target) for panel, target in self._stops() if target.isVisible()]
        if not stops:
            return
        focused = QApplication.focusWidget()
        here = next(
            (n for n, (panel, _) in enumerate(stops) if focused and panel.isAncestorOf(focused)),
            -1 if by > 0 else 0,
        )
        stops[(here + by) % len(stops)][1].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _stops(self) -> list[tuple[QWidget, QWidget]]:
        window = self._window
        begin = window.stage.empty.ways[0]
        stage = window.stage.canvas if window.stage.canvas.isVisible() else begin
        return [
            (window.header, window.header.name),
            (window.library, window.library.field),
            (window.stage, stage),
            (window.right, window.right.first_focus()),
            (window.storyboard, window.storyboard.first_focus()),
            (window.status, window.status.findings),
        ]
