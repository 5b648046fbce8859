"""What a chart slide is made of, and what charts of any data share.

In: charts. Out: their panels, alternative text, notes. Must not know: where the data are from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from briefer.compose.build import panel
from briefer.compose.choices import layouts
from briefer.compose.claims import plain
from briefer.compose.context import CardContext
from briefer.compose.sentences import capital
from briefer.compose.wording import heading, staff_points
from briefer.content import Chart, CiteMark, Inline, Panel, Para, Text

Shape = Literal["columns", "stacked", "bars", "line"]

TYPES: dict[Shape, str] = {
    "columns": "Column chart",
    "stacked": "Stacked column chart",
    "bars": "Bar chart",
    "line": "Line chart",
}


_MOST_SERIES, _MOST_UPRIGHT, _MOST_LYING = 6, 60, 3
"""Series, columns over time, and rows of bars or columns with long names, that one page holds."""

SHAPE = layouts(
    ("columns", "Columns"), ("stacked", "Stacked"), ("bars", "Bars"), ("line", "Line"), name="shape"
)
"""The choice of the shape. Files of earlier versions have it as a text field."""


@dataclass(frozen=True, slots=True)
class Charted:
    """A chart with what is said of it: a proposed title, points, the mark of all its data.

    `note` is the quieter line under the heading; `own` says that the data are staff's and uncited.
    """

    chart: Chart
    title: str
    note: str
    points: tuple[Para, ...]
    mark: CiteMark
    own: bool = False


def panels_of(context: CardContext, charted: Charted) -> tuple[Panel, ...]:
    """Return heading and takeaway; the user's points replace the proposed ones.

    The data stay cited: where the user's points stand alone, a last one names the data's sources.
    The heading stands on every page on which the chart goes on, and then carries the mark of the
    data, because the points stand beside the first page.
    """
    note: tuple[Inline, ...] = (Text(charted.note),) if charted.note else ()
    if charted.mark.cites and _may_go_on(charted.chart):
        note = (*(note or (Text("Data"),)), charted.mark)
    if charted.own:
        words = f"{charted.note}; staff’s figures" if charted.note else "Staff’s figures"
        note = (Text(words), CiteMark(()))
    points = charted.points
    own = staff_points(context, "points")
    if own:
        sources = (Para((Text("The data of the chart."), charted.mark), "point"),)
        points = (*own, *(sources if charted.mark.cites else ()))
    return (
        *panel("heading", (plain(charted.chart.heading, "value"), Para(note, "note")), pinned=True),
        *panel("takeaway", (heading("What it shows"), *points) if points else ()),
    )


def _may_go_on(chart: Chart) -> bool:
    """Return whether a chart may need further pages: it has more than a page is sure to hold."""
    if len(chart.series) > _MOST_SERIES:
        return True
    upright = chart.over_time and chart.shape != "bars"
    return len(chart.categories) > (_MOST_UPRIGHT if upright else _MOST_LYING)


def own_words(context: CardContext, field: str, proposed: str) -> str:
    """Return the user's words of a field on one line, else the proposed ones."""
    return " ".join(context.words(field).split()) or proposed


def shape_of(context: CardContext, proposed: Shape, *, over_time: bool = True) -> Shape:
    """Return the shape that the card chooses, else the proposed one.

    A line says that what it joins follows on one another: only what is over time is one.
    """
    chosen = context.choice(SHAPE)
    if chosen == "line" and not over_time:
        return proposed
    return next((shape for shape in TYPES if shape == chosen), proposed)


def summary_of(shape: Shape, measure: str, peak: str = "", finding: str = "") -> str:
    """Return what a chart shows: its type, the measure, where the peak is, what else is found."""
    bare = measure[:1].lower() + measure[1:] if measure[1:2].islower() else measure
    parts = (f"{TYPES[shape]} of {bare}.", f"Peak: {peak}." if peak else "", finding)
    return " ".join(part for part in parts if part)


def point(words: str, mark: CiteMark | None = None) -> Para:
    """Return a point of the takeaway; without a mark it stands as it is, judgement or remark."""
    return Para((Text(capital(words)), mark) if mark else (Text(capital(words)),), "point")


def highest(values: Sequence[float | None]) -> int | None:
    """Return the index of the largest value, None where two share it or there is none."""
    known = [value for value in values if value is not None]
    if not known or known.count(max(known)) > 1:
        return None
    return values.index(max(known))
