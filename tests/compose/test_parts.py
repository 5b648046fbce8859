"""Tests of the parts of a briefing: one count for agenda and section slides."""

from __future__ import annotations

from briefer.compose.parts import parts_of
from briefer.storyboard.briefing import Briefing, Section
from tests.builders import make_card


def _parts(*sections: tuple[str, tuple[str, ...]]) -> list[tuple[int, str]]:
    """Return the parts of a briefing of sections given by title and kinds of cards."""
    made = tuple(Section(title, tuple(map(make_card, kinds))) for title, kinds in sections)
    return [(part.number, part.title) for part in parts_of(Briefing("Deck", sections=made))]


def test_the_section_that_opens_the_briefing_is_none() -> None:
    """Title, agenda and bottom line stand before the parts, the contact after them."""
    found = _parts(
        ("Summary", ("title", "agenda", "bluf")),
        ("Scale", ("figures",)),
        ("Supply", ("section", "quote")),
        ("Contact", ("contact",)),
    )
    assert found == [(1, "Scale"), (2, "Supply")]


def test_an_agenda_may_stand_anywhere() -> None:
    """A section before it counts, and so does one that holds it among slides of its own."""
    found = _parts(
        ("", ("title",)),
        ("Scale", ("figures",)),
        ("Supply", ("agenda", "quote")),
        ("End", ("bluf",)),
    )
    assert found == [(1, "Scale"), (2, "Supply"), (3, "End")]


def test_a_section_slide_makes_its_section_a_part() -> None:
    """Even where the section also opens the briefing."""
    assert _parts(("Only", ("title", "section", "bluf"))) == [(1, "Only")]


def test_sections_without_title_or_slides_are_passed_over() -> None:
    """Blank titles and empty sections have nothing to list; one title is one part."""
    found = _parts(
        ("A", ("bluf",)), (" ", ("bluf",)), ("B", ()), ("C", ("quote",)), ("A", ("quote",))
    )
    assert found == [(1, "A"), (2, "C")]
