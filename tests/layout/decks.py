"""Small decks and slides for layout tests, and what tests read off pages."""

from __future__ import annotations

from briefer.content import (
    Block,
    Cite,
    CiteMark,
    Column,
    Deck,
    Figure,
    Figures,
    Inline,
    Moment,
    Panel,
    Para,
    Quotation,
    Reference,
    Role,
    Row,
    Slide,
    SourceEntry,
    SourceList,
    Table,
    Text,
    Timeline,
    Track,
)
from briefer.geometry import EMU_PER_PT
from briefer.layout.body import paragraphs_of
from briefer.layout.boxes import Box, GroupBox, Page, Paragraph, TableBox, TextBox
from briefer.layout.fitting import text_area
from briefer.records.base import Locator
from briefer.records.dates import PartialDate

SOURCE = "source/note"
LOWEST = 5760720 + EMU_PER_PT
"""How far down content may reach, in EMU: the source line begins below."""


def mark(*numbers: int) -> CiteMark:
    """Return a numbered marker."""
    cites = tuple(Cite(SOURCE, Locator("note", str(n)), "event/x") for n in numbers)
    return CiteMark(cites, numbers)


def para(words: str, role: Role = "body", *numbers: int, origin: str | None = None) -> Para:
    """Return a paragraph, with a marker where numbers are given."""
    inlines = (Text(words), mark(*numbers)) if numbers else (Text(words),)
    return Para(inlines, role, origin)


def reference(number: int) -> Reference:
    """Return a reference to note `number` of one work."""
    return Reference(number, SOURCE, "A", "AJIL note", f"n. {number}", f"Full note {number}.")


def slide(
    *blocks: Block,
    pattern: str = "text",
    key: str = "one",
    title: str | None = None,
    card: int | None = 0,
    say: str = "",
    quotations: tuple[Quotation, ...] = (),
    records: tuple[str, ...] = (),
) -> Slide:
    """Return a slide of one pattern."""
    return Slide(
        key=key,
        kind=pattern,
        pattern=pattern,
        title=f"Title of {key}" if title is None else title,
        kicker="Kicker",
        blocks=blocks,
        section="Section",
        card=card,
        say=say,
        quotations=quotations,
        records=records,
    )


def deck(*slides: Slide, numbers: int = 40, marking: str = "") -> Deck:
    """Return a deck whose numbers 1 to `numbers` are known."""
    return Deck(
        title="Deck",
        slides=slides,
        references=tuple(reference(n) for n in range(1, numbers + 1)),
        footer="Deck | Staff",
        date="December 31, 2023",
        marking=marking,
    )


def sources(count: int) -> Slide:
    """Return a sources slide of `count` numbers."""
    entries = tuple(SourceEntry(n, "A", f"n. {n}") for n in range(1, count + 1))
    works = (("A", (Text("A work in full."),)),)
    block = SourceList(works, entries)
    return slide(block, pattern="sources", key="sources", title="Sources", card=None)


def moment(edtf: str, words: str, track: Track = "enforcement", number: int = 1) -> Moment:
    """Return a moment of a timeline."""
    return Moment(PartialDate.parse(edtf), track, (Text(words), mark(number)), f"event/{edtf}")


def timeline(*moments: Moment, key: str = "one") -> Slide:
    """Return a timeline slide."""
    return slide(Timeline(moments), pattern="timeline", key=key)


def table(rows: int, words: str = "Something happened") -> Slide:
    """Return a table slide of `rows` rows."""
    columns = (
        Column("Date", 1.7, bold=True),
        Column("Action", 7.65),
        Column("Source", 1.0, align="r"),
    )
    body = tuple(
        Row(((Text(f"Day {n}"),), (Text(f"{words} {n}"),), (mark(n),)), f"event/{n}")
        for n in range(1, rows + 1)
    )
    return slide(Table(columns, body, "Table of events"), pattern="table")


def figures(
    count: int, *, so_what: tuple[Inline, ...] = (), context: tuple[Para, ...] = ()
) -> Slide:
    """Return a key figures slide."""
    made = tuple(
        Figure(
            (Text("78,000"), Text(" people", small=True)),
            (Text(f"meaning number {n}"), mark(n)),
            f"scope {n}",
            f"statistic/{n}",
        )
        for n in range(1, count + 1)
    )
    return slide(Figures(made, so_what, context), pattern="figures")


def panel(place: str, *paras: Para, pinned: bool = False) -> Panel:
    """Return a panel."""
    return Panel(place, paras, pinned)


def words_on(page: Page) -> str:
    """Return all words of a page's boxes, one space between."""
    return " ".join(" ".join(p.text for p in paragraphs_of(page.boxes)).split())


def boxes_named(page: Page, name: str) -> list[Box]:
    """Return a page's boxes of a name, those in groups included."""
    found: list[Box] = []
    for box in page.boxes:
        inner = box.children if isinstance(box, GroupBox) else (box,)
        found.extend(b for b in inner if b.name == name)
    return found


def shown_in(page: Page, name: str) -> list[Paragraph]:
    """Return the paragraphs of the text boxes of a name."""
    return [p for box in text_boxes(page) if box.name == name for p in box.paragraphs]


def text_boxes(page: Page) -> list[TextBox]:
    """Return every text box of a page, those in groups included."""
    found: list[TextBox] = []
    for box in page.boxes:
        inner = box.children if isinstance(box, GroupBox) else (box,)
        found.extend(b for b in inner if isinstance(b, TextBox))
    return found


def overflows(page: Page) -> list[str]:
    """Return the names of boxes whose lines leave their frame, or whose frame leaves the page."""
    bad = []
    for box in text_boxes(page):
        area = text_area(box)
        for paragraph in box.paragraphs:
            for line in paragraph.lines:
                low = line.baseline > box.frame.bottom + EMU_PER_PT
                high = line.baseline < box.frame.y
                wide = any(
                    piece.x + piece.width > area.right + EMU_PER_PT or piece.x < area.x - EMU_PER_PT
                    for piece in line.pieces
                )
                if low or high or wide:
                    bad.append(f"{box.name}: {paragraph.text[:40]}")
        frame = box.frame
        if frame.x < 0 or frame.y < 0 or frame.right > 12192000 or frame.bottom > 6858000:
            bad.append(f"{box.name} leaves the page")
    for group in (box for box in page.boxes if isinstance(box, GroupBox)):
        deep = [b for b in group.children if isinstance(b, TextBox) and b.frame.bottom > LOWEST]
        bad += [f"{box.name} of {group.name} runs into the source line" for box in deep]
    for table_box in (box for box in page.boxes if isinstance(box, TableBox)):
        if table_box.frame.bottom > LOWEST:
            bad.append(f"{table_box.name} runs into the source line")
    return bad
