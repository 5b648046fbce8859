"""The row on top: mark, menus, the briefing's name, undo and redo, export."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QMenuBar, QSizePolicy, QWidget
from typing_extensions import override

from briefer.ui.actions import Actions
from briefer.ui.menus import Menus
from briefer.ui.paint import box, painting, ring, text, text_width
from briefer.ui.palette.button import PaletteButton
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.surface import Surface

_WORDS_FROM = 1060
"""Effective width, in px, from which the buttons at the right have words."""


class Header(Surface, Styled):
    """The menu widget of the window."""

    def __init__(self, look: Look, actions: Actions, menus: Menus) -> None:
        super().__init__(look, "panel", edges="b")
        self.bar = QMenuBar()
        self.bar.setNativeMenuBar(False)
        self.bar.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.bar.setAccessibleName("Menus")
        menus.fill(self.bar)
        self._folded: QMenu = menus.folded(self)
        self.menu_button = Button(look, "Menu", icon="menu-2", weight="quiet", height=34)
        self.menu_button.clicked.connect(self._open_menu)
        self.name = NameButton(look)
        self.undo = Button(look, icon="arrow-back-up", weight="quiet", name="Undo", height=34)
        self.redo = Button(look, icon="arrow-forward-up", weight="quiet", name="Redo", height=34)
        self.commands = PaletteButton(look, actions["commands"])
        self.present = Button(look, "Present", icon="player-play")
        self.export = Button(look, "Export", icon="upload", weight="primary")
        bound = (self.undo, self.redo, self.present, self.export)
        for button, name in zip(bound, ("undo", "redo", "present", "export"), strict=True):
            button.bind(actions[name])
        self.name.clicked.connect(actions["details"].trigger)
        self._lay_out()
        self.restyle()

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._left, self._right = QHBoxLayout(), QHBoxLayout()
        self.mark = _Mark(self.look)
        self._left.addWidget(self.mark)
        self._left.addWidget(self.bar)
        self._left.addWidget(self.menu_button)
        self._left.addStretch(1)
        self._right.addStretch(1)
        for button in (self.undo, self.redo, self.commands, self.present, self.export):
            self._right.addWidget(button)
        self._grid.addLayout(self._left, 0, 0)
        self._grid.addWidget(self.name, 0, 1)
        self._grid.addLayout(self._right, 0, 2)
        for column, stretch in ((0, 1), (2, 1)):
            self._grid.setColumnStretch(column, stretch)

    @override
    def restyle(self) -> None:
        """Take fonts, margins and height from the look."""
        px = self.look.px
        self.bar.setFont(self.look.font("small"))
        self._grid.setContentsMargins(px(12), 0, px(12), 1)
        self._grid.setHorizontalSpacing(px(8))
        self._left.setSpacing(px(10))
        self._right.setSpacing(px(6))
        self.setFixedHeight(px(48))
        self._fold()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show icons alone where the menus need the room."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        narrow = self.width() * 100 // self.look.scale < _WORDS_FROM
        self.commands.set_narrow(narrow)
        self.present.set_narrow(narrow)
        self.bar.setMinimumWidth(self.bar.sizeHint().width())

    def set_narrow(self, narrow: bool) -> None:
        """Fold the menus into one button where room is short."""
        self.bar.setVisible(not narrow)
        self.menu_button.setVisible(narrow)

    def _open_menu(self) -> None:
        self._folded.popup(self.menu_button.mapToGlobal(QPoint(0, self.menu_button.height())))


class NameButton(Button):
    """The briefing's name; it shortens where room is short and opens the details."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Untitled briefing", icon="presentation", weight="quiet")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_name(self, name: str) -> None:
        """Show a name."""
        shown = name or "Untitled briefing"
        self.set_words(shown, name=f"Briefing details: {shown}")
        self.setToolTip(f"{shown}\nTitle, audience, date")

    @override
    def sizeHint(self) -> QSize:
        """Return the size of the whole name."""
        width = text_width(self.text(), self.look.font("heading")) + self.look.px(22 + 18 + 16)
        return QSize(round(width + 2), self.look.px(30))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the least room for a name."""
        return QSize(self.look.px(90), self.look.px(30))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon, name and pencil."""
        look, px, dpr = self.look, self.look.px, self.devicePixelRatioF()
        with painting(self) as painter:
            area = QRectF(self.rect())
            if self.underMouse():
                box(painter, area, px(6), fill=look.color("hover"))
            y = round((area.height() - px(16)) / 2)
            painter.drawPixmap(px(8), y, look.icon("presentation", "text2", 16, dpr=dpr))
            room = area.adjusted(px(30), 0, -px(26), 0)
            font = look.font("heading")
            taken = text(painter, room, self.text(), font, look.color("text"))
            pencil = look.icon("pencil", "text3", 14, dpr=dpr)
            painter.drawPixmap(round(room.left() + taken) + px(6), y + px(1), pencil)
            if self.ringed:
                ring(painter, area, px(6), look.color("focus"))


class _Mark(QWidget, Styled):
    """The mark of the program: a page with a bar and lines."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName("Briefer")
        self.restyle()

    @override
    def restyle(self) -> None:
        self.setFixedSize(self._look.px(26), self._look.px(26))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, unit = self._look, self.width() / 26
        contrast = look.shown == "contrast"
        with painting(self) as painter:
            fill = look.color("app" if contrast else "accent_solid")
            line = look.color("focus") if contrast else None
            box(painter, QRectF(self.rect()), 6 * unit, fill=fill, line=line, width=1.5)
            ink = look.color("focus" if contrast else "on_accent")
            painter.fillRect(QRectF(6.5 * unit, 6.5 * unit, 3 * unit, 13 * unit), ink)
            for top, width in ((6.5, 8.0), (11.6, 6.0), (16.7, 8.0)):
                bar = QRectF(11.5 * unit, top * unit, width * unit, 2.8 * unit)
                painter.fillRect(bar, ink)
