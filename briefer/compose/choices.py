"""What a card may choose of its kind's looks: a list instead of an axis, bars instead of columns.

In: nothing. Out: the vocabulary in which a kind names its variants. Must not know: any one kind,
layout. A card that chooses nothing leaves it to the composer, which decides from the records.
"""

from __future__ import annotations

from dataclasses import dataclass

_SHORTEST = 3
"""So many letters at least name a value that begins with them ("line", "bar")."""


@dataclass(frozen=True, slots=True)
class ChoiceValue:
    """A variant: its name in files and its label for people."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice between variants: the name of the card's option, its label and its values.

    The first choice of a kind is the layout of its slides.
    """

    name: str
    label: str
    values: tuple[ChoiceValue, ...]

    def find(self, words: str) -> str:
        """Return the value that words name, "" for none; case, plural and a full stop aside."""
        bare = words.strip().rstrip(".").casefold()
        known = [item.value for item in self.values]
        if bare in known:
            return bare
        if len(bare) < _SHORTEST:
            return ""
        stems = (bare, bare.removesuffix("s"))
        return next((value for value in known if value.startswith(stems)), "")


def layouts(*values: tuple[str, str], name: str = "layout") -> Choice:
    """Return the choice of a kind's layout from values with their labels."""
    return Choice(name, "Layout", tuple(ChoiceValue(value, label) for value, label in values))
