"""Tests of partial dates: what is read, what is said, and that nothing is sharpened."""

from __future__ import annotations

import datetime
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.errors import DateError
from briefer.records.date_words import MONTHS
from briefer.records.dates import PartialDate
from tests.records.strategies import edtf_texts, points

WORDS = [
    ("2023-12-18", "December 18, 2023", "Dec 18, 2023"),
    ("2023-09", "September 2023", "Sep 2023"),
    ("2017", "2017", "2017"),
    ("1977~", "around 1977", "c. 1977"),
    ("2017?", "possibly 2017", "2017?"),
    ("2017-05%", "possibly around May 2017", "c. May 2017?"),
    ("197X", "1970s", "1970s"),
    ("197X~", "around the 1970s", "c. 1970s"),
    ("19XX", "20th century", "20th century"),
    ("20XX", "21st century", "21st century"),
    ("2023-23", "autumn 2023", "Autumn 2023"),
    ("2023-06-XX", "June 2023", "Jun 2023"),
    ("2023-XX", "2023", "2023"),
    ("2022-07/2023-06", "July 2022 to June 2023", "Jul 2022 – Jun 2023"),
    ("2023-06/2023-09", "June to September 2023", "Jun – Sep 2023"),
    ("2023-08-14/2023-08-18", "August 14 to 18, 2023", "Aug 14 – 18, 2023"),
    ("2023-09-15/2023-10-02", "September 15 to October 2, 2023", "Sep 15 – Oct 2, 2023"),
    ("2020/2022", "2020 to 2022", "2020 – 2022"),
    ("2023-06~/2023-09", "around June 2023 to September 2023", "c. Jun 2023 – Sep 2023"),
    ("2020/..", "since 2020", "Since 2020"),
    ("2020/", "from 2020", "From 2020"),
    ("../2020", "until 2020", "Until 2020"),
    ("[2023-11..]", "November 2023 or later", "Nov 2023 or later"),
    ("[..2023-08]", "August 2023 or earlier", "Aug 2023 or earlier"),
    ("[2023-06,2023-09]", "June 2023 or September 2023", "Jun 2023 or Sep 2023"),
    ("[2017..2021]", "between 2017 and 2021", "Between 2017 and 2021"),
    ("[1999,2001,2003]", "1999, 2001 or 2003", "1999, 2001 or 2003"),
]


@pytest.mark.parametrize(("text", "long", "short"), WORDS)
def test_words(text: str, long: str, short: str) -> None:
    """A date is said in words as coarse as itself."""
    date = PartialDate.parse(text)
    assert (date.long, date.short) == (long, short)


BOUNDS = [
    ("2024-02", "2024-02-01", "2024-02-29", "month"),
    ("2023", "2023-01-01", "2023-12-31", "year"),
    ("2023-12-18", "2023-12-18", "2023-12-18", "day"),
    ("197X", "1970-01-01", "1979-12-31", "decade"),
    ("19XX", "1900-01-01", "1999-12-31", "century"),
    ("2023-21", "2023-03-01", "2023-05-31", "season"),
    ("2022-07/2023-06", "2022-07-01", "2023-06-30", "interval"),
    ("2020/..", "2020-01-01", None, "interval"),
    ("/2020", None, "2020-12-31", "interval"),
    ("[2023-11..]", "2023-11-01", None, "set"),
    ("[..2023-11]", None, "2023-11-30", "set"),
    ("[1999,2003]", "1999-01-01", "2003-12-31", "set"),
]


@pytest.mark.parametrize(("text", "earliest", "latest", "precision"), BOUNDS)
def test_bounds(text: str, earliest: str | None, latest: str | None, precision: str) -> None:
    """The bounds are the first and the last day that the text allows."""
    date = PartialDate.parse(text)
    found = [bound.isoformat() if bound else None for bound in (date.earliest, date.latest)]
    assert (*found, date.precision) == (earliest, latest, precision)


REFUSED = [
    "",
    "today",
    "2023-13",
    "2023-00",
    "2023-02-30",
    "2023-9-15",
    "2023-02-29",
    "15.09.2023",
    "2023-09-15T10:00:00Z",
    "0000",
    "000X",
    "202X-05",
    "2023-XX-05",
    "2023-23-05",
    "../..",
    "/",
    "2023/2022",
    "2023/2024/2025",
    "[2023]",
    "[]",
    "[..]",
    "{2022,2023}",
    "2023-09 ",
    "2023\n",
    "٢٠٢٣",
    "~2023",
    "2023-25",
]


