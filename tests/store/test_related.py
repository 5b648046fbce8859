"""Tests of related records: what belongs together is offered together, closest first."""

from __future__ import annotations

import dataclasses

import pytest

from briefer.errors import StoreError
from briefer.store import REASONS, Store
from tests.store.library import WORDS


def related(store: Store, ref: str) -> dict[str, str]:
    """Return the related records with the reason of each, in order."""
    return {found.record.id: found.reason for found in store.related(ref)}


def test_an_event_brings_what_was_said_and_who_took_part(store: Store) -> None:
    """Statements made at it, then its actors, then what else those did."""
    assert related(store, "event/extradition") == {
        "statement/garland": "event",
        "actor/mexico": "link",
        "actor/leader": "link",
        "statistic/deaths": "actor",
        "relation/leader-heads-cartel": "actor",
    }


def test_opposition_comes_first(store: Store) -> None:
    """An answer leads to what it answers, and the other way."""
    answer = dataclasses.replace(
        WORDS, id="statement/answer", event=None, responds_to=WORDS.id, text="Not so."
    )
    store.add(answer)
    assert next(iter(related(store, WORDS.id).items())) == (answer.id, "opposing")
    assert next(iter(related(store, answer.id).items())) == (WORDS.id, "opposing")


def test_every_reason_has_words(store: Store) -> None:
    """Reasons are words of the list; sources and the record itself are not offered."""
    for record in store.all():
        for ref, reason in related(store, record.id).items():
            assert reason in REASONS
            assert ref != record.id
            assert not ref.startswith("source/")


def test_the_limit(store: Store) -> None:
    """Only the closest are given where few are wanted."""
    assert [found.record.id for found in store.related("event/extradition", limit=1)] == [WORDS.id]


def test_an_unknown_record(store: Store) -> None:
    """A misspelt id is told."""
    with pytest.raises(StoreError, match="no record"):
        store.related("event/none")
