"""What the timeline shows: every dated record that an ask finds, with the lanes it belongs to.

In: an `Ask` and a store, in the store's thread. Out: a `Reading`. Must not know: widgets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from briefer.citations.styles.house import short
from briefer.citations.styles.pinpoints import pinpoint
from briefer.compose.sentences import capital
from briefer.records import (
    Event,
    PartialDate,
    Record,
    Ref,
    Relation,
    Source,
    Statement,
    Statistic,
)
from briefer.records.base import Citation
from briefer.records.countries import COUNTRY_NAMES
from briefer.records.vocabulary import TOPICS
from briefer.store import Store
from briefer.ui.library.facts import SHOWN_TYPES, TYPE_WORDS, Facts, facts_of, linked_refs
from briefer.ui.library.finding import Ask
from briefer.ui.timeline.marks import Mark, mark_of

By = Literal["topic", "actor", "country", "kind"]
LANES: Mapping[By, str] = {
    "topic": "Topic",
    "actor": "Actor",
    "country": "Country",
    "kind": "Kind",
}
"""What lanes may stand for, in words."""
DATED_TYPES = ("event", "statement", "statistic", "relation")
"""The types of records that have a date."""
MOST = 5000
"""How many records are laid out at most; a note tells of the rest."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation in short, and the source's words where the record quotes them."""

    short: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A dated record, what its card says, its mark, and its lanes by what lanes stand for."""

    record: Record
    facts: Facts
    date: PartialDate
    mark: Mark
    lanes: Mapping[By, tuple[str, ...]]
    cited: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """The entries in order of date, and how many records were found: in all, dated, undated.

    Actors have no date and are not undated.
    """

    ask: Ask
    entries: tuple[Entry, ...] = ()
    found: int = 0
    dated: int = 0
    undated: int = 0


def read(store: Store, ask: Ask, *, most: int = MOST) -> Reading:
    """Return the dated records of an ask, and how many of the records found have no date."""
    total = store.search(ask.query, types=ask.types or SHOWN_TYPES, limit=0).total
    types = [name for name in ask.types or DATED_TYPES if name in DATED_TYPES]
    if not types:
        return Reading(ask, found=total)
    datable = store.search(ask.query, types=types, limit=0).total
    result = store.search(f"-is:undated {ask.query}", types=types, limit=most)
    records = [hit.record for hit in result.hits]
    linked = store.get_many({*linked_refs(records), *(ref for r in records for ref in actors(r))})
    entries = [
        _entry(record, date, linked) for record in records if (date := date_of(record)) is not None
    ]
    entries.sort(key=lambda entry: (*entry.date.sort_key, entry.facts.name))
    return Reading(ask, tuple(entries), total, result.total, datable - result.total)


def date_of(record: Record) -> PartialDate | None:
    """Return the date at which a record stands on the timeline."""
    if isinstance(record, Event | Statement | Relation):
        return record.date
    return record.as_of if isinstance(record, Statistic) else None


def actors(record: Record) -> tuple[Ref, ...]:
    """Return the actors that a record is about, each once."""
    found: list[Ref | None] = []
    if isinstance(record, Event):
        found = [participant.actor for participant in record.actors]
    elif isinstance(record, Statement):
        found = [record.speaker]
    elif isinstance(record, Statistic):
        found = [record.asserted_by]
    elif isinstance(record, Relation):
        found = [record.subject, record.object]
    return tuple(dict.fromkeys(ref for ref in found if ref))


def _entry(record: Record, date: PartialDate, linked: Mapping[Ref, Record]) -> Entry:
    names = [capital(linked[ref].label) for ref in actors(record) if ref in linked]
    lanes: dict[By, tuple[str, ...]] = {
        "topic": tuple(TOPICS.label(word) for word in record.topics),
        "actor": tuple(names),
        "country": tuple(COUNTRY_NAMES.get(code, code) for code in record.countries),
        "kind": (_kind(record),),
    }
    cited = tuple(_cited(citation, linked) for citation in record.citations)
    return Entry(record, facts_of(record, linked), date, mark_of(date), lanes, cited)


def _kind(record: Record) -> str:
    """Return the family of an event's type ("Law enforcement"), else the type of the record."""
    if not isinstance(record, Event):
        return TYPE_WORDS[record.type][1]
    family = record.event_type.split(".")[0].replace("_", " ")
    return "Remarks" if family == "statement" else family[:1].upper() + family[1:]


def _cited(citation: Citation, linked: Mapping[Ref, Record]) -> Cited:
    source = linked.get(citation.source)
    name = short(source) if isinstance(source, Source) else citation.source
    place = pinpoint(citation.locator)
    words = citation.quote.exact if citation.quote else ""
    return Cited(", ".join(part for part in (name, place) if part), words)


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane: its name and its entries in order of date."""

    name: str
    entries: tuple[Entry, ...]


def lanes_of(entries: Sequence[Entry], by: By) -> tuple[Lane, ...]:
    """Return the lanes, fullest first, what belongs to none of them last.

    A record with two topics stands in both lanes.
    """
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        for name in entry.lanes[by] or ("",):
            found.setdefault(name, []).append(entry)
    order = sorted(found, key=lambda name: (not name, -len(found[name]), name))
    return tuple(Lane(name or f"No {LANES[by].lower()}", tuple(found[name])) for name in order)
