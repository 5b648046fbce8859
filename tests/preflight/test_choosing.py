"""Tests of the checks of what cards choose, on slides laid out for real."""

from __future__ import annotations

import pytest

from briefer.preflight import Finding
from briefer.records import Record
from briefer.storyboard.briefing import Card
from tests.builders import make_actor, make_card, make_event, make_statement
from tests.preflight.test_staff import found_on

_EVENTS = tuple(make_event(f"event/{n}", title=f"Event {n}", date=f"2023-0{n}") for n in (1, 2, 7))
_COARSE = (*_EVENTS, make_event("event/coarse", date="2023"))
_REMARK = make_statement()
_VIEW = make_statement(statement_type="position")


def _layout(card: Card, *records: Record) -> Finding | None:
    return found_on(card, make_actor(), *records).get("layout")


@pytest.mark.parametrize("asked", ["axis", "list", "table"])
def test_a_layout_that_is_shown_is_no_finding(asked: str) -> None:
    """Neither is one that nobody chose."""
    assert _layout(make_card("timeline", _EVENTS), *_EVENTS) is None
    card = make_card("timeline", _EVENTS, options={"layout": asked})
    assert _layout(card, *_EVENTS) is None


def test_an_unknown_layout_is_named_with_those_that_are_known() -> None:
    """Whoever wrote it by hand can mend it."""
    found = _layout(make_card("timeline", _EVENTS, options={"layout": "circle"}), *_EVENTS)
    assert found
    assert (found.severity, found.card, found.page) == ("warning", 0, 1)
    assert "'circle'" in found.message
    assert found.hint == "Known are axis, list, table."


@pytest.mark.parametrize(
    ("card", "shown"),
    [
        (make_card("timeline", _COARSE, options={"layout": "axis"}), "List"),
        (make_card("quote", [_VIEW], options={"layout": "large"}), "In context"),
        (make_card("chart", text={"data": "A: 1\nB: 2"}, options={"shape": "line"}), "Columns"),
        (make_card("event", _EVENTS[:1], options={"layout": "statement"}), "Facts only"),
    ],
)
def test_a_layout_that_gives_way_is_told_with_what_stands_instead(card: Card, shown: str) -> None:
    """No date is made sharper and no paraphrase a quotation, and the user knows why."""
    found = _layout(card, *_COARSE, _VIEW)
    assert found
    assert found.severity == "note"
    assert f"shows “{shown}”" in found.message


def test_a_slide_of_another_kind_is_no_finding() -> None:
    """One event alone is no timeline, and one statement has no other side."""
    assert _layout(make_card("timeline", _EVENTS[:1], options={"layout": "axis"}), *_EVENTS) is None
    one = make_card("statements", [_REMARK], options={"layout": "table"})
    assert _layout(one, _REMARK) is None
