"""Tests of the slide that opens a section."""

from __future__ import annotations

from collections.abc import Sequence

from briefer.compose.slides import slides_of
from briefer.content import Panel, Slide
from briefer.storyboard.briefing import Briefing, Card, Section
from tests.builders import gathered, lines, make_card, make_event, places


def _slide(titles: Sequence[str], at: int, card: Card | None = None) -> Slide:
    """Return the section slide of the section at an index; the others have a slide each."""
    card = card or make_card("section")
    sections = [Section(title, (make_card("bluf"),)) for title in titles]
    sections[at] = Section(titles[at], (card,))
    slides = slides_of(Briefing("Deck", sections=tuple(sections)), gathered(make_event()))
    return next(slide for slide in slides if slide.kind == "section")


def test_it_tells_number_finding_summary_and_the_other_sections() -> None:
    """The current section is set apart from the others."""
    card = make_card(
        "section", title="The toll is heavy", text={"summary": "Deaths.[@event/talks]"}
    )
    slide = _slide(("Scale", "Supply", "Actions"), 1, card)
    assert slide.title == "The toll is heavy"
    assert lines(slide, "number") == ["body: 2"]
    assert lines(slide, "summary") == ["body: Deaths.{1}"]
    assert lines(slide, "list") == ["body: 1\tScale", "value: 2\tSupply", "body: 3\tActions"]
    assert slide.say == "Part 2: The toll is heavy. Deaths."


def test_without_a_finding_the_sections_title_stands() -> None:
    """White space in it is one blank."""
    assert _slide((" Scale\tof  harm", "Supply"), 0).title == "Scale of harm"


def test_an_only_section_has_no_list() -> None:
    """One entry tells nothing."""
    slide = _slide(("Scale",), 0)
    assert places(slide) == ["number"]


def test_a_section_without_a_title_has_no_number() -> None:
    """It is no part; the list shows the others."""
    slide = _slide(("Scale", "Supply", ""), 2)
    assert places(slide) == ["list"]
    assert slide.title == "Untitled section"
    assert lines(slide, "list") == ["body: 1\tScale", "body: 2\tSupply"]


def test_a_long_list_shows_what_is_near() -> None:
    """The current section is always in it, and an ellipsis says that there are more."""
    titles = [f"Section {n}" for n in range(1, 31)]
    shown = lines(_slide(titles, 14), "list")
    assert "value: 15\tSection 15" in shown
    assert shown[0] == shown[-1] == "body: \t\N{HORIZONTAL ELLIPSIS}"
    assert len(shown) < 12
    assert lines(_slide(titles, 0), "list")[0] == "value: 1\tSection 1"
    assert lines(_slide(titles, 29), "list")[-1] == "value: 30\tSection 30"


def test_number_and_list_stand_on_every_page() -> None:
    """A summary that continues does not lose them."""
    slide = _slide(("Scale", "Supply"), 0, make_card("section", text={"summary": "Words."}))
    pinned = {block.place: block.pinned for block in slide.blocks if isinstance(block, Panel)}
    assert pinned == {"number": True, "summary": False, "list": True}
