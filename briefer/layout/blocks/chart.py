"""Arrange a chart on as many pages as its categories need, with its baseline and a bracket.

In: a chart block. Out: bodies with a chart box and the shapes over it. Must not know: slide kinds,
records. Design page "slides", sections 9 and 10.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefer.content import Chart, Peak, Series
from briefer.geometry import EMU_PER_PT, Color, Frame, Outline, points
from briefer.layout.blocks.chart_labels import LINE, SPARE, Words, unlabelled
from briefer.layout.blocks.chart_scale import bounds
from briefer.layout.blocks.chart_sheet import GAP, MOST_SERIES, Sheet, sheet_of
from briefer.layout.blocks.marks import TRACKS, label_box, label_paragraph, label_style, plain_runs
from briefer.layout.body import Body
from briefer.layout.boxes import Box, ChartBox, ChartSeries, GroupBox, LineBox
from briefer.layout.setting import Setting, required

MOST_OVER_TIME = 60
COLORS = tuple(Color(f"accent{number}") for number in (1, 4, 5, 3, 2, 6))
NAVY = Color("tx2")
INK = Color("tx1")

_LABELS_AFTER = 6.0
_NAMES_AFTER = 12.0
_VALUE_ROOM = 24.0
"""Room in pt for a value over its column, or over the marker of a line."""
_STACK_ROOM, _PEAK_ROOM = 6.0, 56.0
_BAR_ROW, _BAR_AFTER = 18.5, 9.0
_WIDEST_COLUMN, _WIDEST_BAR = 72.0, 36.0
_WIDEST_GAP = 500
_BASELINE = Outline(INK, points(1.25))
_BRACKET = Outline(NAVY, points(1.5))
_PEAK_SIZE = 16.0
_PEAK_ABOVE, _PEAK_DROP, _PEAK_LABEL, _PEAK_REACH = 8.0, 9.0, 21.0, 3.0


@dataclass(frozen=True)
class _Labels:
    """The labels of a page's categories: words, lines of those shown, and whether any was cut."""

    words: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    skip: int = 1
    cut: bool = False


def arrange_chart(block: Chart, setting: Setting, layout: str = "Chart") -> list[Body]:
    """Return the bodies of a chart; all its pages have one scale.

    `layout` names a template layout whose placeholder 20 is the chart's. More than six series side
    by side, and more categories than have room, go on to further pages.
    """
    place = required(setting.template, layout, 20)
    sheet = sheet_of(block, place, Words(setting.setter))
    parts = [page for group in _groups(sheet) for page in _pages(group)]
    labelled = [_labels(part) for part in parts]
    deep = max((len(lines) for labels in labelled for lines in labels.lines), default=1)
    plots = [_plot(part, deep) for part in parts]
    scales = [_bounds(part, plot) for part, plot in zip(parts, plots, strict=True)]
    scale = min(low for low, _ in scales), max(high for _, high in scales)
    bodies = []
    for number, (part, labels, plot) in enumerate(zip(parts, labelled, plots, strict=True), 1):
        box = _box(part, labels, plot, scale=scale, alt=_alt(part, number, len(parts)))
        over: list[Box] = [_baseline(box)]
        peak = part.block.peak
        if peak and len(parts) == 1 and box.shape in ("columns", "stacked"):
            over.append(_bracket(box, peak, setting))
        bodies.append(Body(layout, (box, *over), shortened=part.shortened or labels.cut))
    return bodies


def _groups(sheet: Sheet) -> list[Sheet]:
    """Return the chart in groups of at most six series."""
    series = sheet.block.series
    size = math.ceil(len(series) / math.ceil(len(series) / MOST_SERIES))
    return [
        replace(sheet, block=replace(sheet.block, series=series[start : start + size]))
        for start in range(0, len(series), size)
    ]


def _pages(sheet: Sheet) -> Iterator[Sheet]:
    """Yield the chart by pages, as many categories on each as have room."""
    block = sheet.block
    total = len(block.categories)
    size = math.ceil(total / math.ceil(total / max(1, _most_categories(sheet))))
    for start in range(0, total, size):
        part = slice(start, start + size)
        series = tuple(replace(item, values=item.values[part]) for item in block.series)
        shown = replace(block, categories=block.categories[part], series=series)
        yield replace(sheet, block=shown)


def _most_categories(sheet: Sheet) -> int:
    """Return how many categories have room on one page."""
    block, words = sheet.block, sheet.words
    if sheet.lying:
        deep = max(len(words.lines(text, sheet.names_room)) for text in block.categories)
        row = max(len(block.series) * _BAR_ROW, deep * LINE) + _BAR_AFTER
        return int((sheet.height - sheet.top) / row)
    if block.over_time:
        return MOST_OVER_TIME
    widest = max(words.widest_word(text) for text in block.categories)
    return int(sheet.width / (min(widest, sheet.width / 4) + SPARE))


def _labels(sheet: Sheet) -> _Labels:
    """Return the labels of a page's categories."""
    texts, words = sheet.block.categories, sheet.words
    if sheet.lying:
        skip, room = 1, sheet.names_room
    else:
        slot = sheet.width / len(texts)
        skip = words.fitting_skip(texts, slot) if sheet.block.over_time else 1
        room = slot * skip - SPARE
    broken = [words.lines(text, room) for text in texts]
    # What was cut is cut in the chart's data as well, so that every viewer shows the same words.
    full = tuple(
        text if "".join(text.split()) == "".join("".join(lines).split()) else " ".join(lines)
        for text, lines in zip(texts, broken, strict=True)
    )
    shown = tuple(() if index % skip else lines for index, lines in enumerate(broken))
    return _Labels(full, shown, skip, full != texts)


