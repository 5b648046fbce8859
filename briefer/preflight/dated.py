"""Dates in running text: "December 31, 2023", "15 Nov. 2023", "June 2023", "2023-11-15".

In: words. Out: the spans of days that they name. A bare year is no date here: it may be a number,
a law, a resolution. Must not know: records, slides.
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from functools import cache

_MONTHS = {name.casefold(): n for n, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """Return the ways to write a date; compiling them takes longer than any start may wait."""
    forms = (
        rf"\b{_YEAR}-(?P<number>[01]\d)(?:-(?P<day>[0-3]\d))?\b",
        rf"\b{_MONTH} {_DAY},? {_YEAR}",
        rf"\b(?:{_DAY} )?{_MONTH},? {_YEAR}",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


@dataclass(frozen=True, slots=True)
class Mention:
    """A date as words name it: the words, its first and its last day."""

    words: str
    first: datetime.date
    last: datetime.date

    def meets(self, first: datetime.date | None, last: datetime.date | None) -> bool:
        """Return whether it shares a day with a span; None stands for an open end."""
        return (last is None or self.first <= last) and (first is None or first <= self.last)


def dates_in(text: str) -> tuple[Mention, ...]:
    """Return the dates that a text names to the month or the day, in order."""
    found: list[tuple[int, int, Mention]] = []
    for form in _forms():
        for match in form.finditer(text):
            start, end = match.span()
            taken = any(start < other_end and other < end for other, other_end, _ in found)
            mention = None if taken else _mention(match)
            if mention:
                found.append((start, end, mention))
    return tuple(mention for _, _, mention in sorted(found, key=lambda item: item[0]))


def first_date(text: str) -> datetime.date | None:
    """Return the first day of the first date that a text names, None where it names none."""
    return next((mention.first for mention in dates_in(text)), None)


def years_before(day: datetime.date, years: int) -> datetime.date:
    """Return the same day some years before; for February 29 the day before March."""
    year = max(datetime.MINYEAR, day.year - years)
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))


def _mention(match: re.Match[str]) -> Mention | None:
    """Return the date of a match, None for one that no calendar has."""
    parts = match.groupdict()
    named, year = parts.get("month"), int(parts["year"])
    month = _MONTHS[named.casefold()] if named else int(parts["number"])
    try:
        if parts["day"]:
            day = datetime.date(year, month, int(parts["day"]))
            return Mention(match[0], day, day)
        last = calendar.monthrange(year, month)[1]
        return Mention(match[0], datetime.date(year, month, 1), datetime.date(year, month, last))
    except ValueError:
        return None
