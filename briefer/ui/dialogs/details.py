"""What is printed about the briefing as a whole: title, subtitle, audience, date, marking."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from briefer.storyboard.briefing import Briefing
from briefer.ui.dialogs.sheet import Sheet
from briefer.ui.theme import Look
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label

_FIELDS = (
    ("title", "Title"),
    ("subtitle", "Subtitle"),
    ("audience", "Audience"),
    ("date", "Date, as it is to be printed"),
    ("marking", "Marking, printed on every slide; empty for none"),
)


class DetailsDialog(Sheet):
    """A field for each setting of the briefing; `chosen` carries those that were changed."""

    chosen = Signal(dict)

    def __init__(self, look: Look, parent: QWidget | None, briefing: Briefing) -> None:
        super().__init__(
            look, parent, "Briefing details", "They stand on the title slide and at the foot."
        )
        self._briefing = briefing
        self.fields: dict[str, QLineEdit] = {}
        px = look.px
        column = QVBoxLayout(self.body)
        column.setContentsMargins(px(22), px(16), px(22), px(18))
        column.setSpacing(px(5))
        for name, words in _FIELDS:
            field = QLineEdit(getattr(briefing, name))
            field.setCursorPosition(0)
            field.setFont(look.font("body"))
            field.setMinimumHeight(px(34))
            field.setAccessibleName(words)
            label = Label(look, words, role="meta", tone="text2")
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
            column.addSpacing(px(5))
            self.fields[name] = field
        cancel = Button(look, "Cancel", height=34)
        cancel.clicked.connect(self.reject)
        self.add_button(cancel)
        self.keep = Button(look, "Apply", weight="primary", height=34)
        self.keep.clicked.connect(self._apply)
        self.add_button(self.keep, main=True)
        self.arrange(520)

    def _apply(self) -> None:
        said = {name: field.text().strip() for name, field in self.fields.items()}
        changed = {
            name: words for name, words in said.items() if words != getattr(self._briefing, name)
        }
        if changed:
            self.chosen.emit(changed)
        self.finish()


class NameDialog(Sheet):
    """One name, for instance of a section; `chosen` carries it."""

    chosen = Signal(str)

    def __init__(
        self, look: Look, parent: QWidget | None, title: str, *, words: str, name: str = ""
    ) -> None:
        super().__init__(look, parent, title)
        px = look.px
        self.field = QLineEdit(name)
        self.field.setFont(look.font("body"))
        self.field.setMinimumHeight(px(34))
        self.field.setAccessibleName(words)
        label = Label(look, words, role="meta", tone="text2")
        label.setBuddy(self.field)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(px(22), px(16), px(22), px(18))
        column.setSpacing(px(5))
        column.addWidget(label)
        column.addWidget(self.field)
        cancel = Button(look, "Cancel", height=34)
        cancel.clicked.connect(self.reject)
        self.add_button(cancel)
        self.keep = Button(look, "OK", weight="primary", height=34)
        self.keep.clicked.connect(self._apply)
        self.add_button(self.keep, main=True)
        self.field.textChanged.connect(self._check)
        self.arrange(420)
        self._check()

    def _check(self) -> None:
        self.keep.setEnabled(bool(self.field.text().strip()))

    def _apply(self) -> None:
        self.chosen.emit(self.field.text().strip())
        self.finish()
