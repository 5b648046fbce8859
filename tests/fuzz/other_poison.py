"""The sample briefing with hostile words in every field of it and of its records.

In: a seed. Out: a briefing of every slide kind and its records, in which the fields that a person
or an imported file can fill are spoiled. Ids, words of vocabularies and dates stay: they are
checked where files are read, which also takes out of records' words what XML cannot hold.
"""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from briefer import paths, pipeline
from briefer.citations import STYLES
from briefer.compose import SLIDE_KINDS
from briefer.records import PartialDate, Record, Source
from briefer.records.gathered import Gathered
from briefer.records.text import clean_text
from briefer.store import Store
from briefer.storyboard.briefing import Briefing, Card, Section
from briefer.storyboard.files import load_briefing
from tests.fuzz.other_words import hostile

FREE = frozenset(
    (
        *("title", "summary", "place", "instruments", "speaker_label", "capacity", "text", "venue"),
        *("addressee", "unit", "counts", "as_of_note", "asserted_by_label", "wording", "name"),
        *("aliases", "role", "alt", "licence", "container_title", "container_title_short"),
        *("section", "publisher", "authority", "genre", "number", "volume", "issue", "page", "doi"),
        *("url", "short", "family", "given", "literal", "value", "as_", "date_basis", "note"),
        *("subtitle", "audience", "date", "legend", "language", "supports"),
    )
)
"""The names of fields that hold what somebody wrote."""


@dataclass(frozen=True)
class Poisoned:
    """A briefing and its records, spoiled."""

    briefing: Briefing
    records: Gathered


def poisoned(seed: int, *, share: float = 0.5, cards: int = 1000) -> Poisoned:
    """Return so many cards of the sample with so large a share of their fields spoiled.

    Always the same for a seed; the card of contacts, whose addresses are linked, is among them.
    """
    chance = random.Random(seed)
    briefing = _chosen(chance, cards)
    with Store.open(paths.bundled_store(), read_only=True) as store:
        gathered = pipeline.gather(store, briefing)

    def words(old: str) -> str:
        return hostile(chance) if chance.random() < share else old

    records = []
    for ref in sorted(gathered):
        record = gathered[ref]
        if isinstance(record, Source):
            record = replace(record, url=record.url or "https://a.org", doi=record.doi or "10.1/a")
        spoiled = _spoiled(record, lambda old: clean_text(words(old)))
        assert isinstance(spoiled, Record)
        records.append(spoiled)
    told = _spoiled(briefing, words)
    assert isinstance(told, Briefing)
    return Poisoned(told, Gathered(records))


def _chosen(chance: random.Random, count: int) -> Briefing:
    """Return the sample with some of its cards, in any style of citations."""
    briefing = load_briefing(paths.sample_briefing(), kinds=SLIDE_KINDS).briefing
    others = [card for card in briefing.cards if card.kind != "contact"]
    some = chance.sample(others, min(count - 1, len(others)))
    lines = "\n\n".join(f"{hostile(chance)}\nDesk {hostile(chance)}" for _ in range(8))
    contact = Card("contact", text=(("contacts", lines),))
    sections = (Section("One", tuple(some)), Section("Two", (contact,)))
    return replace(briefing, sections=sections, style=chance.choice(list(STYLES)))


def _spoiled(value: object, words: Callable[[str], str], field: str = "") -> object:
    """Return a value with the words of its free fields put through `words`."""
    if isinstance(value, PartialDate):
        return value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changed = {
            one.name: _spoiled(getattr(value, one.name), words, one.name)
            for one in dataclasses.fields(value)
        }
        return replace(value, **changed)
    if isinstance(value, tuple):
        if field in ("text", "designation"):  # pairs of a field and what staff wrote in it
            return tuple((key, words(said)) for key, said in value)
        return tuple(_spoiled(one, words, field) for one in value)
    return words(value) if isinstance(value, str) and value and field in FREE else value
