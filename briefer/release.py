"""A briefing up to a marking: what stands above the limit goes, with everything that tells of it.

In: a briefing, its records, the marking up to which it is to be handed out. Out: a briefing and
records that hold nothing above it, ready to be composed as any other. Must not know: layout, files.

Markings of records and slides decide (docs/markings.md, "Release up to a marking"):

- a record above the limit goes, and so does one that rests on sources above it, or cannot be told
  without a record that goes: what a speaker says, a relation, somebody's number;
- a slide whose own marking is above the limit goes, and so does one that loses all its records;
- words that a person wrote are as high as the highest record that their slide shows, cites or
  names, picked or found by a composer, unless the slide has a marking of its own: they go with the
  first record that goes;
- a record that nobody holds may be marked as high as any: it goes.

The briefing's own words (title, subtitle, audience, headings of sections) bear no marking and stay.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from briefer.compose import SLIDE_KINDS, slides_of
from briefer.content import ASKS, Slide, parts_of
from briefer.errors import ExportError
from briefer.marked import brought, card_marking, profile_of, roll_up, shown_on
from briefer.marked.edits import LOWER
from briefer.markings import (
    PROFILES,
    TOLD_BY_MARKING,
    Marking,
    above,
    format_marking,
    permits,
    read,
    refusal,
)
from briefer.records import Actor, Event, Relation, Statement, Statistic
from briefer.records.base import Record, Ref
from briefer.records.gathered import Gathered
from briefer.storyboard.briefing import Briefing, Card, Decision, Section

_CITED = re.compile(r"\[@([^\]\s]+)\]")
_ID = re.compile(r"[a-z]+/[a-z0-9][a-z0-9._-]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that is not released: `what` it is (`record`, `slide`, `words`), and why."""

    what: str
    name: str
    reason: str


@dataclass(frozen=True)
class Released:
    """What may be handed out, and what was left out of it."""

    briefing: Briefing
    records: Gathered
    left_out: tuple[LeftOut, ...] = ()


def release(briefing: Briefing, records: Gathered, limit: str) -> Released:
    """Return what a briefing holds up to a marking; `limit` "" is what bears no marking at all.

    Raise ExportError where the limit or a marking of the briefing cannot be read, and where the
    briefing is marked higher than its records and slides say: then nobody can tell which part is.
    """
    profile = profile_of(briefing)
    level = _level(limit, profile)
    slides = slides_of(briefing, records)
    _require_marked_parts(briefing, roll_up(briefing, slides, records).needed, level, limit)
    gone = _above(records, profile, level)
    kept = _scrubbed(records, gone)
    part = _Part(
        profile, level, kept, _lost(briefing, records, kept), _telling(slides, records, kept)
    )
    part = replace(part, asking=_asking(briefing, slides, part))
    left = [*_left_records(records, kept, gone), *_left_slides(briefing, part)]
    sections = tuple(_sections(briefing, part))
    compared = {ref: same for ref, same in records.compared.items() if ref in kept}
    gathered = Gathered(kept.values(), compared=compared)
    marking = _marking(briefing, sections, gathered)
    released = replace(
        briefing,
        marking=marking,
        designation=_designation(briefing, marking),
        decisions=without_reasons(briefing.decisions),
        sections=sections,
    )
    return Released(released, gathered, tuple(left))


