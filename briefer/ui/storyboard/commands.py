"""The commands of slides and sections: on what is chosen in the storyboard, each one undo step.

In: actions, the panel, the session. Out: edits. Must not know: how the panel shows them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from briefer.layout.boxes import Page
from briefer.storyboard import edits
from briefer.storyboard.edits import Edit
from briefer.ui.actions import Actions
from briefer.ui.session import Session
from briefer.ui.storyboard.carry import carried, copied
from briefer.ui.storyboard.go_to import GoToDialog
from briefer.ui.storyboard.panel import Mode, StoryboardPanel
from briefer.ui.storyboard.rows import Drop
from briefer.ui.storyboard.section_commands import SectionCommands
from briefer.ui.theme import Look

MODES: tuple[Mode, ...] = ("strip", "outline", "grid")
SIZE_ACTIONS = {"grid-small": "S", "grid-medium": "M", "grid-large": "L"}
_ON_SLIDES = ("duplicate", "section-left", "section-right", "cut", "copy")
_ON_ANYTHING = ("rename", "delete", "move-left", "move-right", "rename-section", "delete-section")
_ON_SECTIONS = {"section-up": -1, "section-down": 1}
Clip = Literal["cut", "copy", "paste"]


class StoryboardCommands(QObject):
    """Does with the chosen slides, or the chosen section, what the user asked for."""

    def __init__(
        self,
        look: Look,
        window: QWidget,
        session: Session,
        actions: Actions,
        panel: StoryboardPanel,
    ) -> None:
        super().__init__(window)
        self._look = look
        self._window = window
        self._session = session
        self._actions = actions
        self._panel = panel
        self._chosen = panel.chosen
        self.sections = SectionCommands(look, window, session, panel.chosen)
        self._connect()
        self._chosen.changed.connect(self.update_actions)
        session.briefing_changed.connect(self.update_actions)
        panel.mode_changed.connect(self._tick)
        panel.outline.stepped.connect(self.move)
        self._tick()
        self.update_actions()

    def _connect(self) -> None:
        does: dict[str, Callable[[], object]] = {
            "rename": self.rename,
            "duplicate": self.duplicate,
            "delete": self.delete,
            "cut": lambda: self._clip("cut"),
            "copy": lambda: self._clip("copy"),
            "paste": lambda: self._clip("paste"),
            "select-all": lambda: self._chosen.choose(range(len(session.briefing.cards))),
            "move-left": lambda: self.move(-1),
            "move-right": lambda: self.move(1),
            "section-left": lambda: self.move_to_section(-1),
            "section-right": lambda: self.move_to_section(1),
            "section": self.sections.ask,
            "rename-section": self.sections.ask_name,
            "delete-section": self.sections.delete,
            "section-up": lambda: self.sections.move(-1),
            "section-down": lambda: self.sections.move(1),
            "go-to": self.ask_slide,
        }
        session = self._session
        for name, do in does.items():
            self._actions[name].triggered.connect(lambda _=False, do=do: do())
        modes, sizes = QActionGroup(self), QActionGroup(self)
        for mode in MODES:
            action = modes.addAction(self._actions[mode])
            action.triggered.connect(lambda _=False, mode=mode: self._panel.set_mode(mode))
        for name, size in SIZE_ACTIONS.items():
            action = sizes.addAction(self._actions[name])
            action.triggered.connect(lambda _=False, size=size: self._show_size(size))
        for group in (modes, sizes):
            for action in group.actions():
                action.setCheckable(True)

    # Where things stand

    def _place(self) -> Drop:
        """Return where pasted slides go: behind those chosen, or to the end of the section."""
        briefing, cards, section = self._session.briefing, self._chosen.cards, self._chosen.section
        if section is not None:
            return Drop(self.sections.start(section + 1), section)
        if cards:
            return Drop(cards[-1] + 1, self.sections.home(cards[-1]))
        return Drop(len(briefing.cards))

    def _do(self, edit: Edit, count: int = 1) -> None:
        """Apply an edit and choose what it moved or brought."""
        self._session.do(edit)
        if edit.focus is not None and count:
            self._chosen.choose(range(edit.focus, edit.focus + count))

    # Slides

    def rename(self) -> None:
        """Edit the title: in the outline in place, else in the inspector."""
        if self._panel.mode == "outline" and self._panel.outline.isVisible():
            self._panel.outline.rename()
        elif self._chosen.section is not None:
            self.sections.ask_name()
        else:
            self._panel.title_wanted.emit()

    def duplicate(self) -> None:
        """Put copies of the chosen slides behind them."""
        cards = self._chosen.cards
        if cards:
            self._do(edits.duplicate_cards(self._session.briefing, cards), len(cards))

    def delete(self) -> None:
        """Delete the chosen slides, or the heading of the chosen section."""
        if self._chosen.section is not None:
            self.sections.delete()
        elif self._chosen.cards:
            self._do(edits.delete_cards(self._session.briefing, self._chosen.cards))

    def move(self, by: int) -> None:
        """Move the chosen slides by one place, or the chosen section past its neighbour."""
        cards = self._chosen.cards
        if self._chosen.section is not None:
            self.sections.move(by)
        elif cards:
            self._do(edits.step_cards(self._session.briefing, cards, by), len(cards))

    def move_to_section(self, by: int) -> None:
        """Move the chosen slides to the near end of the next or previous section."""
        cards, briefing = self._chosen.cards, self._session.briefing
        if not cards:
            return
        section = self.sections.home(cards[-1] if by > 0 else cards[0]) + by
        if 0 <= section < len(briefing.sections):
            self._do(edits.move_to_section(briefing, cards, section), len(cards))

    # Clipboard

    def _clip(self, what: Clip) -> None:
        """Cut, copy or paste: words where a field has the keyboard, else slides."""
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit):
            {"cut": field.cut, "copy": field.copy, "paste": field.paste}[what]()
        elif what == "paste":
            self.paste()
        else:
            self.copy(cut=what == "cut")

    def copy(self, *, cut: bool = False) -> None:
        """Put copies of the chosen slides on the clipboard; with `cut` take the slides away."""
        cards = self._chosen.cards
        if not cards:
            return
        QGuiApplication.clipboard().setMimeData(copied(self._session, cards))
        if cut:
            self._do(edits.delete_cards(self._session.briefing, cards, verb="Cut"))

    def paste(self) -> None:
        """Put the slides of the clipboard behind those chosen; other things are left alone."""
        file = carried(QGuiApplication.clipboard().mimeData())
        if file is not None:
            self._panel.drops.bring(file, self._place(), verb="Paste")

    # Going

    def ask_slide(self) -> None:
        """Ask to which slide to go."""
        built = self._session.built
        if built is None or not built.pages:
            return
        dialog = GoToDialog(self._look, self._window, built.pages)
        dialog.chosen.connect(self._go)
        dialog.open()

    def _go(self, page: Page) -> None:
        self._session.go(self._session.spot_of(page))

    def _show_size(self, size: str) -> None:
        self._panel.set_mode("grid")
        self._panel.set_grid_size(size)

    # Actions

    def _tick(self) -> None:
        """Tick the view and the size that are shown."""
        for mode in MODES:
            self._actions[mode].setChecked(self._panel.mode == mode)
        for name, size in SIZE_ACTIONS.items():
            self._actions[name].setChecked(self._panel.grid.size_name == size)

    def update_actions(self) -> None:
        """Disable what cannot be done with what is chosen; say how many slides it is done with."""
        cards, section = self._chosen.cards, self._chosen.section
        self._enable(_ON_SLIDES, possible=bool(cards))
        self._enable(_ON_ANYTHING, possible=bool(cards) or section is not None)
        for name, by in _ON_SECTIONS.items():
            self._enable((name,), possible=self.sections.can_move(by))
        slides = "slide" if len(cards) < 2 else f"{len(cards)} slides"
        self._actions["duplicate"].setText(f"&Duplicate {slides}")
        self._actions["delete"].setText(f"De&lete {slides}")

    def _enable(self, names: Sequence[str], *, possible: bool) -> None:
        for name in names:
            self._actions[name].setEnabled(possible)

    def fill_slide_menu(self, menu: QMenu) -> None:
        """Put what can be done with slides and sections into their menu."""
        for group in (
            ("rename", "duplicate", "delete"),
            ("cut", "copy", "paste"),
            ("move-left", "move-right", "section-left", "section-right"),
            ("section", "rename-section", "delete-section", "section-up", "section-down"),
        ):
            for name in group:
                menu.addAction(self._actions[name])
            menu.addSeparator()
