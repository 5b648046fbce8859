"""Records as users hand them in: JSON in a file or on standard input, or `--set FIELD=VALUE`.

In: text. Out: the values of records as the library's text form has them (`docs/records.md`), each
with the name of its place for messages. What `briefer show --json` prints is understood too: its
computed values are left out. Must not know: the store.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefer.errors import PackError, did_you_mean

if TYPE_CHECKING:
    from briefer.records import Record, Ref
    from briefer.records.fields import Field

STANDARD_INPUT = Path("-")
MOST_BYTES = 200_000_000
"""The largest file that is read; a hundred thousand records need about half of it."""

_COMPUTED = frozenset({"label", "linked", "origin", "changed_at", "changed_by"})
_UNNAMED = "new"


@dataclass(frozen=True, slots=True)
class Handed:
    """The values of one record, the place where they stand, and the revision they are based on."""

    place: str
    values: dict[str, object]
    revision: int | None = None


def read_text(path: Path, *, most: int = MOST_BYTES) -> tuple[str, str]:
    """Return the text of a file, or of standard input for `-`, and its name for messages.

    Raise PackError where it cannot be read, is too large or is no text in UTF-8.
    """
    name = "standard input" if path == STANDARD_INPUT else path.name
    try:
        if path == STANDARD_INPUT:
            data = sys.stdin.buffer.read(most + 1)
        else:
            with path.open("rb") as file:
                data = file.read(most + 1)
        if len(data) > most:
            raise PackError(f"{name} is larger than {most:,} bytes.", hint="Hand in a part of it.")
        return data.decode("utf-8-sig"), name
    except OSError as error:
        raise PackError(f"{path} cannot be read: {error.strerror}.", hint="Check it.") from error
    except UnicodeDecodeError as error:
        raise PackError(
            f"{name}: byte {error.start} is not UTF-8.", hint="Save it as plain text in UTF-8."
        ) from None


def read_records(path: Path) -> list[Handed]:
    """Return what a file holds: one record, or a list of them, counted from 1 in messages."""
    from briefer.packs import load

    text, name = read_text(path)
    found = load(text, file=name)
    try:
        if not isinstance(found, list):
            return [_handed(found, name)]
        return [_handed(item, f"{name}, record {number}") for number, item in enumerate(found, 1)]
    except RecursionError:
        raise PackError(f"{name}: brackets are nested too deep.", hint="No record is.") from None


def _handed(raw: object, place: str) -> Handed:
    if not isinstance(raw, dict):
        raise PackError(f"{place}: a record is an object in braces.", hint='{"type": "event", …}')
    values = {key: _without_computed(value) for key, value in raw.items() if key not in _COMPUTED}
    revision = values.pop("revision", None)
    if revision is not None and (isinstance(revision, bool) or not isinstance(revision, int)):
        raise PackError(
            f"{place}, field 'revision': not a whole number.", hint="Give the one that `show` has."
        )
    return Handed(place, values, revision)


def _without_computed(value: object) -> object:
    """Return a value without what `show --json` adds: nulls, bounds of dates, names of actors."""
    if isinstance(value, list):
        return [_without_computed(item) for item in value]
    if not isinstance(value, dict):
        return value
    left_out = set()
    if "edtf" in value:
        left_out = {"earliest", "latest"}
    elif "actor" in value:
        left_out = {"name"}
    return {
        key: _without_computed(item)
        for key, item in value.items()
        if item is not None and key not in left_out
    }


def new_record(handed: Handed) -> tuple[Record, bool]:
    """Return the record that was handed in, and whether it brought an id.

    Raise PackError naming place and field. Without an id its type must be given.
    """
    from briefer.records import RECORD_TYPES
    from briefer.records.codec import from_pack

    values = {key: value for key, value in handed.values.items() if value is not None}
    if "id" in values:
        return from_pack(values, file=handed.place, origin="user"), True
    type_ = values.get("type")
    if not isinstance(type_, str) or type_ not in RECORD_TYPES:
        said = f"there is no type {type_!r}." if isinstance(type_, str) else "missing."
        raise PackError(
            f"{handed.place}, field 'type': {said}",
            hint=did_you_mean(type_ if isinstance(type_, str) else "", RECORD_TYPES),
        )
    temporary = f"{type_}/{_UNNAMED}"
    try:
        return from_pack({**values, "id": temporary}, file=handed.place, origin="user"), False
    except PackError as error:
        message = error.message.replace(f", {temporary}", "", 1)
        raise PackError(message, hint=error.hint) from None


def changed_record(record: Record, handed: Iterable[Handed]) -> Record:
    """Return a record with the fields that were handed in; `null` takes a field away.

    Raise PackError naming place and field.
    """
    from briefer.records.codec import from_pack, to_pack

    values, place = to_pack(record), ""
    revision = record.revision
    for one in handed:
        place = one.place
        named = one.values.get("id", record.id)
        if named != record.id:
            raise PackError(f"{place}: these values are of {named!r}.", hint=f"Not {record.id!r}.")
        values.update(one.values)
        revision = revision if one.revision is None else one.revision
    kept = {key: value for key, value in values.items() if value is not None and value != []}
    changed = from_pack(kept, file=place, origin=record.origin)
    return replace(changed, revision=revision)


def set_values(ref: Ref, settings: Iterable[str]) -> Handed:
    """Return the values that `--set FIELD=VALUE` gives; raise PackError for an unknown field.

    A text or date is taken as it stands, a list of words by its commas; anything may be given as
    JSON where the field holds no text. Nothing after the equals sign takes the field away.
    """
    from briefer.records import RECORD_TYPES
    from briefer.records.fields import STORE_FIELDS, fields_of, type_of

    cls = RECORD_TYPES.get(type_of(ref))
    fields = {
        field.key: field
        for field in (fields_of(cls) if cls else ())
        if field.name not in STORE_FIELDS and field.name != "id"
    }
    values: dict[str, object] = {}
    for setting in settings:
        name, equals, text = setting.partition("=")
        if not equals:
            raise PackError(f"--set {setting}: there is no '='.", hint="Write FIELD=VALUE.")
        if name not in fields:
            hint = did_you_mean(name, fields)
            raise PackError(f"--set: {ref} has no field {name!r}.", hint=hint)
        values[name] = _value(fields[name], text) if text else None
    return Handed("--set", values)


def _value(field: Field, text: str) -> object:
    """Return what a setting's text says for a field."""
    from briefer.packs import load

    plain = not field.many and field.hint is str
    if not plain and text.lstrip()[:1] in ("[", "{"):
        return _without_computed(load(text, file=f"--set {field.key}"))
    if field.many:
        parts = text.split(",") if field.words else [text]
        return [part.strip() for part in parts]
    if field.hint in (bool, float):
        return _number(field, text)
    return text


def _number(field: Field, text: str) -> object:
    wanted = "true or false" if field.hint is bool else "a number"
    try:
        value: object = json.loads(text)
    except ValueError:
        raise PackError(f"--set {field.key}: {text!r} is not {wanted}.") from None
    return None if isinstance(value, Mapping) else value
