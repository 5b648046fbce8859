"""Tests of the card that picked records propose."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefer.compose import SLIDE_KINDS, propose_card
from briefer.records import Record
from tests.builders import (
    composed,
    make_actor,
    make_event,
    make_relation,
    make_source,
    make_statement,
    make_statistic,
)

_EVENT = make_event()
_LATE = make_event("event/late", date="2023-09")
_UNDATED = make_event("event/undated", date=None)
_REMARK = make_statement()
_REPLY = make_statement("statement/reply", responds_to="statement/remark")
_AT_TALKS = make_statement("statement/at-talks", event="event/talks")
_DEATHS = make_statistic()


@pytest.mark.parametrize(
    ("records", "kind"),
    [
        ([_EVENT], "event"),
        ([_EVENT, _LATE], "timeline"),
        ([_EVENT, _UNDATED], "table"),
        ([make_actor()], "actor"),
        ([make_actor(), _EVENT], "actor"),
        ([_EVENT, _REMARK], "event"),
        ([_REMARK], "quote"),
        ([_REMARK, _REPLY], "statements"),
        ([_REMARK, _REPLY, make_statement("statement/third")], "bluf"),
        ([_DEATHS], "figures"),
        ([_DEATHS, make_statistic("statistic/price")], "figures"),
        ([_DEATHS, _EVENT], "bluf"),
        ([_AT_TALKS, _EVENT], "event"),
        ([_REMARK, _EVENT], "bluf"),
        ([_EVENT, make_actor()], "event"),
        ([make_relation()], "network"),
        ([make_actor(), make_relation()], "network"),
        ([make_actor(), make_actor("actor/other")], "network"),
        ([make_actor(), make_actor("actor/other"), _DEATHS], "bluf"),
        ([make_statement(f"statement/no-{n}") for n in range(8)], "talking-points"),
        ([_EVENT, _LATE, _REMARK, _DEATHS, make_actor(), make_relation()], "bluf"),
        ([], "bluf"),
    ],
)
def test_records_propose_the_kind_that_suits_them(records: Sequence[Record], kind: str) -> None:
    """The kind follows from what was picked, and it takes what was picked."""
    card = propose_card(records)
    assert card.kind == kind
    assert SLIDE_KINDS[kind].fits(record.type for record in records)
    assert composed(card, *records, _REMARK).title


def test_the_answered_statement_stands_on_the_left() -> None:
    """Picking the answer first does not turn the exchange around."""
    assert propose_card([_REPLY, _REMARK]).records == ("statement/remark", "statement/reply")
    assert propose_card([_REMARK, _REPLY]).records == ("statement/remark", "statement/reply")


def test_records_stand_in_the_order_in_which_they_are_told() -> None:
    """Events stand by date, and an event before what was said at it."""
    assert propose_card([_LATE, _UNDATED, _EVENT]).records == (
        "event/talks",
        "event/late",
        "event/undated",
    )
    assert propose_card([_AT_TALKS, _EVENT]).records == ("event/talks", "statement/at-talks")


def test_a_record_picked_twice_is_shown_once_and_sources_have_no_slide() -> None:
    """Sources come along with what cites them."""
    assert propose_card([_EVENT, _EVENT, make_source()]).records == ("event/talks",)


def test_a_layout_is_proposed_where_composing_would_not_give_it() -> None:
    """A row of supply is a chain, many figures are a table; else the records decide."""
    supply, onward = (
        make_relation(
            f"relation/{start}",
            subject=f"actor/{start}",
            relation="supplies",
            object_=f"actor/{end}",
        )
        for start, end in (("maker", "cartel"), ("cartel", "market"))
    )
    assert propose_card([onward, supply]).options == (("form", "chain"),)
    assert propose_card([onward, make_relation()]).options == ()
    assert propose_card([supply, onward, make_actor()]).options == ()
    figures = [make_statistic(f"statistic/no-{number}") for number in range(9)]
    assert propose_card(figures).options == (("layout", "table"),)
    assert propose_card(figures[:8]).options == ()
    long = make_statement("statement/long", text="We will act. " * 50)
    assert propose_card([_REMARK, long]).options == (("layout", "table"),)
    assert propose_card([_REMARK, _REPLY]).options == ()
    assert propose_card([_EVENT, _LATE]).options == ()
