"""Parts of the settings dialog: a page with labelled fields, and the buttons that lead to pages."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.choice import Choice
from briefer.ui.widgets.labels import Label

_GAP = 8
"""Between a field and the next, in px."""


class Page(QWidget, Styled):
    """Labelled fields below each other."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        self.column = QVBoxLayout(self)
        self._fixed: list[QWidget] = []
        self._spaces: list[QSpacerItem] = []
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take margins and heights from the look."""
        px = self._look.px
        self.column.setContentsMargins(px(22), px(18), px(22), px(18))
        self.column.setSpacing(px(6))
        for widget in self._fixed:
            widget.setFont(self._look.font("body"))
            widget.setMinimumHeight(px(34))
        for space in self._spaces:
            space.changeSize(0, px(_GAP))
        self.column.invalidate()

    def say(self, words: str, *, role: str = "body", tone: str = "text2") -> Label:
        """Add words and return their label."""
        label = Label(self._look, words, role=role, tone=tone, wrap=True)
        self.column.addWidget(label)
        return label

    def field(self, words: str, widget: QWidget, *, hint: str = "") -> None:
        """Add a field under its name; the hint is read as its description."""
        label = Label(self._look, words, role="meta", tone="text2")
        label.setBuddy(widget)
        self.column.addWidget(label)
        self.column.addWidget(widget)
        if isinstance(widget, QLineEdit):
            self._fixed.append(widget)
            widget.setAccessibleName(words)
        self.hint(hint, widget)
        self.space()
        self.restyle()

    def box(self, widget: QWidget, *, hint: str = "") -> None:
        """Add a box to tick, or buttons."""
        self.column.addWidget(widget)
        self.hint(hint, widget)
        self.space()

    def hint(self, words: str, widget: QWidget) -> None:
        """Add what explains a field."""
        if words:
            self.say(words, role="meta")
            widget.setAccessibleDescription(words)

    def space(self) -> None:
        """Leave room before the next field."""
        space = QSpacerItem(0, self._look.px(_GAP))
        self._spaces.append(space)
        self.column.addSpacerItem(space)


class Options(Choice):
    """A choice among values, each with its words."""

    def __init__(self, look: Look, name: str, values: Iterable[tuple[str | int, str]]) -> None:
        super().__init__(look, name)
        self._values = tuple(values)
        self.addItems([words for _, words in self._values])

    @property
    def value(self) -> str | int:
        """The value that is chosen."""
        return self._values[self.currentIndex()][0]

    def show_value(self, value: str | int) -> None:
        """Show another value."""
        for row, (own, _) in enumerate(self._values):
            if own == value:
                self.setCurrentIndex(row)


class PageButton(Button):
    """Leads to a page of the settings; as wide as all of its kind."""

    def __init__(self, look: Look, words: str, *, icon: str) -> None:
        super().__init__(look, words, icon=icon, weight="quiet", height=32)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        """Return the size that all of them have."""
        size = super().sizeHint()
        return QSize(max(size.width(), self.look.px(136)), size.height())
