"""How many dates lie before and after the days that are seen, and where the nearest one is.

In: marks, days counted from the year 1. Out: counts and days. Must not know: pixels, Qt.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from briefer.ui.timeline.marks import Mark


class Ends:
    """The dates of all records; one whose beginning or end is not known goes on that way."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        known = list(marks)
        self._starts = sorted(mark.start for mark in known if mark.start is not None)
        self._stops = sorted(mark.stop for mark in known if mark.stop is not None)
        self._closed = sorted(
            (mark.stop, mark.stop - 1 if mark.start is None else mark.start)
            for mark in known
            if mark.stop is not None
        )

    def earlier(self, day: float) -> int:
        """Return how many dates end before a day."""
        return bisect_right(self._stops, day)

    def later(self, day: float) -> int:
        """Return how many dates begin after a day."""
        return len(self._starts) - bisect_left(self._starts, day)

    def before(self, day: float) -> int | None:
        """Return the first day of the date that ends last before a day, None where none does."""
        at = self.earlier(day)
        return self._closed[at - 1][1] if at else None

    def after(self, day: float) -> int | None:
        """Return the first day of the date that begins first after a day, None where none does."""
        at = bisect_left(self._starts, day)
        return self._starts[at] if at < len(self._starts) else None
