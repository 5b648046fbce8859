"""Tests of gathered records."""

from __future__ import annotations

import pytest

from briefer.records import Actor, Event, Participant, Statement
from briefer.records.gathered import Gathered

MEXICO = Actor(id="actor/mexico", name="Mexico", actor_type="state")
EVENT = Event(
    id="event/extradition",
    title="Mexico extradited a leader",
    event_type="law_enforcement.extradition",
    actors=(Participant("actor/mexico", "host"), Participant("actor/mexico", "speaker")),
)
WORDS = Statement(
    id="statement/words", speaker="actor/mexico", text="Words", statement_type="quotation"
)


def test_records_come_in_id_order_whatever_was_given() -> None:
    """Order and repetition of what was given make no difference."""
    one = Gathered([WORDS, EVENT, MEXICO])
    two = Gathered(iter([MEXICO, EVENT, WORDS, MEXICO]))
    assert list(one) == ["actor/mexico", "event/extradition", "statement/words"]
    assert one == two
    assert hash(one) == hash(two)
    assert one != Gathered([MEXICO])


def test_what_points_at_a_record_is_found_once() -> None:
    """A record that links another twice is listed once."""
    assert Gathered([WORDS, EVENT, MEXICO]).pointing_at("actor/mexico") == (EVENT, WORDS)
    assert Gathered([MEXICO]).pointing_at("actor/mexico") == ()


def test_a_record_that_was_not_gathered_is_missing() -> None:
    """It is a mapping: absent ids are absent."""
    assert Gathered().get("actor/mexico") is None
    with pytest.raises(KeyError):
        Gathered()["actor/mexico"]


def test_what_was_compared_belongs_to_the_value() -> None:
    """A preview is made anew when a text was attached; nothing is compared unless told."""
    checked = Gathered([WORDS], compared={WORDS.id: True})
    assert Gathered([WORDS]).compared == {}
    assert checked.compared == {WORDS.id: True}
    assert checked != Gathered([WORDS])
    assert checked == Gathered([WORDS], compared={WORDS.id: True})
    assert hash(checked) == hash(Gathered([WORDS], compared={WORDS.id: True}))
