"""Tests of the history: every state is kept, with who, when and what differs."""

from __future__ import annotations

import contextlib
import dataclasses
import sqlite3
from pathlib import Path

import pytest

from briefer.errors import StoreError
from briefer.records import PartialDate
from briefer.store import CHANGES, Store
from tests.store.clock import Clock
from tests.store.library import DEATHS, EXTRADITION, MEXICO, SALES


def test_a_record_that_was_never_changed_has_one_revision(store: Store) -> None:
    """It came with the library: nobody changed it at any time."""
    (only,) = store.history(EXTRADITION.id)
    assert (only.revision, only.change, only.changed_at, only.changed_by) == (
        1,
        "loaded",
        None,
        None,
    )
    assert only.record == EXTRADITION
    assert only.changed == ()


def test_each_change_tells_what_differs(path: Path) -> None:
    """Newest first: number, word, time, name, and the fields as files name them."""
    clock = Clock()
    with Store.open(path, clock=clock) as store:
        kept = store.save(
            dataclasses.replace(SALES, title="Other", date=PartialDate.parse("1978")), by="Jo"
        )
        clock.pass_minutes(90)
        store.delete(SALES.id, by="Ann")
        clock.pass_minutes(1)
        store.restore(SALES.id, revision=1)
        told = [
            (one.revision, one.change, one.changed_at, one.changed_by, one.changed)
            for one in store.history(SALES.id)
        ]
        assert told == [
            (4, "restored", "2026-11-22T11:01:00Z", None, ("title", "date")),
            (3, "deleted", "2026-11-22T11:00:00Z", "Ann", ()),
            (2, "edited", "2026-11-22T09:30:00Z", "Jo", ("title", "date")),
            (1, "loaded", None, None, ()),
        ]
        assert all(one.change in CHANGES for one in store.history(SALES.id))
        assert store.history(SALES.id)[2].record == kept
        assert store.history(SALES.id)[0].record == store.get(SALES.id)


def test_the_history_of_a_deleted_record_is_kept(store: Store) -> None:
    """What lies in the bin can be looked at."""
    store.delete(DEATHS.id)
    assert [one.change for one in store.history(DEATHS.id)] == ["deleted", "loaded"]


def test_what_never_was_has_no_history(store: Store) -> None:
    """An unknown id is told with the nearest one."""
    with pytest.raises(StoreError, match="mean 'actor/mexico'"):
        store.history("actor/mexiko")


def test_loading_again_keeps_no_history_and_loses_none(store: Store) -> None:
    """Records written as they are leave the revisions that there are."""
    store.save(dataclasses.replace(MEXICO, note="Ours"))
    store.reindex()
    assert [one.revision for one in store.history(MEXICO.id)] == [2, 1]


def test_a_record_changed_under_an_older_schema_keeps_its_number(store: Store) -> None:
    """A record that came with a revision of its own begins its history there."""
    store.load([dataclasses.replace(MEXICO, revision=5, changed_at="2025-01-01T00:00:00Z")])
    kept = store.save(dataclasses.replace(MEXICO, revision=5, note="Ours"))
    assert kept.revision == 6
    assert [(one.revision, one.change) for one in store.history(MEXICO.id)] == [
        (6, "edited"),
        (5, "edited"),
    ]


def test_a_damaged_revision_is_named(path: Path) -> None:
    """A row that holds no record names its record and number."""
    with Store.open(path) as store:
        store.save(dataclasses.replace(MEXICO, note="Ours"))
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("UPDATE revisions SET record = '{' WHERE revision = 1")
        with pytest.raises(StoreError, match="Revision 1 of 'actor/mexico'.*damaged"):
            store.history(MEXICO.id)
        other_words = '{"id": "actor/mexico", "origin": "user"}'
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("UPDATE revisions SET record = ? WHERE revision = 1", (other_words,))
        with pytest.raises(StoreError, match="damaged"):
            store.restore(MEXICO.id, revision=1)
