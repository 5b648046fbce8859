"""Every key there is, from the table of commands."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget
from typing_extensions import override

from briefer.ui.actions import COMMANDS, OTHER_KEYS
from briefer.ui.dialogs.sheet import Sheet
from briefer.ui.paint import CENTER, box, line_height, painting, text, text_width
from briefer.ui.theme import Look
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label


class ShortcutsDialog(Sheet):
    """Commands and their keys, by menu and panel."""

    def __init__(self, look: Look, parent: QWidget | None) -> None:
        super().__init__(look, parent, "Keyboard shortcuts", "Everything works without a mouse.")
        px = look.px
        grid = QGridLayout(self.body)
        grid.setContentsMargins(px(22), px(14), px(22), px(18))
        grid.setHorizontalSpacing(px(24))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(0, 1)
        for row, (heading, words, keys) in enumerate(shortcut_lines()):
            if heading:
                grid.addWidget(Label(look, heading, role="heading"), row, 0)
                continue
            grid.addWidget(Label(look, words, role="small", tone="text2", wrap=True), row, 0)
            grid.addWidget(_Keys(look, keys), row, 1, Qt.AlignmentFlag.AlignRight)
        close = Button(look, "Close", weight="primary", height=34)
        close.clicked.connect(self.finish)
        self.add_button(close, main=True)
        self.arrange(560, 560)


def shortcut_lines() -> Iterator[tuple[str, str, str]]:
    """Yield (heading, "", "") before the lines ("", what, keys) of each menu and panel."""
    group = ""
    rows = [
        (command.menu, command.words.replace("&", "").rstrip("…"), " or ".join(command.keys))
        for command in COMMANDS
        if command.keys
    ]
    others = [(panel, what, keys) for panel, keys, what in OTHER_KEYS]
    for heading, what, keys in (*rows, *others):
        if heading != group:
            group = heading
            yield heading, "", ""
        yield "", what, keys


class _Keys(QWidget):
    """Keys as they stand on a keyboard."""

    def __init__(self, look: Look, keys: str) -> None:
        super().__init__()
        self._look = look
        self._keys = keys
        self.setAccessibleName(keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        font = self._look.font("micro")
        width = text_width(self._keys, font) + self._look.px(14)
        return QSize(round(width + 1), line_height(font) + self._look.px(5))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        with painting(self) as painter:
            area = QRectF(self.rect())
            box(painter, area, look.px(4), fill=look.color("hover"), line=look.color("border"))
            text(painter, area, self._keys, look.font("micro"), look.color("text"), align=CENTER)
