"""Paints the slides of strip and grid: picture, number and title, ring, badges.

In: rows, pictures, the look; the rectangle of a row, picture on top. Out: ink. Section headings
belong to the view.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from briefer.ui.paint import CENTER, box, line_height, text, text_width
from briefer.ui.storyboard.arrange import Metrics
from briefer.ui.storyboard.model import StripModel
from briefer.ui.storyboard.rows import StripRow
from briefer.ui.theme import Look
from briefer.ui.thumbnails import Thumbnails

_LATE = QColor("#FFFFFF")
CURRENT_WIDTH, SELECTED_WIDTH = 2.5, 1.5


class StripDelegate(QStyledItemDelegate):
    """Paints and measures slides."""

    def __init__(self, look: Look, thumbnails: Thumbnails, view: QWidget) -> None:
        super().__init__(view)
        self._look = look
        self._thumbnails = thumbnails
        self.metrics = Metrics(look)
        self.keyboard = False

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a slide with its title."""
        return QSize(self.metrics.width, self.metrics.cell)

    def picture_rect(self, rect: QRect) -> QRect:
        """Return where the picture stands in the rectangle of a row."""
        return QRect(rect.left(), rect.top(), self.metrics.width, self.metrics.height)

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
        selected = bool(option.state & flags.State_Selected)
        focused = bool(option.state & flags.State_HasFocus)
        picture = QRectF(self.picture_rect(option.rect))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.page is None:
            self._paint_waiting(painter, picture)
        else:
            self._paint_picture(painter, row, picture)
        if selected:
            tone = "focus" if self.keyboard and focused else "selected_border"
            width = CURRENT_WIDTH if focused else SELECTED_WIDTH
            around = picture.adjusted(-4, -4, 4, 4)
            box(painter, around, self._look.px(7), line=self._look.color(tone), width=width)
        elif option.state & flags.State_MouseOver and row.page is not None:
            around = picture.adjusted(-3, -3, 3, 3)
            box(painter, around, self._look.px(6), line=self._look.color("border_strong"))
        paint_badge(painter, self._look, row.severity, picture)
        self._paint_title(painter, row, picture, current=selected)

    def _paint_picture(self, painter: QPainter, row: StripRow, rect: QRectF) -> None:
        look = self._look
        picture = self._thumbnails.latest(row.page) if row.page else None
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
        text(painter, rect.adjusted(4, 0, -4, 0), "Drop a card here", font, tone, align=CENTER)

    def _paint_title(
        self, painter: QPainter, row: StripRow, rect: QRectF, *, current: bool
    ) -> None:
        look, page = self._look, row.page
        if page is None:
            return
        top = rect.bottom() + self.metrics.title_gap
        font = look.font("meta_strong" if current else "meta")
        number = str(page.number)
        strong = look.font("meta_strong")
        line = QRectF(rect.left(), top, rect.width(), line_height(font))
        text(painter, line, number, strong, look.color("accent" if current else "text3"))
        line.setLeft(line.left() + text_width(number, strong) + look.px(8))
        text(painter, line, page.title, font, look.color("text" if current else "text2"))


def paint_badge(painter: QPainter, look: Look, severity: str, rect: QRectF) -> None:
    """Paint the mark of the worst finding into the top right corner of a rectangle."""
    if not severity:
        return
    tone, icon = (
        ("danger", "alert-circle") if severity == "error" else ("warning", "alert-triangle")
    )
    side = float(look.px(20))
    disc = QRectF(rect.right() - side - 4, rect.top() + 4, side, side)
    box(painter, disc, side / 2, fill=look.color(f"{tone}_tint"), line=look.color(tone))
    at = QPointF(disc.left() + look.px(4), disc.top() + look.px(3.5))
    dpr = painter.device().devicePixelRatio()
    painter.drawPixmap(at, look.icon(icon, tone, 12, dpr=dpr))


def _row(index: QModelIndex | QPersistentModelIndex) -> StripRow:
    model = index.model()
    assert isinstance(model, StripModel)
    return model.rows[index.row()]
