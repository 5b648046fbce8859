"""Arrange a table: rows of measured height, continued on further pages under the same header."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefer.content import Table
from briefer.geometry import EMU_PER_PT, Color, Frame, inches
from briefer.layout.blocks.alternatives import LONGEST_ALT
from briefer.layout.blocks.table_rows import ROW_HEIGHT, RowSetter, Scale, SetRow
from briefer.layout.body import Body
from briefer.layout.boxes import Cell, Paragraph, TableBox
from briefer.layout.setting import Setting, required
from briefer.template.model import Placeholder

SPREAD_HEIGHT = inches(0.804)
"""The height of the rows of a spread table: five fill a page (design page "slides", section 9)."""

OPTION_HEIGHT = inches(0.72)
"""The greatest height of the rows of a table of options, over the strip below it."""

HEAD_SIZE = 20.0
"""The size in pt of what heads the rows of a spread table."""

SPREAD_BELOW_SIZE = 16.0
"""The size in pt of the quieter line in a spread table (design page "slides", section 9)."""

_SPREAD = (
    Scale(SPREAD_HEIGHT, HEAD_SIZE, SPREAD_BELOW_SIZE),
    Scale(below=SPREAD_BELOW_SIZE),
)


def arrange_table(block: Table, setting: Setting, layout: str = "Table") -> list[Body]:
    """Return the bodies of a table; at least two rows stand on each page where possible.

    `layout` names a template layout whose placeholder 20 is the table's.
    """
    placeholder = required(setting.template, layout, 20)
    setter = RowSetter(block, _widths(block, placeholder.frame), setting)
    header, shortened = setter.header(placeholder.frame.h)
    room = placeholder.frame.h - header.height
    pages: list[list[SetRow]] = []
    for scale in _scales(block, room):
        rows = [part for row in block.rows for part in setter.rows(row, scale, room)]
        pages = _pages(rows, room)
        if len(pages) == 1:
            break
    return [
        Body(layout, (_box(setter, placeholder, (header, *page)),), shortened=shortened)
        for page in pages
    ]


def _scales(block: Table, room: int) -> Iterator[Scale]:
    """Yield the scales to try: a larger one stands where all rows then fit on one page."""
    if block.spread:
        yield from _SPREAD
        return
    if block.roomy:
        most = OPTION_HEIGHT if block.names else SPREAD_HEIGHT
        yield Scale(max(ROW_HEIGHT, min(most, room // len(block.rows))))
    yield Scale()


def _pages(rows: list[SetRow], room: int) -> list[list[SetRow]]:
    """Return rows by page; a last page of one row takes one from the page before it."""
    pages: list[list[SetRow]] = [[]]
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


def _fill(block: Table, index: int, *, header: bool) -> Color | None:
    """Return the fill of a cell: only the chosen column stands out."""
    if index != block.chosen:
        return None
    return Color("tx2") if header else Color("bg2")


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


def _cells(setter: RowSetter, row: SetRow, *, x: int, y: int, header: bool) -> Iterator[Cell]:
    """Yield the cells of a row at a place on the page, their lines placed."""
    for index, paragraphs in enumerate(row.cells):
        insets, width = setter.insets(index), setter.widths[index]
        area = Frame(x + insets.left, y, width - insets.left - insets.right, row.height)
        fill = _fill(setter.block, index, header=header)
        yield Cell(_centred(paragraphs, area, setter.setting), insets, fill)
        x += width


def _box(setter: RowSetter, placeholder: Placeholder, rows: tuple[SetRow, ...]) -> TableBox:
    """Return the table box with every cell's lines placed, centred in its row."""
    block, frame = setter.block, placeholder.frame
    y = frame.y
    placed = []
    for row in rows:
        placed.append(tuple(_cells(setter, row, x=frame.x, y=y, header=row is rows[0])))
        y += row.height
    heights = tuple(row.height for row in rows)
    return TableBox(
        name=placeholder.name,
        frame=replace(frame, h=sum(heights)),
        widths=setter.widths,
        heights=heights,
        rows=tuple(placed),
        alt=_alt(block, len(rows) - 1),
        idx=placeholder.idx,
    )


def _alt(block: Table, rows: int) -> str:
    """Return the alternative text; headings that are too long for it are heard in the table."""
    what = f"{block.summary or 'Table'}: {rows} {'row' if rows == 1 else 'rows'}"
    headings = ", ".join(column.heading for column in block.columns)
    told = f"{what}; columns {headings}."
    return told if len(told) <= LONGEST_ALT else f"{what}, {len(block.columns)} columns."
