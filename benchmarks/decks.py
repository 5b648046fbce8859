"""The same deck, twice: as Briefer exports it, and as a program on plain python-pptx would.

In: a number of slides. Out: a .pptx. The peer is handed Briefer's pages and writes their boxes one
by one: text boxes with runs, tables, shapes, connectors, charts and notes. So it does the same work
but for composing, citing and laying out, which it is spared.
"""

from __future__ import annotations

import importlib
import pickle
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.shapes.shapetree import GroupShapes, SlideShapes
from pptx.text.text import TextFrame
from pptx.util import Emu, Pt

from briefer.geometry import Frame
from briefer.layout.boxes import (
    Box,
    ChartBox,
    GroupBox,
    LineBox,
    Page,
    Paragraph,
    ShapeBox,
    TableBox,
    TextBox,
)
from briefer.paths import bundled_store, bundled_templates
from briefer.pipeline import Built, build, export_deck, gather
from briefer.records import Event, Record, Statement, Statistic
from briefer.store import Store
from briefer.storyboard.briefing import Briefing, Card, Section
from briefer.template.house import find_template
from briefer.template.reader import read_template

_OTHER = 6
"""The layout of python-pptx's own template that has no placeholders."""


def built(slides: int) -> Built:
    """Return a briefing of at least so many slides of all common kinds, laid out."""
    with Store.open(bundled_store(), read_only=True) as store:
        records = store.all()
        cards = _cards(records)
        count = max(1, slides // len(cards))
        sections = tuple(Section(f"Part {number + 1}", cards) for number in range(count))
        briefing = Briefing("A deck to measure", date="December 31, 2023", sections=sections)
        gathered = gather(store, briefing)
    template = read_template(find_template("light", folder=bundled_templates()))
    return build(briefing, gathered, template)


def _cards(records: list[Record]) -> tuple[Card, ...]:
    """Return cards that make about ten slides."""
    dated = [r.id for r in records if isinstance(r, Event) and r.date and r.date.edtf >= "2023"]
    quoted = [r.id for r in records if isinstance(r, Statement) and r.verbatim]
    counted = [r.id for r in records if isinstance(r, Statistic)]
    return (
        Card("title"),
        Card("bluf", records=(*dated[:3], counted[0])),
        Card("timeline", records=tuple(dated[:8])),
        Card("table", records=tuple(dated[:6])),
        Card("quote", records=(quoted[0],)),
        Card("figures", records=tuple(counted[:4])),
        Card("chart", records=tuple(dated[:8])),
        Card("event", records=(dated[0], quoted[1])),
        Card("table", records=tuple(dated[2:8])),
        Card("quote", records=(quoted[2],)),
    )


def export_with_briefer(slides: int, target: Path) -> int:
    """Compose, cite, lay out and write the deck; return how many slides it has."""
    template = read_template(find_template("light", folder=bundled_templates()))
    return export_deck(built(slides), template, target, overwrite=True).slides


def keep_pages(slides: int, target: Path) -> int:
    """Write the pages of the deck for the peer; return how many there are."""
    pages = built(slides).pages
    target.write_bytes(pickle.dumps(pages))
    return len(pages)


def export_plainly(pages: Path, target: Path) -> int:
    """Write kept pages box by box with python-pptx; return how many slides there are."""
    kept: tuple[Page, ...] = pickle.loads(pages.read_bytes())
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Emu(12192000), Emu(6858000)
    layout = presentation.slide_layouts[_OTHER]
    for page in kept:
        slide = presentation.slides.add_slide(layout)
        for box in page.boxes:
            _add(slide.shapes, box)
        frame = slide.notes_slide.notes_text_frame
        if frame is not None:
            frame.text = page.notes
    presentation.save(str(target))
    return len(kept)


def _add(shapes: SlideShapes, box: Box) -> None:
    match box:
        case TableBox():
            _add_table(shapes, box)
        case ChartBox():
            _add_chart(shapes, box)
        case GroupBox():
            group = shapes.add_group_shape()
            for child in box.children:
                _add_simple(group.shapes, child)
        case TextBox() | ShapeBox() | LineBox():
            _add_simple(shapes, box)


def _add_simple(shapes: SlideShapes | GroupShapes, box: TextBox | ShapeBox | LineBox) -> None:
    match box:
        case TextBox():
            _write(shapes.add_textbox(*_place(box.frame)).text_frame, box.paragraphs)
        case ShapeBox():
            shapes.add_shape(MSO_SHAPE.RECTANGLE, *_place(box.frame))
        case LineBox():
            ends = (Emu(box.x1), Emu(box.y1), Emu(box.x2), Emu(box.y2))
            shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)


def _place(frame: Frame) -> tuple[Emu, Emu, Emu, Emu]:
    return Emu(frame.x), Emu(frame.y), Emu(frame.w), Emu(frame.h)


def _write(frame: TextFrame, paragraphs: tuple[Paragraph, ...]) -> None:
    untyped: Any = frame
    for number, paragraph in enumerate(paragraphs):
        if number:
            untyped.add_paragraph()
        made = frame.paragraphs[-1]
        for run in paragraph.runs:
            written = made.add_run()
            written.text = run.text
            written.font.size = Pt(run.size)
            written.font.bold = run.bold


def _add_table(shapes: SlideShapes, box: TableBox) -> None:
    made = shapes.add_table(len(box.rows), len(box.widths), *_place(box.frame)).table
    for y, row in enumerate(box.rows):
        for x, cell in enumerate(row):
            _write(made.cell(y, x).text_frame, cell.paragraphs)


def _add_chart(shapes: SlideShapes, box: ChartBox) -> None:
    data = importlib.import_module("pptx.chart.data").ChartData()
    data.categories = box.categories
    for series in box.series:
        data.add_series(series.name, series.values)
    shapes.add_chart(XL_CHART_TYPE.COLUMN_STACKED, *_place(box.frame), data)
