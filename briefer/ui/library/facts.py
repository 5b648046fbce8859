"""What a card in the library says of a record.

In: a record and the records it links. Out: plain words for each line of the card, and the sentence
that assistive programs read. Must not know: painting, search.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefer.citations.styles.house import short
from briefer.citations.styles.pinpoints import pinpoint
from briefer.compose.names import initials, role_of
from briefer.compose.quantities import number_words
from briefer.compose.sentences import capital
from briefer.records import Actor, Event, Record, Ref, Relation, Source, Statement, Statistic
from briefer.records.vocabulary import ACTOR_TYPES, RELATION_WORDS

TYPE_WORDS: Mapping[str, tuple[str, str]] = {
    "event": ("Event", "Events"),
    "actor": ("Actor", "Actors"),
    "statement": ("Statement", "Statements"),
    "statistic": ("Statistic", "Statistics"),
    "relation": ("Relation", "Relations"),
    "source": ("Source", "Sources"),
}
"""The words for record types, one and many."""

TYPE_ICONS: Mapping[str, str] = {
    "event": "calendar-event",
    "actor": "users",
    "statement": "quote",
    "statistic": "chart-bar",
    "relation": "affiliate",
    "source": "book-2",
}

SHOWN_TYPES = ("event", "actor", "statement", "statistic", "relation")
"""The types a slide can be made of, in the order of their chips."""

Linked = Mapping[Ref, Record]


@dataclass(frozen=True, slots=True)
class Facts:
    """The lines of a card. `lead` is the date or the word for the type; `badge` stands in a disc.

    `title` is set strong with `aside` behind it; `number` is set large; `body` is plain. `marking`
    is how the record is to be handled, "" where it is not marked.
    """

    ref: Ref
    type: str
    lead: str
    citation: str
    title: str = ""
    aside: str = ""
    number: str = ""
    body: str = ""
    badge: str = ""
    marking: str = ""

    @property
    def name(self) -> str:
        """The one line by which lists and menus name the record."""
        if self.number:
            return f"{self.number}: {self.body}" if self.body else self.number
        return f"{self.title}: {self.body}" if self.type == "statement" else self.title


@dataclass(frozen=True)
class LibraryCard:
    """A record that was found, with the lines of its card and what was found in it."""

    record: Record
    facts: Facts
    snippet: str = ""
    marks: tuple[tuple[int, int], ...] = ()


def facts_of(record: Record, linked: Linked) -> Facts:
    """Return what a card says of a record."""
    if isinstance(record, Event):
        date = record.date.short if record.date else "Undated event"
        return _facts(record, linked, date, title=record.title)
    if isinstance(record, Statement):
        return _statement(record, linked)
    if isinstance(record, Actor):
        return _actor(record, linked)
    if isinstance(record, Statistic):
        number = capital(number_words(record))
        lead = record.as_of.short if record.as_of else "Statistic"
        return _facts(record, linked, lead, number=number, body=capital(record.counts))
    if isinstance(record, Relation):
        return _facts(record, linked, "Relation", title=_relation(record, linked))
    return _facts(record, linked, TYPE_WORDS[record.type][0], title=record.label)


def linked_refs(records: Sequence[Record]) -> list[Ref]:
    """Return the ids of the records that cards of these need: sources, speakers, both actors."""
    refs: dict[Ref, None] = {}
    for record in records:
        refs.update((citation.source, None) for citation in record.citations)
        if isinstance(record, Statement) and record.speaker:
            refs[record.speaker] = None
        if isinstance(record, Relation):
            refs.update({record.subject: None, record.object: None})
    return list(refs)


def spoken(facts: Facts, slides: Sequence[int]) -> str:
    """Return a card as one sentence (design page "app", section 12)."""
    word = TYPE_WORDS[facts.type][0]
    where = f"in the briefing on slide {slides[0]}" if slides else ""
    lead = facts.lead if facts.lead != word else ""
    marked = f"marked {facts.marking}" if facts.marking else ""
    parts = (word, lead, facts.name, facts.aside, marked, facts.citation or "uncited", where)
    return ", ".join(part for part in parts if part)


def _facts(
    record: Record,
    linked: Linked,
    lead: str,
    *,
    title: str = "",
    aside: str = "",
    number: str = "",
    body: str = "",
    badge: str = "",
) -> Facts:
    citation = _citation(record, linked)
    said = (title, aside, number, body, badge)
    return Facts(record.id, record.type, lead, citation, *said, marking=record.marking or "")


def _statement(record: Statement, linked: Linked) -> Facts:
    speaker = linked.get(record.speaker or "")
    name = speaker.label if speaker else capital(record.speaker_label or "Speaker not named")
    words = f"“{record.text}”" if record.verbatim else record.text
    lead = record.date.short if record.date else "Statement"
    aside = record.capacity or (role_of(speaker) if isinstance(speaker, Actor) else "")
    return _facts(record, linked, lead, title=name, aside=aside, body=words)


def _actor(record: Actor, linked: Linked) -> Facts:
    badge = initials(record.name) if record.actor_type == "person" and not record.unnamed else ""
    kind = ACTOR_TYPES.label(record.actor_type)
    title = capital(record.name)
    return _facts(record, linked, kind, title=title, body=capital(role_of(record)), badge=badge)


def _relation(record: Relation, linked: Linked) -> str:
    names = [linked[ref].label if ref in linked else ref for ref in (record.subject, record.object)]
    return capital(f" {RELATION_WORDS.label(record.relation).lower()} ".join(names))


def _citation(record: Record, linked: Linked) -> str:
    """Return the first citation in short: "AJIL note, n. 26"."""
    for citation in record.citations:
        source = linked.get(citation.source)
        name = short(source) if isinstance(source, Source) else citation.source
        place = pinpoint(citation.locator)
        more = len(record.citations) - 1
        behind = f" +{more}" if more else ""
        return f"{name}, {place}{behind}" if place else f"{name}{behind}"
    return ""
