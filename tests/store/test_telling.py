"""Tests of what a briefing begins with: all of a small library, what tells most of a large one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefer.compose.presets import PRESETS
from briefer.records import (
    Actor,
    Citation,
    Event,
    PartialDate,
    Participant,
    Record,
    Relation,
    Source,
    Statement,
    Statistic,
)
from briefer.store import Store

_CITED = (Citation("source/s"),)
_EVENTS = 3000
_FEWER = 1000


def _records() -> Iterator[Record]:
    """Yield a library that we call too large to be taken whole; what tells most is in its midst."""
    yield Source(id="source/s", csl_type="book", title="S")
    for number in range(50):
        yield Actor(id=f"actor/a{number}", name=f"A{number}", actor_type="state")
    for number in range(_EVENTS):
        known = ("actor/a7", "actor/a8") if number % 50 == 1 else ()
        yield Event(
            id=f"event/e{number:05}",
            title=f"Event {number}",
            event_type="publication",
            date=PartialDate.parse(f"{1990 + number % 30}-{number % 12 + 1:02}"),
            actors=tuple(Participant(actor, "host") for actor in known),
            citations=_CITED,
        )
    for number in range(3):
        yield Event(
            id=f"event/part{number}",
            title="Part",
            event_type="publication",
            part_of="event/e01000",
        )
    dated = PartialDate.parse("2001")
    yield Statistic(id="statistic/large", counts="large", value=-9e9, as_of=dated)
    yield Statement(
        id="statement/answer",
        text="No.",
        statement_type="quotation",
        speaker="actor/a1",
        responds_to="statement/asked",
        citations=_CITED,
    )
    yield Statement(
        id="statement/asked",
        text="Yes.",
        statement_type="quotation",
        speaker="actor/a2",
        citations=_CITED,
    )
    yield Relation(
        id="relation/r",
        subject="actor/a7",
        relation="opposes",
        object="actor/a8",
        citations=_CITED,
    )


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return a store of more records than we take whole."""
    path: Path = tmp_path_factory.mktemp("telling") / "store.sqlite"
    with Store.create(path) as store:
        store.load(_records())
        yield store


def test_a_small_library_is_taken_whole(store: Store) -> None:
    """In the order in which it is listed."""
    assert store.telling() == store.all()


def test_of_a_large_library_a_part_is_taken(large: Store) -> None:
    """Each record once, few beside all: the most tied, the latest, the largest, the answers."""
    found = Counter(record.id for record in large.telling(whole=_FEWER))
    assert max(found.values()) == 1
    assert len(found) < 2500
    assert {
        "actor/a7",
        "event/e01000",
        "event/e02999",
        "relation/r",
        "statement/answer",
        "statement/asked",
        "statistic/large",
    } <= set(found)
    assert not any(ref.startswith("source/") for ref in found)


@pytest.mark.parametrize("name", list(PRESETS))
def test_presets_begin_with_what_tells_most(large: Store, name: str) -> None:
    """The figure, the exchange and the relation are shown wherever a preset shows such."""
    taken = (large.telling(whole=_FEWER), large.all())
    part, whole = (PRESETS[name].propose(records) for records in taken)
    shown = [{ref for card in one.cards for ref in card.records} for one in (part, whole)]
    ours, all_ = ({ref for ref in refs if not ref.startswith("event/")} for refs in shown)
    assert ours == all_
