"""The fixed parts of every page: markings, kicker, title, source line, footer, date, number.

Which of them a page has is decided by the placeholders of its template layout.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from briefer.content import Deck, Para, Reference, Slide, Text
from briefer.geometry import Color, Frame, Insets, inches
from briefer.layout.boxes import Box, Paragraph, Run, Tag, TextBox
from briefer.layout.filling import Filled, Filler
from briefer.layout.fitting import balanced, empty_box, fits, set_in
from briefer.layout.inlines import paragraph_of
from briefer.layout.patterns import Place
from briefer.layout.setting import Setting
from briefer.layout.text import run_of
from briefer.numbering import number_list
from briefer.template.model import LevelStyle, Placeholder, TemplateLayout

KICKER, SOURCE_LINE, MARKING_TOP, MARKING_BOTTOM, DATE, FOOTER, NUMBER = 10, 11, 12, 13, 16, 17, 18
NOTICE = "Notice"
"""The box of legend and embargo, or of the designation block on a first slide without a place."""

_LABEL = Place(0)

_NOTICE_SIZE = 12.0
_NOTICE_GAP, _NOTICE_HEIGHT, _NOTICE_TOP = inches(0.01), inches(0.26), inches(0.42)
"""A line of 12 pt has room between title and content (design page "slides", section 2)."""
_DEEP = inches(2)
"""How far down a title on a content slide may reach; on full-bleed slides it lies deeper."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A page's title and kicker."""

    title: str
    kicker: str


def marked_title(slide: Slide) -> str:
    """Return a slide's title with its portion mark before it."""
    return f"{slide.mark} {slide.title}" if slide.mark and slide.title else slide.title


def heading_of(title: str, kicker: str, part: int, parts: int) -> Heading:
    """Return title and kicker of one part of a slide (design page "slides", section 5)."""
    if parts == 1:
        return Heading(title, kicker)
    if part == 1:
        return Heading(title, f"{kicker} | 1 of {parts}" if kicker else f"1 of {parts}")
    continued = f"{title} (continued, {part} of {parts})"
    return Heading(continued, f"{kicker} | continued" if kicker else "continued")


@dataclass(frozen=True, slots=True)
class Head:
    """The boxes above the content, and whether words of the title had to be cut.

    `notice` is read after the title and what stands beside it.
    """

    boxes: tuple[Box, ...]
    shortened: bool
    notice: tuple[Box, ...] = ()


def head(
    heading: Heading, deck: Deck, layout: TemplateLayout, setting: Setting, *, number: int
) -> Head:
    """Return what stands above the content, in reading order: marking, kicker, title; notice."""
    marking = _marking(MARKING_TOP, deck, layout, setting)
    kicker = _label(KICKER, heading.kicker, layout, setting)
    place = layout.of_type("title", "ctrTitle")
    if place is None:
        return Head((*marking, *kicker), shortened=False)
    title = _title(heading.title, place, setting)
    words = deck.opening if number == 1 and deck.opening else deck.notice
    notice = tuple(_notice(words, place, deck, layout, setting))
    return Head((*marking, *kicker, title.box), title.shortened, notice)


def foot(
    references: Sequence[Reference],
    deck: Deck,
    layout: TemplateLayout,
    setting: Setting,
    *,
    number: int,
    sources_page: int | None,
) -> list[Box]:
    """Return the boxes below the content: source line, footer, date, slide number, marking."""
    boxes: list[Box] = []
    line = layout.placeholder(SOURCE_LINE)
    if references and line is not None:
        boxes.append(_source_line(references, line, setting, sources_page))
    boxes.extend(_label(FOOTER, deck.footer, layout, setting, tag="artifact"))
    boxes.extend(_label(DATE, deck.date, layout, setting, tag="artifact"))
    boxes.extend(_slide_number(layout.placeholder(NUMBER), number, setting))
    boxes.extend(_marking(MARKING_BOTTOM, deck, layout, setting))
    return boxes


