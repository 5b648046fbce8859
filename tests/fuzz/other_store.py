"""Libraries spoiled at random: their tables, rows and schema by SQL, their pages byte by byte.

In: the bytes of a library and a source of chance. Out: other bytes.
"""

from __future__ import annotations

import contextlib
import random
import sqlite3

from briefer.store.connect import SCHEMA_VERSION
from tests.fuzz.spoiling_bytes import LARGEST, spoiled
from tests.fuzz.spoiling_json import VALUES, spoiled_json

_VALUES: tuple[object, ...] = (
    *(
        None,
        0,
        -1,
        1,
        2**31,
        2**32,
        2**63 - 1,
        -(2**63),
        1.5,
        1e308,
        float("inf"),
        b"",
        b"\xff\xfe",
    ),
    *(
        b"\xff\xfe",
        b"\0" * 9,
        b"\x3a\x30\0\0\xff\xff\xff\x7f",
        "[",
        "{}",
        "[]",
        "[[[[",
        '"',
        "nul",
        "\x00a",
    ),
    *("[" * 3000, '{"edtf": 1}', "9999-99-99", "x" * 70_000, "event/none", "%s", "\u202e"),
    *(value for value in VALUES if isinstance(value, str) and "\ud800" not in value),
)
_STATEMENTS = (
    "DROP TABLE {table}",
    "ALTER TABLE {table} RENAME COLUMN {column} TO other",
    "ALTER TABLE {table} DROP COLUMN {column}",
    "ALTER TABLE {table} RENAME TO other",
    "ALTER TABLE {table} ADD COLUMN more AS (randomblob(100000000))",
    "CREATE TRIGGER t AFTER INSERT ON {table} BEGIN DELETE FROM records; END",
    "CREATE TRIGGER t AFTER UPDATE ON {table} BEGIN UPDATE meta SET value = zeroblob(9e8); END",
    "CREATE INDEX i ON {table} (zeroblob(900000000))",
    "CREATE INDEX i ON {table} ({column}) WHERE {column} > 1",
    "CREATE VIEW v AS SELECT * FROM {table}",
    "CREATE VIRTUAL TABLE v USING fts5(a, content='{table}')",
    "DELETE FROM {table}",
    "INSERT INTO {table} SELECT * FROM {table}",
    "UPDATE sqlite_master SET sql = replace(sql, 'TEXT', 'BLOB')",
    "UPDATE sqlite_master SET rootpage = rootpage + 1 WHERE name = '{table}'",
    "UPDATE sqlite_master SET sql = 'CREATE VIEW {table} AS WITH RECURSIVE a(n) AS (SELECT 1 UNION "
    "ALL SELECT n FROM a) SELECT n AS {column} FROM a', type = 'view', rootpage = 0 "
    "WHERE name = '{table}'",
    "PRAGMA user_version = {number}",
    "PRAGMA application_id = {number}",
    "PRAGMA encoding = 'UTF-16'",
    "INSERT OR REPLACE INTO search_config VALUES ('version', {number})",
    "INSERT OR REPLACE INTO search_config VALUES ('rank', 'bm25(1, ''x'')')",
    "UPDATE search_data SET block = zeroblob({number} % 100000)",
    "UPDATE records SET number = number * {number}",
    "UPDATE OR IGNORE records SET id = lower(id) || char(0)",
)


def spoiled_store(data: bytes, chance: random.Random) -> bytes:
    """Return a library with one to four things done to it; one in five times to its bytes."""
    if chance.random() < 0.2:
        return spoiled(data, chance)
    connection = sqlite3.connect(":memory:", isolation_level=None)
    with contextlib.closing(connection), contextlib.suppress(sqlite3.Error, OverflowError):
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST)
        connection.deserialize(data)
        connection.execute("PRAGMA writable_schema = ON")
        for _ in range(chance.choice((1, 1, 2, 4))):
            with contextlib.suppress(sqlite3.Error, UnicodeError):
                _spoil(connection, chance)
        return connection.serialize()[:LARGEST]
    return spoiled(data, chance)


def _spoil(connection: sqlite3.Connection, chance: random.Random) -> None:
    tables = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    ]
    table = chance.choice(tables)
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info('{table}')")] or ["id"]
    column = chance.choice(columns)
    if chance.random() < 0.25:
        number = chance.choice((0, 1, 2, SCHEMA_VERSION, 99, 2**31 - 1, -1, 4294967296))
        sql = chance.choice(_STATEMENTS).format(table=table, column=column, number=number)
        connection.execute(sql)
        return
    rows = connection.execute(f"SELECT rowid, {column} FROM {table}").fetchall()
    if rows:
        row, value = chance.choice(rows)
        new = _spoiled_value(value, chance)
        connection.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (new, row))


def _spoiled_value(value: object, chance: random.Random) -> object:
    """Return another value: bytes and JSON spoiled as such, or one of the hostile ones."""
    if chance.random() < 0.4:
        return chance.choice(_VALUES)
    if isinstance(value, bytes):
        return spoiled(value, chance)
    if isinstance(value, str) and value[:1] in "[{":
        return spoiled_json(value.encode(), chance).decode("utf-8", "replace")
    if isinstance(value, str):
        return spoiled(value.encode(), chance).decode("utf-8", "replace")
    return chance.choice(_VALUES)
