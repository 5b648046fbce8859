"""A deck that breaks no rule, made with python-pptx, and means to spoil it."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from typing import Any, TypeAlias, cast

from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches, Pt

from briefer.accessibility import DeckFinding, OpenedDeck, findings_of, read_deck_for_rules

Deck: TypeAlias = Any
"""A presentation of python-pptx, which tells no types."""

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
NAMES = {
    "a": A[1:-1],
    "p": P[1:-1],
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
}
TEXT, TABLE, CHART = 0, 1, 2
"""The slides of the clean deck, from 0."""


def png() -> io.BytesIO:
    """Return a picture of one grey point."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    data = zlib.compress(b"\0\x80")
    whole = chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + whole)


def clean_deck() -> Deck:
    """Return a deck of three slides (text and picture, table, chart) that breaks no rule."""
    deck = Presentation()
    _properties(deck)
    _text(deck)
    _table(deck)
    _chart(deck)
    for slide in deck.slides:
        tell_language(slide)
    return deck


def _properties(deck: Deck) -> None:
    core = deck.core_properties
    core.title, core.author, core.subject = "Rivers and lakes", "Staff", "Water"
    core.language = "en-US"


def _text(deck: Deck) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[3])
    slide.shapes.title.text = "Rivers carry more water than lakes lose"
    left, right = slide.placeholders[1], slide.placeholders[2]
    left.text_frame.text = "Rivers carry water from the hills to the sea all year"
    left.text_frame.add_paragraph().text = "Lakes keep it"
    right.text_frame.text = "What is kept can be used in summer"
    picture = slide.shapes.add_picture(png(), Inches(8), Inches(6.6), Inches(1), Inches(0.5))
    describe(picture, "A lake between two hills.")


def _table(deck: Deck) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Two rivers are longer than the third"
    frame = slide.shapes.add_table(3, 2, Inches(1), Inches(2), Inches(8), Inches(2))
    describe(frame, "Table of rivers: name and length.")
    for row, cells in enumerate((("River", "Length"), ("North", "200 km"), ("South", "90 km"))):
        for column, words in enumerate(cells):
            frame.table.cell(row, column).text = words


def _chart(deck: Deck) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Rain fell mostly in spring"
    data = seasons(Hills=(4, 2))
    frame = slide.shapes.add_chart(
        XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(1), Inches(2), Inches(8), Inches(4), data
    )
    frame.chart.has_title = True
    frame.chart.chart_title.text_frame.text = "Rain in millimetres"
    describe(frame, "Column chart of rain by season: spring 4, autumn 2.")
    slide.notes_slide.notes_text_frame.text = "Spring 4, autumn 2."


def seasons(**series: tuple[int, int]) -> Deck:
    """Return the data of a chart of two seasons."""
    data: Deck = cast("Any", CategoryChartData)()
    data.categories = ["Spring", "Autumn"]
    for name, values in series.items():
        data.add_series(name, values)
    return data


def describe(shape: Deck, words: str) -> None:
    """Give a shape alternative text."""
    identity(shape).set("descr", words)


def identity(shape: Deck) -> Deck:
    """Return the element that holds a shape's name and alternative text."""
    return shape._element.xpath("./*/p:cNvPr")[0]


def tell_language(slide: Deck) -> None:
    """Mark all text of a slide as English."""
    for run in slide._element.iter(f"{A}r"):
        run.get_or_add_rPr().set("lang", "en-US")


def add_text(slide: Deck, words: str, *, left: float = 1, top: float = 6.9, size: int = 18) -> Deck:
    """Add a text box to a slide and return it; inches and points."""
    box = slide.shapes.add_textbox(Inches(left), Inches(top), Inches(3), Inches(0.4))
    box.text_frame.text = words
    for run in box.text_frame.paragraphs[0].runs:
        run.font.size = Pt(size)
    tell_language(slide)
    return box


def element(xml: str) -> Deck:
    """Return an element, the usual names of namespaces known."""
    spaces = " ".join(f'xmlns:{name}="{space}"' for name, space in NAMES.items())
    head, sep, rest = xml.partition(" ") if " " in xml.split(">", 1)[0] else xml.partition(">")
    if sep == ">" and head.endswith("/"):
        return etree.fromstring(f"{head[:-1]} {spaces}/>")
    return etree.fromstring(f"{head} {spaces}{sep}{rest}")


def saved(deck: Deck, folder: Path, name: str = "good_deck.pptx") -> Path:
    """Save a deck and return its path."""
    path = folder / name
    deck.save(str(path))
    return path


def opened(deck: Deck, folder: Path, name: str = "good_deck.pptx") -> OpenedDeck:
    """Return a deck as rules see it, saved and read again."""
    return read_deck_for_rules(saved(deck, folder, name))


def findings(deck: Deck, folder: Path, name: str = "good_deck.pptx") -> tuple[DeckFinding, ...]:
    """Return what is found in a deck."""
    return findings_of(opened(deck, folder, name))
