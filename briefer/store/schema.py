"""The tables of a store, derived from the record types.

One table for each type with a column for each field (`date` also gets `date_earliest` and
`date_latest`); lists and parts are JSON text. Besides:

- `records` numbers all records and holds what the store keeps of each (`rows.HEAD_FIELDS`), the
  days its date covers and the key by which it is listed;
- `links` leads from record to record;
- `search` is the full text of all types (`fulltext`);
- `bits` holds for each value of each facet the numbers of the records that have it (`bits`);
- `words` the same for words that very many records have, `changed` what it does not know (`words`);
- `revisions` keeps what records were (`revisions`);
- `texts` holds the texts of sources that the user attached (`texts`);
- `meta` is what the store says of itself.
"""

from __future__ import annotations

import sqlite3

from briefer.records import RECORD_TYPES
from briefer.store.connect import APPLICATION_ID, SCHEMA_VERSION
from briefer.store.fulltext import search_table
from briefer.store.rows import columns_of

_MORE_TABLES = """
CREATE TABLE bits (
    field TEXT NOT NULL, value TEXT NOT NULL, numbers BLOB NOT NULL, PRIMARY KEY (field, value)
);
CREATE TABLE words (word TEXT PRIMARY KEY, same TEXT, numbers BLOB);
CREATE TABLE changed (number INTEGER PRIMARY KEY);
CREATE TABLE revisions (
    ref TEXT NOT NULL, revision INTEGER NOT NULL, change TEXT NOT NULL, changed_at TEXT,
    changed_by TEXT, into_ref TEXT, record TEXT NOT NULL, PRIMARY KEY (ref, revision)
);
CREATE TABLE texts (
    source TEXT PRIMARY KEY, name TEXT NOT NULL, text TEXT NOT NULL, attached_at TEXT NOT NULL
);
CREATE INDEX idx_records_listing ON records (listing);
"""
"""The tables that sqlite-utils need not make."""


def create_tables(connection: sqlite3.Connection) -> None:
    """Create all tables of an empty store and mark the file as ours."""
    # Imported late: it takes a sixth of a second, which opening a store must not cost.
    from sqlite_utils import Database

    db = Database(connection)
    db.table("records").create(
        {
            "number": int,
            "id": str,
            "type": str,
            "revision": int,
            "changed_at": str,
            "changed_by": str,
            "earliest": str,
            "latest": str,
            "listing": str,
        },
        pk="number",
        not_null={"id", "type"},
        defaults={"revision": 1},
    )
    db.table("records").create_index(["id"], unique=True)
    for type_, cls in RECORD_TYPES.items():
        db.table(type_).create(columns_of(cls), pk="id")
    db.table("links").create({"ref": str, "target": str}, pk=("ref", "target"))
    db.table("links").create_index(["target", "ref"])
    db.table("meta").create({"name": str, "value": str}, pk="name")
    connection.execute(search_table("search"))
    connection.executescript(_MORE_TABLES)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
