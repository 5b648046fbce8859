"""The page of the settings that changes keys: commands with their keys, found by a field.

In: the key map. Out: other keys, at once. Must not know: where keys are kept.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.ui.actions import COMMANDS, Command
from briefer.ui.dialogs.sheet import Sheet
from briefer.ui.palette.entries import plain
from briefer.ui.shortcuts.keymap import KeyMap
from briefer.ui.shortcuts.recorder import Recorder
from briefer.ui.shortcuts.rules import shown_keys, why_not
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.announce import announce
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.flow import FlowLayout
from briefer.ui.widgets.labels import Label
from briefer.ui.widgets.rows import ROW, Row, RowList

_MOST, _FEWEST = 8, 4
"""Rows that are seen at once, at the usual and at the largest text size."""
_HELP = "Choose a command, press Enter, then the new keys. They count at once."


class ShortcutsPage(QWidget, Styled):
    """A field, the commands, and what can be done with the keys of the one chosen."""

    def __init__(self, look: Look, keymap: KeyMap) -> None:
        super().__init__()
        self._look = look
        self._keymap = keymap
        self._wanted = ""
        self._listed: list[Command] = []
        self.setAccessibleName("Keyboard")
        self.help = Label(look, _HELP, role="meta", tone="text2", wrap=True)
        self.field = QLineEdit()
        look.dress(self.field)
        self.field.setAccessibleName("Find a command or its keys")
        self.field.setPlaceholderText("Find a command or its keys")
        self.list = _Commands(look, "Commands and their keys")
        self.none = Label(look, "No command matches.", tone="text2")
        self.command = Label(look, role="heading", wrap=True)
        self.recorder = Recorder(look)
        self.clear = Button(look, "No key", weight="quiet", height=34)
        self.reset = Button(look, "Reset", weight="quiet", height=34)
        self.told = Label(look, role="small", tone="text2", wrap=True)
        self.move_here = Button(look, "Move the keys here", weight="primary")
        self.leave = Button(look, "Leave them there")
        self.reset_all = Button(look, "Reset all keys", icon="rotate")
        self._lay_out()
        self._connect()
        self.restyle()
        self.show_matching("")

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        for widget in (self.help, self.field, self.list, self.none, self.command):
            self._column.addWidget(widget)
        self._flows = []
        for row in ((self.recorder, self.clear, self.reset), (self.move_here, self.leave)):
            flow = FlowLayout()
            self._flows.append(flow)
            for button in row:
                button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                flow.addWidget(button)
        self._column.addLayout(self._flows[0])
        self._column.addWidget(self.told)
        self._column.addLayout(self._flows[1])
        self._column.addWidget(self.reset_all)
        self.command.setBuddy(self.recorder)

    def _connect(self) -> None:
        self.field.textChanged.connect(self.show_matching)
        self.field.returnPressed.connect(self.list.setFocus)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_command())
        self.list.opened.connect(self._begin)
        self.list.doubleClicked.connect(lambda _: self._begin())
        self.recorder.clicked.connect(lambda _: self._ask())
        self.recorder.recorded.connect(self._take)
        self.recorder.given_up.connect(lambda: self._tell(""))
        self.clear.clicked.connect(lambda _: self._clear())
        self.reset.clicked.connect(lambda _: self._reset())
        self.reset_all.clicked.connect(lambda _: self._reset_all())
        self.move_here.clicked.connect(lambda _: self._move())
        self.leave.clicked.connect(lambda _: self._leave())
        self._keymap.changed.connect(self._refresh)

    @override
    def restyle(self) -> None:
        """Take fonts, margins and heights from the look."""
        px = self._look.px
        self.field.setFont(self._look.font("body"))
        self.field.setMinimumHeight(px(34))
        self.list.setFixedHeight(px(ROW) * max(_FEWEST, _MOST * 100 // self._look.scale))
        self._column.setContentsMargins(px(22), px(14), px(22), px(18))
        self._column.setSpacing(px(8))
        for flow in self._flows:
            flow.set_gap(px(8))

    # The list

    def show_matching(self, typed: str) -> None:
        """List the commands whose words, menu or keys match what was typed."""
        wanted = typed.casefold().split()
        chosen = self._chosen
        self._listed = [c for c in COMMANDS if all(word in self._text(c) for word in wanted)]
        self._fill()
        names = [command.name for command in self._listed]
        self.list.set_row(names.index(chosen) if chosen in names else min(0, len(names) - 1))
        self.none.setVisible(not names)
        self.list.setVisible(bool(names))
        self._show_command()
        if typed:
            announce(self.field, f"{len(names)} commands" if names else self.none.text())

    def choose(self, name: str) -> None:
        """Choose a command."""
        self.list.set_row([command.name for command in self._listed].index(name))

    @property
    def _chosen(self) -> str:
        row = self.list.row
        return self._listed[row].name if 0 <= row < len(self._listed) else ""

    def _fill(self) -> None:
        self.list.rows.show([Row(said(c), note=self._note(c)) for c in self._listed])

    def _note(self, command: Command) -> str:
        keys = self._shown(command.name)
        return f"changed  ·  {keys}" if self._keymap.is_changed(command.name) else keys

    def _shown(self, name: str) -> str:
        keys = self._keymap.keys(name)
        return " or ".join(map(shown_keys, keys)) if keys else "No key"

    def _text(self, command: Command) -> str:
        return f"{said(command)} {self._note(command)}".casefold()

    def _refresh(self) -> None:
        self._fill()
        self._show_command()

    def _show_command(self) -> None:
        name = self._chosen
        for widget in (self.command, self.recorder, self.clear, self.reset):
            widget.setVisible(bool(name))
        self._tell("")
        if name:
            words = said(self._listed[self.list.row])
            self.command.setText(words)
            self.recorder.show_keys(self._shown(name), words)
            self.clear.setEnabled(bool(self._keymap.keys(name)))
            self.reset.setEnabled(self._keymap.is_changed(name))
            self.clear.setAccessibleName(f"No key for {words}")
            self.reset.setAccessibleName(f"Reset the keys of {words}")
        self.reset_all.setEnabled(self._keymap.any_changed)

    # Changing

    def _begin(self) -> None:
        if self._chosen:
            self.recorder.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.recorder.wait(True)
            self._ask()

    def _ask(self) -> None:
        if self.recorder.waiting:
            self._tell("Press the new keys; Escape leaves them as they are.")

    def _take(self, keys: str) -> None:
        """Give the command the keys that were pressed, or tell why not."""
        name = self._chosen
        if keys in self._keymap.keys(name):
            self._tell(f"{shown_keys(keys)} is its key already.")
            return
        reason = why_not(keys, name)
        if reason:
            self._tell(reason, tone="danger")
            return
        owner = self._keymap.owner(keys, besides=name)
        if owner:
            self._wanted = keys
            other = said(next(command for command in COMMANDS if command.name == owner))
            self._tell(f"{shown_keys(keys)} belongs to “{other}”.", tone="danger", asking=True)
            self.leave.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self._give(keys)

    def _give(self, keys: str) -> None:
        name = self._chosen
        self._keymap.give(name, (keys,))
        self._tell(f"{self.command.text()} now has {shown_keys(keys)}.")

    def _move(self) -> None:
        keys = self._wanted
        self._back_to_list()
        self._give(keys)

    def _leave(self) -> None:
        self._back_to_list()
        self._tell("Nothing was changed.")

    def _clear(self) -> None:
        words = self.command.text()
        self._back_to_list()
        self._keymap.give(self._chosen, ())
        self._tell(f"{words} has no key now; menus and the palette have it.")

    def _reset(self) -> None:
        name = self._chosen
        self._back_to_list()
        self._keymap.reset(name)
        self._tell(f"{self.command.text()} has its usual key again: {self._shown(name)}.")

    def _reset_all(self) -> None:
        self._back_to_list()
        self._keymap.reset_all()
        self._tell("All commands have their usual keys again.")

    def _back_to_list(self) -> None:
        """Put the keyboard on the list, before the button that has it is gone."""
        target = self.list if self.list.isVisible() else self.field
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self, words: str, *, tone: str = "text2", asking: bool = False) -> None:
        self.told.set_tone(tone)
        self.told.setText(words)
        self.told.setVisible(bool(words))
        self.recorder.set_flaw(words if tone == "danger" else "")
        for button in (self.move_here, self.leave):
            button.setVisible(asking)
        if words:
            announce(self.recorder, words)
            QTimer.singleShot(0, self, lambda: self._reveal(asking=asking))

    def _reveal(self, *, asking: bool) -> None:
        """Scroll to what was told, or asked."""
        dialog = self.window()
        if isinstance(dialog, Sheet):
            dialog.reveal(self.leave if asking else self.told)


class _Commands(RowList):
    """The commands; Enter and Space ask for keys, the list shows where the keyboard is."""

    opened = Signal()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        self.ringing = True
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard was, without the ring."""
        self.ringing = False
        super().focusOutEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for keys with Enter and Space, else move."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
            return
        super().keyPressEvent(event)


def said(command: Command) -> str:
    """Return a command as the page calls it: its menu and its words."""
    return f"{place_of(command)}: {plain(command.words)}"


def place_of(command: Command) -> str:
    """Return the menu that a command is found in."""
    if command.menu:
        return command.menu
    return "Library" if command.name.startswith("new-record-") else "View"
