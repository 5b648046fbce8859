"""The tables: what was measured, as Markdown.

In: times, sizes. Out: text. Must not know: how it was measured.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.building import Built
from benchmarks.measuring import Times

_REFERENCE = 1
"""The row that the ratios are of: Briefer with all it finds and counts."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a contender needed: times in milliseconds, memory in MB."""

    label: str
    times: Times
    memory: float


def speed_table(size: int, rows: Sequence[Row]) -> str:
    """Return what each key cost whom; the ratio is Briefer's p95, all in, to that of the row."""
    reference = rows[_REFERENCE].times.p95
    return _table(
        (f"{size:,} records", "p50 ms", "p95 ms", "longest ms", "Briefer / this", "memory MB"),
        (
            (
                row.label,
                _number(row.times.p50),
                _number(row.times.p95),
                _number(row.times.longest),
                _ratio(reference / row.times.p95),
                _number(row.memory),
            )
            for row in rows
        ),
    )


def library_table(libraries: Iterable[tuple[int, Built, float]]) -> str:
    """Return what building took, how large the files are, and how soon a store is listed."""
    return _table(
        (
            "records",
            "built in s",
            "memory for it MB",
            "file MB",
            "texts MB",
            "index MB",
            "index / texts",
            "opened and listed in ms",
        ),
        (
            (
                f"{size:,}",
                _number(built.seconds),
                _number(built.peak_memory),
                _number(built.file),
                _number(built.texts),
                _number(built.index),
                _ratio(built.index / built.texts),
                _number(listed),
            )
            for size, built, listed in libraries
        ),
    )


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] + ["--:"] * (len(heads) - 1), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _number(value: float) -> str:
    if math.isnan(value):
        return "–"
    return f"{value:.1f}" if value < 100 else f"{value:,.0f}"


def _ratio(value: float) -> str:
    return f"{value:.2f}" if value > 0.1 else f"1/{1 / value:.0f}"
