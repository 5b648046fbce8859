"""Tests of a whole storyboard: order, titles, kickers, notes, records, and cards gone wrong."""

from __future__ import annotations

from briefer.compose import slides_of
from tests.builders import (
    composed,
    gathered,
    lines,
    make_actor,
    make_briefing,
    make_card,
    make_event,
    make_statement,
)

_EVENT = make_event(actors=(("actor/jane-doe", "host"),))


def test_slides_follow_the_cards() -> None:
    """One slide a card, each with a key of its own and its card's place."""
    briefing = make_briefing(make_card("title"), make_card("event", [_EVENT]))
    slides = slides_of(briefing, gathered(_EVENT))
    assert [(slide.kind, slide.card) for slide in slides] == [("title", 0), ("event", 1)]
    assert len({slide.key for slide in slides}) == 2


def test_proposed_titles_differ_from_each_other_and_from_the_users() -> None:
    """A second slide of the same record is told apart; the user's titles are not touched."""
    briefing = make_briefing(
        make_card("event", [_EVENT]),
        make_card("event", [_EVENT]),
        make_card("event", [_EVENT], title="Talks were held"),
        make_card("event", [_EVENT], title="Talks were held"),
    )
    assert [slide.title for slide in slides_of(briefing, gathered(_EVENT))] == [
        "Talks were held (2)",
        "Talks were held (3)",
        "Talks were held",
        "Talks were held",
    ]


def test_a_proposed_title_keeps_to_its_length() -> None:
    """Long titles of records are cut between words and say so."""
    event = make_event(title="word " * 40)
    title = composed(make_card("event", [event]), event).title
    assert len(title) <= 110
    assert title.endswith("word…")


def test_the_kicker_is_the_section_else_the_kind_and_its_state() -> None:
    """The user's kicker stands before both."""
    assert composed(make_card("event", [_EVENT]), _EVENT).kicker == "Actions"
    bare = composed(make_card("event", [_EVENT]), _EVENT, section="")
    assert bare.kicker == "Event detail | Bilateral"
    own = make_card("event", [_EVENT], text={"kicker": "Mine"})
    assert composed(own, _EVENT).kicker == "Mine"


def test_the_notes_are_the_users_else_the_records_facts() -> None:
    """What is said aloud is never empty for a slide of records."""
    assert composed(make_card("event", [_EVENT]), _EVENT).say == "Talks were held (June 2023)."
    own = make_card("event", [_EVENT], text={"notes": "Stress the date."})
    assert composed(own, _EVENT).say == "Stress the date."


def test_a_slide_lists_the_records_it_speaks_of() -> None:
    """Picked and cited records, and actors that the slide names."""
    doe = make_actor()
    other = make_event("event/other")
    card = make_card("timeline", [_EVENT, other], text={other.id: "Doe leaves."})
    quiet = make_actor("actor/quiet", name="Quiet Body", actor_type="agency")
    named = make_event("event/other", actors=(("actor/jane-doe", "host"), ("actor/quiet", "host")))
    slide = composed(card, _EVENT, named, doe, quiet)
    assert slide.records == ("event/talks", "event/other", "actor/jane-doe")


def test_a_card_without_records_asks_for_them() -> None:
    """An empty card is a slide that says what to pick."""
    slide = composed(make_card("event"))
    assert slide.pattern == "text"
    assert lines(slide, "text") == ["lead: [pick 1 event]"]


def test_a_record_of_the_wrong_type_is_shown_not_dropped() -> None:
    """A statement on a table of events is listed in text."""
    remark = make_statement()
    slide = composed(make_card("table", [_EVENT, remark]), _EVENT, remark, make_actor())
    assert slide.pattern == "text"
    assert lines(slide, "text") == [
        "point: June 2023: Talks were held.{1}",
        "point: Jane Q. Doe: “we will act on [the] threat.”{3}",
    ]


def test_an_unknown_kind_is_visible() -> None:
    """A card of a kind that this version lacks keeps its records."""
    briefing = make_briefing(make_card("hologram", [_EVENT]))
    (slide,) = slides_of(briefing, gathered(_EVENT))
    assert lines(slide, "text") == [
        "lead: [unknown slide kind hologram]",
        "point: June 2023: Talks were held.{1}",
    ]


def test_the_same_input_gives_the_same_slides() -> None:
    """Slides are values: equal and hashable."""
    briefing = make_briefing(make_card("event", [_EVENT]), make_card("timeline", [_EVENT]))
    once = slides_of(briefing, gathered(_EVENT))
    assert once == slides_of(briefing, gathered(_EVENT))
    assert hash(once) == hash(slides_of(briefing, gathered(_EVENT)))
