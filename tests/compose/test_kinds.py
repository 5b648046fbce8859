"""Tests of the registry of kinds, and of its agreement with the layout's patterns."""

from __future__ import annotations

import pytest

from briefer.compose import SLIDE_KINDS
from briefer.content import Panel, Slide
from briefer.layout.patterns import PATTERNS
from briefer.records import RECORD_TYPES, Record
from tests.builders import (
    composed,
    make_actor,
    make_card,
    make_event,
    make_relation,
    make_statement,
    make_statistic,
)

_RECORDS: tuple[Record, ...] = (
    make_event(summary="One. Two.", actors=(("actor/jane-doe", "host"),)),
    make_event("event/late", date="2023-09"),
    make_actor(),
    make_statement(event="event/talks"),
    make_statement("statement/reply", responds_to="statement/remark"),
    make_statistic(),
    make_relation(),
)
_PICKS = {
    "title": [],
    "agenda": [],
    "bluf": ["event/talks", "statistic/deaths"],
    "section": [],
    "timeline": ["event/talks", "event/late"],
    "event": ["event/talks", "event/late", "statement/remark"],
    "actor": ["actor/jane-doe"],
    "network": ["relation/member"],
    "quote": ["statement/remark"],
    "statements": ["statement/remark", "statement/reply"],
    "figures": ["statistic/deaths"],
    "chart": ["event/talks", "event/late", "statistic/deaths"],
    "table": ["event/talks", "event/late"],
    "options": ["event/talks"],
    "watch": ["event/late"],
    "talking-points": ["event/talks"],
    "questions": ["event/talks"],
    "contact": [],
}
_WORDS = {
    "statement": "Act.",
    "ask": "Decide.",
    "subtitle": "What was done",
    "designation": "Controlled",
    "differ": "where.",
    "summary": "What it is about.",
    "contacts": "The Office\n555-0100",
    "option-1": "Act\nFor: They talked.[@event/talks]",
    "decision": "Act.",
    "steps": "Call | Staff",
    "points": "Aim | To act\n- at once",
    "questions": "Who? | They did.",
}


def _slide(kind: str) -> Slide:
    return composed(make_card(kind, _PICKS[kind], text=_WORDS), *_RECORDS)


def test_the_kinds_are_those_that_files_name() -> None:
    """Names and order are what briefing files and the command line know."""
    assert list(SLIDE_KINDS) == [*_PICKS, "sources"]
    assert [kind.name for kind in SLIDE_KINDS.values() if kind.added_by_itself] == ["sources"]


def test_every_kind_is_labelled_and_takes_known_types() -> None:
    """A menu can show each kind, and a picker knows what it takes."""
    for kind in SLIDE_KINDS.values():
        assert kind.label
        assert {takes.type for takes in kind.takes} <= set(RECORD_TYPES)
        assert len({field.name for field in kind.fields}) == len(kind.fields)
        assert all(field.label for field in kind.fields)


def test_a_kind_knows_which_records_fit() -> None:
    """Counts and types decide."""
    assert SLIDE_KINDS["statements"].fits(["statement", "statement"])
    assert not SLIDE_KINDS["statements"].fits(["statement"] * 3)
    assert not SLIDE_KINDS["statements"].fits(["statement", "event"])
    assert not SLIDE_KINDS["event"].fits([])
    assert SLIDE_KINDS["timeline"].fits(["event"] * 40)


@pytest.mark.parametrize("kind", _PICKS)
def test_layout_has_a_place_and_role_for_all_that_a_kind_says(kind: str) -> None:
    """Every panel names a place of its pattern and every paragraph a role of that place."""
    slide = _slide(kind)
    assert slide.kind == kind
    pattern = PATTERNS[slide.pattern]
    panels = [block for block in slide.blocks if isinstance(block, Panel)]
    for panel in panels:
        roles = {para.role for para in panel.paras}
        assert roles <= set(pattern.places[panel.place].roles), panel.place
    assert [panel.place for panel in panels] == [
        name for name in pattern.places if name in {panel.place for panel in panels}
    ]


@pytest.mark.parametrize("kind", _PICKS)
def test_every_slide_has_title_kicker_and_something_to_say(kind: str) -> None:
    """No slide leaves its furniture or its notes empty."""
    slide = _slide(kind)
    assert slide.title
    assert len(slide.title) <= 110
    assert slide.kicker
    assert slide.say
