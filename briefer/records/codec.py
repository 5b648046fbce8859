"""Records to and from JSON-ready values, for text files and for the command line.

In: records, or what `json` read. Out: what `json` can write, or records. Works from the
dataclasses' own fields, so a new record type needs nothing here. Absent is absent: a field that
says nothing is not written. Must not know: files, folders, SQL.
"""

from __future__ import annotations

import dataclasses
import functools
import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from briefer.errors import DateError, PackError, did_you_mean
from briefer.records import RECORD_TYPES
from briefer.records.base import Record, Ref
from briefer.records.dates import PartialDate
from briefer.records.fields import STORE_FIELDS, Field, fields_of, type_of
from briefer.records.text import clean_text

_LONGEST_WHOLE_NUMBER = 1e15


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file a value stands, for messages: file, record and field."""

    file: str
    record: str
    field: str = ""

    def inside(self, key: str) -> Place:
        """Return the place of a field of this value."""
        return Place(self.file, self.record, f"{self.field}.{key}" if self.field else key)

    def at(self, index: int) -> Place:
        """Return the place of an item of this list, counted from 1 as people do."""
        return Place(self.file, self.record, f"{self.field}[{index + 1}]")

    def error(self, problem: str, *, hint: str = "") -> PackError:
        """Return an error that names the file, the record and the field."""
        parts = [self.file, self.record, f"field {self.field!r}" if self.field else ""]
        return PackError(f"{', '.join(part for part in parts if part)}: {problem}", hint=hint)


def to_pack(record: Record) -> dict[str, object]:
    """Return the record as text files hold it: id, type, then the declared order."""
    return {"id": record.id, "type": record.type, **_encode_fields(record)}


def _encode_fields(part: object) -> dict[str, object]:
    values = ((field, getattr(part, field.name)) for field in fields_of(type(part)))
    return {
        field.key: [_encode(item) for item in value] if field.many else _encode(value)
        for field, value in values
        if field.name not in STORE_FIELDS and (field.required or not _is_absent(value))
    }


def _is_absent(value: object) -> bool:
    return value is None or value is False or value in ("", ())


def _encode(value: object) -> object:
    if isinstance(value, PartialDate):
        if value.overridden:
            return {"edtf": value.edtf, "display": value.display}
        return value.edtf
    if isinstance(value, float):
        return _number(value)
    if dataclasses.is_dataclass(value):
        return _encode_fields(value)
    return value


def _number(value: float) -> int | float:
    """Return a whole number as an int, so that files say 107543 and not 107543.0."""
    return int(value) if value.is_integer() and abs(value) < _LONGEST_WHOLE_NUMBER else value


def to_json(record: Record, *, linked: Mapping[Ref, Record]) -> dict[str, object]:
    """Return the whole record for the command line: every field by name, absent ones null.

    Dates carry their bounds; participants carry their actors' names and `linked` maps every id
    that the record links to its label, where `linked` holds that record.
    """
    values = _json_fields(record, linked)
    labels = {ref: linked[ref].label for ref in sorted(set(record.links())) if ref in linked}
    return {"id": record.id, "type": record.type, "label": record.label, **values, "linked": labels}


def _json_fields(part: object, linked: Mapping[Ref, Record]) -> dict[str, object]:
    values: dict[str, object] = {}
    for field in fields_of(type(part)):
        value = getattr(part, field.name)
        if field.many:
            values[field.key] = [_json(item, linked) for item in value]
        else:
            values[field.key] = _json(value, linked)
    actor = values.get("actor")
    if isinstance(actor, str) and actor in linked:
        values["name"] = linked[actor].label
    return values


def _json(value: object, linked: Mapping[Ref, Record]) -> object:
    if isinstance(value, PartialDate):
        return {
            "edtf": value.edtf,
            "display": value.display,
            "earliest": value.earliest.isoformat() if value.earliest else None,
            "latest": value.latest.isoformat() if value.latest else None,
        }
    if isinstance(value, float):
        return _number(value)
    if dataclasses.is_dataclass(value):
        return _json_fields(value, linked)
    return value


def from_pack(
    raw: object, *, file: str, origin: str = "bundled", kept: Mapping[str, object] | None = None
) -> Record:
    """Return the record that a file's value describes; its type is the first part of its id.

    `kept` are values of the fields that text files do not hold (`STORE_FIELDS`), `origin` one.
    Raise PackError naming the file, the record and the field, with the nearest known word.
    """
    if not isinstance(raw, dict):
        raise PackError(f"{file}: a record is {_said(raw)}, not an object in braces.")
    ref = raw.get("id")
    if not isinstance(ref, str):
        raise PackError(f"{file}: a record has no 'id'.", hint=f"It begins {str(raw)[:60]!r}.")
    cls = RECORD_TYPES.get(type_of(ref))
    place = Place(file, ref)
    if cls is None:
        known = ", ".join(f"{name}/" for name in RECORD_TYPES)
        raise place.inside("id").error("no record type.", hint=f"An id begins with one of {known}")
    if raw.get("type", cls.type) != cls.type:
        raise place.inside("type").error(f"{raw['type']!r}, but the id says {cls.type!r}.")
    values = {key: value for key, value in raw.items() if key != "type"}
    try:
        record = _decode_fields(cls, values, kept={"origin": origin, **(kept or {})})
    except _WrongError as wrong:
        raise wrong.at(place) from None
    if not isinstance(record, Record):
        raise AssertionError(f"{cls.__name__} is no record")
    return record


class _WrongError(Exception):
    """What is wrong with a value; the way to it is added where it is passed on.

    Most records are right: nothing is done for messages until one is needed.
    """

    def __init__(self, problem: str, *, hint: str = "") -> None:
        super().__init__(problem)
        self._problem = problem
        self._hint = hint
        self._way: list[str | int] = []

    def inside(self, step: str | int) -> _WrongError:
        """Return the same, told to be in a field of that key or an item, counted from 0."""
        self._way.append(step)
        return self

    def at(self, place: Place) -> PackError:
        """Return the error that names the record's place and the way from there."""
        for step in reversed(self._way):
            place = place.inside(step) if isinstance(step, str) else place.at(step)
        return place.error(self._problem, hint=self._hint)


