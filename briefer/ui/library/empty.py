"""What stands in place of the cards where there are none: why, and what would help."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.errors import BrieferError
from briefer.ui.library.finding import Found, filters_told, told
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label

_ADVICE = "Every word must occur; the last one may be a beginning."


class Empty(QWidget, Styled):
    """A sentence, a hint, and buttons: clear what narrows, or make a record of the words."""

    record_wanted = Signal()
    words_unwanted = Signal()
    filters_unwanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._title = Label(look, role="heading", wrap=True)
        self._hint = Label(look, role="meta", tone="text2", wrap=True)
        self.filters_button = Button(look, "Clear filters")
        self.button = Button(look, "Clear search")
        self.new_button = Button(look, "New record from text", icon="plus")
        self.filters_button.clicked.connect(self.filters_unwanted)
        self.button.clicked.connect(self.words_unwanted)
        self._row = QHBoxLayout()
        self._row.addWidget(self.filters_button)
        self._row.addWidget(self.button)
        self._row.addStretch(1)
        self.new_button.clicked.connect(self.record_wanted)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addWidget(self._hint)
        self._column.addLayout(self._row)
        self._column.addWidget(self.new_button)
        self._column.addStretch(1)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self._look.px
        self._column.setContentsMargins(px(4), px(24), px(16), px(12))
        self._column.setSpacing(px(10))
        self._row.setSpacing(px(8))

    @property
    def said(self) -> tuple[str, str]:
        """The sentence and the hint."""
        return self._title.text(), self._hint.text()

    def tell(self, found: Found) -> None:
        """Say that nothing was found, what narrows, and what would help."""
        ask, words = found.ask, found.ask.words.strip()
        self.filters_button.setVisible(ask.filtered)
        self.button.setVisible(bool(words))
        self.button.set_words("Clear search")
        self.new_button.setVisible(bool(words) and ":" not in words)
        self._title.setText(_sentence(found))
        hints = [f"{note[:1].upper()}{note[1:]}." for note in found.result.notes]
        if found.without:
            noun = "record matches" if found.without == 1 else "records match"
            hints.append(f"{found.without:,} {noun} without the filters.")
        elif words and not hints:
            hints.append(_ADVICE)
        self._hint.setText("\n".join(hints))
        self._hint.setVisible(bool(hints))

    def tell_error(self, error: BrieferError) -> None:
        """Say that the library cannot be read."""
        self.filters_button.hide()
        self.new_button.hide()
        self.button.set_words("Try again")
        self.button.show()
        self._title.setText(error.message)
        self._hint.setText(error.hint)
        self._hint.setVisible(bool(error.hint))


def _sentence(found: Found) -> str:
    ask, words = found.ask, found.ask.words.strip()
    if not words:
        return f"There are no {told(ask)}." if ask.filtered else "This store has no records."
    if ask.types:
        return f"No record matches “{words}” among {told(ask)}."
    filters = filters_told(ask)
    among = f"with {filters}" if filters else "in the library"
    return f"No record {among} matches “{words}”."
