"""Every key there is, from the table of commands; a field above finds some of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.ui.actions import COMMANDS, OTHER_KEYS
from briefer.ui.dialogs.sheet import Sheet
from briefer.ui.paint import CENTER, box, line_height, painting, text, text_width
from briefer.ui.palette.entries import plain
from briefer.ui.shortcuts.rules import shown_keys
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.announce import announce
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label

KeysOf = Callable[[str], tuple[str, ...]]
"""The keys that a command has now."""


class ShortcutsDialog(Sheet):
    """Commands and their keys, by menu and panel."""

    change_wanted = Signal()
    """The keys are to be changed; the dialog is closed."""

    def __init__(self, look: Look, parent: QWidget | None, keys_of: KeysOf) -> None:
        super().__init__(look, parent, "Keyboard shortcuts", "Everything works without a mouse.")
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        self.page = KeysPage(look, keys_of)
        column.addWidget(self.page)
        column.addStretch(1)
        self.change = Button(look, "Change keys…", height=34)
        self.change.clicked.connect(self._change)
        self.add_button(self.change)
        close = Button(look, "Close", weight="primary", height=34)
        close.clicked.connect(self.finish)
        self.add_button(close, main=True)
        self.arrange(600, 620)
        self.page.field.setFocus()

    def _change(self) -> None:
        self.finish()
        self.change_wanted.emit()


class KeysPage(QWidget, Styled):
    """The lines, and a field that leaves those that match."""

    def __init__(self, look: Look, keys_of: KeysOf) -> None:
        super().__init__()
        self._look = look
        self._keys_of = keys_of
        self.setAccessibleName("Keyboard")
        self.field = QLineEdit()
        look.dress(self.field)
        self.field.setAccessibleName("Find a key or command")
        self.field.setPlaceholderText("Find a key or command")
        self.none = Label(look, "No key or command matches.", tone="text2")
        self._column = QVBoxLayout(self)
        self._grid = QGridLayout()
        self._column.addWidget(self.field)
        self._column.addLayout(self._grid)
        self._column.addWidget(self.none)
        self._rows: list[tuple[str, str, str, tuple[QWidget, ...]]] = []
        self._fill()
        self.field.textChanged.connect(self.show_matching)
        self.show_matching("")
        self.restyle()

    def _fill(self) -> None:
        look = self._look
        self._grid.setColumnStretch(0, 1)
        group = ""
        for row, (heading, words, keys) in enumerate(shortcut_lines(self._keys_of)):
            widgets: tuple[QWidget, ...]
            if heading:
                group = heading
                widgets = (Label(look, heading, role="heading"),)
            else:
                label = Label(look, words, role="small", tone="text2", wrap=True)
                widgets = (label, _Keys(look, keys))
                self._grid.addWidget(widgets[1], row, 1, Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(widgets[0], row, 0)
            self._rows.append((group, words, keys, widgets))

    @override
    def restyle(self) -> None:
        """Take fonts and margins from the look."""
        px = self._look.px
        self.field.setFont(self._look.font("body"))
        self.field.setMinimumHeight(px(34))
        self._column.setContentsMargins(px(22), px(14), px(22), px(18))
        self._column.setSpacing(px(12))
        self._grid.setHorizontalSpacing(px(24))
        self._grid.setVerticalSpacing(px(6))

    def shown(self) -> tuple[str, ...]:
        """Return what the lines say that are left."""
        return tuple(
            words for _, words, _, parts in self._rows if words and not parts[0].isHidden()
        )

    def show_matching(self, typed: str) -> None:
        """Leave the lines whose words, keys or heading match what was typed."""
        kept: set[str] = set()
        wanted = typed.casefold().split()
        for group, words, keys, parts in self._rows:
            text = f"{words} {keys} {group}".casefold()
            fits = bool(words) and all(word in text for word in wanted)
            for part in parts:
                part.setVisible(fits)
            if fits:
                kept.add(group)
        for group, words, _, parts in self._rows:
            if not words:
                parts[0].setVisible(group in kept)
        self.none.setVisible(not kept)
        if typed:
            count = len(self.shown())
            announce(self.field, f"{count} keys" if count else self.none.text())


def shortcut_lines(keys_of: KeysOf) -> Iterator[tuple[str, str, str]]:
    """Yield (heading, "", "") before the lines ("", what, keys) of each menu and panel."""
    group = ""
    rows = [
        (command.menu, plain(command.words), " or ".join(map(shown_keys, keys_of(command.name))))
        for command in COMMANDS
        if keys_of(command.name)
    ]
    order = list(dict.fromkeys(menu for menu, _, _ in rows))
    rows.sort(key=lambda row: order.index(row[0]))
    others = [(panel, what, keys) for panel, keys, what in OTHER_KEYS]
    panels = list(dict.fromkeys(panel for panel, _, _ in others))
    others.sort(key=lambda row: panels.index(row[0]))
    named = {menu: f"{menu} menu" for menu in order}
    for place, what, keys in (*((named[m], w, k) for m, w, k in rows), *others):
        if place != group:
            group = place
            yield place, "", ""
        yield "", what, keys


class _Keys(QWidget):
    """Keys as they stand on a keyboard."""

    def __init__(self, look: Look, keys: str) -> None:
        super().__init__()
        self._look = look
        self._keys = keys
        self.setAccessibleName(keys)
        self.setToolTip(keys)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        font = self._look.font("micro")
        width = text_width(self._keys, font) + self._look.px(14)
        return QSize(round(width + 1), line_height(font) + self._look.px(5))

    @override
    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(min(whole.width(), self._look.px(90)), whole.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        with painting(self) as painter:
            area = QRectF(self.rect())
            box(painter, area, look.px(4), fill=look.color("hover"), line=look.color("border"))
            room = area.adjusted(look.px(6), 0, -look.px(6), 0)
            text(painter, room, self._keys, look.font("micro"), look.color("text"), align=CENTER)
