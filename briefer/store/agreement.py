"""Whether what follows from the records (heads, links, full text, sets) is what it should be.

In: a copy of a store, which is changed. Out: what differs. The truth is what `upgrade` makes of the
records, so that nothing of it is told twice. Must not know: what is right in a record.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from briefer.records import RECORD_TYPES
from briefer.store.bits import numbers_of
from briefer.store.fulltext import TEXT_COLUMNS
from briefer.store.packing import unpacked, unsqueezed
from briefer.store.problems import Problem
from briefer.store.upgrade import derived_texts, transaction
from briefer.store.words import Words, sets_of_words

_REPAIR = "Run `briefer doctor --repair`."
_MOST_NAMED = 3
_TEXTS = ("fresh", "search")


def disagreements(store: Path, scratch: Path) -> Iterator[Problem]:
    """Yield what of a store does not follow from its records; `scratch` becomes a copy of it.

    Both are files of ours. Every record must be readable.
    """
    shutil.copyfile(store, scratch)
    with closing(sqlite3.connect(scratch, isolation_level=None)) as connection:
        sound = _full_text_is_sound(connection)
        if not sound:
            yield _problem("The index of the full text is damaged.")
        with transaction(connection):
            _derive(connection)
        connection.execute("ATTACH ? AS stored", (store.absolute().as_uri() + "?mode=ro",))
        wrong = _wrong_texts(connection)
        if wrong:
            yield _problem(wrong)
        yield from _differing_rows(connection)
        if _differ(connection, "SELECT ref, target FROM {}.links"):
            yield _problem("The list of what links to what differs from the records.")
        if not _same_sets(connection):
            yield _problem("The sets of records by topic, year and so on differ from the records.")
        # It is the index that tells which records have a word, so it must be right itself.
        if sound and not wrong and not _words_are_right(connection):
            yield _problem("The sets of records by common words differ from the records.")


def _problem(message: str) -> Problem:
    return Problem("derived", "error", "", message, _REPAIR)


def _full_text_is_sound(connection: sqlite3.Connection) -> bool:
    """Ask FTS5 itself, which wants to write for it (https://www.sqlite.org/fts5.html#integrity)."""
    try:
        connection.execute("INSERT INTO search (search) VALUES ('integrity-check')")
    except sqlite3.DatabaseError:
        return False
    return True


def _derive(connection: sqlite3.Connection) -> None:
    """Make anew what follows from the records; what their full text is to be goes into `fresh`.

    The index itself is not built again, which takes longest of all: FTS5 says whether it is that of
    the texts it holds.
    """
    columns = ", ".join(TEXT_COLUMNS)
    connection.execute(f"CREATE TABLE fresh (number INTEGER PRIMARY KEY, {columns})")
    connection.executemany("INSERT INTO fresh VALUES (?, ?, ?, ?, ?)", derived_texts(connection))


def _differing_texts(connection: sqlite3.Connection) -> list[object]:
    """Return the numbers of the records whose full text is not what it is to be."""
    ours, theirs = (", ".join(f"{name}.{one}" for one in TEXT_COLUMNS) for name in _TEXTS)
    rows = connection.execute(
        f"""
        SELECT number FROM fresh LEFT JOIN search ON search.rowid = number
        WHERE ({ours}) IS NOT ({theirs})
        UNION SELECT rowid FROM search WHERE rowid NOT IN (SELECT number FROM fresh)
        """
    )
    return [number for (number,) in rows]


def _wrong_texts(connection: sqlite3.Connection) -> str:
    """Return what is wrong with the texts that the index holds, "" where nothing is."""
    try:
        numbers = _differing_texts(connection)
    except sqlite3.DatabaseError:
        return "The full text cannot be read."
    return f"The full text differs from {_named(connection, numbers)}." if numbers else ""


def _differing_rows(connection: sqlite3.Connection) -> Iterator[Problem]:
    heads = "SELECT number, id, type, earliest, latest, listing FROM {}.records"
    numbers = _differ(connection, heads)
    if numbers:
        yield _problem(f"The keys for listing differ from {_named(connection, numbers)}.")
    for type_ in RECORD_TYPES:
        rows = f"SELECT * FROM {{}}.{type_}"
        if _differ(connection, rows):
            yield _problem(f"The days of the dates in the table {type_!r} differ from the dates.")


def _differ(connection: sqlite3.Connection, select: str) -> list[object]:
    """Return the first columns of the rows that only one of the two stores has."""
    ours, theirs = select.format("main"), select.format("stored")
    rows = connection.execute(
        f"SELECT * FROM ({ours} EXCEPT {theirs}) UNION SELECT * FROM ({theirs} EXCEPT {ours})"
    )
    return list(dict.fromkeys(row[0] for row in rows))


def _named(connection: sqlite3.Connection, numbers: list[object]) -> str:
    """Return words for records by number: how many, and the ids of the first."""
    ids = [
        ref
        for number in numbers[:_MOST_NAMED]
        for (ref,) in connection.execute("SELECT id FROM main.records WHERE number = ?", (number,))
    ]
    more = ", …" if len(numbers) > _MOST_NAMED else ""
    count = "1 record" if len(numbers) == 1 else f"{len(numbers)} records"
    return f"{count} ({', '.join(ids)}{more})" if ids else count


def _same_sets(connection: sqlite3.Connection) -> bool:
    """Return whether the sets are equal; equal sets may be packed in different bytes."""
    try:
        ours, theirs = (
            {
                (field, value): unpacked(numbers)
                for field, value, numbers in connection.execute(f"SELECT * FROM {name}.bits")
            }
            for name in ("main", "stored")
        )
    except sqlite3.DatabaseError:
        return False
    return ours == theirs


def _words_are_right(connection: sqlite3.Connection) -> bool:
    """Return whether each set of a common word has the records with that word.

    Which words are common may have changed since; records in `changed` are looked up otherwise.
    """
    changed = numbers_of(connection.execute("SELECT number FROM stored.changed").fetchall())
    words = Words(connection)
    try:
        for word, numbers in connection.execute(sets_of_words("stored")).fetchall():
            if unsqueezed(numbers) - changed != words.of_key(word) - changed:
                return False
    except sqlite3.DatabaseError:
        return False
    return True
