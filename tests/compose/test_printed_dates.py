"""Tests of dates as people print them."""

from __future__ import annotations

import pytest

from briefer.compose.printed_dates import printed_date


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("December 31, 2023", "2023-12-31"),
        ("1 March 2024", "2024-03-01"),
        ("  Sept.  5th, 2023 ", "2023-09-05"),
        ("march 2024", "2024-03"),
        ("2024", "2024"),
        ("2024-03-09", "2024-03-09"),
    ],
)
def test_dates_are_read_as_precise_as_they_are(words: str, edtf: str) -> None:
    """Neither a day nor a month is added."""
    date = printed_date(words)
    assert date is not None
    assert date.edtf == edtf


@pytest.mark.parametrize(
    "words", ["", "soon", "mid-2024", "Marble 3, 2024", "February 31, 2024", "03/04/2024", "99"]
)
def test_other_words_are_no_date(words: str) -> None:
    """What could be read in two ways, or does not exist, is not guessed at."""
    assert printed_date(words) is None
