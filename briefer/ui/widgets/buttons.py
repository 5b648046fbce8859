"""Buttons and chips, painted: four kinds of weight, a ring only for the keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from briefer.ui.paint import LEFT, box, painting, ring, text, text_width
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.ringed import RingedButton

Weight = Literal["primary", "secondary", "quiet", "danger"]


@dataclass(frozen=True)
class _Colors:
    fill: str
    words: str
    line: str


class Button(RingedButton, Styled):
    """A button with words, an icon or both; one without words must be given a name."""

    def __init__(
        self,
        look: Look,
        words: str = "",
        *,
        icon: str = "",
        weight: Weight = "secondary",
        name: str = "",
        height: int = 30,
        trailing: str = "",
    ) -> None:
        super().__init__()
        self.look = look
        self._icon = icon
        self._trailing = trailing
        self._weight: Weight = weight
        self._height = height
        self._narrow = False
        self.setText(words)
        self.setAccessibleName(name or words)
        if not words:
            self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def set_words(self, words: str, *, name: str = "") -> None:
        """Show other words, under which assistive programs know the button too."""
        self.setText(words)
        self.setAccessibleName(name or words)
        self.updateGeometry()
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone where room is short; the words become the tool tip."""
        self._narrow = narrow and bool(self._icon)
        self.setToolTip(self.text() if self._narrow else "")
        self.updateGeometry()
        self.update()

    def bind(self, action: QAction) -> None:
        """Do what an action does, and be enabled and named as it is."""
        self.clicked.connect(action.trigger)
        action.changed.connect(lambda: self._follow(action))
        self._follow(action)

    def restyle(self) -> None:
        """Take the size from the look."""
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        """Return the size of icon, words and padding."""
        height = self.look.px(self._height)
        if not self._shown_words():
            return QSize(height, height)
        width = text_width(self._shown_words(), self.look.font("control")) + 2 * self._padding()
        width += self.look.px(22) if self._icon else 0
        width += self.look.px(18) if self._trailing else 0
        return QSize(round(width + 1), height)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the size; a button is never cut."""
        return self.sizeHint()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        """Repaint under the pointer."""
        self.update()
        super().enterEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button."""
        with painting(self) as painter:
            area = QRectF(self.rect())
            radius = self.look.px(6)
            colors = self._colors()
            box(
                painter,
                area,
                radius,
                fill=self.look.color(colors.fill) if colors.fill else None,
                line=self.look.color(colors.line) if colors.line else None,
            )
            self._paint_content(painter, area, colors.words)
            if self.ringed:
                ring(painter, area, radius, self.look.color("focus"))

    def _paint_content(self, painter: QPainter, area: QRectF, tone: str) -> None:
        side = self.look.px(16)
        words = self._shown_words()
        dpr = self.devicePixelRatioF()
        if not words:
            x, y = round((area.width() - side) / 2), round((area.height() - side) / 2)
            painter.drawPixmap(x, y, self.look.icon(self._icon, tone, 16, dpr=dpr))
            return
        left = float(self._padding())
        y = round((area.height() - side) / 2)
        if self._icon:
            painter.drawPixmap(round(left), y, self.look.icon(self._icon, tone, 16, dpr=dpr))
            left += self.look.px(22)
        right = area.width() - self._padding()
        if self._trailing:
            right -= self.look.px(18)
            picture = self.look.icon(self._trailing, "text3", 14, dpr=dpr)
            painter.drawPixmap(round(right + self.look.px(5)), y + self.look.px(1), picture)
        place = QRectF(left, 0, right - left + 1, area.height())
        text(painter, place, words, self.look.font("control"), self.look.color(tone), align=LEFT)

    def _colors(self) -> _Colors:
        contrast = self.look.shown == "contrast"
        hover, down = self.underMouse() and self.isEnabled(), self.isDown()
        if not self.isEnabled():
            line = "border" if self._weight == "secondary" else ""
            return _Colors("hover" if self._weight == "primary" else "", "disabled", line)
        if self._weight == "primary":
            fill = "accent_pressed" if down else "accent_hover" if hover else "accent_solid"
            return _Colors(fill, "on_accent", "")
        if self.isChecked():
            return _Colors("accent_tint", "accent", "selected_border" if contrast else "")
        fill = "pressed" if down else "hover" if hover else ""
        if self._weight == "danger":
            return _Colors(fill or "raised", "danger", "border_strong")
        if self._weight == "secondary":
            return _Colors(fill or "raised", "text", "border_strong")
        return _Colors(fill, "text2", "")

    def _shown_words(self) -> str:
        return "" if self._narrow else self.text().replace("&", "")

    def _padding(self) -> int:
        return self.look.px(12 if self._weight != "quiet" else 8)

    def _follow(self, action: QAction) -> None:
        self.setEnabled(action.isEnabled())
        name = action.text().replace("&", "").removesuffix("…")
        shortcut = action.shortcut().toString()
        self.setAccessibleName(name)
        if not self._shown_words():
            self.setToolTip(f"{name} ({shortcut})" if shortcut else name)


class Chip(RingedButton, Styled):
    """A filter to switch on and off, with how many records it would leave."""

    def __init__(self, look: Look, words: str) -> None:
        super().__init__()
        self.look = look
        self._said = ""
        self.setText(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Show how many records there are."""
        self._said = f"{count:,}"
        self.setAccessibleName(f"{self.text()}, {self._said}")
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        """Take the size from the look."""
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        """Return the size of words, count and padding."""
        words = text_width(self.text(), self.look.font("chip"))
        count = text_width(self._said, self.look.font("chip"))
        return QSize(round(words + count + self.look.px(9 + 9 + 6)), self.look.px(26))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the size; a chip is never cut."""
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill."""
        on = self.isChecked()
        with painting(self) as painter:
            area = QRectF(self.rect())
            radius = area.height() / 2
            fill = "accent_tint" if on else "hover" if self.underMouse() else "raised"
            line = "selected_border" if on else "border_strong"
            box(
                painter,
                area,
                radius,
                fill=self.look.color(fill),
                line=self.look.color(line),
                width=1.5 if on else 1.0,
            )
            font = self.look.font("chip")
            left = float(self.look.px(10))
            tone = self.look.color("accent" if on else "text")
            width = text_width(self.text(), font)
            whole = QRectF(left, 0, width + 1, area.height())
            text(painter, whole, self.text(), font, tone)
            rest = QRectF(left + width + self.look.px(5), 0, area.width(), area.height())
            count = self.look.color("accent" if on else "text3")
            text(painter, rest, self._said, font, count)
            if self.ringed:
                ring(painter, area, radius, self.look.color("focus"))
