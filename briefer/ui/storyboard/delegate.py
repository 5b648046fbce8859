"""Paints the slides of the strip: picture, number and title, ring, badges.

In: rows, pictures, the look. Out: ink and measures. Section headings belong to the view.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from briefer.ui.paint import CENTER, box, line_height, text, text_width
from briefer.ui.storyboard.model import StripModel, StripRow
from briefer.ui.theme import Look
from briefer.ui.thumbnails import Thumbnails

_WIDTH, _HEIGHT = 124, 70
_LARGEST = 1.25
"""Pictures stop growing at 125 % (design page "app", section 3)."""
_LATE = QColor("#FFFFFF")


class StripMetrics:
    """The lengths of the strip at the user's text size, in px."""

    def __init__(self, look: Look) -> None:
        scale = min(look.scale / 100, _LARGEST)
        self.width = round(_WIDTH * scale)
        self.height = round(_HEIGHT * scale)
        self.gap = look.px(13)
        self.section_gap = look.px(27)
        self.left = look.px(14)
        self.label = line_height(look.font("meta_strong")) + look.px(2)
        self.top = self.label + look.px(7)
        self.title_top = self.top + self.height + look.px(8)
        self.total = self.title_top + line_height(look.font("meta")) + look.px(5)
        self.bar = look.px(12)


class StripDelegate(QStyledItemDelegate):
    """Paints and measures slides."""

    def __init__(self, look: Look, thumbnails: Thumbnails, view: QWidget) -> None:
        super().__init__(view)
        self._look = look
        self._thumbnails = thumbnails
        self.keyboard = False

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a slide with the gap before it."""
        metrics = StripMetrics(self._look)
        return QSize(self.lead(index) + metrics.width, metrics.total)

    def lead(self, index: QModelIndex | QPersistentModelIndex) -> int:
        """Return the gap before a slide: wide where a section starts."""
        metrics = StripMetrics(self._look)
        if index.row() == 0:
            return metrics.left
        return metrics.section_gap if _row(index).starts else metrics.gap

    def picture_rect(self, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """Return where the picture of a slide stands in its item."""
        metrics = StripMetrics(self._look)
        left = rect.left() + self.lead(index)
        return QRect(left, rect.top() + metrics.top, metrics.width, metrics.height)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a slide."""
        row = _row(index)
        flags = QStyle.StateFlag
        current = bool(option.state & flags.State_Selected)
        picture = QRectF(self.picture_rect(option.rect, index))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.page is None:
            self._paint_waiting(painter, picture)
            return
        self._paint_picture(painter, row, picture)
        if current:
            focused = self.keyboard and bool(option.state & flags.State_HasFocus)
            tone = "focus" if focused else "selected_border"
            around = picture.adjusted(-4, -4, 4, 4)
            box(painter, around, self._look.px(7), line=self._look.color(tone), width=2.5)
        elif option.state & flags.State_MouseOver:
            around = picture.adjusted(-3, -3, 3, 3)
            box(painter, around, self._look.px(6), line=self._look.color("border_strong"))
        self._paint_badge(painter, row, picture)
        self._paint_title(painter, row, picture, current=current)

    def _paint_picture(self, painter: QPainter, row: StripRow, rect: QRectF) -> None:
        look = self._look
        picture = self._thumbnails.picture(row.page) if row.page else None
        if picture is None:
            painter.fillRect(rect, _LATE)
        else:
            painter.drawImage(rect.topLeft(), picture)
        box(painter, rect.adjusted(-1, -1, 1, 1), 2, line=look.color("border_strong"))

    def _paint_waiting(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the place of a section that has no slide yet."""
        look = self._look
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.color("control"), 1.0, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        font, tone = look.font("micro"), look.color("text2")
        text(painter, rect, "Drop a card here", font, tone, align=CENTER)

    def _paint_badge(self, painter: QPainter, row: StripRow, rect: QRectF) -> None:
        if not row.severity:
            return
        look, dpr = self._look, painter.device().devicePixelRatio()
        tone, icon = (
            ("danger", "alert-circle") if row.severity == "error" else ("warning", "alert-triangle")
        )
        side = float(look.px(20))
        disc = QRectF(rect.right() - side - 4, rect.top() + 4, side, side)
        fill = look.color(f"{tone}_tint")
        box(painter, disc, side / 2, fill=fill, line=look.color(tone))
        at = QPointF(disc.left() + look.px(4), disc.top() + look.px(3.5))
        painter.drawPixmap(at, look.icon(icon, tone, 12, dpr=dpr))

    def _paint_title(
        self, painter: QPainter, row: StripRow, rect: QRectF, *, current: bool
    ) -> None:
        look, metrics = self._look, StripMetrics(self._look)
        page = row.page
        if page is None:
            return
        top = rect.top() - metrics.top + metrics.title_top
        font = look.font("meta_strong" if current else "meta")
        number = str(page.number)
        strong = look.font("meta_strong")
        line = QRectF(rect.left(), top, rect.width(), line_height(font))
        text(painter, line, number, strong, look.color("accent" if current else "text3"))
        line.setLeft(line.left() + text_width(number, strong) + look.px(8))
        text(painter, line, page.title, font, look.color("text" if current else "text2"))


def _row(index: QModelIndex | QPersistentModelIndex) -> StripRow:
    model = index.model()
    assert isinstance(model, StripModel)
    return model.rows[index.row()]
