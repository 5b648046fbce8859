"""What holds of all markings: their text says what they are, and adding up has no order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefer.markings import UNMARKED, Marking, above, combine, permits, raised, read
from briefer.markings.profiles import format_marking
from tests.markings.strategies import markings, reread


@given(markings)
def test_the_text_of_a_marking_says_what_it_is(marking: Marking) -> None:
    """Reading what was formatted gives the same marking."""
    assert reread(marking) == marking


@given(st.text(max_size=60))
def test_a_text_that_stands_is_read_the_same_once_formatted(text: str) -> None:
    """Whatever is accepted has one canonical text, and a suggestion is accepted."""
    for profile in ("", "nara", "tlp", "custom"):
        reading = read(text, profile)
        if reading.marking is not None:
            again = read(format_marking(reading.marking), profile)
            assert again.marking == reading.marking
        if reading.suggestion:
            assert read(reading.suggestion, profile).ok


_WORDS = st.sampled_from(
    ["CUI", "cui", "//", "/", "SP-SUB", "SUB", "LEI", "SP-LEI", "FED ONLY", "FEDCON", "NOFORN"]
    + ["REL TO GBR, USA", "REL TO USA", "XYZ", "AC", "DL ONLY", "NOFORM", " ", "(", ")", "U"]
)


@given(st.lists(_WORDS, max_size=9).map("".join))
def test_a_suggestion_ends_the_matter(text: str) -> None:
    """What is suggested for a wrong text is right, and what stands is its own best text."""
    reading = read(text, "nara")
    assert reading.ok or reading.problems
    if reading.suggestion:
        assert read(reading.suggestion, "nara").ok


@given(markings, markings, markings)
def test_adding_up_has_no_order(one: Marking, two: Marking, three: Marking) -> None:
    """Combining is commutative, associative and idempotent, and unmarked adds nothing."""
    assert combine((one, two)) == combine((two, one))
    assert combine((combine((one, two)), three)) == combine((one, combine((two, three))))
    assert combine((one, one)) == one
    assert combine((one, UNMARKED)) == one


@given(markings, markings, markings)
def test_a_limit_that_permits_two_permits_both_together(
    limit: Marking, one: Marking, two: Marking
) -> None:
    """Nothing gets above a limit by being put together, nor below it by adding more."""
    if permits(limit, one) and permits(limit, two):
        assert permits(limit, combine((one, two)))
    if above(one, limit):
        assert above(combine((one, two)), limit)
    assert permits(combine((limit, one)), one)


@given(markings, markings)
def test_a_raised_marking_covers_what_is_needed(have: Marking, needed: Marking) -> None:
    """Raising covers both the need and what was there, and changes nothing that covered it."""
    text = format_marking(have)
    higher = read(raised(text, needed)).marking
    assert permits(higher, needed)
    assert permits(higher, have)
    if permits(have, needed):
        assert raised(text, needed) == text
