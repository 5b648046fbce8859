"""A chart of statistics: a series over time, or numbers of one unit side by side.

In: picked statistics. Out: a chart and points; no number is made up between two. Must not know:
layout, events.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefer.compose.charted import (
    Charted,
    Shape,
    highest,
    own_words,
    point,
    shape_of,
    summary_of,
)
from briefer.compose.claims import mark_of, merged
from briefer.compose.context import CardContext
from briefer.compose.facts import fact_point
from briefer.compose.quantities import number_words, phrase_of, symbols_of, unit_words
from briefer.compose.sentences import capital, counted, without_stop
from briefer.content import Chart, CiteMark, Para, Series
from briefer.records.dates import PartialDate
from briefer.records.statistic import Statistic

_LONG = 8
"""From so many values on, a series is a line."""

_MOST_FILLED = 60


def chart_statistics(context: CardContext, statistics: Sequence[Statistic]) -> Charted | None:
    """Return the chart of statistics, None where they have no common unit or nothing to draw.

    Where any has a series, the series are drawn over time; else the single numbers as bars. What
    is not drawn, a range or a number beside series, is told as a point.
    """
    with_series = [item for item in statistics if item.series]
    drawn = with_series or [item for item in statistics if item.value is not None]
    if not drawn or len({(item.unit or "").strip().lower() for item in drawn}) > 1:
        return None
    charted = _over_time(context, drawn) if with_series else _side_by_side(context, drawn)
    others = [item for item in statistics if item not in drawn]
    left = tuple(fact_point(context, item) for item in others)
    return replace(charted, points=(*charted.points, *left))


def _side_by_side(context: CardContext, drawn: Sequence[Statistic]) -> Charted:
    """Return numbers as bars, each under its own name."""
    unit = drawn[0].unit or ""
    values = tuple(item.value for item in drawn)
    named = tuple(_name(item) for item in drawn)
    shape = shape_of(context, "bars", over_time=False)
    top = highest(values)
    exact = all(item.qualifier == "exact" for item in drawn)
    count = counted(len(drawn), "figure")
    title = f"{count} compared"
    if len(drawn) == 1:
        title = phrase_of(drawn[0])
    elif top is not None and exact:
        title = f"{phrase_of(drawn[top])}, the largest of {count} shown"
    peak = phrase_of(drawn[top]) if top is not None and exact and len(drawn) > 1 else ""
    before, after = symbols_of(unit)
    chart = Chart(
        shape=shape,
        heading=own_words(context, "heading", f"{count} compared" if len(drawn) > 1 else named[0]),
        unit=own_words(context, "units", unit_words(unit)),
        categories=named,
        series=(Series(unit_words(unit) or "Values", values),),
        summary=summary_of(shape, count, peak),
        records=tuple(item.id for item in drawn),
        prefix=before,
        suffix=after,
    )
    points = tuple(fact_point(context, item) for item in drawn)
    return Charted(chart, title, chart.unit, points, _mark(drawn))


def _name(item: Statistic) -> str:
    """Return what a number counts, its qualifier kept."""
    words = capital(without_stop(item.counts))
    return words if item.qualifier == "exact" else f"{words} ({item.qualifier})"


def _over_time(context: CardContext, drawn: Sequence[Statistic]) -> Charted:
    """Return series over time; a time without a value stays empty."""
    dates = _dates([point.at for item in drawn for point in item.series])
    regular = len({date.precision for date in dates}) == 1
    proposed: Shape = "line" if regular and len(dates) >= _LONG else "columns"
    shape = shape_of(context, proposed)
    unit = drawn[0].unit or ""
    before, after = symbols_of(unit)
    series = []
    for item in drawn:
        values = {point.at.edtf: point.value for point in item.series}
        told = tuple(values.get(date.edtf) for date in dates)
        series.append(Series(capital(without_stop(item.counts)), told))
    span = f"{dates[0].display} to {dates[-1].display}" if len(dates) > 1 else dates[0].display
    what = series[0].name if len(series) == 1 else counted(len(series), "series", "series")
    top = highest(series[0].values) if len(series) == 1 else None
    peak = "" if top is None else _at(drawn[0], dates[top], series[0].values[top])
    chart = Chart(
        shape=shape,
        heading=own_words(context, "heading", f"{what}, {span}"),
        unit=own_words(context, "units", unit_words(unit)),
        categories=tuple(date.short for date in dates),
        series=tuple(series),
        summary=summary_of(shape, f"{what}, {span}", peak),
        records=tuple(item.id for item in drawn),
        over_time=True,
        prefix=before,
        suffix=after,
    )
    points = tuple(point for item in drawn for point in _course(item))
    return Charted(chart, f"{what}, {span}", chart.unit, points, _mark(drawn))


def _dates(given: Sequence[PartialDate]) -> tuple[PartialDate, ...]:
    """Return dates in order, each once; years or months between them are filled in."""
    known = {date.edtf: date for date in sorted(given, key=lambda date: date.sort_key)}
    dates = tuple(known.values())
    plain = not any(date.approximate or date.uncertain for date in dates)
    first, last = dates[0], dates[-1]
    filled: list[str] = []
    if plain and all(date.precision == "year" for date in dates):
        filled = [f"{year:04}" for year in range(first.year or 0, (last.year or 0) + 1)]
    elif plain and all(date.precision == "month" for date in dates):
        start, end = (12 * (day.year or 0) + (day.month or 1) - 1 for day in (first, last))
        filled = [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(start, end + 1)]
    if not set(known) <= set(filled) or len(filled) > _MOST_FILLED:
        return dates
    return tuple(known.get(text) or PartialDate.parse(text) for text in filled)


def _course(item: Statistic) -> tuple[Para, ...]:
    """Return points on a series: from where to where, and its highest value."""
    ordered = sorted(item.series, key=lambda point: point.at.sort_key)
    mark = mark_of(item, "series", "value", "counts")
    first, last = ordered[0], ordered[-1]
    what = without_stop(item.counts)
    if first is last:
        return (point(f"{what}: {_at(item, first.at, first.value)}.", mark),)
    words = f"{what}: {_at(item, first.at, first.value)}; {_at(item, last.at, last.value)}."
    points = [point(words, mark)]
    top = highest([value.value for value in ordered])
    if top is not None and 0 < top < len(ordered) - 1:
        words = f"Highest: {_at(item, ordered[top].at, ordered[top].value)}."
        points.append(point(words, mark))
    return tuple(points)


def _at(item: Statistic, date: PartialDate, value: float | None) -> str:
    """Return a value with its date: "2022, 108,000"."""
    told = replace(item, value=value, low=None, high=None, qualifier="exact")
    return f"{date.display}, {number_words(told)}"


def _mark(drawn: Sequence[Statistic]) -> CiteMark:
    return merged(mark_of(item, "value", "counts", "as_of", "series") for item in drawn)
