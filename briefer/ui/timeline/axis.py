"""The axis: from days to pixels and back, its ticks, and the overview whose gaps are cut out.

In: days counted from the year 1, a scale. Out: positions in px and the words of ticks. Must not
know: Qt.
"""

from __future__ import annotations

import datetime
import math
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefer.records.date_words import MONTHS
from briefer.ui.timeline.marks import Mark

_LEAST_TICK = 46
"""Px that the words of a tick need."""
_LAST_DAY = datetime.date.max.toordinal()
_CARD_DAYS = 57
"""About how many days a card is wide at the scale of the beginning."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from `start` to before `stop`, each `scale` px wide."""

    start: int
    stop: int
    scale: float

    def x(self, day: float) -> float:
        """Return where a day begins, in px."""
        return (day - self.start) * self.scale

    def day(self, x: float) -> float:
        """Return the day at a place."""
        return self.start + x / self.scale

    @property
    def width(self) -> float:
        """How wide all days are, in px."""
        return (self.stop - self.start) * self.scale

    def at_scale(self, scale: float) -> Axis:
        """Return the same days at another scale."""
        return replace(self, scale=scale)


@dataclass(frozen=True, slots=True)
class Tick:
    """A line on the axis: its day, its words; `strong` where a larger unit begins.

    `odd` is every other one, whatever part of the axis is seen.
    """

    day: int
    words: str
    strong: bool = False
    odd: bool = False

    @property
    def year(self) -> str:
        """The year, or the month and the year of a day; "" where the words name it."""
        date = datetime.date.fromordinal(self.day)
        if str(date.year) in self.words:
            return ""
        month = f"{MONTHS[date.month - 1][:3]} " if self.words.isdigit() else ""
        return f"{month}{date.year}"


def axis_of(marks: Iterable[Mark], scale: float) -> Axis:
    """Return the axis of whole years on which all marks have room."""
    ends = [end for mark in marks for end in (mark.start, mark.stop and mark.stop - 1) if end]
    today = datetime.date.today().toordinal()
    first, last = (min(ends), max(ends)) if ends else (today, today)
    year = datetime.date.fromordinal(min(last, _LAST_DAY)).year
    begin = datetime.date(datetime.date.fromordinal(first).year, 1, 1).toordinal()
    end = datetime.date(year + 1, 1, 1).toordinal() if year < datetime.MAXYEAR else _LAST_DAY
    return Axis(begin, end, scale)


def ticks(axis: Axis, left: float, right: float, *, least: float = _LEAST_TICK) -> list[Tick]:
    """Return the ticks between two places, in the smallest unit whose words have room."""
    first = max(1, math.floor(axis.day(left)))
    last = min(_LAST_DAY, math.ceil(axis.day(right)))
    day = axis.scale
    if day >= least:
        return [_day_tick(number) for number in range(first, last + 1)]
    for months in (1, 3):
        if day * 28 * months >= least:
            return _month_ticks(first, last, months)
    for years in (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000):
        if day * 365 * years >= least:
            return _year_ticks(first, last, years)
    return []


def _day_tick(number: int) -> Tick:
    date = datetime.date.fromordinal(number)
    if date.day == 1:
        words = f"{MONTHS[date.month - 1][:3]} 1"
        return Tick(number, words, strong=True, odd=bool(number % 2))
    return Tick(number, str(date.day), odd=bool(number % 2))


