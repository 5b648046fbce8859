"""What is seen under the pointer while slides are dragged: the first one's picture, and how many.

In: a picture and a count. Out: a pixmap. Must not know: views.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPixmap

from briefer.ui.paint import CENTER, box, painting, shadow, text, text_width
from briefer.ui.theme import Look

_WIDTH, _HEIGHT = 124, 70
_PAPER = QColor("#FFFFFF")


def slides_chip(look: Look, picture: QImage | None, count: int, *, dpr: float = 1.0) -> QPixmap:
    """Return a small stack of slides; the number of several stands on it."""
    pad, behind = look.px(10), look.px(5) if count > 1 else 0
    width, height = look.px(_WIDTH), look.px(_HEIGHT)
    size = QPointF(width + 2 * pad + behind, height + 2 * pad + behind)
    pixmap = QPixmap(round(size.x() * dpr), round(size.y() * dpr))
    pixmap.setDevicePixelRatio(dpr)
    pixmap.fill(Qt.GlobalColor.transparent)
    line = look.color("selected_border")
    with painting(pixmap) as painter:
        front = QRectF(pad, pad, width, height)
        if look.shown != "contrast":
            shadow(painter, front, blur=8, drop=3, strength=0.3)
        if behind:
            box(painter, front.translated(behind, behind), 3, fill=_PAPER, line=line, width=1.5)
        box(painter, front, 3, fill=_PAPER)
        if picture is not None:
            painter.drawImage(front, picture)
        box(painter, front.adjusted(-1, -1, 1, 1), 3, line=line, width=1.5)
        if count > 1:
            font, words = look.font("meta_strong"), str(count)
            side = max(float(look.px(22)), text_width(words, font) + look.px(10))
            disc = QRectF(front.right() - side + pad / 2, front.top() - pad / 2, side, look.px(22))
            box(painter, disc, disc.height() / 2, fill=look.color("accent_solid"))
            text(painter, disc, words, font, look.color("on_accent"), align=CENTER)
    return pixmap
