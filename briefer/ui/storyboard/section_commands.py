"""The commands of sections: start, rename, remove, move.

In: what is chosen, the session. Out: edits. Must not know: the panel.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from briefer.storyboard import edits
from briefer.ui.session import Session
from briefer.ui.storyboard.chosen import Chosen
from briefer.ui.theme import Look


class SectionCommands:
    """Does with the chosen section, or that of the chosen slides, what the user asked for."""

    def __init__(self, look: Look, window: QWidget, session: Session, chosen: Chosen) -> None:
        self._look = look
        self._window = window
        self._session = session
        self._chosen = chosen

    def home(self, card: int) -> int:
        """Return the number of the section in which a card stands."""
        sections = self._session.briefing.sections
        return [n for n, section in enumerate(sections) for _ in section.cards][card]

    def start(self, section: int) -> int:
        """Return the flat index at which a section starts."""
        return sum(len(one.cards) for one in self._session.briefing.sections[:section])

    @property
    def number(self) -> int | None:
        """The section chosen, or that of the first slide chosen."""
        if self._chosen.section is not None or not self._chosen.cards:
            return self._chosen.section
        return self.home(self._chosen.cards[0])

    def ask(self) -> None:
        """Ask for a name and start a section with the chosen slide."""
        from briefer.ui.dialogs.details import NameDialog

        words = "The section starts with this slide"
        dialog = NameDialog(self._look, self._window, "New section", words=words)
        dialog.chosen.connect(self.add)
        dialog.open()

    def add(self, title: str) -> None:
        """Start a section with the chosen slide, or at the end."""
        briefing, cards = self._session.briefing, self._chosen.cards
        at = cards[0] if cards else len(briefing.cards)
        self._session.do(edits.add_section(briefing, at, title))

    def ask_name(self) -> None:
        """Ask for another name of the section that is looked at."""
        number = self.number
        if number is None:
            return
        from briefer.ui.dialogs.details import NameDialog

        name = self._session.briefing.sections[number].title
        words = "Name of the section"
        dialog = NameDialog(self._look, self._window, "Rename section", words=words, name=name)
        dialog.chosen.connect(lambda title: self.rename(number, title))
        dialog.open()

    def rename(self, number: int, title: str) -> None:
        """Give a section another name, if it is still there."""
        if number < len(self._session.briefing.sections):
            self._session.do(edits.rename_section(self._session.briefing, number, title))

    def delete(self) -> None:
        """Remove the heading of the section looked at; its slides join the one before."""
        number = self.number
        if number is None:
            return
        self._session.do(edits.delete_section(self._session.briefing, number))
        card = self._session.spot.card
        self._chosen.choose(() if card is None else (card,))

    def can_move(self, by: int) -> bool:
        """Return whether there is a section to move past."""
        number = self.number
        return number is not None and 0 <= number + by < len(self._session.briefing.sections)

    def move(self, by: int) -> None:
        """Move the section looked at before (-1) or behind (1) its neighbour."""
        number, cards = self.number, self._chosen.cards
        if number is None or not self.can_move(by):
            return
        offsets = [card - self.start(number) for card in cards]
        edit = edits.move_section(self._session.briefing, number, by)
        with self._chosen.held():
            self._session.do(edit)
        if cards:
            first = self.start(number + by)
            self._chosen.choose(first + offset for offset in offsets)
        else:
            self._chosen.choose((), section=number + by)