def _decode_fields(
    cls: type, raw: Mapping[str, object], *, kept: Mapping[str, object] = MappingProxyType({})
) -> object:
    fields = _fields_in_files(cls)
    for key in raw:
        if key not in fields:
            raise _WrongError("unknown field.", hint=did_you_mean(key, fields)).inside(str(key))
    values: dict[str, Any] = dict(kept)
    for key, field in fields.items():
        if key in raw:
            try:
                values[field.name] = _decode_field(field, raw[key])
            except _WrongError as wrong:
                wrong.inside(key)
                raise
        elif field.required:
            hint = "Every record of this type has one."
            raise _WrongError("missing.", hint=hint).inside(key)
    return cls(**values)


@functools.cache
def _fields_in_files(cls: type) -> Mapping[str, Field]:
    """Return the fields of a record type or part that files hold, by key."""
    return {field.key: field for field in fields_of(cls) if field.name not in STORE_FIELDS}


def _decode_field(field: Field, raw: object) -> object:
    if raw is None:
        raise _WrongError("null.", hint="Leave the field out where nothing is known.")
    if not field.many:
        return _decode(field, raw)
    if not isinstance(raw, list):
        raise _WrongError(f"{_said(raw)}, not a list in brackets.")
    items = []
    for index, item in enumerate(raw):
        try:
            items.append(_decode(field, item))
        except _WrongError as wrong:
            wrong.inside(index)
            raise
    return tuple(items)


def _decode(field: Field, raw: object) -> object:
    if field.hint is str:
        return _decode_text(field, raw)
    if field.hint is PartialDate:
        return _decode_date(raw)
    if field.hint is bool:
        if not isinstance(raw, bool):
            raise _WrongError(f"{_said(raw)}, not true or false.")
        return raw
    if field.hint is float:
        return _decode_number(raw)
    if not isinstance(raw, dict):
        raise _WrongError(f"{_said(raw)}, not an object in braces.")
    return _decode_fields(field.hint, raw)


def _decode_text(field: Field, raw: object) -> str:
    if not isinstance(raw, str):
        raise _WrongError(f"{_said(raw)}, not text in quotation marks.")
    text = clean_text(raw)
    if not text or text.isspace():
        raise _WrongError("empty text.", hint="Leave the field out where nothing is known.")
    problem = field.words.problem(text) if field.words else ""
    if problem:
        raise _WrongError(problem)
    return text


def _decode_number(raw: object) -> float:
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        raise _WrongError(f"{_said(raw)}, not a number.")
    try:
        number = float(raw)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise _WrongError("a number beyond what a computer holds.")
    return number


def _decode_date(raw: object) -> PartialDate:
    edtf, display = raw, None
    if isinstance(raw, dict):
        for key in raw:
            if key not in ("edtf", "display"):
                hint = did_you_mean(key, ("edtf", "display"))
                raise _WrongError("unknown field.", hint=hint).inside(str(key))
        edtf, display = raw.get("edtf"), raw.get("display")
    if not isinstance(edtf, str) or not (display is None or isinstance(display, str)):
        raise _WrongError(f'{_said(raw)}, not EDTF text or {{"edtf": ..., "display": ...}}.')
    try:
        return PartialDate.parse(edtf, None if display is None else clean_text(display))
    except DateError as error:
        raise _WrongError(error.message, hint=error.hint) from None


def _said(raw: object) -> str:
    names = {str: "text", bool: "true or false", list: "a list", dict: "an object"}
    return "null" if raw is None else names.get(type(raw), "a number")
