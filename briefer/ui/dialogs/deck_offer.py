"""What can be done with a presentation that was dropped on the window.

In: the file. Out: `template_wanted`, where its look is to serve. Must not know: how it is read.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefer.ui.dialogs.sheet import Sheet
from briefer.ui.theme import Look
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label


class DeckOffer(Sheet):
    """A presentation is no briefing; its look may serve as a template."""

    template_wanted = Signal(object)

    def __init__(self, look: Look, parent: QWidget, path: Path) -> None:
        super().__init__(look, parent, "A presentation was dropped")
        self.message = Label(
            look,
            f"{path.name} is a presentation; a deck is not turned back into a briefing.",
            role="heading",
            wrap=True,
        )
        self.hint = Label(
            look,
            "Its layouts, fonts and colors can serve as the template of this briefing. To go on "
            "with what it says, open the .briefing file that it was exported from.",
            tone="text2",
            wrap=True,
        )
        column = QVBoxLayout(self.body)
        column.setContentsMargins(look.px(22), look.px(18), look.px(22), look.px(18))
        column.setSpacing(look.px(6))
        column.addWidget(self.message)
        column.addWidget(self.hint)
        column.addStretch(1)
        cancel = Button(look, "Cancel", height=34)
        cancel.clicked.connect(self.reject)
        self.add_button(cancel)
        self.use = Button(look, "Use as template…", weight="primary", height=34)
        self.use.clicked.connect(lambda: self._take(path))
        self.add_button(self.use, main=True)
        self.arrange(500)
        self.use.setFocus()

    def _take(self, path: Path) -> None:
        self.finish()
        self.template_wanted.emit(path)
