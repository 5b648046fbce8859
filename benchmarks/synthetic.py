"""A library of any size: records of every type, linked and cited, the same at every run.

In: how many. Out: records one by one, actors and sources first, as all others name them. Titles
have 4 to 9 words, texts 30 to 80; dates are as partial as real ones, over thirty years; few actors,
topics and sources are frequent and most are rare.
"""

from __future__ import annotations

import functools
import itertools
import random
from collections.abc import Iterator, Sequence

from benchmarks.words import Words
from briefer.records import (
    Actor,
    Citation,
    Event,
    Locator,
    Name,
    PartialDate,
    Participant,
    Record,
    Ref,
    Relation,
    Source,
    Statement,
    Statistic,
)
from briefer.records.vocabulary import (
    ACTOR_TYPES,
    EVENT_ROLES,
    EVENT_TYPES,
    RELATION_WORDS,
    SUBSTANCES,
    TOPICS,
)

_SEED = 19710221
_MOST_ACTORS, _MOST_SOURCES = 2000, 50
_FIRST_YEAR, _LAST_YEAR = 1995, 2024
_COUNTRIES = ("US", "CN", "MX", "CA", "IN", "GB", "DE", "CO", "NL", "AU", "BE", "TH")
_KINDS = ("event", "statement", "statistic", "relation")
_SHARES = (50, 30, 12, 8)


def records(count: int) -> Iterator[Record]:
    """Yield so many records (60 or more), each of which links only to earlier ones."""
    yield from _Library(count).records()


class _Library:
    """What the records of one library have in common."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._chance = random.Random(_SEED)
        self._words = Words()
        actors = min(_MOST_ACTORS, count // 10)
        sources = min(_MOST_SOURCES, count // 20)
        self._actors = _Favourites([f"actor/synthetic-{number:04}" for number in range(actors)])
        self._sources = _Favourites([f"source/synthetic-{number:02}" for number in range(sources)])
        self._topics = _Favourites(list(TOPICS))
        self._substances = _Favourites(list(SUBSTANCES))
        self._countries = _Favourites(_COUNTRIES)
        self._event_types = _Favourites(list(EVENT_TYPES))
        self._roles = _Favourites(list(EVENT_ROLES))
        self._events: list[Ref] = []

    def records(self) -> Iterator[Record]:
        """Yield all records."""
        yield from map(self._source, self._sources.items)
        yield from map(self._actor, self._actors.items)
        made = len(self._sources.items) + len(self._actors.items)
        kinds = self._chance.choices(_KINDS, _SHARES, k=self._count - made)
        for number, kind in enumerate(kinds):
            yield self._record(kind, f"{kind}/synthetic-{number:07}")

    def _record(self, kind: str, ref: Ref) -> Record:
        match kind:
            case "event":
                self._events.append(ref)
                return self._event(ref)
            case "statement":
                return self._statement(ref)
            case "statistic":
                return self._statistic(ref)
            case _:
                return self._relation(ref)

    def _source(self, ref: Ref) -> Source:
        chance = self._chance
        return Source(
            id=ref,
            csl_type=chance.choice(("article-journal", "report", "article-newspaper")),
            title=self._title(),
            author=(Name(family=self._words.name(chance).split()[0], given="A."),),
            issued=self._date(),
            publisher=self._words.name(chance),
            verification=chance.choice(("verified", "partial", "candidate")),
        )

    def _actor(self, ref: Ref) -> Actor:
        chance = self._chance
        return Actor(
            id=ref,
            citations=self._citations(),
            name=self._words.name(chance),
            aliases=tuple(self._words.name(chance) for _ in range(chance.choice((0, 0, 1, 2)))),
            actor_type=chance.choice(list(ACTOR_TYPES)),
            role=self._words.some(chance, 2, 6),
            country=self._countries.one(chance),
        )

    def _event(self, ref: Ref) -> Event:
        chance = self._chance
        actors = self._actors.some(chance, 1, 3)
        return Event(
            id=ref,
            citations=self._citations(),
            topics=self._topics.some(chance, 1, 2),
            substances=self._substances.some(chance, 0, 2),
            countries=self._countries.some(chance, 1, 2),
            title=self._title(),
            summary=self._text(),
            date=self._date(),
            event_type=self._event_types.one(chance),
            place=self._words.name(chance) if chance.random() < 0.3 else None,
            actors=tuple(Participant(actor, self._roles.one(chance)) for actor in actors),
        )

    def _statement(self, ref: Ref) -> Statement:
        chance = self._chance
        answered = self._events and chance.random() < 0.3
        return Statement(
            id=ref,
            citations=self._citations(),
            topics=self._topics.some(chance, 1, 2),
            speaker=self._actors.one(chance),
            text=self._text(),
            statement_type=chance.choice(("quotation", "quotation", "document", "position")),
            date=self._date(),
            event=chance.choice(self._events) if answered else None,
        )

    def _statistic(self, ref: Ref) -> Statistic:
        chance = self._chance
        return Statistic(
            id=ref,
            citations=self._citations(),
            topics=self._topics.some(chance, 1, 1),
            countries=self._countries.some(chance, 1, 1),
            note=self._text(),
            value=float(chance.randint(1, 200_000)),
            unit=chance.choice(("people", "kilograms", "pills", "percent")),
            counts=self._title(),
            as_of=self._date(),
            asserted_by=self._actors.one(chance),
        )

    def _relation(self, ref: Ref) -> Relation:
        chance = self._chance
        return Relation(
            id=ref,
            citations=self._citations(),
            note=self._text(),
            subject=self._actors.one(chance),
            relation=chance.choice(list(RELATION_WORDS)),
            object=self._actors.one(chance),
            date=self._date(),
        )

    def _title(self) -> str:
        text = self._words.some(self._chance, 4, 9)
        return text[:1].upper() + text[1:]

    def _text(self) -> str:
        text = self._words.some(self._chance, 30, 80)
        return f"{text[:1].upper()}{text[1:]}."

    def _citations(self) -> tuple[Citation, ...]:
        sources = self._sources.some(self._chance, 1, 2)
        note = str(self._chance.randint(1, 99))
        return tuple(Citation(source, Locator("note", note)) for source in sources)

    def _date(self) -> PartialDate:
        """Return a date as sources give them: a day, a month, a year, about a year."""
        chance = self._chance
        year = chance.randint(_FIRST_YEAR, _LAST_YEAR)
        month, day = chance.randint(1, 12), chance.randint(1, 28)
        forms = (f"{year}-{month:02}-{day:02}", f"{year}-{month:02}", f"{year}", f"{year}~")
        (form,) = chance.choices(forms, (60, 20, 15, 5))
        return _parsed(form)


class _Favourites:
    """Things of which few are chosen often and most are chosen rarely."""

    def __init__(self, items: Sequence[str]) -> None:
        self.items = items
        self._weights = list(itertools.accumulate(1 / (rank + 4) for rank in range(len(items))))

    def one(self, chance: random.Random) -> str:
        """Return one of them."""
        return chance.choices(self.items, cum_weights=self._weights)[0]

    def some(self, chance: random.Random, least: int, most: int) -> tuple[str, ...]:
        """Return at most so many different ones; at least one, unless `least` is 0."""
        count = chance.randint(least, most)
        chosen = chance.choices(self.items, cum_weights=self._weights, k=count)
        return tuple(dict.fromkeys(chosen))


@functools.lru_cache(maxsize=20_000)
def _parsed(edtf: str) -> PartialDate:
    return PartialDate.parse(edtf)
