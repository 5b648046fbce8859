"""The slide on its dark ground, painted from the page that is also exported.

In: a page and its template. Out: what was clicked, dropped or asked for. At a zoom larger than the
room the slide scrolls. Must not know: the session.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy
from typing_extensions import override

from briefer.draw.image import page_size, render_page
from briefer.geometry import Frame
from briefer.layout.boxes import Page
from briefer.template.model import Template
from briefer.ui.library.model import dragged_refs
from briefer.ui.paint import box, painting, ring, shadow
from briefer.ui.stage.overlay import paint_chips, paint_order
from briefer.ui.stage.zones import (
    CiteZone,
    TextZone,
    cite_zones,
    reading_order,
    text_zones,
)
from briefer.ui.theme import Look
from briefer.ui.widgets.ringed import KEYBOARD_REASONS

FIT = 0
ZOOMS = (50, 100, 200)
"""Percent of 96 px an inch; `FIT` is as large as there is room."""
_PX_PER_EMU = 96 / 914_400
_MARGIN = 26
"""Around the slide, in px at every text size: pictures do not grow with text."""
_SLACK = 3
"""Px around a citation marker, which is small, that count as it."""


class Canvas(QAbstractScrollArea):
    """One page at a zoom; records can be dropped on it, words and citations clicked."""

    dropped = Signal(tuple)
    cite_clicked = Signal(object)
    """The `CiteZone` that was clicked, or asked for with Enter."""
    text_clicked = Signal(object)
    """The `TextZone` that was clicked."""
    zoom_asked = Signal(int)
    """By how many steps the zoom is to change; 0 is to fit."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._page: Page | None = None
        self._template: Template | None = None
        self._picture: QPixmap | None = None
        self._painted: tuple[Page, str, int, float] | None = None
        self._taking = self._ringed = False
        self.zoom = FIT
        self.shows_citations = True
        self.shows_order = False
        self.cites: tuple[CiteZone, ...] = ()
        self._texts: tuple[TextZone, ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        self.viewport().setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Slide")

    # What is shown

    def show_page(self, page: Page | None, template: Template | None) -> None:
        """Show a page, or the bare ground."""
        if page is not self._page:
            self.cites = cite_zones(page) if page else ()
            self._texts = text_zones(page) if page else ()
        self._page, self._template = page, template
        self.setAccessibleName(f"Slide {page.number}: {page.title}" if page else "No slide")
        self.setAccessibleDescription(page.notes if page else "")
        self._set_bars()
        self.viewport().update()

    def set_zoom(self, percent: int) -> None:
        """Show the slide at a zoom in percent, or `FIT`; its middle stays in the middle."""
        self.zoom = percent
        self._set_bars()
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setValue((bar.maximum() + bar.minimum()) // 2)
        self.viewport().update()

    def set_citations(self, shown: bool) -> None:
        """Lay chips over the citation markers, or none."""
        self.shows_citations = shown
        self.viewport().update()

    def set_order(self, shown: bool) -> None:
        """Lay the reading order over the slide, or nothing."""
        self.shows_order = shown
        self.viewport().update()

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the least room in which a slide can be recognised."""
        return QSize(self._look.px(200), 140)

    def slide_rect(self) -> QRectF:
        """Return where the slide stands in the viewport."""
        if self._template is None:
            return QRectF()
        size, area = self._slide_size(), self.viewport().rect()
        margin = self._margin()
        left = max(margin, round((area.width() - size.width()) / 2))
        top = max(margin, round((area.height() - size.height()) / 2))
        at = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return QRectF(QPointF(QPoint(left, top) - at), size)

    def place_of(self, frame: Frame) -> QRectF:
        """Return where a frame of the page stands in the viewport."""
        slide, template = self.slide_rect(), self._template
        if template is None:
            return QRectF()
        x, y = slide.width() / template.width, slide.height() / template.height
        return QRectF(
            slide.left() + frame.x * x, slide.top() + frame.y * y, frame.w * x, frame.h * y
        )

    @property
    def percent_shown(self) -> int:
        """How large the slide is seen, in percent of 96 px an inch."""
        if self._template is None:
            return 100
        return round(self._slide_size().width() * 100 / (self._template.width * _PX_PER_EMU))

    def reveal(self, frame: Frame) -> None:
        """Scroll until a frame of the page is seen."""
        place, area = self.place_of(frame), self.viewport().rect()
        for bar, low, high, room in (
            (self.horizontalScrollBar(), place.left(), place.right(), area.width()),
            (self.verticalScrollBar(), place.top(), place.bottom(), area.height()),
        ):
            if low < 0 or high > room:
                bar.setValue(bar.value() + round((low + high - room) / 2))

    def _margin(self) -> int:
        """Return the room around the slide; bars do not change it, or they would come and go."""
        area = self.maximumViewportSize()
        return min(_MARGIN, area.width() // 24, area.height() // 18)

    def _slide_size(self) -> QSize:
        """Return the size of the slide at the zoom."""
        template = self._template
        if template is None:
            return QSize()
        if self.zoom != FIT:
            return page_size(template, round(template.width * _PX_PER_EMU * self.zoom / 100))
        margin, area = self._margin(), self.maximumViewportSize()
        room = QSize(area.width() - 2 * margin, area.height() - 2 * margin)
        size = page_size(template, 1000)
        width = min(room.width(), room.height() * size.width() / size.height())
        return page_size(template, max(1, round(width)))

    def _set_bars(self) -> None:
        """Let the bars cover what is not seen."""
        size, area = self._slide_size(), self.maximumViewportSize()
        margin = 0 if self.zoom == FIT else 2 * self._margin()
        for bar, whole, seen in (
            (self.horizontalScrollBar(), size.width(), area.width()),
            (self.verticalScrollBar(), size.height(), area.height()),
        ):
            hidden = max(0, whole + margin - seen) if self.zoom != FIT else 0
            bar.setRange(0, hidden)
            bar.setPageStep(seen)
            bar.setSingleStep(40)

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, shadow, slide and what is laid over it."""
        look = self._look
        with painting(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), look.color("sunken"))
            if self._page is not None and self._template is not None:
                self._paint_slide(painter, self._page, self._template)
            if self.hasFocus() and self._ringed:
                ring(painter, QRectF(self.viewport().rect()), 0, look.color("focus"))

    def _paint_slide(self, painter: QPainter, page: Page, template: Template) -> None:
        look, place = self._look, self.slide_rect()
        if look.shown != "contrast":
            shadow(painter, place, blur=14, drop=5, strength=0.24)
        picture = self._rendered(page, template, round(place.width()))
        painter.drawPixmap(place.topLeft(), picture)
        box(painter, place.adjusted(-1, -1, 1, 1), 0, line=look.color("border_strong"))
        if self.shows_citations:
            paint_chips(painter, [self.place_of(zone.frame) for zone in self.cites], look)
        if self.shows_order:
            order = [self.place_of(frame) for _, frame in reading_order(page)]
            paint_order(painter, order, look)
        if self._taking:
            area = place.adjusted(-4, -4, 4, 4)
            box(painter, area, 4, line=look.color("accent"), width=3)

    def _rendered(self, page: Page, template: Template, width: int) -> QPixmap:
        key = (page, str(template.path), width, self.devicePixelRatioF())
        if self._picture is None or key != self._painted:
            image = render_page(page, template, width, dpr=self.devicePixelRatioF())
            self._picture = QPixmap.fromImage(image)
            self._painted = key
        return self._picture

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Show another part of the slide."""
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit, and let the bars follow."""
        super().resizeEvent(event)
        self._set_bars()

    # Pointer and keys

    def cite_at(self, at: QPointF) -> CiteZone | None:
        """Return the citation marker at a point of the viewport, or None."""
        around = (-_SLACK, -_SLACK, _SLACK, _SLACK)
        zones = [z for z in self.cites if self.place_of(z.frame).adjusted(*around).contains(at)]
        near = [z for z in zones if self.place_of(z.frame).contains(at)]
        return next(iter(near or zones), None)

    def text_at(self, at: QPointF) -> TextZone | None:
        """Return the words at a point of the viewport, or None."""
        zones = (zone for zone in self._texts if self.place_of(zone.frame).contains(at))
        return next(zones, None)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer what a click does."""
        at, shape = event.position(), Qt.CursorShape
        cite = self.cite_at(at)
        cursor = shape.PointingHandCursor if cite else shape.IBeamCursor
        self.viewport().setCursor(cursor if cite or self.text_at(at) else shape.ArrowCursor)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell what was clicked."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        cite, words = self.cite_at(event.position()), self.text_at(event.position())
        if cite is not None:
            self.cite_clicked.emit(cite)
        elif words is not None:
            self.text_clicked.emit(words)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                self.zoom_asked.emit(1 if turned > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom with plus, minus and 0; open the first citation with Enter; else scroll."""
        steps = {"+": 1, "=": 1, "-": -1}
        if event.text() in steps:
            self.zoom_asked.emit(steps[event.text()])
        elif event.text() == "0":
            self.zoom_asked.emit(0)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.cites:
            self.cite_clicked.emit(self.cites[0])
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the keyboard brought the focus."""
        self._ringed = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    # Dropping

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take records."""
        if dragged_refs(event.mimeData()):
            self._take(True)
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take records anywhere."""
        event.acceptProposedAction()

    @override
    def dragLeaveEvent(self, event: object) -> None:
        """Take the ring away."""
        self._take(False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Add the records to this slide."""
        self._take(False)
        self.dropped.emit(dragged_refs(event.mimeData()))
        event.acceptProposedAction()

    def _take(self, taking: bool) -> None:
        self._taking = taking
        self.viewport().update()

    def global_place(self, frame: Frame) -> QRect:
        """Return where a frame of the page stands on the screen."""
        place = self.place_of(frame).toRect()
        return QRect(self.viewport().mapToGlobal(place.topLeft()), place.size())
