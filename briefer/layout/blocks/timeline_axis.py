"""The axis form of a timeline: a strip of months, quarters or years, cards above and below.

The strip's cells, the cards' slots and the leaders' rule (a leader is vertical, so a card's slot
must span its event's place) are those of the design page "slides", section 10.
"""

from __future__ import annotations

import calendar
import datetime as dt
import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from briefer.content import Moment
from briefer.geometry import EMU_PER_PT, Color, Frame, Outline, inches, points
from briefer.layout.blocks.marks import (
    EDGE,
    MUTED,
    NAVY,
    TRACKS,
    day_known,
    label_box,
    label_paragraph,
    label_style,
    moment_runs,
    plain_runs,
    timeline_alt,
    with_date,
)
from briefer.layout.body import Body
from briefer.layout.boxes import Box, GroupBox, LineBox, ShapeBox, TextBox
from briefer.layout.setting import GOLD, Setting
from briefer.layout.text import run_of

Unit = Literal["month", "quarter", "year"]

LEFT, WIDTH = 609600, 10972800
STRIP_TOP, STRIP_HEIGHT = inches(3.8625), inches(0.45)
CELL_GAP = inches(0.03)
SLOT_X = (609600, 609600 + 3 * 929640, 609600 + 6 * 929640, 609600 + 9 * 929640)
SLOT_WIDTH = 3 * 929640 - 182880
RULE_ABOVE, RULE_BELOW = STRIP_TOP - inches(0.315), STRIP_TOP + inches(0.735)
RULE_HEIGHT = inches(0.03)
ABOVE = (inches(1.875), inches(1.5875))
BELOW = (inches(4.7025), inches(1.6))
TEXT_SIZE, HEAD_SIZE = 18.0, 16.0
FEWEST, MOST, SIDE_MOST = 3, 8, 4
FEWEST_YEARS = 4
DOT = inches(0.15)
MOST_CELLS: dict[Unit, int] = {"month": 14, "quarter": 16, "year": 14}


@dataclass(frozen=True, slots=True)
class _Cells:
    """The strip: its unit, the start of each cell, and the end of the last."""

    unit: Unit
    starts: tuple[dt.date, ...]
    end: dt.date

    def index(self, day: dt.date) -> int:
        """Return the cell in which a day lies."""
        return max(i for i, start in enumerate(self.starts) if start <= day)

    def span(self, index: int) -> tuple[int, int]:
        """Return left and right of a cell in EMU."""
        pitch = (WIDTH + CELL_GAP) / len(self.starts)
        left = LEFT + round(index * pitch)
        return left, LEFT + round((index + 1) * pitch) - CELL_GAP

    def place(self, day: dt.date) -> int:
        """Return the x in EMU of an exact day."""
        index = self.index(day)
        start = self.starts[index]
        stop = self.starts[index + 1] if index + 1 < len(self.starts) else self.end
        left, right = self.span(index)
        share = ((day - start).days + 0.5) / max((stop - start).days, 1)
        return left + round((right - left) * share)


@dataclass(frozen=True, slots=True)
class _Card:
    """A moment with its x on the strip, its side and its slot."""

    moment: Moment
    x: int
    above: bool
    slot: int


def arrange_axis(moments: Sequence[Moment], setting: Setting) -> Body | None:
    """Return the axis body, or None when these moments cannot stand on an axis honestly."""
    if not FEWEST <= len(moments) <= MOST:
        return None
    cells = _cells(moments)
    if cells is None:
        return None
    cards = _place(moments, _xs(moments, cells))
    if cards is None:
        return None
    boxes: list[TextBox | ShapeBox | LineBox] = []
    for card in cards:
        text, fits = _text(card, setting, cells)
        if not fits:
            return None
        boxes.append(text)
    shown = {cells.index(_first_day(card.moment)) for card in cards}
    drawn = [*_strip(cells, shown, setting), *(b for card in cards for b in _leader(card, setting))]
    group = GroupBox("Timeline", (*boxes, *drawn), timeline_alt(moments))
    return Body("Timeline", (group,), key=_key(cells, moments, setting))


def _first_day(moment: Moment) -> dt.date:
    """Return the earliest day of a moment that has one."""
    assert moment.date.earliest is not None
    return moment.date.earliest


