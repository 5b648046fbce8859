"""The store: get, list, search, gather and change records in one SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType

from briefer import whole
from briefer.errors import StoreError, did_you_mean
from briefer.records import RECORD_TYPES, Record, Ref
from briefer.records.gathered import Gathered
from briefer.records.quotations import Quotation
from briefer.records.turn import AnyTurn
from briefer.store.bits import Bits
from briefer.store.clock import Clock, now
from briefer.store.compared import compared, quoted
from briefer.store.connect import connect, explained, vacuum_into
from briefer.store.editing import Editor, no_record
from briefer.store.gather import gathered_records
from briefer.store.likeness import Likeness
from briefer.store.order import Order
from briefer.store.query import read_query
from briefer.store.reading import Reader
from briefer.store.related import Related, related_records
from briefer.store.revisions import Binned, Revision, Revisions
from briefer.store.schema import create_tables
from briefer.store.search import Searcher, SearchResult
from briefer.store.shape import require_parts
from briefer.store.showing import Showing
from briefer.store.telling import MOST_TAKEN_WHOLE, telling_refs
from briefer.store.texts import AttachedText, Texts
from briefer.store.ties import Tie, Ties
from briefer.store.upgrade import upgraded
from briefer.store.words import Words
from briefer.store.writing import Writer

_LOCK_TIMEOUT = 5.0


class Store:
    """An open library. A connection belongs to the thread that opened it.

    All methods raise StoreError where the file is locked, damaged or full; a change is one
    transaction, so that it happens wholly or not at all.
    """

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        *,
        read_only: bool,
        clock: Clock = now,
    ) -> None:
        self.path = path
        self.read_only = read_only
        self._connection = connection
        self._bits = Bits(connection)
        self._words = Words(connection)
        self._reader = Reader(connection)
        self._writer = Writer(connection, self._reader, self._bits, self._words)
        self._revisions = Revisions(connection)
        self._texts = Texts(connection)
        self._editor = Editor(self._reader, self._writer, self._revisions, self._texts, clock=clock)
        self._likeness = Likeness(connection, self._reader, self._bits, self._words)
        self._searcher = Searcher(connection, self._reader, self._bits, self._words)
        self._order = Order(connection, self._bits, self._words)
        self._showing = Showing(connection, self._reader)
        self._ties = Ties(connection)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        timeout: float = _LOCK_TIMEOUT,
        clock: Clock = now,
    ) -> Store:
        """Return the store in a file; `timeout` is how long to wait for a lock, in seconds.

        `clock` tells when changes are made.

        Raise StoreError naming the file where it is missing, locked, damaged, no library or newer
        than this Briefer. A store of an older schema is upgraded, after a backup of it was made
        (`upgrade`). Read-only, nothing is written, not even beside the file.
        """
        path = Path(path)
        connection = connect(path, read_only=read_only, timeout=timeout)
        connection = upgraded(connection, path, read_only=read_only)
        try:
            with explained(path):
                require_parts(connection)
        except BaseException:
            connection.close()
            raise
        return cls(path, connection, read_only=read_only, clock=clock)

    @classmethod
    def create(cls, path: Path, *, clock: Clock = now) -> Store:
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
        return cls.open(path, clock=clock)

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

    @property
    def version(self) -> int:
        """A number that stands as long as nobody else, of any process, changes the library."""
        with explained(self.path):
            (version,) = self._connection.execute("PRAGMA data_version").fetchone()
            return int(version)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Run the block on the library as it stands when the block first reads it.

        What others change meanwhile is not seen, so that records read one after the other go
        together. Blocks may lie in each other.
        """
        with explained(self.path):
            if self._connection.in_transaction:
                yield
                return
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                # Nothing was written but what searching notes down for itself, which stays.
                if self._connection.in_transaction:
                    self._connection.execute("COMMIT")

    def get(self, ref: Ref) -> Record:
        """Return the record of this id; raise StoreError naming the nearest id, or the bin."""
        with self.reading():
            return self._editor.required(ref)

    def get_many(self, refs: Iterable[Ref]) -> dict[Ref, Record]:
        """Return the records of these ids in the order asked, without those that are not there."""
        with self.reading():
            return self._reader.get_many(refs)

    def all(self, type: str | None = None) -> list[Record]:
        """Return all records, or all of a type: events by date, others by label, types in order."""
        types = RECORD_TYPES if type is None else (type,)
        with self.reading():
            return [record for name in types for record in self._reader.of_type(name)]

    def telling(self, *, whole: int = MOST_TAKEN_WHOLE) -> list[Record]:
        """Return the records that a briefing may begin with: all, of a very large library a part.

        A library is very large that has more records than `whole`; see `telling.telling_refs`.
        """
        with self.reading():
            count = self.count()
            if sum(count.values()) <= whole:
                return self.all()
            return list(self._reader.get_many(telling_refs(self._connection)).values())

    def count(self) -> dict[str, int]:
        """Return how many records of each type there are."""
        with self.reading():
            sets = self._bits.field("type")
            return {type_: len(sets.get(type_, ())) for type_ in RECORD_TYPES}

    def ids(self) -> tuple[Ref, ...]:
        """Return the ids of all records, type by type, as they are listed."""
        with self.reading():
            return tuple(ref for type_ in RECORD_TYPES for ref in self._reader.ids(type_))

    def gather(self, refs: Iterable[Ref]) -> Gathered:
        """Return these records and all that slides of them need: links, sources, what points here.

        See `gather.gathered_records`; ids without a record are left out.
        """
        with self.reading():
            return Gathered(gathered_records(refs, self._reader))

    def naming(self, ref: Ref) -> tuple[Ref, ...]:
        """Return the ids of the records that name a record, in order of the ids."""
        with self.reading():
            return tuple(sorted(set(self._reader.pointing_at((ref,)))))

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
        with self.reading():
            match = self._searcher.match(asked, types)
            counts = self._searcher.facet("type", match)
            return SearchResult(
                hits=self._showing.hits(self._order.first(asked, match, limit=limit), asked.wanted),
                total=len(match.numbers()),
                counts={type_: counts.get(type_, 0) for type_ in RECORD_TYPES},
                facets={name: self._searcher.values(name, match) for name in facets},
                notes=match.notes,
            )

    def related(self, ref: Ref, *, limit: int = 50) -> tuple[Related, ...]:
        """Return what has to do with a record, most closely first; see `related`.

        Raise StoreError where there is no such record.
        """
        record = self.get(ref)
        with self.reading():
            return related_records(record, self._reader, limit=limit)

    def ties(self, actor: Ref = "") -> tuple[Tie, ...]:
        """Return which relation ties which actors: of all relations, or of those of one actor."""
        with self.reading():
            return self._ties.of(actor) if actor else self._ties.all()

    def neighbours(self) -> Mapping[Ref, Collection[Ref]]:
        """Return the actors that each tied actor is tied to; do not change them."""
        with self.reading():
            return self._ties.around()

    # Changing

    def load(self, records: Iterable[Record]) -> None:
        """Write many records in one transaction, as they are and without a history.

        For building a store from its text form; `add_all` is for a user's records.
        """
        with self._change():
            self._writer.load(records)
            self._writer.index_all()

    def reindex(self) -> None:
        """Write the full text, the facets and the common words of all records anew."""
        with self._change():
            self._writer.index_all()

    def new_id(self, type_: str, title: str) -> Ref:
        """Return an id for a new record of a type that no record has or had."""
        with self.reading():
            return self._editor.new_id(type_, title)

    def add(self, record: Record, *, by: str = "") -> Record:
        """Add a new record and return it as kept; see `add_all`."""
        return self.add_all((record,), by=by)[0]

    def add_all(
        self, records: Iterable[Record], *, by: str = "", where: Sequence[str] = ()
    ) -> tuple[Record, ...]:
        """Add new records, which may name each other, and return them as kept: cleaned, revision 1.

        `by` is what the user typed as their name; `where` says of each record where it comes from
        ("additions.json, record 3"), for messages. Raise RecordError naming record and field where
        one cannot be kept (`validity`) or its id is taken, also by one in the bin.
        """
        with self._change():
            return self._editor.add_all(records, by=by, where=where)

    def save(self, record: Record, *, by: str = "") -> Record:
        """Keep a changed record and return it as kept; without a difference nothing is written.

        Raise ConflictError where its revision is not the one in the store (somebody else changed it
        since it was read), RecordError where it cannot be kept, StoreError where it is not there.
        """
        with self._change():
            return self._editor.save(record, by=by)

    def keep_all(self, records: Iterable[Record], *, by: str = "") -> tuple[Record, ...]:
        """Add new records and save changed ones in one change; return all as kept.

        Raise as `add_all` and `save` do; then none of them is kept.
        """
        with self._change():
            return self._editor.keep_all(records, by=by)

    def duplicate(self, ref: Ref, *, by: str = "") -> Record:
        """Add a copy of a record under a new id, marked "(copy)", and return it.

        Statements and relations have no title to be marked: a quotation stays verbatim.
        """
        with self._change():
            return self._editor.duplicate(ref, by=by)

    def delete(self, ref: Ref, *, by: str = "", force: bool = False) -> tuple[Record, ...]:
        """Put a record into the bin and return the records that still name it.

        Raise RecordError naming some of them unless `force`; StoreError where there is no record.
        """
        return self.delete_all((ref,), by=by, force=force)

    def delete_all(
        self, refs: Iterable[Ref], *, by: str = "", force: bool = False
    ) -> tuple[Record, ...]:
        """Put records into the bin in one change; those deleted with it may name a record."""
        with self._change():
            return self._editor.delete_all(refs, by=by, force=force)

    def bin(self) -> tuple[Binned, ...]:
        """Return what lies in the bin, the newest first."""
        with self.reading():
            return self._revisions.bin()

    def restore(self, ref: Ref, *, revision: int | None = None, by: str = "") -> Record:
        """Bring a record back from the bin as it was, or back to a revision; return it as kept.

        That is a new revision; what it names and was merged since then is named by its present id.
        Raise StoreError where it is not in the bin and no revision is named, or there is none such.
        """
        with self._change():
            return self._editor.restore(ref, revision=revision, by=by)

    def turn(self, turns: Sequence[AnyTurn], *, by: str = "") -> None:
        """Take records, and texts of sources, from one of their states to another: undo and redo.

        All of them or none; each step is a new revision. Raise ConflictError naming a record that
        does not say any more what it said at the beginning of its turn, or a text not kept.
        """
        with self._change():
            self._editor.turn(turns, by=by)

    def history(self, ref: Ref) -> tuple[Revision, ...]:
        """Return what a record was, newest first, also of one in the bin.

        A record that was never changed has one revision, "loaded". Raise StoreError where there
        never was such a record.
        """
        with self.reading():
            found = self._revisions.of(ref, self._reader.get_many((ref,)).get(ref))
            if not found:
                raise no_record(ref, self._reader)
            return found

    def merge(self, keep: Ref, other: Ref, *, by: str = "") -> Record:
        """Make two records of one type one and return it; the other goes to the bin.

        Citations and lists are united, absent fields filled, and every record that named the other
        names the one that stays. Raise RecordError where they say different things (`merging`).
        """
        with self._change():
            return self._editor.merge(keep, other, by=by)

    def duplicates(self, record: Record, limit: int = 5) -> tuple[Record, ...]:
        """Return the records that a record, kept or not, likely repeats; the most alike first."""
        with self.reading():
            return self._likeness.of(record, limit=limit)

    def attach_text(self, source: Ref, text: str, *, name: str) -> AttachedText:
        """Attach the text of a source, in place of an earlier one; `name` is the file's.

        Quotations from the source must stand in it from then on. Raise RecordError where it is
        empty, too long or not of a source.
        """
        with self._change():
            return self._editor.attach(source, text, name=name)

    def text_of(self, source: Ref) -> AttachedText | None:
        """Return the text attached to a source, None where there is none."""
        with self.reading():
            return self._texts.get(source)

    def misquoting(self, source: Ref) -> tuple[tuple[Ref, str], ...]:
        """Return id and field of what is quoted from a source and does not stand in its text.

        Records that were there before the text was attached may say what it does not.
        """
        with self.reading():
            return self._editor.misquoting(source)

    def compared(self, records: Iterable[Record]) -> dict[Ref, bool]:
        """Return for each quotation among records whether it stands in its source's text.

        Quotations whose sources have no text attached are left out.
        """
        with self.reading():
            return compared(records, self._texts)

    def quotations(self, records: Iterable[Record]) -> tuple[Quotation, ...]:
        """Return every quotation of some records, in their order: verified, altered, not held.

        A quotation that is found comes with its passage, an altered one with the difference too.
        """
        with self.reading():
            return quoted(records, self._texts)

    def detach_text(self, source: Ref) -> bool:
        """Take the text of a source away; return whether there was one."""
        with self._change():
            return self._texts.remove(source)

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
                self._order.forget()
                self._showing.forget()
                self._ties.forget()
