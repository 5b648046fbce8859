"""Tests of the event slide."""

from __future__ import annotations

from briefer.records import Record
from tests.builders import (
    composed,
    lines,
    make_actor,
    make_card,
    make_citation,
    make_event,
    make_statement,
    make_statistic,
    places,
)

_DOE = make_actor()
_OFFICE = make_actor("actor/office", name="Office", actor_type="agency", role=None)
_TALKS = make_event(
    title="Talks were held.",
    summary="They lasted a day. The U.S. hosted them.",
    actors=(("actor/jane-doe", "host"), ("actor/office", "participant")),
    instruments=("Joint statement",),
    citations=(make_citation("1"), make_citation("7", supports="summary")),
)


def test_date_facts_and_points_come_from_the_record() -> None:
    """The panel says which part of the date is not given; each sentence is a cited point."""
    slide = composed(make_card("event", [_TALKS]), _TALKS, _DOE, _OFFICE)
    assert slide.title == "Talks were held"
    assert lines(slide, "date") == [
        "label: June",
        "value: 2023",
        "note: Day not given in the source",
    ]
    assert lines(slide, "facts") == [
        "label: Parties",
        "value: Jane Q. Doe, Office",
        "label: Instrument",
        "value: Joint statement",
    ]
    assert lines(slide, "happened") == [
        "heading: What happened",
        "point: They lasted a day.{1,7}",
        "point: The U.S. hosted them.{1,7}",
    ]
    assert "matters" not in places(slide)


def test_under_a_title_of_the_users_the_records_title_is_a_point() -> None:
    """What the record says is never replaced by what the slide claims."""
    slide = composed(make_card("event", [_TALKS], title="A day of talks"), _TALKS)
    assert lines(slide, "happened")[1] == "point: Talks were held.{1}"


def test_a_short_statement_made_at_the_event_stands_below() -> None:
    """It is found by its link, in marks, with who, where and when."""
    remark = make_statement(event=_TALKS.id)
    slide = composed(make_card("event", [_TALKS]), _TALKS, _DOE, remark)
    assert slide.pattern == "event-statement"
    assert lines(slide, "statement") == [
        "quote: “we will act on [the] threat.”{3}",
        "attribution: Jane Q. Doe; Summit, June 2023",
    ]
    assert [item.text for item in slide.quotations] == ["we will act on [the] threat."]


def test_a_long_statement_is_not_squeezed_below() -> None:
    """What would not fit two lines is no statement panel."""
    remark = make_statement(event=_TALKS.id, text="word " * 40)
    slide = composed(make_card("event", [_TALKS]), _TALKS, remark)
    assert slide.pattern == "event"


def test_words_before_a_statement_stay_outside_its_marks() -> None:
    """Staff's own words are never inside the quotation."""
    remark = make_statement()
    text = {"statement_lead": "Doe said", "statement_note": "At the talks"}
    slide = composed(make_card("event", [_TALKS, remark], text=text), _TALKS, remark)
    assert lines(slide, "statement") == [
        "quote: Doe said “we will act on [the] threat.”{3}",
        "attribution: At the talks",
    ]


def test_picked_records_say_why_it_matters() -> None:
    """They stand in the user's order, reworded where the user did."""
    earlier = make_event("event/earlier", title="Talks failed", date="2020", note="9")
    number = make_statistic()
    text = {"statistic/deaths": "Deaths mounted."}
    card = make_card("event", [_TALKS, earlier, number], text=text)
    slide = composed(card, _TALKS, earlier, number)
    assert lines(slide, "matters") == [
        "heading: Why it matters",
        "point: 2020: Talks failed.{9}",
        "point: Deaths mounted.{4}",
    ]


def test_linked_records_are_called_related_and_no_more() -> None:
    """What only the library ties to the event is not said to matter."""
    whole = make_event("event/whole", title="Summit week was held", note="9")
    part = make_event(title="Talks were held", part_of="event/whole")
    view = make_statement(
        "statement/view", text="They came late.", statement_type="position", event=part.id
    )
    slide = composed(make_card("event", [part]), part, whole, view, _DOE)
    assert lines(slide, "matters") == [
        "heading: Related",
        "point: June 2023: Summit week was held.{9}",
        "point: They came late.{3}",
    ]
    assert lines(slide, "facts")[-1] == "value: 1 statement, 1 event"


def test_points_of_the_user_are_cited_or_shown_uncited() -> None:
    """What happened falls back on the event's own citations; why it matters does not."""
    text = {"happened": "They met.\nThey left.[@event/late]", "matters": "It was the first."}
    late = make_event("event/late", note="8")
    slide = composed(make_card("event", [_TALKS], text=text), _TALKS, late)
    assert lines(slide, "happened")[1:] == ["point: They met.{1,7}", "point: They left.{8}"]
    assert lines(slide, "matters")[1:] == ["point: It was the first.{}"]


def test_a_record_without_citations_reaches_the_slide_marked() -> None:
    """An uncited event has an empty mark on every point."""
    bare = make_event(note=None, summary="One. Two.")
    slide = composed(make_card("event", [bare]), bare)
    assert lines(slide, "happened")[1:] == ["point: One.{}", "point: Two.{}"]


def test_planned_is_not_past() -> None:
    """Status stands in title and facts."""
    plan = make_event(title="States to meet", status="planned", date=None)
    slide = composed(make_card("event", [plan]), plan)
    assert slide.title == "States to meet (planned)"
    assert lines(slide, "facts")[:2] == ["label: Status", "value: Planned"]
    assert lines(slide, "happened")[0] == "heading: What is planned"
    assert lines(slide, "date")[-1] == "note: Date not given in the source"


def test_a_missing_companion_is_visible() -> None:
    """The event is shown, the hole beside it too."""
    slide = composed(make_card("event", [_TALKS, "event/gone"]), _TALKS)
    assert lines(slide, "matters")[1:] == ["point: [unknown record event/gone]"]
    assert slide.missing == ("event/gone",)


def test_many_parties_are_counted_and_names_with_commas_kept_apart() -> None:
    """Three are named, the rest counted; a comma inside a name does not split it."""
    names = ("Joe Doe, Jr.", "Ann", "Bea", "Cy")
    actors: list[Record] = [
        make_actor(f"actor/{index}", name=name) for index, name in enumerate(names)
    ]
    event = make_event(actors=[(actor.id, "participant") for actor in actors])
    slide = composed(make_card("event", [event]), event, *actors)
    assert lines(slide, "facts")[1] == "value: Joe Doe, Jr.; Ann; Bea and 1 more"
