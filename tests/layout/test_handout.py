"""A handout holds each slide, its notes and its sources, on as many sheets as they need."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer import paths
from briefer.content import Deck, Panel, Reference
from briefer.geometry import points
from briefer.layout.addresses import linked
from briefer.layout.body import paragraphs_of
from briefer.layout.boxes import Sheet, TextBox
from briefer.layout.handout import (
    BOTTOM,
    EDGE,
    FOOT,
    HEIGHT,
    LEFT,
    RIGHT,
    TOP,
    WIDTH,
    handout_sheets,
)
from briefer.layout.paginate import lay_out
from briefer.layout.text import house_setter, run_of
from briefer.template.model import LevelStyle
from briefer.template.reader import read_template
from tests.layout.decks import para, slide

POINT = 12700
TEMPLATE = read_template(paths.bundled_templates() / "light.pptx")


def sheets_of(say: str, *, count: int = 1, marking: str = "", full: str = "") -> tuple[Sheet, ...]:
    """Return the handout of slides with these notes and a source of this wording."""
    words = Panel("text", (para("A claim.", "body", 1),))
    shown = [
        slide(words, pattern="text", key=f"slide-{number}", say=say) for number in range(count)
    ]
    source = Reference(1, "source/note", "A", "Note", "n. 1", full or "The note in full.")
    deck = Deck("Deck", tuple(shown), (source,), "Footer", "December 2023", marking)
    setter = house_setter()
    return handout_sheets(deck, lay_out(deck, TEMPLATE, setter), TEMPLATE, setter)


def lines_of(sheet: Sheet) -> list[str]:
    """Return the lines of a sheet in order."""
    return [
        "".join(piece.run.text for piece in line.pieces)
        for paragraph in paragraphs_of(sheet.boxes)
        for line in paragraph.lines
    ]


def test_a_slide_has_a_sheet_with_picture_notes_and_sources() -> None:
    """The page is drawn in its proportions; what is said and the source stand under it."""
    (sheet,) = sheets_of("Say this.")
    assert (sheet.width, sheet.height) == (WIDTH, HEIGHT)
    assert sheet.page is not None
    assert sheet.frame is not None
    assert abs(sheet.frame.w / sheet.frame.h - TEMPLATE.width / TEMPLATE.height) < 0.001
    lines = lines_of(sheet)
    order = ["What to say", "Say this.", "Claims on this slide", "Sources in full"]
    assert [line for line in lines if line in order] == order
    assert "1The note in full." in lines
    assert lines[-2:] == ["Footer | December 2023", "Page 1 of 1"]


def test_the_marking_stands_over_and_under_every_sheet() -> None:
    """A marking is the first and the last line; without one there is none."""
    for sheet in sheets_of("A long story. " * 600, marking="CUI"):
        assert lines_of(sheet).count("CUI") == 2
    assert "CUI" not in lines_of(sheets_of("Short.")[0])


LEGEND = "PRE-DECISIONAL AND DELIBERATIVE "


@pytest.mark.parametrize("count", [1, 4, 5, 6, 30])
def test_a_long_marking_stays_between_the_edges_and_the_words(count: int) -> None:
    """It wraps, then steps down; nothing of it lies on the picture, the footer or off the sheet."""
    marking = (LEGEND * count).strip()
    for sheet in sheets_of("A long story. " * 600, marking=marking):
        boxes = {box.name: box for box in sheet.boxes if isinstance(box, TextBox)}
        top, bottom = boxes["Marking, top"], boxes["Marking, bottom"]
        assert top.frame.y + height_of(top) <= TOP
        assert bottom.frame.y >= FOOT + height_of(boxes["Footer"])
        assert bottom.frame.y + height_of(bottom) <= EDGE
        for box in (top, bottom):
            pieces = [q for p in box.paragraphs for line in p.lines for q in line.pieces]
            assert all(q.x >= LEFT and q.x + q.width <= RIGHT + POINT for q in pieces)


def height_of(box: TextBox) -> int:
    """Return the height in EMU of a box's lines, at their leading."""
    return sum(
        points(len(p.lines) * house_setter().line_height(p.runs, p.style)) for p in box.paragraphs
    )


@pytest.mark.parametrize("words", [LEGEND, "M" * 9 + " ", "国家", "i "])
def test_a_marking_cut_on_the_handout_is_cut_on_slides_too(words: str) -> None:
    """What has room in the bands of slides is whole here; the finding speaks for both."""
    for count in range(1, 400 // len(words), max(1, 12 // len(words))):
        marking = (words * count).strip()
        made = Deck("Deck", (slide(Panel("text", (para("A claim."),))),), (), marking=marking)
        pages = lay_out(made, TEMPLATE, house_setter())
        (sheet,) = handout_sheets(made, pages, TEMPLATE, house_setter())
        (band, *_), (printed, *_) = (
            [box for box in boxes if isinstance(box, TextBox) and box.name.startswith("Marking")]
            for boxes in (pages[0].boxes, sheet.boxes)
        )
        if band.paragraphs[0].text == marking:
            assert printed.paragraphs[0].text == marking


def test_no_heading_is_left_alone() -> None:
    """However long the notes are, a heading is followed by its words on the same sheet."""
    headings = {"What to say", "Claims on this slide", "Sources in full"}
    for length in range(20, 44):
        sheets = sheets_of("\n".join(f"Line {number}" for number in range(length)))
        for sheet in sheets:
            notes = next(b for b in sheet.boxes if isinstance(b, TextBox) and b.name == "Notes")
            last = notes.paragraphs[-1]
            assert last.text not in headings
            assert not last.text.startswith("Slide 1, continued")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(min_size=0, max_size=400), max_size=40), st.integers(1, 2))
def test_everything_is_printed_inside_the_sheet(texts: list[str], count: int) -> None:
    """Any notes: every line lies on its sheet, in order, and no word is lost."""
    say = "\n".join(texts)
    printed = ""
    for sheet in sheets_of(say, count=count):
        notes = next(b for b in sheet.boxes if isinstance(b, TextBox) and b.name == "Notes")
        lines = [line for paragraph in notes.paragraphs for line in paragraph.lines]
        baselines = [line.baseline for line in lines]
        assert baselines == sorted(baselines)
        assert all(0 < baseline <= BOTTOM for baseline in baselines)
        for piece in (piece for line in lines for piece in line.pieces):
            assert piece.x >= LEFT
            assert piece.x + piece.width <= RIGHT + POINT
        told = (p for p in notes.paragraphs if not p.text.endswith(", continued"))
        printed += "".join(q.run.text for p in told for line in p.lines for q in line.pieces)
    wanted = "".join(f"{line}" for line in say.splitlines())
    assert "".join(printed.split()).count("".join(wanted.split())) >= (count if wanted else 0)


def test_addresses_are_runs_of_their_own() -> None:
    """An address ends before the punctuation of its sentence; the words stay the same."""
    text = "See https://example.org/a?b=1, or (http://example.com). Not https:// this."
    runs = list(linked(run_of(text, LevelStyle())))
    assert "".join(run.text for run in runs) == text
    assert [run.url for run in runs if run.url] == [
        "https://example.org/a?b=1",
        "http://example.com",
    ]
    assert list(linked(run_of("", LevelStyle()))) == []


def test_addresses_of_sources_are_links() -> None:
    """The address in a full citation can be clicked on the handout."""
    (sheet,) = sheets_of("", full="Fidler, “Policy.” https://example.org/policy")
    urls = {run.url for p in paragraphs_of(sheet.boxes) for run in p.runs if run.url}
    assert urls == {"https://example.org/policy"}
