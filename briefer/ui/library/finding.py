"""What the library panel asks of the store, in one language: words and filters as a query text.

In: an `Ask` and a store, in the store's thread. Out: a `Found`. Must not know: widgets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefer.compose.sentences import capital
from briefer.store import Hit, SearchResult, Store
from briefer.store.facets import FACETS
from briefer.store.search import FacetValue
from briefer.ui.library.facts import (
    SHOWN_TYPES,
    TYPE_WORDS,
    LibraryCard,
    facts_of,
    linked_refs,
)

PAGE = 200
"""How many cards are listed at first, and how many more at the end of the list."""
FILTERS = (
    "year",
    "topic",
    "actor",
    "country",
    "source",
    "event_type",
    "substance",
    "verification",
    "status",
    "is",
)
"""The fields that have a chip, in the order of the chips."""

LABELS = {**{name: FACETS[name].label for name in FILTERS}, "is": "Record state"}
"""What the chips are called."""

_SAID = {
    ("is", "own"): "Your own",
    ("is", "edited"): "Changed by you",
    ("is", "open"): "Date open at an end",
    ("is", "uncited"): "Without a citation",
    ("is", "undated"): "Without a date",
}


@dataclass(frozen=True, slots=True)
class Pick:
    """A value of a facet, its words for people, and how many records have it."""

    value: str
    label: str
    count: int = 0


Chosen = Mapping[str, Sequence[Pick]]
"""The values chosen, by field."""


@dataclass(frozen=True)
class Ask:
    """What is searched for: the words of the field, the types, and the values chosen by field."""

    words: str = ""
    types: tuple[str, ...] = ()
    chosen: Chosen = field(default_factory=dict)

    @property
    def filtered(self) -> bool:
        """Whether anything but words narrows the search."""
        return bool(self.types or self.chosen)

    @property
    def query(self) -> str:
        """The query text: the filters first, because the last word may be unfinished."""
        filters = [
            f'{name}:"{",".join(pick.value for pick in picks)}"'
            for name, picks in self.chosen.items()
            if picks
        ]
        return " ".join((*filters, self.words)) if filters else self.words


@dataclass(frozen=True)
class Found:
    """A search result, its cards, and the values of the facets.

    `without` is how many records the words alone would find, told where nothing is found.
    """

    ask: Ask
    result: SearchResult
    cards: tuple[LibraryCard, ...]
    facets: Mapping[str, tuple[Pick, ...]]
    without: int = 0

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The hits, best first."""
        return self.result.hits


def search(store: Store, ask: Ask, *, limit: int = PAGE) -> Found:
    """Return what is found, with sources and speakers, and what each filter would leave."""
    types = ask.types or SHOWN_TYPES
    result = store.search(ask.query, types=types, limit=limit, facets=FILTERS)
    linked = store.get_many(linked_refs([hit.record for hit in result.hits]))
    cards = tuple(
        LibraryCard(hit.record, facts_of(hit.record, linked), hit.snippet, hit.marks)
        for hit in result.hits
    )
    facets = {name: picks_of(name, values) for name, values in result.facets.items()}
    without = 0
    if not result.hits and ask.filtered and ask.words.strip():
        without = store.search(ask.words, types=SHOWN_TYPES, limit=1).total
    return Found(ask, result, cards, facets, without)


def picks_of(name: str, values: Sequence[FacetValue]) -> tuple[Pick, ...]:
    """Return the values of a facet in the words of the window."""
    return tuple(
        Pick(value.value, _SAID.get((name, value.value)) or capital(value.label), value.count)
        for value in values
    )


def told(ask: Ask) -> str:
    """Return what is searched among: "events with topic Sanctions"."""
    among = _joined([TYPE_WORDS[name][1].lower() for name in ask.types], "or") or "records"
    filters = filters_told(ask)
    return f"{among} with {filters}" if filters else among


def filters_told(ask: Ask) -> str:
    """Return the values chosen in words: "topic Sanctions and year 2022 or 2023"."""
    return _joined(
        [
            f"{LABELS[name].lower()} {_joined(_labels(name, picks), 'or')}"
            for name, picks in ask.chosen.items()
            if picks
        ],
        "and",
    )


def _labels(name: str, picks: Sequence[Pick]) -> list[str]:
    labels = [pick.label for pick in picks]
    return sorted(labels) if name == "year" else labels


def _joined(words: Sequence[str], last: str) -> str:
    return f" {last} ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)
