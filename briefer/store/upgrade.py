"""Stores of older schemas brought to the schema of this Briefer.

In: a connection to a store whose `PRAGMA user_version` is lower than `SCHEMA_VERSION`. Out: a store
equal to a fresh one of the same records. A file is upgraded in one transaction after a backup of
it was made; whoever may only read gets an upgraded copy in memory. What follows from the records
(full text, facets, keys) is never carried over but made anew.

To change the schema: raise `SCHEMA_VERSION`, change `schema`, add a step here whose words stay as
they are from then on, and keep a store of the old schema beside the tests.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from briefer.records import RECORD_TYPES
from briefer.store.backups import backup_folder, make_backup
from briefer.store.bits import Bits
from briefer.store.clock import Clock, now
from briefer.store.connect import SCHEMA_VERSION, explained, in_memory, pragma
from briefer.store.fulltext import search_table
from briefer.store.packing import damage
from briefer.store.reading import Reader
from briefer.store.words import Words
from briefer.store.writing import Texts, Writer


@dataclass(frozen=True, slots=True)
class Step:
    """What leads from the version before to `version`."""

    version: int
    name: str
    statements: tuple[str, ...]


STEPS = (
    Step(
        2,
        "who changed a record when, its days, sets of records, revisions, attached texts",
        (
            "ALTER TABLE records ADD COLUMN revision INTEGER DEFAULT 1",
            "ALTER TABLE records ADD COLUMN changed_at TEXT",
            "ALTER TABLE records ADD COLUMN changed_by TEXT",
            "ALTER TABLE records ADD COLUMN earliest TEXT",
            "ALTER TABLE records ADD COLUMN latest TEXT",
            "ALTER TABLE records ADD COLUMN listing TEXT",
            """
            CREATE TABLE bits (
                field TEXT NOT NULL, value TEXT NOT NULL, numbers BLOB NOT NULL,
                PRIMARY KEY (field, value)
            )
            """,
            "CREATE TABLE words (word TEXT PRIMARY KEY, numbers BLOB NOT NULL)",
            "CREATE TABLE changed (number INTEGER PRIMARY KEY)",
            """
            CREATE TABLE revisions (
                ref TEXT NOT NULL, revision INTEGER NOT NULL, change TEXT NOT NULL,
                changed_at TEXT, changed_by TEXT, into_ref TEXT, record TEXT NOT NULL,
                PRIMARY KEY (ref, revision)
            )
            """,
            """
            CREATE TABLE texts (
                source TEXT PRIMARY KEY, name TEXT NOT NULL, text TEXT NOT NULL,
                attached_at TEXT NOT NULL
            )
            """,
            "CREATE INDEX idx_records_listing ON records (listing)",
        ),
    ),
    Step(
        3,
        "sets of common words take a third of the room",
        (
            "DROP TABLE words",
            "CREATE TABLE words (word TEXT PRIMARY KEY, same TEXT, numbers BLOB)",
        ),
    ),
)
"""All steps, from the oldest schema to the newest."""


def upgraded(
    connection: sqlite3.Connection, path: Path, *, read_only: bool, clock: Clock = now
) -> sqlite3.Connection:
    """Return a connection to the store in this Briefer's schema: the same one, or one in memory.

    Raise StoreError where no backup can be made or a record cannot be read; the store is then as
    it was. The connection given is closed where it is not the one returned.
    """
    try:
        with explained(path):
            if pragma(connection, "user_version") == SCHEMA_VERSION:
                return connection
            if read_only:
                copy = in_memory(connection)
                connection.close()
                connection = copy
            with transaction(connection):
                # Another process may have been quicker while this one waited for its turn.
                if pragma(connection, "user_version") < SCHEMA_VERSION:
                    if not read_only:
                        make_backup(path, backup_folder(path), clock)
                    take_steps(connection)
            return connection
    except BaseException:
        connection.close()
        raise


def take_steps(connection: sqlite3.Connection) -> None:
    """Bring an older store to the schema of this Briefer, in the caller's transaction.

    Raise DatabaseError as SQLite does of damage where it is not of the schema that it says.
    """
    try:
        for step in STEPS:
            if step.version > pragma(connection, "user_version"):
                for statement in step.statements:
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {step.version}")
        derive_all(connection)
    except sqlite3.OperationalError as error:
        # No such table, column twice ...; text that is no UTF-8 comes without a code.
        if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) == sqlite3.SQLITE_ERROR:
            raise damage(str(error)) from error
        raise


def derive_all(connection: sqlite3.Connection) -> None:
    """Make anew what follows from the records: heads, links, full text, sets, common words.

    Runs in the caller's transaction. Raise DamageError where a record cannot be read.
    """
    writer = _writer(connection)
    # Not emptied but dropped: a damaged index can refuse to be emptied.
    try:
        connection.execute("DROP TABLE search")
    except MemoryError as error:  # a damaged index wants as much as it says
        raise damage("the full text is damaged") from error
    connection.execute(search_table("search"))
    writer.keep_texts(_derived_texts(connection, writer))


def derived_texts(connection: sqlite3.Connection) -> Iterator[Texts]:
    """Make anew what follows from the records but full text and common words; yield the texts.

    Runs in the caller's transaction. Raise DamageError where a record cannot be read.
    """
    return _derived_texts(connection, _writer(connection))


def _writer(connection: sqlite3.Connection) -> Writer:
    return Writer(connection, Reader(connection), Bits(connection), Words(connection))


def _derived_texts(connection: sqlite3.Connection, writer: Writer) -> Iterator[Texts]:
    for type_ in RECORD_TYPES:
        connection.execute(
            f"""
            INSERT INTO records (id, type)
            SELECT id, ? FROM {type_} WHERE id NOT IN (SELECT id FROM records) ORDER BY id
            """,
            (type_,),
        )
    connection.execute("DELETE FROM links")
    return writer.derived_texts(rows=True)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Run the block as one transaction that may write from its beginning."""
    # `Words` asks for it too, and SQLite refuses once a transaction has begun.
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
