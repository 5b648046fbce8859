"""Native tables.

In: a `TableBox`. Out: an `a:tbl` as markup. The rules come from the template's own table style;
where the template has none of that look they are drawn on the cells, as the painter draws them.
Must not know: what the table says.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from briefer.geometry import EMU_PER_PT, Color, Outline
from briefer.layout.boxes import Cell, TableBox
from briefer.records.text import xml_text
from briefer.writers.pptx.elements import name
from briefer.writers.pptx.markup import element, marked
from briefer.writers.pptx.text import Links, paragraphs_of

NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's built-in "No Style, No Grid"."""

_STRONG = Outline(Color("tx2"), round(1.5 * EMU_PER_PT))
_HAIR = Outline(Color("tx1", lum_mod=25, lum_off=75), round(0.75 * EMU_PER_PT))
_LAST = Outline(Color("tx2"), EMU_PER_PT)


@dataclass(frozen=True, slots=True)
class TableLook:
    """The table style to name, and whether rules must be drawn on the cells."""

    style: str = NO_STYLE
    draw_rules: bool = True


def read_look(table_styles: bytes | None) -> TableLook:
    """Return the default style of a tableStyles part if it draws rules and fills nothing."""
    if table_styles is None:
        return TableLook()
    styles = etree.fromstring(table_styles)
    default = styles.get("def", "")
    for style in styles.iter(name("a:tblStyle")):
        ruled = style.find(f".//{name('a:insideH')}") is not None
        if style.get("styleId") == default and ruled and not _fills(style):
            return TableLook(default, draw_rules=False)
    return TableLook()


def _fills(style: etree._Element) -> bool:
    fills = [child.tag for fill in style.iter(name("a:fill")) for child in fill]
    return any(tag != name("a:noFill") for tag in fills) or any(style.iter(name("a:fillRef")))


def table_of(box: TableBox, links: Links, look: TableLook) -> str:
    """Return `a:tbl`: grid, rows of exact height, first row marked as header."""
    heads = ' firstCol="1"' if _has_row_heads(box) else ""
    grid = "".join([f'<a:gridCol w="{width}"/>' for width in box.widths])
    last = len(box.rows) - 1
    rows = []
    for index, (height, cells) in enumerate(zip(box.heights, box.rows, strict=True)):
        if len(cells) != len(box.widths):
            raise ValueError(f"table {box.name!r} has {len(cells)} cells in row {index}")
        rules = _rules(index, last) if look.draw_rules else None
        made = "".join([_cell(cell, links, rules) for cell in cells])
        rows.append(f'<a:tr h="{height}">{made}</a:tr>')
    return (
        f'<a:tbl><a:tblPr firstRow="1"{heads}>{element("a:tableStyleId", xml_text(look.style))}'
        f"</a:tblPr><a:tblGrid>{grid}</a:tblGrid>{''.join(rows)}</a:tbl>"
    )


def _has_row_heads(box: TableBox) -> bool:
    """Return whether the first column heads its rows: all its words below the header are bold.

    A second, quieter line in a cell does not count.
    """
    runs = [
        run
        for row in box.rows[1:]
        for paragraph in row[0].paragraphs[:1]
        for run in paragraph.runs
        if not run.superscript
    ]
    return bool(runs) and all(run.bold for run in runs)


def _rules(index: int, last: int) -> tuple[Outline, Outline]:
    """Return the rules above and below a row (design page "slides", section 10)."""
    above = _STRONG if index in (0, 1) else _HAIR
    below = _LAST if index == last else _STRONG if index == 0 else _HAIR
    return above, below


def _cell(cell: Cell, links: Links, rules: tuple[Outline, Outline] | None) -> str:
    looks, insets = links.looks, cell.insets
    text = paragraphs_of(cell.paragraphs, links, explicit=True, in_table=True)
    drawn = ""
    if rules:
        above, below = looks.line(rules[0], tag="a:lnT"), looks.line(rules[1], tag="a:lnB")
        drawn = f"{looks.line(None, tag='a:lnL')}{looks.line(None, tag='a:lnR')}{above}{below}"
    fill = looks.fill(cell.fill) if rules or cell.fill is not None else ""
    properties = marked(
        "a:tcPr",
        {
            "marL": insets.left,
            "marR": insets.right,
            "marT": insets.top,
            "marB": insets.bottom,
            "anchor": "ctr",
        },
        drawn,
        fill,
    )
    return f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{text}</a:txBody>{properties}</a:tc>"
