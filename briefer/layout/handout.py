"""A handout: for each page of the deck its picture, what is said to it and its sources in full.

In: a deck and its pages. Out: sheets of US letter paper, their lines broken, as many for a page as
its notes take. Colours are plain black and grey on white, whatever the template's. Must not know:
Qt, files.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefer.content import Deck
from briefer.geometry import EMU_PER_PT, Color, Frame, Outline, inches, points
from briefer.layout.addresses import linked
from briefer.layout.boxes import Box, Line, Page, Paragraph, ShapeBox, Sheet, TextBox
from briefer.layout.cutting import last_fitting
from briefer.layout.notes import note_sections
from briefer.layout.text import TextSetter, run_of
from briefer.template.model import LevelStyle, Template

WIDTH, HEIGHT = inches(8.5), inches(11)
LEFT, RIGHT = inches(0.75), inches(7.75)
TOP, BOTTOM = inches(0.75), inches(10.2)
MARKING_TOP, MARKING_BOTTOM, FOOT = inches(0.36), inches(10.62), inches(10.36)
EDGE = inches(10.88)
"""How far down a marking may reach: printers leave the rest of the sheet white."""
GAP = inches(0.2)
"""Between the picture and the words under it."""

HEADINGS = {
    "SAY": "What to say",
    "CLAIMS ON THIS SLIDE": "Claims on this slide",
    "SOURCES ON THIS SLIDE": "Sources in full",
    "QUOTATIONS": "Quotations in full",
    "PICTURES": "Pictures",
}
"""Which sections of the speaker notes are printed; the others serve who keeps the deck."""

_BLACK, _GREY, _HAIR = Color(rgb="000000"), Color(rgb="4A4A4A"), Color(rgb="8A8A8A")
_TEXT = LevelStyle(font="minor", size=10.5, color=_BLACK, space_after=3)
_ENTRY = replace(_TEXT, margin=inches(0.3), indent=-inches(0.3), space_after=3)
_HEADING = replace(_TEXT, size=11.5, bold=True, space_before=7, space_after=3)
_SLIDE = replace(_TEXT, font="major", size=15, bold=True, space_after=3)
_LABEL = replace(_TEXT, size=9.5, color=_GREY, space_after=0)
_MARKING = replace(_TEXT, size=10, bold=True, align="ctr", space_after=0)
_MARKING_SIZES = (10.0, 9.0)
_COLOURED_SIZE = 12.0
"""A TLP label has at least 12 pt (design page "domain", section 4.3)."""
_MARKING_LINES = 2
"""In how many lines a marking may stand; what the band of a slide holds always has room in them."""
_TOGETHER = 2
"""How many lines of a paragraph stay together where it has to be parted."""

_NUMBER = re.compile(r"\[(\d+)\] ")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line that waits for its place: its paragraph, its number in it, its measures in pt."""

    paragraph: Paragraph
    number: int
    line: Line
    height: float
    before: float
    after: float


def handout_sheets(
    deck: Deck, pages: Sequence[Page], template: Template, setter: TextSetter
) -> tuple[Sheet, ...]:
    """Return the sheets of a handout in the order of the pages, numbered at the foot."""
    slides = {slide.key: slide for slide in deck.slides}
    picture = _picture_frame(template)
    drafts: list[Sheet] = []
    for page in pages:
        sections = note_sections(slides[page.slide], page.boxes, deck.references)
        rows = list(_rows(page, sections, setter))
        first, rest = _filled(rows, picture.bottom + GAP)
        border = ShapeBox("Border", picture, outline=Outline(_HAIR, points(0.75)))
        drafts.append(
            Sheet(WIDTH, HEIGHT, (first, border), page, picture, page.title, page.section)
        )
        while rest:
            head = _rows_of(_paragraph(f"Slide {page.number}, continued", _HEADING), setter)
            box, rest = _filled([*head, *rest], TOP)
            drafts.append(Sheet(WIDTH, HEIGHT, (box,), section=page.section))
    total = len(drafts)
    return tuple(
        replace(sheet, boxes=(*sheet.boxes, *_furniture(deck, number, total, setter)))
        for number, sheet in enumerate(drafts, start=1)
    )


