"""The briefing as an outline: sections, slide titles, the lines of each slide.

In: a built briefing. Out: chapters. Must not know: widgets, painting.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefer.content import (
    Block,
    Chart,
    Diagram,
    Figures,
    Inline,
    Panel,
    Slide,
    Table,
    Text,
    Timeline,
)
from briefer.layout.boxes import Page
from briefer.pipeline import Built
from briefer.ui.storyboard.rows import SOURCES_SECTION, severities

_LINES = 8
"""Lines of a slide that its outline shows; what follows is told by their number."""
_LONG = 160


@dataclass(frozen=True, slots=True)
class Entry:
    """A slide: its first page, its lines, the worst finding."""

    page: Page
    at: int
    lines: tuple[str, ...] = ()
    severity: str = ""

    @property
    def card(self) -> int | None:
        """The flat index of the card, or None."""
        return self.page.card


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section: its number (-1 for the slides added by themselves), its title, its slides.

    `at` is the flat index at which its first card stands or would stand.
    """

    number: int
    title: str
    entries: tuple[Entry, ...]
    at: int

    @property
    def shape(self) -> tuple[int, ...]:
        """How many lines each slide has: what is told of a row can change while this stays."""
        return tuple(len(entry.lines) for entry in self.entries)


def chapters_of(built: Built) -> tuple[Chapter, ...]:
    """Return the sections of a built briefing, empty ones included, then the sources."""
    worst = severities(built)
    slides = {slide.key: slide for slide in built.deck.slides}
    firsts: dict[int | None, list[Page]] = {}
    for page in built.pages:
        if page.part == 1:
            firsts.setdefault(page.card, []).append(page)

    def entries(card: int | None, at: int) -> Iterator[Entry]:
        for page in firsts.get(card, []):
            slide = slides.get(page.slide)
            yield Entry(page, at, lines_of(slide) if slide else (), worst.get(at, ""))

    chapters, at = [], 0
    for number, section in enumerate(built.briefing.sections):
        end = at + len(section.cards)
        inside = tuple(entry for card in range(at, end) for entry in entries(card, card))
        chapters.append(Chapter(number, section.title, inside, at))
        at = end
    last = tuple(Entry(entry.page, at, entry.lines) for entry in entries(None, -1))
    if last:
        chapters.append(Chapter(-1, SOURCES_SECTION, last, at))
    return tuple(chapters)


def lines_of(slide: Slide) -> tuple[str, ...]:
    """Return what a slide says, a line for each paragraph, row, figure or name."""
    lines = [" ".join(line.split()) for block in slide.blocks for line in _lines(block)]
    said = [line[:_LONG] for line in lines if line]
    if len(said) > _LINES:
        rest = len(said) - _LINES + 1
        said = [*said[: _LINES - 1], f"{rest} more lines"]
    return tuple(said)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Panel(paras=paras):
            yield from (para.text for para in paras)
        case Timeline(moments=moments):
            yield from (_plain(moment.text) for moment in moments)
        case Table(rows=rows):
            yield from (" · ".join(filter(None, map(_plain, row.cells))) for row in rows)
        case Figures(figures=figures):
            yield from (f"{_plain(one.number)} {_plain(one.meaning)}" for one in figures)
        case Chart(heading=heading):
            yield heading
        case Diagram(nodes=nodes):
            yield from (node.name for node in nodes)
        case _:
            return


def _plain(inlines: Iterable[Inline]) -> str:
    return "".join(inline.text for inline in inlines if isinstance(inline, Text))
