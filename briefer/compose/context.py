"""What a composer is given: the briefing, its card and the gathered records.

In: a briefing and records. Out: the picked records by type, the user's words, links. Must not know:
slide kinds, layout, the store.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from briefer.compose.choices import Choice
from briefer.compose.totals import Totals
from briefer.records.base import Record, Ref
from briefer.records.gathered import Gathered
from briefer.storyboard.briefing import Briefing, Card, Section

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, kw_only=True)
class CardContext:
    """A card in its place, with every record it may speak of.

    `totals` are those of the deck's other slides, for the kinds that tell of the whole deck.
    """

    briefing: Briefing
    section: Section
    card: Card
    index: int
    records: Gathered
    totals: Totals | None = None

    @property
    def picked(self) -> tuple[Record, ...]:
        """The card's records that are known, in the user's order, each once."""
        refs = dict.fromkeys(self.card.records)
        return tuple(self.records[ref] for ref in refs if ref in self.records)

    @property
    def missing(self) -> tuple[Ref, ...]:
        """The card's records that nobody knows (a colleague may have deleted them)."""
        refs = dict.fromkeys(self.card.records)
        return tuple(ref for ref in refs if ref not in self.records)

    def of(self, record_type: type[R]) -> tuple[R, ...]:
        """Return the picked records of one type, in the user's order."""
        return tuple(record for record in self.picked if isinstance(record, record_type))

    def find(self, ref: Ref | None, record_type: type[R]) -> R | None:
        """Return a linked record of this type, or None."""
        record = self.records.get(ref) if ref else None
        return record if isinstance(record, record_type) else None

    def pointing_at(self, ref: Ref, record_type: type[R]) -> tuple[R, ...]:
        """Return the records of this type that link to a record."""
        found = self.records.pointing_at(ref)
        return tuple(record for record in found if isinstance(record, record_type))

    def words(self, field: str) -> str:
        """Return the user's wording of a field or of a record, stripped; "" for none."""
        return self.card.words(field).strip()

    def asked(self, choice: Choice) -> str:
        """Return what the card asks for of a choice as it is written there, "" for nothing.

        Files of earlier versions have it as a text field.
        """
        return str(self.card.option(choice.name) or self.words(choice.name)).strip()

    def choice(self, choice: Choice) -> str:
        """Return the value that the card chooses, "" where the composer decides.

        It decides as well where the card asks for a value that is not known.
        """
        return choice.find(self.asked(choice))