def _month_ticks(first: int, last: int, step: int) -> list[Tick]:
    date = datetime.date.fromordinal(first)
    number = date.year * 12 + (date.month - 1) // step * step
    found: list[Tick] = []
    while number // 12 <= datetime.MAXYEAR:
        year, month = divmod(number, 12)
        day = datetime.date(year, month + 1, 1).toordinal()
        if day > last:
            break
        words = MONTHS[month][:3] if step == 1 else f"Q{month // 3 + 1}"
        words = str(year) if month == 0 else words
        found.append(Tick(day, words, strong=month == 0, odd=bool(number // step % 2)))
        number += step
    return found


def _year_ticks(first: int, last: int, step: int) -> list[Tick]:
    begin = datetime.date.fromordinal(first).year // step * step
    end = datetime.date.fromordinal(last).year
    years = range(max(1, begin), end + 1, step)
    return [
        Tick(
            datetime.date(year, 1, 1).toordinal(),
            str(year),
            strong=year % (step * 5) == 0,
            odd=bool(year // step % 2),
        )
        for year in years
    ]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days that the overview shows in one piece, from `left` to `right` px."""

    start: int
    stop: int
    left: float
    right: float


def years_of(marks: Iterable[Mark]) -> dict[int, int]:
    """Return how many dates begin and end in each year."""
    counts: dict[int, int] = {}
    for mark in marks:
        for end in (mark.start, mark.stop and mark.stop - 1):
            if end:
                year = datetime.date.fromordinal(min(end, _LAST_DAY)).year
                counts[year] = counts.get(year, 0) + 1
    return counts


def stretches(counts: Mapping[int, int], width: float, *, gap: float) -> tuple[Stretch, ...]:
    """Return the years with dates, busy ones wider, with gaps where three years or more lack any.

    The stretches fill the width from 0; between two of them lie `gap` px for a sign of the break.
    """
    if not counts:
        return ()
    runs: list[list[int]] = []
    for year in sorted(counts):
        if runs and year - runs[-1][-1] <= 3:
            runs[-1].extend(range(runs[-1][-1] + 1, year + 1))
        else:
            runs.append([year])
    weights = [sum(1 + math.log2(1 + counts.get(year, 0)) for year in run) for run in runs]
    room = max(1.0, width - gap * (len(runs) - 1))
    found: list[Stretch] = []
    left = 0.0
    for run, weight in zip(runs, weights, strict=True):
        found += _years(run, counts, left, room * weight / sum(weights))
        left = found[-1].right + gap
    return tuple(found)


def _years(
    run: Sequence[int], counts: Mapping[int, int], left: float, room: float
) -> list[Stretch]:
    """Return the years of a run side by side, each as wide as it is busy."""
    weights = [1 + math.log2(1 + counts.get(year, 0)) for year in run]
    found = []
    for year, weight in zip(run, weights, strict=True):
        right = left + room * weight / sum(weights)
        start = datetime.date(year, 1, 1).toordinal()
        stop = datetime.date(year, 12, 31).toordinal() + 1
        found.append(Stretch(start, stop, left, right))
        left = right
    return found


def overview_x(stretches: Sequence[Stretch], day: float) -> float:
    """Return where a day lies on the overview; a day in a gap lies at its edge."""
    after = bisect_right(stretches, day, key=lambda one: one.stop)
    if after == len(stretches):
        return stretches[-1].right if stretches else 0.0
    one = stretches[after]
    if day < one.start:
        return stretches[after - 1].right if after else one.left
    return one.left + (day - one.start) / (one.stop - one.start) * (one.right - one.left)


def overview_day(stretches: Sequence[Stretch], x: float) -> float:
    """Return the day at a place of the overview."""
    day = float(stretches[0].start) if stretches else 1.0
    for one in stretches:
        if x < one.left:
            return day
        share = min(1.0, (x - one.left) / max(0.001, one.right - one.left))
        day = one.start + share * (one.stop - one.start)
        if share < 1.0:
            return day
    return day


class Crowd:
    """The days at which dates begin, to be asked where most of them are.

    Bands, which are seen from far, count only where nothing else is there.
    """

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        known = list(marks)
        near = [mark for mark in known if mark.shape != "band"] or known
        self._starts = sorted(mark.start for mark in near if mark.start is not None)

    def busiest(self, days: float) -> float:
        """Return the day from which so many days show the most dates, in their middle."""
        starts = self._starts
        best, most, last = (0, 0), 0, 0
        for first, start in enumerate(starts):
            while last < len(starts) and starts[last] < start + days:
                last += 1
            if last - first > most:
                best, most = (start, starts[last - 1]), last - first
        spare = days - (best[1] - best[0]) - _CARD_DAYS
        return best[0] - max(0.0, spare / 2)
