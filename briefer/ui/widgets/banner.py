"""The banner over the slide: one sentence, what can be done about it, a cross."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from briefer.ui.paint import box, painting
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Line


class Banner(QWidget, Styled):
    """A sentence with buttons; it is closed by the user and blocks nothing."""

    closed = Signal()

    def __init__(self, look: Look, words: str, buttons: list[Button], *, icon: str) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(words)
        self._words = Line(look, words, icon=icon)
        self.close_button = Button(look, icon="x", weight="quiet", name="Close this message")
        self.close_button.clicked.connect(self.closed)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words, 1)
        for button in (*buttons, self.close_button):
            self._row.addWidget(button)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self._look.px
        self._row.setContentsMargins(px(14), px(8), px(6), px(8))
        self._row.setSpacing(px(8))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box."""
        with painting(self) as painter:
            line = self._look.color("selected_border")
            fill = self._look.color("panel")
            box(painter, QRectF(self.rect()), self._look.px(8), fill=fill, line=line)
