"""Arrange a table: rows of measured height, continued on further pages under the same header."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefer.content import Row, Table
from briefer.geometry import EMU_PER_PT, Color, Frame, Insets, inches, points
from briefer.layout.body import Body
from briefer.layout.boxes import Cell, Paragraph, Run, TableBox
from briefer.layout.inlines import ACCENT, plain_cell
from briefer.layout.setting import Setting, required
from briefer.layout.text import run_of
from briefer.template.model import LevelStyle, Placeholder

HEADER_SIZE = 14.0
BODY_SIZES = (18.0, 16.0, 14.0)
"""Cell text in pt; the smaller ones only for a row that would fill a page by itself."""

BELOW_SIZE = 14.0
"""The size in pt of the quieter line under a cell's words."""

SPREAD_BELOW_SIZE = 16.0
"""The size in pt of that line in a spread table (design page "slides", section 9)."""

NUMERAL_SIZE = 28.0
"""The size in pt of a row's numeral (design page "slides", section 9)."""

MUTED = Color("tx1", lum_mod=75, lum_off=25)
LEADING = 1.2
HEADER_HEIGHT = inches(0.405)
ROW_HEIGHT = inches(0.67)
SPREAD_HEIGHT = inches(0.804)
"""The height of the rows of a spread table: five fill a page (design page "slides", section 9)."""

HEAD_SIZE = 20.0
"""The size in pt of what heads the rows of a spread table."""

SIDE = inches(0.1)
EDGE = inches(0.05)


@dataclass(frozen=True, slots=True)
class _Scale:
    """How large a table is set: its rows in EMU, what heads its rows and the line below in pt."""

    row: int = ROW_HEIGHT
    head: float = BODY_SIZES[0]
    below: float = BELOW_SIZE


_PLAIN = _Scale()
_SPREAD = (
    _Scale(SPREAD_HEIGHT, HEAD_SIZE, SPREAD_BELOW_SIZE),
    _Scale(below=SPREAD_BELOW_SIZE),
)
"""The scales of a spread table: the first where all rows then fit on one page."""


@dataclass(frozen=True, slots=True)
class _SetRow:
    """A row: the paragraphs of each cell, not yet broken, and its height in EMU."""

    cells: tuple[tuple[Paragraph, ...], ...]
    height: int


def arrange_table(block: Table, setting: Setting, layout: str = "Table") -> list[Body]:
    """Return the bodies of a table; at least two rows stand on each page where possible.

    `layout` names a template layout whose placeholder 20 is the table's.
    """
    placeholder = required(setting.template, layout, 20)
    widths = _widths(block, placeholder.frame)
    header = _set_row(block, None, widths, setting, HEADER_SIZE)
    pages: list[list[_SetRow]] = []
    for scale in _SPREAD if block.spread else (_PLAIN,):
        rows = [_body_row(block, row, widths, setting, placeholder, scale) for row in block.rows]
        pages = _pages(rows, placeholder.frame.h - header.height)
        if len(pages) == 1:
            break
    bodies = []
    for page in pages:
        box = _box(block, placeholder, widths, (header, *page), setting)
        bodies.append(Body(layout, (box,)))
    return bodies


def _pages(rows: list[_SetRow], room: int) -> list[list[_SetRow]]:
    """Return rows by page; a last page of one row takes one from the page before it."""
    pages: list[list[_SetRow]] = [[]]
    for row in rows:
        if pages[-1] and sum(r.height for r in pages[-1]) + row.height > room:
            pages.append([])
        pages[-1].append(row)
    if len(pages) > 1 and len(pages[-1]) == 1 and len(pages[-2]) > 2:
        moved = pages[-2].pop()
        if moved.height + pages[-1][0].height <= room:
            pages[-1].insert(0, moved)
        else:
            pages[-2].append(moved)
    return pages


def _widths(block: Table, frame: Frame) -> tuple[int, ...]:
    """Return column widths in EMU that add up to the frame's width."""
    total = sum(column.share for column in block.columns)
    widths = [int(frame.w * column.share / total) for column in block.columns]
    widths[-1] += frame.w - sum(widths)
    return tuple(widths)


def _insets(block: Table, index: int) -> Insets:
    """Return a cell's insets: none at the table's own left and right edges."""
    last = index == len(block.columns) - 1 and block.columns[index].align == "r"
    return Insets(0 if index == 0 else SIDE, EDGE, 0 if last else SIDE, EDGE)


