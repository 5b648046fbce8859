"""Usual values of a field, one click each, in rows that wrap."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from briefer.ui.records.field_box import EDGE
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.flow import FlowLayout


class Picks(QWidget, Styled):
    """A button for each value; `picked` carries its words."""

    picked = Signal(str)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._name = name
        self.buttons: dict[str, Button] = {}
        self._flow = FlowLayout(self)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take the gap from the look."""
        self._flow.setContentsMargins(EDGE, 0, EDGE, 0)
        self._flow.set_gap(self._look.px(6))

    def offer(self, values: Sequence[str]) -> None:
        """Offer other values."""
        if list(self.buttons) == list(values):
            return
        for button in self.buttons.values():
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for words in values:
            button = Button(self._look, words, height=26)
            button.setAccessibleName(f"{self._name}: {words}")
            button.clicked.connect(lambda _=False, words=words: self.picked.emit(words))
            self._flow.addWidget(button)
            self.buttons[words] = button
