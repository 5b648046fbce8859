"""The tables of a store, derived from the record types, and rows to and from records.

One table for each type with a column for each field (`date` also gets `date_earliest` and
`date_latest`), `records` numbering all of them, `links` from record to record, `search` for the
full text of all types, `meta` for what the store says of itself. Lists and parts are JSON text.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping

from briefer.errors import PackError, StoreError
from briefer.records import RECORD_TYPES, PartialDate, Record
from briefer.records.codec import from_pack, to_pack
from briefer.records.fields import STORE_FIELDS, Field, fields_of
from briefer.store.connect import APPLICATION_ID, SCHEMA_VERSION
from briefer.store.search import TEXT_COLUMNS

# No triggers: sqlite-utils' transform() drops them in silence, so Store.save writes it instead.
_SEARCH_TABLE = f"""
CREATE VIRTUAL TABLE search USING fts5(
    {", ".join(TEXT_COLUMNS)},
    tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
)
"""


def create_tables(connection: sqlite3.Connection) -> None:
    """Create all tables of an empty store and mark the file as ours."""
    # Imported late: it takes a sixth of a second, which opening a store must not cost.
    from sqlite_utils import Database

    db = Database(connection)
    db.table("records").create(
        {"number": int, "id": str, "type": str}, pk="number", not_null={"id", "type"}
    )
    db.table("records").create_index(["id"], unique=True)
    for type_, cls in RECORD_TYPES.items():
        db.table(type_).create(_columns(cls), pk="id")
    db.table("links").create({"ref": str, "target": str}, pk=("ref", "target"))
    db.table("links").create_index(["target", "ref"])
    db.table("meta").create({"name": str, "value": str}, pk="name")
    connection.execute(_SEARCH_TABLE)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _columns(cls: type[Record]) -> dict[str, type]:
    columns: dict[str, type] = {}
    for field in fields_of(cls):
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
        value = packed.get(field.key)
        row[field.name] = value if value is None or _is_plain(field) else _text(value)
        if _is_date(field):
            date = getattr(record, field.name)
            for bound in ("earliest", "latest"):
                known = getattr(date, bound) if date else None
                row[f"{field.name}_{bound}"] = known.isoformat() if known else None
    return row | {name: getattr(record, name) for name in STORE_FIELDS}


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def from_row(type_: str, row: Mapping[str, object]) -> Record:
    """Return the record of a row; raise StoreError where the row holds no such record."""
    raw: dict[str, object] = {}
    try:
        for field in fields_of(RECORD_TYPES[type_]):
            value = row[field.name]
            if value is not None and field.name not in STORE_FIELDS:
                raw[field.key] = _value(field, value)
        return from_pack(raw, file="the library", origin=str(row["origin"]))
    except (PackError, ValueError) as error:
        raise StoreError(
            f"The record {row['id']!r} in the library is damaged.",
            hint="Restore the library from a copy.",
            details=str(error),
        ) from error


def _value(field: Field, value: object) -> object:
    if field.hint is bool:
        return bool(value)
    if _is_plain(field) or (_is_date(field) and not str(value).startswith("{")):
        return value
    return json.loads(str(value))
