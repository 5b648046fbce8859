"""A chart of figures that the user types, cited by picked records or line by line.

In: the field `data`. Out: a chart and points. Must not know: layout. Figures that nothing cites are
shown as staff's own and carry an empty mark, which is a finding.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefer.compose.charted import (
    Charted,
    Shape,
    highest,
    own_words,
    point,
    shape_of,
    summary_of,
)
from briefer.compose.claims import mark_of, merged, unknown_record
from briefer.compose.context import CardContext
from briefer.compose.quantities import symbols_of, unit_words
from briefer.compose.sentences import capital, counted
from briefer.compose.typed_data import Row, Typed, typed_data
from briefer.content import Chart, CiteMark, Para, Series
from briefer.records.date_words import MONTHS

_MONTH = "|".join(f"{month}|{month[:3]}" for month in MONTHS)
_TIME = re.compile(rf"(?:(?:(?:{_MONTH})\.?|Q[1-4])(?:\s+\d{{4}})?|\d{{4}}s?)", re.IGNORECASE)
_LONG = 8
_LISTED = 3


def chart_typed(context: CardContext) -> Charted | None:
    """Return the chart of typed figures, None where no line of them can be read."""
    typed = typed_data(context.words("data"))
    if not typed.rows:
        return None
    mark = _mark(context, typed.rows)
    uncited = [row for row in typed.rows if not _cited(context, row)]
    own = not mark.cites
    chart = _chart(context, typed)
    points = _points(chart, CiteMark(()) if own else mark)
    if own:
        points = tuple(Para(para.inlines[:1], para.role) for para in points)
    elif uncited and not context.picked:
        words = ", ".join(row.label for row in uncited[:_LISTED])
        more = len(uncited) - _LISTED
        more_words = f" and {more} more" if more > 0 else ""
        points = (*points, point(f"Staff’s figures: {words}{more_words}.", CiteMark(())))
    return Charted(
        chart=chart,
        title=_title(chart),
        note="" if chart.unit == chart.heading else chart.unit,
        points=(*points, *_unread(context, typed)),
        mark=mark,
        own=own,
    )


def _chart(context: CardContext, typed: Typed) -> Chart:
    labels = tuple(row.label for row in typed.rows)
    names = _names(context, typed.width)
    units = " ".join(context.words("units").split())
    before, after = symbols_of(units)
    over_time = all(_TIME.fullmatch(label) for label in labels)
    proposed: Shape = "line" if over_time and len(labels) >= _LONG else "columns"
    shape = shape_of(context, proposed, over_time=over_time)
    series = tuple(
        Series(name, tuple(row.values[number] for row in typed.rows))
        for number, name in enumerate(names)
    )
    heading = own_words(context, "heading", _heading(names, units))
    top = highest(series[0].values) if len(series) == 1 else None
    prefix, suffix = before or typed.prefix, after or typed.suffix
    told = "" if top is None else _told(series[0].values[top], prefix, suffix)
    return Chart(
        shape=shape,
        heading=heading,
        unit=unit_words(units),
        categories=labels,
        series=series,
        summary=summary_of(shape, heading, "" if top is None else f"{labels[top]}, {told}"),
        records=tuple(record.id for record in context.picked),
        over_time=over_time,
        prefix=prefix,
        suffix=suffix,
    )


def _names(context: CardContext, width: int) -> list[str]:
    """Return the names of the series, those not given by number."""
    words = context.words("series")
    given = words.splitlines() if "\n" in words else re.split(r"[,;]", words)
    names = [name.strip() for name in given if name.strip()][:width]
    if not names and width == 1:
        return ["Values"]
    return [*names, *(f"Series {number}" for number in range(len(names) + 1, width + 1))]


def _heading(names: Sequence[str], units: str) -> str:
    if len(names) > 1:
        return capital(" and ".join((", ".join(names[:-1]), names[-1])))
    return names[0] if names[0] != "Values" else unit_words(units) or "Figures"


def _points(chart: Chart, mark: CiteMark) -> tuple[Para, ...]:
    """Return where each series is highest, as far as one value is."""
    points = []
    for series in chart.series:
        top = highest(series.values)
        if top is None or len(chart.categories) == 1:
            continue
        told = _told(series.values[top], chart.prefix, chart.suffix)
        name = f"{series.name}, highest" if len(chart.series) > 1 else "Highest"
        points.append(point(f"{name}: {chart.categories[top]}, {told}.", mark))
    if not points:
        points = [point(f"{counted(len(chart.categories), 'figure')} shown.", mark)]
    return tuple(points)


def _title(chart: Chart) -> str:
    """Return the highest figure of a single series, else what is shown."""
    top = highest(chart.series[0].values) if len(chart.series) == 1 else None
    if top is None or len(chart.categories) == 1:
        return chart.heading
    told = _told(chart.series[0].values[top], chart.prefix, chart.suffix)
    return f"{chart.heading}: {chart.categories[top]} is highest, {told}"


def _told(value: float | None, prefix: str, suffix: str) -> str:
    size = 0.0 if value is None else value
    sign = "\N{MINUS SIGN}" if size < 0 else ""
    return f"{sign}{prefix}{abs(size):,.15g}{suffix}"


def _cited(context: CardContext, row: Row) -> bool:
    return any(ref in context.records for ref in row.cites)


def _mark(context: CardContext, rows: Sequence[Row]) -> CiteMark:
    """Return the mark of all picked records and of all that lines cite."""
    cited = (context.records[ref] for row in rows for ref in row.cites if ref in context.records)
    return merged(mark_of(record) for record in (*context.picked, *cited))


def _unread(context: CardContext, typed: Typed) -> tuple[Para, ...]:
    """Return visible words for lines that are no data, and for cited records nobody knows."""
    lines = (point(f"[no number in “{line}”]") for line in typed.unread)
    refs = dict.fromkeys(ref for row in typed.rows for ref in row.cites)
    unknown = (point(unknown_record(ref)) for ref in refs if ref not in context.records)
    return (*lines, *unknown)
