"""Tests of likely duplicates: the same thing twice is told, different things are not."""

from __future__ import annotations

import dataclasses

import pytest

from briefer.records import Actor, Event, PartialDate, Record, Source
from briefer.store import Store
from tests.store.library import DEATHS, EXTRADITION, HEADS, LEADER, MEXICO, NOTE, RECORDS, WORDS

MONTH = PartialDate.parse("2023-09")
SOURCES = [
    Source(
        id="source/web",
        csl_type="webpage",
        title="Talks: a page",
        url="https://www.example.org/talks/",
        doi="10.1017/ajil.2024.9",
        issued=PartialDate.parse("2024-05"),
    ),
]

SAME: list[tuple[Record, str]] = [
    (dataclasses.replace(EXTRADITION, id="event/x", date=None), EXTRADITION.id),
    (
        dataclasses.replace(
            EXTRADITION, id="event/x", title="MEXICO extradited — a cartel leader!"
        ),
        EXTRADITION.id,
    ),
    (
        dataclasses.replace(EXTRADITION, id="event/x", title="Mexico extradites a cartel leader"),
        EXTRADITION.id,
    ),
    (Actor(id="actor/x", name="ovidio guzman lopez", actor_type="person"), LEADER.id),
    (Actor(id="actor/x", name="El Raton", actor_type="person"), LEADER.id),
    (Actor(id="actor/x", name="The State", aliases=("Mexico",), actor_type="state"), MEXICO.id),
    (dataclasses.replace(WORDS, id="statement/x", speaker=None, citations=()), WORDS.id),
    (
        dataclasses.replace(WORDS, id="statement/x", text=WORDS.text.replace(" . . . ", "...")),
        WORDS.id,
    ),
    (dataclasses.replace(DEATHS, id="statistic/x", citations=()), DEATHS.id),
    (dataclasses.replace(HEADS, id="relation/x"), HEADS.id),
    (Source(id="source/x", csl_type="book", title="A note on trafficking"), NOTE.id),
    (
        Source(id="source/x", csl_type="book", title="?", url="http://example.org/talks"),
        "source/web",
    ),
    (
        Source(
            id="source/x", csl_type="book", title="?", doi="https://doi.org/10.1017/AJIL.2024.9"
        ),
        "source/web",
    ),
    (
        Source(
            id="source/x", csl_type="book", title="Talks, a page", issued=PartialDate.parse("2024")
        ),
        "source/web",
    ),
]

OTHER: list[Record] = [
    dataclasses.replace(
        EXTRADITION,
        id="event/x",
        title="Mexico extradites a leader",
        date=PartialDate.parse("2021"),
    ),
    Event(id="event/x", title="Canada met officials", event_type="publication", date=MONTH),
    Event(id="event/x", title="…", event_type="publication"),
    Actor(id="actor/x", name="Mexico City", actor_type="state"),
    Actor(id="actor/x", name="Mexic", actor_type="state"),
    dataclasses.replace(WORDS, id="statement/x", text=WORDS.text + " Really."),
    dataclasses.replace(DEATHS, id="statistic/x", value=110000.0),
    dataclasses.replace(DEATHS, id="statistic/x", as_of=PartialDate.parse("2021")),
    dataclasses.replace(HEADS, id="relation/x", relation="opposes"),
    Source(id="source/x", csl_type="book", title="Talks: a page", issued=PartialDate.parse("2019")),
    Source(id="source/x", csl_type="book", title="Other", url="https://example.org/talks/2"),
]


@pytest.fixture
def held(store: Store) -> Store:
    """Return the small library with a source on the web."""
    store.add_all(SOURCES)
    return store


@pytest.mark.parametrize(("record", "ref"), SAME)
def test_the_same_thing_is_found(held: Store, record: Record, ref: str) -> None:
    """Capitals, accents, signs, a word's ending on the same date: it is the same."""
    assert [other.id for other in held.duplicates(record)] == [ref]


@pytest.mark.parametrize("record", OTHER)
def test_different_things_are_not(held: Store, record: Record) -> None:
    """Another number, another year, more words: it is something else."""
    assert held.duplicates(record) == ()


def test_no_record_is_its_own_duplicate(held: Store) -> None:
    """The records of the library, all different, repeat nothing."""
    assert [held.duplicates(record) for record in held.all()] == [()] * (len(RECORDS) + 1)


def test_the_most_alike_come_first_and_some_are_enough(held: Store) -> None:
    """The same title before a similar one; at most as many as asked for."""
    titles = ("Mexico extradited a cartel leader", "Mexico extradited the cartel leader")
    for number, title in enumerate(titles * 4):
        held.add(dataclasses.replace(EXTRADITION, id=f"event/n{number}", title=title))
    found = held.duplicates(dataclasses.replace(EXTRADITION, id="event/x"))
    assert [getattr(other, "title", "") for other in found] == [titles[0]] * 5
    assert len(held.duplicates(EXTRADITION, limit=2)) == 2


def test_looking_for_duplicates_leaves_the_search_as_it_was(held: Store) -> None:
    """A window asks again and again of one open store: everything is still found."""
    words = [record.label for record in held.all() if record.label]

    def found() -> list[int]:
        return [held.search(word).total for word in ("", *words)]

    before = found()
    for record in held.all():
        held.duplicates(record)
    assert found() == before