def _marking(idx: int, deck: Deck, layout: TemplateLayout, setting: Setting) -> list[Box]:
    """Return the marking in one of its bands, in colours of its own where it has them."""
    placeholder = layout.placeholder(idx)
    if placeholder is None or not deck.marking:
        return []
    ground = Color(rgb=deck.ground) if deck.ground else placeholder.fill
    filled = _filled(deck.marking, replace(placeholder, fill=ground), setting).box
    if deck.ink:
        ink = Color(rgb=deck.ink)
        filled = replace(filled, paragraphs=tuple(_inked(p, ink) for p in filled.paragraphs))
    return [replace(filled, tag="artifact")]


def _inked(paragraph: Paragraph, ink: Color) -> Paragraph:
    """Return a paragraph whose words, their lines broken already, have another colour."""
    lines = tuple(
        replace(
            line,
            pieces=tuple(replace(p, run=replace(p.run, color=ink)) for p in line.pieces),
        )
        for line in paragraph.lines
    )
    runs = tuple(replace(run, color=ink) for run in paragraph.runs)
    return replace(paragraph, runs=runs, lines=lines)


def _notice(
    words: str, title: Placeholder, deck: Deck, layout: TemplateLayout, setting: Setting
) -> list[Box]:
    """Return the line of legend and embargo, or nothing where there is none.

    It stands in the gap between title and content; where that is too small (the sources) at the
    right of the kicker, on a full-bleed slide on top. What has no room is cut, which checks tell.
    """
    if not words:
        return []
    bold = words == deck.notice
    style = LevelStyle(size=_NOTICE_SIZE, bold=bold, color=Color("tx1"))
    place, top = title.frame, title.frame.bottom + _NOTICE_GAP
    kicker = layout.placeholder(KICKER)
    if _lies_deep(title):
        top, style = _NOTICE_TOP, replace(style, color=title.level(1).color)
    elif kicker is not None and _has_no_gap(title, layout):
        right = kicker.frame.right
        place, top = Frame(right, 0, title.frame.right - right, 0), kicker.frame.y
        style = replace(style, align="r")
    frame = Frame(place.x, top, place.w, _NOTICE_HEIGHT * (2 if _lies_deep(title) else 1))
    line = Placeholder(0, "body", NOTICE, frame, Insets(), "t", (style,))
    return [replace(_filled(words, line, setting).box, idx=None, ph_type="")]


def _has_no_gap(title: Placeholder, layout: TemplateLayout) -> bool:
    """Return whether what follows the title stands too near for a line between them."""
    low = title.frame.bottom
    below = (place.frame.y for place in layout.placeholders if place.frame.y >= low)
    return min(below, default=low + _NOTICE_HEIGHT) < low + _NOTICE_HEIGHT


def _lies_deep(title: Placeholder) -> bool:
    """Return whether a title is that of a full-bleed slide, whose content stands beside it."""
    return title.frame.bottom > _DEEP


def _label(
    idx: int, words: str, layout: TemplateLayout, setting: Setting, *, tag: Tag = "paragraph"
) -> list[Box]:
    """Return a one-line label, or nothing without words or placeholder; pages share theirs."""
    placeholder = layout.placeholder(idx)
    if placeholder is None or not words:
        return []

    def make() -> TextBox:
        return replace(_filled(words, placeholder, setting).box, tag=tag)

    return [setting.memo.kept(("label", layout.name, idx, words, tag), make)]


def _filled(words: str, placeholder: Placeholder, setting: Setting) -> Filled:
    """Return a placeholder filled with a label."""
    return Filler(_LABEL, placeholder, setting).label((Para((Text(words),)),))


def _title(words: str, placeholder: Placeholder, setting: Setting) -> Filled:
    """Return the title, balanced over its lines; a very long one steps down in size."""
    filled = _filled(words, placeholder, setting)
    return replace(filled, box=balanced(replace(filled.box, tag="heading"), setting.setter))


