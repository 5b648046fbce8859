"""What a briefing's slides hold: the marks of records and cards, added up.

A slide holds the marks of the records it shows or cites, of the sources of these citations, of the
actors whom these records name, and of its card; the briefing needs what all its slides hold.
Design page "domain", section 4.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefer.content import Slide, parts_of
from briefer.markings import PROFILES, UNMARKED, Marking, Reading, combine, permits, read
from briefer.records import Actor
from briefer.records.base import Record, Ref
from briefer.storyboard.briefing import Briefing, Card

_CITED = re.compile(r"\[@([^\]\s]+)\]")

OPTION = "marking"
"""The option of a card that holds its own marking."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One marking that something on the slides carries: a record's or a card's (flat index)."""

    reading: Reading
    record: Ref | None = None
    card: int | None = None

    @property
    def bearer(self) -> str:
        """What carries it, as words: the record's id, or "slide 3"."""
        return self.record or f"the card of slide {(self.card or 0) + 1}"


@dataclass(frozen=True, slots=True)
class Rollup:
    """The marks of a deck, what each slide holds, and what the whole needs.

    `slides` are in the deck's order; they, and `needed`, are None where a mark was not understood.
    """

    profile: str
    marks: tuple[Mark, ...]
    slides: tuple[Marking | None, ...]
    needed: Marking | None

    @property
    def unread(self) -> tuple[Mark, ...]:
        """The marks that were not understood by the rules of the profile."""
        return tuple(mark for mark in self.marks if not mark.reading.ok)

    def covered(self, marking: str) -> bool:
        """Return whether a briefing's marking covers all that its slides hold."""
        return self.needed == UNMARKED or permits(read(marking, self.profile).marking, self.needed)


def profile_of(briefing: Briefing) -> str:
    """Return the profile that a briefing's markings are read by; an unknown one counts as none."""
    return briefing.profile if briefing.profile in PROFILES else ""


def card_marking(card: Card) -> str:
    """Return the marking that a card carries by itself, "" for none."""
    value = card.option(OPTION)
    return value.strip() if isinstance(value, str) else ""


def marked_records(records: Mapping[Ref, Record]) -> dict[Ref, str]:
    """Return the markings of those records that carry one."""
    return {ref: record.marking for ref, record in records.items() if record.marking}


def brought(records: Mapping[Ref, Record], wanted: Collection[Ref]) -> dict[Ref, tuple[Ref, ...]]:
    """Return which of the wanted records each record brings to a slide that shows it.

    That is itself, and the actors whom it names, with those whom they belong to: their names are
    printed beside it, wherever a composer puts them, without an id of their own.
    """
    found = {}
    for ref in (*records, *(ref for ref in wanted if ref not in records)):
        if here := tuple(each for each in _with_actors(ref, records) if each in wanted):
            found[ref] = here
    return found


def _with_actors(ref: Ref, records: Mapping[Ref, Record]) -> dict[Ref, None]:
    """Return a record and the actors it names, and those these name, each once."""
    found: dict[Ref, None] = {ref: None}
    open_ = [ref]
    while open_:
        record = records.get(open_.pop())
        for linked in record.links() if record else ():
            if linked not in found and isinstance(records.get(linked), Actor):
                found[linked] = None
                open_.append(linked)
    return found


def roll_up(briefing: Briefing, slides: Sequence[Slide], records: Mapping[Ref, Record]) -> Rollup:
    """Return what the slides of a briefing hold and need."""
    profile = profile_of(briefing)
    texts = marked_records(records)
    readings = {ref: read(text, profile) for ref, text in texts.items()}
    cards = {
        index: read(text, profile)
        for index, card in enumerate(briefing.cards)
        if (text := card_marking(card))
    }
    held: list[Marking | None] = []
    borne: dict[Ref, Mark] = {}
    bringing = brought(records, readings) if readings else {}
    cited: dict[int | None, tuple[Ref, ...]] = {
        index: cited_in(card) for index, card in enumerate(briefing.cards) if bringing
    }
    for slide in slides:
        shown = list(shown_on((slide, *cited.get(slide.card, ())), bringing))
        borne.update({ref: Mark(readings[ref], record=ref) for ref in shown})
        own = [cards[slide.card]] if slide.card in cards else []
        held.append(added_up([*(readings[ref] for ref in shown), *own]))
    of_cards = tuple(Mark(reading, card=index) for index, reading in cards.items())
    marks = (*borne.values(), *of_cards)
    needed = added_up([mark.reading for mark in marks])
    return Rollup(profile, marks, tuple(held), needed)


def added_up(readings: Iterable[Reading]) -> Marking | None:
    """Return what readings add up to; None where one was not understood."""
    markings = [reading.marking for reading in readings]
    known = [marking for marking in markings if marking is not None]
    return combine(known) if len(known) == len(markings) else None


def cited_in(card: Card) -> tuple[Ref, ...]:
    """Return what a card's words cite, speaker notes included, which print no cite numbers."""
    texts = (card.title, *(words for _, words in card.text))
    return tuple(dict.fromkeys(ref for text in texts for ref in _CITED.findall(text)))


def shown_on(value: object, bringing: Mapping[Ref, tuple[Ref, ...]]) -> dict[Ref, None]:
    """Return the records that a slide, or a part of one, shows, cites or names, each once."""
    refs = refs_in(value, bringing) if bringing else ()
    return dict.fromkeys(each for ref in refs for each in bringing[ref])


def refs_in(value: object, wanted: Mapping[Ref, object]) -> Iterator[Ref]:
    """Yield those of the wanted record ids that stand anywhere in a value of a slide."""
    if isinstance(value, str):
        if value in wanted:
            yield value
        return
    for part in parts_of(value):
        yield from refs_in(part, wanted)
