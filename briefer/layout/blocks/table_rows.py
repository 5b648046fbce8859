"""Set the rows of a table: how their text looks, how tall they are, where they part over pages.

In: a table's columns and rows, column widths. Out: set rows, not yet placed on a page. Must not
know: pages, what the table says. Cells have exact line spacing, so that all viewers agree on
heights (design page "slides", section 12).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefer.content import CiteMark, Inline, Para, Row, Table, Text
from briefer.geometry import EMU_PER_PT, Color, Insets, inches, points
from briefer.layout.boxes import Paragraph, Run
from briefer.layout.cutting import cut_para, most_fitting, sentence_end
from briefer.layout.inlines import ACCENT, plain_cell
from briefer.layout.setting import Setting
from briefer.layout.text import breaks_of_page, run_of
from briefer.template.model import LevelStyle

HEADER_SIZE = 14.0
NAME_SIZES = (18.0, 16.0, 14.0)
"""The sizes in pt of headings that are names: the first at which they stay low enough."""

BODY_SIZE = 18.0
BELOW_SIZE = 14.0
"""The size in pt of the quieter line under a cell's words."""

NUMERAL_SIZE = 28.0
"""The size in pt of a row's numeral (design page "slides", section 9)."""

MUTED = Color("tx1", lum_mod=75, lum_off=25)
LEADING = 1.2
HEADER_HEIGHT = inches(0.405)
NAMES_HEIGHT = inches(0.48)
ROW_HEIGHT = inches(0.67)
SIDE = inches(0.1)
CHOSEN_SIDE = inches(0.15)
EDGE = inches(0.05)
HEADER_SHARE = 0.3
"""The share of a table's height that its headings may take."""

CONTINUED = " (continued)"
TOLD = (Text("\N{EN DASH}"),)
"""What stands in the further part of a row where its cell was told in the part before."""

BLANK = "blank"
"""The role of the words in a cell that says nothing."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How large a table is set: its rows in EMU, what heads its rows and the line below in pt."""

    row: int = ROW_HEIGHT
    head: float = BODY_SIZE
    below: float = BELOW_SIZE


@dataclass(frozen=True, slots=True)
class SetRow:
    """A row: the paragraphs of each cell, not yet broken, and its height in EMU."""

    cells: tuple[tuple[Paragraph, ...], ...]
    height: int


