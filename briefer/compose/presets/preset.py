"""What a preset is: a type of briefing, and the function that proposes one from records.

In: nothing. Out: the vocabulary of `presets`. Must not know: any one preset, slides, the store.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefer.records.base import Record
from briefer.storyboard.briefing import Briefing, Card, Section

Plan = tuple[tuple[str, tuple[Card, ...]], ...]
"""Sections by title with their cards; those without a card are left out of the briefing."""

OPENING = "Briefing"
"""Printed over the title of the deck."""

CLOSE = "Close"
_FEWEST_PARTS = 2


@dataclass(frozen=True, slots=True)
class Preset:
    """A type of briefing: its name in files, words for people, and what proposes one.

    `propose` takes the selected records, or the whole library, and returns a briefing with titled
    sections. It writes no words of staff's: what only they can say is a prompt on a slide.
    """

    name: str
    label: str
    hint: str
    propose: Callable[[Sequence[Record]], Briefing]


def briefing_of(preset: str, title: str, plan: Plan) -> Briefing:
    """Return the briefing of a plan: a title slide, an agenda where it has parts, the sections.

    Sections of the same title are one, so that an agenda lists each part once.
    """
    joined: dict[str, tuple[Card, ...]] = {}
    for heading, cards in plan:
        joined[heading] = (*joined.get(heading, ()), *cards)
    parts = [Section(heading, cards) for heading, cards in joined.items() if cards]
    listed = [part for part in parts if part.title != CLOSE]
    agenda = (Card("agenda"),) if len(listed) >= _FEWEST_PARTS else ()
    opening = Section(OPENING, (Card("title"), *agenda))
    return Briefing(title=title, preset=preset, sections=(opening, *parts))
