"""A chart made ready for pages: what is drawable of it, in the shape that its words have room in.

In: a chart block and its placeholder. Out: the sheet and its measures in pt. Must not know: pages,
boxes.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefer.content import Chart, Series
from briefer.geometry import EMU_PER_PT
from briefer.layout.blocks.chart_labels import SPARE, Words
from briefer.layout.blocks.chart_scale import drawable, value_format
from briefer.layout.boxes import ValueFormat
from briefer.template.model import Placeholder

MOST_SERIES = 6
GAP = 34
"""The gap between columns in percent of a column (design page "slides", section 10)."""

_TOP = 12.0
"""From the chart's top to the plot's in pt, where there is no legend."""
_LEGEND_TOP, _LEGEND_ROW, _LEGEND_AFTER = 5.0, 18.0, 10.0
_NAMES_SPARE = 6.0
_BAR_NAMES = 0.42
"""The largest share of the width that the names of bars take."""


@dataclass(frozen=True)
class Sheet:
    """A chart to be drawn, whole or the part of a page.

    `reach` are the values that the scale of all pages must hold, `names_width` the width in pt that
    the categories take beside bars on all of them.
    """

    block: Chart
    place: Placeholder
    words: Words
    form: ValueFormat
    reach: tuple[float, ...]
    names_width: float = 0.0
    shortened: bool = False

    @property
    def width(self) -> float:
        """The chart's width in pt."""
        return self.place.frame.w / EMU_PER_PT

    @property
    def height(self) -> float:
        """The chart's height in pt."""
        return self.place.frame.h / EMU_PER_PT

    @property
    def names(self) -> list[str]:
        """The names of its series."""
        return [series.name for series in self.block.series]

    @property
    def lying(self) -> bool:
        """Whether marks are bars, the categories to their left."""
        return self.block.shape == "bars"

    @property
    def top(self) -> float:
        """How far in pt below the chart's top its plot begins."""
        rows = len(self.words.legend(self.names, self.width))
        return _LEGEND_TOP + rows * _LEGEND_ROW + _LEGEND_AFTER if rows else _TOP

    @property
    def names_room(self) -> float:
        """How wide in pt their lines may be."""
        return self.names_width + _NAMES_SPARE


def sheet_of(block: Chart, place: Placeholder, words: Words) -> Sheet:
    """Return a chart made ready.

    What is stacked keeps six series at most, the last the sum of the others; columns lie down as
    bars where the words under or over them have no room, unless they stand in order of time.
    """
    drawn = _merged(_drawable(block))
    zeros = drawn.shape != "stacked"
    form = value_format(_values(drawn), prefix=block.prefix, suffix=block.suffix, zeros=zeros)
    sheet = Sheet(drawn, place, words, form, tuple(_reach(drawn)))
    natural = max(words.width(text) for text in block.categories)
    sheet = replace(sheet, names_width=min(natural + 1, sheet.width * _BAR_NAMES))
    return _with_short_names(_with_fitting_shape(sheet))


def _drawable(block: Chart) -> Chart:
    series = tuple(
        replace(item, values=tuple(drawable(value) for value in item.values))
        for item in block.series
    )
    return replace(block, series=series)


def _merged(block: Chart) -> Chart:
    """Return a stacked chart with the series beyond the fifth added up."""
    if block.shape != "stacked" or len(block.series) <= MOST_SERIES:
        return block
    kept, rest = block.series[: MOST_SERIES - 1], block.series[MOST_SERIES - 1 :]
    sums = tuple(_sum(column) for column in zip(*(item.values for item in rest), strict=True))
    return replace(block, series=(*kept, Series(f"Other ({len(rest)})", sums)))


def _sum(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return drawable(math.fsum(known)) if known else None


def _with_fitting_shape(sheet: Sheet) -> Sheet:
    block, words = sheet.block, sheet.words
    if block.shape != "columns" or block.over_time:
        return sheet
    slot = sheet.width / len(block.categories)
    told = (words.width(sheet.form.words(value), bold=True) for value in _values(block))
    column = slot / (min(len(block.series), MOST_SERIES) + GAP / 100)
    fits = max(told, default=0.0) <= column + SPARE and all(
        words.widest_word(text) <= slot - SPARE and words.width(text) <= 2.5 * (slot - SPARE)
        for text in block.categories
    )
    return sheet if fits else replace(sheet, block=replace(block, shape="bars"))


def _with_short_names(sheet: Sheet) -> Sheet:
    """Return the chart with the names of its series cut to half its width."""
    series = tuple(
        replace(item, name=sheet.words.cut(item.name, sheet.width / 2))
        for item in sheet.block.series
    )
    cut = series != sheet.block.series
    return replace(sheet, block=replace(sheet.block, series=series), shortened=cut)


def _values(block: Chart) -> list[float]:
    return [value for item in block.series for value in item.values if value is not None]


def _reach(block: Chart) -> Iterator[float]:
    """Yield the values that the scale must hold: of stacked parts, the ends of the stacks."""
    if block.shape != "stacked":
        yield from _values(block)
        return
    for column in zip(*(item.values for item in block.series), strict=True):
        known = [value for value in column if value is not None]
        yield math.fsum(value for value in known if value > 0)
        yield math.fsum(value for value in known if value < 0)
