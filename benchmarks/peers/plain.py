"""Finished pages written with plain python-pptx, as its documentation shows.

    python -m benchmarks.peers.plain write PAGES.json DECK.pptx
    python -m benchmarks.peers.plain read DECK.pptx
    python -m benchmarks.peers.plain chain SLIDES DECK.pptx

In: pages as `peers/pages.py` tells them. Out: a .pptx with the same text boxes, shapes,
connectors, tables, native charts, web links and notes; how much text a deck holds. Left out: what
python-pptx has no function for (alternative texts of tables, links inside the text of a deck).
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Inches, Pt

Untyped: TypeAlias = Any
"""Objects of python-pptx, whose types are told in part only."""

_TITLE_ONLY, _BLANK = 5, 6
"""Layouts of python-pptx's own template."""
_GEOMETRIES = {"ellipse": MSO_SHAPE.OVAL, "diamond": MSO_SHAPE.DIAMOND}
_ANCHORS = {"t": MSO_ANCHOR.TOP, "ctr": MSO_ANCHOR.MIDDLE, "b": MSO_ANCHOR.BOTTOM}
_ALIGNS = {"l": PP_ALIGN.LEFT, "ctr": PP_ALIGN.CENTER, "r": PP_ALIGN.RIGHT}
_CHARTS = {
    "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "stacked": XL_CHART_TYPE.COLUMN_STACKED,
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    "line": XL_CHART_TYPE.LINE_MARKERS,
}


def write(pages: Path, target: Path) -> int:
    """Write pages box by box; return how many slides there are."""
    deck = json.loads(pages.read_text(encoding="utf-8"))
    presentation: Any = Presentation()
    presentation.slide_width, presentation.slide_height = Emu(deck["width"]), Emu(deck["height"])
    for page in deck["pages"]:
        titled = any(box.get("title") for box in page["boxes"])
        layout = presentation.slide_layouts[_TITLE_ONLY if titled else _BLANK]
        slide = presentation.slides.add_slide(layout)
        slide.background.fill.solid()
        slide.background.fill.fore_color.rgb = _rgb(page["background"])
        for box in page["boxes"]:
            _add(slide.shapes, box)
        if page["notes"]:
            slide.notes_slide.notes_text_frame.text = page["notes"]
    presentation.save(str(target))
    return len(deck["pages"])


def read(deck: Path) -> int:
    """Return how many characters the shapes of a deck hold: text, tables, groups and notes."""
    presentation = Presentation(str(deck))
    return sum(len(text) for slide in presentation.slides for text in texts(slide))


def chain(slides: int, target: Path) -> int:
    """Write slides that each link to the next, with a button; return how many there are."""
    presentation: Any = Presentation()
    made = [
        presentation.slides.add_slide(presentation.slide_layouts[_BLANK]) for _ in range(slides)
    ]
    for slide, following in zip(made, made[1:], strict=False):
        button = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, Inches(2), Inches(1))
        button.click_action.target_slide = following
    presentation.save(str(target))
    return slides


def _add(shapes: Untyped, box: dict[str, Any]) -> None:
    match box["type"]:
        case "text":
            _add_text(shapes, box)
        case "shape":
            geometry = _GEOMETRIES.get(box["geometry"], MSO_SHAPE.RECTANGLE)
            made = shapes.add_shape(geometry, *map(Emu, box["frame"]))
            made.name = box["name"]
            made.shadow.inherit = False
            _dress(made, box)
            _describe(made, box["alt"])
        case "line":
            _add_line(shapes, box)
        case "table":
            _add_table(shapes, box)
        case "chart":
            _add_chart(shapes, box)
        case _:
            group = shapes.add_group_shape()
            group.name = box["name"]
            _describe(group, box["alt"])
            for child in box["children"]:
                _add(group.shapes, child)


def _add_text(shapes: Untyped, box: dict[str, Any]) -> None:
    if box["title"] and shapes.title is not None:
        made = shapes.title
        made.left, made.top, made.width, made.height = map(Emu, box["frame"])
    else:
        made = shapes.add_textbox(*map(Emu, box["frame"]))
        made.name = box["name"]
    frame = made.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = _ANCHORS[box["anchor"]]
    frame.margin_left, frame.margin_top, frame.margin_right, frame.margin_bottom = map(
        Emu, box["insets"]
    )
    _dress(made, box)
    _write(frame, box["paragraphs"])


