"""What a check sees and what it reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from briefer.content import Deck, Slide
from briefer.layout.boxes import Page
from briefer.records.base import Record, Ref
from briefer.storyboard.briefing import Briefing

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A flaw of a briefing: which check, how bad, what, where, and the next step.

    `page` is a page number; `card` the card's flat index; `record` the record it is about.
    """

    check: str
    severity: Severity
    message: str
    page: int | None = None
    card: int | None = None
    record: Ref | None = None
    hint: str = ""


@dataclass(frozen=True)
class Subject:
    """A briefing with everything made from it."""

    briefing: Briefing
    deck: Deck
    pages: tuple[Page, ...]
    records: Mapping[Ref, Record]

    def first_page(self, slide: str) -> int | None:
        """Return the number of a slide's first page."""
        return next((page.number for page in self.pages if page.slide == slide), None)

    def finding(
        self,
        check: str,
        severity: Severity,
        message: str,
        *,
        slide: Slide,
        record: Ref | None = None,
        hint: str = "",
    ) -> Finding:
        """Return a finding placed on a slide's first page and its card."""
        page = self.first_page(slide.key)
        return Finding(check, severity, message, page, slide.card, record, hint)


@dataclass(frozen=True)
class Check:
    """A named rule: a subject in, findings out."""

    name: str
    label: str
    run: Callable[[Subject], Iterator[Finding]]
