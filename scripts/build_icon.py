"""Draw the mark of the program as an SVG file and as PNG files of every size a desktop asks for.

Usage: python scripts/build_icon.py

The mark is that of the window's header: a page of three lines beside a bar. The files are committed
under briefer/data/desktop; the same mark gives the same SVG, byte for byte.
"""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from briefer.desktop import SIZES
from briefer.ui.tokens import THEMES

FOLDER = Path(__file__).resolve().parents[1] / "briefer" / "data" / "desktop"
_GRID = 26
_BARS = (
    (6.5, 6.5, 3.0, 13.0),
    (11.5, 6.5, 8.0, 2.8),
    (11.5, 11.6, 6.0, 2.8),
    (11.5, 16.7, 8.0, 2.8),
)
"""Left, top, width and height on the grid of the header's mark."""


def mark() -> str:
    """Return the mark as SVG."""
    colors = THEMES["light"]
    bars = "".join(
        f'  <rect x="{x}" y="{y}" width="{width}" height="{height}"/>\n'
        for x, y, width, height in _BARS
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_GRID} {_GRID}" '
        'width="256" height="256">\n'
        "<title>Briefer</title>\n"
        f'<rect width="{_GRID}" height="{_GRID}" rx="6" fill="{colors["accent_solid"]}"/>\n'
        f'<g fill="{colors["on_accent"]}">\n{bars}</g>\n</svg>\n'
    )


def picture(svg: str, size: int) -> QImage:
    """Return the mark as a picture, so many px wide and high."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    try:
        QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size, size))
    finally:
        painter.end()
    return image


def main() -> None:
    """Write all files."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    svg = mark()
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "briefer.svg").write_text(svg, encoding="utf-8")
    for size in SIZES:
        picture(svg, size).save(str(FOLDER / f"briefer-{size}.png"))
    application.quit()


if __name__ == "__main__":
    main()