def _plot(sheet: Sheet, deep: int) -> Frame:
    """Return the area of the marks, labels of `deep` lines below it or names beside it."""
    frame = sheet.place.frame
    left = sheet.names_width + _NAMES_AFTER if sheet.lying else 0.0
    below = 4.0 if sheet.lying else deep * LINE + _LABELS_AFTER
    return Frame(
        frame.x + points(left),
        frame.y + points(sheet.top),
        frame.w - points(left),
        frame.h - points(sheet.top + below),
    )


def _box(
    sheet: Sheet, labels: _Labels, plot: Frame, *, scale: tuple[float, float], alt: str
) -> ChartBox:
    """Return the chart box of one page."""
    block = sheet.block
    box = ChartBox(
        name=sheet.place.name,
        frame=sheet.place.frame,
        shape=block.shape,
        categories=labels.words,
        series=tuple(_colored(item, number) for number, item in enumerate(block.series)),
        alt=alt,
        plot=plot,
        low=scale[0],
        high=scale[1],
        labels=labels.lines,
        format=sheet.form,
        gap=_gap(sheet, plot),
        skip=labels.skip,
        legend=sheet.words.legend(sheet.names, sheet.width),
        ink=INK,
        idx=sheet.place.idx,
        records=block.records,
    )
    quiet = unlabelled(box, sheet.words)
    series = tuple(replace(s, unlabelled=out) for s, out in zip(box.series, quiet, strict=True))
    return replace(box, series=series)


def _bounds(sheet: Sheet, plot: Frame) -> tuple[float, float]:
    """Return the values at the plot's edges, room for words kept beyond the marks."""
    block = sheet.block
    if sheet.lying:
        told = (sheet.words.width(sheet.form.words(value), bold=True) for value in sheet.reach)
        beyond = max(told, default=0.0) + 8
        return bounds(sheet.reach, room=plot.w / EMU_PER_PT, above=beyond, below=beyond)
    over = _STACK_ROOM if block.shape == "stacked" else _VALUE_ROOM
    above = over + _PEAK_ROOM if block.peak else over
    return bounds(sheet.reach, room=plot.h / EMU_PER_PT, above=above, below=over)


def _gap(sheet: Sheet, plot: Frame) -> int:
    """Return the gap between categories in percent of a mark, wide where few marks would be fat."""
    block = sheet.block
    room, widest = (plot.h, _WIDEST_BAR) if sheet.lying else (plot.w, _WIDEST_COLUMN)
    beside = 1 if block.shape == "stacked" else len(block.series)
    slot = room / EMU_PER_PT / len(block.categories)
    return min(_WIDEST_GAP, max(GAP, round((slot / widest - beside) * 100)))


def _colored(series: Series, number: int) -> ChartSeries:
    """Return a series in the colour of its track, else in the next colour of its own."""
    color = TRACKS[series.track].color if series.track else COLORS[number % len(COLORS)]
    return ChartSeries(series.name, series.values, color)


def _alt(sheet: Sheet, number: int, count: int) -> str:
    """Return the alternative text: what it shows, and where the data are told in full."""
    block = sheet.block
    parts = [block.summary]
    if count > 1:
        first, last = block.categories[0], block.categories[-1]
        parts.append(f"Part {number} of {count}, {first} to {last}.")
    return " ".join((*parts, "Full data in the speaker notes."))


def _baseline(box: ChartBox) -> LineBox:
    """Return the line at zero, which the parts' separators would cut if it were the axis'."""
    zero = box.place(0.0)
    plot = box.plot
    if box.shape == "bars":
        return LineBox("Baseline", zero, plot.y, zero, plot.bottom, _BASELINE)
    return LineBox("Baseline", plot.x, zero, plot.right, zero, _BASELINE)


def _bracket(box: ChartBox, peak: Peak, setting: Setting) -> GroupBox:
    """Return the bracket over a run of columns with its words."""
    run = range(peak.first, peak.last + 1)
    half = round(box.width * (1 if box.shape == "stacked" else len(box.series)) / 2)
    left = box.middle(peak.first) - half - points(_PEAK_REACH)
    right = box.middle(peak.last) + half + points(_PEAK_REACH)
    marks = (box.mark(number, index) for number in range(len(box.series)) for index in run)
    top = min((mark.y for mark in marks if mark), default=box.plot.bottom)
    values = 0.0 if box.shape == "stacked" else _VALUE_ROOM
    foot = top - points(_PEAK_ABOVE + values)
    bar = foot - points(_PEAK_DROP)
    style = label_style(_PEAK_SIZE, align="ctr", color=NAVY)
    style = replace(style, bold=True)
    runs = plain_runs(peak.label, style)
    wide = max(points(setting.setter.natural_width(runs) + 8), right - left)
    x = min(max((left + right - wide) // 2, box.frame.x), box.frame.right - wide)
    frame = Frame(x, bar - points(_PEAK_LABEL), wide, points(_PEAK_LABEL))
    label, _ = label_box("Bracket label", frame, [label_paragraph(runs, style)], setting, "b")
    ends = (
        LineBox("Bracket start", left, bar, left, foot, _BRACKET),
        LineBox("Bracket", left, bar, right, bar, _BRACKET),
        LineBox("Bracket end", right, bar, right, foot, _BRACKET),
    )
    over = " to ".join(dict.fromkeys(box.categories[index] for index in (run[0], run[-1])))
    alt = f"Bracket over {over}: {peak.label}."
    return GroupBox("Bracket over the peak", (*ends, label), alt)
