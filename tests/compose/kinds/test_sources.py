"""Tests of the sources slide."""

from __future__ import annotations

from briefer.compose import slides_of, sources_slide
from briefer.content import Reference, SourceList, Text
from tests.builders import gathered, make_briefing, make_card, make_event

_ONE = Reference(1, "source/a", "A", "Note", "n. 4", "Note, n. 4.")
_TWO = Reference(2, "source/b", "B", "Essay", "para. 2", "Essay, para. 2.")


def test_every_number_is_listed_under_its_work() -> None:
    """Works in full by letter, then one entry a number."""
    works = (("A", (Text("Note"),)), ("B", (Text("Essay"),)))
    slide = sources_slide(works, (_ONE, _TWO))
    assert slide is not None
    (block,) = slide.blocks
    assert isinstance(block, SourceList)
    assert block.works == works
    assert [(e.number, e.letter, e.pinpoint) for e in block.entries] == [
        (1, "A", "n. 4"),
        (2, "B", "para. 2"),
    ]
    assert slide.title == "The claims in this deck cite two works at 2 points"
    assert slide.card is None


def test_one_work_and_one_point_agree_in_number() -> None:
    """The title is a sentence for one as for many."""
    slide = sources_slide((("A", (Text("Note"),)),), (_ONE,))
    assert slide is not None
    assert slide.title == "The claims in this deck cite one work at 1 point"


def test_a_deck_that_cites_nothing_has_no_sources() -> None:
    """An empty sources slide would be a false promise."""
    assert sources_slide((), ()) is None


def test_a_sources_card_makes_no_slide_of_its_own() -> None:
    """Sources are added by themselves, once."""
    event = make_event()
    briefing = make_briefing(make_card("event", [event]), make_card("sources"))
    assert [slide.kind for slide in slides_of(briefing, gathered(event))] == ["event"]
