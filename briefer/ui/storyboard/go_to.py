"""Ctrl G: go to a slide by its number, or by words of its title."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from briefer.layout.boxes import Page
from briefer.ui.dialogs.sheet import Sheet
from briefer.ui.theme import Look
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label, Line


class GoToDialog(Sheet):
    """A field for a number or words; below it the slide that is meant. `chosen` carries it."""

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None, pages: Sequence[Page]) -> None:
        super().__init__(look, parent, "Go to slide")
        self._pages = pages
        px = look.px
        words = f"Number from 1 to {len(pages)}, or words of the title"
        self.field = QLineEdit()
        look.dress(self.field)
        self.field.setFont(look.font("body"))
        self.field.setMinimumHeight(px(34))
        self.field.setAccessibleName(words)
        label = Label(look, words, role="meta", tone="text2")
        label.setBuddy(self.field)
        self.found = Line(look, role="meta", tone="text2")
        column = QVBoxLayout(self.body)
        column.setContentsMargins(px(22), px(16), px(22), px(18))
        column.setSpacing(px(6))
        for widget in (label, self.field, self.found):
            column.addWidget(widget)
        cancel = Button(look, "Cancel", height=34)
        cancel.clicked.connect(self.reject)
        self.add_button(cancel)
        self.keep = Button(look, "Go", weight="primary", height=34)
        self.keep.clicked.connect(self._apply)
        self.add_button(self.keep, main=True)
        self.field.textChanged.connect(self._check)
        self.arrange(420)
        self._check()

    def meant(self) -> Page | None:
        """Return the slide that is meant by what was typed, or None."""
        typed = self.field.text().strip()
        if typed.isdecimal():
            return next((page for page in self._pages if page.number == int(typed)), None)
        words = typed.casefold().split()
        titles = ((page, page.title.casefold()) for page in self._pages)
        fits = (page for page, title in titles if all(word in title for word in words))
        return next(fits, None) if words else None

    def _check(self) -> None:
        page, typed = self.meant(), self.field.text().strip()
        self.keep.setEnabled(page is not None)
        if page is not None:
            self.found.set_text(f"{page.number}  {page.title}", tone="text2")
            return
        last = len(self._pages)
        flaw = f"There is no slide {typed}; the last one is {last}."
        if not typed.isdecimal():
            flaw = f"No title says “{typed}”. Type other words, or a number." if typed else " "
        self.found.set_text(flaw, tone="danger" if typed else "text2")
        self.field.setAccessibleDescription(flaw.strip())

    def _apply(self) -> None:
        page = self.meant()
        if page is not None:
            self.chosen.emit(page)
            self.finish()
