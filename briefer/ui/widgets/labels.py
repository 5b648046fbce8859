"""Labels in the window's type and colours: wrapped, or on one line with an ellipsis."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from briefer.ui.paint import LEFT, line_height, painting, text, text_width
from briefer.ui.prose import Prose
from briefer.ui.theme import Look, Styled


class Label(QLabel, Styled):
    """Plain text in one of the roles of type; never wider than it must be, never interpreted."""

    def __init__(
        self,
        look: Look,
        words: str = "",
        *,
        role: str = "body",
        tone: str = "text",
        wrap: bool = False,
    ) -> None:
        super().__init__()
        self._look = look
        self._role = role
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setText(words)
        self.restyle()

    def set_tone(self, tone: str) -> None:
        """Show the words in the colour of another token."""
        self._tone = tone
        self.restyle()

    def restyle(self) -> None:
        """Take font and colour from the look."""
        self.setFont(self._look.font(self._role))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._look.color(self._tone))
        self.setPalette(palette)


class Line(QWidget, Styled):
    """One line of text that ends in an ellipsis where room is short; the tool tip has it whole."""

    def __init__(
        self,
        look: Look,
        words: str = "",
        *,
        role: str = "body",
        tone: str = "text",
        icon: str = "",
    ) -> None:
        super().__init__()
        self._look = look
        self._role = role
        self._tone = tone
        self._icon = icon
        self._words = ""
        self._tip = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_text(words)

    @property
    def words(self) -> str:
        """The whole text."""
        return self._words

    def set_text(self, words: str, *, tone: str = "", icon: str = "") -> None:
        """Show other words, and where given another colour and icon."""
        self._words = words
        self._tone = tone or self._tone
        self._icon = icon or self._icon
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        """Take the size from the look."""
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        """Return the size of the whole text."""
        font = self._look.font(self._role)
        width = round(text_width(self._words, font) + 1.5) + self._indent()
        return QSize(width, max(line_height(font), self._look.px(16) if self._icon else 0))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the room below which nothing can be read."""
        return QSize(min(self.sizeHint().width(), self._look.px(48)), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon and words."""
        whole = QRectF(self.rect())
        with painting(self) as painter:
            if self._icon:
                side = self._look.px(15)
                picture = self._look.icon(self._icon, self._tone, 15, dpr=self.devicePixelRatioF())
                painter.drawPixmap(0, (self.height() - side) // 2, picture)
                whole.setLeft(self._indent())
            font, color = self._look.font(self._role), self._look.color(self._tone)
            text(painter, whole, self._words, font, color, align=LEFT)
            short = text_width(self._words, font) > whole.width() + 0.5
        tips = (self._words if short else "", self._tip)
        super().setToolTip("\n".join(tip for tip in tips if tip))

    @override
    def setToolTip(self, tip: str) -> None:
        """Say more under the pointer, below the words where these are shortened."""
        self._tip = tip
        super().setToolTip(tip)

    def _indent(self) -> int:
        return self._look.px(21) if self._icon else 0


class Lines(QWidget, Styled):
    """Text on at most two lines; the tool tip has it whole where words were left out."""

    def __init__(self, look: Look, words: str, *, role: str = "small", tone: str = "text") -> None:
        super().__init__()
        self._look = look
        self._role = role
        self._tone = tone
        self._words = words
        self._prose = Prose(words, look.font(role), look.px(120))
        self._broken = False  # for the width that it has
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def restyle(self) -> None:
        """Break the words anew."""
        self._break()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words for the new width."""
        super().resizeEvent(event)
        self._break()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        with painting(self) as painter:
            self._prose.paint(painter, QPointF(0, 0), self._look.color(self._tone))

    def _break(self) -> None:
        font, width = self._look.font(self._role), self.width()
        if self._broken and self._prose.width == width and self._prose.font == font:
            return
        self._broken = True
        self._prose = Prose(self._words, font, width)
        self.setFixedHeight(round(self._prose.height))
        self.setToolTip(self._words if self._prose.shortened else "")


class Rule(QWidget):
    """A hairline across."""

    def __init__(self, look: Look, *, upright: bool = False) -> None:
        super().__init__()
        self._look = look
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), self._look.color("border"))
