"""Sets of records by what they have in common: `topic` `sanctions` -> the numbers of its records.

In: (field, value) pairs (`facets`). Out: sets of record numbers, kept in the store beside the
records and in memory once used. Sets are roaring bitmaps (https://roaringbitmap.org), so that
counting the records of a thousand values among a million records takes some milliseconds. A set
handed out belongs to this module: never change it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping
from typing import TypeAlias

from pyroaring import BitMap

from briefer.store.packing import packed, set_of, unpacked
from briefer.store.watch import Watch

Pair: TypeAlias = tuple[str, str]
"""A field and one of its values."""


class Bits:
    """The sets of one store."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._fields: dict[str, dict[str, BitMap]] = {}
        self._watch = Watch(connection)

    def field(self, name: str) -> Mapping[str, BitMap]:
        """Return the sets of a field by value, values in order."""
        if self._watch.moved():
            self._fields.clear()
        return self._field(name)

    def numbers(self, field: str, value: str) -> BitMap:
        """Return the records that have a value, an empty set where none has."""
        return self.field(field).get(value) or BitMap()

    def move(self, number: int, old: Collection[Pair], new: Collection[Pair]) -> None:
        """Take a record out of the sets of its old values and put it into those of the new."""
        for pair in sorted({*old} - {*new}):
            self._write(pair, self._stored(pair) - set_of([number]))
        for pair in sorted({*new} - {*old}):
            self._write(pair, self._stored(pair) | set_of([number]))

    def replace_all(self, sets: Mapping[Pair, BitMap]) -> None:
        """Write all sets anew."""
        self._connection.execute("DELETE FROM bits")
        self._connection.executemany(
            "INSERT INTO bits VALUES (?, ?, ?)",
            ((*pair, packed(sets[pair])) for pair in sorted(sets)),
        )

    def forget(self) -> None:
        """Let go of what is in memory: we changed something ourselves."""
        self._watch.forget()

    def _field(self, name: str) -> dict[str, BitMap]:
        if name not in self._fields:
            rows = self._connection.execute(
                "SELECT value, numbers FROM bits WHERE field = ? ORDER BY value", (name,)
            )
            self._fields[name] = {value: unpacked(numbers) for value, numbers in rows}
        return self._fields[name]

    def _stored(self, pair: Pair) -> BitMap:
        row = self._connection.execute(
            "SELECT numbers FROM bits WHERE field = ? AND value = ?", pair
        ).fetchone()
        return unpacked(row[0]) if row else BitMap()

    def _write(self, pair: Pair, numbers: BitMap) -> None:
        if numbers:
            self._connection.execute(
                "INSERT OR REPLACE INTO bits VALUES (?, ?, ?)", (*pair, packed(numbers))
            )
        else:
            self._connection.execute("DELETE FROM bits WHERE field = ? AND value = ?", pair)


def numbers_of(rows: Iterable[tuple[int]]) -> BitMap:
    """Return the numbers in rows of one column as a set."""
    return set_of([number for (number,) in rows])
