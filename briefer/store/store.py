"""The store: get, list, search, gather, save and delete records in one SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from briefer.errors import StoreError, did_you_mean
from briefer.records import RECORD_TYPES, Event, Record, Ref, Statement
from briefer.records.fields import type_of
from briefer.records.gathered import Gathered
from briefer.store.connect import connect, explained
from briefer.store.gather import gathered_records
from briefer.store.schema import create_tables, from_row, to_row
from briefer.store.search import (
    TEXT_COLUMNS,
    Hit,
    SearchResult,
    count_rows,
    indexed_text,
    match_expression,
    search_rows,
)

_INSERT_TEXT = f"INSERT INTO search (rowid, {', '.join(TEXT_COLUMNS)}) VALUES (?, ?, ?, ?, ?)"
_MOST_VARIABLES = 500
_LOCK_TIMEOUT = 5.0


class Store:
    """An open library. A connection belongs to the thread that opened it.

    All methods raise StoreError where the file is locked, damaged or full; a change is one
    transaction, so that it happens wholly or not at all.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._connection = connection

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, timeout: float = _LOCK_TIMEOUT) -> Store:
        """Return the store in a file; `timeout` is how long to wait for a lock, in seconds.

        Raise StoreError naming the file where it is missing, locked, damaged, no library or newer
        than this Briefer. Read-only, nothing is written, not even beside the file.
        """
        path = Path(path)
        return cls(path, connect(path, read_only=read_only, timeout=timeout), read_only=read_only)

    @classmethod
    def create(cls, path: Path) -> Store:
        """Return a new empty store; raise StoreError where a file of that name exists."""
        path = Path(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(exist_ok=False)
        except FileExistsError:
            raise StoreError(f"{path} exists already.", hint="Choose another name.") from None
        except OSError as error:
            raise StoreError(f"{path} cannot be made: {error.strerror}.") from error
        with explained(path):
            connection = sqlite3.connect(path, isolation_level=None)
            create_tables(connection)
        return cls(path, connection, read_only=False)

    def __enter__(self) -> Store:
        """Return the store itself, to be closed at the end of the block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the store."""
        self.close()

    def close(self) -> None:
        """Close the file; closing twice does nothing."""
        self._connection.close()

    def get(self, ref: Ref) -> Record:
        """Return the record of this id; raise StoreError naming the nearest id."""
        found = self.get_many((ref,))
        if ref not in found:
            with explained(self.path):
                ids = [id_ for (id_,) in self._connection.execute("SELECT id FROM records")]
            hint = did_you_mean(ref, ids)
            raise StoreError(
                f"There is no record {ref!r} in the library.",
                hint=hint if hint.startswith("Did you mean") else "",
            )
        return found[ref]

    def get_many(self, refs: Iterable[Ref]) -> dict[Ref, Record]:
        """Return the records of these ids in the order asked, without those that are not there."""
        wanted = list(dict.fromkeys(refs))
        found: dict[Ref, Record] = {}
        with explained(self.path):
            for type_ in RECORD_TYPES:
                own = [ref for ref in wanted if type_of(ref) == type_]
                for start in range(0, len(own), _MOST_VARIABLES):
                    some = own[start : start + _MOST_VARIABLES]
                    marks = ", ".join("?" * len(some))
                    for record in self._select(type_, f"WHERE id IN ({marks})", some):
                        found[record.id] = record
        return {ref: found[ref] for ref in wanted if ref in found}

    def all(self, type: str | None = None) -> list[Record]:
        """Return all records, or all of a type: events by date, others by label, types in order."""
        with explained(self.path):
            types = RECORD_TYPES if type is None else (type,)
            return [
                record
                for name in types
                for record in sorted(self._select(name), key=_browsing_order)
            ]

    def count(self) -> dict[str, int]:
        """Return how many records of each type there are."""
        with explained(self.path):
            rows = self._connection.execute("SELECT type, count(*) FROM records GROUP BY type")
            found = dict(rows.fetchall())
        return {type_: found.get(type_, 0) for type_ in RECORD_TYPES}

    def search(self, query: str, *, types: Collection[str] = (), limit: int = 50) -> SearchResult:
        """Return the best matches of a query among the types given, or among all.

        Any text is a query (see `search`); an empty one lists all records. `counts` are of every
        type, whatever the types asked for; `total` is of those asked for.
        """
        expression, limit = match_expression(query), max(limit, 0)
        chosen = [type_ for type_ in RECORD_TYPES if type_ in types]
        if types and not chosen:
            raise StoreError(
                f"No record type {sorted(types)[0]!r}.",
                hint=did_you_mean(sorted(types)[0], RECORD_TYPES),
            )
        if expression is None:
            return self._list(chosen, limit)
        hits: tuple[Hit, ...] = ()
        counts: dict[str, int] = {}
        if expression:
            with explained(self.path):
                counts = count_rows(self._connection, expression)
                rows = search_rows(self._connection, expression, chosen, limit=limit)
            records = self.get_many(ref for ref, _, _ in rows)
            hits = tuple(Hit(records[ref], text, marks) for ref, text, marks in rows)
        counts = {type_: counts.get(type_, 0) for type_ in RECORD_TYPES}
        return SearchResult(hits, sum(counts[type_] for type_ in chosen or counts), counts)

    def gather(self, refs: Iterable[Ref]) -> Gathered:
        """Return these records and all that slides of them need: links, sources, what points here.

        See `gather.gathered_records`; ids without a record are left out.
        """
        return Gathered(gathered_records(refs, self.get_many, self._pointing_at))

    def save(self, record: Record) -> None:
        """Write a record, new or changed, with its links and full text."""
        with self._change():
            self._write(record)
            self._index(record)
            for other in self.get_many(self._pointing_at((record.id,))).values():
                self._index(other)

    def save_all(self, records: Iterable[Record]) -> None:
        """Write many records in one transaction; quicker than one by one."""
        with self._change():
            for record in records:
                self._write(record)
            self._index_all()

    def delete(self, ref: Ref) -> None:
        """Remove a record; raise StoreError where there is none. Links to it are left to tell."""
        record = self.get(ref)
        pointing = self._pointing_at((ref,))
        with self._change():
            number = self._number(ref)
            self._connection.execute("DELETE FROM search WHERE rowid = ?", (number,))
            self._connection.execute("DELETE FROM links WHERE ref = ?", (ref,))
            self._connection.execute(f"DELETE FROM {record.type} WHERE id = ?", (ref,))
            self._connection.execute("DELETE FROM records WHERE id = ?", (ref,))
            for other in self.get_many(pointing).values():
                self._index(other)

    def reindex(self) -> None:
        """Write the full text of all records anew."""
        with self._change():
            self._index_all()

    @contextmanager
    def _change(self) -> Iterator[None]:
        """Run the block as one transaction."""
        if self.read_only:
            raise StoreError(f"The library {self.path} is open for reading only.")
        with explained(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def _select(
        self, type_: str, where: str = "", values: Collection[str] = ()
    ) -> Iterator[Record]:
        cursor = self._connection.execute(f"SELECT * FROM {type_} {where}", tuple(values))
        names = [column[0] for column in cursor.description]
        for row in cursor:
            yield from_row(type_, dict(zip(names, row, strict=True)))

    def _list(self, types: Collection[str], limit: int) -> SearchResult:
        counts = self.count()
        records: list[Record] = []
        for type_ in types or RECORD_TYPES:
            if len(records) < limit:
                records.extend(self.all(type_))
        hits = tuple(Hit(record, _first_words(record)) for record in records[:limit])
        return SearchResult(hits, sum(counts[type_] for type_ in types or counts), counts)

    def _pointing_at(self, refs: Collection[Ref]) -> list[Ref]:
        """Return the ids of the records whose links name one of these."""
        found: dict[Ref, None] = {}
        with explained(self.path):
            for target in refs:
                rows = self._connection.execute(
                    "SELECT ref FROM links WHERE target = ? ORDER BY ref", (target,)
                )
                found.update((ref, None) for (ref,) in rows)
        return list(found)

    def _number(self, ref: Ref) -> int | None:
        row = self._connection.execute("SELECT number FROM records WHERE id = ?", (ref,)).fetchone()
        return None if row is None else int(row[0])

    def _write(self, record: Record) -> None:
        # Imported late: it takes a sixth of a second, which opening a store must not cost.
        from sqlite_utils import Database

        db = Database(self._connection)
        if self._number(record.id) is None:
            db.table("records").insert({"id": record.id, "type": record.type})
        db.table(record.type).upsert(to_row(record), pk="id")
        self._connection.execute("DELETE FROM links WHERE ref = ?", (record.id,))
        self._connection.executemany(
            "INSERT INTO links (ref, target) VALUES (?, ?)",
            [(record.id, target) for target in dict.fromkeys(record.links())],
        )

    def _index(self, record: Record) -> None:
        number = self._number(record.id)
        texts = indexed_text(record, self.get_many(record.links()))
        self._connection.execute("DELETE FROM search WHERE rowid = ?", (number,))
        self._connection.execute(_INSERT_TEXT, (number, *texts))

    def _index_all(self) -> None:
        everything = {record.id: record for record in self.all()}
        rows = self._connection.execute("SELECT number, id FROM records ORDER BY number").fetchall()
        self._connection.execute("DELETE FROM search")
        self._connection.executemany(
            _INSERT_TEXT,
            [(number, *indexed_text(everything[ref], everything)) for number, ref in rows],
        )
        self._connection.execute("INSERT INTO search (search) VALUES ('optimize')")


def _browsing_order(record: Record) -> tuple[bool, object, str, str]:
    """Return the key by which records of one type are listed; undated ones stand last."""
    if isinstance(record, Event | Statement):
        date = record.date
        return date is None, date.sort_key if date else (), record.label.casefold(), record.id
    return False, (), record.label.casefold(), record.id


def _first_words(record: Record) -> str:
    summary = getattr(record, "summary", None) or getattr(record, "role", None)
    return summary if isinstance(summary, str) else record.label