def without_reasons(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the overrides among decisions, without their reasons.

    An export in spite of a check is still one; the reasons, and how the marking was lowered, may
    tell of what is left out, and the deck holds a digest of them.
    """
    return tuple(replace(each, reason="") for each in decisions if each.what != LOWER)


def _level(limit: str, profile: str) -> Marking:
    """Return the limit, read."""
    reading = read(limit, profile)
    if reading.marking is None:
        raise ExportError(f"“{limit}” is no marking to release up to.", hint=refusal(reading))
    return reading.marking


def _require_marked_parts(
    briefing: Briefing, needed: Marking | None, level: Marking, limit: str
) -> None:
    """Refuse where the whole is above the limit and what its slides hold does not say why."""
    whole = read(briefing.marking, profile_of(briefing)).marking
    if whole is not None and permits(level, whole):
        return
    if whole is None or needed is None or not permits(needed, whole):
        raise ExportError(
            f"The briefing is marked “{briefing.marking}”, but its records and slides do not say "
            f"which of them are above “{limit or 'unmarked'}”.",
            hint="Mark the records or slides that make it so, then release again.",
        )


@dataclass(frozen=True)
class _Part:
    """What of a briefing may stay: the records kept, those lost, the cards that tell of a lost one.

    `telling` are the flat indexes of cards on whose slides a record stood that goes, `asking` of
    those that would ask for words of staff because theirs went.
    """

    profile: str
    level: Marking
    kept: Mapping[Ref, Record]
    lost: frozenset[Ref]
    telling: frozenset[int]
    asking: frozenset[int] = frozenset()

    def holds_back(self, card: Card) -> bool:
        """Return whether a card's own marking is above the limit."""
        return above(read(card_marking(card), self.profile).marking, self.level)


def _lost(
    briefing: Briefing, records: Mapping[Ref, Record], kept: Mapping[Ref, Record]
) -> frozenset[Ref]:
    """Return the records that go, and those that cards name and nobody holds."""
    named = {ref for card in briefing.cards for ref in card.records}
    return frozenset((named | records.keys()) - kept.keys())


def _telling(
    slides: Iterable[Slide], records: Mapping[Ref, Record], kept: Mapping[Ref, Record]
) -> frozenset[int]:
    """Return the cards on whose slides a record stands that goes, whoever put it there."""
    bringing = brought(records, records.keys() - kept.keys())
    return frozenset(
        slide.card for slide in slides if slide.card is not None and shown_on(slide, bringing)
    )


def _asking(briefing: Briefing, slides: Iterable[Slide], part: _Part) -> frozenset[int]:
    """Return the cards whose slides would show prompts, or nothing, because their words went."""
    asked = {slide.card for slide in slides if _asks(slide)}
    left = [
        (index, card, rest)
        for index, _, card in briefing.placed()
        if (rest := _card(card, index, part)) is not None
    ]
    trial = replace(briefing, sections=(Section("", tuple(rest for _, _, rest in left)),))
    asking = {
        slide.card for slide in slides_of(trial, Gathered(part.kept.values())) if _asks(slide)
    }
    return frozenset(
        index
        for number, (index, card, rest) in enumerate(left)
        if (number in asking and index not in asked)
        or (card.text and not rest.text and not rest.records)
    )


def _asks(value: object) -> bool:
    """Return whether a prompt for words of staff stands anywhere in a value of a slide."""
    if isinstance(value, str):
        return value.startswith(ASKS)
    return any(_asks(part) for part in parts_of(value))


def _designation(briefing: Briefing, marking: str) -> tuple[tuple[str, str], ...]:
    """Return what stays of the designation block: of a lower marking who controls it, no more."""
    if marking == briefing.marking or not marking:
        return briefing.designation if marking else ()
    fields = {field.name for field in PROFILES[profile_of(briefing)].fields}
    stay = fields.difference(TOLD_BY_MARKING)
    return tuple((name, words) for name, words in briefing.designation if name in stay)


def _above(records: Mapping[Ref, Record], profile: str, level: Marking) -> dict[Ref, str]:
    """Return the records whose own marking is above the limit, each with it."""
    found = {}
    for ref, record in records.items():
        words = record.marking or ""
        if above(read(words, profile).marking, level):
            found[ref] = words
    return found


def _scrubbed(records: Mapping[Ref, Record], gone: Mapping[Ref, str]) -> dict[Ref, Record]:
    """Return the records that stay, without a word of those that go."""
    kept = {ref: record for ref, record in records.items() if ref not in gone}
    lost = set(gone)
    while lost:
        found = {ref: _without(record, lost) for ref, record in kept.items()}
        kept = {ref: record for ref, record in found.items() if record is not None}
        lost = found.keys() - kept.keys()
    return kept


def _without(record: Record, gone: set[Ref]) -> Record | None:
    """Return a record that does not name those that go, None where it cannot do without them."""
    if gone.isdisjoint(record.links()):
        return record
    citations = tuple(
        replace(citation, underlying=_kept(citation.underlying, gone))
        for citation in record.citations
        if citation.source not in gone
    )
    if record.citations and not citations:
        return None
    record = replace(record, citations=citations)
    match record:
        case Event():
            actors = tuple(item for item in record.actors if item.actor not in gone)
            return replace(record, actors=actors, part_of=_kept(record.part_of, gone))
        case Actor():
            return replace(record, affiliation=_kept(record.affiliation, gone))
        case Statement():
            return _statement_without(record, gone)
        case Statistic() if record.asserted_by in gone:
            return None
        case Relation() if record.subject in gone or record.object in gone:
            return None
    return record


def _statement_without(record: Statement, gone: set[Ref]) -> Statement | None:
    if record.speaker in gone:
        return None
    return replace(
        record,
        event=_kept(record.event, gone),
        responds_to=_kept(record.responds_to, gone),
        contrasts_with=tuple(ref for ref in record.contrasts_with if ref not in gone),
    )


def _kept(ref: Ref | None, gone: set[Ref]) -> Ref | None:
    return None if ref in gone else ref


def _sections(briefing: Briefing, part: _Part) -> Iterator[Section]:
    """Yield the sections that stay; one that loses all its slides goes with its heading."""
    numbers = itertools.count()
    for section in briefing.sections:
        left = [_card(card, next(numbers), part) for card in section.cards]
        cards = tuple(card for card in left if card is not None)
        if cards or not section.cards:
            yield replace(section, cards=cards)


def _card(card: Card, index: int, part: _Part) -> Card | None:
    """Return what stays of a card, None where it goes."""
    if part.holds_back(card) or index in part.asking:
        return None
    lost = part.lost
    refs = tuple(ref for ref in card.records if ref not in lost)
    if card.records and not refs:
        return None
    named = any(_tells(words, lost) for words in _all_words(card))
    loses = index in part.telling or len(refs) < len(card.records) or named
    if not loses:
        return card
    silent = not card_marking(card)
    return replace(
        card,
        title="" if silent or _tells(card.title, lost) else card.title,
        records=refs,
        text=tuple(
            (field, words)
            for field, words in card.text
            if not silent and field not in lost and not _tells(words, lost)
        ),
        options=tuple(
            (name, value)
            for name, value in card.options
            if name not in lost and _may_stay(card.kind, name, value, lost, silent=silent)
        ),
    )


def _all_words(card: Card) -> Iterator[str]:
    """Yield every text of a card that may name a record."""
    yield card.title
    for field, words in card.text:
        yield from (f"[@{field}]", words)
    for name, value in card.options:
        yield f"[@{name}]"
        if isinstance(value, str):
            yield from (f"[@{value}]", value)


def _tells(words: str, lost: frozenset[Ref]) -> bool:
    """Return whether words cite a record that goes, or name its id."""
    return not lost.isdisjoint((*_CITED.findall(words), *_ID.findall(words)))


def _may_stay(
    kind: str, name: str, value: str | int | bool, lost: frozenset[Ref], *, silent: bool
) -> bool:
    """Return whether an option may stay; where words go, of texts only choices of the kind."""
    if not isinstance(value, str):
        return True
    choices = SLIDE_KINDS[kind].choices if kind in SLIDE_KINDS else ()
    chosen = (name, value) in {(each.name, item.value) for each in choices for item in each.values}
    return chosen or (not silent and not _tells(value, lost))


def _marking(briefing: Briefing, sections: tuple[Section, ...], kept: Gathered) -> str:
    """Return the marking of what is left: what its slides hold, added up."""
    left = replace(briefing, sections=sections)
    needed = roll_up(left, slides_of(left, kept), kept).needed
    return format_marking(needed) if needed else ""


def _left_records(
    records: Mapping[Ref, Record], kept: Mapping[Ref, Record], gone: Mapping[Ref, str]
) -> Iterator[LeftOut]:
    """Yield what is said of the records that go."""
    for ref, record in records.items():
        if ref in gone:
            yield LeftOut("record", record.label, f"marked {gone[ref]}")
        elif ref not in kept:
            yield LeftOut("record", record.label, "cannot be told without one that is left out")


def _left_slides(briefing: Briefing, part: _Part) -> Iterator[LeftOut]:
    """Yield what is said of the slides that go, and of words that go with a record."""
    for index, _, card in briefing.placed():
        name, left = f"Slide {index + 1}", _card(card, index, part)
        if part.holds_back(card):
            yield LeftOut("slide", name, f"marked {card_marking(card)}")
        elif index in part.asking:
            yield LeftOut("slide", name, "its words were written about records that are left out")
        elif left is None:
            yield LeftOut("slide", name, "all its records are left out")
        elif replace(left, records=()) != replace(card, records=()):
            yield LeftOut("words", name, "written about records that are left out")
