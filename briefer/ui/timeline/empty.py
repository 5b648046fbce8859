"""What stands in place of the lanes where no record found has a date, or while they are read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from briefer.ui.theme import Look, Styled
from briefer.ui.timeline.reading import Reading
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label


class EmptyTimeline(QWidget, Styled):
    """A sentence, and a button to the list."""

    list_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.words = Label(look, "Reading the dates …", role="title", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = Button(look, "Show in list", icon="list")
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)
        self._column.addWidget(self.words)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(3)
        self.button.clicked.connect(self.list_wanted)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self._look.px
        self._column.setContentsMargins(px(24), px(16), px(24), px(16))
        self._column.setSpacing(px(14))

    def tell(self, reading: Reading) -> None:
        """Say why there is nothing on the timeline."""
        match reading.found:
            case 0:
                words = "Nothing in the library is found for this search."
            case 1:
                words = "This record has no date."
            case found:
                words = f"None of these {found:,} records has a date."
        self.words.setText(words)
