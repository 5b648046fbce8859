"""Tests of dates in words: never sharper than the source."""

from __future__ import annotations

import pytest

from briefer.compose.periods import date_panel, in_year, period, single_year, where_and_when
from briefer.records import PartialDate


@pytest.mark.parametrize(
    ("edtf", "lines"),
    [
        ("2023-11", ("November", "2023", "Day not given in the source")),
        ("2023-12-18", ("December 18", "2023", "")),
        ("1959", ("", "1959", "Month and day not given in the source")),
        ("2020/..", ("Since", "2020", "")),
        ("197X", ("", "1970s", "")),
        ("2023-11~", ("Around November", "2023", "Approximate date")),
        ("[2023-11..]", ("November 2023 or later", "", "")),
    ],
)
def test_the_panel_says_what_is_not_given(edtf: str, lines: tuple[str, str, str]) -> None:
    """Label, year and a note, each only as far as the source goes."""
    panel = date_panel(PartialDate.parse(edtf))
    assert (panel.label, panel.value, panel.note) == lines


def test_words_of_the_record_stand() -> None:
    """A display of the record's own is split but not changed."""
    panel = date_panel(PartialDate.parse("1977~/..", "since the late 1970s"))
    assert (panel.label, panel.value) == ("Since the late", "1970s")


def test_an_undated_event_says_so() -> None:
    """Without a date the panel does not stay empty."""
    assert date_panel(None).note == "Date not given in the source"


@pytest.mark.parametrize(
    ("edtf", "words"), [("2023-03", "March"), ("2023-12-18", "December 18"), ("2023", "2023")]
)
def test_the_year_goes_where_a_heading_names_it(edtf: str, words: str) -> None:
    """Under "Date, 2023" a month stands alone."""
    assert in_year(PartialDate.parse(edtf), 2023) == words


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ([], ""),
        (["2023-06"], "June 2023"),
        (["2023-12-18", "2023-03"], "March to December 2023"),
        (["2023-06", "2023-06-23"], "June 2023"),
        (["2023", "2023-06"], "2023"),
        (["2017", "1959", "2023-12-18"], "1959 to 2023"),
        (["2020/..", "2022"], "since 2020 to 2022"),
    ],
)
def test_a_period_runs_from_first_to_last(dates: list[str], words: str) -> None:
    """The period is as coarse as its ends."""
    assert period([PartialDate.parse(date) for date in dates]) == words


def test_a_year_is_shared_or_not() -> None:
    """An undated event breaks the shared year."""
    march, may = PartialDate.parse("2023-03"), PartialDate.parse("2023-05")
    assert single_year([march, may]) == 2023
    assert single_year([march, None]) is None
    assert single_year([march, PartialDate.parse("2022")]) is None


def test_where_and_when_stand_together() -> None:
    """Either part may be absent."""
    june = PartialDate.parse("2023-06")
    assert where_and_when("the UN", june) == "The UN, June 2023"
    assert where_and_when(None, june) == "June 2023"
    assert where_and_when("the UN", None) == "The UN"
