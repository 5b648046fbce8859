"""The store: get, list, search, gather and change records in one SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType

from briefer.errors import StoreError, did_you_mean
from briefer.records import RECORD_TYPES, Record, Ref
from briefer.records.gathered import Gathered
from briefer.store import whole
from briefer.store.bits import Bits
from briefer.store.connect import connect, explained, vacuum_into
from briefer.store.gather import gathered_records
from briefer.store.order import Order
from briefer.store.query import Term, read_query
from briefer.store.reading import Reader
from briefer.store.related import Related, related_records
from briefer.store.schema import create_tables
from briefer.store.search import Hit, Searcher, SearchResult, counted_facets
from briefer.store.snippets import snippet_of
from briefer.store.upgrade import upgraded
from briefer.store.words import Words
from briefer.store.writing import Writer

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
        self._bits = Bits(connection)
        self._words = Words(connection)
        self._reader = Reader(connection)
        self._writer = Writer(connection, self._reader, self._bits, self._words)
        self._searcher = Searcher(connection, self._bits, self._words)
        self._order = Order(connection, self._bits, self._words)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, timeout: float = _LOCK_TIMEOUT) -> Store:
        """Return the store in a file; `timeout` is how long to wait for a lock, in seconds.

        Raise StoreError naming the file where it is missing, locked, damaged, no library or newer
        than this Briefer. A store of an older schema is upgraded, after a backup of it was made
        (`upgrade`). Read-only, nothing is written, not even beside the file.
        """
        path = Path(path)
        connection = connect(path, read_only=read_only, timeout=timeout)
        return cls(path, upgraded(connection, path, read_only=read_only), read_only=read_only)

    @classmethod
    def create(cls, path: Path) -> Store:
        """Return a new empty store; raise StoreError where a file of that name exists."""
        path = Path(path)
        try:
            with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
                create_tables(connection)
                with whole.made_in(path.parent) as made:
                    vacuum_into(connection, made, place=path)
                    whole.place(made, path)
        except FileExistsError:
            raise StoreError(f"{path} exists already.", hint="Choose another name.") from None
        except OSError as error:
            raise StoreError(f"{path} cannot be made: {error.strerror}.") from error
        return cls.open(path)

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

    # Reading

    def get(self, ref: Ref) -> Record:
        """Return the record of this id; raise StoreError naming the nearest id."""
        found = self.get_many((ref,))
        if ref not in found:
            with explained(self.path):
                hint = did_you_mean(ref, self._reader.ids())
            raise StoreError(
                f"There is no record {ref!r} in the library.",
                hint=hint if hint.startswith("Did you mean") else "",
            )
        return found[ref]

    def get_many(self, refs: Iterable[Ref]) -> dict[Ref, Record]:
        """Return the records of these ids in the order asked, without those that are not there."""
        with explained(self.path):
            return self._reader.get_many(refs)

    def all(self, type: str | None = None) -> list[Record]:
        """Return all records, or all of a type: events by date, others by label, types in order."""
        types = RECORD_TYPES if type is None else (type,)
        with explained(self.path):
            return [record for name in types for record in self._reader.of_type(name)]

    def count(self) -> dict[str, int]:
        """Return how many records of each type there are."""
        with explained(self.path):
            return self._reader.count()

    def gather(self, refs: Iterable[Ref]) -> Gathered:
        """Return these records and all that slides of them need: links, sources, what points here.

        See `gather.gathered_records`; ids without a record are left out.
        """
        with explained(self.path):
            reader = self._reader
            return Gathered(gathered_records(refs, reader.get_many, reader.pointing_at))

    # Searching

    def search(
        self,
        query: str,
        *,
        types: Collection[str] = (),
        limit: int = 50,
        facets: Collection[str] = (),
    ) -> SearchResult:
        """Return the best matches of a query (`query`) among the types given, or among all.

        An empty query lists all records. `counts` are of every type, whatever the types asked for;
        `total` is of those asked for. `facets` names those of `FACETS` to be counted.
        """
        if types and not set(types) & set(RECORD_TYPES):
            name = sorted(types)[0]
            raise StoreError(f"No record type {name!r}.", hint=did_you_mean(name, RECORD_TYPES))
        asked = read_query(query)
        with explained(self.path):
            match = self._searcher.match(asked, types)
            counts = self._searcher.facet("type", match)
            return SearchResult(
                hits=self._hits(self._order.first(asked, match, limit=limit), asked.wanted),
                total=len(match.numbers()),
                counts={type_: counts.get(type_, 0) for type_ in RECORD_TYPES},
                facets=counted_facets(self._searcher, match, facets, self._reader),
                notes=match.notes,
            )

    def _hits(self, numbers: Sequence[int], terms: Sequence[Term]) -> tuple[Hit, ...]:
        """Return the hits of record numbers in their order."""
        texts = self._order.texts(numbers)
        found = self._reader.get_many(texts[number][0] for number in numbers)
        hits = []
        for number in numbers:
            ref, columns = texts[number]
            hits.append(Hit(found[ref], *snippet_of(columns, terms)))
        return tuple(hits)

    def related(self, ref: Ref, *, limit: int = 50) -> tuple[Related, ...]:
        """Return what has to do with a record, most closely first; see `related`.

        Raise StoreError where there is no such record.
        """
        record = self.get(ref)
        with explained(self.path):
            return related_records(record, self._reader, limit=limit)

    # Changing

    def load(self, records: Iterable[Record]) -> None:
        """Write many records in one transaction, as they are and without a history.

        For building a store from its text form; `save_all` is for a user's changes.
        """
        with self._change():
            self._writer.load(records)
            self._writer.index_all()

    def reindex(self) -> None:
        """Write the full text, the facets and the common words of all records anew."""
        with self._change():
            self._writer.index_all()

    def save(self, record: Record) -> None:
        """Write a record, new or changed, with its links and full text."""
        with self._change():
            self._writer.write(record)

    def save_all(self, records: Iterable[Record]) -> None:
        """Write many records in one transaction; quicker than one by one."""
        self.load(records)

    def delete(self, ref: Ref) -> None:
        """Remove a record; raise StoreError where there is none. Links to it are left to tell."""
        record = self.get(ref)
        with self._change():
            self._writer.remove(record)

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
            finally:
                self._bits.forget()
                self._words.forget()
                self._searcher.forget()
