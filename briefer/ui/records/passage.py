"""The source passage beside the form: the attached text with the words marked, else what is known.

In: a text and where words stand in it. Out: `chosen` with the words that the user takes. Only a
part of a very long text is shown, around the passage.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QTextEdit, QVBoxLayout
from typing_extensions import override

from briefer.citations.styles.pinpoints import pinpoint
from briefer.records import Citation
from briefer.store import AttachedText
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label, Line
from briefer.ui.widgets.surface import Surface

_MOST_SHOWN = 200_000


class PassagePanel(Surface, Styled):
    """The text of the source looked at."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "app", edges="l")
        self.setAccessibleName("Source passage")
        self._text: AttachedText | None = None
        self._first = 0
        self._span = (0, 0)
        self.title = Label(look, "Source passage", role="heading")
        self.name = Line(look, role="meta", tone="text2")
        self.words = QPlainTextEdit()
        look.dress(self.words)
        self.words.setReadOnly(True)
        self.words.setAccessibleName("Text of the source")
        self.words.setTabChangesFocus(True)
        self.lacking = Label(look, role="small", tone="text2", wrap=True)
        self.use = Button(look, "Use selection as quotation", icon="blockquote")
        self.use.setEnabled(False)
        self.use.clicked.connect(self._choose)
        self.words.selectionChanged.connect(self._tell_selection)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.title)
        self._column.addWidget(self.name)
        self._column.addWidget(self.words, 1)
        self._column.addWidget(self.lacking)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.use)
        self._foot.addStretch(1)
        self._column.addLayout(self._foot)
        self._column.addStretch(0)
        self.show_nothing(())
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take font and margins from the look."""
        px = self.look.px
        self.words.setFont(self.look.font("small"))
        self._column.setContentsMargins(px(18), px(14), px(18), px(14))
        self._column.setSpacing(px(8))
        self._mark_again()

    def show_text(self, text: AttachedText, name: str, *, span: tuple[int, int] = (0, 0)) -> None:
        """Show the text of a source, the passage from `span` marked and in sight."""
        first = max(0, min(span[0] - _MOST_SHOWN // 2, len(text.text) - _MOST_SHOWN))
        if text != self._text or first != self._first:
            self._text, self._first = text, first
            self.words.setPlainText(text.text[first : first + _MOST_SHOWN])
        cut = "" if len(text.text) <= _MOST_SHOWN else ", a part of it"
        self.name.set_text(f"{name}  ·  {text.name}{cut}")
        self._span = span
        self._mark_again()
        self._show(True)

    def show_nothing(self, citations: tuple[tuple[str, Citation], ...]) -> None:
        """Say what is known where no text is attached: places and the words cited."""
        self._text = None
        self._span = (0, 0)
        lines = [_told(name, citation) for name, citation in citations]
        self.name.set_text("No text attached")
        hint = (
            "Attach the text of a source in Library, Sources, and quotations are checked against"
            " it here, word by word."
        )
        self.lacking.setText("\n\n".join([*lines, hint]))
        self._show(False)

    def _show(self, held: bool) -> None:
        self.words.setVisible(held)
        self.use.setVisible(held)
        self.lacking.setVisible(not held)
        self._column.setStretch(self._column.count() - 1, 0 if held else 1)

    def _mark_again(self) -> None:
        start, stop = (place - self._first for place in self._span)
        if self._text is None or stop <= start:
            self.words.setExtraSelections([])
            return
        cursor = QTextCursor(self.words.document())
        cursor.setPosition(start)
        cursor.setPosition(stop, QTextCursor.MoveMode.KeepAnchor)
        marked = QTextCharFormat()
        marked.setBackground(self.look.color("mark"))
        marked.setForeground(self.look.color("mark_text"))
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = cursor, marked
        self.words.setExtraSelections([selection])
        place = QTextCursor(self.words.document())
        place.setPosition(start)
        self.words.setTextCursor(place)
        self.words.centerCursor()

    def _tell_selection(self) -> None:
        self.use.setEnabled(self.words.textCursor().hasSelection())

    def _choose(self) -> None:
        words = self.words.textCursor().selectedText()
        self.chosen.emit(" ".join(words.replace("\N{PARAGRAPH SEPARATOR}", "\n").split()))


def _told(name: str, citation: Citation) -> str:
    at = pinpoint(citation.locator)
    place = f", {at}" if at else ""
    words = f"\n“{citation.quote.exact}”" if citation.quote else ""
    return f"{name}{place}{words}"
