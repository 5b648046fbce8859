"""Records to and from rows of the tables in `schema`.

In: a record, or a row with its column names. Out: the other one. Must not know: SQL.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from briefer.errors import DamageError, PackError
from briefer.records import RECORD_TYPES, PartialDate, Record
from briefer.records.codec import from_pack, to_pack
from briefer.records.fields import STORE_FIELDS, Field, fields_of

HEAD_FIELDS = ("revision", "changed_at", "changed_by")
"""What the table `records` holds of every record, whatever its type."""


def columns_of(cls: type[Record]) -> dict[str, type]:
    """Return the columns of a record type's table with their Python types."""
    columns: dict[str, type] = {}
    for field in fields_of(cls):
        if field.name in HEAD_FIELDS:
            continue
        columns[field.name] = field.hint if _is_plain(field) else str
        if _is_date(field):
            columns[f"{field.name}_earliest"] = str
            columns[f"{field.name}_latest"] = str
    return columns


def _is_date(field: Field) -> bool:
    return field.hint is PartialDate and not field.many


def _is_plain(field: Field) -> bool:
    return not field.many and field.hint in (str, float, bool)


def to_row(record: Record) -> dict[str, object]:
    """Return the record as a row of its type's table."""
    packed = to_pack(record)
    row: dict[str, object] = {}
    for field in fields_of(type(record)):
        if field.name in HEAD_FIELDS:
            continue
        value = packed.get(field.key)
        row[field.name] = value if value is None or _is_plain(field) else _text(value)
        if _is_date(field):
            date = getattr(record, field.name)
            for bound in ("earliest", "latest"):
                known = getattr(date, bound) if date else None
                row[f"{field.name}_{bound}"] = known.isoformat() if known else None
    return row | {"origin": record.origin}


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def from_row(type_: str, row: Mapping[str, object]) -> Record:
    """Return the record of a row with its head; raise DamageError where it holds none."""
    raw: dict[str, object] = {}
    try:
        for field in fields_of(RECORD_TYPES[type_]):
            value = None if field.name in STORE_FIELDS else row[field.name]
            if value is not None:
                raw[field.key] = _value(field, value)
        head = {
            "revision": int(str(row["revision"])),
            "changed_at": _words(row["changed_at"]),
            "changed_by": _words(row["changed_by"]),
        }
        return from_pack(raw, file="the library", origin=str(row["origin"]), kept=head)
    except (PackError, ValueError, RecursionError, KeyError) as error:  # KeyError: no such column
        raise DamageError(
            f"The record {str(row.get('id'))[:80]!r} in the library is damaged.",
            hint="Restore the library from a backup.",
            details=str(error),
        ) from error


def _words(value: object) -> str | None:
    """Return a text or None as it is; raise ValueError for anything else, which SQLite may hold."""
    if value is None or isinstance(value, str):
        return value
    raise ValueError(f"{value!r} is no text")


def _value(field: Field, value: object) -> object:
    if field.hint is bool:
        return bool(value)
    if _is_plain(field) or (_is_date(field) and not str(value).startswith("{")):
        return value
    return json.loads(str(value))
