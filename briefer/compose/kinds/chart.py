"""A native chart: events counted over time, statistics, or figures that the user types."""

from __future__ import annotations

from briefer.compose.build import Draft, build
from briefer.compose.chart_events import chart_events
from briefer.compose.chart_statistics import chart_statistics
from briefer.compose.chart_typed import chart_typed
from briefer.compose.charted import SHAPE, Charted, panels_of
from briefer.compose.claims import placeholder
from briefer.compose.context import CardContext
from briefer.compose.facts import fact_point
from briefer.compose.kind import KICKER, NOTES, SlideKind, Takes, TextField
from briefer.compose.kinds.fallback import compose_text
from briefer.compose.sentences import counted
from briefer.compose.titles import events_title
from briefer.content import Para, Slide
from briefer.records.event import Event
from briefer.records.statistic import Statistic

_SPOKEN = 2


def compose(context: CardContext) -> Slide:
    """Return the chart of the typed figures, else of the picked events, else of the statistics.

    Statistics beside events are points of the takeaway. What cannot be drawn is listed as text.
    """
    charted = _charted(context)
    if charted is None:
        return compose_text(
            context, label=KIND.label, title=_plain_title(context), lead=_lead(context)
        )
    missing = tuple(placeholder(ref) for ref in context.missing)
    return build(
        context,
        Draft(
            label=KIND.label,
            pattern="chart",
            title=charted.title,
            blocks=(charted.chart, *panels_of(context, _with(charted, missing))),
            say=" ".join(_spoken(charted.points)[:_SPOKEN]),
            variant=charted.chart.shape,
        ),
    )


def _charted(context: CardContext) -> Charted | None:
    events, statistics = context.of(Event), context.of(Statistic)
    if context.words("data"):
        return chart_typed(context)
    if not events:
        return chart_statistics(context, statistics)
    charted = chart_events(context, events)
    beside = tuple(fact_point(context, item) for item in statistics)
    return _with(charted, beside) if charted else None


def _with(charted: Charted, points: tuple[Para, ...]) -> Charted:
    """Return a chart with more points."""
    return Charted(
        charted.chart,
        charted.title,
        charted.note,
        (*charted.points, *points),
        charted.mark,
        charted.own,
    )


def _spoken(points: tuple[Para, ...]) -> list[str]:
    """Return the points that can be said; remarks to the user in brackets are none."""
    return [para.text for para in points if not para.text.startswith("[")]


def _plain_title(context: CardContext) -> str:
    """Return a title for what is listed as text, "" for the kind's own."""
    events, statistics = context.of(Event), context.of(Statistic)
    if events:
        return events_title(events)
    return counted(len(statistics), "figure") if statistics else ""


def _lead(context: CardContext) -> str:
    """Return visible words on why there is no chart."""
    if context.words("data"):
        return "[no chart: write the data as “Label: value”, one a line]"
    if context.of(Event):
        return "[no chart: no event is dated exactly enough]"
    if context.of(Statistic):
        return "[no chart: the statistics have different units]"
    return "[no chart: pick events or statistics, or type data]"


KIND = SlideKind(
    name="chart",
    label="Chart",
    takes=(Takes("event", 0), Takes("statistic", 0)),
    fields=(
        KICKER,
        TextField("data", "Data of your own, one a line: Label: value"),
        TextField("series", "Names of the series, where a line has several values"),
        TextField("units", "What the values count"),
        TextField("heading", "Heading of the chart"),
        TextField("by", "Count events by month, quarter, year or decade"),
        TextField("points", "What it shows, one point a line"),
        NOTES,
    ),
    compose=compose,
    choices=(SHAPE,),
)