@dataclass(frozen=True)
class RowSetter:
    """Sets the rows of one table in columns of these widths (EMU)."""

    block: Table
    widths: tuple[int, ...]
    setting: Setting

    def header(self, height: int) -> tuple[SetRow, bool]:
        """Return the header row of a table `height` EMU high, and whether words had to be cut.

        Headings that are names step down and are cut where they would take too much of it.
        """
        most = int(height * HEADER_SHARE)
        headings = [column.heading for column in self.block.columns]
        sizes = NAME_SIZES if self.block.names else (HEADER_SIZE,)
        for size in sizes:
            row = self._header(headings, size)
            if row.height <= most:
                return row, False
        while row.height > most and max(map(len, headings)) > 4:
            longest = max(range(len(headings)), key=lambda index: len(headings[index]))
            headings[longest] = _shorter(headings[longest])
            row = self._header(headings, sizes[-1])
        return row, True

    def rows(self, row: Row, scale: Scale, room: int) -> Iterator[SetRow]:
        """Yield a row, in parts where it is taller than `room` EMU, which is a page's."""
        rest: Row | None = row
        while rest is not None:
            done = self._row(rest, scale)
            if done.height <= room:
                yield done
                return
            first, rest = self._cut(rest, scale, room)
            yield self._row(first, scale)

    def insets(self, index: int) -> Insets:
        """Return a cell's insets: none at the table's own left and right edges."""
        columns = self.block.columns
        last = index == len(columns) - 1 and columns[index].align == "r"
        left = CHOSEN_SIDE if index == self.block.chosen else SIDE
        return Insets(0 if index == 0 else left, EDGE, 0 if last else SIDE, EDGE)

    def _header(self, headings: list[str], size: float) -> SetRow:
        cells = []
        for index, heading in enumerate(headings):
            style = self._style(index, size, header=True)
            cells.append((_exact((run_of(heading, style),), style, None),))
        base = NAMES_HEIGHT if self.block.names else HEADER_HEIGHT
        return self._set(tuple(cells), base)

    def _row(self, row: Row, scale: Scale) -> SetRow:
        cells = tuple(self._cell(row, index, scale) for index in range(len(self.widths)))
        return self._set(cells, scale.row)

    def _set(self, cells: tuple[tuple[Paragraph, ...], ...], base: int) -> SetRow:
        tallest = max(self._height(index, made) for index, made in enumerate(cells))
        return SetRow(cells, max(base, tallest))

    def _cell(self, row: Row, index: int, scale: Scale) -> tuple[Paragraph, ...]:
        """Return the paragraphs of a cell: its words, and the quieter line below."""
        look = self.setting.look()
        style = self._style(index, BODY_SIZE, scale=scale)
        runs = plain_cell(row.cells[index], style, look)
        if index == self.block.chosen:
            runs = tuple(_stressed(run) for run in runs)
        made: tuple[Paragraph, ...] = (_exact(runs, style, row),)
        below = row.below[index] if row.below else ()
        if below:
            size = min(style.size, scale.below)
            quiet = replace(style, size=size, bold=False, color=MUTED)
            made += (_exact(plain_cell(below, quiet, look), quiet, row),)
        if any(paragraph.text.strip() or _numbered(paragraph) for paragraph in made):
            return made
        return (self._blank(row, index),)

    def _blank(self, row: Row, index: int) -> Paragraph:
        """Return what stands in a cell that says nothing: no table has blank cells (HHS, 3)."""
        column = self.block.columns[index]
        style = replace(self._style(index, BODY_SIZE), font="minor", size=BODY_SIZE)
        style = replace(style, bold=False, color=MUTED)
        return replace(_exact((run_of(column.blank, style),), style, row), role=BLANK)

    def _height(self, index: int, paragraphs: tuple[Paragraph, ...]) -> int:
        """Return the height in EMU that a cell needs."""
        insets = self.insets(index)
        width = (self.widths[index] - insets.left - insets.right) / EMU_PER_PT
        setter = self.setting.setter
        height = sum(setter.line_count(p.runs, width) * p.spacing_pt for p in paragraphs)
        return points(height) + 2 * EDGE

    def _style(
        self, index: int, size: float, *, header: bool = False, scale: Scale | None = None
    ) -> LevelStyle:
        """Return the style of a cell's text."""
        column = self.block.columns[index]
        strong = header or column.bold
        color = Color("tx2") if strong else Color("tx1")
        if header and index == self.block.chosen:
            color = Color("bg1")
        numeral = not header and column.numeral
        if numeral:
            size = NUMERAL_SIZE
        elif scale is not None and column.bold:
            size = scale.head
        return LevelStyle(
            font="major" if numeral else "minor",
            size=size,
            bold=strong or numeral,
            color=ACCENT if numeral else color,
            align="r" if column.align == "r" else "l",
        )

    def _cut(self, row: Row, scale: Scale, room: int) -> tuple[Row, Row | None]:
        """Return the part of a row that fits `room` EMU, and the rest.

        What heads the row, and what only cites, stands with both parts.
        """
        first: list[tuple[Inline, ...]] = []
        rest: list[tuple[Inline, ...]] = []
        progress = False
        for index, cell in enumerate(row.cells):
            if self._height(index, self._cell(row, index, scale)) <= room:
                first.append(cell)
                rest.append(self._again(index, cell))
                continue
            head, tail = self._cut_cell(row, index, scale, room)
            progress = progress or bool(tail)
            first.append(head)
            rest.append(tail or TOLD)
        parts = replace(row, cells=tuple(first)), replace(row, cells=tuple(rest))
        return parts if progress else (parts[0], None)

    def _cut_cell(
        self, row: Row, index: int, scale: Scale, room: int
    ) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
        """Return the words of a cell that fit, and the others; both keep their citations."""
        para = Para(row.cells[index])

        def fits(position: int) -> bool:
            """Return whether the words before `position` fit."""
            cells = list(row.cells)
            cells[index] = cut_para(para, position)[0].inlines
            made = self._cell(replace(row, cells=tuple(cells)), index, scale)
            return self._height(index, made) <= room

        position = most_fitting(breaks_of_page(para.text), fits)
        if position is None:
            position = most_fitting(range(1, len(para.text)), fits)
        if position is None:
            return para.inlines, ()
        head, tail = cut_para(para, sentence_end(para.text, position))
        return head.inlines, tail.inlines

    def _again(self, index: int, cell: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """Return what a cell that is told already shows beside the rest of its row."""
        if index == 0 and self.block.columns[0].bold and cell:
            told = Para(cell).text.endswith(CONTINUED)
            return cell if told else (*cell, Text(CONTINUED))
        only_cites = all(isinstance(inline, CiteMark) for inline in cell)
        return cell if only_cites else TOLD


def _numbered(paragraph: Paragraph) -> bool:
    """Return whether a paragraph shows the numbers of sources."""
    return any(run.numbers for run in paragraph.runs)


def _exact(runs: tuple[Run, ...], style: LevelStyle, row: Row | None) -> Paragraph:
    """Return a cell's paragraph with exact line spacing."""
    exact = round(style.size * LEADING, 1)
    return Paragraph(runs=runs, style=style, spacing_pt=exact, origin=row.origin if row else None)


def _stressed(run: Run) -> Run:
    """Return a run of the chosen column; its bold words take the colour of headings."""
    stands_out = run.bold and run.color == Color("tx1")
    return replace(run, color=Color("tx2")) if stands_out else run


def _shorter(heading: str) -> str:
    """Return a heading with a tenth of its words cut from its end."""
    kept = heading.rstrip("\N{HORIZONTAL ELLIPSIS} ")
    kept = kept[: max(2, min(len(kept) - 1, len(kept) * 9 // 10))]
    return f"{kept.rstrip(' ,;:')}\N{HORIZONTAL ELLIPSIS}"