def _cells(moments: Sequence[Moment]) -> _Cells | None:
    """Return the strip for the moments' span, or None when a date is too coarse for its unit."""
    if any(m.date.earliest is None or m.date.latest is None for m in moments):
        return None
    if any(m.date.approximate or m.date.uncertain for m in moments):
        return None
    first = min(_first_day(m) for m in moments)
    last = max(_first_day(m) for m in moments)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    precisions = {m.date.precision for m in moments}
    if months <= MOST_CELLS["month"] and precisions <= {"day", "month"}:
        return _month_cells(first, max(months, 6), 1, "month")
    if months <= 48 and precisions <= {"day", "month"}:
        quarters = (last.year - first.year) * 4 + (last.month - 1) // 3 - (first.month - 1) // 3 + 1
        start = dt.date(first.year, (first.month - 1) // 3 * 3 + 1, 1)
        return _month_cells(start, quarters, 3, "quarter")
    years = last.year - first.year + 1
    if FEWEST_YEARS <= years <= MOST_CELLS["year"] and precisions <= {"day", "month", "year"}:
        return _month_cells(dt.date(first.year, 1, 1), years, 12, "year")
    return None


def _month_cells(first: dt.date, count: int, step: int, unit: Unit) -> _Cells:
    """Return `count` cells of `step` months from the first day's month."""
    starts = []
    for number in range(count + 1):
        month = first.month - 1 + number * step
        starts.append(dt.date(first.year + month // 12, month % 12 + 1, 1))
    return _Cells(unit, tuple(starts[:-1]), starts[-1])


def _xs(moments: Sequence[Moment], cells: _Cells) -> list[int]:
    """Return each moment's x: exact days at their place, others spread inside their cell."""
    by_cell: dict[int, list[int]] = {}
    for number, moment in enumerate(moments):
        by_cell.setdefault(cells.index(_first_day(moment)), []).append(number)
    xs = [0] * len(moments)
    for index, numbers in by_cell.items():
        left, right = cells.span(index)
        for place, number in enumerate(numbers):
            moment = moments[number]
            share = (place + 1) / (len(numbers) + 1)
            inexact = left + round((right - left) * share)
            xs[number] = cells.place(_first_day(moment)) if day_known(moment) else inexact
    return xs


def _place(moments: Sequence[Moment], xs: Sequence[int]) -> list[_Card] | None:
    """Return cards with sides and slots such that every leader is vertical, or None.

    Sides that alternate along the axis are preferred; the first card stands above.
    """
    choices = itertools.product((True, False), repeat=len(moments))
    for sides in sorted(choices, key=_unevenness):
        cards = _on_sides(moments, xs, sides)
        if cards is not None:
            return sorted(cards, key=lambda card: (card.x, not card.above))
    return None


def _unevenness(sides: Sequence[bool]) -> tuple[int, bool]:
    """Return how often neighbours share a side, then whether the first stands below."""
    return sum(a == b for a, b in itertools.pairwise(sides)), not sides[0]


def _on_sides(
    moments: Sequence[Moment], xs: Sequence[int], sides: Sequence[bool]
) -> list[_Card] | None:
    """Return the cards for one choice of sides, or None when a side has no slots for them."""
    cards: list[_Card] = []
    for above in (True, False):
        numbers = [n for n in range(len(moments)) if sides[n] == above]
        slots = _slots([xs[n] for n in numbers])
        if slots is None:
            return None
        cards.extend(
            _Card(moments[n], xs[n], above, slot) for n, slot in zip(numbers, slots, strict=True)
        )
    return cards


def _slots(xs: Sequence[int]) -> list[int] | None:
    """Return ascending slots that each span their x, or None when there are none."""
    if len(xs) > SIDE_MOST:
        return None
    chosen: list[int] = []
    for count, x in enumerate(xs):
        after = chosen[-1] + 1 if chosen else 0
        last = SIDE_MOST - (len(xs) - count)
        spanning = [s for s in range(after, last + 1) if SLOT_X[s] <= x <= SLOT_X[s] + SLOT_WIDTH]
        if not spanning:
            return None
        chosen.append(spanning[0])
    return chosen


def _text(card: _Card, setting: Setting, cells: _Cells) -> tuple[TextBox, bool]:
    """Return a card's text box, and whether its words fit in it."""
    look = TRACKS[card.moment.track]
    head_style = label_style(HEAD_SIZE, color=look.color)
    one_year = cells.starts[0].year == cells.starts[-1].year
    head = (
        replace(run_of(_card_date(card.moment, one_year=one_year), head_style), bold=True),
        run_of(f"  {look.label}", head_style),
    )
    style = label_style(TEXT_SIZE)
    origin = card.moment.origin
    words = label_paragraph(
        moment_runs(card.moment, TEXT_SIZE, setting), style, origin=origin, role="event"
    )
    words = replace(words, said=with_date(card.moment))
    top, height = ABOVE if card.above else BELOW
    frame = Frame(SLOT_X[card.slot], top, SLOT_WIDTH, height)
    paragraphs = [label_paragraph(head, head_style, origin=origin, role="date"), words]
    anchor: Literal["b", "t"] = "b" if card.above else "t"
    box, tall = label_box("Event", frame, paragraphs, setting, anchor)
    return box, tall <= height / EMU_PER_PT and len(box.paragraphs[0].lines) == 1


def _card_date(moment: Moment, *, one_year: bool) -> str:
    """Return a card's date: without the year where the whole strip is one year."""
    date = moment.date
    if not one_year or date.month is None:
        return date.short
    month = calendar.month_name[date.month]
    return f"{month} {date.day}" if date.day else month


def _strip(cells: _Cells, shown: set[int], setting: Setting) -> list[TextBox]:
    """Return the strip's cells: filled where an event is shown."""
    boxes = []
    for index, start in enumerate(cells.starts):
        left, right = cells.span(index)
        on = index in shown
        style = label_style(HEAD_SIZE, align="ctr", color=Color("bg1") if on else MUTED)
        style = replace(style, bold=on)
        words = _cell_words(cells, index, start)
        frame = Frame(left, STRIP_TOP, right - left, STRIP_HEIGHT)
        paragraph = label_paragraph(plain_runs(words, style), style)
        while setting.setter.natural_width(paragraph.runs) > (right - left) / EMU_PER_PT - 4:
            if style.size <= 12:
                break
            style = replace(style, size=style.size - 2)
            paragraph = label_paragraph(plain_runs(words, style), style)
        box, _ = label_box(words, frame, [paragraph], setting, "ctr")
        fill = NAVY if on else Color("bg2")
        boxes.append(replace(box, fill=fill, outline=None if on else Outline(EDGE, 9525)))
    return boxes


def _cell_words(cells: _Cells, index: int, start: dt.date) -> str:
    """Return a cell's words; the year is given where it changes."""
    new_year = index > 0 and start.year != cells.starts[index - 1].year
    if cells.unit == "year":
        return str(start.year)
    if cells.unit == "quarter":
        return f"Q{(start.month - 1) // 3 + 1} ’{start.year % 100:02d}"
    month = calendar.month_abbr[start.month]
    return f"{month} ’{start.year % 100:02d}" if new_year else month


def _leader(card: _Card, setting: Setting) -> list[ShapeBox | LineBox]:
    """Return a card's rule, its leader to the strip, and the dot of an exact day."""
    color = TRACKS[card.moment.track].color
    rule = RULE_ABOVE if card.above else RULE_BELOW
    edge = STRIP_TOP if card.above else STRIP_TOP + STRIP_HEIGHT
    boxes: list[ShapeBox | LineBox] = [
        ShapeBox("Card rule", Frame(SLOT_X[card.slot], rule, SLOT_WIDTH, RULE_HEIGHT), fill=color),
        LineBox("Leader", card.x, edge, card.x, rule, Outline(color, points(2))),
    ]
    if day_known(card.moment):
        gold = Color(rgb=setting.template.colors.get(GOLD, "FFBE2E"))
        frame = Frame(card.x - DOT // 2, edge - DOT // 2, DOT, DOT)
        line = Outline(NAVY, points(1.5))
        boxes.append(ShapeBox("Exact day", frame, "ellipse", gold, line))
    return boxes


def _key(cells: _Cells, moments: Sequence[Moment], setting: Setting) -> tuple[Box, ...]:
    """Return the key at the right of the kicker row."""
    words = f"Filled {cells.unit}: event shown."
    if any(day_known(moment) for moment in moments):
        words += " Dot: exact day known."
    style = label_style(14, align="r", color=MUTED)
    run = run_of(words, style)
    width = points(setting.setter.natural_width([run]) + 6)
    frame = Frame(LEFT + WIDTH - width, inches(0.435), width, inches(0.255))
    box, _ = label_box("Key", frame, [label_paragraph([run], style)], setting, "ctr")
    return (box,)
