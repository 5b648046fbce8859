"""A narrow column that stands for a side panel: a button for each thing that the panel can show.

In: names with icons and words. Out: which one is to be laid over the stage, "" for none. Must not
know: the panels.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout
from typing_extensions import override

from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.surface import Surface

WIDTH = 44
"""In px of the design."""


@dataclass(frozen=True, slots=True)
class RailButton:
    """A button: its name in code, its icon, its words."""

    name: str
    icon: str
    words: str


class Rail(Surface, Styled):
    """Buttons below each other; at most one of them is down."""

    opened = Signal(str)
    """The name of the button that went down, "" when none is any more."""

    def __init__(
        self, look: Look, name: str, entries: tuple[RailButton, ...], *, edge: str
    ) -> None:
        super().__init__(look, "panel", edges=edge)
        self.setAccessibleName(name)
        self._column = QVBoxLayout(self)
        self.buttons: dict[str, Button] = {}
        for entry in entries:
            button = Button(look, icon=entry.icon, weight="quiet", name=entry.words, height=32)
            button.setCheckable(True)
            button.clicked.connect(lambda on, name=entry.name: self.open(name if on else ""))
            self.buttons[entry.name] = button
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        self._open = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.restyle()

    @property
    def current(self) -> str:
        """The name of the button that is down, "" for none."""
        return self._open

    def open(self, name: str) -> None:
        """Have one button down, or with "" none."""
        for other, button in self.buttons.items():
            button.setChecked(other == name)
        if name != self._open:
            self._open = name
            self.opened.emit(name)

    @override
    def restyle(self) -> None:
        """Take width and margins from the look."""
        px = self.look.px
        self._column.setContentsMargins(0, px(8), 0, px(8))
        self._column.setSpacing(px(6))
        self.setFixedWidth(px(WIDTH))
