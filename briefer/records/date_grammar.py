"""The EDTF subset that records use: text in, bounds and qualifiers out. Knows no words.

Level 0 dates (no clock times) and of level 1: the suffixes `~ ? %`, `X` masks at the end,
seasons 21 to 24, intervals with open (`..`) and unknown (empty) ends, and one-of sets in
brackets. Rules: design page "domain", section 6.
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from typing import Literal

from briefer.errors import DateError

Precision = Literal["day", "month", "season", "year", "decade", "century", "interval", "set"]

ALLOWED = (
    "Write 2023, 2023-09, 2023-09-15, 197X, 2023-23 (autumn), 1977~ (around), 2017? (uncertain), "
    "2022-07/2023-06, 2020/.. (since) or [2023-11..] (then or later)."
)

_POINT = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"(?P<qualifier>[~?%]?)"
)
# Winter is December of its year, as in the `edtf` package: the specification gives no months.
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


@dataclass(frozen=True, slots=True)
class Point:
    """One date as precise as it was given: a day, month, season, year, decade or century.

    `unit` is the month (1 to 12) or the season (21 to 24), 0 where there is none.
    """

    precision: Precision
    earliest: datetime.date
    latest: datetime.date
    unit: int = 0
    approximate: bool = False
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """An interval. An end is None where it is open or not known; `open_` where it is open."""

    start: Point | None
    end: Point | None
    open_: bool = False


@dataclass(frozen=True, slots=True)
class OneOf:
    """A set of which one member is meant: points and ranges in order."""

    members: tuple[Point | Span, ...]


Parsed = Point | Span | OneOf


def read_edtf(text: str) -> Parsed:
    """Return what the EDTF text says; raise DateError naming the text and what is allowed."""
    if text.startswith("[") and text.endswith("]"):
        return _read_set(text)
    if "/" in text:
        return _read_interval(text)
    return _read_point(text, text)


def _refuse(text: str, why: str) -> DateError:
    return DateError(f"{text!r} is not a date Briefer can read: {why}.", hint=ALLOWED)


def _read_interval(text: str) -> Span:
    left, right, *more = text.split("/")
    if more:
        raise _refuse(text, "it has more than one '/'")
    start = None if left in ("", "..") else _read_point(left, text)
    end = None if right in ("", "..") else _read_point(right, text)
    if start is None and end is None:
        raise _refuse(text, "neither end is given")
    return _ordered(Span(start, end, open_=".." in (left, right)), text)


def _read_set(text: str) -> OneOf:
    members = tuple(_read_member(member.strip(), text) for member in text[1:-1].split(","))
    if len(members) == 1 and isinstance(members[0], Point):
        raise _refuse(text, "a set has more than one member")
    return OneOf(members)


def _read_member(member: str, text: str) -> Point | Span:
    if ".." not in member:
        return _read_point(member, text)
    left, _, right = member.partition("..")
    start = _read_point(left, text) if left else None
    end = _read_point(right, text) if right else None
    if start is None and end is None:
        raise _refuse(text, "neither end is given")
    return _ordered(Span(start, end, open_=start is None or end is None), text)


def _ordered(span: Span, text: str) -> Span:
    if span.start and span.end and span.start.earliest > span.end.latest:
        raise _refuse(text, "it ends before it starts")
    return span


def _read_point(part: str, text: str) -> Point:
    match = _POINT.fullmatch(part)
    if match is None:
        raise _refuse(text, f"{part!r} has no known form" if part != text else "unknown form")
    precision, first, last, unit = _bounds(match["year"], match["month"], match["day"], text)
    qualifier = match["qualifier"]
    return Point(
        precision,
        first,
        last,
        unit,
        approximate=qualifier in ("~", "%"),
        uncertain=qualifier in ("?", "%"),
    )


def _bounds(
    year: str, month: str | None, day: str | None, text: str
) -> tuple[Precision, datetime.date, datetime.date, int]:
    if int(year.replace("X", "0")) == 0:
        raise _refuse(text, "years start at 0001")
    if "X" in year:
        if month:
            raise _refuse(text, "a masked year takes no month")
        return _masked_year(year)
    number = int(year)
    if month is None or month == "XX":
        if day not in (None, "XX"):
            raise _refuse(text, "a day needs its month")
        return "year", datetime.date(number, 1, 1), datetime.date(number, 12, 31), 0
    if int(month) in _SEASON_MONTHS and day is None:
        first, last = _SEASON_MONTHS[int(month)]
        return "season", _month_start(number, first), _month_end(number, last), int(month)
    if not 1 <= int(month) <= 12:
        raise _refuse(text, f"there is no month {month}")
    if day is None or day == "XX":
        start, end = _month_start(number, int(month)), _month_end(number, int(month))
        return "month", start, end, int(month)
    if not 1 <= int(day) <= _month_end(number, int(month)).day:
        raise _refuse(text, f"there is no day {day} in that month")
    date = datetime.date(number, int(month), int(day))
    return "day", date, date, int(month)


def _masked_year(year: str) -> tuple[Precision, datetime.date, datetime.date, int]:
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    precision: Precision = "century" if year.endswith("XX") else "decade"
    return precision, datetime.date(first, 1, 1), datetime.date(last, 12, 31), 0


def _month_start(year: int, month: int) -> datetime.date:
    return datetime.date(year, month, 1)


def _month_end(year: int, month: int) -> datetime.date:
    return datetime.date(year, month, calendar.monthrange(year, month)[1])