@pytest.mark.parametrize("text", REFUSED)
def test_refused_dates_are_named(text: str) -> None:
    """A text out of the subset is refused with the text and what is allowed."""
    with pytest.raises(DateError) as raised:
        PartialDate.parse(text)
    assert repr(text) in raised.value.message
    assert "2023-09-15" in raised.value.hint


@given(st.text(max_size=12) | st.text("0123456789X-/.[]~?%,", max_size=24))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text whatever breaks the reader."""
    try:
        date = PartialDate.parse(text)
    except DateError:
        return
    assert date.display
    assert date.edtf == text


@given(edtf_texts())
def test_display_never_sharpens(text: str) -> None:
    """Words name no month that the text does not carry, and no number that is not in it."""
    date = PartialDate.parse(text)
    if date.precision in ("year", "decade", "century", "season"):
        assert not any(month[:3] in date.short or month in date.long for month in MONTHS)
    if "-" not in text:
        assert (date.month, date.day) == (None, None)
    if date.precision == "month":
        assert date.day is None
        assert "," not in date.long


@given(edtf_texts())
def test_bounds_are_in_order(text: str) -> None:
    """No date ends before it begins, and one bound at least is known."""
    date = PartialDate.parse(text)
    assert date.earliest or date.latest
    if date.earliest and date.latest:
        assert date.earliest <= date.latest


@given(st.lists(edtf_texts(), max_size=6))
def test_dates_can_be_sorted(texts: list[str]) -> None:
    """Dates sort by where they begin, the coarser first."""
    dates = sorted(map(PartialDate.parse, texts), key=lambda date: date.sort_key)
    begins = [date.earliest or date.latest or datetime.date.min for date in dates]
    assert begins == sorted(begins)


def test_coarser_dates_come_first() -> None:
    """A year stands before its January, and that before its first day."""
    texts = ["2023-01-01", "2023-01", "2023", "202X", "2023/..", "2022-12-31"]
    ordered = sorted(map(PartialDate.parse, texts), key=lambda date: date.sort_key)
    assert [date.edtf for date in ordered] == [
        "202X",
        "2022-12-31",
        "2023/..",
        "2023",
        "2023-01",
        "2023-01-01",
    ]


def test_parts_that_the_source_does_not_give_are_none() -> None:
    """Year, month and day are known only where the date says them."""
    parts = {
        text: (date.year, date.month, date.day)
        for text in ["2023-12-18", "2023-12", "2023", "197X", "2022/2023", "2023-06/2023-09"]
        for date in [PartialDate.parse(text)]
    }
    assert parts == {
        "2023-12-18": (2023, 12, 18),
        "2023-12": (2023, 12, None),
        "2023": (2023, None, None),
        "197X": (None, None, None),
        "2022/2023": (None, None, None),
        "2023-06/2023-09": (2023, None, None),
    }


def test_a_record_may_bring_its_own_words() -> None:
    """Own words are used in sentences and, with a capital, in lists."""
    date = PartialDate.parse("1977~/..", "since the late 1970s")
    assert date.overridden
    assert (date.long, date.short) == ("since the late 1970s", "Since the late 1970s")
    assert PartialDate.parse("197X", "the late 1970s").short == "Late 1970s"
    assert not PartialDate.parse("2020/..", "since 2020").overridden


@pytest.mark.parametrize(
    ("text", "display"),
    [("2023-09", "September 15, 2023"), ("2023", "September 2023"), ("197X", "May 1977")],
)
def test_own_words_may_not_sharpen(text: str, display: str) -> None:
    """Own words that name a day or month which the date lacks are refused."""
    with pytest.raises(DateError, match="sharper"):
        PartialDate.parse(text, display)


def test_own_words_may_not_be_empty() -> None:
    """An empty display is refused rather than shown."""
    with pytest.raises(DateError, match="empty"):
        PartialDate.parse("2023", " ")


def _oracle(text: str) -> tuple[datetime.date, datetime.date]:
    """Return the bounds that the `edtf` package gives, which is slow and may warn."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import edtf

        parsed = edtf.parse_edtf(text)
        bounds = (parsed.lower_strict(), parsed.upper_strict())
    first, last = (datetime.date(*bound[:3]) for bound in bounds)
    return first, last


def _known_to_the_oracle(text: str) -> bool:
    """Return whether the package reads it: it knows no qualified season, nor years below 1000."""
    qualified_season = text[4:6] == "-2" and len(text) == 8
    return text[:4] >= "1000" and not qualified_season


@settings(max_examples=25, deadline=None)
@given(points().filter(_known_to_the_oracle))
def test_bounds_agree_with_the_edtf_package(text: str) -> None:
    """The bounds of single dates are those of another reader of EDTF."""
    date = PartialDate.parse(text)
    assert (date.earliest, date.latest) == _oracle(text)
