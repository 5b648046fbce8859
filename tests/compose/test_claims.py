"""Tests of marks: a claim is cited by what supports it, and by nothing else."""

from __future__ import annotations

from briefer.compose.claims import mark_of, merged, with_mark
from briefer.content import CiteMark, Text
from tests.builders import make_citation, make_event, shown


def test_the_same_place_is_cited_once() -> None:
    """Two citations of one place make one cite."""
    event = make_event(citations=(make_citation("4"), make_citation("4"), make_citation("5")))
    assert shown((mark_of(event),)) == "{4,5}"


def test_a_citation_for_one_field_stands_only_there() -> None:
    """What supports the summary does not vouch for the title."""
    event = make_event(citations=(make_citation("4"), make_citation("5", supports="summary")))
    assert shown((mark_of(event, "title", "date"),)) == "{4}"
    assert shown((mark_of(event, "summary"),)) == "{4,5}"


def test_a_claim_that_nothing_supports_is_uncited() -> None:
    """A record whose citations are all for other fields does not borrow them."""
    event = make_event(citations=(make_citation("5", supports="summary"),))
    assert mark_of(event, "title") == CiteMark(())


def test_marks_join_at_the_end_of_a_claim() -> None:
    """A second mark is merged into the first."""
    one, two = mark_of(make_event(note="1")), mark_of(make_event(note="2"))
    assert shown(with_mark((Text("x"), one), two)) == "x{1,2}"
    assert merged((one, one)) == one
