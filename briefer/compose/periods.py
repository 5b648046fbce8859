"""Dates in words for slides: where and when, panels, periods. Never sharper than the source.

In: partial dates. Out: plain text. Must not know: slides, layout.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefer.compose.sentences import capital
from briefer.records.dates import PartialDate

_YEAR_LAST = re.compile(r"^(?P<before>.*?)\s*(?P<year>\d{4}s?)$")


@dataclass(frozen=True, slots=True)
class DatePanel:
    """The three lines of a date panel; empty lines are left out."""

    label: str
    value: str
    note: str


def date_panel(date: PartialDate | None) -> DatePanel:
    """Return an event's date as a panel shows it, saying what the source does not give."""
    if date is None:
        return DatePanel("No date", "", "Date not given in the source")
    match = _YEAR_LAST.match(capital(date.display).rstrip(","))
    label, value = (match["before"].rstrip(","), match["year"]) if match else (date.display, "")
    return DatePanel(capital(label), value, _not_given(date))


def in_year(date: PartialDate, year: int) -> str:
    """Return a date's words without its year, for use under a heading that names the year."""
    words = date.display
    bare = re.sub(rf",?\s*\b{year}\b", "", words).strip()
    return capital(bare) if bare else words


def single_year(dates: Sequence[PartialDate | None]) -> int | None:
    """Return the year that all dates share, or None."""
    years = {date.year if date else None for date in dates}
    return years.pop() if len(years) == 1 else None


def period(dates: Sequence[PartialDate]) -> str:
    """Return the period that dates cover: "1959 to 2023", "March to December 2023", or ""."""
    ordered = sorted(dates, key=lambda date: date.sort_key)
    if not ordered:
        return ""
    first, last = ordered[0], max(ordered, key=_end)
    if first.display == last.display:
        return first.display
    year = single_year((first, last))
    if year and first.month and last.month:
        start, end = _month_words(first, year), _month_words(last, year)
        return f"{start} {year}" if start == end else f"{start} to {end} {year}"
    if year and (first.year, last.year) == (year, year):
        return str(year)
    return f"{_coarse(first)} to {_coarse(last)}"


def where_and_when(place: str | None, date: PartialDate | None) -> str:
    """Return venue and date as one phrase: "UN Commission on Narcotic Drugs, March 2023"."""
    parts = [part for part in (place, date.display if date else "") if part]
    return capital(", ".join(parts))


def _not_given(date: PartialDate) -> str:
    if date.approximate or date.uncertain:
        return "Approximate date"
    if date.precision == "month":
        return "Day not given in the source"
    if date.precision == "year":
        return "Month and day not given in the source"
    return ""


def _month_words(date: PartialDate, year: int) -> str:
    words = in_year(date, year)
    return re.sub(r"\s+\d{1,2}$", "", words)


def _coarse(date: PartialDate) -> str:
    return str(date.year) if date.year else date.display


def _end(date: PartialDate) -> tuple[int, int]:
    latest = date.latest or date.earliest
    return (latest.toordinal() if latest else 0, date.earliest.toordinal() if date.earliest else 0)
