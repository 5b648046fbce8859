"""A chart of events: how many fell in each month, quarter, year or decade, by track.

In: picked events. Out: a chart, and points that count no more than the dates allow. Must not know:
layout, statistics.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefer.compose.charted import Charted, own_words, point, shape_of, summary_of
from briefer.compose.claims import mark_of, merged
from briefer.compose.context import CardContext
from briefer.compose.counting import UNITS, Counted, Unit, count_events
from briefer.compose.sentences import capital, counted
from briefer.compose.tracks import event_track, track_label
from briefer.content import Chart, CiteMark, Para, Peak, Series, Track
from briefer.records.event import Event

_TRACKS: tuple[Track, ...] = ("enforcement", "bilateral", "multilateral", "background")
_NUMBERS = (
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_FEWEST = 5
"""Fewer events than this have no run worth telling."""


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of units that holds more than half of the events in at most half of the time."""

    first: int
    last: int
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """Counted events with the word for them and the track of each."""

    counted: Counted
    tracks: dict[str, Track]

    @property
    def events(self) -> tuple[Event, ...]:
        """The events that are counted."""
        return tuple(event for _, event in self.counted.placed)

    @property
    def word(self) -> str:
        """The word for one of them: background is no action."""
        return "event" if "background" in self.tracks.values() else "action"

    @property
    def shown(self) -> tuple[Track, ...]:
        """The tracks that have events, in their order."""
        return tuple(track for track in _TRACKS if track in self.tracks.values())


def chart_events(context: CardContext, events: Sequence[Event]) -> Charted | None:
    """Return the chart of events, None where no date is exact enough for any unit of time.

    Only what happened is counted; what is planned or alleged is told as not counted.
    """
    happened = [event for event in events if event.status == "happened"]
    found = count_events(happened, _unit(context))
    if found is None:
        return None
    told = _Told(found, {event.id: event_track(context, event) for _, event in found.placed})
    run = _run(found)
    chart = _chart(context, told, run)
    return Charted(
        chart=chart,
        title=_title(told, run),
        note=chart.unit,
        points=(*_points(told, run), *_uncounted(found, events)),
        mark=_mark(told.events),
    )


def _unit(context: CardContext) -> Unit | None:
    """Return the unit of time that the user named, or None."""
    words = context.words("by").lower()
    return next((unit for unit in UNITS if words and unit.startswith(words.rstrip("s"))), None)


def _chart(context: CardContext, told: _Told, run: _Run | None) -> Chart:
    found = told.counted
    shape = shape_of(context, "stacked")
    series = _series(told, apart=shape == "stacked")
    by_track = len(series) > 1
    only = told.shown[0] if len(told.shown) == 1 else "background"
    kind = "" if only == "background" else f"{track_label(only).lower()} "
    unit = f"Number of {kind}{told.word}s{', by track' if by_track else ''}"
    heading = own_words(context, "heading", f"{capital(told.word)}s {_by_unit(found)}")
    peak = None
    if run:
        label = f"{len(run.events)} of {counted(len(told.events), told.word)}"
        peak = Peak(run.first - found.first, run.last - found.first, label)
    top = _busiest(found)
    return Chart(
        shape=shape,
        heading=heading,
        unit=own_words(context, "units", unit),
        categories=tuple(found.label(number) for number in found.units),
        series=series,
        summary=summary_of(
            shape,
            f"{unit}, {_by_unit(found)}",
            f"{found.name(top[0])}, {top[1]}" if top else "",
            _run_words(told, run) if run else "",
        ),
        records=tuple(event.id for event in told.events),
        over_time=True,
        peak=peak,
    )


def _series(told: _Told, *, apart: bool) -> tuple[Series, ...]:
    """Return a series for each track, or one of all: zeros beside one another would hide counts."""
    found = told.counted
    if len(told.shown) > 1 and not apart:
        times = Counter(unit for unit, _ in found.placed)
        values = tuple(float(times[unit]) for unit in found.units)
        return (Series(f"All {told.word}s", values),)
    series = []
    for track in told.shown:
        times = Counter(unit for unit, event in found.placed if told.tracks[event.id] == track)
        values = tuple(float(times[unit]) for unit in found.units)
        series.append(Series(track_label(track), values, track))
    return tuple(series)


def _by_unit(found: Counted) -> str:
    """Return "by month, March to December 2023"."""
    if found.first == found.last:
        return f"in {_named(found, found.first)}"
    start, end = found.span(found.first, found.last)
    return f"by {found.unit}, {start} to {end}"


