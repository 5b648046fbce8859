"""Lay out a deck: slides and a template in, numbered pages of boxes out.

Three laws hold (design page "architecture", section 4): cite numbers are final before layout,
only layout splits a slide, and slide numbers are filled in last, into room kept for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass, replace

from briefer.content import Deck, Slide, SlidesOf, SlidesShowing, SourceList
from briefer.layout.arrange import arrange
from briefer.layout.body import Body, numbers_in
from briefer.layout.boxes import Page
from briefer.layout.furniture import foot, head, heading_of
from briefer.layout.inlines import SlideNumbers
from briefer.layout.notes import speaker_notes
from briefer.layout.pictures import Pictures
from briefer.layout.setting import Setting
from briefer.layout.text import TextSetter
from briefer.records.base import Ref
from briefer.template.model import Template


@dataclass(frozen=True, slots=True)
class _Arranged:
    """A slide with the bodies of its pages and the number of its first page."""

    slide: Slide
    bodies: list[Body]
    first: int


def lay_out(
    deck: Deck, template: Template, setter: TextSetter, *, pictures: Pictures | None = None
) -> tuple[Page, ...]:
    """Return the pages of a deck in order, numbered from 1; `pictures` are files by name."""
    plain = Setting(template, setter, SlideNumbers(), pictures or {})
    last = [slide for slide in deck.slides if _lists_sources(slide)]
    arranged: list[_Arranged] = []
    first = 1
    for slide in deck.slides:
        if not _lists_sources(slide):
            arranged.append(_Arranged(slide, arrange(slide, plain), first))
            first += len(arranged[-1].bodies)
    known = replace(plain, numbers=_numbers(arranged))
    arranged = [_refilled(item, known) for item in arranged]
    sources_page = first if last else None
    for slide in last:
        arranged.append(_Arranged(slide, arrange(slide, known), first))
        first += len(arranged[-1].bodies)
    return tuple(
        page for item in arranged for page in _pages(item, deck, known, sources_page=sources_page)
    )


def _lists_sources(slide: Slide) -> bool:
    """Return whether a slide lists the sources, and so comes after all others."""
    return any(isinstance(block, SourceList) for block in slide.blocks)


def _numbers(arranged: Sequence[_Arranged]) -> SlideNumbers:
    """Return where records, cite numbers and sections appear."""
    showing: dict[Ref, list[int]] = {}
    citing: dict[int, list[int]] = {}
    sections: dict[str, list[int]] = {}
    for item in arranged:
        pages = range(item.first, item.first + len(item.bodies))
        sections.setdefault(item.slide.section, []).extend(pages)
        for ref in dict.fromkeys(item.slide.records):
            showing.setdefault(ref, []).append(item.first)
        for offset, body in enumerate(item.bodies):
            for number in numbers_in(body.boxes):
                citing.setdefault(number, []).append(item.first + offset)
    return SlideNumbers(
        {ref: tuple(pages) for ref, pages in showing.items()},
        {number: tuple(pages) for number, pages in citing.items()},
        {section: tuple(pages) for section, pages in sections.items()},
        known=True,
    )


def _refilled(item: _Arranged, known: Setting) -> _Arranged:
    """Return a slide arranged again with its slide numbers, if it shows any."""
    waits = _waits(item.slide.blocks)
    if not waits:
        return item
    # A record's slides are the others that show it; a section's are all of it.
    others = {
        ref: tuple(page for page in pages if page != item.first)
        for ref, pages in known.numbers.showing.items()
    }
    numbers = replace(known.numbers, showing=others)
    bodies = arrange(item.slide, replace(known, numbers=numbers))
    return _Arranged(item.slide, bodies, item.first) if len(bodies) == len(item.bodies) else item


def _waits(value: object) -> bool:
    """Return whether a value inside a slide shows slide numbers."""
    if isinstance(value, SlidesShowing | SlidesOf):
        return True
    if isinstance(value, tuple):
        return any(_waits(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return any(_waits(getattr(value, field.name)) for field in fields(value))
    return False


def _pages(
    item: _Arranged, deck: Deck, setting: Setting, *, sources_page: int | None
) -> list[Page]:
    """Return the finished pages of one slide."""
    pages = []
    slide, parts = item.slide, len(item.bodies)
    for offset, body in enumerate(item.bodies):
        layout = setting.template.layout(body.layout)
        heading = heading_of(slide.title, slide.kicker, offset + 1, parts)
        numbers = numbers_in(body.boxes)
        shown = [reference for reference in deck.references if reference.number in numbers]
        number = item.first + offset
        below = foot(shown, deck, layout, setting, number=number, sources_page=sources_page)
        above = head(heading, deck, layout, setting)
        boxes = (*above.boxes, *body.key, *body.boxes, *below)
        pages.append(
            Page(
                number=number,
                slide=slide.key,
                kind=slide.kind,
                layout=layout.name,
                title=heading.title,
                boxes=boxes,
                background=layout.background,
                art=layout.art,
                notes=speaker_notes(slide, body.boxes, deck.references, deck.marking),
                section=slide.section,
                card=slide.card,
                part=offset + 1,
                parts=parts,
                numbers=numbers,
                shortened=body.shortened or above.shortened,
                unshown=body.unshown,
            )
        )
    return pages
