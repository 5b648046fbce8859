"""Tests of the bottom line."""

from __future__ import annotations

from tests.builders import (
    composed,
    lines,
    make_actor,
    make_card,
    make_event,
    make_relation,
    make_statement,
    make_statistic,
)


def test_statement_ask_and_points_are_shown() -> None:
    """The user's judgement stands on the left, each record is a point with its mark."""
    event = make_event(title="Talks were held.")
    text = {"statement": "Act now.", "ask": "Decide.", event.id: "**Lead.** They talked."}
    slide = composed(
        make_card("bluf", [event, make_statistic()], text=text), event, make_statistic()
    )
    assert lines(slide, "statement") == ["heading: Bottom line", "body: Act now."]
    assert lines(slide, "ask") == ["heading: The ask", "body: Decide."]
    assert lines(slide, "points") == [
        "point: **Lead.** They talked.{1}",
        "point: Deaths from overdose in one year: 78,000 people (2023).{4}",
    ]


def test_every_type_of_record_makes_a_point_of_its_own_facts() -> None:
    """A quotation is in marks with its speaker, a position is not, a relation is a sentence."""
    doe, office = make_actor(), make_actor("actor/office", name="the Office", actor_type="agency")
    quote = make_statement()
    position = make_statement("statement/view", text="It should stop", statement_type="position")
    relation = make_relation(relation="not_member_of")
    picked = (quote, position, relation, doe)
    slide = composed(make_card("bluf", picked, text={"statement": "Act."}), *picked, office)
    assert lines(slide, "points") == [
        "point: Jane Q. Doe: “we will act on [the] threat.”{3}",
        "point: It should stop.{3}",
        "point: Jane Q. Doe is not a member of the Office.{5}",
        "point: Jane Q. Doe, Director of the Office.{2}",
    ]
    assert [item.text for item in slide.quotations] == ["we will act on [the] threat."]


def test_without_a_statement_the_first_fact_is_the_bottom_line() -> None:
    """No judgement is made up: a picked fact stands in, with its mark."""
    first, second = make_event("event/a", title="A happened"), make_event("event/b", title="B too")
    slide = composed(make_card("bluf", [first, second]), first, second)
    assert lines(slide, "statement") == ["heading: Bottom line", "body: A happened.{1}"]
    assert lines(slide, "points") == ["point: B too.{1}"]


def test_points_of_the_user_without_a_source_show_it() -> None:
    """Words that cite nobody carry an empty mark; a citing one keeps its own."""
    event = make_event()
    text = {"statement": "Act.", "points": "They talked.[@event/talks]\nThey will agree."}
    slide = composed(make_card("bluf", text=text), event)
    assert lines(slide, "points") == ["point: They talked.{1}", "point: They will agree.{}"]
    assert slide.records == (event.id,)


def test_a_planned_event_is_not_told_as_past() -> None:
    """The status stands beside the title."""
    event = make_event(title="States to meet", status="planned")
    slide = composed(make_card("bluf", [event], text={"statement": "Act."}), event)
    assert lines(slide, "points") == ["point: States to meet (planned).{1}"]


def test_a_missing_record_is_visible_and_counted() -> None:
    """A record nobody has leaves visible words and is reported."""
    event = make_event()
    card = make_card("bluf", [event, "event/gone"], text={"statement": "Act.[@event/lost]"})
    slide = composed(card, event)
    assert lines(slide, "points")[-1] == "point: [unknown record event/gone]"
    assert lines(slide, "statement")[1] == "body: Act. [unknown record event/lost]"
    assert slide.missing == ("event/gone", "event/lost")
    assert slide.pattern == "bluf"


def test_one_point_alone_stands_large() -> None:
    """A single fact without a statement is set as text, with its mark."""
    event = make_event()
    slide = composed(make_card("bluf", [event]), event)
    assert slide.pattern == "text"
    assert lines(slide, "text") == ["lead: Talks were held.{1}"]
    assert slide.say == "Talks were held."


def test_an_empty_card_is_a_slide_with_a_title() -> None:
    """Nothing picked and nothing written is no error."""
    slide = composed(make_card("bluf"))
    assert slide.title == "The bottom line"
    assert lines(slide, "text") == ["lead: [nothing picked]"]
