"""The words of a chart: categories broken into lines, the rows of the legend, values with room.

In: words and widths in pt. Out: lines, rows, and which values stand at their marks. Must not know:
content, templates.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefer.geometry import EMU_PER_PT, Color
from briefer.layout.boxes import ChartBox, Run
from briefer.layout.text import TextSetter

SIZE = 14.0
"""Text in charts in pt (design page "slides", section 3)."""

LINE = 1.22 * SIZE
"""Height of a line in pt."""

DIGITS = 11.0
"""Height in pt that a digit needs inside a part of a column."""

MOST_LINES = 3
SPARE = 4.0
"""What stays free between neighbouring labels, in pt."""

KEY = 12.0
ENTRY_GAP = 10.0
_MARKER = 8.0
_CUT = "\N{HORIZONTAL ELLIPSIS}"
Area = tuple[float, float, float, float]
"""Left, top, right, bottom in pt."""


@dataclass(frozen=True)
class Words:
    """Measures and breaks the words of a chart."""

    setter: TextSetter

    def width(self, text: str, *, bold: bool = False) -> float:
        """Return the width in pt of words on one line."""
        return self.setter.natural_width((_run(text, bold),))

    def widest_word(self, text: str) -> float:
        """Return the width in pt of the widest word."""
        return self.setter.widest_word((_run(text),))

    def lines(self, text: str, width: float, most: int = MOST_LINES) -> tuple[str, ...]:
        """Return words in at most so many lines of `width` pt, the last cut where more are left."""
        broken = self.setter.broken((_run(text),), width, width)
        lines = ["".join(piece.run.text for piece in line).strip() for line in broken]
        if len(lines) > most:
            lines = [*lines[: most - 1], self.cut(f"{lines[most - 1]}{_CUT}", width)]
        return tuple(line for line in lines if line)

    def cut(self, text: str, width: float) -> str:
        """Return words cut to a width in pt."""
        bare = text.removesuffix(_CUT)
        if self.width(text) <= width:
            return text
        while bare and self.width(f"{bare}{_CUT}") > width:
            bare = bare[:-1].rstrip()
        return f"{bare}{_CUT}"

    def fitting_skip(self, texts: Sequence[str], slot: float) -> int:
        """Return every which label has room where one category takes `slot` pt."""
        for skip in range(1, len(texts)):
            room = slot * skip - SPARE
            shown = texts[::skip]
            if all(self.widest_word(text) <= room for text in shown):
                return skip
        return max(1, len(texts))

    def legend(self, names: Sequence[str], room: float) -> tuple[tuple[int, ...], ...]:
        """Return the rows of a legend `room` pt wide, () for a single series.

        The entries stand in as many columns as have room, each as wide as its widest entry.
        """
        if len(names) < 2:
            return ()
        wide = [KEY + self.width(name) + ENTRY_GAP for name in names]
        columns = next(
            (n for n in range(len(names), 1, -1) if sum(_widest(wide, n)) <= room + ENTRY_GAP), 1
        )
        everyone = range(len(names))
        return tuple(tuple(everyone[start : start + columns]) for start in everyone[::columns])


def _widest(widths: Sequence[float], columns: int) -> list[float]:
    """Return the width of each of so many columns."""
    return [max(widths[column::columns]) for column in range(columns)]


def unlabelled(box: ChartBox, words: Words) -> tuple[tuple[int, ...], ...]:
    """Return for each series the values that have no room at their mark.

    The highest, the latest and the earliest are seen to first.
    """
    if box.shape == "bars":
        return tuple(() for _ in box.series)
    taken: list[Area] = []
    left_out = []
    for number, series in enumerate(box.series):
        out = []
        for index in _by_weight(series.values):
            area = _area(box, number, index, words)
            if area is None or _blocked(box, number, index, area) or _meets(area, taken):
                out.append(index)
            else:
                taken.append(area)
        left_out.append(tuple(sorted(out)))
    return tuple(left_out)


def _by_weight(values: Sequence[float | None]) -> list[int]:
    known = [index for index, value in enumerate(values) if value is not None]
    if not known:
        return []
    highest = max(known, key=lambda index: values[index] or 0.0)
    lowest = min(known, key=lambda index: values[index] or 0.0)
    return list(dict.fromkeys((highest, known[-1], known[0], lowest, *known)))


def _area(box: ChartBox, number: int, index: int, words: Words) -> Area | None:
    """Return where a value's words stand, None where its mark has no room for them."""
    value = box.series[number].values[index]
    text = "" if value is None else box.format.words(value)
    width = words.width(text, bold=True)
    mark = box.mark(number, index)
    if value is None or mark is None:
        return None
    if box.shape == "stacked":
        if value and (mark.h / EMU_PER_PT < DIGITS or width > box.slot / EMU_PER_PT):
            return None
        across, down = mark.x + mark.w / 2, mark.y + mark.h / 2
        middle, centre = across / EMU_PER_PT, down / EMU_PER_PT
        half = DIGITS / 2 - 0.5
        return middle - width / 2, centre - half, middle + width / 2, centre + half
    if box.shape == "line":
        bottom = box.place(value) / EMU_PER_PT - _MARKER / 2 - 1
        mark_x = box.middle(index) / EMU_PER_PT
        return mark_x - width / 2, bottom - SIZE, mark_x + width / 2, bottom
    edge, beyond = (mark.bottom, SIZE + 3) if value < 0 else (mark.y, -3)
    bottom = edge / EMU_PER_PT + beyond
    middle = (mark.x + mark.w / 2) / EMU_PER_PT
    return middle - width / 2, bottom - SIZE, middle + width / 2, bottom


def _blocked(box: ChartBox, number: int, index: int, area: Area) -> bool:
    """Return whether a value's words would stand on another column or on another line."""
    near = range(max(0, index - 3), min(len(box.categories), index + 4))
    if box.shape == "stacked":
        return False
    if box.shape == "line":
        others = (n for n in range(len(box.series)) if n != number)
        return any(_meets(area, [spot]) for n in others for spot in _spots(box, n, near))
    for other in range(len(box.series)):
        for place in near:
            mark = box.mark(other, place)
            if mark is None or (other, place) == (number, index):
                continue
            edges = (mark.x, mark.y, mark.right, mark.bottom)
            left, top, right, bottom = (edge / EMU_PER_PT for edge in edges)
            if _meets(area, [(left, top, right, bottom)]):
                return True
    return False


def _spots(box: ChartBox, number: int, near: range) -> Iterator[Area]:
    """Yield small areas along a line between categories near to one another."""
    values = box.series[number].values
    for index in near:
        value = values[index]
        following = values[index + 1] if index + 1 < len(values) else None
        if value is None:
            continue
        last = value if following is None else following
        for step in range(4):
            x = (box.middle(index) + box.slot * step / 4) / EMU_PER_PT
            y = box.place(value + (last - value) * step / 4) / EMU_PER_PT
            yield x - _MARKER / 2, y - _MARKER / 2, x + _MARKER / 2, y + _MARKER / 2


def _meets(area: Area, others: Sequence[Area]) -> bool:
    left, top, right, bottom = area
    return any(
        left < other[2] and other[0] < right and top < other[3] and other[1] < bottom
        for other in others
    )


def _run(text: str, bold: bool = False) -> Run:
    return Run(text, "minor", SIZE, Color("tx1"), bold=bold)
