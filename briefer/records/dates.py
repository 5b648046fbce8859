"""Partial dates: EDTF text in; bounds, precision and a display form that never sharpens out.

A record carries one `PartialDate` for each of its dates. Files hold only its EDTF text and, where
the record needs words of its own ("since the late 1970s" for `1977~/..`), the display.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from briefer.records.date_grammar import Parsed, Point, Precision, Span, read_edtf
from briefer.records.date_words import capitalised, check_display, long_words, short_words

_OPEN_SPAN_DAYS = 10_000_000


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as precise as its source gives it. A bound is None where it is open or not known."""

    edtf: str
    earliest: datetime.date | None
    latest: datetime.date | None
    precision: Precision
    approximate: bool
    uncertain: bool
    display: str

    @classmethod
    def parse(cls, text: str, display: str | None = None) -> PartialDate:
        """Return the date of an EDTF text; raise DateError naming the text and what is allowed.

        `display` replaces the usual words; it may not name a month or day that the text lacks.
        """
        parsed = read_edtf(text)
        if display is not None:
            check_display(display, parsed)
        points = list(_points(parsed))
        return cls(
            edtf=text,
            earliest=_earliest(parsed),
            latest=_latest(parsed),
            precision=_precision(parsed),
            approximate=any(point.approximate for point in points),
            uncertain=any(point.uncertain for point in points),
            display=long_words(parsed) if display is None else display,
        )

    @property
    def overridden(self) -> bool:
        """Whether the record brought its own display."""
        return self.display != long_words(read_edtf(self.edtf))

    @property
    def long(self) -> str:
        """The words for use in a sentence: "September 2023"."""
        return self.display

    @property
    def short(self) -> str:
        """The words for lists and timelines: "Sep 2023"; the record's own words where it has some.

        Own words are given a capital and lose a leading "the".
        """
        parsed = read_edtf(self.edtf)
        if self.display != long_words(parsed):
            return capitalised(self.display)
        return short_words(parsed)

    @property
    def year(self) -> int | None:
        """The year, or None where no single year is given."""
        if self.earliest is None or self.latest is None:
            return None
        return self.earliest.year if self.earliest.year == self.latest.year else None

    @property
    def month(self) -> int | None:
        """The month, 1 to 12, or None where no single month is given."""
        one = self.precision in ("day", "month")
        return self.earliest.month if one and self.earliest else None

    @property
    def day(self) -> int | None:
        """The day of the month, or None where no single day is given."""
        return self.earliest.day if self.precision == "day" and self.earliest else None

    @property
    def sort_key(self) -> tuple[datetime.date, int]:
        """The order of dates: by earliest, then coarser first.

        A date without a beginning stands at its end; an open one counts as the coarsest.
        """
        anchor = self.earliest or self.latest or datetime.date.min
        if self.earliest is None or self.latest is None:
            return anchor, -_OPEN_SPAN_DAYS
        return anchor, -(self.latest - self.earliest).days


def _points(parsed: Parsed) -> tuple[Point, ...]:
    if isinstance(parsed, Point):
        return (parsed,)
    if isinstance(parsed, Span):
        return tuple(end for end in (parsed.start, parsed.end) if end)
    return tuple(point for member in parsed.members for point in _points(member))


def _precision(parsed: Parsed) -> Precision:
    if isinstance(parsed, Point):
        return parsed.precision
    return "interval" if isinstance(parsed, Span) else "set"


def _earliest(parsed: Parsed) -> datetime.date | None:
    if isinstance(parsed, Point):
        return parsed.earliest
    if isinstance(parsed, Span):
        return parsed.start.earliest if parsed.start else None
    bounds = [_earliest(member) for member in parsed.members]
    known = [bound for bound in bounds if bound]
    return min(known) if len(known) == len(bounds) else None


def _latest(parsed: Parsed) -> datetime.date | None:
    if isinstance(parsed, Point):
        return parsed.latest
    if isinstance(parsed, Span):
        return parsed.end.latest if parsed.end else None
    bounds = [_latest(member) for member in parsed.members]
    known = [bound for bound in bounds if bound]
    return max(known) if len(known) == len(bounds) else None
