"""Words for a parsed date: long for sentences, short for lists. Never sharper than the date.

Month names are our own because the calendar module's follow the laptop's locale.
"""

from __future__ import annotations

import re

from briefer.errors import DateError
from briefer.records.date_grammar import OneOf, Parsed, Point, Span

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_MONTH_DAY = re.compile(rf"\b({'|'.join(MONTHS)}) [0-9]{{1,2}}\b")
_MONTH = re.compile(rf"\b({'|'.join(MONTHS)})\b")


def long_words(parsed: Parsed) -> str:
    """Return the words for use inside a sentence: "September 2023", "around 1977"."""
    if isinstance(parsed, Point):
        return _point(parsed, short=False)
    if isinstance(parsed, Span):
        return _span(parsed, short=False)
    return _one_of(parsed, short=False)


def short_words(parsed: Parsed) -> str:
    """Return the words for a list or a timeline, capitalised: "Sep 2023", "Since 2020"."""
    if isinstance(parsed, Point):
        words = _point(parsed, short=True)
    elif isinstance(parsed, Span):
        words = _span(parsed, short=True)
    else:
        words = _one_of(parsed, short=True)
    return words if words.startswith("c. ") else capitalised(words)


def capitalised(words: str) -> str:
    """Return the words with a capital first letter and without a leading "the"."""
    bare = words.removeprefix("the ")
    return bare[:1].upper() + bare[1:]


def check_display(display: str, parsed: Parsed) -> None:
    """Raise DateError where a record's own display names a month or day that the date lacks."""
    if not display.strip():
        raise DateError("A date's display is empty.", hint="Leave it out to have the usual words.")
    if not isinstance(parsed, Point) or parsed.precision == "day":
        return
    sharper = _MONTH_DAY if parsed.precision in ("month", "season") else _MONTH
    found = sharper.search(display)
    if found:
        raise DateError(
            f"The display {display!r} is sharper than its date: it names {found[0]!r}.",
            hint="Display a date only as precisely as its source gives it.",
        )


def _bare(point: Point, *, short: bool) -> str:
    year = point.earliest.year
    match point.precision:
        case "day":
            return f"{_month(point, short=short)} {point.earliest.day}, {year}"
        case "month":
            return f"{_month(point, short=short)} {year}"
        case "season":
            return f"{_SEASONS[point.unit]} {year}"
        case "decade":
            return f"{year}s"
        case "century":
            return f"{_ordinal(year // 100 + 1)} century"
        case _:
            return str(year)


def _month(point: Point, *, short: bool) -> str:
    name = MONTHS[point.unit - 1]
    return name[:3] if short else name


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def _point(point: Point, *, short: bool) -> str:
    words = _bare(point, short=short)
    if short:
        mark = "?" if point.uncertain else ""
        return f"c. {words}{mark}" if point.approximate else f"{words}{mark}"
    if point.approximate:
        article = "the " if point.precision in ("decade", "century") else ""
        words = f"around {article}{words}"
    return f"possibly {words}" if point.uncertain else words


def _span(span: Span, *, short: bool) -> str:
    if span.start is None:
        return f"until {_point(span.end, short=short)}" if span.end else ""
    if span.end is None:
        return f"{'since' if span.open_ else 'from'} {_point(span.start, short=short)}"
    return _joined(span.start, span.end, short=short)


def _joined(start: Point, end: Point, *, short: bool) -> str:
    first, last = _point(start, short=short), _point(end, short=short)
    dash = " – " if short else " to "
    plain = not (start.approximate or start.uncertain or end.approximate or end.uncertain)
    same_year = start.earliest.year == end.earliest.year
    if plain and same_year and start.precision == end.precision and start.precision != "year":
        if start.precision == "day" and start.unit == end.unit:
            year = start.earliest.year
            month = _month(start, short=short)
            return f"{month} {start.earliest.day}{dash}{end.earliest.day}, {year}"
        if start.precision in ("day", "month"):
            first = re.sub(r",? [0-9]{4}$", "", first)
    return f"{first}{dash}{last}"


def _one_of(one_of: OneOf, *, short: bool) -> str:
    words = [_member(member, short=short) for member in one_of.members]
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _member(member: Point | Span, *, short: bool) -> str:
    if isinstance(member, Point):
        return _point(member, short=short)
    if member.start and member.end:
        start, end = _point(member.start, short=short), _point(member.end, short=short)
        return f"between {start} and {end}"
    point = member.start or member.end
    words = _point(point, short=short) if point else ""
    return f"{words} or {'later' if member.start else 'earlier'}"
