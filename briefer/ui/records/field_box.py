"""A field of a form: its label, its input, and under it what is wrong, or what else is known.

In: an input and words. Out: `offer_taken` where the user takes what mends the field. Must not know:
what the input holds.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.ui.paint import box, painting
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label

EDGE = 2
"""The width of a flaw's outline in px, and so of the margin around the parts of a field."""


class FieldBox(QWidget, Styled):
    """A label over an input, and a line under it."""

    offer_taken = Signal(str)

    def __init__(self, look: Look, words: str, control: QWidget, *, labelled: bool = True) -> None:
        super().__init__()
        self._look = look
        self.control = control
        self._instead = ""
        self._flawed = False
        self.label = Label(look, words, role="meta", tone="text2")
        self.label.setBuddy(control)
        self.label.setVisible(labelled)
        self.aside = Label(look, role="meta", tone="text2")
        self.aside.setVisible(labelled)
        self.said = _Said(look)
        self.offer = Button(look, "Use", height=26)
        self.offer.clicked.connect(lambda: self.offer_taken.emit(self._instead))
        self._head = QHBoxLayout()
        self._head.addWidget(self.label)
        self._head.addStretch(1)
        self._head.addWidget(self.aside)
        self._under = QHBoxLayout()
        self._under.addWidget(self.said, 1)
        self._under.addWidget(self.offer, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(control)
        self._column.addLayout(self._under)
        self.say("")
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take margins from the look; the outline of a flaw stands in them."""
        self._column.setContentsMargins(EDGE, 0, EDGE, EDGE)
        self._column.setSpacing(self._look.px(3))
        self._under.setSpacing(self._look.px(8))

    def put_under(self, widget: QWidget) -> None:
        """Put something more right under the input."""
        self._column.insertWidget(2, widget)

    def say(self, words: str, *, tone: str = "danger", instead: str = "", offer: str = "") -> None:
        """Say something under the field; `offer` is the button that takes `instead`."""
        self._instead = instead
        self._flawed = bool(words) and tone == "danger"
        self.said.tell(words, tone=tone)
        self.offer.setVisible(bool(offer))
        if offer:
            self.offer.set_words(offer, name=f"{offer}: {self.label.text()}")
        if self.control.accessibleDescription() != words:
            self.control.setAccessibleDescription(words)
        self.update()

    @property
    def words(self) -> str:
        """What is said under the field."""
        return self.said.words

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the outline of a field with a flaw."""
        if self._flawed:
            with painting(self) as painter:
                edge = EDGE
                around = QRectF(self.control.geometry()).adjusted(-edge, -edge, edge, edge)
                color = self._look.color("danger")
                box(painter, around, self._look.px(7), line=color, width=edge)


class _Said(QWidget):
    """An icon and words that wrap."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._tone = "danger"
        self._label = Label(look, role="meta", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(20), 0, 0, 0)
        row.addWidget(self._label, 1)

    @property
    def words(self) -> str:
        """What is said."""
        return self._label.text()

    def tell(self, words: str, *, tone: str) -> None:
        """Say something, or nothing."""
        self._tone = tone
        self._label.setText(words)
        self._label.set_tone(tone)
        self.setVisible(bool(words))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        name = {"danger": "alert-circle", "warning": "alert-triangle", "success": "circle-check"}
        with painting(self) as painter:
            icon = self._look.icon(
                name.get(self._tone, "info-circle"), self._tone, 14, dpr=self.devicePixelRatioF()
            )
            painter.drawPixmap(0, self._look.px(2), icon)
