"""A chip that opens a list of values; with values chosen it says them and has a cross."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from briefer.ui.paint import box, painting, ring, text, text_width
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.ringed import RingedButton

_WIDEST = 250
_LEFT, _ICON = 9, 12
_OPENERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
_CLEARERS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class FilterChip(RingedButton, Styled):
    """`clicked` asks for the list, by Enter, Space and Down too; `cleared` by cross and Delete."""

    cleared = Signal()

    def __init__(self, look: Look, label: str) -> None:
        super().__init__()
        self.look = look
        self.label = label
        self._chosen: tuple[str, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_chosen(())

    def show_chosen(self, labels: Sequence[str]) -> None:
        """Say what is chosen."""
        self._chosen = tuple(labels)
        count, joined = len(labels), ", ".join(labels)
        value = f": {joined}" if count == 1 else f": {count} chosen"
        self.setText(f"{self.label}{value}" if count else self.label)
        name = f"{self.label}, {count} chosen: {joined}" if count else f"{self.label}, any"
        self.setAccessibleName(name)
        keys = "Down opens the list, Delete clears it" if count else "Down opens the list"
        self.setAccessibleDescription(keys)
        self.setToolTip(f"{self.label}: {joined}" if count else "")
        self.updateGeometry()
        self.update()

    @property
    def active(self) -> bool:
        """Whether something is chosen."""
        return bool(self._chosen)

    @override
    def restyle(self) -> None:
        """Take the size from the look."""
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        """Return the size of words and arrow or cross; long values are shortened."""
        height = self.look.px(26)
        beside = self.look.px(_LEFT + (26 if self.active else 3 + _ICON + 6)) + 1
        width = round(text_width(self.text(), self.look.font("chip"))) + beside
        return QSize(min(width, self.look.px(_WIDEST)), height)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the size; a chip is never cut."""
        return self.sizeHint()

    def cross(self) -> QRectF:
        """Return where a click clears."""
        side = self.look.px(26)
        return QRectF(self.width() - side, 0, side, self.height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter and Down, clear with Delete."""
        if event.key() in _OPENERS:
            self.click()
        elif event.key() in _CLEARERS and self.active:
            self.cleared.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Clear at a click on the cross."""
        left = event.button() == Qt.MouseButton.LeftButton
        if left and self.active and self.cross().contains(event.position()):
            self.cleared.emit()
        else:
            super().mousePressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill."""
        look, on = self.look, self.active
        with painting(self) as painter:
            area = QRectF(self.rect())
            radius = area.height() / 2
            fill = "accent_tint" if on else "hover" if self.underMouse() else "raised"
            line = "selected_border" if on else "border_strong"
            width = 1.5 if on else 1.0
            box(painter, area, radius, fill=look.color(fill), line=look.color(line), width=width)
            icon, side = ("x" if on else "chevron-down"), look.px(_ICON)
            at = self.cross().left() + look.px(5) if on else area.right() - look.px(6) - side
            left = look.px(_LEFT)
            place = QRectF(left, 0, at - look.px(3) - left + 1, area.height())
            tone = "accent" if on else "text"
            text(painter, place, self.text(), look.font("chip"), look.color(tone))
            tone = "accent" if on else "text3"
            picture = look.icon(icon, tone, _ICON, dpr=self.devicePixelRatioF())
            painter.drawPixmap(QPointF(at, (area.height() - side) / 2), picture)
            if self.ringed:
                ring(painter, area, radius, look.color("focus"))
