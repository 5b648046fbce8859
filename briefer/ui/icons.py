"""Icons: the stroke icons of the package `pytablericons`, recoloured and cached.

In: a name, a colour, a size. Out: a pixmap. Must not know: widgets. Only the package's SVG files
are used; importing it would start a graphics library of its own.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from briefer.errors import BrieferError

_STROKE = 1.75
"""Width of a stroke on the icons' grid of 24 (design page "app", section 13)."""
_SMALL = 16
"""Icons smaller than this, in px, get heavier strokes: 2.6 at 11 px."""


def icon_folder() -> Path:
    """Return the folder of stroke icons; raise BrieferError where the package is not installed."""
    spec = find_spec("pytablericons")
    places = list(spec.submodule_search_locations or []) if spec else []
    if not places:
        raise BrieferError(
            "The icons are not installed.", hint="Install the package pytablericons."
        )
    return Path(places[0]) / "icons" / "outline"


class Icons:
    """Pixmaps of icons, each made once a colour, size and screen."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._texts: dict[str, str] = {}
        self._made: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, color: QColor, size: int, *, dpr: float = 1.0) -> QPixmap:
        """Return an icon `size` device-independent px wide and high."""
        key = (name, color.name(), size, dpr)
        if key not in self._made:
            self._made[key] = self._render(name, color, size, dpr=dpr)
        return self._made[key]

    def clear(self) -> None:
        """Forget all pixmaps, after a change of theme."""
        self._made.clear()

    def _render(self, name: str, color: QColor, size: int, *, dpr: float) -> QPixmap:
        pixmap = QPixmap(round(size * dpr), round(size * dpr))
        pixmap.setDevicePixelRatio(dpr)
        pixmap.fill(Qt.GlobalColor.transparent)
        renderer = QSvgRenderer(QByteArray(self._svg(name, color, size).encode()))
        painter = QPainter(pixmap)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            renderer.render(painter, QRectF(0, 0, size, size))
        finally:
            painter.end()
        return pixmap

    def _svg(self, name: str, color: QColor, size: int) -> str:
        if name not in self._texts:
            path = self._folder / f"{name}.svg"
            self._texts[name] = path.read_text(encoding="utf-8")
        stroke = _STROKE + 0.17 * max(0, _SMALL - size)
        text = self._texts[name].replace("currentColor", color.name())
        return text.replace('stroke-width="2"', f'stroke-width="{stroke:.2f}"')
