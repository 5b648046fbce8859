"""Small inputs of a form: a word of a vocabulary, words to tick, yes or no, a picture.

In: a value. Out: `edited` while the user changes it. Must not know: the store, which record it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.records import Picture
from briefer.records.vocabulary import Vocabulary
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.checks import CheckBox
from briefer.ui.widgets.choice import Choice
from briefer.ui.widgets.fields import WordsField
from briefer.ui.widgets.filter_chip import FilterChip
from briefer.ui.widgets.flow import FlowLayout
from briefer.ui.widgets.pick_list import PickList
from briefer.ui.widgets.rows import Row

_LONG = 14
"""Longer vocabularies open as a list that scrolls and follows letters typed."""


class LineInput(QLineEdit, Styled):
    """One line of text."""

    edited = Signal()

    def __init__(self, look: Look, name: str, *, hint: str = "") -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.textEdited.connect(lambda _: self.edited.emit())
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take font and height from the look."""
        self._look.dress(self)
        self.setFont(self._look.font("body"))
        self.setMinimumHeight(self._look.px(34))

    def value(self) -> str:
        """Return the text."""
        return self.text()

    def show_value(self, value: object) -> None:
        """Show another text, from its beginning."""
        if value != self.text():
            self.setText(str(value or ""))
            self.setCursorPosition(0)


class WordsInput(WordsField):
    """Text on several lines; with its own undo, as a dialog's fields have."""

    changed = Signal()

    def __init__(self, look: Look, name: str, *, hint: str = "") -> None:
        super().__init__(look, name, lines=True)
        self.setPlaceholderText(hint)
        self.setUndoRedoEnabled(True)
        self.removeEventFilter(self._undo)
        self.edited.connect(lambda _: self.changed.emit())

    def value(self) -> str:
        """Return the text."""
        return self.toPlainText()

    def show_value(self, value: object) -> None:
        """Show another text."""
        self.show_words(str(value or ""))


class WordInput(Choice):
    """One word of a vocabulary, or none."""

    edited = Signal()

    def __init__(self, look: Look, name: str, words: Vocabulary, *, none: str) -> None:
        super().__init__(look, name)
        self.addItem(none, "")
        for word in words:
            self.addItem(words.label(word), word)
        self._list = PickList(look, self) if len(words) > _LONG else None
        if self._list is not None:
            self._list.ticked.connect(self._take)
            self._list.cleared.connect(lambda: self._take(0))
        self.activated.connect(lambda _: self.edited.emit())

    @override
    def showPopup(self) -> None:
        """Open the words, many of them as a list of its own."""
        if self._list is None:
            super().showPopup()
            return
        here = self.currentIndex()
        self._list.show_rows(
            [Row(self.itemText(row), checked=row == here) for row in range(self.count())]
        )
        self._list.open_at(self, self.accessibleName(), by_keyboard=True)
        self._list.list.set_row(here)
        self._list.list.scrollTo(self._list.list.currentIndex())

    def _take(self, row: int) -> None:
        if self._list is not None:
            self._list.hide()
        self.setCurrentIndex(row)
        self.activated.emit(row)
        self.setFocus()

    def value(self) -> str:
        """Return the word, "" for none."""
        return str(self.currentData() or "")

    def show_value(self, value: object) -> None:
        """Choose another word."""
        self.setCurrentIndex(max(0, self.findData(value or "")))


class TagsInput(QWidget, Styled):
    """Words of a vocabulary to tick in a list that opens."""

    edited = Signal()

    def __init__(self, look: Look, name: str, words: Vocabulary) -> None:
        super().__init__()
        self._look = look
        self._name = name
        self._words = words
        self._chosen: tuple[str, ...] = ()
        self.chip = FilterChip(look, "Choose")
        self.list = PickList(look, self)
        self._flow = FlowLayout(self)
        self._flow.addWidget(self.chip)
        self._crosses: list[Button] = []
        self.setFocusProxy(self.chip)
        self.chip.clicked.connect(self._open)
        self.list.ticked.connect(self._tick)
        self.list.cleared.connect(lambda: self._choose(()))
        self.list.closed.connect(lambda: self.chip.setFocus())
        self._show()

    @override
    def restyle(self) -> None:
        """Take the gap from the look."""
        self._flow.set_gap(self._look.px(6))

    def value(self) -> tuple[str, ...]:
        """Return the words ticked, in the order they were."""
        return self._chosen

    def show_value(self, value: object) -> None:
        """Show other words."""
        self._chosen = tuple(value) if isinstance(value, tuple) else ()
        self._show()

    def _open(self) -> None:
        self._rows()
        self.list.open_at(self.chip, self._name, by_keyboard=True)

    def _tick(self, row: int) -> None:
        word = tuple(self._words)[row]
        chosen = self._chosen
        self._choose(tuple(w for w in chosen if w != word) if word in chosen else (*chosen, word))

    def _choose(self, words: Sequence[str]) -> None:
        self._chosen = tuple(words)
        self._rows()
        self._show()
        self.edited.emit()

    def _rows(self) -> None:
        rows = [Row(self._words.label(w), checked=w in self._chosen) for w in self._words]
        self.list.show_rows(rows)

    def _show(self) -> None:
        for cross in self._crosses:
            self._flow.removeWidget(cross)
            cross.deleteLater()
        self._crosses = []
        for word in self._chosen:
            label = self._words.label(word)
            cross = Button(self._look, label, name=f"Take away {label}", height=26, trailing="x")
            cross.setToolTip(f"Take away {label}")
            cross.clicked.connect(lambda _=False, word=word: self._take_away(word))
            self._flow.addWidget(cross)
            self._crosses.append(cross)
        self.chip.setAccessibleName(f"{self._name}: {self._said()}. Down opens the list")
        self.updateGeometry()

    def _take_away(self, word: str) -> None:
        self._choose(tuple(w for w in self._chosen if w != word))
        self.chip.setFocus()

    def _said(self) -> str:
        return ", ".join(self._words.label(w) for w in self._chosen) or "none"


class FlagInput(CheckBox):
    """Yes or no."""

    edited = Signal()

    def __init__(self, look: Look, words: str) -> None:
        super().__init__(look, words)
        self.clicked.connect(lambda _: self.edited.emit())

    def value(self) -> bool:
        """Return whether it is ticked."""
        return self.isChecked()

    def show_value(self, value: object) -> None:
        """Tick it or not."""
        self.setChecked(bool(value))


class PictureInput(QWidget, Styled):
    """A picture's file name, what it shows, and its licence."""

    edited = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.file = LineInput(look, f"{name}, file", hint="File in the folder “pictures”")
        self.alt = LineInput(look, f"{name}, what it shows", hint="What it shows")
        self.licence = LineInput(look, f"{name}, licence", hint="Licence")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for field in (self.file, self.alt, self.licence):
            self._column.addWidget(field)
            field.edited.connect(self.edited)
        self.setFocusProxy(self.file)

    @override
    def restyle(self) -> None:
        """Take the gap from the look."""
        self._column.setSpacing(self._look.px(5))

    def value(self) -> Picture | None:
        """Return the picture, None without a file."""
        file, alt = self.file.text().strip(), self.alt.text().strip()
        licence = self.licence.text().strip() or None
        return Picture(file, alt, licence) if file else None

    def show_value(self, value: object) -> None:
        """Show another picture."""
        picture = value if isinstance(value, Picture) else None
        self.file.show_value(picture.file if picture else "")
        self.alt.show_value(picture.alt if picture else "")
        self.licence.show_value(picture.licence if picture else "")
