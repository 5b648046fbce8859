"""What of a briefing's marking holds an export back, and what mends it in one click.

In: what was built. Out: edits of the briefing, `details_wanted`. Must not know: the export.
"""

from __future__ import annotations

from PySide6.QtCore import Signal

from briefer.marked import raise_marking, roll_up
from briefer.pipeline import Built
from briefer.preflight import Finding
from briefer.preflight.blocking import blocking
from briefer.ui.records.notice import Notice, Way
from briefer.ui.session import Session
from briefer.ui.theme import Look

_FILLED_IN = {
    "designation": "Fill in…",
    "embargo": "Edit embargo…",
    "embargo-unclear": "Edit embargo…",
    "legend": "Edit legend…",
    "legend-in-marking": "Edit marking…",
    "marking-syntax": "Edit marking…",
}
"""The findings that a person mends in the properties, with the words of the button."""


class MarkingHold(Notice):
    """The first finding about the marking, with its button; hidden while there is none."""

    details_wanted = Signal()

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look)
        self._session = session
        self.finding: Finding | None = None
        """What is told, if anything."""

    def show_built(self, built: Built) -> None:
        """Tell what holds back what was built."""
        errors = blocking(built.findings, self._session.briefing)
        low = next((finding for finding in errors if finding.check == "under-marked"), None)
        other = next((finding for finding in errors if finding.check in _FILLED_IN), None)
        self.finding = low or other
        if low is not None:
            ways: list[Way] = [(f"Raise to {low.suggested}", "primary", self._raise)]
            self.tell(low.message, ways, tone="danger")
        elif other is not None:
            way: Way = (_FILLED_IN[other.check], "secondary", self.details_wanted.emit)
            self.tell(other.message, [way], tone="danger")
        else:
            self.tell("")

    def _raise(self) -> None:
        built = self._session.built
        if built is not None:
            rollup = roll_up(built.briefing, built.deck.slides, built.records)
            edit = raise_marking(self._session.briefing, rollup)
            if edit is not None:
                self._session.do(edit)
