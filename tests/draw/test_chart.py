"""Tests of painted charts: marks, values and words where the box says, in the theme's colours."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from briefer.draw.image import render_page
from briefer.geometry import EMU_PER_INCH, Color, Frame, inches
from briefer.layout.boxes import ChartBox, ChartSeries, ValueFormat
from tests.draw.pages import TEMPLATE, color_at, ink, page, paint

RED, BLUE = "B50909", "005EA2"
FRAME = Frame.of_inches(1, 1, 6, 4)
PLOT = Frame.of_inches(1, 2, 6, 2.5)


def chart(
    *series: ChartSeries,
    shape: Literal["columns", "stacked", "bars", "line"] = "columns",
    low: float = 0,
    high: float = 4,
    plot: Frame = PLOT,
) -> ChartBox:
    """Return a chart of two categories without any words."""
    bare = tuple(replace(one, unlabelled=tuple(range(len(one.values)))) for one in series)
    return ChartBox(
        name="Chart",
        frame=FRAME,
        shape=shape,
        categories=("A", "B"),
        series=bare,
        alt="Chart.",
        plot=plot,
        low=low,
        high=high,
        labels=((), ()),
    )


def in_red(*values: float | None, name: str = "Red") -> ChartSeries:
    """Return a red series."""
    return ChartSeries(name, values, Color("accent2"))


def in_blue(*values: float | None) -> ChartSeries:
    """Return a blue series."""
    return ChartSeries("Blue", values, Color("accent1"))


def colour_in(image: QImage, mark: Frame | None, share: float = 0.5) -> str:
    """Return the colour in the middle of a mark, `share` of its height down."""
    assert mark
    x, y = mark.x + mark.w / 2, mark.y + mark.h * share
    return color_at(image, x / EMU_PER_INCH, y / EMU_PER_INCH)


def test_columns_rise_from_zero(gui: QCoreApplication) -> None:
    """A column is filled from its value down to zero and no further."""
    box = chart(in_red(1, 2), in_blue(4, None))
    image = paint(box)
    for number, index, colour in ((0, 0, RED), (0, 1, RED), (1, 0, BLUE)):
        mark = box.mark(number, index)
        assert {colour_in(image, mark, share) for share in (0.1, 0.5, 0.9)} == {colour}
        assert mark
        assert colour_in(image, replace(mark, y=mark.y - inches(0.1), h=2)) == "FFFFFF"
    assert box.mark(1, 1) is None


def test_parts_of_a_stack_stand_on_one_another(gui: QCoreApplication) -> None:
    """Each in its colour, parted by a line in the page's."""
    box = chart(in_red(1, 2), in_blue(2, 1), shape="stacked")
    image = paint(box)
    lower, upper = box.mark(0, 0), box.mark(1, 0)
    assert lower
    assert upper
    assert upper.bottom == lower.y
    assert (colour_in(image, lower), colour_in(image, upper)) == (RED, BLUE)
    seam = color_at(image, (lower.x + lower.w / 2) / EMU_PER_INCH, lower.y / EMU_PER_INCH)
    assert seam not in (RED, BLUE)


def test_negative_values_hang_below_zero(gui: QCoreApplication) -> None:
    """Zero lies within the plot; both signs keep their colour."""
    box = chart(in_red(2, -2), low=-4)
    image = paint(box)
    up, down = box.mark(0, 0), box.mark(0, 1)
    assert up
    assert down
    assert up.bottom == down.y == box.place(0)
    assert colour_in(image, up) == colour_in(image, down) == RED


def test_bars_lie_in_the_order_of_the_categories(gui: QCoreApplication) -> None:
    """The first is the topmost; each starts at the plot's left edge."""
    box = chart(in_red(1, 4), shape="bars")
    image = paint(box)
    first, second = box.mark(0, 0), box.mark(0, 1)
    assert first
    assert second
    assert first.y < second.y
    assert (first.x, second.x) == (PLOT.x, PLOT.x)
    assert second.right == PLOT.right
    assert colour_in(image, first) == colour_in(image, second) == RED


def test_a_line_runs_from_value_to_value(gui: QCoreApplication) -> None:
    """It has markers at its values and ink half way between them; a gap has none."""
    box = chart(in_red(1, 3), shape="line")
    image = paint(box)
    for index, value in ((0, 1.0), (1, 3.0)):
        x, y = box.middle(index) / EMU_PER_INCH, box.place(value) / EMU_PER_INCH
        assert color_at(image, x, y) == RED
    middle = (box.middle(0) + box.middle(1)) / 2 / EMU_PER_INCH
    assert color_at(image, middle, box.place(2.0) / EMU_PER_INCH) != "FFFFFF"
    gap = paint(chart(in_red(1, None), shape="line"))
    assert color_at(gap, middle, box.place(2.0) / EMU_PER_INCH) == "FFFFFF"


def test_words_stand_at_their_marks(gui: QCoreApplication) -> None:
    """Values over columns, categories below the plot, the legend above it."""
    column = chart(in_red(2, 2), in_blue(2, 2))
    bare = ink(paint(column))
    assert bare
    labelled = replace(column, series=(replace(column.series[0], unlabelled=()), column.series[1]))
    with_values = ink(paint(replace(labelled, format=ValueFormat("$"))))
    with_names = ink(paint(replace(column, labels=(("China",), ("Mexico", "City")))))
    with_legend = ink(paint(replace(column, legend=((0, 1),))))
    assert with_values
    assert with_names
    assert with_legend
    assert bare[1] - 20 < with_values[1] < bare[1] - 8
    assert bare[3] + 25 < with_names[3] < bare[3] + 45
    assert 72 < with_legend[1] < 72 + 20


def test_names_of_bars_stand_left_of_them(gui: QCoreApplication) -> None:
    """They end before the plot."""
    plot = Frame(PLOT.x + inches(1.5), PLOT.y, PLOT.w - inches(1.5), PLOT.h)
    box = replace(chart(in_red(1, 2), shape="bars", plot=plot), labels=(("China",), ("Mexico",)))
    found = ink(paint(box), Frame(PLOT.x, PLOT.y, inches(1.5), PLOT.h))
    assert found
    assert found[2] <= plot.x / 12700
    assert found[2] > plot.x / 12700 - 12


def test_colours_follow_the_theme(gui: QCoreApplication) -> None:
    """On a dark theme the same box has the theme's colours, its words too."""
    dark = {"bg1": "000000", "tx1": "FFFFFF", "accent2": "FFA59B"}
    template = replace(TEMPLATE, colors={**TEMPLATE.colors, **dark})
    box = replace(chart(in_red(1, 2)), labels=(("China",), ("Mexico",)))
    image = render_page(page(box), template, 960)
    mark = box.mark(0, 1)
    assert colour_in(image, mark) == "FFA59B"
    assert color_at(image, 0.2, 0.2) == "000000"


def test_a_chart_without_a_scale_is_left_out(gui: QCoreApplication) -> None:
    """Nothing is drawn rather than something untrue."""
    assert ink(paint(chart(in_red(1, 2), low=0, high=0))) is None
