"""The tables of the search: what each key cost whom, and what libraries cost.

In: times, sizes. Out: tables. Must not know: how it was measured.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks import results
from benchmarks.building import Built
from benchmarks.measuring import Times
from benchmarks.results import Table

REFERENCE = 1
"""The row that the ratios are of: Briefer with all it finds and counts."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a contender needed: times in milliseconds, memory in MB."""

    label: str
    times: Times
    memory: float


def speed_table(size: int, rows: Sequence[Row]) -> Table:
    """Return what each key cost whom; the ratio is Briefer's p95, all in, to that of the row."""
    reference = rows[REFERENCE].times.p95
    return results.table(
        f"{size:,} records",
        (
            {
                "": row.label,
                "p50 ms": row.times.p50,
                "p95 ms": row.times.p95,
                "longest ms": row.times.longest,
                "Briefer / this": _ratio(reference / row.times.p95),
                "MB": row.memory,
            }
            for row in rows
        ),
    )


def library_table(libraries: Iterable[tuple[int, Built, float]]) -> Table:
    """Return what building took, how large the files are, and how soon a store is listed."""
    return results.table(
        "The libraries",
        (
            {
                "records": size,
                "built in s": built.seconds,
                "MB for it": built.peak_memory,
                "file MB": built.file,
                "texts MB": built.texts,
                "index MB": built.index,
                "index / texts": built.index / built.texts,
                "opened and listed in ms": listed,
            }
            for size, built, listed in libraries
        ),
    )


def _ratio(value: float) -> str:
    return f"{value:.2f}" if value > 0.1 else f"1/{1 / value:.0f}"
