"""Tests of the forms in which staff type options, steps, questions and talking points."""

from __future__ import annotations

import pytest

from briefer.compose.staff_forms import (
    TalkingPoint,
    option_of,
    pairs_of,
    questions_of,
    steps_of,
    talking_points_of,
)


def test_an_option_is_its_name_and_what_is_said_of_it() -> None:
    """Criteria are known in any capitals; a line without one goes on with the one before."""
    option = option_of(
        "Go first\nWHAT IT MEANS: We act\nand pay.\n\nCost: 2 million\nfor: it works"
    )
    assert option is not None
    assert option.name == "Go first"
    assert option.criteria == (
        ("What it means", "We act and pay."),
        ("Cost", "2 million"),
        ("For", "it works"),
    )
    assert option.words("cost") == "2 million"
    assert option.words("Against") == ""


@pytest.mark.parametrize(
    ("words", "name", "means"),
    [
        ("Wait", "Wait", ""),
        ("Name: Wait\nUntil spring.", "Wait", "Until spring."),
        ("For: it is cheap", "", ""),
        ("Plan B: wait\nWhat it means: nothing", "Plan B: wait", "nothing"),
        ("See https://example.gov/a\nIt opens at 9:30 today", "See https://example.gov/a", ""),
    ],
)
def test_the_first_line_names_an_option(words: str, name: str, means: str) -> None:
    """Unless it is a criterion; colons inside words are no labels."""
    option = option_of(words)
    assert option is not None
    assert option.name == name
    if means:
        assert option.words("What it means") == means


def test_an_empty_field_is_no_option() -> None:
    """Blank lines are nothing."""
    assert option_of(" \n\n ") is None


def test_lines_part_at_their_first_bar() -> None:
    """What has no bar is words without a head, or a step without an owner."""
    assert pairs_of("May | a | b\nOnly words") == (("May", "a | b"), ("", "Only words"))
    assert steps_of("Call | Staff, Monday\n\nWrite") == (("Call", "Staff, Monday"), ("Write", ""))


def test_questions_part_from_answers_at_the_bar_or_the_question_mark() -> None:
    """A question without an answer stays a question."""
    words = "Who? | Staff? Yes.\nWhy now? Because. Or not?\nAnd then?\nTell us more"
    assert questions_of(words) == (
        ("Who?", "Staff? Yes."),
        ("Why now?", "Because. Or not?"),
        ("And then?", ""),
        ("Tell us more", ""),
    )


def test_lines_with_a_dash_or_indented_go_under_the_point_before() -> None:
    """The first line is a point in any case."""
    words = "- Aim | To act\n- at home\n  abroad\n\nJust words\n\t\N{BULLET} below"
    assert talking_points_of(words) == (
        TalkingPoint("Aim", "To act", ("at home", "abroad")),
        TalkingPoint("", "Just words", ("below",)),
    )
