"""The briefing: settings, sections and cards. Frozen values, equal by value.

In: nothing. Out: what edits change, files hold and compose reads. Must not know: slides, the store.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from briefer.records.base import Ref


@dataclass(frozen=True, slots=True)
class Card:
    """What the user asked for: a slide kind, the records it shows, wording and options.

    `title` empty means the proposed one. `text` holds (field, words) pairs sorted by field: a
    field of the kind (`statement`, `ask`, `kicker`, `notes`, ...) or a record's id, which rewords
    that record on this slide. `options` holds (name, value) pairs sorted by name.
    """

    kind: str
    title: str = ""
    records: tuple[Ref, ...] = ()
    text: tuple[tuple[str, str], ...] = ()
    options: tuple[tuple[str, str | int | bool], ...] = ()

    def words(self, field: str) -> str:
        """Return the user's wording of a field, or "" when the proposed one stands."""
        return dict(self.text).get(field, "")

    def option(self, name: str) -> str | int | bool | None:
        """Return the value of an option, or None when it is not set."""
        return dict(self.options).get(name)


@dataclass(frozen=True, slots=True)
class Section:
    """A titled run of cards."""

    title: str
    cards: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided against a rule, kept with the briefing: what, why, who and when.

    `what` is "override" (the errors of the check `name` do not hold an export back) or "lower"
    (the marking was lowered; `name` says from what to what). `at` is an ISO 8601 time with its
    zone.
    """

    what: str
    name: str
    reason: str
    by: str = ""
    at: str = ""


@dataclass(frozen=True)
class Briefing:
    """The user's document. `date` is text as the user wants it printed.

    `preset` names the type of briefing it was begun as ("decision"), "" for none. `profile` names
    the rules that `marking` follows, "" for none; `legend` is an administrative line beside it
    ("Draft"), `embargo` the time until which the briefing is held back (ISO 8601 with its zone).
    `designation` holds (field, words) pairs of the designation block, sorted by field.
    """

    title: str
    subtitle: str = ""
    audience: str = ""
    date: str = ""
    template: str = "light"
    style: str = "house"
    marking: str = ""
    preset: str = ""
    profile: str = ""
    legend: str = ""
    embargo: str = ""
    designation: tuple[tuple[str, str], ...] = ()
    decisions: tuple[Decision, ...] = ()
    sections: tuple[Section, ...] = ()

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """All cards in order; their positions here are the flat indexes that edits use."""
        return tuple(card for section in self.sections for card in section.cards)

    def placed(self) -> Iterator[tuple[int, Section, Card]]:
        """Yield (flat index, section, card) in order."""
        index = 0
        for section in self.sections:
            for card in section.cards:
                yield index, section, card
                index += 1
