"""A small template and pages by hand, for the tests of writers."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PIL import Image
from pptx import Presentation
from pptx.slide import SlideLayout

from briefer.geometry import Color, Frame, Insets, Outline
from briefer.layout.boxes import (
    Box,
    Cell,
    GroupBox,
    LineBox,
    Page,
    Paragraph,
    PictureBox,
    Properties,
    Run,
    ShapeBox,
    TableBox,
    TextBox,
)
from briefer.template.model import LevelStyle, Placeholder, Template, TemplateLayout

BODY = LevelStyle(size=28)
TITLE = LevelStyle(font="major", size=44, align="ctr")
NAVY = Outline(Color("tx2"), 19050)
COLORS = {
    "bg1": "FFFFFF",
    "tx1": "000000",
    "bg2": "EEECE1",
    "tx2": "1F497D",
    **{f"accent{number}": "4F81BD" for number in range(1, 7)},
    "hlink": "0000FF",
    "folHlink": "800080",
    "Signature gold": "FFBE2E",
}
PROPERTIES = Properties("Fentanyl supply", "Briefing", "Policy staff", "fentanyl; China")
TITLE_ONLY, CONTENT = "Title Only", "Title and Content"


def small_template(path: Path, *, slides: int = 2) -> Template:
    """Save a template with slides left in it at the path, and return what a reader would."""
    deck = Presentation()
    for index in range(slides):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = f"Left over {index}"
        slide.notes_slide.notes_text_frame.text = "Secret note"
    deck.save(str(path))
    layouts = tuple(_layout(layout) for layout in deck.slide_layouts)
    return Template("small", path, 9144000, 6858000, COLORS, "Calibri", "Calibri", layouts)


def _layout(layout: SlideLayout) -> TemplateLayout:
    places = []
    for shape in layout.shapes:
        if not shape.is_placeholder:
            continue
        style = TITLE if shape.placeholder_format.idx == 0 else BODY
        frame = Frame(shape.left, shape.top, shape.width, shape.height)
        idx = shape.placeholder_format.idx
        places.append(Placeholder(idx, "body", shape.name, frame, Insets(), "t", (style,) * 5))
    return TemplateLayout(layout.name, tuple(places), (), Color("bg1"))


def run(text: str, style: LevelStyle = BODY) -> Run:
    """Return a run that looks as its style says."""
    return Run(text, style.font, style.size, style.color)


def text(
    words: str,
    *,
    idx: int | None = None,
    name: str = "Text",
    style: LevelStyle = BODY,
    runs: Sequence[Run] = (),
) -> TextBox:
    """Return a text box of one paragraph."""
    paragraph = Paragraph(tuple(runs) or (run(words, style),), style)
    return TextBox(name, Frame.of_inches(1, 2, 4, 1), (paragraph,), idx)


def title(words: str) -> TextBox:
    """Return the title of a page."""
    return text(words, idx=0, name="Title", style=TITLE)


def page(
    number: int, *boxes: Box, layout: str = TITLE_ONLY, notes: str = "", section: str = ""
) -> Page:
    """Return a page with a title and these boxes."""
    words = f"Finding {number}"
    return Page(
        number,
        f"slide-{number}",
        "event",
        layout,
        words,
        (title(words), *boxes),
        Color("bg1"),
        notes=notes,
        section=section,
    )


def table(*rows: Sequence[str], bold_first: bool = False, idx: int | None = None) -> TableBox:
    """Return a table of these words, the first row its header."""
    style = LevelStyle(size=16)
    cells = tuple(
        tuple(
            Cell(
                (Paragraph((replace(run(word, style), bold=bold_first and not column),), style),),
                Insets(91440, 45720, 91440, 45720),
            )
            for column, word in enumerate(row)
        )
        for row in rows
    )
    widths = (1500000,) * len(rows[0])
    heights = (400000,) * len(rows)
    frame = Frame(609600, 1714500, sum(widths), sum(heights))
    return TableBox("Table of events", frame, widths, heights, cells, "Table of events.", idx)


def png(red: int = 200) -> bytes:
    """Return a small PNG of one colour."""
    stream = io.BytesIO()
    Image.new("RGB", (8, 8), (red, 10, 10)).save(stream, "PNG")
    return stream.getvalue()


def jpeg() -> bytes:
    """Return a small JPEG."""
    stream = io.BytesIO()
    Image.new("RGB", (8, 8), (1, 2, 3)).save(stream, "JPEG")
    return stream.getvalue()


def diagram() -> GroupBox:
    """Return two nodes and a glued arrow as one group."""
    left = TextBox(
        "China",
        Frame.of_inches(1, 3, 1, 0.5),
        (Paragraph((run("China"),), BODY),),
        fill=Color("tx2"),
    )
    right = ShapeBox("Mexico", Frame.of_inches(4, 4, 1, 0.5), "ellipse", Color("accent3"), NAVY)
    middle = left.frame.y + left.frame.h // 2
    link = LineBox(
        "China to Mexico",
        left.frame.right,
        middle,
        right.frame.x,
        right.frame.y + right.frame.h // 2,
        Outline(Color("tx2"), 50800, "dash"),
        arrow=True,
        start=("China", 3),
        end=("Mexico", 2),
    )
    return GroupBox("Supply chain", (left, right, link), "Flow diagram. China ships to Mexico.")


def every_kind_of_page() -> tuple[Page, ...]:
    """Return a deck of five pages that uses every box and every property of runs."""
    mark = replace(run("1"), superscript=True, color=Color("accent1"), numbers=(1,))
    muted = Color("tx1", lum_mod=75, lum_off=25)
    jump = replace(run("slide 5"), page=5, underline=True, color=muted)
    web = replace(run("the note"), url="https://example.org/a note", underline=True)
    number = replace(run("2", LevelStyle(size=12)), field="slidenum", bold=True)
    gold = replace(run("gold"), color=Color("Signature gold"), caps=True, tracking=0.6)
    first = page(
        1,
        text("", idx=1, name="Body", runs=(run("A claim."), mark, run(" Full list: "), jump)),
        text("2", idx=12, name="Slide number", runs=(number,)),
        layout=CONTENT,
        notes="SAY first\n\nSOURCES\n1 AJIL",
        section="Findings",
    )
    second = page(2, diagram(), text("", name="Key", runs=(gold, web)), section="Findings")
    third = page(3, table(("Date", "Action"), ("March", "A call")), section="Record")
    pictures = (
        PictureBox("Portrait", Frame.of_inches(1, 2, 2, 2), png(), "Portrait of an envoy."),
        PictureBox("Portrait", Frame.of_inches(4, 2, 2, 2), png(), "The same."),
        PictureBox("Seal", Frame.of_inches(4, 4, 2, 2), jpeg(), ""),
    )
    fourth = page(4, *pictures, section="Record", notes="SAY it")
    fifth = page(5, ShapeBox("Rule", Frame.of_inches(1, 2, 8, 0.01), fill=Color("tx2")))
    return (first, second, third, fourth, fifth)
