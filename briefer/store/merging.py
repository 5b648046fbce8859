"""Two records of one thing made one: what the one that stays takes from the other.

In: records. Out: records. Must not know: the store.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Any

from briefer.errors import RecordError
from briefer.packs import references
from briefer.records import Actor, Record, Ref, Relation, Source, Statement, Statistic
from briefer.records.fields import STORE_FIELDS, fields_of
from briefer.records.passages import spaced

_UNITED = frozenset(
    (
        "citations",
        "topics",
        "substances",
        "countries",
        "aliases",
        "actors",
        "instruments",
        "contrasts_with",
    )
)
"""Lists of which each item stands for itself; others (a series, authors) are one thing."""

_TOGETHER = (
    ("as_of", "as_of_note"),
    ("asserted_by", "asserted_by_label"),
    ("speaker", "speaker_label"),
    ("role", "role_date"),
    ("date", "date_basis"),
)
"""Fields that say one thing together: all come from the same record."""


def united(keep: Record, other: Record) -> Record:
    """Return the record that stays, with what only the other knew.

    Citations and lists are united, absent fields filled. Raise RecordError where the two say
    different things that one set of citations cannot support.
    """
    _refuse_contradiction(keep, other)
    values: dict[str, Any] = {}
    for field in fields_of(type(keep)):
        ours, theirs = getattr(keep, field.name), getattr(other, field.name)
        if field.name in STORE_FIELDS or field.name == "id" or field.hint is bool:
            continue
        if field.name in _UNITED:
            values[field.name] = _union(ours, theirs)
        elif _is_absent(ours) and not _is_said(keep, field.name):
            values[field.name] = theirs
    if isinstance(other, Statistic) and isinstance(keep, Statistic) and not _has_number(keep):
        values["qualifier"] = other.qualifier
    if keep.note and other.note and keep.note != other.note:
        values["note"] = f"{keep.note}\n\n{other.note}"
    if isinstance(keep, Actor) and isinstance(other, Actor):
        values["aliases"] = _other_names(keep, other)
    merged = dataclasses.replace(keep, **values)
    if isinstance(merged, Source):
        merged = dataclasses.replace(merged, unknown=_still_unknown(merged, other))
    return merged


def _refuse_contradiction(keep: Record, other: Record) -> None:
    """Refuse what would make a citation say what its source does not."""
    problem = ""
    match keep, other:
        case Statement(), Statement() if keep.verbatim and other.verbatim:
            if spaced(keep.text) != spaced(other.text):
                problem = "quote different words"
        case Statistic(), Statistic():
            if _has_number(keep) and _has_number(other) and _numbers(keep) != _numbers(other):
                problem = "give different numbers"
    if keep.marking and other.marking and keep.marking != other.marking:
        problem = "carry different markings"
    if problem:
        raise RecordError(
            f"{keep.id} and {other.id} {problem}, so they cannot become one record.",
            hint="Make them alike first, or keep both.",
        )


def _numbers(statistic: Statistic) -> tuple[float | None, ...]:
    return statistic.value, statistic.low, statistic.high


def _has_number(statistic: Statistic) -> bool:
    return any(number is not None for number in _numbers(statistic))


def _union(ours: Iterable[Any], theirs: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys((*ours, *theirs)))


def _is_absent(value: object) -> bool:
    return value in (None, "", ())


def _is_said(record: Record, name: str) -> bool:
    """Return whether a record says already what a field says, in that field or one beside it."""
    beside = [field for group in _TOGETHER if name in group for field in group]
    return any(not _is_absent(getattr(record, field, None)) for field in beside)


def _other_names(keep: Actor, other: Actor) -> tuple[str, ...]:
    """Return all names but the one that stays; of two that differ in capitals only, the first."""
    names = {keep.name.casefold(): keep.name}
    for name in (*keep.aliases, other.name, *other.aliases):
        names.setdefault(name.casefold(), name)
    return tuple(names.values())[1:]


def _still_unknown(merged: Source, other: Record) -> tuple[str, ...]:
    """Return the fields that neither of two sources knows, of those listed as unknown."""
    listed = _union(merged.unknown, other.unknown if isinstance(other, Source) else ())
    known = {
        field.key for field in fields_of(Source) if not _is_absent(getattr(merged, field.name))
    }
    return tuple(name for name in listed if name not in known)


def redirected(record: Record, *, old: Ref, new: Ref) -> Record | None:
    """Return the record with every reference to `old` leading to `new`.

    A reference by which it would name itself goes, and what is then there twice stands once.
    None where nothing is left of it: a relation of an actor to itself.
    """
    named = {name.partition("[")[0] for name, ref, _ in references(record) if ref == old}
    values = {name: _renamed(getattr(record, name), old, new) for name in named}
    return without_itself(_replaced(record, values))


def without_itself(record: Record) -> Record | None:
    """Return the record without references to itself; None for a relation of one to itself."""
    if isinstance(record, Relation) and record.subject == record.object:
        return None
    values: dict[str, Any] = {}
    for name, ref, _ in references(record):
        name = name.partition("[")[0]
        if ref == record.id and name != "citations":
            value = getattr(record, name)
            values[name] = tuple(item for item in value if item != ref) if _is_list(value) else None
    values["citations"] = tuple(
        dataclasses.replace(citation, underlying=None)
        if citation.underlying in (record.id, citation.source)
        else citation
        for citation in record.citations
        if citation.source != record.id
    )
    return _replaced(record, values)


def _is_list(value: object) -> bool:
    return isinstance(value, tuple)


def _replaced(record: Record, values: dict[str, Any]) -> Record:
    return dataclasses.replace(record, **values)


def _renamed(value: object, old: Ref, new: Ref) -> object:
    """Return a value with the id `old` in it replaced."""
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(_renamed(item, old, new) for item in value))
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in dataclasses.fields(value)]
        parts = {name: _renamed(getattr(value, name), old, new) for name in names}
        return dataclasses.replace(value, **parts)
    return new if value == old else value
