"""How a partial date is drawn: never sharper than its source gives it.

In: a `PartialDate`. Out: a `Mark`, in days counted from the year 1. Must not know: pixels, Qt.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefer.records.dates import PartialDate

Shape = Literal["diamond", "bar", "band"]

_NOTES = {
    "season": "Season only in source",
    "year": "Year only in source",
    "decade": "Decade only in source",
    "century": "Century only in source",
}
_LONGEST_BAR = 92
"""Days: a quarter is a bar over a card, anything longer a band with its own words."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a date lies: from `start` to before `stop`, None where that end is not known.

    A day is a diamond; what is at most a quarter long is a bar; the rest is a band.
    """

    shape: Shape
    start: int | None
    stop: int | None
    note: str = ""

    @property
    def open(self) -> bool:
        """Whether an end is not known."""
        return self.start is None or self.stop is None


def mark_of(date: PartialDate) -> Mark:
    """Return the mark of a date: a diamond only where the source names the day."""
    start = date.earliest.toordinal() if date.earliest else None
    stop = date.latest.toordinal() + 1 if date.latest else None
    note = _NOTES.get(date.precision, "")
    if date.precision == "day":
        return Mark("diamond", start, stop)
    short = start is not None and stop is not None and stop - start <= _LONGEST_BAR
    return Mark("bar" if short else "band", start, stop, note)


def precision_words(date: PartialDate) -> str:
    """Return in a sentence what a source leaves open of a date, "" where it names the day."""
    words = {
        "month": "Month only; the source gives no day",
        "season": "Season only; the source gives no month",
        "year": "Year only; the source gives no month",
        "decade": "Decade only; the source gives no year",
        "century": "Century only; the source gives no year",
    }.get(date.precision, "")
    if not words and (date.earliest is None or date.latest is None):
        side = "beginning" if date.earliest is None else "end"
        words = f"The source gives no {side}"
    if date.approximate:
        words = f"{words}, and it is approximate" if words else "Approximate in the source"
    return words
