"""Tests of facets with very many values: exact whatever is found, and true after changes."""

from __future__ import annotations

import dataclasses
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefer.records import Actor, Event, Participant, Record
from briefer.store import Store

EVENTS, ACTORS, SHOWN = 900, 450, 40


def _actors_of(number: int) -> tuple[int, ...]:
    """Return the actors in an event: some are in very many, most in a few."""
    return tuple(dict.fromkeys((number % 7, number * number % ACTORS, number * 31 % ACTORS)))


def _word_of(number: int) -> str:
    return "few" if number % 90 == 0 else "some" if number % 20 == 0 else "many"


def _records() -> Iterator[Record]:
    for number in range(ACTORS):
        yield Actor(id=f"actor/a{number:03}", name=f"Name {number}", actor_type="company")
    for number in range(EVENTS):
        yield Event(
            id=f"event/e{number}",
            title=f"{_word_of(number)} called {number}",
            event_type="publication",
            actors=tuple(Participant(f"actor/a{one:03}", "host") for one in _actors_of(number)),
        )


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of a store in which a facet has hundreds of values."""
    path = tmp_path_factory.mktemp("facets") / "store.sqlite"
    with Store.create(path) as store:
        store.load(_records())
    return path


@pytest.mark.parametrize("word", ["few", "some", "many", "called"])
def test_the_most_frequent_of_very_many_values(filled: Path, word: str) -> None:
    """Few found or nearly all: the forty most frequent, counted to the last record."""
    counted = Counter(
        f"actor/a{one:03}"
        for number in range(EVENTS)
        if word in (_word_of(number), "called")
        for one in _actors_of(number)
    )
    most = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:SHOWN]
    with Store.open(filled, read_only=True) as store:
        found = store.search(word, facets=("actor",)).facets["actor"]
    assert [(value.value, value.count) for value in found] == most


def test_a_value_is_called_what_its_record_is_called_now(filled: Path, tmp_path: Path) -> None:
    """A new name is told at once, in this window and in another one."""
    path = tmp_path / "store.sqlite"
    shutil.copyfile(filled, path)
    with Store.open(path) as store, Store.open(path) as other:
        for one in (store, other):
            labels = {
                v.value: v.label for v in one.search("few", facets=("actor",)).facets["actor"]
            }
            assert labels["actor/a000"] == "Name 0"
        actor = store.get("actor/a000")
        assert isinstance(actor, Actor)
        store.save(dataclasses.replace(actor, name="Renamed"))
        for one in (store, other):
            labels = {
                v.value: v.label for v in one.search("few", facets=("actor",)).facets["actor"]
            }
            assert labels["actor/a000"] == "Renamed"
