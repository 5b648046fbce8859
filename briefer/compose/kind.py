"""What a slide kind is: a name, the records and words it takes, and the function that composes it.

In: nothing. Out: the vocabulary of `kinds`. Must not know: any one kind, layout, the store.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from briefer.compose.choices import Choice
from briefer.compose.context import CardContext
from briefer.content import Slide


@dataclass(frozen=True, slots=True)
class Takes:
    """How many records of a type a kind takes; no maximum is None."""

    type: str
    minimum: int = 0
    maximum: int | None = None

    def allows(self, count: int) -> bool:
        """Return whether so many records of this type may be picked."""
        return self.minimum <= count and (self.maximum is None or count <= self.maximum)


@dataclass(frozen=True, slots=True)
class TextField:
    """A field of `Card.text` that a kind reads, with its label for people."""

    name: str
    label: str


KICKER = TextField("kicker", "Line above the title")
NOTES = TextField("notes", "Speaker notes")


@dataclass(frozen=True, slots=True)
class SlideKind:
    """A kind of slide, by the name used in files and code.

    A kind without `compose` is added by itself at the end of a deck and is never composed from
    a card. One that `tells_of_deck` is composed after all others, whose totals it is given.
    `choices` are options of the card; of each the composer decides where the card does not.
    """

    name: str
    label: str
    takes: tuple[Takes, ...] = ()
    fields: tuple[TextField, ...] = ()
    compose: Callable[[CardContext], Slide] | None = None
    tells_of_deck: bool = False
    choices: tuple[Choice, ...] = ()

    @property
    def added_by_itself(self) -> bool:
        """Whether slides of this kind come without a card."""
        return self.compose is None

    def fits(self, types: Iterable[str]) -> bool:
        """Return whether records of these types, so many of each, make a slide of this kind."""
        counts = Counter(types)
        known = {takes.type for takes in self.takes}
        return set(counts) <= known and all(
            takes.allows(counts[takes.type]) for takes in self.takes
        )