def _slide_number(placeholder: Placeholder | None, number: int, setting: Setting) -> list[Box]:
    """Return the slide number as a field."""
    if placeholder is None:
        return []
    base = paragraph_of(Para((Text(str(number)),)), placeholder.level(1), 1, setting.look())
    field = replace(base, runs=tuple(replace(run, field="slidenum") for run in base.runs))
    box = set_in(empty_box(placeholder, tag="artifact"), [field], setting.setter)[0]
    return [box]


def _source_line(
    references: Sequence[Reference],
    placeholder: Placeholder,
    setting: Setting,
    sources_page: int | None,
) -> TextBox:
    """Return the source line: with pinpoints, without them where that is too long."""
    style = placeholder.level(1)
    box = empty_box(placeholder)
    ends = _full_list(style, sources_page)
    for runs in (_pinpointed(references, style), _bare(references, style)):
        base = paragraph_of(Para((Text(" "),)), style, 1, setting.look())
        done, height = set_in(box, [replace(base, runs=(*runs, *ends))], setting.setter)
        if fits(done, height):
            return done
    return _numbers_only(references, placeholder, setting, ends)


def _pinpointed(references: Sequence[Reference], style: LevelStyle) -> list[Run]:
    """Return "Sources: AJIL note: 1 n. 12, 2 n. 14;  Fidler (2023): 9 “American Carnage”."."""
    runs = [run_of("Sources: ", style)]
    groups = [list(group) for _, group in groupby(_by_work(references), key=lambda r: r.source)]
    for position, group in enumerate(groups):
        runs.append(run_of(f"{group[0].short}: ", style))
        for place, reference in enumerate(group):
            runs.append(replace(run_of(str(reference.number), style), bold=True))
            last = place == len(group) - 1
            stop = (".  " if position == len(groups) - 1 else ";  ") if last else ", "
            pinpoint = f" {reference.pinpoint}" if reference.pinpoint else ""
            if last and pinpoint.endswith(".") and stop.startswith("."):
                stop = stop[1:]
            runs.append(run_of(pinpoint + stop, style))
    return runs


def _bare(references: Sequence[Reference], style: LevelStyle) -> list[Run]:
    """Return "Sources: AJIL note: 1, 2;  Fidler (2023): 9.  "."""
    runs = [run_of("Sources: ", style)]
    groups = [list(group) for _, group in groupby(_by_work(references), key=lambda r: r.source)]
    for position, group in enumerate(groups):
        stop = ".  " if position == len(groups) - 1 else ";  "
        numbers = number_list(tuple(sorted(r.number for r in group))).replace(",", ", ")
        runs.append(run_of(f"{group[0].short}: ", style))
        runs.append(replace(run_of(numbers, style), bold=True))
        runs.append(run_of(stop, style))
    return runs


def _numbers_only(
    references: Sequence[Reference], placeholder: Placeholder, setting: Setting, ends: list[Run]
) -> TextBox:
    """Return the source line with numbers only, for pages that cite very many works."""
    style = placeholder.level(1)
    numbers = number_list(tuple(sorted(r.number for r in references))).replace(",", ", ")
    runs = (run_of("Sources: ", style), replace(run_of(numbers, style), bold=True))
    base = paragraph_of(Para((Text(" "),)), style, 1, setting.look())
    paragraph = replace(base, runs=(*runs, run_of(".  ", style), *ends))
    return set_in(empty_box(placeholder), [paragraph], setting.setter)[0]


def _by_work(references: Sequence[Reference]) -> list[Reference]:
    """Return references by work (in order of letters), then by number."""
    return sorted(references, key=lambda r: (len(r.letter), r.letter, r.number))


def _full_list(style: LevelStyle, page: int | None) -> list[Run]:
    """Return "Full list: slide 25." with its link, or nothing without a sources slide."""
    if page is None:
        return []
    space = "\N{NO-BREAK SPACE}"
    link = replace(run_of(f"slide{space}{page}", style), page=page, underline=True)
    return [run_of(f"Full{space}list:{space}", style), link, run_of(".", style)]