def _points(told: _Told, run: _Run | None) -> tuple[Para, ...]:
    """Return what the counts show: all by track, the run, the busiest unit outside it."""
    found = told.counted
    times = Counter(told.tracks.values())
    total = counted(len(told.events), told.word)
    split = ", ".join(f"{times[track]} {track_label(track).lower()}" for track in told.shown)
    if len(told.shown) == 1:
        split = f"all {track_label(told.shown[0]).lower()}" if len(told.events) > 1 else split[2:]
    points = [point(f"{total}: {split}.", _mark(told.events))]
    if run:
        points.append(point(_run_words(told, run), _mark(run.events)))
    top = _busiest(found)
    if top and not (run and run.first <= top[0] <= run.last):
        words = f"{_named(found, top[0])} was the busiest {found.unit}: "
        events = found.during(top[0], top[0])
        points.append(point(f"{words}{counted(top[1], told.word)}.", _mark(events)))
    return tuple(points)


def _uncounted(found: Counted, events: Sequence[Event]) -> tuple[Para, ...]:
    """Return a point that says what is not counted and why, () where all is."""
    reasons: dict[str, list[Event]] = {}
    for event in found.left:
        reasons.setdefault(_reason(event), []).append(event)
    for event in events:
        if event.status != "happened":
            reasons.setdefault(event.status, []).append(event)
    if not reasons:
        return ()
    told = ", ".join(f"{len(those)} {reason}" for reason, those in reasons.items())
    left = [event for those in reasons.values() for event in those]
    return (point(f"Not counted: {told}.", _mark(left)),)


def _reason(event: Event) -> str:
    """Return why an event stands in no unit of time."""
    date = event.date
    if date is None:
        return "without a date"
    if date.approximate or date.uncertain:
        return "dated only about"
    if date.precision == "year":
        return "dated only to the year"
    return "dated less exactly"


def _run(found: Counted) -> _Run | None:
    """Return the run that stands out most, None where none does."""
    counts = Counter(unit for unit, _ in found.placed)
    total, length = len(found.placed), len(found.units)
    if total < _FEWEST:
        return None
    best: tuple[float, int, int] | None = None
    for first in sorted(counts):
        for last in (unit for unit in sorted(counts) if unit >= first):
            inside = sum(counts[unit] for unit in range(first, last + 1))
            time = (last - first + 1) / length
            score = inside / total - time
            if time <= 0.5 and 2 * inside > total and (best is None or score > best[0] + 1e-9):
                best = (score, first, last)
    if best is None:
        return None
    return _Run(best[1], best[2], found.during(best[1], best[2]))


def _busiest(found: Counted) -> tuple[int, int] | None:
    """Return the unit with most events and how many, None where two share it or it has one."""
    counts = Counter(unit for unit, _ in found.placed).most_common(2)
    alone = len(counts) == 1 or counts[0][1] > counts[1][1]
    return counts[0] if alone and counts[0][1] > 1 and found.first != found.last else None


def _run_words(told: _Told, run: _Run) -> str:
    """Return how many fell in the run, and how many of them in the busiest unit."""
    found = told.counted
    inside, total = _number(len(run.events)), _number(len(told.events))
    words = f"{capital(inside)} of the {total} fell {_during(found, run)}"
    top = _busiest(found)
    if top and run.first < run.last and run.first <= top[0] <= run.last:
        words += f", {_number(top[1])} of them in {found.within(top[0], run.last)}"
    return f"{words}."


def _during(found: Counted, run: _Run) -> str:
    """Return "in September 2023", "between September and December 2023"."""
    if run.first == run.last:
        return f"in {_named(found, run.first)}"
    start, end = found.span(run.first, run.last)
    the = "the " if found.unit == "decade" else ""
    return f"between {the}{start} and {the}{end}"


def _named(found: Counted, unit: int) -> str:
    """Return a unit as it stands inside a sentence."""
    return f"the {found.name(unit)}" if found.unit == "decade" else found.name(unit)


def _title(told: _Told, run: _Run | None) -> str:
    """Return a finding that the counts prove, else what is counted."""
    found = told.counted
    total = _number(len(told.events))
    top = _busiest(found)
    if run:
        inside = capital(_number(len(run.events)))
        return f"{inside} of the {total} {told.word}s shown fell {_during(found, run)}"
    if top:
        return f"{capital(_named(found, top[0]))} had the most of the {total} {told.word}s shown"
    words = counted(len(told.events), told.word)
    return capital(f"{words} {_by_unit(found)}")


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _mark(events: Sequence[Event]) -> CiteMark:
    return merged(mark_of(event, "title", "date", "status") for event in events)
