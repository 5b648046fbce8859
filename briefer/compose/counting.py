"""Count events by month, quarter, year or decade: only what the source dates so exactly.

In: event records. Out: events by their place in time, and those that cannot be placed. Must not
know: slides, tracks, layout.

A date is never made sharper: an event dated to its year stands in no month.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from briefer.records.date_words import MONTHS
from briefer.records.event import Event

Unit = Literal["month", "quarter", "year", "decade"]

UNITS: tuple[Unit, ...] = ("month", "quarter", "year", "decade")
_LONGEST: dict[Unit, int] = {"month": 14, "quarter": 16, "year": 19}
"""How many of a unit are shown at most; a longer span is counted by the next coarser one."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Events by unit of time; `first` and `last` number the units, `left` could not be placed."""

    unit: Unit
    first: int
    last: int
    placed: tuple[tuple[int, Event], ...]
    left: tuple[Event, ...]

    @property
    def units(self) -> range:
        """Every unit from the first to the last, those without events too."""
        return range(self.first, self.last + 1)

    def during(self, first: int, last: int) -> tuple[Event, ...]:
        """Return the events from one unit to another, both included."""
        return tuple(event for unit, event in self.placed if first <= unit <= last)

    def label(self, unit: int) -> str:
        """Return a unit as an axis shows it: "Mar" within one year, else "Mar 2023"."""
        year, month = divmod(unit, 12)
        if self.unit == "month":
            within = self.first // 12 == self.last // 12
            return MONTHS[month][:3] if within else f"{MONTHS[month][:3]} {year}"
        return self.name(unit)

    def name(self, unit: int) -> str:
        """Return a unit as a sentence names it: "March 2023", "Q1 2023", "2023", "the 2020s"."""
        if self.unit == "month":
            return f"{MONTHS[unit % 12]} {unit // 12}"
        if self.unit == "quarter":
            return f"Q{unit % 4 + 1} {unit // 4}"
        return str(unit) if self.unit == "year" else f"{unit}0s"

    def within(self, unit: int, other: int) -> str:
        """Return a unit named beside another: without its year, where both share it."""
        parts = {"month": 12, "quarter": 4}.get(self.unit)
        if parts and unit // parts == other // parts:
            return self.name(unit).rsplit(" ", 1)[0]
        return f"the {self.name(unit)}" if self.unit == "decade" else self.name(unit)

    def span(self, first: int, last: int) -> tuple[str, str]:
        """Return two units named for one sentence: the year once, where they share it."""
        return self.within(first, last).removeprefix("the "), self.name(last)


def count_events(events: Sequence[Event], unit: Unit | None = None) -> Counted | None:
    """Return events counted by a unit of time, None where no event can be placed.

    Without a unit the finest is taken that spans no more than a chart can show and places more
    than half of the events; failing that, the one that places most.
    """
    if unit:
        return _counted(events, unit)
    fitting = [
        counted
        for candidate in UNITS
        if (counted := _counted(events, candidate))
        and len(counted.units) <= _LONGEST.get(candidate, len(counted.units))
    ]
    for counted in fitting:
        if 2 * len(counted.placed) > len(events):
            return counted
    return max(fitting, key=lambda counted: len(counted.placed), default=None)


def _counted(events: Sequence[Event], unit: Unit) -> Counted | None:
    placed = []
    left = []
    for event in events:
        place = _place(event, unit)
        if place is None:
            left.append(event)
        else:
            placed.append((place, event))
    if not placed:
        return None
    ordered = tuple(sorted(placed, key=lambda item: item[0]))
    return Counted(unit, ordered[0][0], ordered[-1][0], ordered, tuple(left))


def _place(event: Event, unit: Unit) -> int | None:
    """Return the number of the unit that an event's date lies in, None where it is not certain."""
    date = event.date
    if date is None or date.approximate or date.uncertain:
        return None
    if date.earliest is None or date.latest is None:
        return None
    first, last = _number(date.earliest, unit), _number(date.latest, unit)
    return first if first == last else None


def _number(day: datetime.date, unit: Unit) -> int:
    if unit == "month":
        return day.year * 12 + day.month - 1
    if unit == "quarter":
        return day.year * 4 + (day.month - 1) // 3
    return day.year if unit == "year" else day.year // 10
