"""Finished pages as plain values that any language reads from JSON.

In: pages and their template. Out: dictionaries: boxes with frames in EMU, colours as six hex
digits, fonts by name. Peers get them ready, so they are spared composing, citing and measuring.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from briefer.geometry import Color, Frame, Outline
from briefer.layout.boxes import (
    Box,
    Cell,
    ChartBox,
    GroupBox,
    LineBox,
    Page,
    Paragraph,
    PictureBox,
    Run,
    ShapeBox,
    TableBox,
    TextBox,
)
from briefer.template.model import Template

Plain: TypeAlias = dict[str, Any]

_TITLES = ("title", "ctrTitle")


def plain_pages(pages: Sequence[Page], template: Template) -> Plain:
    """Return a deck as plain values."""
    return {
        "width": template.width,
        "height": template.height,
        "pages": [_page(page, template) for page in pages],
    }


def _page(page: Page, template: Template) -> Plain:
    return {
        "title": page.title,
        "background": template.rgb(page.background),
        "notes": page.notes,
        "boxes": [_box(box, template) for box in page.boxes],
    }


def _box(box: Box, template: Template) -> Plain:
    match box:
        case TextBox():
            return _text(box, template)
        case ShapeBox():
            return _shape(box, template)
        case LineBox():
            return _line(box, template)
        case TableBox():
            return _table(box, template)
        case ChartBox():
            return _chart(box, template)
        case GroupBox():
            children = [_box(child, template) for child in box.children]
            return {"type": "group", "name": box.name, "alt": box.alt, "children": children}
        case PictureBox():
            raise ValueError("no measured deck has pictures")


def _text(box: TextBox, template: Template) -> Plain:
    insets = box.insets
    return {
        "type": "text",
        "name": box.name,
        "frame": _frame(box.frame),
        "title": box.ph_type in _TITLES,
        "paragraphs": [_paragraph(paragraph, template) for paragraph in box.paragraphs],
        "anchor": box.anchor,
        "insets": [insets.left, insets.top, insets.right, insets.bottom],
        "fill": _color(box.fill, template),
        "line": _outline(box.outline, template),
    }


def _shape(box: ShapeBox, template: Template) -> Plain:
    return {
        "type": "shape",
        "name": box.name,
        "frame": _frame(box.frame),
        "geometry": box.geometry,
        "fill": _color(box.fill, template),
        "line": _outline(box.outline, template),
        "alt": box.alt,
    }


def _line(box: LineBox, template: Template) -> Plain:
    return {
        "type": "line",
        "name": box.name,
        "ends": [box.x1, box.y1, box.x2, box.y2],
        "line": _outline(box.line, template),
        "arrow": box.arrow,
        "alt": box.alt,
    }


def _table(box: TableBox, template: Template) -> Plain:
    return {
        "type": "table",
        "name": box.name,
        "frame": _frame(box.frame),
        "widths": list(box.widths),
        "heights": list(box.heights),
        "rows": [[_cell(cell, template) for cell in row] for row in box.rows],
        "alt": box.alt,
    }


def _cell(cell: Cell, template: Template) -> Plain:
    return {
        "paragraphs": [_paragraph(paragraph, template) for paragraph in cell.paragraphs],
        "fill": _color(cell.fill, template),
    }


def _chart(box: ChartBox, template: Template) -> Plain:
    return {
        "type": "chart",
        "name": box.name,
        "frame": _frame(box.frame),
        "shape": box.shape,
        "categories": list(box.categories),
        "series": [
            {
                "name": series.name,
                "values": list(series.values),
                "color": template.rgb(series.color),
            }
            for series in box.series
        ],
        "size": box.size,
        "alt": box.alt,
    }


def _paragraph(paragraph: Paragraph, template: Template) -> Plain:
    return {
        "align": paragraph.align,
        "bullet": bool(paragraph.style.bullet),
        "runs": [_run(run, template) for run in paragraph.runs],
    }


def _run(run: Run, template: Template) -> Plain:
    plain: Plain = {
        "text": run.text,
        "size": run.size,
        "color": template.rgb(run.color),
        "font": template.major_font if run.font == "major" else template.minor_font,
    }
    flags = {"bold": run.bold, "italic": run.italic, "raised": run.superscript, "url": run.url}
    return plain | {name: value for name, value in flags.items() if value}


def _frame(frame: Frame) -> list[int]:
    return [frame.x, frame.y, frame.w, frame.h]


def _color(color: Color | None, template: Template) -> str | None:
    return None if color is None else template.rgb(color)


def _outline(line: Outline | None, template: Template) -> list[str | int] | None:
    return None if line is None else [template.rgb(line.color), line.width, line.dash]