def _dress(shape: Untyped, box: dict[str, Any]) -> None:
    if box["fill"]:
        shape.fill.solid()
        shape.fill.fore_color.rgb = _rgb(box["fill"])
    elif box["type"] == "shape":
        shape.fill.background()
    if box["line"]:
        _draw(shape.line, box["line"])
    elif box["type"] == "shape":
        shape.line.fill.background()


def _rgb(digits: str) -> Untyped:
    make: Untyped = RGBColor.from_string
    return make(digits)


def _draw(line: Untyped, drawn: list[Any]) -> None:
    color, width, dash = drawn
    line.color.rgb = _rgb(color)
    line.width = Emu(width)
    if dash == "dash":
        line.dash_style = MSO_LINE.DASH


def _describe(shape: Untyped, alt: str) -> None:
    """Give a shape its alternative text, for which python-pptx has no function."""
    if alt:
        shape._element.xpath(".//p:cNvPr")[0].set("descr", alt)


def _write(frame: Untyped, paragraphs: list[dict[str, Any]]) -> None:
    for number, paragraph in enumerate(paragraphs):
        made = frame.add_paragraph() if number else frame.paragraphs[0]
        made.alignment = _ALIGNS[paragraph["align"]]
        for run in paragraph["runs"]:
            written = made.add_run()
            written.text = run["text"]
            font = written.font
            font.size, font.name = Pt(run["size"]), run["font"]
            font.color.rgb = _rgb(run["color"])
            font.bold, font.italic = run.get("bold", False), run.get("italic", False)
            if run.get("raised"):
                font._element.set("baseline", "30000")
            if run.get("url"):
                written.hyperlink.address = run["url"]


def _add_line(shapes: Untyped, box: dict[str, Any]) -> None:
    made = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *map(Emu, box["ends"]))
    made.name = box["name"]
    if box["line"]:
        _draw(made.line, box["line"])
    _describe(made, box["alt"])


def _add_table(shapes: Untyped, box: dict[str, Any]) -> None:
    rows = box["rows"]
    made = shapes.add_table(len(rows), len(box["widths"]), *map(Emu, box["frame"]))
    made.name = box["name"]
    table = made.table
    for column, width in zip(table.columns, box["widths"], strict=True):
        column.width = Emu(width)
    for row, height in zip(table.rows, box["heights"], strict=True):
        row.height = Emu(height)
    for y, cells in enumerate(rows):
        for x, cell in enumerate(cells):
            written = table.cell(y, x)
            if cell["fill"]:
                written.fill.solid()
                written.fill.fore_color.rgb = _rgb(cell["fill"])
            _write(written.text_frame, cell["paragraphs"])


def _add_chart(shapes: Untyped, box: dict[str, Any]) -> None:
    data = importlib.import_module("pptx.chart.data").ChartData()
    data.categories = box["categories"]
    for series in box["series"]:
        data.add_series(series["name"], series["values"])
    made = shapes.add_chart(_CHARTS[box["shape"]], *map(Emu, box["frame"]), data)
    made.name = box["name"]
    for written, series in zip(made.chart.plots[0].series, box["series"], strict=True):
        written.format.fill.solid()
        written.format.fill.fore_color.rgb = _rgb(series["color"])
    _describe(made, box["alt"])


def texts(slide: Untyped) -> Iterator[str]:
    """Yield the texts of a slide: its shapes, cells, groups and notes."""
    for shape in slide.shapes:
        yield from _texts_of(shape)
    if slide.has_notes_slide:
        yield slide.notes_slide.notes_text_frame.text


def _texts_of(shape: Untyped) -> Iterator[str]:
    if shape.has_text_frame:
        yield shape.text_frame.text
    elif getattr(shape, "has_table", False):
        for row in shape.table.rows:
            for cell in row.cells:
                yield cell.text_frame.text
    elif hasattr(shape, "shapes"):
        for child in shape.shapes:
            yield from _texts_of(child)


def main() -> None:
    """Do what the command line says; print how much there was."""
    what, argument, *targets = sys.argv[1:]
    if what == "write":
        done = write(Path(argument), Path(targets[0]))
    elif what == "chain":
        done = chain(int(argument), Path(targets[0]))
    else:
        done = read(Path(argument))
    sys.stdout.write(f"{done}\n")


if __name__ == "__main__":
    main()
