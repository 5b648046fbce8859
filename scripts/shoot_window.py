"""Render the window to PNG files without a display, for review and for the README.

Usage: python scripts/shoot_window.py FOLDER [--every] [NAME ...]

Each shot is named; without names all are taken. With `--every` each view and dialog is taken in
light, dark and high contrast at 100, 150 and 200 %. Nothing of the user's is read or written.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from briefer import paths
from briefer.ui.main_window import make_window
from briefer.ui.places import Places
from briefer.ui.theme import Look
from shooting.shot import Shot, in_every_look, settle
from shooting.shots import SHOTS

_SCREEN = {"name": "one", "x": 0, "y": 0, "width": 1920, "height": 1200, "dpr": 1}
_SCREEN |= {"logicalDpi": 96, "logicalBaseDpi": 96}


def take(shot: Shot, folder: Path) -> Path:
    """Take a picture and return its file."""
    with tempfile.TemporaryDirectory() as home:
        user = Path(home)
        store = user / "store.sqlite"
        shutil.copy(paths.bundled_store(), store)
        places = Places(store, paths.bundled_templates(), user, paths.sample_briefing())
        look = Look(theme=shot.theme, scale=shot.scale)
        window = make_window(places, look=look)
        window.resize(shot.width, shot.height)
        window.show()
        settle(window)
        if shot.act is not None:
            shot.act(window)
            settle(window)
        picture = (shot.part(window) if shot.part is not None else window).grab()
        for dialog in window.findChildren(QDialog):
            if dialog.isVisible():
                lay_over(picture, dialog, window)
        for popup in _popups():
            painter = QPainter(picture)
            painter.drawPixmap(window.mapFromGlobal(popup.mapToGlobal(QPoint())), popup.grab())
            painter.end()
            popup.close()
        path = folder / f"{shot.name}.png"
        picture.save(str(path))
        for dialog in window.findChildren(QDialog):
            dialog.close()
        window.close()
    return path


def _popups() -> list[QWidget]:
    """Return the menu and the words of help that are open."""
    tips = [one for one in QApplication.topLevelWidgets() if one.inherits("QTipLabel")]
    menu = QApplication.activePopupWidget()
    return [one for one in (menu, *tips) if one is not None and one.isVisible()]


def lay_over(picture: object, dialog: QDialog, window: QWidget) -> None:
    """Draw a dialog over the dimmed picture of its window."""
    assert isinstance(picture, QPixmap)
    painter = QPainter(picture)
    try:
        painter.fillRect(picture.rect(), QColor(0, 0, 0, 110))
        left = (window.width() - dialog.width()) // 2
        top = (window.height() - dialog.height()) // 2
        painter.drawPixmap(left, top, dialog.grab())
    finally:
        painter.end()


def main(arguments: list[str]) -> None:
    """Take the pictures named, or all."""
    every = "--every" in arguments
    place, *names = [argument for argument in arguments if argument != "--every"]
    folder = Path(place)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        config = Path(home) / "screens.json"
        config.write_text(json.dumps({"screens": [_SCREEN]}), encoding="utf-8")
        application = QApplication(["shoot", "-platform", f"offscreen:configfile={config}"])
        chosen = [shot for shot in SHOTS if not names or shot.name in names]
        for shot in in_every_look(chosen) if every else chosen:
            sys.stdout.write(f"{take(shot, folder)}\n")
        application.processEvents()


if __name__ == "__main__":
    main(sys.argv[1:])
