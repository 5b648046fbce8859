"""Arrange the sources: works in full, then cite numbers in three columns, over as many pages."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import replace

from briefer.content import Inline, SlidesCiting, SourceEntry, SourceList, Text
from briefer.geometry import EMU_PER_PT
from briefer.layout.addresses import linked
from briefer.layout.body import Body
from briefer.layout.boxes import Box, Paragraph, TextBox
from briefer.layout.fitting import empty_box, fits, set_in, text_area
from briefer.layout.inlines import runs_of
from briefer.layout.setting import Setting, required
from briefer.template.model import LevelStyle, Placeholder

LAYOUT, WORKS, COLUMNS = "Sources", 20, (21, 22, 23)
CONTINUED = "Sources continued"
WORKS_LAYOUT, WORKS_COLUMNS = "Works cited", (20, 21)


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
    """Return pages of three columns of entries; `works` stands on the first.

    Pages without works use the height that is free for them.
    """
    level = required(setting.template, LAYOUT, COLUMNS[0]).level(1)
    left = [_entry(entry, level, setting) for entry in entries]
    bodies = []
    if works:
        columns, left = _columns(left, LAYOUT, COLUMNS, setting)
        bodies.append(Body(LAYOUT, (works, *columns)))
    continued = _known(CONTINUED, setting, otherwise=LAYOUT)
    return [*bodies, *_even_pages(left, continued, COLUMNS, setting)]


def _even_pages(
    paragraphs: list[Paragraph], layout: str, places: Sequence[int], setting: Setting
) -> list[Body]:
    """Return as few pages as hold the paragraphs, with about as many in each of their columns."""
    pages = _pages(paragraphs, layout, places, setting)
    fewest = len(pages)
    if not fewest:
        return pages
    most = math.ceil(len(paragraphs) / (fewest * len(places)))
    while len(pages := _pages(paragraphs, layout, places, setting, most=most)) > fewest:
        most += 1
    return pages


def _pages(
    left: list[Paragraph],
    layout: str,
    places: Sequence[int],
    setting: Setting,
    *,
    most: int | None = None,
) -> list[Body]:
    """Return pages of columns, each with as many paragraphs as fit, or `most` of them."""
    bodies = []
    while left:
        columns, left = _columns(left, layout, places, setting, most=most)
        bodies.append(Body(layout, columns))
    return bodies


def _known(layout: str, setting: Setting, *, otherwise: str) -> str:
    """Return the layout's name, or another's where a template was made before there was this."""
    names = {known.name for known in setting.template.layouts}
    return layout if layout in names else otherwise


def _columns(
    left: list[Paragraph],
    layout: str,
    places: Sequence[int],
    setting: Setting,
    *,
    most: int | None = None,
) -> tuple[tuple[Box, ...], list[Paragraph]]:
    """Return the filled columns of one page and the paragraphs left over."""
    boxes: list[Box] = []
    for idx in places:
        if left:
            box = empty_box(required(setting.template, layout, idx), tag="list")
            count = _how_many(left[:most], box, setting)
            boxes.append(set_in(box, left[:count], setting.setter)[0])
            left = left[count:]
    return tuple(boxes), left


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
    """Return pages of works in columns (design page "slides", section 6)."""
    layout = _known(WORKS_LAYOUT, setting, otherwise=LAYOUT)
    places = WORKS_COLUMNS if layout == WORKS_LAYOUT else (WORKS,)
    works = _works(block, required(setting.template, layout, WORKS).level(1), setting)
    return _even_pages(works, layout, places, setting)
