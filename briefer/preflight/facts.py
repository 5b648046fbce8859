"""Checks of what staff's wording makes of records: dates, plans, charges.

In: a briefing and what was made of it. Out: findings. Only the user's own words are judged; what
slides propose follows the records by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefer.content import Slide
from briefer.preflight.base import Finding, Subject
from briefer.preflight.dated import Mention, dates_in
from briefer.records import Event
from briefer.records.base import Record, Ref
from briefer.storyboard.briefing import Card

_CHARGES = frozenset(f"law_enforcement.{word}" for word in ("indictment", "unsealing", "arrest"))
_SENTENCE = "law_enforcement.sentencing"
_CONVICTED = re.compile(
    r"\b(?:convict(?:ed|s|ion|ions)|guilty|sentenced|sentences?\s+(?:of|to)\b)", re.IGNORECASE
)
_HELD_OPEN = re.compile(
    r"\b(?:not|never|no|nobody|none|if|until|unless|before|could|may|might|would|faces?|facing|"
    r"pending|await\w*|seeks?|presumed|without)\b|n[’']t\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;:!?\n]|, (?:and|but)\b")
_CITED = re.compile(r"\[@([^\]\s]+)\]")
_SHOWN = 60


def past_plans(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each event that is told as planned although its date has passed."""
    day = subject.day
    for ref, slide in _first_shown(subject):
        event = subject.records[ref]
        if not isinstance(event, Event) or event.status != "planned" or event.date is None:
            continue
        if day is not None and event.date.latest is not None and event.date.latest < day:
            yield subject.finding(
                "planned-past",
                "warning",
                f"“{event.label}” is told as planned for {event.date.long}, which has passed.",
                slide=slide,
                record=ref,
                hint="Say in the record what became of it.",
            )


def charges(subject: Subject) -> Iterator[Finding]:
    """Yield an error where words speak of guilt and the record only of charges (domain, 7.2)."""
    for slide in subject.deck.slides:
        card = subject.card_of(slide)
        for field, words in _wording(card) if card else ():
            for line in words.splitlines():
                told = tells_guilt(line)
                charged = next(_charged(subject, card, field, line), None) if told else None
                if charged is None:
                    continue
                yield subject.finding(
                    "charged",
                    "error",
                    f"“{_cut(line)}” says “{told}”; “{charged.label}” is about charges.",
                    slide=slide,
                    record=charged.id,
                    hint="Write “charged” or “alleged”, or show the record of the sentence.",
                )
                break


def tells_guilt(words: str) -> str:
    """Return the word that tells of guilt as a fact, "" where there is none."""
    for match in _CONVICTED.finditer(words):
        clause = _CLAUSE.split(words[: match.start()])[-1]
        if not _HELD_OPEN.search(clause):
            return match[0]
    return ""


def _charged(subject: Subject, card: Card | None, field: str, line: str) -> Iterator[Event]:
    """Yield the records of charges that a line speaks of and that no record of a sentence ends."""
    for ref in _spoken_of(card, field, line):
        event = subject.records.get(ref)
        charged = isinstance(event, Event) and (
            event.event_type in _CHARGES or event.status == "alleged"
        )
        if isinstance(event, Event) and charged and not _sentenced(subject, card, event):
            yield event


def _spoken_of(card: Card | None, field: str, line: str) -> tuple[Ref, ...]:
    """Return the records a line of a card's field speaks of: its own, those cited, else all."""
    if "/" in field:
        return (field,)
    cited = tuple(_CITED.findall(line))
    return cited or (card.records if card else ())


def _sentenced(subject: Subject, card: Card | None, event: Event) -> bool:
    """Return whether a sentence is on record: on the same card, or of one of the same actors."""
    actors = {participant.actor for participant in event.actors if participant.role == "defendant"}
    for record in subject.records.values():
        if isinstance(record, Event) and record.event_type == _SENTENCE:
            same = actors & {participant.actor for participant in record.actors}
            if same or (card and record.id in card.records):
                return True
    return False


def dates(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for words with another date than the record, a note for odd dates in one."""
    for slide in subject.deck.slides:
        card = subject.card_of(slide)
        for field, words in _wording(card) if card else ():
            record = subject.records.get(field)
            other = _other_date(words, record) if record else None
            if record and other:
                yield subject.finding(
                    "date-differs",
                    "warning",
                    f"The wording says {other.words}; the record says {_dated(record)}.",
                    slide=slide,
                    record=record.id,
                    hint="Correct the wording, or the record if it is wrong.",
                )
    for ref, slide in _first_shown(subject):
        event = subject.records[ref]
        if isinstance(event, Event) and _announced_before(event):
            yield subject.finding(
                "announced-early",
                "note",
                f"“{event.label}” is told as having happened after it was announced"
                f" ({event.announced.long if event.announced else ''}).",
                slide=slide,
                record=ref,
                hint="Check both dates, or whether it is still planned.",
            )


def _other_date(words: str, record: Record) -> Mention | None:
    """Return the date that words name where none they name is one of the record's own."""
    spans = [
        (date.earliest, date.latest)
        for date in (getattr(record, name, None) for name in ("date", "announced", "as_of"))
        if date is not None
    ]
    own = (getattr(record, name, None) for name in ("title", "summary", "text", "counts"))
    known = {m.first for text in own for m in dates_in(text or "")}
    mentions = dates_in(words)
    if not spans or any(m.first in known or any(m.meets(*s) for s in spans) for m in mentions):
        return None
    return mentions[0] if mentions else None


def _dated(record: Record) -> str:
    """Return the date of a record in words."""
    date = getattr(record, "date", None) or getattr(record, "as_of", None)
    date = date or getattr(record, "announced", None)
    return date.long if date else "nothing"


def _announced_before(event: Event) -> bool:
    if event.status == "planned" or event.announced is None or event.date is None:
        return False
    announced, happened = event.announced.latest, event.date.earliest
    return announced is not None and happened is not None and announced < happened


def _first_shown(subject: Subject) -> Iterator[tuple[Ref, Slide]]:
    """Yield each record that is shown and known, with the first slide that shows it."""
    told: set[Ref] = set()
    for slide in subject.deck.slides:
        for ref in slide.records:
            if ref in subject.records and ref not in told:
                told.add(ref)
                yield ref, slide


def _wording(card: Card) -> Iterator[tuple[str, str]]:
    """Yield the user's own words on a card: its title, then field by field."""
    if card.title:
        yield "title", card.title
    yield from card.text


def _cut(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"
