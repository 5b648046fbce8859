"""The parts of a briefing: the titled sections that an agenda lists and that section slides count.

In: a briefing. Out: its parts in order, numbered from 1. Must not know: slides, layout.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefer.storyboard.briefing import Briefing, Section

_OPENERS = frozenset(("title", "agenda"))
"""Kinds that open a briefing: a section that holds one and stands before all parts is none."""

_FURNITURE = frozenset(("title", "agenda", "contact", "sources"))
"""Kinds that report nothing: a section of these alone is no part."""

_DIVIDER = "section"


@dataclass(frozen=True, slots=True)
class Part:
    """A part: its number, the section's title as slides carry it, and as people read it."""

    number: int
    section: str
    title: str


def parts_of(briefing: Briefing) -> tuple[Part, ...]:
    """Return the parts of a briefing, whether they stand before or after its agenda.

    Sections without a title or without slides are passed over, and so are those that open the
    briefing and those that report nothing, unless a section slide divides them off. Sections that
    share a title are one part.
    """
    titles: dict[str, None] = {}
    for section in briefing.sections:
        if section.title.strip() and _is_part(section, opening=not titles):
            titles[section.title] = None
    return tuple(
        Part(number, title, " ".join(title.split())) for number, title in enumerate(titles, 1)
    )


def part_named(parts: tuple[Part, ...], section: str) -> Part | None:
    """Return the part of a section's title, None where the section is no part."""
    return next((part for part in parts if part.section == section), None)


def _is_part(section: Section, *, opening: bool) -> bool:
    """Return whether a titled section is a part; `opening` says that no part came before it."""
    kinds = {card.kind for card in section.cards}
    if _DIVIDER in kinds:
        return True
    return bool(kinds - _FURNITURE) and not (opening and kinds & _OPENERS)
