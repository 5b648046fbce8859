"""Dates as bibliographies print them, and as CSL has them."""

from __future__ import annotations

import pytest
from hypothesis import given

from briefer.bibliography.csl_dates import csl_date_of, read_csl_date
from briefer.bibliography.date_text import edtf_of_text
from briefer.records import PartialDate
from tests.records.strategies import partial_dates


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2023", "2023"),
        ("2023-09-15", "2023-09-15"),
        ("2023-9-5", "2023-09-05"),
        ("2023-09-15T10:00:00Z", "2023-09-15"),
        ("2023/09/15/", "2023-09-15"),
        ("2023///", "2023"),
        ("2023///autumn", "2023-23"),
        ("2023/09//", "2023-09"),
        ("September 15, 2023", "2023-09-15"),
        ("Sept. 15th, 2023", "2023-09-15"),
        ("15 sep 2023", "2023-09-15"),
        ("15. September 2023", "2023-09-15"),
        ("Sep 2023", "2023-09"),
        ("2023 Sep 5", "2023-09-05"),
        ("Fall 2023", "2023-23"),
        ("ca. 1998", "1998~"),
        ("c. May 1998", "1998-05~"),
        ("2019–2021", "2019/2021"),
        ("2019-01/2019-03", "2019-01/2019-03"),
        ("199X", "199X"),
        ("09/10/2023", None),
        ("2023-02-30", None),
        ("2023/13/01", None),
        ("n.d.", None),
        ("May", None),
        ("", None),
        ("0000", None),
        ("2023" * 50, None),
        ("Smarch 2023", None),
        ("ma 2023", None),
    ],
)
def test_dates_in_words(text: str, edtf: str | None) -> None:
    """A date is read where it is certain what is meant, and never finer than it says."""
    assert edtf_of_text(text) == edtf


@pytest.mark.parametrize(
    ("value", "edtf", "whole"),
    [
        ({"date-parts": [["2023", "09", "15"]]}, "2023-09-15", True),
        ({"date-parts": [[2023, 9, 0]]}, "2023-09", True),
        ({"date-parts": [[2023, None]]}, "2023", True),
        ({"date-parts": [[2023.0]]}, "2023", True),
        ({"date-parts": [[2023]], "season": "Winter"}, "2023-24", True),
        ({"date-parts": [[2023, 13]]}, "2023-21", True),
        ({"date-parts": [[2023, 22]]}, "2023-22", True),
        ({"date-parts": [[2019], [0, 0, 0]]}, "2019/..", True),
        ({"date-parts": [[2019], [2021]], "circa": True}, "2019~/2021~", True),
        ({"date-parts": [[2023]], "raw": "about 2023"}, "2023", False),
        ({"date-parts": [[-44]]}, None, False),
        ({"date-parts": [["MMXX"]]}, None, False),
        ({"date-parts": [[True]]}, None, False),
        ({"date-parts": "2023"}, None, False),
        ({"date-parts": [2023]}, None, False),
        ({"date-parts": []}, None, False),
        ({"edtf": "2023~"}, "2023~", True),
        ({"literal": "Spring 2023"}, "2023-21", True),
        ({"season": 1}, None, False),
        ("2023-09", "2023-09", True),
        (2023, "2023", True),
        ([2023], None, False),
    ],
)
def test_dates_of_csl(value: object, edtf: str | None, whole: bool) -> None:
    """Each form of a date is read, and what it says besides is told apart."""
    read = read_csl_date(value)
    assert (read.edtf, read.whole) == (edtf, whole)
    assert bool(read.problem) == (edtf is None)


@given(date=partial_dates())
def test_a_date_comes_back_no_finer(date: PartialDate) -> None:
    """What CSL can express comes back; of the rest, nothing is read that the date does not say."""
    back = read_csl_date(csl_date_of(date))
    if back.edtf is None:
        return
    read = PartialDate.parse(back.edtf)
    assert (read.earliest, read.latest) == (date.earliest, date.latest)
