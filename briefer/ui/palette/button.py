"""The button in the header that opens the palette and shows its keys."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAction, QKeySequence, QPainter
from typing_extensions import override

from briefer.ui.paint import CENTER, box, text, text_width
from briefer.ui.theme import Look
from briefer.ui.widgets.buttons import Button


class PaletteButton(Button):
    """The word Commands with its keys in a box; the icon alone where room is short."""

    def __init__(self, look: Look, action: QAction) -> None:
        super().__init__(look, "Commands", icon="search")
        self._keys = ""
        self._folded = False
        self.bind(action)

    @override
    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone where room is short."""
        self._folded = narrow
        super().set_narrow(narrow)
        if narrow:
            self.setToolTip(f"Commands ({self._keys})" if self._keys else "Commands")

    @override
    def _follow(self, action: QAction) -> None:
        super()._follow(action)
        self._keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setAccessibleDescription(self._keys)
        self.set_narrow(self._folded)

    @override
    def sizeHint(self) -> QSize:
        """Return the size with the keys."""
        size = super().sizeHint()
        return (
            size
            if self._folded or not self._keys
            else QSize(size.width() + self._box_width(), size.height())
        )

    @override
    def _paint_content(self, painter: QPainter, area: QRectF, tone: str) -> None:
        if self._folded or not self._keys:
            super()._paint_content(painter, area, tone)
            return
        look, px = self.look, self.look.px
        room = area.adjusted(0, 0, -self._box_width(), 0)
        super()._paint_content(painter, room, tone)
        width = self._box_width() - px(8)
        height = px(20)
        place = QRectF(area.right() - width - px(6), (area.height() - height) / 2, width, height)
        line = look.color("border_strong") if look.shown == "contrast" else None
        box(painter, place, px(5), fill=look.color("hover"), line=line)
        text(painter, place, self._keys, look.font("micro"), look.color("text2"), align=CENTER)

    def _box_width(self) -> int:
        return round(text_width(self._keys, self.look.font("micro"))) + self.look.px(12 + 8)
