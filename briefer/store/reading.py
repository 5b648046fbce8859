"""Reading records: by id, by number, all of a type, by what links to them.

In: a connection. Out: records with their heads. Must not know: searching, changing.
"""

from __future__ import annotations

import itertools
import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator

from briefer.records import RECORD_TYPES, Record, Ref
from briefer.records.fields import type_of
from briefer.store.packing import damage, set_of
from briefer.store.rows import from_row

_AT_ONCE = 1000


class Reader:
    """Reads the records of one store."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def get_many(self, refs: Iterable[Ref]) -> dict[Ref, Record]:
        """Return the records of these ids in the order asked, without those that are not there."""
        wanted = list(dict.fromkeys(refs))
        found: dict[Ref, Record] = {}
        for type_ in RECORD_TYPES:
            own = [ref for ref in wanted if type_of(ref) == type_]
            for start in range(0, len(own), _AT_ONCE):
                ids = json.dumps(own[start : start + _AT_ONCE])
                where = "WHERE records.id IN (SELECT value FROM json_each(?))"
                found |= {record.id: record for record in self._select(type_, where, (ids,))}
        return {ref: found[ref] for ref in wanted if ref in found}

    def names(self, type_: str, refs: Iterable[Ref]) -> dict[Ref, str]:
        """Return what actors or sources are called, without reading the whole records."""
        name = {"actor": "name", "source": "coalesce(short, title)"}[type_]
        rows = self._connection.execute(
            f"SELECT id, {name} FROM {type_} WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(refs)),),
        )
        return dict(rows.fetchall())

    def of_type(self, type_: str) -> list[Record]:
        """Return all records of a type as they are listed: by date and name."""
        return list(self._select(type_, "ORDER BY listing"))

    def in_parts(self) -> Iterator[list[tuple[int, Record]]]:
        """Yield all records with their numbers, some at a time, type after type."""
        for type_ in RECORD_TYPES:
            rows = self._connection.execute(
                "SELECT number, id FROM records WHERE type = ? ORDER BY number", (type_,)
            ).fetchall()
            set_of([number for number, _ in rows])  # refuses what cannot be a record's number
            if not all(isinstance(ref, str) for _, ref in rows):
                raise damage("records have ids that are no text")
            for start in range(0, len(rows), _AT_ONCE):
                numbers = {ref: number for number, ref in rows[start : start + _AT_ONCE]}
                found = self.get_many(numbers)
                yield [(numbers[ref], record) for ref, record in found.items()]

    def count(self) -> dict[str, int]:
        """Return how many records of each type there are."""
        rows = self._connection.execute("SELECT type, count(*) FROM records GROUP BY type")
        found = dict(rows.fetchall())
        return {type_: found.get(type_, 0) for type_ in RECORD_TYPES}

    def ids(self, type_: str = "") -> list[Ref]:
        """Return the ids of all records, or of all of a type, in order."""
        rows = self._connection.execute(
            "SELECT id FROM records WHERE ? IN ('', type) ORDER BY id", (type_,)
        )
        return [ref for (ref,) in rows]

    def number(self, ref: Ref) -> int | None:
        """Return the number of a record, None where there is none of that id."""
        row = self._connection.execute("SELECT number FROM records WHERE id = ?", (ref,)).fetchone()
        return None if row is None else int(row[0])

    def pointing_at(self, refs: Collection[Ref]) -> list[Ref]:
        """Return the ids of the records whose links name one of these."""
        rows = (
            self._connection.execute(
                "SELECT ref FROM links WHERE target = ? ORDER BY ref", (target,)
            ).fetchall()
            for target in refs
        )
        return list(dict.fromkeys(ref for (ref,) in itertools.chain.from_iterable(rows)))

    def _select(
        self, type_: str, where: str = "", values: tuple[str, ...] = ()
    ) -> Iterator[Record]:
        cursor = self._connection.execute(
            f"""
            SELECT {type_}.*, revision, changed_at, changed_by
            FROM {type_} JOIN records ON records.id = {type_}.id {where}
            """,
            values,
        )
        names = [column[0] for column in cursor.description]
        for row in cursor:
            yield from_row(type_, dict(zip(names, row, strict=True)))
