"""A record as the form holds it, and back: typed values in, a record or what is wrong with it out.

In: a record, or the values of a form by field. Out: values, or a `Draft`. Must not know: widgets,
the store. A record is only made where every field can stand; `rough` is made in any case, for
looking whether the library has the same already.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from briefer.records import (
    RECORD_TYPES,
    Citation,
    Name,
    PartialDate,
    Participant,
    Picture,
    Record,
    Ref,
    SeriesPoint,
)
from briefer.ui.records.dates import DateFlaw, read_date, shown
from briefer.ui.records.forms import FORMS, FieldSpec

Value: TypeAlias = str | bool | tuple[str, ...] | tuple[Participant, ...] | Picture | None
"""What an input holds: text, yes or no, words or ids, participants, a picture."""

NEW = "new"
"""The name of a record that has no id yet."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a field, and a value that mends it, with what taking it is called."""

    message: str
    instead: str = ""
    offer: str = ""


@dataclass(frozen=True)
class Draft:
    """A record as typed. `record` is None while `flaws`, by field, keep it from being one."""

    rough: Record
    record: Record | None
    flaws: Mapping[str, Flaw] = field(default_factory=dict)


def values_of(record: Record) -> dict[str, Value]:
    """Return the values of a record's form."""
    return {spec.name: _value(spec, getattr(record, spec.name)) for spec in FORMS[record.type]}


def blank_values(type_: str) -> dict[str, Value]:
    """Return the values of a new record's form."""
    values = {spec.name: _value(spec, None) for spec in FORMS[type_]}
    usual = {"status": "happened", "qualifier": "exact", "statement_type": "quotation"}
    usual |= {"verification": "partial"}
    return values | {name: word for name, word in usual.items() if name in values}


def draft_of(
    type_: str,
    values: Mapping[str, Value],
    citations: tuple[Citation, ...],
    *,
    base: Record | None = None,
) -> Draft:
    """Return the record that a form's values make of `base`, or of nothing."""
    made: dict[str, Any] = {}
    flaws: dict[str, Flaw] = {}
    for spec in FORMS[type_]:
        old = getattr(base, spec.name, None)
        found = _read(spec, values[spec.name], old)
        if isinstance(found, Flaw):
            flaws[spec.name] = found
            found = _filler(spec)
        made[spec.name] = found
    flaws.update(_flaws_together(type_, made, flaws))
    made["citations"] = citations
    if base is not None:
        rough = dataclasses.replace(base, **made)
    else:
        rough = RECORD_TYPES[type_](id=f"{type_}/{NEW}", origin="user", **made)
    return Draft(rough, None if flaws else rough, flaws)


def differs(record: Record, other: Record) -> bool:
    """Return whether two records say different things."""
    names = (*(spec.name for spec in FORMS[record.type]), "citations")
    return any(getattr(record, name) != getattr(other, name) for name in names)


def _value(spec: FieldSpec, said: object) -> Value:
    many = said if isinstance(said, tuple) else ()
    match spec.kind:
        case "date":
            return shown(said if isinstance(said, PartialDate) else None)
        case "number":
            return _number_words(said) if isinstance(said, float | int) else ""
        case "flag":
            return bool(said)
        case "tags" | "records" | "cast":
            return many
        case "picture":
            return said if isinstance(said, Picture) else None
        case "lines":
            return "\n".join(many)
        case "names":
            return "\n".join(_name_line(name) for name in many)
        case "series":
            return "\n".join(f"{shown(one.at)}: {_number_words(one.value)}" for one in many)
        case _:
            return said if isinstance(said, str) else ""


def _number_words(number: float) -> str:
    return f"{int(number):,}" if float(number).is_integer() else f"{number!r}"


def _name_line(name: Name) -> str:
    return name.literal or ", ".join(part for part in (name.family, name.given) if part)


