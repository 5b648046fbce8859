"""What is chosen in the storyboard: slides by their cards, or a section.

In: what the views tell, edits, the slide looked at. Out: `changed`. One for all views, so that what
is chosen in one is chosen in the others. Must not know: views.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal

from briefer.ui.session import Session
from briefer.ui.spots import Spot


class Chosen(QObject):
    """The cards chosen, by their flat indexes in order; or the number of a section."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._cards: tuple[int, ...] = ()
        self._section: int | None = None
        self._stood: tuple[Spot, int] | None = None
        self._held = False
        session.spot_changed.connect(self._follow)

    @property
    def cards(self) -> tuple[int, ...]:
        """The flat indexes of the chosen cards that are there; none where a section is chosen."""
        count = len(self._session.briefing.cards)
        return tuple(card for card in self._cards if card < count)

    @property
    def section(self) -> int | None:
        """The number of the chosen section, if one is and is there."""
        number, count = self._section, len(self._session.briefing.sections)
        return number if number is not None and number < count else None

    def choose(self, cards: Iterable[int], *, section: int | None = None) -> None:
        """Choose cards, or a section."""
        count = len(self._session.briefing.cards)
        new = tuple(sorted({card for card in cards if 0 <= card < count}))
        self._stood = (self._session.spot, count)
        if (new, section) != (self._cards, self._section):
            self._cards, self._section = new, section
            self.changed.emit()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let the slide looked at change without choosing it alone."""
        before, self._held = self._held, True
        try:
            yield
        finally:
            self._held = before

    def _follow(self) -> None:
        """Choose the slide looked at, once it is another one."""
        spot, count = self._session.spot, len(self._session.briefing.cards)
        if self._held or self._stood == (spot, count):
            return
        self.choose(() if spot.card is None else (spot.card,))