def _picture_frame(template: Template) -> Frame:
    """Return where a page of the deck is drawn: as wide as the text, at most half the height."""
    width = RIGHT - LEFT
    height = round(width * template.height / template.width)
    highest = (BOTTOM - TOP) // 2
    if height > highest:
        width, height = round(highest * template.width / template.height), highest
    return Frame(LEFT + (RIGHT - LEFT - width) // 2, TOP, width, height)


def _rows(
    page: Page, sections: Sequence[tuple[str, list[str]]], setter: TextSetter
) -> Iterator[_Row]:
    """Yield the lines under a page's picture: its title, then the sections of its notes."""
    yield from _rows_of(_paragraph(f"{page.number}. {page.title}", _SLIDE), setter)
    for name, texts in sections:
        if name in HEADINGS:
            yield from _rows_of(_paragraph(HEADINGS[name], _HEADING), setter)
            for text in "\n".join(texts).splitlines():
                if text.strip():
                    numbered = _NUMBER.match(text) if name == "SOURCES ON THIS SLIDE" else None
                    entry = _source(text, numbered) if numbered else _paragraph(text, _TEXT)
                    yield from _rows_of(entry, setter)


def _source(text: str, number: re.Match[str]) -> Paragraph:
    """Return a source's paragraph, hanging from its number; addresses in it are links."""
    runs = [replace(run_of(number[1], _ENTRY), bold=True), run_of("\t", _ENTRY)]
    runs.extend(linked(run_of(text[number.end() :], _ENTRY)))
    return Paragraph(tuple(runs), _ENTRY)


def _paragraph(text: str, style: LevelStyle) -> Paragraph:
    """Return a paragraph of plain words."""
    return Paragraph((run_of(text.replace("\t", " "), style),), style)


def _rows_of(paragraph: Paragraph, setter: TextSetter) -> Iterator[_Row]:
    """Yield the lines of a paragraph, broken, their baselines from their own tops."""
    area = Frame(LEFT, 0, RIGHT - LEFT, HEIGHT)
    done, height = setter.set(paragraph, area, 0.0)
    style, count = done.style, len(done.lines)
    for number, line in enumerate(done.lines):
        tall = height / count
        yield _Row(
            done,
            number,
            replace(line, baseline=line.baseline - points(number * tall)),
            tall,
            before=style.space_before if number == 0 else 0.0,
            after=style.space_after if number == count - 1 else 0.0,
        )


def _filled(rows: Sequence[_Row], top: int) -> tuple[TextBox, list[_Row]]:
    """Return a box from `top` down to the foot with what fits in it, and the lines left over."""
    room = (BOTTOM - top) / EMU_PER_PT
    y = 0.0
    placed: list[tuple[_Row, int]] = []
    for row in rows:
        y += row.before if placed else 0.0
        if y + row.height > room and placed:
            break
        placed.append((row, points(y)))
        y += row.height + row.after
    count = _kept_back(rows, len(placed))
    lines: dict[int, list[Line]] = {}
    paragraphs: dict[int, Paragraph] = {}
    for row, down in placed[:count]:
        key = id(row.paragraph)
        paragraphs[key] = row.paragraph
        moved = replace(row.line, baseline=row.line.baseline + top + down)
        lines.setdefault(key, []).append(moved)
    done = tuple(replace(paragraphs[key], lines=tuple(lines[key])) for key in lines)
    frame = Frame(LEFT, top, RIGHT - LEFT, BOTTOM - top)
    return TextBox("Notes", frame, done), list(rows[count:])


def _kept_back(rows: Sequence[_Row], count: int) -> int:
    """Return how many of the `count` lines that fit stay, so that what belongs together does."""
    if count == len(rows):
        return count
    return next((at for at in range(count, 0, -1) if _may_part(rows[at - 1], rows[at])), count)


def _may_part(above: _Row, below: _Row) -> bool:
    """Return whether a sheet may end between two lines: not after a heading or a lonely line."""
    if below.number == 0:
        return above.paragraph.style not in (_HEADING, _SLIDE)
    left = len(below.paragraph.lines) - below.number
    return min(below.number, left) >= _TOGETHER


def _furniture(deck: Deck, number: int, total: int, setter: TextSetter) -> Iterator[Box]:
    """Yield what stands at the edges of a sheet: marking, footer, date, number."""
    marking, tall = _marking(deck, setter)
    ground = Color(rgb=deck.ground) if deck.ground else None
    if marking:
        yield replace(_label("Marking, top", marking, MARKING_TOP, setter), fill=ground)
    told = " | ".join(part for part in (deck.notice, deck.footer, deck.date) if part)
    if told:
        footer = _shortened(told, _footer_fits(setter))
        yield _label("Footer", _paragraph(footer, _LABEL), FOOT, setter)
    words = _paragraph(f"Page {number} of {total}", replace(_LABEL, align="r"))
    yield _label("Page number", words, FOOT, setter)
    if marking:
        place = min(MARKING_BOTTOM, EDGE - tall)
        yield replace(_label("Marking, bottom", marking, place, setter), fill=ground)


def _marking(deck: Deck, setter: TextSetter) -> tuple[Paragraph | None, int]:
    """Return the marking's paragraph and its height in EMU: on two lines, smaller where it is long.

    One that has no room even so is cut; it is cut on slides too, which preflight tells. One in
    colours of its own is as large as its rules ask.
    """
    words = deck.marking
    if not words:
        return None, 0
    look = replace(_MARKING, color=Color(rgb=deck.ink)) if deck.ink else _MARKING
    for size in (_COLOURED_SIZE, *_MARKING_SIZES) if deck.ink else _MARKING_SIZES:
        style = replace(look, size=size)
        if _lines(words, style, setter) <= _MARKING_LINES:
            break
    kept = _shortened(words, lambda cut: _lines(cut, style, setter) <= _MARKING_LINES)
    paragraph = _paragraph(kept, style)
    height = setter.set(paragraph, Frame(LEFT, 0, RIGHT - LEFT, HEIGHT), 0.0)[1]
    return paragraph, points(height)


def _lines(words: str, style: LevelStyle, setter: TextSetter) -> int:
    """Return how many lines words take across the sheet."""
    area = Frame(LEFT, 0, RIGHT - LEFT, HEIGHT)
    return len(setter.set(_paragraph(words, style), area, 0.0)[0].lines)


def _footer_fits(setter: TextSetter) -> Callable[[str], bool]:
    """Return what tells whether a footer leaves room for the page's number."""
    room = (RIGHT - LEFT) / EMU_PER_PT - 90
    return lambda words: setter.natural_width([run_of(words, _LABEL)]) <= room


def _shortened(words: str, fits: Callable[[str], bool]) -> str:
    """Return words, of which as many stay as fit."""
    if fits(words):
        return words
    ends = range(1, len(words))
    end = last_fitting(ends, lambda at: fits(f"{words[:at].rstrip()}…")) or 0
    return f"{words[:end].rstrip()}…"


def _label(name: str, words: Paragraph, top: int, setter: TextSetter) -> TextBox:
    """Return a label over the whole width whose first line begins at `top`."""
    frame = Frame(LEFT, top, RIGHT - LEFT, inches(0.25))
    done, height = setter.set(words, frame, 0.0)
    return TextBox(name, replace(frame, h=max(frame.h, points(height))), (done,), tag="artifact")
