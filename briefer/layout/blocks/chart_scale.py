"""The scale of a chart: how its values are told, and where the plot's edges stand.

In: values. Out: value formats and bounds. Must not know: pages, boxes' frames.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from briefer.layout.boxes import ValueFormat

LARGEST = 1e100
"""Values beyond this are no quantities and are not drawn."""

_SUFFIXES = {4: "T", 3: "B", 2: "M"}
_MOST_DECIMALS = 3
_HUGE, _TINY = 1e15, 1e-3


def drawable(value: float | None) -> float | None:
    """Return a value that can be drawn, else None."""
    usable = value is not None and math.isfinite(value) and abs(value) <= LARGEST
    return value if usable else None


def value_format(
    values: Iterable[float], *, prefix: str = "", suffix: str = "", zeros: bool = True
) -> ValueFormat:
    """Return how values are told: exactly where that is short, else to two decimals.

    Millions, billions and trillions are told as such where no value loses by it.
    """
    sizes = [abs(value) for value in values if value]
    if not sizes:
        return ValueFormat(prefix, suffix, zeros=zeros)
    if max(sizes) >= _HUGE or max(sizes) < _TINY:
        return ValueFormat(prefix, suffix, -1, zeros=zeros)
    thousands = next(
        (
            n
            for n in _SUFFIXES
            if max(sizes) >= 1000**n and _decimals(sizes, 1000**n, 2) is not None
        ),
        0,
    )
    decimals = _decimals(sizes, 1000**thousands, _MOST_DECIMALS)
    if decimals is None:
        decimals = 2 if min(sizes) >= 0.01 else _MOST_DECIMALS
    return ValueFormat(
        prefix, f"{_SUFFIXES.get(thousands, '')}{suffix}", decimals, thousands, zeros=zeros
    )


def bounds(
    values: Iterable[float], *, room: float, above: float, below: float
) -> tuple[float, float]:
    """Return the values at the lower and upper edge of a plot `room` pt long.

    Zero is always between them. `above` and `below` are the pt kept free beyond the largest value
    and, where any is negative, the smallest.
    """
    known = [0.0, *values]
    top, bottom = max(known), min(known)
    if top == bottom:
        return 0.0, 1.0
    over = above if top > 0 else 0.0
    under = below if bottom < 0 else 0.0
    unit = (top - bottom) / max(room - over - under, room / 4)
    return _tidy(bottom - under * unit), _tidy(top + over * unit)


def _decimals(sizes: Iterable[float], divisor: int, most: int) -> int | None:
    """Return the fewest decimals that tell all values exactly, None if `most` do not."""
    scaled = [size / divisor for size in sizes]
    for decimals in range(most + 1):
        if all(math.isclose(round(v, decimals), v, rel_tol=1e-9) for v in scaled):
            return decimals
    return None


def _tidy(value: float) -> float:
    return float(f"{value:.6g}")
