"""Tests of talking points."""

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

_EVENT = make_event()


def test_the_topic_is_bold_and_first() -> None:
    """A point cites what it rests on; one that cites nothing is named as staff's."""
    words = "Aim | To act together.[@event/talks]\n**Ask.** They should talk\nWait"
    slide = composed(make_card("talking-points", text={"points": words}), _EVENT)
    assert lines(slide, "points") == [
        "point: **Aim. **To act together.{1}",
        "point: **Ask.** They should talk (staff judgement)",
        "point: Wait (staff judgement)",
    ]
    assert slide.title == "Three points to make"


def test_points_under_a_point_support_it() -> None:
    """A point whose sub-points cite is not called a judgement."""
    words = "Aim | To act\n- They talked[@event/talks]\n- They may yet\nAsk | Go"
    slide = composed(make_card("talking-points", text={"points": words}), _EVENT)
    assert lines(slide, "points") == [
        "point: **Aim. **To act",
        "body: They talked{1}",
        "body: They may yet (staff judgement)",
        "point: **Ask. **Go (staff judgement)",
    ]
    assert slide.title == "To say: Aim; Ask"


def test_the_notes_can_be_read_aloud() -> None:
    """Whole sentences, a line for each point, no labels and no numbers."""
    words = "Aim | To act\n- They talked[@event/talks]\nAsk | Go"
    slide = composed(make_card("talking-points", text={"points": words}), _EVENT)
    assert slide.say == "Aim. To act. They talked.\nAsk. Go."


def test_each_record_is_a_point_that_begins_with_what_it_is_about() -> None:
    """The record's own words are split, never changed."""
    doe, office = make_actor(), make_actor("actor/office", name="the Office", actor_type="agency")
    picked = (_EVENT, make_statistic(), make_statement(), make_relation(), doe)
    slide = composed(make_card("talking-points", picked), *picked, office)
    assert lines(slide, "points") == [
        "point: **June 2023:** Talks were held.{1}",
        "point: **Deaths from overdose in one year:** 78,000 people (2023).{4}",
        "point: **Jane Q. Doe:** “we will act on [the] threat.”{3}",
        "point: **Jane Q. Doe** is a member of the Office.{5}",
        "point: **Jane Q. Doe**, Director of the Office.{2}",
    ]
    assert slide.title == "Five points to make"
    assert [item.text for item in slide.quotations] == ["we will act on [the] threat."]


def test_a_record_that_a_point_cites_is_not_told_twice() -> None:
    """A reworded record keeps the user's words."""
    late = make_event("event/late", title="They met", note="9")
    text = {"points": "Aim | To act[@event/talks]", "event/late": "**Then.** They met again."}
    slide = composed(
        make_card("talking-points", [_EVENT, late, "event/gone"], text=text), _EVENT, late
    )
    assert lines(slide, "points") == [
        "point: **Aim. **To act{1}",
        "point: **Then.** They met again.{9}",
        "point: [unknown record event/gone]",
    ]


def test_one_point_is_its_own_title_and_none_is_asked_for() -> None:
    """No point is made up."""
    slide = composed(make_card("talking-points", [_EVENT]), _EVENT)
    assert slide.title == "June 2023: Talks were held"
    empty = composed(make_card("talking-points"))
    assert lines(empty, "text") == ["lead: [write a talking point]"]
