"""Tests of the title slide."""

from __future__ import annotations

from dataclasses import replace

from briefer.compose.slides import slides_of
from tests.builders import composed, gathered, lines, make_briefing, make_card, places


def test_it_says_what_for_whom_and_as_of_when() -> None:
    """Title and details come from the briefing."""
    slide = composed(make_card("title"))
    assert slide.title == "Drug policy"
    assert lines(slide, "details") == [
        "label: Prepared for",
        "value: Staff",
        "label: Information as of",
        "value: December 31, 2023",
    ]


def test_the_users_words_stand_before_the_proposed() -> None:
    """Kicker, subtitle, author and designation block are the user's."""
    text = {
        "kicker": "Staff briefing",
        "subtitle": "What was done",
        "prepared_by": "The Office",
        "designation": "**Controlled by:** the Office\nNo limit",
    }
    slide = composed(make_card("title", text=text))
    assert slide.kicker == "Staff briefing"
    assert lines(slide, "subtitle") == ["body: What was done"]
    assert lines(slide, "details")[2:4] == ["label: Prepared by", "value: The Office"]
    assert lines(slide, "designation") == ["body: **Controlled by:** the Office", "body: No limit"]


def test_a_briefing_without_settings_still_has_a_title() -> None:
    """What is not given leaves no empty panel behind."""
    briefing = replace(make_briefing(make_card("title")), title="", audience="", date="")
    (slide,) = slides_of(briefing, gathered())
    assert slide.title == "Untitled briefing"
    assert places(slide) == []
