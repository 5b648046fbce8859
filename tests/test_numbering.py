"""Tests of runs of numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.numbering import number_list, page_range, slide_list


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ([], ""),
        ([7], "7"),
        ([2, 3], "2,3"),
        ([4, 16, 17, 18], "4,16–18"),
        ([18, 4, 17, 16, 4], "4,16–18"),
    ],
)
def test_three_in_a_row_become_a_range(numbers: list[int], text: str) -> None:
    """A marker joins three or more numbers in a row, in order, each once."""
    assert number_list(numbers) == text


@pytest.mark.parametrize(
    ("numbers", "text"),
    [([], ""), ([3], "slide 3"), ([3, 5, 6, 7], "slides 3, 5–7"), ([8, 9, 11], "slides 8, 9, 11")],
)
def test_slides_are_named_in_one_or_several(numbers: list[int], text: str) -> None:
    """A list of slides reads as words."""
    assert slide_list(numbers) == text


@given(st.sets(st.integers(1, 60)))
def test_no_number_is_lost(numbers: set[int]) -> None:
    """Reading a marker back gives the numbers that went in."""
    found: set[int] = set()
    for part in number_list(numbers).split(","):
        ends = [int(end) for end in part.split("–") if end]
        found.update(range(ends[0], ends[-1] + 1) if ends else ())
    assert found == numbers


@pytest.mark.parametrize(
    ("numbers", "text"),
    [([], ""), ([7], "7"), ([24, 23], "23–24"), ([4, 5, 6], "4–6"), ([4, 5, 9], "4–5 …")],
)
def test_the_slides_of_a_section_are_a_range(numbers: list[int], text: str) -> None:
    """Two slides are a range too; an ellipsis says that the section has more elsewhere."""
    assert page_range(numbers) == text
