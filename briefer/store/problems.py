"""What can be wrong with a record, or worth a look, judged from the record and what it links.

In: a record and a little of the library (`Known`). Out: `Problem`s. Must not know: SQL, files.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Collection, Hashable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from briefer.records import (
    Actor,
    Event,
    PartialDate,
    Record,
    Ref,
    Relation,
    Source,
    Statement,
    Statistic,
)
from briefer.store.filters import folded

_WORD = re.compile(r"[^\W_]+")

Severity: TypeAlias = Literal["error", "warning", "note"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""From what must be mended to what is only worth knowing."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What a check found: on which record ("" for the file), in words, and the next step."""

    check: str
    severity: Severity
    ref: Ref
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Known:
    """What a check of one record may ask: all ids, sources that are candidates, today."""

    ids: Collection[Ref]
    candidates: Collection[Ref]
    today: datetime.date


def problems_with(record: Record, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with a record."""
    for check in _CHECKS:
        yield from check(record, known)


def _orphans(record: Record, known: Known) -> Iterator[Problem]:
    for ref in dict.fromkeys(record.links()):
        if ref not in known.ids:
            yield Problem(
                "orphan",
                "error",
                record.id,
                f"It refers to {ref!r}, which is not in the library.",
                "Bring that record back (`briefer restore`), or take the reference out.",
            )


def _uncited(record: Record, _known: Known) -> Iterator[Problem]:
    if not record.citations and not isinstance(record, Source):
        yield Problem(
            "uncited",
            "warning",
            record.id,
            "No source is cited for it.",
            "Add a citation; without one it cannot be cited on a slide.",
        )


def _candidates(record: Record, known: Known) -> Iterator[Problem]:
    for ref in dict.fromkeys(citation.source for citation in record.citations):
        if ref in known.candidates:
            yield Problem(
                "candidate",
                "warning",
                record.id,
                f"It cites {ref!r}, which nobody has seen yet (a candidate).",
                "Cite the source that was read and name the candidate as underlying it.",
            )


def _unlocated(record: Record, _known: Known) -> Iterator[Problem]:
    for citation in record.citations:
        if citation.locator is None and citation.quote is None:
            yield Problem(
                "locator",
                "note",
                record.id,
                f"It does not say where in {citation.source!r} it stands.",
                "Add a page, paragraph, note or section.",
            )


def _passed(record: Record, known: Known) -> Iterator[Problem]:
    if isinstance(record, Event) and record.status == "planned" and record.date:
        last = record.date.latest
        if last is not None and last < known.today:
            yield Problem(
                "planned",
                "note",
                record.id,
                f"It is planned for {record.date.display}, which has passed.",
                "If a source tells what became of it, add that.",
            )


_CHECKS: tuple[Callable[[Record, Known], Iterator[Problem]], ...] = (
    _orphans,
    _uncited,
    _candidates,
    _unlocated,
    _passed,
)


def sameness(record: Record) -> Hashable:
    """Return a key that records share which may well be one and the same."""
    match record:
        case Event():
            return record.type, _plain(record.title), _edtf(record.date)
        case Actor():
            return record.type, _plain(record.name)
        case Source():
            return record.type, _plain(record.title), _edtf(record.issued)
        case Statement():
            return record.type, _plain(record.text), record.speaker or record.speaker_label
        case Statistic():
            number = (record.value, record.low, record.high, record.unit)
            return record.type, _plain(record.counts), _edtf(record.as_of), number
        case Relation():
            ends = (record.subject, record.relation, record.object)
            return record.type, ends, _edtf(record.date)
        case _:
            return record.id


def duplicate(record: Record, other: Ref) -> Problem:
    """Return the problem that a record says the same as another."""
    return Problem(
        "duplicate",
        "warning",
        record.id,
        f"It says the same as {other!r}.",
        "If they are one, merge them (`briefer merge`).",
    )


def _plain(text: str) -> str:
    """Return the letters and figures of a text, to be compared."""
    return " ".join(_WORD.findall(folded(text)))


def _edtf(date: PartialDate | None) -> str:
    return date.edtf if date else ""
