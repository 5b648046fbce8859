"""Tests of common words: known beforehand, and still exact after every change."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefer.errors import DamageError
from briefer.records import Actor, Event, Record, Ref
from briefer.store import Store
from tests.store.files import raw

COUNT = 4000


def _events() -> Iterator[Record]:
    """Yield events that all have the word common; every third has the word third, ten are rare."""
    for number in range(COUNT):
        third = "third " if number % 3 else "other "
        rare = "rare " if number % 400 == 0 else ""
        yield Event(
            id=f"event/e{number}",
            title=f"{rare}common {third}event {number}",
            event_type="publication",
            topics=("border",) if number % 2 else (),
        )
    yield Actor(id="actor/common", name="Common", actor_type="company")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of a store of some thousand records."""
    path = tmp_path_factory.mktemp("large") / "store.sqlite"
    with Store.create(path) as store:
        store.load(_events())
    return path


@pytest.fixture
def store(large: Path, tmp_path: Path) -> Iterator[Store]:
    """Return a copy of the large store of one's own."""
    path = tmp_path / "store.sqlite"
    shutil.copyfile(large, path)
    with Store.open(path) as opened:
        yield opened


def event(store: Store, ref: Ref) -> Event:
    """Return an event of the store."""
    found = store.get(ref)
    assert isinstance(found, Event)
    return found


def totals(store: Store) -> list[int]:
    """Return how many records some queries find."""
    queries = (
        "common",
        "comm",
        "c",
        "common thi",
        "common -third",
        "common rare",
        "topic:border e",
    )
    return [store.search(query).total for query in queries]


def test_totals_are_exact(store: Store) -> None:
    """Common words, their beginnings, and both with rarer ones are counted to the last record."""
    third = sum(1 for number in range(COUNT) if number % 3)
    everything = COUNT + 1
    assert totals(store) == [everything] * 3 + [third, everything - third, 10, COUNT // 2]


def test_totals_stay_exact_after_changes(store: Store) -> None:
    """A word gained, lost, or gone with its record is counted; indexing anew changes nothing."""
    first, *_ = before = totals(store)
    gained = dataclasses.replace(event(store, "event/e3"), title="common third gained")
    store.save(gained)
    store.save(dataclasses.replace(event(store, "event/e5"), title="nothing of it"))
    store.delete("event/e7", force=True)
    store.add(Event(id="event/new", title="common rare", event_type="publication"))
    after = totals(store)
    assert after[0] == first - 2 + 1
    assert after[5] == before[5] + 1
    store.reindex()
    assert totals(store) == after


def test_a_record_changed_again_is_counted_as_it_is(store: Store) -> None:
    """Each time, whatever was counted between, and with it what others hold of the store."""
    with Store.open(store.path) as other:
        before = store.search("common").total
        for title, less in (("nothing", 1), ("common again", 0), ("nothing again", 1)):
            store.save(dataclasses.replace(event(store, "event/e5"), title=title))
            store.save(dataclasses.replace(event(store, "event/e9"), summary=title))
            assert store.search("common").total == before - less
            assert totals(other) == totals(store)
        store.delete("event/e9", force=True)
        assert store.search("nothing").total == other.search("nothing").total == 1


def test_another_connection_counts_alike(store: Store) -> None:
    """What one window changed, another one counts at once."""
    with Store.open(store.path) as other:
        before = totals(other)
        store.save(dataclasses.replace(event(store, "event/e5"), title="nothing of it"))
        assert totals(other) != before
        assert totals(other) == totals(store)


def test_a_change_taken_back_is_not_counted(store: Store) -> None:
    """When a change fails nothing of it stays in memory."""
    before = totals(store)

    def records() -> Iterator[Record]:
        yield Event(id="event/new", title="common rare", event_type="publication")
        raise EOFError

    with pytest.raises(EOFError):
        store.add_all(records())
    assert totals(store) == before


def test_the_best_of_very_many_stand_first(store: Store) -> None:
    """What is called like the word comes first; the others follow, the latest added first."""
    hits = [hit.record.id for hit in store.search("common", limit=3).hits]
    assert hits[0] == "actor/common"
    everything = store.search("c", limit=COUNT * 2)
    assert len({hit.record.id for hit in everything.hits}) == everything.total


def test_a_shortened_title_stands_further_up(store: Store) -> None:
    """What is known of titles is forgotten when one changes, here or in another window."""
    with Store.open(store.path) as other:
        for one in (store, other):
            assert [hit.record.id for hit in one.search("common", limit=1).hits] == ["actor/common"]
        store.save(dataclasses.replace(event(store, "event/e3990"), title="common"))
        for one in (store, other):
            found = [hit.record.id for hit in one.search("common", limit=2).hits]
            assert found == ["actor/common", "event/e3990"]


def test_a_rare_word_beside_a_common_one_ranks(store: Store) -> None:
    """Few matches are ranked by how well they match, whatever else was asked for."""
    ids = [hit.record.id for hit in store.search("common rare").hits]
    assert len(ids) == 10


def test_beginnings_of_the_same_words_share_a_set(store: Store) -> None:
    """`comm*` and `common*` begin the same words here; only one set of them is kept."""
    with raw(store.path) as connection:
        rows = connection.execute("SELECT word, same FROM words WHERE numbers IS NULL").fetchall()
        kept = [word for (word,) in connection.execute("SELECT word FROM words WHERE same IS NULL")]
    shared = dict(rows)
    assert shared["comm*"] == shared["common*"] == "common"
    assert shared["c*"] == "com*"  # a company has it too
    assert set(shared.values()) <= set(kept)
    store.add(Event(id="event/new", title="commodity", event_type="publication"))
    assert [store.search(word).total for word in ("comm", "common", '"common"')] == [
        COUNT + 2,
        COUNT + 1,
        COUNT + 1,
    ]


def test_what_begins_alike_with_other_signs_is_told_apart(tmp_path: Path) -> None:
    """A word that goes on in letters with signs of their own is among those of its beginning."""
    words = ("common", "commonю")
    with Store.create(tmp_path / "signs.sqlite") as store:
        store.load(
            Event(
                id=f"event/e{number}",
                title=f"{words[number % 2]} {number}",
                event_type="publication",
            )
            for number in range(2 * COUNT)
        )
        assert [store.search(text).total for text in ("commo", '"common"', "commonю")] == [
            2 * COUNT,
            COUNT,
            COUNT,
        ]


@pytest.mark.parametrize("damage", ["x'00'", "'text'", "NULL", "zeroblob(100)"])
def test_a_damaged_set_is_told(store: Store, damage: str) -> None:
    """Bytes that hold no set are damage, and not another number of records."""
    with raw(store.path) as connection:
        connection.execute(f"UPDATE words SET numbers = {damage} WHERE word = 'common'")
    with pytest.raises(DamageError, match="is damaged"):
        store.search("common")


def test_reading_leaves_no_file(store: Store) -> None:
    """Searching after a change writes nothing beside the store."""
    store.save(dataclasses.replace(event(store, "event/e5"), title="nothing of it"))
    with Store.open(store.path, read_only=True) as reading:
        assert reading.search("common").total == COUNT
    assert [path.name for path in store.path.parent.iterdir()] == ["store.sqlite"]
