"""The search field: a glass, the words, the shortcut or a cross at the right."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from briefer.ui.paint import CENTER, box, painting, text, text_width
from briefer.ui.theme import Look, Styled


class Offers(Protocol):
    """A list of suggestions that the field's keys move in."""

    @property
    def open(self) -> bool:
        """Whether the list is seen."""

    def move(self, step: int) -> bool:
        """Go to the next or previous one; return False below the last."""

    def take_chosen(self) -> bool:
        """Take the one gone to; return False where there is none."""

    def show_all(self) -> None:
        """Open the list with everything in it."""

    def close(self) -> None:
        """Close the list."""


class SearchField(QLineEdit, Styled):
    """A line of text to search with; Escape clears it, Down and Enter go to the results.

    While suggestions are open the keys are theirs: Down and Up, Tab and Enter, Escape.
    """

    results_wanted = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.offers: Offers | None = None
        self.setAccessibleName("Search the library")
        self._keys = ""
        self.textChanged.connect(lambda _: self.update())
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take font and margins from the look."""
        self._look.dress(self)
        self.setFont(self._look.font("body"))
        keys = round(text_width(self._keys, self._look.font("micro")))
        right = max(self._look.px(28), keys + self._look.px(14))
        self.setTextMargins(self._look.px(24), 0, right, 0)
        self.updateGeometry()

    def show_keys(self, keys: str) -> None:
        """Show which keys bring the keyboard here."""
        told = f" ({keys})" if keys else ""
        self.setToolTip(f"Search the library{told}; Alt+Down shows what can be typed")
        self._keys = keys if keys.endswith("+") else keys.replace("+", " ")
        self.restyle()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the size: 36 px high."""
        return QSize(super().sizeHint().width(), self._look.px(36))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(self._look.px(160), self._look.px(36))

    @override
    def event(self, event: QEvent) -> bool:
        """Let Tab take a suggestion that was gone to, before it moves the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            tab = event.key() == Qt.Key.Key_Tab and not event.modifiers()
            if tab and self.offers is not None and self.offers.take_chosen():
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear with Escape, go to the results with Down and Enter."""
        if self._offered(event):
            return
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.results_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _offered(self, event: QKeyEvent) -> bool:
        """Return whether the suggestions took a key."""
        offers, key = self.offers, event.key()
        if offers is None:
            return False
        if key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            offers.show_all()
            return True
        if not offers.open:
            return False
        if key == Qt.Key.Key_Escape:
            offers.close()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if offers.take_chosen():
                return True
            offers.close()
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            return offers.move(1 if key == Qt.Key.Key_Down else -1)
        return False

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Clear at a click on the cross."""
        if self.text() and self._right().contains(event.position()):
            self.clear()
        else:
            super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point with a hand at the cross."""
        hand = bool(self.text()) and self._right().contains(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.IBeamCursor)
        super().mouseMoveEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint glass and cross or shortcut over the field."""
        super().paintEvent(event)
        look, dpr = self._look, self.devicePixelRatioF()
        with painting(self) as painter:
            side = look.px(16)
            tone = "accent" if self.hasFocus() else "text3"
            at = QPointF(look.px(11), (self.height() - side) / 2)
            painter.drawPixmap(at, look.icon("search", tone, 16, dpr=dpr))
            right = self._right()
            if self.text():
                middle = QPointF(right.center().x() - side / 2, (self.height() - side) / 2)
                painter.drawPixmap(middle, look.icon("circle-x", "text3", 16, dpr=dpr))
            elif self._keys:
                font = look.font("micro")
                width = text_width(self._keys, font) + look.px(12)
                height = look.px(20)
                key = QRectF(
                    self.width() - width - look.px(8), (self.height() - height) / 2, width, height
                )
                box(painter, key, look.px(4), fill=look.color("hover"))
                text(painter, key, self._keys, font, look.color("text2"), align=CENTER)

    def _right(self) -> QRectF:
        side = self._look.px(28)
        return QRectF(self.width() - side - self._look.px(3), 0, side, self.height())
