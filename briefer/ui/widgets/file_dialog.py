"""Asking for a file or a folder.

In: a look, what is asked. Out: the dialog, the system's own where there is one. Must not know: what
becomes of the file.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import QFileDialog, QToolButton, QWidget
from typing_extensions import override

from briefer.ui.theme import Look

_WIDTH, _HEIGHT = 760, 480
_MARGIN = 12
_ICONS = {
    "backButton": "chevron-left",
    "forwardButton": "chevron-right",
    "toParentButton": "arrow-up",
    "newFolderButton": "folder-plus",
    "listModeButton": "list",
    "detailModeButton": "list-details",
}
"""By Qt's names of its buttons, whose own icons are black in every theme."""


class FileDialog(QFileDialog):
    """Asks for one file or folder and forgets itself; Qt's own form of it looks as all else does.

    That form is seen where the desktop offers none, as on many Linux machines.
    """

    def __init__(
        self, look: Look, parent: QWidget, title: str, folder: Path | str | None = None
    ) -> None:
        super().__init__(parent, title, "" if folder is None else str(folder))
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Have what Qt put into the dialog wear its style sheet, and give it room."""
        px = self._look.px
        self._look.dress(self)
        for name, icon in _ICONS.items():
            button = self.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                picture = self._look.icon(icon, "text2", 16, dpr=self.devicePixelRatioF())
                button.setIcon(QIcon(picture))
                button.setIconSize(QSize(px(16), px(16)))
        room, around = self.screen().availableSize(), self.parentWidget()
        while around is not None:  # the last is the window, past the dialog that may have asked
            if around.isWindow() and around.parentWidget() is None:
                room = room.boundedTo(around.size())
            around = around.parentWidget()
        room -= QSize(2 * _MARGIN, 2 * _MARGIN)
        self.resize(QSize(px(_WIDTH), px(_HEIGHT)).boundedTo(room))
        super().showEvent(event)
