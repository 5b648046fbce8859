"""Tests of charts on pages: shape, scale, words, pages; the values are the block's."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefer.content import Chart, Peak, Series
from briefer.layout.blocks.chart import arrange_chart
from briefer.layout.blocks.chart_scale import value_format
from briefer.layout.boxes import ChartBox, GroupBox, LineBox, Page, TextBox
from briefer.layout.inlines import SlideNumbers
from briefer.layout.paginate import lay_out
from briefer.layout.setting import Setting
from briefer.layout.text import TextSetter, house_setter
from briefer.paths import bundled_templates
from briefer.template.model import Template
from briefer.template.reader import read_template
from tests.layout import decks

SHAPES: tuple[Literal["columns", "stacked", "bars", "line"], ...] = (
    "columns",
    "stacked",
    "bars",
    "line",
)
MONTHS = ("Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
STACK = Chart(
    "stacked",
    "Actions by month",
    "Number of actions",
    MONTHS,
    (
        Series("Enforcement", (0, 1, 0, 1, 0, 0, 1, 1, 0, 1), "enforcement"),
        Series("Bilateral", (0, 0, 0, 0, 0, 0, 1, 0, 1, 0), "bilateral"),
        Series("Multilateral", (1, 0, 0, 0, 1, 0, 1, 0, 0, 1), "multilateral"),
    ),
    "Stacked column chart of actions.",
    over_time=True,
    peak=Peak(6, 9, "7 of 11 actions"),
)


def columns(*values: float | None, names: tuple[str, ...] = (), over_time: bool = False) -> Chart:
    """Return a chart of one series."""
    labels = names or tuple(f"N{number}" for number in range(len(values)))
    series = (Series("Values", values),)
    return Chart("columns", "H", "U", labels, series, "Columns.", over_time=over_time)


def boxes_of(chart: Chart, setting: Setting) -> list[ChartBox]:
    """Return the chart boxes of a chart's pages."""
    bodies = arrange_chart(chart, setting)
    return [box for body in bodies for box in body.boxes if isinstance(box, ChartBox)]


def page_of(chart: Chart, light: Template, setter: TextSetter, *paras: str) -> tuple[Page, ...]:
    """Return the pages of a chart slide with heading and takeaway."""
    heading = decks.panel("heading", decks.para("Heading", "value"), pinned=True)
    points = [decks.para(words, "point", 1) for words in paras]
    takeaway = decks.panel("takeaway", decks.para("What it shows", "heading"), *points)
    slide = decks.slide(chart, heading, takeaway, pattern="chart")
    return lay_out(decks.deck(slide), light, setter)


def test_a_stack_has_its_tracks_colours_and_a_baseline(setting: Setting) -> None:
    """Parts stand on one another from zero; colours are scheme colours."""
    (body,) = arrange_chart(STACK, setting)
    box, baseline, bracket = body.boxes
    assert isinstance(box, ChartBox)
    assert isinstance(baseline, LineBox)
    assert isinstance(bracket, GroupBox)
    assert [one.color.slot for one in box.series] == ["accent2", "accent1", "accent3"]
    assert baseline.y1 == box.plot.bottom == box.place(0)
    marks = [box.mark(number, 6) for number in range(3)]
    assert all(mark and mark.h == pytest.approx(box.plot.h / box.high, rel=0.01) for mark in marks)
    tops = [mark.y for mark in marks if mark]
    assert tops == sorted(tops, reverse=True)


def test_the_bracket_spans_its_run_above_the_columns(setting: Setting) -> None:
    """It begins and ends at the run's columns, its words over them, inside the chart."""
    (body,) = arrange_chart(STACK, setting)
    box, _, bracket = body.boxes
    assert isinstance(box, ChartBox)
    assert isinstance(bracket, GroupBox)
    start, bar, end, label = bracket.children
    assert isinstance(start, LineBox)
    assert isinstance(bar, LineBox)
    assert isinstance(end, LineBox)
    assert isinstance(label, TextBox)
    first, last, highest = box.mark(0, 6), box.mark(0, 9), box.mark(2, 6)
    assert first
    assert last
    assert highest
    assert (start.x1 < first.x, end.x1 > last.right) == (True, True)
    assert start.y2 < highest.y
    assert label.frame.bottom == bar.y1
    assert label.frame.y > box.frame.y
    assert bracket.alt == "Bracket over Sep to Dec: 7 of 11 actions."


def test_reading_order_is_heading_chart_takeaway(light: Template, setter: TextSetter) -> None:
    """What stands above the chart is read before it."""
    (page,) = page_of(STACK, light, setter, "Busy.")
    names = [box.name for box in page.boxes]
    order = ["Chart heading", "Chart", "Baseline", "Bracket over the peak", "Takeaway"]
    assert [name for name in names if name in order] == order
    assert decks.overflows(page) == []


def test_a_long_takeaway_goes_on_beside_the_same_chart(light: Template, setter: TextSetter) -> None:
    """No page shows half a slide."""
    pages = page_of(STACK, light, setter, *["Words that say something at length. " * 3] * 8)
    assert len(pages) > 1
    for page in pages:
        assert [box for box in page.boxes if isinstance(box, ChartBox)]
        assert decks.boxes_named(page, "Takeaway")


