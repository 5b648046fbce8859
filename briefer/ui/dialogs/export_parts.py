"""The parts of the export dialog: template tiles, the bar, steps, and what was written."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from briefer.ui.paint import RIGHT, box, line_height, painting, ring, text
from briefer.ui.theme import Look
from briefer.ui.widgets.ringed import RingedButton

StepState = Literal["waiting", "running", "done"]


_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
_TILE = 122
"""The greatest height of a template's picture, in px of the design."""


class TemplateTile(RingedButton):
    """A template to choose: the first slide on it, and its name."""

    def __init__(self, look: Look, name: str, label: str) -> None:
        super().__init__()
        self.template = name
        self._look = look
        self._picture: QImage | None = None
        self.setText(label)
        self.setAccessibleName(f"Template {label}")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, picture: QImage) -> None:
        """Show the first slide."""
        self._picture = picture
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the size of picture and name."""
        width = self._look.px(220)
        return QSize(width, self.heightForWidth(width))

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height of a picture that fills the tile's width, and the name under it."""
        around = self._look.px(10 + 8 + 10) + round(self._words_height(width))
        return round(self._picture_size(width).height()) + around

    def _words_height(self, width: float) -> float:
        """Return the height of the name in a tile of this width: it wraps."""
        font = self._look.font("control")
        room = QRectF(0, 0, width - self._look.px(20), 10_000)
        words = QFontMetricsF(font).boundingRect(room, int(_WRAPPED), self.text())
        return max(line_height(font), words.height())

    def _picture_size(self, width: float) -> QSizeF:
        """Return the size of the picture in a tile of this width."""
        px = self._look.px
        wide = min(width - px(20), px(_TILE) * 16 / 9)
        return QSizeF(wide, round(wide * 9 / 16))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tile."""
        look, px, on = self._look, self._look.px, self.isChecked()
        with painting(self) as painter:
            area = QRectF(self.rect())
            fill = look.color("selected" if on else "panel")
            line = look.color("selected_border" if on else "border_strong")
            box(painter, area, px(8), fill=fill, line=line, width=1.5 if on else 1.0)
            slide = QRectF(QPointF(px(10), px(10)), self._picture_size(area.width()))
            painter.fillRect(slide, look.color("hover"))
            if self._picture is not None:
                painter.drawImage(slide, self._picture)
            box(painter, slide, 0, line=look.color("border_strong"))
            top = slide.bottom() + px(8)
            room = QRectF(px(10), top, area.width() - px(20), area.height() - px(10) - top)
            painter.setFont(look.font("control"))
            painter.setPen(look.color("text"))
            painter.drawText(room, int(_WRAPPED), self.text())
            if on:
                self._paint_mark(painter, slide)
            if self.ringed:
                ring(painter, area, px(8), look.color("focus"))

    def _paint_mark(self, painter: QPainter, slide: QRectF) -> None:
        """Mark the template that is chosen, in the corner of its picture."""
        look, px = self._look, self._look.px
        side = px(22)
        mark = QRectF(slide.right() - side - px(4), slide.top() + px(4), side, side)
        box(painter, mark, side / 2, fill=look.color("panel"))
        icon = look.icon("circle-check", "accent", 16, dpr=self.devicePixelRatioF())
        painter.drawPixmap(mark.topLeft() + QPointF(px(3), px(3)), icon)


class Bar(QWidget):
    """How far an export is."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._share = 0.0
        self.setFixedHeight(look.px(6))
        self.tell(0, 1)

    def tell(self, done: int, total: int) -> None:
        """Show `done` of `total`."""
        self._share = done / total if total else 0.0
        self.setAccessibleName(f"{round(self._share * 100)} percent")
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint track and bar."""
        look, radius = self._look, self.height() / 2
        with painting(self) as painter:
            area = QRectF(self.rect())
            box(painter, area, radius, fill=look.color("pressed"))
            area.setWidth(max(self.height(), area.width() * self._share))
            if self._share:
                box(painter, area, radius, fill=look.color("accent_solid"))


class StepLine(QWidget):
    """A step of the export: waiting, running or done, with a count at the right."""

    def __init__(self, look: Look, words: str, *, state: StepState = "waiting") -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._count = ""
        self._state: StepState = state
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.tell(state)

    def tell(self, state: StepState, count: str = "") -> None:
        """Show another state and count."""
        self._state, self._count = state, count
        self.setAccessibleName(", ".join(p for p in (self._words, state, count) if p))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the size of a line."""
        return QSize(self._look.px(220), self._look.px(30))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint mark, words and count."""
        look, px, dpr = self._look, self._look.px, self.devicePixelRatioF()
        with painting(self) as painter:
            side = px(16)
            top = (self.height() - side) / 2
            if self._state == "running":
                painter.setPen(QPen(look.color("accent"), px(2)))
                painter.drawArc(QRectF(1, top + 1, side - 2, side - 2), 90 * 16, -270 * 16)
            else:
                done = self._state == "done"
                name, tone = ("circle-check", "success") if done else ("circle", "text3")
                painter.drawPixmap(QPointF(0, top), look.icon(name, tone, 16, dpr=dpr))
            room = QRectF(self.rect()).adjusted(px(26), 0, 0, 0)
            count = look.font("meta")
            text(painter, room, self._count, count, look.color("text2"), align=RIGHT)
            font = look.font("heading" if self._state == "running" else "body")
            tone = "text2" if self._state == "waiting" else "text"
            text(painter, room.adjusted(0, 0, -px(64), 0), self._words, font, look.color(tone))


class FileRow(QWidget):
    """A file that was written: its name and size."""

    def __init__(self, look: Look, name: str, hint: str) -> None:
        super().__init__()
        self._look, self._name, self._hint = look, name, hint
        self.setAccessibleName(f"{name}, {hint}")
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        """Return the size of two lines in a box."""
        look = self._look
        lines = line_height(look.font("heading")) + line_height(look.font("meta"))
        return QSize(look.px(220), lines + look.px(18))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box."""
        look, px = self._look, self._look.px
        with painting(self) as painter:
            area = QRectF(self.rect())
            line = look.color("border_strong")
            box(painter, area, px(8), fill=look.color("panel"), line=line)
            icon = look.icon("file-type-ppt", "accent", 20, dpr=self.devicePixelRatioF())
            painter.drawPixmap(QPointF(px(14), (area.height() - px(20)) / 2), icon)
            font = look.font("heading")
            first = QRectF(px(44), px(8), area.width() - px(56), line_height(font))
            text(painter, first, self._name, font, look.color("text"))
            second = QRectF(first.left(), first.bottom(), first.width(), first.height())
            text(painter, second, self._hint, look.font("meta"), look.color("text2"))


class Picture(QWidget):
    """The slide that is being written."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._picture: QImage | None = None
        self.setAccessibleName("Slide being written")
        self.setFixedSize(look.px(286), look.px(161))

    def show_picture(self, picture: QImage) -> None:
        """Show another slide."""
        self._picture = picture
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the slide."""
        with painting(self) as painter:
            area = QRectF(self.rect())
            painter.fillRect(area, self._look.color("hover"))
            if self._picture is not None:
                painter.drawImage(area, self._picture)
            box(painter, area, 0, line=self._look.color("border_strong"))


class DoneDisc(QWidget):
    """A green disc with a tick."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(look.px(44), look.px(44))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc."""
        look, side = self._look, self.width()
        with painting(self) as painter:
            line = look.color("success") if look.shown == "contrast" else None
            area = QRectF(0, 0, side, side)
            box(painter, area, side / 2, fill=look.color("success_tint"), line=line)
            icon = look.icon("check", "success", 22, dpr=self.devicePixelRatioF())
            painter.drawPixmap(QPointF((side - look.px(22)) / 2, (side - look.px(22)) / 2), icon)
