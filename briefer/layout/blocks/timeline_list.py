"""The list form of a timeline: dated rows along a rail, few of them large, many in two columns.

Geometry: design page "slides", section 10. A list of up to six stands in one column, in a larger
type of the design, and the rows of any list are spread over the height that twelve would fill.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefer.content import Moment, Para, Text
from briefer.geometry import EMU_PER_PT, Color, Frame, Outline, inches, points
from briefer.layout.blocks.marks import (
    HAIR,
    LABEL_LEADING,
    NAVY,
    TRACKS,
    TrackLook,
    approximate,
    label_box,
    label_paragraph,
    label_style,
    marker,
    marker_shape,
    moment_runs,
    plain_runs,
    timeline_alt,
    with_date,
)
from briefer.layout.blocks.panels import text_bodies
from briefer.layout.body import Body
from briefer.layout.boxes import Box, GroupBox, LineBox, Paragraph, Run, ShapeBox, TextBox
from briefer.layout.setting import Setting
from briefer.layout.text import run_of

TOP = inches(1.895)
ROOM = inches(4.40)
SPREAD = inches(4.47)
"""What six rows take at the design's pitch; fewer share it, as if they were `FEWEST` at least."""
FEWEST = 3
SHORTEST = inches(0.62)
ROW_GAP = inches(0.13)
TEXT_LEFT = inches(0.27)
LONG_DATE = 16.0
"""The size in pt of a date that is too long for one line."""


@dataclass(frozen=True, slots=True)
class _Form:
    """How rows are set: columns at these x, `most` rows in each; lengths in EMU, sizes in pt."""

    columns: tuple[int, ...]
    most: int
    date_width: int
    rail: int
    text_width: int
    text_size: float
    date_size: float = 18.0

    @property
    def text_drop(self) -> int:
        """How far under its date a smaller text begins, so that both stand on one line."""
        return inches(0.01) * round(self.date_size - self.text_size)


_FEW = _Form((inches(0.6667),), 3, inches(1.6), inches(1.8), inches(8.95), 20.0, 20.0)
_SINGLE = _Form((inches(0.6667),), 6, inches(1.42), inches(1.62), inches(8.95), 18.0)
_DOUBLE = _Form((inches(0.6667), inches(6.867)), 6, inches(1.42), inches(1.62), inches(3.91), 16.0)


@dataclass(frozen=True, slots=True)
class _Row:
    """A moment with its runs and its height in EMU, gap included."""

    moment: Moment
    runs: tuple[Run, ...]
    height: int


_Columns = tuple[list[_Row], ...]


def arrange_list(moments: Sequence[Moment], setting: Setting) -> list[Body]:
    """Return pages of moments in the form that needs fewest, of these the largest in type.

    A moment longer than a column of any form makes the timeline plain text, which continues
    between words.
    """
    paged = [(form, _pages(moments, form, setting)) for form in (_FEW, _SINGLE, _DOUBLE)]
    possible = [(form, pages) for form, pages in paged if pages]
    if not possible:
        return text_bodies(tuple(_point(moment) for moment in moments), setting)
    form, pages = min(possible, key=lambda each: len(each[1]))
    return [_body(page, form, setting) for page in pages]


def _pages(moments: Sequence[Moment], form: _Form, setting: Setting) -> list[_Columns]:
    """Return the columns of each page, none where a moment is longer than a column."""
    rows = [_row(moment, form, setting) for moment in moments]
    if not all(_fit([row]) for row in rows):
        return []
    pages = []
    while rows:
        page = _balanced(rows, form)
        rows = rows[sum(len(column) for column in page) :]
        pages.append(page)
    return pages


def _fit(rows: Sequence[_Row]) -> bool:
    """Return whether rows fit in one column."""
    return sum(row.height for row in rows) <= ROOM + ROW_GAP


def _point(moment: Moment) -> Para:
    """Return a moment as a point that begins with its date."""
    words = moment.date.display
    lead = Text(f"{words[:1].upper()}{words[1:]}: ", bold=True)
    return Para((lead, *moment.text), "point", moment.origin)


def _row(moment: Moment, form: _Form, setting: Setting) -> _Row:
    """Return a measured row."""
    runs = moment_runs(moment, form.text_size, setting)
    width = form.text_width / EMU_PER_PT
    lines = len(setting.setter.broken(runs, width, width))
    tall = points(lines * form.text_size * LABEL_LEADING) + ROW_GAP
    date_tall = points(len(_date(moment, form, setting).lines) * form.date_size * 1.2) + ROW_GAP
    return _Row(moment, runs, max(SHORTEST, date_tall, tall))