def _read(spec: FieldSpec, value: Value, old: object) -> object:
    """Return what a field of the record is to hold, or a flaw."""
    if isinstance(value, str):
        return _read_text(spec, value, old)
    if isinstance(value, tuple) and not value and spec.missing:
        return Flaw(spec.missing)
    return value


def _read_text(spec: FieldSpec, value: str, old: object) -> object:
    if value == _value(spec, old) and old is not None:
        return old
    text = value.strip()
    if not text:
        if spec.missing:
            return Flaw(spec.missing)
        return () if spec.kind in ("lines", "names", "series") else _absent(spec)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    match spec.kind:
        case "date":
            return _read_date(text, old if isinstance(old, PartialDate) else None)
        case "number":
            return _read_number(text)
        case "lines":
            return tuple(lines)
        case "names":
            return tuple(_read_name(line) for line in lines)
        case "series":
            return _read_series(lines)
        case _:
            return text


def _absent(spec: FieldSpec) -> str | None:
    """Return what a field that says nothing holds: the usual word where there is one."""
    return {"status": "happened", "qualifier": "exact", "verification": "partial"}.get(spec.name)


def _read_date(text: str, old: PartialDate | None) -> PartialDate | Flaw:
    found = read_date(text)
    if isinstance(found, DateFlaw):
        return Flaw(found.message, found.instead, found.offer)
    return old if old is not None and old.edtf == found.edtf else found


def _read_number(text: str) -> float | Flaw:
    try:
        return float(text.replace(",", "").replace("\N{NO-BREAK SPACE}", "").replace(" ", ""))
    except ValueError:
        return Flaw(f"“{text[:40]}” is not a number. Type 107,543 or 2.5.")


def _read_name(line: str) -> Name:
    family, comma, given = line.partition(",")
    if comma and family.strip() and given.strip():
        return Name(family=family.strip(), given=given.strip())
    return Name(literal=line.strip(", "))


def _read_series(lines: list[str]) -> tuple[SeriesPoint, ...] | Flaw:
    points = []
    for line in lines:
        when, _, number = line.rpartition(":")
        at, value = read_date(when), _read_number(number.strip())
        if isinstance(at, DateFlaw) or isinstance(value, Flaw):
            return Flaw(f"“{line[:60]}” is not a date, a colon and a number, as in 2019: 36,359.")
        points.append(SeriesPoint(at, value))
    return tuple(points)


def _filler(spec: FieldSpec) -> object:
    """Return something in the place of what is missing or cannot be read."""
    if spec.kind == "choice" and spec.words:
        return next(iter(spec.words))
    if spec.kind in ("tags", "records", "cast", "lines", "names", "series"):
        return ()
    return "" if spec.missing else None


def _flaws_together(
    type_: str, made: Mapping[str, Any], flaws: Mapping[str, Flaw]
) -> dict[str, Flaw]:
    """Return what is wrong with fields that say one thing together."""
    found: dict[str, Flaw] = {}
    if type_ == "statistic":
        low, high = made["low"], made["high"]
        if low is not None and high is not None and low > high:
            found["high"] = Flaw("The range ends before it starts.")
        if not {"value", "low", "high"} & flaws.keys() and made["value"] is low is high is None:
            found["value"] = Flaw("A statistic needs a number, or a range.")
    if type_ == "relation" and made["subject"] and made["subject"] == made["object"]:
        found["object"] = Flaw("It is the first actor too. Choose another.")
    return found


def refs_of(values: Mapping[str, Value], type_: str) -> tuple[Ref, ...]:
    """Return the ids that a form's values name."""
    refs: dict[Ref, None] = {}
    for spec in FORMS[type_]:
        value = values[spec.name]
        if spec.kind == "record" and isinstance(value, str) and value:
            refs[value] = None
        if spec.kind in ("records", "cast") and isinstance(value, tuple):
            for item in value:
                refs[item.actor if isinstance(item, Participant) else item] = None
    return tuple(refs)
