"""The question before edits are thrown away: one of the two that the window ever asks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefer.ui.dialogs.sheet import Sheet
from briefer.ui.theme import Look
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label


class DiscardDialog(Sheet):
    """Keep editing, or throw away what was typed."""

    discarded = Signal()

    def __init__(self, look: Look, parent: QWidget, what: str) -> None:
        super().__init__(look, parent, "Discard what you typed?")
        px = look.px
        column = QVBoxLayout(self.body)
        column.setContentsMargins(px(22), px(14), px(22), px(16))
        words = f"{what} has changes that are not saved."
        column.addWidget(Label(look, words, wrap=True))
        self.discard = Button(look, "Discard", weight="danger", height=34)
        self.discard.clicked.connect(self._discard)
        self.add_button(self.discard)
        self.keep = Button(look, "Keep editing", weight="primary", height=34)
        self.keep.clicked.connect(self.finish)
        self.add_button(self.keep, main=True)
        self.arrange(420)
        self.keep.setFocus()

    def _discard(self) -> None:
        self.discarded.emit()
        self.finish()
