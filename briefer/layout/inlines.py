"""Turn content inlines into runs of a level's look.

In: inlines, a level style, and what the deck knows of slide numbers. Out: runs. Must not know:
frames, pages' boxes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from briefer.content import (
    CiteMark,
    Inline,
    Para,
    SlidesCiting,
    SlidesOf,
    SlidesShowing,
    Text,
)
from briefer.geometry import Color
from briefer.layout.boxes import Paragraph, Run
from briefer.layout.scripts import language_of
from briefer.layout.text import run_of
from briefer.numbering import number_list, page_range, slide_list
from briefer.records.addresses import link_of
from briefer.records.base import Ref
from briefer.template.model import LevelStyle

ACCENT = Color("accent1")
WARNING = Color("accent2")
UNIT_SIZE = 22.0
"""Size in pt of the unit beside a big number (design page "slides", section 3)."""

RESERVE = "Slides 000, 000, 000"
"""What an unknown list of slide numbers is measured as; the real one is cut to fit it."""

SECTION_RESERVE = "000–000"
"""What the unknown slides of a section are measured as; a section is a run of slides."""


@dataclass(frozen=True)
class SlideNumbers:
    """Where records, cite numbers and sections appear, by page; empty until pages are counted."""

    showing: Mapping[Ref, tuple[int, ...]] = field(default_factory=dict)
    citing: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    sections: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    known: bool = False


@dataclass(frozen=True)
class Look:
    """How markers are coloured on this place: `marker` is gold where the ground is navy."""

    numbers: SlideNumbers
    marker: Color = ACCENT
    lang: str = "en-US"


def marker_size(size: float) -> float:
    """Return the size in pt of a marker in text of `size`, so that it stays legible.

    Viewers draw superscripts at about two thirds (design page "slides", section 6).
    """
    return 18.0 if size < 18 else size


def runs_of(
    inlines: Iterable[Inline], style: LevelStyle, look: Look, *, tabs: bool = False
) -> tuple[Run, ...]:
    """Return inlines as runs set as `style` says, markers superscript.

    Line breaks become spaces, and so do tabs unless `tabs` says that they end a hanging column.
    """
    runs: list[Run] = []
    for inline in inlines:
        if isinstance(inline, Text):
            words = inline.text if tabs else inline.text.replace("\t", " ")
            runs.append(
                Run(
                    text=words.replace("\n", " "),
                    font=style.font,
                    size=min(UNIT_SIZE, style.size) if inline.small else style.size,
                    color=style.color,
                    bold=style.bold or inline.bold,
                    italic=style.italic or inline.italic,
                    caps=style.caps,
                    tracking=style.tracking,
                    lang=inline.lang or language_of(words) or look.lang,
                    underline=bool(inline.url and link_of(inline.url)),
                    url=inline.url,
                )
            )
        else:
            runs.append(_filled(inline, run_of("", style), look))
    return tuple(run for run in runs if run.text)


def _filled(
    inline: CiteMark | SlidesShowing | SlidesCiting | SlidesOf, run: Run, look: Look
) -> Run:
    """Return the run of an inline whose text comes from numbering."""
    if isinstance(inline, CiteMark):
        if not inline.numbers:
            color = WARNING if look.marker == ACCENT else look.marker
            return replace(run, text=" [uncited]", bold=True, color=color, caps=False)
        return replace(
            run,
            text=number_list(inline.numbers),
            numbers=inline.numbers,
            cited=tuple(dict.fromkeys(cite.record for cite in inline.cites)),
            superscript=True,
            size=marker_size(run.size),
            color=look.marker,
            bold=False,
            italic=False,
        )
    if isinstance(inline, SlidesShowing):
        pages = look.numbers.showing.get(inline.record, ())
        return replace(run, text=_slides(pages) if look.numbers.known else RESERVE)
    if isinstance(inline, SlidesOf):
        pages = look.numbers.sections.get(inline.section, ())
        linked = replace(run, underline=True, page=pages[0], color=look.marker) if pages else run
        return replace(linked, text=page_range(pages) if look.numbers.known else SECTION_RESERVE)
    return replace(run, text=slide_list(look.numbers.citing.get(inline.number, ())))


def _slides(pages: tuple[int, ...]) -> str:
    """Return "Slides 3–5, 8" within the reserve's length, or "This slide only"."""
    if not pages:
        return "This slide only"
    for count in range(len(pages), 0, -1):
        rest = len(pages) - count
        words = slide_list(pages[:count]).capitalize() + (f" and {rest} more" if rest else "")
        if len(words) <= len(RESERVE) + 4:
            return words
    return slide_list(pages[:1]).capitalize()


def plain_cell(inlines: Iterable[Inline], style: LevelStyle, look: Look) -> tuple[Run, ...]:
    """Return the runs of a table cell: a marker alone in its cell is set at full size."""
    runs = runs_of(inlines, style, look)
    if len(runs) == 1 and runs[0].superscript:
        marker = runs[0]
        text = marker.text.replace(",", ", ")
        return (replace(marker, text=text, superscript=False, size=style.size, color=style.color),)
    return runs


def paragraph_of(para: Para, style: LevelStyle, level: int, look: Look) -> Paragraph:
    """Return a paragraph (not yet broken) of a content paragraph at one level.

    A level that hangs without a bullet keeps tabs: what stands before one is the hanging label.
    """
    hangs = style.indent < 0 and not style.bullet
    runs = runs_of(para.inlines, style, look, tabs=hangs)
    return Paragraph(
        runs=runs,
        style=style,
        level=level,
        origin=para.origin,
        number=para.number,
        role=para.role,
    )
