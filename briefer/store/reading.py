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
from briefer.store.facets import listings_of
from briefer.store.packing import damage, set_of
from briefer.store.rows import from_row

_AT_ONCE = 1000
_LAST = "\x7f"
"""Stands after every character of an id."""


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

    def total(self) -> int:
        """Return how many records there are."""
        (total,) = self._connection.execute("SELECT count(*) FROM records").fetchone()
        return int(total)

    def ids(self, type_: str) -> list[Ref]:
        """Return the ids of all records of a type as they are listed: by date and name."""
        rows = self._connection.execute(
            "SELECT id FROM records WHERE listing >= ? AND listing < ? ORDER BY listing",
            listings_of(type_),
        )
        return [ref for (ref,) in rows]

    def ids_near(self, ref: Ref, type_: str, *, most: int) -> list[Ref]:
        """Return the ids of a type, or of all for ""; of more than `most` those that begin alike.

        These have the type and the next three letters of an id.
        """
        found: list[Ref] = []
        for start in (f"{type_}/" if type_ else "", ref[: len(type_) + 4]):
            rows = self._connection.execute(
                "SELECT id FROM records WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
                (start, f"{start}{_LAST}", most + 1),
            )
            found = [ref for (ref,) in rows]
            if len(found) <= most:
                break
        return found[:most]

    def number(self, ref: Ref) -> int | None:
        """Return the number of a record, None where there is none of that id."""
        row = self._connection.execute("SELECT number FROM records WHERE id = ?", (ref,)).fetchone()
        return None if row is None else int(row[0])

    def pointing_at(self, refs: Collection[Ref], *, most: int = -1) -> list[Ref]:
        """Return the ids of the records whose links name one of these; of each at most `most`."""
        rows = (
            self._connection.execute(
                "SELECT ref FROM links WHERE target = ? ORDER BY ref LIMIT ?", (target, most)
            ).fetchall()
            for target in refs
        )
        return list(dict.fromkeys(ref for (ref,) in itertools.chain.from_iterable(rows)))

    def around(self, refs: Collection[Ref], *, most: int) -> list[Ref]:
        """Return the ids of the records whose links name one of these.

        Of those that name one and the same record, `most` of each type as they are listed, and all
        relations that tie it to another of these.
        """
        found: dict[Ref, None] = {}
        crowded: list[Ref] = []
        for target in refs:
            parts = [self._naming(target, type_, most=most) for type_ in RECORD_TYPES]
            found |= dict.fromkeys(itertools.chain.from_iterable(parts))
            crowded += [target] if any(len(part) == most for part in parts) else []
        for ref in crowded:
            found |= dict.fromkeys(self.tying(ref, *refs))
        return list(found)

    def tying(self, ref: Ref, *others: Ref, most: int = -1) -> list[Ref]:
        """Return the ids of the relations that tie a record to any of others, at most `most`."""
        rows = self._connection.execute(
            """
            SELECT one.ref FROM links AS one
            CROSS JOIN links AS other ON other.ref = one.ref AND other.target <> one.target
            WHERE one.target = ? AND one.ref >= ? AND one.ref < ?
                AND other.target IN (SELECT value FROM json_each(?))
            ORDER BY one.ref LIMIT ?
            """,
            (ref, "relation/", f"relation/{_LAST}", json.dumps(others), most),
        )
        return [ref for (ref,) in rows]

    def _naming(self, target: Ref, type_: str, *, most: int) -> list[Ref]:
        rows = self._connection.execute(
            """
            SELECT ref FROM links JOIN records ON records.id = ref
            WHERE target = ? AND ref >= ? AND ref < ? ORDER BY listing LIMIT ?
            """,
            (target, f"{type_}/", f"{type_}/{_LAST}", most),
        )
        return [ref for (ref,) in rows]

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
