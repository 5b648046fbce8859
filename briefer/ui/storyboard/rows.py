"""The pages of a briefing in their sections, as rows that strip and grid show.

In: a built briefing. Out: rows. Must not know: widgets, painting.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefer.layout.boxes import Page
from briefer.pipeline import Built

SOURCES_SECTION = "Sources"
_STATES = {"error": "has an error", "warning": "has a warning"}


@dataclass(frozen=True, slots=True)
class StripRow:
    """A page in its section, or (`page` None) a section that waits for its first slide.

    Sections are counted from 0; -1 is that of the slides added by themselves.
    """

    section: int
    title: str
    page: Page | None
    at: int
    """The flat index of the page's card, or where a slide dropped here would stand."""
    starts: bool = False
    severity: str = ""

    @property
    def card(self) -> int | None:
        """The flat index of the card, or None."""
        return self.page.card if self.page else None

    @property
    def home(self) -> int | None:
        """The section that a slide dropped here would join, None for the last one."""
        return self.section if self.section >= 0 else None


@dataclass(frozen=True, slots=True)
class Drop:
    """Where something is dropped: at a flat index in a section, or `on` the slide of a card."""

    at: int
    section: int | None = None
    on: int | None = None


def rows_of(built: Built) -> tuple[StripRow, ...]:
    """Return the rows of a built briefing: pages, empty sections, then the sources."""
    worst = severities(built)
    pages: dict[int | None, list[Page]] = {}
    for page in built.pages:
        pages.setdefault(page.card, []).append(page)
    rows: list[StripRow] = []
    at = 0
    for number, section in enumerate(built.briefing.sections):
        start = len(rows)
        for _ in section.cards:
            rows += (
                StripRow(number, section.title, page, at, severity=worst.get(at, ""))
                for page in pages.get(at, [])
            )
            at += 1
        if not section.cards:
            rows.append(StripRow(number, section.title, None, at))
        _mark_start(rows, start)
    start = len(rows)
    rows += (StripRow(-1, SOURCES_SECTION, page, at) for page in pages.get(None, []))
    _mark_start(rows, start)
    return tuple(rows)


def severities(built: Built) -> dict[int, str]:
    """Return the worst finding about each card; notes do not count."""
    worst: dict[int, str] = {}
    for finding in built.findings:
        card, severity = finding.card, finding.severity
        if card is not None and severity != "note" and worst.get(card) != "error":
            worst[card] = severity
    return worst


def spoken(row: StripRow) -> str:
    """Return a row in words, for assistive programs."""
    if row.page is None:
        return f"Section {row.title}, no slides yet"
    part = f"part {row.page.part} of {row.page.parts}" if row.page.parts > 1 else ""
    parts = (
        f"Slide {row.page.number}",
        row.page.title,
        part,
        f"section {row.title}" if row.title else "",
        _STATES.get(row.severity, ""),
    )
    return ", ".join(part for part in parts if part)


def place_in_words(rows: tuple[StripRow, ...], place: Drop) -> str:
    """Return a place between slides in words: "after slide 3"."""
    here = [row for row in rows if row.at == place.at and row.page is None]
    waiting = next((row for row in here if row.section == place.section), None)
    if waiting is not None:
        return f"in section {waiting.title}" if waiting.title else "in this section"
    number = number_of(rows, place.at - 1) if place.at else 0
    return f"after slide {number}" if number else "at the beginning"


def number_of(rows: tuple[StripRow, ...], card: int) -> int:
    """Return the number of the last slide of a card, as printed."""
    numbers = [row.page.number for row in rows if row.page and row.card == card]
    return numbers[-1] if numbers else card + 1


def _mark_start(rows: list[StripRow], start: int) -> None:
    if start < len(rows):
        rows[start] = replace(rows[start], starts=True)
