"""Tests of what to watch and the next steps."""

from __future__ import annotations

import dataclasses

from briefer.content import Panel, Slide, Table
from briefer.records import PartialDate, Record
from tests.builders import (
    composed,
    lines,
    make_actor,
    make_card,
    make_event,
    make_statement,
    only_table,
    shown,
)

_SPRING = make_event("event/spring", title="Session was due", date="2024-03", status="planned")
_OLD = make_event("event/old", title="Talks were due", date="2023-05", status="planned", note="2")
_ENVOY = dataclasses.replace(
    make_event("event/envoy", title="Envoy to be named", date=None, status="planned", note="3"),
    announced=PartialDate.parse("2023-09"),
)
_ACTION = make_event("event/action", title="Action began", date="2023-11/..", note="4")
_STEPS = "Confirm the lead | Members, today\nAsk **Justice** for counts\nCall | Staff"


def _slide(*picked: Record, **text: str) -> Slide:
    return composed(make_card("watch", picked, text=text), *picked, make_actor())


def _rows(slide: Slide) -> list[list[str]]:
    tables = [block for block in slide.blocks if isinstance(block, Table)]
    return [[shown(cell) for cell in row.cells] for table in tables for row in table.rows]


def test_signals_stand_in_order_of_what_is_due() -> None:
    """Dated plans by date, plans without one, what is under way."""
    assert _rows(_slide(_ACTION, _ENVOY, _SPRING)) == [
        ["March 2024", "Session was due (planned)", "{1}"],
        ["No date set", "Envoy to be named (planned)", "{3}"],
        ["Since November 2023", "Action began", "{4}"],
    ]


def test_a_plan_whose_day_has_passed_stays_a_plan() -> None:
    """It is told as planned for its date, and that the record says no more."""
    slide = _slide(_OLD, _SPRING)
    assert _rows(slide)[0] == ["Planned for May 2023", "Talks were due (planned)", "{2}"]
    (first, second) = only_table(slide).rows
    below = "That date has passed; the record does not say what came of it"
    assert shown(first.below[1]) == below
    assert second.below == ()
    assert slide.title == "Two signals to watch, the next in March 2024"


def test_a_date_in_the_briefing_s_own_month_has_not_passed() -> None:
    """A month is past only when its last day is."""
    slide = _slide(make_event("event/now", title="Now", date="2023-12", status="planned"))
    assert _rows(slide)[0][0] == "December 2023"


def test_an_announcement_is_dated_as_one() -> None:
    """When a plan was announced is not when it is due."""
    (row,) = only_table(_slide(_ENVOY)).rows
    assert shown(row.cells[0]) == "No date set"
    assert shown(row.below[1]) == "Announced September 2023"


def test_expectations_come_last_with_who_said_them() -> None:
    """A quotation keeps its marks, a position says that it is a paraphrase."""
    quote = make_statement(venue="a hearing")
    view = make_statement("statement/view", text="It will grow", statement_type="position")
    slide = _slide(quote, view, _SPRING)
    assert _rows(slide)[1:] == [
        ["No date set", "Jane Q. Doe: “we will act on [the] threat.”", "{3}"],
        ["No date set", "It will grow", "{3}"],
    ]
    below = [shown(row.below[1]) for row in only_table(slide).rows[1:]]
    assert below == ["A hearing, June 2023", "Jane Q. Doe; June 2023; paraphrased"]
    assert [item.text for item in slide.quotations] == [quote.text]


def test_signals_of_staff_s_own_are_named_as_theirs() -> None:
    """One with a citation is cited, one without is their judgement; a date sorts it."""
    signals = "June 2024 | A hearing\nPrices fall[@event/spring]"
    slide = _slide(_SPRING, _ENVOY, signals=signals)
    assert _rows(slide) == [
        ["March 2024", "Session was due (planned)", "{1}"],
        ["June 2024", "A hearing", ""],
        ["No date set", "Envoy to be named (planned)", "{3}"],
        ["No date set", "Prices fall", "{1}"],
    ]
    assert shown(only_table(slide).rows[1].below[1]) == "Staff judgement"


def test_words_of_the_user_replace_a_signal_s_and_keep_its_source() -> None:
    """Marks move to the source cell."""
    slide = _slide(_SPRING, _OLD, **{"event/spring": "A **session**[@event/old]."})
    assert _rows(slide)[1] == ["March 2024", "A **session**.", "{1,2}"]


def test_steps_are_numbered_beside_the_signals() -> None:
    """Owner and date stand on a quieter line."""
    slide = _slide(_SPRING, steps=_STEPS)
    assert slide.pattern == "watch"
    assert lines(slide, "steps") == [
        "heading: Next steps",
        "value: Confirm the lead",
        "note: Members, today",
        "value: Ask **Justice** for counts",
        "value: Call",
        "note: Staff",
    ]
    (panel,) = [block for block in slide.blocks if isinstance(block, Panel)]
    assert [para.number for para in panel.paras] == [0, 1, 0, 2, 3, 0]
    assert slide.say.endswith(
        "Next steps. Confirm the lead (Members, today). Ask Justice for counts. Call (Staff)."
    )


def test_steps_alone_are_text_and_signals_alone_take_the_width() -> None:
    """No empty table, no empty panel."""
    steps = _slide(steps=_STEPS)
    assert steps.title == "Three next steps"
    assert lines(steps, "text")[1] == "point: Confirm the lead (Members, today)"
    assert _slide(_SPRING).pattern == "table"


def test_nothing_to_watch_asks_for_something() -> None:
    """An empty card says what it takes; a missing record is a visible row."""
    assert lines(_slide(), "text") == ["lead: [write a signal or a next step]"]
    slide = composed(make_card("watch", ["event/gone"]))
    assert _rows(slide) == [["", "[unknown record event/gone]", ""]]
