"""A template to choose: the user's own first slides on it, its name, what it is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from briefer.ui.dialogs.template_trial import SHOWN
from briefer.ui.paint import box, line_height, painting, ring, text
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.ringed import RingedButton

_PAD, _GAP = 12, 8


class TemplateCard(RingedButton, Styled):
    """One of the templates; the arrow keys go from one to the next."""

    def __init__(self, look: Look, name: str, label: str, *, told: str) -> None:
        super().__init__()
        self.template = name
        self._look = look
        self._told = told
        self._pictures: tuple[QImage, ...] = ()
        self.setText(label)
        self.setAccessibleName(f"Template {label}")
        self.setAccessibleDescription(told)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def shows_slides(self) -> bool:
        """Whether the slides are there."""
        return bool(self._pictures)

    def show_pictures(self, pictures: tuple[QImage, ...]) -> None:
        """Show slides; the first one is large."""
        self._pictures = pictures
        self.update()

    def tell(self, told: str) -> None:
        """Say other words under the name."""
        self._told = told
        self.setAccessibleDescription(told)
        self.setToolTip(told)
        self.update()

    @override
    def restyle(self) -> None:
        """Take the size from the look."""
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        """Return the size of slides and words."""
        return QSize(self._look.px(160), self.height_at(self._look.px(160)))

    def height_at(self, width: int) -> int:
        """Return the height of the slides at a width, and of the words under them."""
        look, px = self._look, self._look.px
        words = line_height(look.font("heading")) + line_height(look.font("meta"))
        large, small = self._heights(width)
        return round(large + small) + px(_PAD * 2 + _GAP + 12) + words

    def _heights(self, width: float) -> tuple[float, float]:
        """Return the heights of the large slide and of the row of small ones."""
        px = self._look.px
        wide = width - 2 * px(_PAD)
        small = (wide - (SHOWN - 2) * px(_GAP)) / (SHOWN - 1)
        return wide * 9 / 16, small * 9 / 16

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        look, px, on = self._look, self._look.px, self.isChecked()
        with painting(self) as painter:
            area = QRectF(self.rect())
            line = "selected_border" if on or self.underMouse() else "border_strong"
            width = 2.0 if on else 1.0
            fill = look.color("panel")
            box(painter, area, px(10), fill=fill, line=look.color(line), width=width)
            bottom = self._paint_slides(painter, area)
            font, small = look.font("heading"), look.font("meta")
            room = QRectF(px(_PAD), bottom + px(12), area.width() - px(60), line_height(font))
            text(painter, room, self.text(), font, look.color("text"))
            under = QRectF(px(_PAD), room.bottom(), area.width() - px(2 * _PAD), line_height(small))
            text(painter, under, self._told, small, look.color("text2"))
            if on:
                icon = look.icon("circle-check", "accent", 20, dpr=self.devicePixelRatioF())
                at = QPointF(area.right() - px(_PAD + 20), room.top())
                painter.drawPixmap(at, icon)
            if self.ringed:
                ring(painter, area, px(10), look.color("focus"))

    def _paint_slides(self, painter: QPainter, area: QRectF) -> float:
        """Paint the slides, or grey grounds for those on their way; return where they end."""
        px = self._look.px
        large, small = self._heights(area.width())
        wide = area.width() - 2 * px(_PAD)
        first = QRectF(px(_PAD), px(_PAD), wide, large)
        width = (wide - (SHOWN - 2) * px(_GAP)) / (SHOWN - 1)
        top = first.bottom() + px(_GAP)
        places = [first]
        for place in range(SHOWN - 1):
            places.append(QRectF(px(_PAD) + place * (width + px(_GAP)), top, width, small))
        for place, slide in enumerate(places):
            missing = bool(self._pictures) and place >= len(self._pictures)
            if missing:
                continue
            painter.fillRect(slide, self._look.color("hover"))
            if place < len(self._pictures):
                painter.drawImage(slide, self._pictures[place])
            box(painter, slide, 2, line=self._look.color("border_strong"))
        return top + small
