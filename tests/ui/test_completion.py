"""What is being typed in the search field, and the text after an offer was taken."""

from __future__ import annotations

import pytest

from briefer.ui.library.completion import (
    Offer,
    Typing,
    all_operators,
    operators,
    taken,
    typing_in,
    without,
)
from briefer.ui.library.finding import Ask, Pick, told


@pytest.mark.parametrize(
    ("text", "field", "begun", "start"),
    [
        ("act", "", "act", 0),
        ("mexico to", "", "to", 7),
        ("topic:", "topic", "", 0),
        ("fentanyl topic:sanc", "topic", "sanc", 9),
        ('topic:"law enf', "topic", "law enf", 0),
        ("Event-Type:in", "event_type", "in", 0),
        ("-country:mex", "country", "mex", 0),
        ("topic:“law", "topic", "law", 0),
        ('"bargaining ch', "", "bargaining ch", 0),
        ('"two words" so', "", "so", 12),
    ],
)
def test_the_word_at_the_cursor(text: str, field: str, begun: str, start: int) -> None:
    """Field, beginning and place of the word being typed, quotation marks and minus included."""
    typing = typing_in(text, len(text))
    assert typing is not None
    assert (typing.field, typing.begun, typing.start) == (field, begun, start)
    assert typing.excluded == text.startswith("-")


@pytest.mark.parametrize("text", ["https:x", 'a "closed" b"', "colour:blue"])
def test_what_is_no_field_offers_nothing(text: str) -> None:
    """A colon behind another word begins no value."""
    typing = typing_in(text, len(text))
    assert typing is None or operators(typing) == ()


def test_nothing_is_offered_within_a_word() -> None:
    """With the cursor inside a word nothing is being completed."""
    assert typing_in("topic", 2) is None
    assert typing_in("to mexico", 2) == Typing(0, 2, "", "to")


def test_fields_that_a_word_begins() -> None:
    """Fields are offered by their beginning, a phrase by its mark, all on demand."""
    s, event, mark = (typing_in(text, len(text)) for text in ("s", "event_t", '"'))
    assert s is not None
    assert event is not None
    assert mark is not None
    assert [offer.words for offer in operators(s)] == ["source:", "substance:", "status:"]
    assert [offer.words for offer in operators(event)] == ["event_type:"]
    assert operators(mark) == all_operators()[-1:]


def test_text_after_an_offer() -> None:
    """A field is written out, a value leaves the text, an excluded one is quoted in it."""
    text = "mexico -to treaty"
    typing = typing_in(text, 10)
    assert typing is not None
    topic = Offer("topic:", field="topic")
    assert taken(text, typing, topic) == ("mexico -topic: treaty", 14)
    value = Offer("Law enforcement", field="topic", pick=Pick("law-enforcement", "Law enforcement"))
    text = "mexico topic:law treaty"
    typing = typing_in(text, 16)
    assert typing is not None
    assert without(text, typing) == "mexico   treaty"
    assert taken(text, typing, value) == ("mexico treaty", 7)
    text = "-topic:law"
    typing = typing_in(text, len(text))
    assert typing is not None
    assert taken(text, typing, value) == ('-topic:"law-enforcement" ', 25)


def test_filters_as_a_query_and_in_words() -> None:
    """Filters stand before the words, whose last one may be unfinished."""
    chosen = {
        "topic": (Pick("sanctions", "Sanctions"),),
        "year": (Pick("2023", "2023"), Pick("2022", "2022")),
    }
    ask = Ask("mex", ("event",), chosen)
    assert ask.query == 'topic:"sanctions" year:"2023,2022" mex'
    assert told(ask) == "events with topic Sanctions and year 2022 or 2023"
    assert told(Ask("x")) == "records"