def _style(
    block: Table, index: int, size: float, *, header: bool, scale: _Scale = _PLAIN
) -> LevelStyle:
    """Return the style of a cell's text; a row that had to step down has no larger parts."""
    column = block.columns[index]
    strong = header or column.bold
    color = Color("tx2") if strong else Color("tx1")
    if header and index == block.chosen:
        color = Color("bg1")
    whole = not header and size == BODY_SIZES[0]
    numeral = not header and column.numeral
    if whole and numeral:
        size = NUMERAL_SIZE
    elif whole and column.bold:
        size = scale.head
    return LevelStyle(
        font="major" if numeral else "minor",
        size=size,
        bold=strong or numeral,
        color=ACCENT if numeral else color,
        align="r" if column.align == "r" else "l",
    )


def _below_style(style: LevelStyle, scale: _Scale) -> LevelStyle:
    """Return the style of the quieter line under a cell's words."""
    return replace(style, size=min(style.size, scale.below), bold=False, color=MUTED)


def _fill(block: Table, index: int, *, header: bool) -> Color | None:
    """Return the fill of a cell: only the chosen column stands out."""
    if index != block.chosen:
        return None
    return Color("tx2") if header else Color("bg2")


def _body_row(
    block: Table,
    row: Row,
    widths: tuple[int, ...],
    setting: Setting,
    placeholder: Placeholder,
    scale: _Scale,
) -> _SetRow:
    """Return a set row, its text stepped down only where it would not fit a page."""
    room = placeholder.frame.h - HEADER_HEIGHT
    done = _set_row(block, row, widths, setting, BODY_SIZES[0], scale)
    for size in BODY_SIZES[1:]:
        if done.height <= room:
            break
        done = _set_row(block, row, widths, setting, size, scale)
    return done


def _set_row(
    block: Table,
    row: Row | None,
    widths: tuple[int, ...],
    setting: Setting,
    size: float,
    scale: _Scale = _PLAIN,
) -> _SetRow:
    """Return a row (the header when None) with runs and measured height."""
    cells = []
    tallest = 0.0
    for index, column in enumerate(block.columns):
        style = _style(block, index, size, header=row is None, scale=scale)
        heading = (run_of(column.heading, style),)
        runs = plain_cell(row.cells[index], style, setting.look()) if row else heading
        made = [_exact(runs, style, row)]
        if row and row.below and row.below[index]:
            quiet = _below_style(style, scale)
            made.append(_exact(plain_cell(row.below[index], quiet, setting.look()), quiet, row))
        insets = _insets(block, index)
        width = (widths[index] - insets.left - insets.right) / EMU_PER_PT
        height = sum(
            max(1, len(setting.setter.broken(p.runs, width, width))) * p.spacing_pt for p in made
        )
        tallest = max(tallest, height)
        cells.append(tuple(made))
    base = HEADER_HEIGHT if row is None else scale.row
    return _SetRow(tuple(cells), max(base, points(tallest) + 2 * EDGE))


def _exact(runs: tuple[Run, ...], style: LevelStyle, row: Row | None) -> Paragraph:
    """Return a cell's paragraph with exact line spacing, so that all viewers agree on heights."""
    exact = round(style.size * LEADING, 1)
    return Paragraph(runs=runs, style=style, spacing_pt=exact, origin=row.origin if row else None)


def _centred(
    paragraphs: tuple[Paragraph, ...], area: Frame, setting: Setting
) -> tuple[Paragraph, ...]:
    """Return a cell's paragraphs with their lines placed, centred in its height."""
    heights = [setting.setter.set(paragraph, area, 0)[1] for paragraph in paragraphs]
    top = (area.h / EMU_PER_PT - sum(heights)) / 2
    placed = []
    for paragraph, height in zip(paragraphs, heights, strict=True):
        placed.append(setting.setter.set(paragraph, area, top)[0])
        top += height
    return tuple(placed)


def _box(
    block: Table,
    placeholder: Placeholder,
    widths: tuple[int, ...],
    rows: tuple[_SetRow, ...],
    setting: Setting,
) -> TableBox:
    """Return the table box with every cell's lines placed, centred in its row."""
    frame = placeholder.frame
    y = frame.y
    placed = []
    for row in rows:
        x = frame.x
        cells = []
        for index, paragraphs in enumerate(row.cells):
            insets = _insets(block, index)
            area = Frame(x + insets.left, y, widths[index] - insets.left - insets.right, row.height)
            fill = _fill(block, index, header=row is rows[0])
            cells.append(Cell(_centred(paragraphs, area, setting), insets, fill))
            x += widths[index]
        placed.append(tuple(cells))
        y += row.height
    heights = tuple(row.height for row in rows)
    headings = ", ".join(column.heading for column in block.columns)
    return TableBox(
        name=placeholder.name,
        frame=replace(frame, h=sum(heights)),
        widths=widths,
        heights=heights,
        rows=tuple(placed),
        alt=f"{block.summary or 'Table'}: {len(rows) - 1} rows; columns {headings}.",
        idx=placeholder.idx,
    )
