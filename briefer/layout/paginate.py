"""Lay out a deck: slides and a template in, numbered pages of boxes out.

Three laws hold (design page "architecture", section 4): cite numbers are final before layout,
only layout splits a slide, and slide numbers are filled in last, into room kept for them.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from briefer.content import (
    Deck,
    Picture,
    Reference,
    Slide,
    SlidesOf,
    SlidesShowing,
    SourceList,
    inner_parts,
)
from briefer.layout.arrange import arrange
from briefer.layout.body import Body, numbers_in
from briefer.layout.boxes import Page
from briefer.layout.furniture import foot, head, heading_of, marked_title
from briefer.layout.inlines import SlideNumbers
from briefer.layout.memo import Memo
from briefer.layout.notes import speaker_notes
from briefer.layout.pictures import Pictures
from briefer.layout.setting import Setting
from briefer.layout.text import TextSetter
from briefer.records.base import Ref
from briefer.template.model import Template

_Waiting: TypeAlias = SlidesShowing | SlidesOf
"""What shows slide numbers, which are known only after all slides are arranged."""


@dataclass(frozen=True, slots=True)
class _Arranged:
    """A slide with the bodies of its pages, what waits in it, and the number of its first page."""

    slide: Slide
    bodies: list[Body]
    waiting: tuple[_Waiting, ...]
    first: int


def lay_out(
    deck: Deck,
    template: Template,
    setter: TextSetter,
    *,
    pictures: Pictures | None = None,
    memo: Memo | None = None,
) -> tuple[Page, ...]:
    """Return the pages of a deck in order, numbered from 1; `pictures` are files by name.

    A `memo` of an earlier run spares the work for slides that stayed as they were; what is
    returned is the same without it.
    """
    memo = memo or Memo()
    memo.begin(template, setter)
    plain = Setting(template, setter, SlideNumbers(), pictures or {}, memo)
    last = [slide for slide in deck.slides if _lists_sources(slide)]
    arranged: list[_Arranged] = []
    first = 1
    for slide in deck.slides:
        if not _lists_sources(slide):
            arranged.append(_first_time(slide, plain, memo, first=first))
            first += len(arranged[-1].bodies)
    known = replace(plain, numbers=_numbers(arranged))
    arranged = [_refilled(item, known, memo) for item in arranged]
    sources_page = first if last else None
    for slide in last:
        bodies = _kept_bodies(slide, known, memo, told=_all_of(known.numbers))
        arranged.append(_Arranged(slide, bodies, (), first))
        first += len(bodies)
    told = _Told(deck, sources_page, {one.number: one for one in deck.references})
    return tuple(page for item in arranged for page in _kept_pages(item, told, known, memo))


def _lists_sources(slide: Slide) -> bool:
    """Return whether a slide lists the sources, and so comes after all others."""
    return any(isinstance(block, SourceList) for block in slide.blocks)


def _first_time(slide: Slide, plain: Setting, memo: Memo, *, first: int) -> _Arranged:
    """Return a slide arranged while no slide numbers are known."""
    waiting = memo.kept(("waiting", slide.blocks), lambda: tuple(_waiting_in(slide.blocks)))
    return _Arranged(slide, _kept_bodies(slide, plain, memo), waiting, first)


def _kept_bodies(
    slide: Slide, setting: Setting, memo: Memo, *, told: Hashable = None
) -> list[Body]:
    """Return the bodies of a slide; `told` is what they show of slide numbers."""
    files = tuple(
        setting.pictures.get(block.file) for block in slide.blocks if isinstance(block, Picture)
    )
    key = ("bodies", slide.pattern, slide.blocks, files, told)
    return memo.kept(key, lambda: arrange(slide, setting))


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


def _all_of(numbers: SlideNumbers) -> Hashable:
    """Return slide numbers as a key."""
    return tuple(
        tuple(mapping.items()) for mapping in (numbers.showing, numbers.citing, numbers.sections)
    )


def _refilled(item: _Arranged, known: Setting, memo: Memo) -> _Arranged:
    """Return a slide arranged again with its slide numbers, if it shows any."""
    if not item.waiting:
        return item
    # A record's slides are the others that show it; a section's are all of it.
    others = {
        one.record: tuple(
            page for page in known.numbers.showing.get(one.record, ()) if page != item.first
        )
        for one in item.waiting
        if isinstance(one, SlidesShowing)
    }
    numbers = replace(known.numbers, showing=others, citing={})
    setting = replace(known, numbers=numbers)
    bodies = _kept_bodies(item.slide, setting, memo, told=_all_of(numbers))
    return replace(item, bodies=bodies) if len(bodies) == len(item.bodies) else item


def _waiting_in(value: object) -> Iterator[_Waiting]:
    """Yield what inside a slide shows slide numbers."""
    if isinstance(value, SlidesShowing | SlidesOf):
        yield value
        return
    for part in inner_parts(value):
        yield from _waiting_in(part)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the pages of a deck tell of it, whatever slide they show."""

    deck: Deck
    sources_page: int | None
    references: Mapping[int, Reference]


def _kept_pages(item: _Arranged, told: _Told, setting: Setting, memo: Memo) -> list[Page]:
    """Return the finished pages of one slide."""
    deck = told.deck
    numbers = {number for body in item.bodies for number in numbers_in(body.boxes)}
    shown = tuple(told.references[n] for n in sorted(numbers) if n in told.references)
    edges = (deck.marking, deck.notice, deck.opening, deck.ink, deck.ground)
    words = (deck.footer, deck.date, edges, told.sources_page)
    # Bodies are known by identity: comparing boxes would take longer than laying them out. They
    # are kept with the pages, so that the identity stays theirs.
    key = ("pages", id(item.bodies), item.slide, item.first, shown, words)
    made = memo.kept(key, lambda: (item.bodies, _pages(item, told, setting, shown)))
    return made[1]


def _pages(
    item: _Arranged, told: _Told, setting: Setting, references: Sequence[Reference]
) -> list[Page]:
    """Return the pages of one slide, which show these references."""
    pages = []
    deck = told.deck
    slide, parts = item.slide, len(item.bodies)
    for offset, body in enumerate(item.bodies):
        layout = setting.template.layout(body.layout)
        heading = heading_of(marked_title(slide), slide.kicker, offset + 1, parts)
        numbers = numbers_in(body.boxes)
        shown = [reference for reference in references if reference.number in numbers]
        number = item.first + offset
        below = foot(shown, deck, layout, setting, number=number, sources_page=told.sources_page)
        above = head(heading, deck, layout, setting, number=number)
        boxes = (*above.boxes, *body.key, *above.notice, *body.boxes, *below)
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
                notes=speaker_notes(slide, body.boxes, references, deck.marking),
                section=slide.section,
                card=slide.card,
                part=offset + 1,
                parts=parts,
                numbers=numbers,
                mark=slide.mark,
                shortened=body.shortened or above.shortened,
                unshown=body.unshown,
            )
        )
    return pages
