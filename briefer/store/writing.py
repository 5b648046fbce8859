"""Writing one record, and all that follows from it: links, full text, facets.

In: records, within a transaction that the caller has begun. Must not know: revisions, who may
change what.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from pyroaring import BitMap

from briefer.records import Actor, Event, Record, Ref
from briefer.store.bits import Bits, Pair
from briefer.store.facets import date_of, listing_of, pairs_of
from briefer.store.fulltext import TEXT_COLUMNS, indexed_text
from briefer.store.reading import Reader
from briefer.store.rows import to_row
from briefer.store.words import Words

_INSERT_TEXT = f"INSERT INTO search (rowid, {', '.join(TEXT_COLUMNS)}) VALUES (?, ?, ?, ?, ?)"
_MOST_NAMES = 50_000
_AT_ONCE = 1000

Texts: TypeAlias = tuple[int, str, str, str, str]
"""A record's number and what `TEXT_COLUMNS` of its full text hold."""


class Writer:
    """Writes the records of one store."""

    def __init__(
        self, connection: sqlite3.Connection, reader: Reader, bits: Bits, words: Words
    ) -> None:
        self._connection = connection
        self._reader = reader
        self._bits = bits
        self._words = words

    def write(self, record: Record) -> None:
        """Write a record, new or changed, with what follows from it."""
        old = self._reader.get_many((record.id,)).get(record.id)
        self._write_row(record)
        number = self._number(record.id)
        self._bits.move(number, pairs_of(old) if old else (), pairs_of(record))
        self._index(number, record)
        if (_names(old) if old else ()) != _names(record):
            self._index_pointing(record.id)

    def remove(self, record: Record) -> None:
        """Remove a record; links to it are left to tell."""
        number = self._number(record.id)
        self._bits.move(number, pairs_of(record), ())
        self._words.note_change(number)
        self._connection.execute("DELETE FROM search WHERE rowid = ?", (number,))
        self._connection.execute("DELETE FROM links WHERE ref = ?", (record.id,))
        self._connection.execute(f"DELETE FROM {record.type} WHERE id = ?", (record.id,))
        self._connection.execute("DELETE FROM records WHERE id = ?", (record.id,))
        if _names(record):
            self._index_pointing(record.id)

    def load(self, records: Iterable[Record]) -> None:
        """Write many records; `index_all` must follow."""
        for record in records:
            self._write_row(record)

    def index_all(self) -> None:
        """Write the full text and the facets of all records anew."""
        self._connection.execute("DELETE FROM search")
        self.keep_texts(self.derived_texts())

    def derived_texts(self, *, rows: bool = False) -> Iterator[Texts]:
        """Write the facets of all records anew and yield what their full text is to be.

        With `rows` their rows, heads and links too. All must be taken: the facets come last.
        """
        sets: dict[Pair, BitMap] = {}
        names: dict[Ref, Record] = {}
        for part in self._reader.in_parts():
            self._look_up(names, (record for _, record in part))
            for number, record in part:
                if rows:
                    self._write_row(record)
                for pair in pairs_of(record):
                    sets.setdefault(pair, BitMap()).add(number)
                yield number, *indexed_text(record, names)
        self._bits.replace_all(sets)

    def keep_texts(self, texts: Iterable[Texts]) -> None:
        """Write the full text of all records, and which words are common, into an empty index."""
        for text in texts:
            self._connection.execute(_INSERT_TEXT, text)
        self._connection.execute("INSERT INTO search (search) VALUES ('optimize')")
        self._words.optimize()

    def _look_up(self, names: dict[Ref, Record], records: Iterable[Record]) -> None:
        """Add to the names known those that the records link to."""
        if len(names) > _MOST_NAMES:
            names.clear()
        wanted = dict.fromkeys(ref for record in records for ref in record.links())
        names |= self._reader.get_many(ref for ref in wanted if ref not in names)

    def _number(self, ref: Ref) -> int:
        number = self._reader.number(ref)
        if number is None:
            raise AssertionError(f"{ref} has no number")
        return number

    def _write_row(self, record: Record) -> None:
        self._write_head(record)
        row = to_row(record)
        columns, marks = ", ".join(f'"{name}"' for name in row), ", ".join("?" * len(row))
        self._connection.execute(
            f"INSERT OR REPLACE INTO {record.type} ({columns}) VALUES ({marks})", list(row.values())
        )
        self._connection.execute("DELETE FROM links WHERE ref = ?", (record.id,))
        self._connection.executemany(
            "INSERT INTO links (ref, target) VALUES (?, ?)",
            [(record.id, target) for target in dict.fromkeys(record.links())],
        )

    def _write_head(self, record: Record) -> None:
        """Write the record's row in `records`; its number, once given, stays."""
        date = date_of(record)
        head: Mapping[str, object] = {
            "revision": record.revision,
            "changed_at": record.changed_at,
            "changed_by": record.changed_by,
            "earliest": date.earliest.isoformat() if date and date.earliest else None,
            "latest": date.latest.isoformat() if date and date.latest else None,
            "listing": listing_of(record),
        }
        self._connection.execute(
            f"""
            INSERT INTO records (id, type, {", ".join(head)}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET {", ".join(f"{name} = excluded.{name}" for name in head)}
            """,
            (record.id, record.type, *head.values()),
        )

    def _index(self, number: int, record: Record) -> None:
        self._keep_text(number, indexed_text(record, self._reader.get_many(record.links())))

    def _keep_text(self, number: int, texts: tuple[str, str, str, str]) -> None:
        self._connection.execute("DELETE FROM search WHERE rowid = ?", (number,))
        self._connection.execute(_INSERT_TEXT, (number, *texts))
        self._words.note_change(number)

    def _index_pointing(self, ref: Ref) -> None:
        """Index anew what links to a record whose names changed."""
        refs = self._reader.pointing_at((ref,))
        names: dict[Ref, Record] = {}
        for start in range(0, len(refs), _AT_ONCE):
            others = self._reader.get_many(refs[start : start + _AT_ONCE]).values()
            self._look_up(names, others)
            for other in others:
                self._keep_text(self._number(other.id), indexed_text(other, names))


def _names(record: Record) -> tuple[str, ...]:
    """Return the names under which records that link to this one are found."""
    if isinstance(record, Actor):
        return (record.name, *record.aliases)
    return (record.label,) if isinstance(record, Event) else ()
