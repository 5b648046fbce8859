"""Tests of choices between the layouts of a kind: what cards ask for, and what comes of it."""

from __future__ import annotations

import pytest

from briefer.compose import SLIDE_KINDS
from briefer.compose.choices import layouts
from briefer.compose.kind import SlideKind
from briefer.content import Chosen
from tests.builders import composed, make_card, make_context, make_event, make_statement

_LAYOUT = layouts(("axis", "Axis"), ("list", "List"))
_EVENTS = (make_event("event/one"), make_event("event/two", date="2023-09"))
_CHOOSING = [kind for kind in SLIDE_KINDS.values() if kind.choices]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("axis", "axis"),
        (" List. ", "list"),
        ("lists", "list"),
        ("LIS", "list"),
        ("a", ""),
        ("", ""),
        ("circle", ""),
        ("listing", ""),
    ],
)
def test_a_value_is_found_by_its_words(words: str, value: str) -> None:
    """Case, plural and a full stop do not matter; other words name nothing."""
    assert _LAYOUT.find(words) == value


@pytest.mark.parametrize("kind", _CHOOSING, ids=lambda kind: kind.name)
def test_a_choice_has_two_to_four_labelled_values(kind: SlideKind) -> None:
    """They stand as tiles beside one another, and no text field has the name of one."""
    for choice in kind.choices:
        assert 2 <= len(choice.values) <= 4
        assert len({item.value for item in choice.values}) == len(choice.values)
        assert all(item.label for item in choice.values)
        assert choice.label
        assert choice.name not in {field.name for field in kind.fields}


def test_the_option_goes_before_the_field_of_an_earlier_file() -> None:
    """A file saved earlier is read as it was meant, until its card chooses anew."""
    old = make_context(make_card("timeline", text={"layout": "list"}))
    new = make_context(make_card("timeline", text={"layout": "list"}, options={"layout": "axis"}))
    assert (old.choice(_LAYOUT), new.choice(_LAYOUT)) == ("list", "axis")


def test_a_slide_knows_what_its_card_may_choose_and_asks_for() -> None:
    """What is asked stands as the value that was meant, and as written where there is none."""
    known = (("axis", "Axis"), ("list", "List"), ("table", "Table"))
    for asked, told in ((None, ""), ("Lists", "list"), ("circle", "circle")):
        card = make_card("timeline", _EVENTS, options={"layout": asked} if asked else {})
        assert composed(card, *_EVENTS).choices == (Chosen("layout", known, told),)


def test_a_layout_of_another_kind_waits_for_the_change_back() -> None:
    """It is not told as unknown, for the user chose it for that kind."""
    remark = make_statement()
    slide = composed(make_card("quote", [remark], options={"layout": "list"}), remark)
    assert slide.choices[0].asked == ""
    assert slide.variant == "large"
