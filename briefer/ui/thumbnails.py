"""Small pictures of pages, rendered in a thread of their own and kept by the page's value.

In: pages and a template. Out: images, when they are ready. Must not know: the storyboard.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from briefer.draw.image import render_page
from briefer.layout.boxes import Page
from briefer.template.model import Template
from briefer.ui.tasks import Lane, Query

_OVERSAMPLED = 2
"""Pages are rendered larger and scaled down: small type reads better so."""
_KEPT = 400


class Thumbnails(QObject):
    """Pictures of pages at one width; `ready` is sent when another one can be had."""

    ready = Signal()

    def __init__(self, lane: Lane[None]) -> None:
        super().__init__()
        self._lane = lane
        self._pictures: dict[Page, QImage] = {}
        self._wanted: frozenset[Page] = frozenset()
        self._asked: set[Page] = set()
        self._size = (0, 0.0, "")

    def picture(self, page: Page) -> QImage | None:
        """Return the picture of a page, or None as long as it is being made."""
        return self._pictures.get(page)

    def want(
        self, pages: Sequence[Page], template: Template, *, width: int, dpr: float = 1.0
    ) -> None:
        """Have pictures of these pages made, `width` px wide; of others no more."""
        size = (width, dpr, str(template.path))
        if size != self._size:
            self._pictures.clear()
            self._asked.clear()
            self._size = size
        self._wanted = frozenset(pages)
        if len(self._pictures) > _KEPT:
            kept = {page: self._pictures[page] for page in pages if page in self._pictures}
            self._pictures = kept
        for page in pages:
            if page not in self._pictures and page not in self._asked:
                self._asked.add(page)
                self._ask(page, template, size)

    def _ask(self, page: Page, template: Template, size: tuple[int, float, str]) -> None:
        width, dpr, _ = size

        def work(_: None) -> QImage | None:
            if page not in self._wanted:
                return None
            return _render(page, template, width, dpr)

        Query(self._lane, work, lambda image: self._take(page, image, size))

    def _take(self, page: Page, image: QImage | None, size: tuple[int, float, str]) -> None:
        if size != self._size:
            return
        self._asked.discard(page)
        if image is not None:
            self._pictures[page] = image
            self.ready.emit()


def _render(page: Page, template: Template, width: int, dpr: float) -> QImage:
    large = render_page(page, template, width * _OVERSAMPLED, dpr=dpr)
    height = round(width * template.height / template.width)
    image = large.scaled(
        round(width * dpr),
        round(height * dpr),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    image.setDevicePixelRatio(dpr)
    return image
