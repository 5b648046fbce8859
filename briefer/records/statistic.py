"""The statistic record: a number with its qualifier, unit, scope and as-of date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from briefer.records.base import Record, Ref
from briefer.records.dates import PartialDate


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """One value of a series, for charts."""

    at: PartialDate
    value: float


@dataclass(frozen=True, kw_only=True)
class Statistic(Record):
    """A number somebody asserts. `asserted_by` is an actor's id, or absent with a label.

    `counts` says in our own words what is counted; `wording` is the source's few words for the
    number, verbatim. `as_of` is absent only where `as_of_note` says why.
    """

    type: ClassVar[str] = "statistic"

    value: float | None = None
    low: float | None = None
    high: float | None = None
    qualifier: str = "exact"
    unit: str | None = None
    counts: str
    as_of: PartialDate | None = None
    as_of_note: str | None = None
    asserted_by: Ref | None = None
    asserted_by_label: str | None = None
    wording: str | None = None
    series: tuple[SeriesPoint, ...] = ()

    @property
    def label(self) -> str:
        """What is counted."""
        return self.counts

    def links(self) -> Iterator[Ref]:
        """Yield who asserts the number, and sources."""
        if self.asserted_by:
            yield self.asserted_by
        yield from super().links()
