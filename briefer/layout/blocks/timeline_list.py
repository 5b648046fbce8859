"""The list form of a timeline: two columns of dated rows along a rail."""

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
)
from briefer.layout.blocks.panels import text_bodies
from briefer.layout.body import Body
from briefer.layout.boxes import Box, GroupBox, LineBox, Paragraph, Run, ShapeBox, TextBox
from briefer.layout.setting import Setting
from briefer.layout.text import run_of

TOP = inches(1.895)
ROOM = inches(4.40)
PITCH = inches(0.745)
SHORTEST = inches(0.62)
ROW_GAP = inches(0.13)
COLUMNS = (inches(0.6667), inches(6.867))
DATE_WIDTH = inches(1.42)
RAIL = inches(1.62)
TEXT_LEFT = inches(0.27)
TEXT_WIDTH = inches(3.91)
TEXT_SIZE = 16.0
DATE_SIZE = 18.0
ROWS = 6


@dataclass(frozen=True, slots=True)
class _Row:
    """A moment with its runs and its height in EMU, gap included."""

    moment: Moment
    runs: tuple[Run, ...]
    height: int


def arrange_list(moments: Sequence[Moment], setting: Setting) -> list[Body]:
    """Return pages of up to twelve moments in two columns, fewer where texts are long.

    A moment longer than a column makes the timeline plain text, which continues between words.
    """
    rows = [_row(moment, setting) for moment in moments]
    if any(row.height > ROOM + ROW_GAP for row in rows):
        return text_bodies(tuple(_point(moment) for moment in moments), setting)
    bodies = []
    while rows:
        page = _balanced(rows)
        rows = rows[sum(len(column) for column in page) :]
        bodies.append(_body(page, setting))
    return bodies


def _point(moment: Moment) -> Para:
    """Return a moment as a point that begins with its date."""
    words = moment.date.display
    lead = Text(f"{words[:1].upper()}{words[1:]}: ", bold=True)
    return Para((lead, *moment.text), "point", moment.origin)


def _row(moment: Moment, setting: Setting) -> _Row:
    """Return a measured row."""
    runs = moment_runs(moment, TEXT_SIZE, setting)
    width = TEXT_WIDTH / EMU_PER_PT
    lines = len(setting.setter.broken(runs, width, width))
    tall = points(lines * TEXT_SIZE * LABEL_LEADING) + ROW_GAP
    date_lines = len(_date(moment, setting).lines)
    return _Row(moment, runs, max(SHORTEST, points(date_lines * DATE_SIZE * 1.2) + ROW_GAP, tall))


def _balanced(rows: list[_Row]) -> tuple[list[_Row], list[_Row]]:
    """Return the next page's columns: as many rows as on the pages after it."""
    most = sum(len(column) for column in _take(rows))
    pages = -(-len(rows) // most)
    return _take(rows[: -(-len(rows) // pages)])


def _take(rows: list[_Row]) -> tuple[list[_Row], list[_Row]]:
    """Return the two columns of the next page, balanced where both fit."""
    for count in range(min(len(rows), 2 * ROWS), 0, -1):
        half = -(-count // 2)
        left, right = rows[:half], rows[half:count]
        if all(sum(row.height for row in column) <= ROOM + ROW_GAP for column in (left, right)):
            return left, right
    return rows[:1], []


def _body(columns: tuple[list[_Row], list[_Row]], setting: Setting) -> Body:
    """Return one page's body: a group of rails, markers, dates and texts."""
    children: list[TextBox | ShapeBox | LineBox] = []
    for x, rows in zip(COLUMNS, columns, strict=True):
        children.extend(_column(x, rows, setting))
    moments = [row.moment for column in columns for row in column]
    group = GroupBox("Timeline", tuple(children), timeline_alt(moments))
    return Body("Timeline list", (group,), key=_key(moments, setting))


def _column(x: int, rows: list[_Row], setting: Setting) -> list[TextBox | ShapeBox | LineBox]:
    """Return the boxes of one column: the rail first, so that markers stand on it."""
    boxes: list[TextBox | ShapeBox | LineBox] = []
    centre = inches(0.165)
    rail = x + RAIL
    tops = _tops(rows)
    if len(rows) > 1:
        start, end = tops[0] + centre, tops[-1] + centre
        boxes.append(LineBox("Rail", rail, start, rail, end, Outline(HAIR, points(2))))
    for row, y in zip(rows, tops, strict=True):
        boxes.append(marker(row.moment, rail, y + centre))
        boxes.extend(_texts(row, x, y, setting))
    return boxes


def _tops(rows: list[_Row]) -> list[int]:
    """Return where each row starts: spread to the design's pitch where there is room."""
    slack = ROOM + ROW_GAP - sum(row.height for row in rows)
    share = max(slack, 0) // max(len(rows), 1)
    tops, y = [], TOP
    for row in rows:
        tops.append(y)
        y += row.height + max(0, min(share, PITCH - row.height))
    return tops


def _date(moment: Moment, setting: Setting) -> Paragraph:
    """Return a moment's date, set: 18 pt on one line, 16 pt on two where it is long."""
    style = replace(label_style(DATE_SIZE, align="r", color=NAVY), bold=True)
    words = moment.date.short
    words = words[:1].upper() + words[1:]
    if setting.setter.natural_width(plain_runs(words, style)) > DATE_WIDTH / EMU_PER_PT:
        style = replace(style, size=TEXT_SIZE)
    paragraph = label_paragraph(plain_runs(words, style), style, origin=moment.origin, role="date")
    return setting.setter.set(paragraph, Frame(0, 0, DATE_WIDTH, 0), 0)[0]


def _texts(row: _Row, x: int, y: int, setting: Setting) -> list[TextBox]:
    """Return a row's date, right-aligned to the rail, and its text."""
    date = _date(row.moment, setting)
    date_frame = Frame(x, y, DATE_WIDTH, max(inches(0.33), row.height - ROW_GAP))
    text_style = label_style(TEXT_SIZE)
    text = label_paragraph(row.runs, text_style, origin=row.moment.origin, role="event")
    text_frame = Frame(x + RAIL + TEXT_LEFT, y + inches(0.02), TEXT_WIDTH, row.height - ROW_GAP)
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
