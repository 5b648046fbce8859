"""Tests of what words make of charges and dates: guilt as a fact, and what only sounds like it."""

from __future__ import annotations

import datetime

import pytest

from briefer.preflight.dated import dates_in, first_date, years_before
from tests.preflight.cases.claims import CHARGES, SENTENCE, told


def _charged(words: str, *, sentenced: bool = False) -> bool:
    found = told(words, *((SENTENCE,) if sentenced else ()))
    return "charged" in {finding.check for finding in found}


@pytest.mark.parametrize(
    "words",
    [
        "The companies were convicted",
        "They were found guilty of trafficking",
        "Sentenced to ten years, the chemist is in prison",
        "After the charges of June, three convictions followed",
    ],
)
def test_guilt_told_as_a_fact_is_an_error(words: str) -> None:
    """The record is about charges; the finding names it."""
    assert _charged(words)
    assert any(finding.record == CHARGES.id for finding in told(words))


@pytest.mark.parametrize(
    "words",
    [
        "They were charged and are presumed innocent until proven guilty",
        "Nobody has been convicted",
        "If convicted, they face ten years",
        "They pleaded not guilty",
        "The companies are charged with conspiracy",
    ],
)
def test_what_holds_guilt_open_is_no_finding(words: str) -> None:
    """Staff may say what has not happened."""
    assert not _charged(words)


def test_a_sentence_on_record_lets_words_speak_of_guilt() -> None:
    """Whoever was sentenced by a record can be told as such."""
    assert not _charged("They were convicted", sentenced=True)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on December 31, 2023", "2023-12-31", "2023-12-31"),
        ("by 15 Nov. 2023", "2023-11-15", "2023-11-15"),
        ("in Sept. 2023", "2023-09-01", "2023-09-30"),
        ("in February 2024", "2024-02-01", "2024-02-29"),
        ("2023-06-23", "2023-06-23", "2023-06-23"),
        ("2023-06", "2023-06-01", "2023-06-30"),
    ],
)
def test_dates_are_read_as_staff_write_them(text: str, first: str, last: str) -> None:
    """To the day or the month."""
    (mention,) = dates_in(text)
    assert (mention.first.isoformat(), mention.last.isoformat()) == (first, last)


@pytest.mark.parametrize("text", ["", "in 2023", "February 31, 2023", "may be 2023-99"])
def test_what_names_no_month_is_no_date(text: str) -> None:
    """A bare year may be a number; a day no calendar has is a slip."""
    assert first_date(text) is None


def test_years_are_counted_back_over_leap_days() -> None:
    """February 29 has no counterpart in most years."""
    assert years_before(datetime.date(2024, 2, 29), 3) == datetime.date(2021, 2, 28)
    assert years_before(datetime.date(2, 1, 1), 10) == datetime.date(1, 1, 1)
