"""Any sequence of changes leaves a library that is whole: found, counted and linked as if anew."""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import connect

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from briefer.errors import ConflictError, RecordError, StoreError
from briefer.records import Actor, Citation, Event, PartialDate, Participant, Record, Relation
from briefer.store import FACETS, Store
from briefer.store.packing import unpacked
from tests.store.library import RECORDS

WORDS = st.sampled_from(["Alpha", "Beta", "Gamma ray", "Órgano", "alpha beta"])
DATES = st.sampled_from([None, "2023", "2023-09", "1977~/.."])
NUMBERS = st.integers(0, 4)
PICK = st.integers(0, 10_000)
QUERIES = ("", "alpha", "gam", "mexico -alpha", "actor:alpha", "is:edited", "year:2023", "órgano b")


changed: Callable[..., Record] = dataclasses.replace


def _date(edtf: str | None) -> PartialDate | None:
    return PartialDate.parse(edtf) if edtf else None


class Changes(RuleBasedStateMachine):
    """One store, changed at random; what was kept is remembered beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.store = Store.create(Path(self.folder.name) / "store.sqlite")
        self.states: dict[tuple[str, int], Record] = {}

    @initialize()
    def load(self) -> None:
        """Begin with the small library."""
        self.store.load(RECORDS)

    def teardown(self) -> None:
        """Close the store and remove its folder."""
        self.store.close()
        self.folder.cleanup()

    def picked(self, type_: str | None, pick: int) -> Record | None:
        """Return some record of a type, or of any."""
        records = self.store.all(type_)
        return records[pick % len(records)] if records else None

    def kept(self, record: Record) -> None:
        """Remember what the store said that it kept."""
        assert self.store.get(record.id) == record
        self.states[record.id, record.revision] = record

    @contextmanager
    def may_be_refused(self) -> Iterator[None]:
        """Let a change be refused, and see that then nothing was changed."""
        before = self.store.all(), self.store.bin()
        try:
            yield
        except ConflictError:
            raise
        except (RecordError, StoreError):
            assert (self.store.all(), self.store.bin()) == before

    @rule(name=WORDS, number=NUMBERS, pick=PICK)
    def add_actor(self, name: str, number: int, pick: int) -> None:
        """Add an actor that belongs to another one."""
        other = self.picked("actor", pick)
        with self.may_be_refused():
            affiliation = other.id if other else None
            self.kept(
                self.store.add(
                    Actor(
                        id=f"actor/a{number}",
                        name=name,
                        actor_type="group",
                        affiliation=affiliation,
                    )
                )
            )

    @rule(title=WORDS, number=NUMBERS, date=DATES, first=PICK, second=PICK)
    def add_event(self, title: str, number: int, date: str | None, first: int, second: int) -> None:
        """Add an event of two actors with a source, and a relation of the two."""
        actors = [found.id for found in (self.picked("actor", n) for n in (first, second)) if found]
        source = self.picked("source", first)
        event = Event(
            id=f"event/e{number}",
            title=title,
            event_type="publication",
            date=_date(date),
            actors=tuple(Participant(ref, "host") for ref in actors),
            citations=(Citation(source.id),) if source else (),
        )
        with self.may_be_refused():
            self.kept(self.store.add(event))
        if len(set(actors)) == 2:
            tie = Relation(
                id=f"relation/r{number}", subject=actors[0], relation="opposes", object=actors[1]
            )
            with self.may_be_refused():
                self.kept(self.store.add(tie))

    @rule(pick=PICK, words=WORDS)
    def save(self, pick: int, words: str) -> None:
        """Change the words of some record, and be refused with what is then old."""
        record = self.picked(None, pick)
        if record is None:
            return
        field = {"actor": "name", "event": "title", "source": "title"}.get(record.type, "note")
        values: dict[str, str] = {field: words}
        kept = self.store.save(changed(record, **values))
        self.kept(kept)
        if kept != record:
            try:
                self.store.save(changed(record, note="too late"))
            except ConflictError:
                assert self.store.get(record.id) == kept
            else:
                raise AssertionError("an old revision overwrote a newer one")

    @rule(pick=PICK)
    def duplicate(self, pick: int) -> None:
        """Copy some record."""
        record = self.picked(None, pick)
        if record:
            self.kept(self.store.duplicate(record.id))

    @rule(pick=PICK, force=st.booleans())
    def delete(self, pick: int, force: bool) -> None:
        """Delete some record, by force or not."""
        record = self.picked(None, pick)
        if record:
            with self.may_be_refused():
                self.store.delete(record.id, force=force)
                assert self.store.bin()[0].record.label == record.label

    @precondition(lambda self: self.store.bin())
    @rule(pick=PICK)
    def restore(self, pick: int) -> None:
        """Bring some record back from the bin."""
        binned = self.store.bin()
        before = binned[pick % len(binned)].record
        after = self.store.restore(before.id)
        assert after.label == before.label or before.type == "relation"
        self.kept(after)

    @precondition(lambda self: self.states)
    @rule(pick=PICK)
    def go_back(self, pick: int) -> None:
        """Bring some record back to some revision."""
        ref, revision = sorted(self.states)[pick % len(self.states)]
        after = self.store.restore(ref, revision=revision)
        assert after.note == self.states[ref, revision].note
        self.kept(after)

    @rule(first=PICK, second=PICK, type_=st.sampled_from(["actor", "event", "source"]))
    def merge(self, first: int, second: int, type_: str) -> None:
        """Merge two records of a type."""
        one, two = self.picked(type_, first), self.picked(type_, second)
        if one and two:
            with self.may_be_refused():
                self.kept(self.store.merge(one.id, two.id))
                assert not [r for r in self.store.all() if two.id in r.links()]

    @invariant()
    def nothing_is_forgotten(self) -> None:
        """Every state that was ever kept can still be looked at."""
        for ref in {ref for ref, _ in self.states}:
            told = {one.revision: one.record for one in self.store.history(ref)}
            for (other, revision), record in self.states.items():
                if other == ref:
                    assert told[revision] == record

    @invariant()
    def indexing_anew_changes_nothing(self) -> None:
        """Search, facets, links and sets are what they are in a copy that is indexed anew."""
        path = self.store.path
        copy = path.with_name("copy.sqlite")
        copy.unlink(missing_ok=True)
        with closing(connect(path)) as connection:
            connection.execute("VACUUM INTO ?", (str(copy),))
        with Store.open(copy) as anew:
            anew.reindex()
            for query in QUERIES:
                ours = self.store.search(query, facets=FACETS, limit=100)
                theirs = anew.search(query, facets=FACETS, limit=100)
                assert (ours.total, ours.counts, ours.facets) == (
                    theirs.total,
                    theirs.counts,
                    theirs.facets,
                )
                assert {hit.record.id for hit in ours.hits} == {h.record.id for h in theirs.hits}
        assert _kept_sets(path) == _kept_sets(copy)


def _kept_sets(path: Path) -> list[object]:
    """Return the sets, the links and the full text of a store, as the file holds them."""
    with closing(connect(path)) as connection:
        bits = connection.execute("SELECT field, value, numbers FROM bits ORDER BY 1, 2").fetchall()
        links = connection.execute("SELECT * FROM links ORDER BY 1, 2").fetchall()
        texts = connection.execute(
            "SELECT rowid, title, body, names, words FROM search ORDER BY rowid"
        ).fetchall()
    return [[(*pair, set(unpacked(numbers))) for *pair, numbers in bits], links, texts]


TestChanges = Changes.TestCase
TestChanges.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
