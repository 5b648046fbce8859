"""A page as an image, for preview and thumbnails.

In: a page, its template and a width. Out: an opaque QImage. Must not know: slide kinds, widgets.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter

from briefer.draw.fonts import Fonts
from briefer.draw.painter import paint_page
from briefer.layout.boxes import Page
from briefer.template.model import Template


def page_size(template: Template, width_px: int) -> QSize:
    """Return the size in pixels of a page this wide."""
    return QSize(width_px, max(1, round(width_px * template.height / template.width)))


def render_page(
    page: Page,
    template: Template,
    width_px: int,
    *,
    dpr: float = 1.0,
    fonts: Fonts | None = None,
) -> QImage:
    """Return a page as an image `width_px` device-independent pixels wide, `dpr` times as many.

    Safe in a worker thread; needs a QGuiApplication.
    """
    size = page_size(template, width_px)
    image = QImage(
        max(1, round(size.width() * dpr)),
        max(1, round(size.height() * dpr)),
        QImage.Format.Format_RGB32,
    )
    image.setDevicePixelRatio(dpr)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    try:
        whole = QRectF(0, 0, image.width() / dpr, image.height() / dpr)
        paint_page(painter, page, template, whole, fonts=fonts)
    finally:
        painter.end()
    return image


def png_of(image: QImage) -> bytes:
    """Return an image as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"PNG").write(image)
    return bytes(buffer.data().data())
