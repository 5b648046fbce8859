"""Tests of the profile."""

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
    places,
)

_DOE = make_actor()
_TALKS = make_event(actors=(("actor/jane-doe", "host"),))
_LATER = make_event(
    "event/later", title="A pact was signed", date="2023-09", actors=(("actor/jane-doe", "host"),)
)


def test_name_role_initials_and_slides_are_shown() -> None:
    """The profile needs nothing but the actor."""
    slide = composed(make_card("actor", [_DOE]), _DOE)
    assert slide.title == "Jane Q. Doe, Director of the Office"
    assert lines(slide, "monogram") == ["body: JD"]
    assert lines(slide, "name") == ["value: Jane Q. Doe", "note: Director of the Office"]
    assert lines(slide, "deck") == [
        "label: In this deck",
        "value: <SlidesShowing actor/jane-doe>",
    ]
    assert "words" not in places(slide)


def test_the_part_in_the_file_is_that_of_events_and_relations() -> None:
    """Events come in order of date, then relations without the actor's own name."""
    office = make_actor("actor/office", name="the Office", actor_type="agency")
    member = make_relation()
    slide = composed(make_card("actor", [_DOE]), _DOE, _LATER, _TALKS, office, member)
    assert lines(slide, "role") == [
        "heading: Role in the file",
        "point: June 2023: Talks were held.{1}",
        "point: September 2023: A pact was signed.{1}",
        "point: A member of the Office.{5}",
    ]


def test_their_words_are_verbatim_and_attributed() -> None:
    """A statement of theirs stands in marks, with where and when, and goes into the notes."""
    remark = make_statement(venue="UN session")
    slide = composed(make_card("actor", [_DOE]), _DOE, remark)
    assert lines(slide, "words") == [
        "heading: In their words",
        "quote: “we will act on [the] threat.”{3}",
        "attribution: UN session, June 2023",
    ]
    assert slide.quotations[0].attribution == (
        "Jane Q. Doe, Director of the Office; UN session, June 2023"
    )


def test_words_of_somebody_else_are_never_put_on_an_actor() -> None:
    """Another speaker's picked statement is a point that names its speaker."""
    other = make_actor("actor/li", name="Li", country="CN")
    remark = make_statement(speaker="actor/li")
    slide = composed(make_card("actor", [_DOE, remark]), _DOE, other, remark)
    assert "words" not in places(slide)
    assert lines(slide, "role")[1:] == ["point: Li: “we will act on [the] threat.”{3}"]
    assert slide.quotations[0].attribution.startswith("Li, ")


def test_picked_records_replace_what_the_library_ties() -> None:
    """The user's choice is the whole list, reworded where the user did."""
    card = make_card("actor", [_DOE, _LATER], text={"event/later": "Signed a pact."})
    slide = composed(card, _DOE, _TALKS, _LATER)
    assert lines(slide, "role")[1:] == ["point: Signed a pact.{1}"]


def test_the_notes_do_not_claim_a_part_in_picked_events() -> None:
    """Only events in which the actor takes part are counted."""
    other = make_event("event/other")
    slide = composed(make_card("actor", [_DOE, other]), _DOE, other, _TALKS)
    assert slide.say.endswith("Takes part in 1 event in the library.")


def test_a_body_is_described_by_what_it_does() -> None:
    """No person's words are put on a body."""
    body = make_actor(
        "actor/body", name="UN body", actor_type="igo", role="Votes on lists", country=None
    )
    words = make_statement(speaker="actor/body")
    slide = composed(make_card("actor", [body]), body, words)
    assert slide.title == "UN body: Votes on lists"
    assert lines(slide, "words")[0] == "heading: In its words"


def test_numbers_that_a_body_asserts_are_its_part() -> None:
    """An agency known only for a figure is shown with it."""
    agency = make_actor("actor/cdc", name="Centers", actor_type="agency", role="Counts " * 20)
    number = make_statistic(asserted_by="actor/cdc")
    slide = composed(make_card("actor", [agency]), agency, number)
    assert lines(slide, "role")[1:] == [
        "point: Deaths from overdose in one year: 78,000 people (2023).{4}"
    ]
    assert slide.title == "Centers"


def test_an_uncited_actor_is_marked() -> None:
    """The actor's own fact stands where nothing else is known, uncited where it is."""
    bare = make_actor(note=None)
    slide = composed(make_card("actor", [bare]), bare)
    assert lines(slide, "role")[1:] == ["point: Jane Q. Doe, Director of the Office.{}"]
