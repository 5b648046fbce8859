"""The slide on its dark ground, painted from the page that is also exported."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from briefer.draw.image import page_size, render_page
from briefer.layout.boxes import Page
from briefer.template.model import Template
from briefer.ui.library.model import dragged_refs
from briefer.ui.paint import box, painting, ring, shadow
from briefer.ui.theme import Look
from briefer.ui.widgets.ringed import KEYBOARD_REASONS

_MARGIN = 26
"""Around the slide, in px at every text size: pictures do not grow with text."""


class Canvas(QWidget):
    """One page, as large as fits; records can be dropped on it."""

    dropped = Signal(tuple)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._page: Page | None = None
        self._template: Template | None = None
        self._picture: QPixmap | None = None
        self._painted: tuple[Page, str, int, float] | None = None
        self._taking = False
        self._ringed = False
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Slide")

    def show_page(self, page: Page | None, template: Template | None) -> None:
        """Show a page, or the bare ground."""
        self._page, self._template = page, template
        self.setAccessibleName(f"Slide {page.number}: {page.title}" if page else "No slide")
        self.setAccessibleDescription(page.notes if page else "")
        self.update()

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the least room in which a slide can be recognised."""
        return QSize(self._look.px(200), 140)

    def slide_rect(self) -> QRectF:
        """Return where the slide stands."""
        if self._template is None:
            return QRectF()
        margin = min(_MARGIN, self.width() // 24, self.height() // 18)
        room = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        size = page_size(self._template, 1000)
        width = min(room.width(), room.height() * size.width() / size.height())
        height = width * size.height() / size.width()
        left = room.left() + (room.width() - width) / 2
        top = room.top() + (room.height() - height) / 2
        return QRectF(round(left), round(top), round(width), round(height))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, shadow and slide."""
        look = self._look
        with painting(self) as painter:
            painter.fillRect(self.rect(), look.color("sunken"))
            if self._page is not None and self._template is not None:
                place = self.slide_rect()
                if look.shown != "contrast":
                    shadow(painter, place, blur=14, drop=5, strength=0.24)
                picture = self._rendered(self._page, self._template, round(place.width()))
                painter.drawPixmap(place.topLeft(), picture)
                box(painter, place.adjusted(-1, -1, 1, 1), 0, line=look.color("border_strong"))
                if self._taking:
                    box(
                        painter, place.adjusted(-4, -4, 4, 4), 4, line=look.color("accent"), width=3
                    )
            if self.hasFocus() and self._ringed:
                ring(painter, QRectF(self.rect()), 0, look.color("focus"))

    def _rendered(self, page: Page, template: Template, width: int) -> QPixmap:
        key = (page, str(template.path), width, self.devicePixelRatioF())
        if self._picture is None or key != self._painted:
            image = render_page(page, template, width, dpr=self.devicePixelRatioF())
            self._picture = QPixmap.fromImage(image)
            self._painted = key
        return self._picture

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the keyboard brought the focus."""
        self._ringed = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)

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
        self.update()
