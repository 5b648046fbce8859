"""Arrange the sources: works in full, then cite numbers in three columns, over as many pages."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from briefer.content import Inline, SlidesCiting, SourceEntry, SourceList, Text
from briefer.geometry import EMU_PER_PT, Frame, inches
from briefer.layout.addresses import linked
from briefer.layout.body import Body
from briefer.layout.boxes import Box, Paragraph, TextBox
from briefer.layout.fitting import empty_box, fits, set_in, text_area
from briefer.layout.inlines import runs_of
from briefer.layout.setting import Setting, required
from briefer.template.model import LevelStyle, Placeholder

LAYOUT, WORKS, COLUMNS = "Sources", 20, (21, 22, 23)
WORKS_LAYOUT, WORKS_PLACE = "Text", 20
WORKS_TOP, WORKS_HEIGHT, WORKS_WIDTH = inches(1.875), inches(4.725), inches(5.8)
WORKS_X = (609600, inches(6.867))
WORKS_SIZE = 14.0


def arrange_sources(block: SourceList, setting: Setting) -> list[Body]:
    """Return the bodies of the sources slide.

    Works stand above the first columns; when they do not fit there they get pages of their own.
    """
    place = required(setting.template, LAYOUT, WORKS)
    works, height = _works_box(block, place, setting)
    if fits(works, height):
        return _entry_bodies(block.entries, setting, works)
    return [*_works_bodies(block, setting), *_entry_bodies(block.entries, setting, None)]


def _works_box(
    block: SourceList, placeholder: Placeholder, setting: Setting
) -> tuple[TextBox, float]:
    """Return the works in their place on the first page, and their height in pt."""
    style = placeholder.level(1)
    paragraphs = _works(block, style, setting)
    return set_in(empty_box(placeholder, tag="list"), paragraphs, setting.setter)


def _works(block: SourceList, style: LevelStyle, setting: Setting) -> list[Paragraph]:
    """Return the works' paragraphs, each with the source it names where that is known."""
    return [
        replace(_work(letter, inlines, style, setting), origin=origin, role="work")
        for (letter, inlines), origin in itertools.zip_longest(block.works, block.origins)
    ]


def _work(
    letter: str, citation: Sequence[Inline], style: LevelStyle, setting: Setting
) -> Paragraph:
    """Return a work's paragraph: its bold letter, a tab, and its full citation."""
    texts = tuple(inline for inline in citation if isinstance(inline, Text))
    inlines = (Text(letter, bold=True), Text("\t"), *texts)
    runs = runs_of(inlines, style, setting.look(), tabs=True)
    return Paragraph(runs=tuple(part for run in runs for part in linked(run)), style=style)


def _entry(entry: SourceEntry, style: LevelStyle, setting: Setting) -> Paragraph:
    """Return a number's paragraph: "12 <tab> A, n. 8; slides 3, 5–7"."""
    where = f"{entry.letter}, {entry.pinpoint}" if entry.pinpoint else entry.letter
    inlines = (
        Text(str(entry.number), bold=True),
        Text(f"\t{where}; "),
        SlidesCiting(entry.number),
    )
    return Paragraph(runs=runs_of(inlines, style, setting.look(), tabs=True), style=style)


def _entry_bodies(
    entries: tuple[SourceEntry, ...], setting: Setting, works: TextBox | None
) -> list[Body]:
    """Return pages of three columns of entries; `works` stands on the first."""
    layout = setting.template.layout(LAYOUT)
    places = [required(setting.template, LAYOUT, idx) for idx in COLUMNS]
    left = [_entry(entry, places[0].level(1), setting) for entry in entries]
    bodies = []
    first: tuple[Box, ...] = (works,) if works else ()
    while left or first:
        boxes: list[Box] = list(first)
        for placeholder in places:
            column, left = _column(left, placeholder, setting)
            if column is not None:
                boxes.append(column)
        bodies.append(Body(layout.name, tuple(boxes)))
        first = ()
    return bodies


def _column(
    paragraphs: list[Paragraph], placeholder: Placeholder, setting: Setting
) -> tuple[TextBox | None, list[Paragraph]]:
    """Return a filled column and the paragraphs left over."""
    if not paragraphs:
        return None, []
    box = empty_box(placeholder, tag="list")
    count = _how_many(paragraphs, box, setting)
    return set_in(box, paragraphs[:count], setting.setter)[0], paragraphs[count:]


def _how_many(paragraphs: list[Paragraph], box: TextBox, setting: Setting) -> int:
    """Return how many paragraphs fit in the box, at least one."""
    area = text_area(box)
    room, used = area.h / EMU_PER_PT, 0.0
    for count, paragraph in enumerate(paragraphs):
        used += setting.setter.set(paragraph, area, 0)[1]
        if count and used > room:
            return count
        used += paragraph.style.space_after
    return len(paragraphs)


def _works_bodies(block: SourceList, setting: Setting) -> list[Body]:
    """Return pages of works in two columns at 14 pt (design page "slides", section 6)."""
    placeholder = required(setting.template, WORKS_LAYOUT, WORKS_PLACE)
    base = required(setting.template, LAYOUT, WORKS).level(1)
    style = replace(base, size=WORKS_SIZE, space_after=6.0)
    left = _works(block, style, setting)
    bodies = []
    while left:
        boxes: list[Box] = []
        for number, x in enumerate(WORKS_X):
            frame = Frame(x, WORKS_TOP, WORKS_WIDTH, WORKS_HEIGHT)
            box = TextBox(name=f"Works cited, column {number + 1}", frame=frame, paragraphs=())
            if number == 0:
                box = replace(
                    empty_box(placeholder, tag="list"), name=box.name, frame=frame, moved=True
                )
            if left:
                count = _how_many(left, box, setting)
                boxes.append(set_in(box, left[:count], setting.setter)[0])
                left = left[count:]
        bodies.append(Body(WORKS_LAYOUT, tuple(boxes)))
    return bodies
