"""A button that looks like a line of the status bar: a coloured icon, small words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from briefer.ui.paint import box, painting, ring, text, text_width
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.ringed import RingedButton

_HEIGHT, _PAD, _ICON, _GAP = 24, 6, 15, 6


class StatusButton(RingedButton, Styled):
    """Words that lead somewhere when they are clicked."""

    def __init__(self, look: Look, icon: str) -> None:
        super().__init__()
        self._look = look
        self._icon, self._tone = icon, "text2"
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def tell(self, words: str, *, name: str, icon: str = "", tone: str = "") -> None:
        """Show other words, under a name that says what a click does."""
        self._icon, self._tone = icon or self._icon, tone or self._tone
        self.setText(words)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    @override
    def restyle(self) -> None:
        """Take the size from the look."""
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        """Return the size of icon and words."""
        words = round(text_width(self.text(), self._look.font("meta")) + 1.5)
        px = self._look.px
        return QSize(words + px(2 * _PAD + _ICON + _GAP), px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the size; the words are never cut."""
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon and words."""
        look, px = self._look, self._look.px
        with painting(self) as painter:
            area = QRectF(self.rect())
            if self.isEnabled() and (self.underMouse() or self.isDown()):
                fill = look.color("pressed" if self.isDown() else "hover")
                box(painter, area, px(5), fill=fill)
            picture = look.icon(self._icon, self._tone, _ICON, dpr=self.devicePixelRatioF())
            painter.drawPixmap(px(_PAD), round((area.height() - px(_ICON)) / 2), picture)
            room = area.adjusted(px(_PAD + _ICON + _GAP), 0, 0, 0)
            # What leads nowhere is told all the same, so it is not greyed out.
            text(painter, room, self.text(), look.font("meta"), look.color("text2"))
            if self.ringed:
                ring(painter, area, px(5), look.color("focus"))
