"""A notice in a record window: what there is to know, and buttons for what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from briefer.ui.paint import box, painting
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.announce import announce
from briefer.ui.widgets.buttons import Button, Weight
from briefer.ui.widgets.flow import FlowLayout
from briefer.ui.widgets.labels import Label

_ICONS = {"danger": "alert-circle", "warning": "alert-triangle", "success": "circle-check"}

Way = tuple[str, Weight, Callable[[], None]]
"""A button: its words, its weight, what it does."""


class Notice(QWidget, Styled):
    """Words on a tinted ground with buttons under them; hidden while there is nothing to say."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._tone = "warning"
        self.buttons: list[Button] = []
        self.label = Label(look, role="small", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.label)
        self._ways = QWidget()
        self._flow = FlowLayout(self._ways)
        self._column.addWidget(self._ways)
        self.hide()
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self._look.px
        self._column.setContentsMargins(px(34), px(8), px(10), px(8))
        self._column.setSpacing(px(6))
        self._flow.set_gap(px(6))

    @property
    def words(self) -> str:
        """What is said, "" where nothing is."""
        return self.label.text()

    def tell(self, words: str, ways: Sequence[Way] = (), *, tone: str = "warning") -> None:
        """Say something with what can be done; "" takes the notice away."""
        if words == self.label.text() and [way[0] for way in ways] == [
            button.text() for button in self.buttons
        ]:
            return
        self._tone = tone
        self.label.setText(words)
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for said, weight, do in ways:
            button = Button(self._look, said, weight=weight, height=28)
            button.clicked.connect(lambda _=False, do=do: do())
            self._flow.addWidget(button)
            self.buttons.append(button)
        self._ways.setVisible(bool(ways))
        self.setVisible(bool(words))
        if words:
            announce(self.label, words)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and icon."""
        look, px = self._look, self._look.px
        tone = self._tone
        tint = f"{tone}_tint" if tone in _ICONS else "app"
        with painting(self) as painter:
            line = look.color(tone) if look.shown == "contrast" else None
            box(painter, QRectF(self.rect()), px(6), fill=look.color(tint), line=line)
            name = _ICONS.get(tone, "info-circle")
            icon = look.icon(name, tone, 16, dpr=self.devicePixelRatioF())
            painter.drawPixmap(QPointF(px(10), px(9)), icon)
