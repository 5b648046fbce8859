"""What Briefer is, its version and what it stands on."""

from __future__ import annotations

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefer import __version__
from briefer.ui.dialogs.sheet import Sheet
from briefer.ui.theme import Look
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label

_TEXTS = (
    "Turns a library of evidence into a cited, accessible PowerPoint briefing.",
    "It opens no network connection: library, briefings and decks stay on this laptop.",
    "Icons: Tabler Icons (MIT). Typeface: Inter (SIL Open Font License 1.1).",
)


class AboutDialog(Sheet):
    """Version and licences."""

    def __init__(self, look: Look, parent: QWidget | None, *, store: str) -> None:
        super().__init__(look, parent, "About Briefer", f"Version {__version__}")
        px = look.px
        column = QVBoxLayout(self.body)
        column.setContentsMargins(px(22), px(18), px(22), px(18))
        column.setSpacing(px(10))
        for words in (*_TEXTS, f"Made with Qt {qVersion()}.", f"Library: {store}"):
            column.addWidget(Label(look, words, role="body", tone="text2", wrap=True))
        close = Button(look, "Close", weight="primary", height=34)
        close.clicked.connect(self.finish)
        self.add_button(close, main=True)
        self.arrange(460)
