"""Small pictures of pages, rendered in a thread of their own: those on the screen first.

In: pages and a template, and which pages are seen. Out: images, when they are ready. Must not
know: the storyboard. In the window's thread pages are told apart by identity: comparing two of them
by value takes as long as painting one. That is done in the thread that renders.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from briefer.draw.image import render_page
from briefer.layout.boxes import Page
from briefer.template.model import Template
from briefer.ui.tasks import Lane, Query

_OVERSAMPLED = 2
"""Pages are rendered larger and scaled down: small type reads better so."""
_KEPT = 500
"""Pictures kept of pages that are no longer wanted: undo brings them back at once."""

_Size = tuple[int, float, str]


@dataclass(slots=True)
class _Wanted:
    """A page, which is kept so that its identity stays its own, and its picture if there is one."""

    page: Page
    picture: QImage | None = None


class Thumbnails(QObject):
    """Pictures of pages at one width; `ready` is sent with a page whose picture can be had."""

    ready = Signal(object)

    def __init__(self, lane: Lane[None]) -> None:
        super().__init__()
        self._lane = lane
        self._wanted: dict[int, _Wanted] = {}
        self._seen: tuple[Page, ...] = ()
        self._last: dict[tuple[str, str, int], QImage] = {}
        self._made: dict[tuple[_Size, Page], QImage] = {}  # touched by the lane's thread alone
        self._template: Template | None = None
        self._size: _Size = (0, 0.0, "")
        self._busy = False

    def picture(self, page: Page) -> QImage | None:
        """Return the picture of a page, or None as long as it is being made."""
        wanted = self._wanted.get(id(page))
        return wanted.picture if wanted is not None else None

    def latest(self, page: Page) -> QImage | None:
        """Return the picture of a page, until it is made that of the same slide as it was."""
        return self.picture(page) or self._last.get(_likeness(page))

    def want(
        self, pages: Sequence[Page], template: Template, *, width: int, dpr: float = 1.0
    ) -> None:
        """Have pictures of these pages made, `width` px wide; of others no more."""
        size = (width, dpr, str(template.path))
        if size != self._size:
            self._wanted.clear()
            self._last.clear()
        self._size, self._template = size, template
        for wanted in self._wanted.values():
            if wanted.picture is not None:
                self._last[_likeness(wanted.page)] = wanted.picture
        before = self._wanted
        self._wanted = {id(page): before.get(id(page)) or _Wanted(page) for page in pages}
        kept = {_likeness(page) for page in pages}
        self._last = {like: image for like, image in self._last.items() if like in kept}
        self._ask_next()

    def see(self, pages: Sequence[Page]) -> None:
        """Make the pictures of these pages first: they are on the screen."""
        self._seen = tuple(pages)
        self._ask_next()

    def _ask_next(self) -> None:
        if self._busy or self._template is None:
            return
        page = self._next()
        if page is None:
            return
        template, size = self._template, self._size
        self._busy = True
        Query(
            self._lane,
            lambda _: self._make(page, template, size),
            lambda image: self._take(page, image, size),
            failed=self._fail,
        )

    def _next(self) -> Page | None:
        """Return the page whose picture is needed most: one that is seen, else the first."""
        for page in self._seen:
            wanted = self._wanted.get(id(page))
            if wanted is not None and wanted.picture is None:
                return page
        return next((one.page for one in self._wanted.values() if one.picture is None), None)

    def _make(self, page: Page, template: Template, size: _Size) -> QImage:
        key = (size, page)
        image = self._made.pop(key, None) or _render(page, template, size)
        self._made[key] = image
        while len(self._made) > _KEPT:
            del self._made[next(iter(self._made))]
        return image

    def _take(self, page: Page, image: QImage, size: _Size) -> None:
        self._busy = False
        wanted = self._wanted.get(id(page))
        if wanted is not None and size == self._size:
            wanted.picture = image
            self.ready.emit(page)
        self._ask_next()

    def _fail(self, error: Exception) -> None:
        """Make no more pictures until others are wanted: what failed once would fail again."""
        self._busy = False
        self._lane.fail(error)


def _likeness(page: Page) -> tuple[str, str, int]:
    """Return by what the slide of a page is known again after an edit moved it."""
    return page.kind, page.title, page.part


def _render(page: Page, template: Template, size: _Size) -> QImage:
    width, dpr, _ = size
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