def _balanced(rows: list[_Row], form: _Form) -> _Columns:
    """Return the next page's columns: as many rows as on the pages after it."""
    most = sum(len(column) for column in _take(rows, form))
    pages = -(-len(rows) // most)
    return _take(rows[: -(-len(rows) // pages)], form)


def _take(rows: list[_Row], form: _Form) -> _Columns:
    """Return the columns of the next page, balanced where all fit."""
    count = len(form.columns)
    for shown in range(min(len(rows), count * form.most), 1, -1):
        each = -(-shown // count)
        columns = tuple(rows[:shown][n * each : (n + 1) * each] for n in range(count))
        if all(_fit(column) for column in columns):
            return columns
    return (rows[:1], *([] for _ in form.columns[1:]))


def _body(columns: _Columns, form: _Form, setting: Setting) -> Body:
    """Return one page's body: a group of rails, markers, dates and texts."""
    children: list[TextBox | ShapeBox | LineBox] = []
    pitch = SPREAD // max(FEWEST, *(len(rows) for rows in columns))
    for x, rows in zip(form.columns, columns, strict=True):
        children.extend(_column(x, rows, pitch, form, setting))
    moments = [row.moment for column in columns for row in column]
    group = GroupBox("Timeline", tuple(children), timeline_alt(moments))
    return Body("Timeline list", (group,), key=_key(moments, setting))


def _column(
    x: int, rows: list[_Row], pitch: int, form: _Form, setting: Setting
) -> list[TextBox | ShapeBox | LineBox]:
    """Return the boxes of one column: the rail first, so that markers stand on it."""
    boxes: list[TextBox | ShapeBox | LineBox] = []
    centre = points(form.date_size * 0.66)
    rail = x + form.rail
    tops = _tops(rows, pitch)
    if len(rows) > 1:
        start, end = tops[0] + centre, tops[-1] + centre
        boxes.append(LineBox("Rail", rail, start, rail, end, Outline(HAIR, points(2))))
    for row, y in zip(rows, tops, strict=True):
        boxes.append(marker(row.moment, rail, y + centre))
        boxes.extend(_texts(row, x, y, form, setting))
    return boxes


def _tops(rows: list[_Row], pitch: int) -> list[int]:
    """Return where each row starts: spread to the pitch where there is room."""
    slack = ROOM + ROW_GAP - sum(row.height for row in rows)
    share = max(slack, 0) // max(len(rows), 1)
    tops, y = [], TOP
    for row in rows:
        tops.append(y)
        y += row.height + max(0, min(share, pitch - row.height))
    return tops


def _date(moment: Moment, form: _Form, setting: Setting) -> Paragraph:
    """Return a moment's date, set on one line, or smaller on two where it is long."""
    style = replace(label_style(form.date_size, align="r", color=NAVY), bold=True)
    words = moment.date.short
    words = words[:1].upper() + words[1:]
    if setting.setter.natural_width(plain_runs(words, style)) > form.date_width / EMU_PER_PT:
        style = replace(style, size=LONG_DATE)
    paragraph = label_paragraph(plain_runs(words, style), style, origin=moment.origin, role="date")
    return setting.setter.set(paragraph, Frame(0, 0, form.date_width, 0), 0)[0]


def _texts(row: _Row, x: int, y: int, form: _Form, setting: Setting) -> list[TextBox]:
    """Return a row's date, right-aligned to the rail, and its text."""
    date = _date(row.moment, form, setting)
    date_frame = Frame(x, y, form.date_width, max(inches(0.33), row.height - ROW_GAP))
    text_style = label_style(form.text_size)
    text = label_paragraph(row.runs, text_style, origin=row.moment.origin, role="event")
    text = replace(text, said=with_date(row.moment))
    left = x + form.rail + TEXT_LEFT
    text_frame = Frame(left, y + form.text_drop, form.text_width, row.height - ROW_GAP)
    return [
        label_box("Date", date_frame, [date], setting, "t")[0],
        label_box("Event", text_frame, [text], setting, "t")[0],
    ]


def _key(moments: Sequence[Moment], setting: Setting) -> tuple[Box, ...]:
    """Return the key at the right of the kicker row: tracks shown, and what hollow means."""
    entries = [
        (look, look.label, False)
        for track, look in TRACKS.items()
        if any(moment.track == track for moment in moments)
    ]
    if any(approximate(moment) for moment in moments):
        hollow = TrackLook("", Color("tx1"), "ellipse", 0.15)
        entries.append((hollow, "Hollow: approximate date", True))
    style = label_style(14)
    boxes: list[Box] = []
    right = inches(12.667)
    for look, words, is_hollow in reversed(entries):
        run = run_of(words, style)
        width = points(setting.setter.natural_width([run]) + 3)
        frame = Frame(right - width, inches(0.435), width, inches(0.255))
        paragraph = label_paragraph([run], style)
        boxes.append(label_box(f"Key: {words}", frame, [paragraph], setting, "ctr")[0])
        centre = right - width - inches(0.16)
        name = f"Key marker: {words}"
        boxes.append(marker_shape(look, centre, inches(0.5625), hollow=is_hollow, name=name))
        right = centre - inches(0.25)
    return tuple(reversed(boxes))