def test_columns_with_long_names_lie_down(setting: Setting) -> None:
    """In order of time they stay, and labels without room are left out."""
    names = tuple(f"An institution with the number {n}" for n in range(9))
    assert boxes_of(columns(*range(9), names=names), setting)[0].shape == "bars"
    years = tuple(str(year) for year in range(1990, 2020))
    (box,) = boxes_of(columns(*range(30), names=years, over_time=True), setting)
    assert (box.shape, box.skip) == ("columns", 2)
    assert [lines for lines in box.labels if lines] == [(year,) for year in years[::2]]
    assert box.categories == years


def test_many_categories_go_on_with_the_same_scale(setting: Setting) -> None:
    """All pages together hold every value once."""
    names = tuple(f"Institution number {n}" for n in range(40))
    boxes = boxes_of(columns(*range(40), names=names), setting)
    assert len(boxes) > 1
    assert len({(box.low, box.high) for box in boxes}) == 1
    assert [name for box in boxes for name in box.categories] == list(names)
    assert [value for box in boxes for value in box.series[0].values] == list(range(40))
    assert "Part 2 of" in boxes[1].alt


def test_over_six_stacked_series_end_in_their_sum(setting: Setting) -> None:
    """What does not add up by itself goes on to a further page instead."""
    series = tuple(Series(f"S{n}", (float(n), 1.0)) for n in range(9))
    chart = Chart("stacked", "H", "U", ("A", "B"), series, "Stack.")
    (box,) = boxes_of(chart, setting)
    assert [one.name for one in box.series] == ["S0", "S1", "S2", "S3", "S4", "Other (4)"]
    assert box.series[-1].values == (5.0 + 6 + 7 + 8, 4.0)
    lines = Chart("line", "H", "U", ("A", "B"), series, "Lines.", over_time=True)
    boxes = boxes_of(lines, setting)
    assert [one.name for box in boxes for one in box.series] == [f"S{n}" for n in range(9)]


def test_a_name_that_has_no_room_is_cut_and_found(setting: Setting) -> None:
    """The page says that words were cut; the notes have them in full."""
    long = "word " * 60
    body, *_ = arrange_chart(columns(1, 2, 3, names=(long, "B", "C")), setting)
    assert body.shortened
    (box,) = (box for box in body.boxes if isinstance(box, ChartBox))
    assert box.categories[0].endswith("…")
    assert len(box.labels[0]) == 3


def test_the_notes_hold_every_value(light: Template, setter: TextSetter) -> None:
    """The data as text: one series a line, nothing rounded."""
    chart = Chart("columns", "Seized", "kg", ("A", "B"), (Series("X", (1234.5678, None)),), "C.")
    (page,) = page_of(chart, light, setter)
    assert "DATA\nSeized (kg)\nX: A 1,234.5678; B no value" in page.notes
    (box,) = (box for box in page.boxes if isinstance(box, ChartBox))
    assert box.alt == "C. Full data in the speaker notes."


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ((3.0, 7.25), ["3", "7.25"]),
        ((1.5e12, -4e11), ["1.5T", "−0.4T"]),
        ((78000.0, 1234567.0), ["78,000", "1,234,567"]),
        ((1e6, 2.5e6), ["1M", "2.5M"]),
        ((1 / 3, 2.0), ["0.33", "2"]),
        ((1e16, 1.0), ["1.0E+16", "1.0E+00"]),
        ((0.0, 0.0), ["0", "0"]),
    ],
)
def test_values_are_told_with_no_more_digits_than_they_have(
    values: tuple[float, ...], told: list[str]
) -> None:
    """Great numbers are short where nothing is lost by it."""
    form = value_format(values)
    assert [form.words(value) for value in values] == told


_VALUES = st.none() | st.floats(-1e12, 1e12) | st.integers(-5, 50).map(float) | st.just(1e300)


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    """Return any chart."""
    count = draw(st.integers(1, 30))
    text = st.text(min_size=1, max_size=60).filter(str.strip)
    names = draw(st.lists(text, min_size=count, max_size=count))
    values = st.lists(_VALUES, min_size=count, max_size=count).map(tuple)
    series = draw(st.lists(st.builds(Series, text, values), min_size=1, max_size=8))
    shape = draw(st.sampled_from(SHAPES))
    over_time = draw(st.booleans())
    categories = tuple(names)
    return Chart(shape, "H", "U", categories, tuple(series), "C.", over_time=over_time)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(charts())
def test_any_chart_stays_in_its_frame(chart: Chart) -> None:
    """Marks lie within the plot, the plot within the frame; every category is on some page."""
    setting = _setting()
    boxes = boxes_of(chart, setting)
    groups = len({box.series[0].name for box in boxes})
    assert sum(len(box.categories) for box in boxes) >= len(chart.categories)
    assert groups >= 1
    for box in boxes:
        frame, plot = box.frame, box.plot
        assert frame.x <= plot.x
        assert frame.y < plot.y
        assert plot.right <= frame.right
        assert plot.bottom < frame.bottom
        assert plot.h > 0
        assert plot.w > 0
        assert box.low <= 0 <= box.high
        assert box.low < box.high
        for number in range(len(box.series)):
            for index in range(len(box.categories)):
                mark = box.mark(number, index) if box.shape != "line" else None
                if mark:
                    assert plot.x - 2 <= mark.x
                    assert mark.right <= plot.right + 2
                    assert plot.y - 2 <= mark.y
                    assert mark.bottom <= plot.bottom + 2


def _setting() -> Setting:
    """Return a setting of the light template for property tests."""
    template = read_template(bundled_templates() / "light.pptx")
    return Setting(template, house_setter(), SlideNumbers())
