"""What a check sees and what it reports."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from briefer.content import Deck, Slide
from briefer.layout.boxes import Page
from briefer.preflight.dated import first_date
from briefer.records.base import Record, Ref
from briefer.records.gathered import Gathered
from briefer.storyboard.briefing import Briefing, Card
from briefer.template.model import Template

Severity = Literal["error", "warning", "note"]

OLDEST_YEARS = 3
"""How many years old a statistic may be, unless the user chose otherwise."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What the checks go by beside the briefing itself.

    `years` is how old a statistic may be; `today` stands in for the date of a briefing that has
    none; `author` is who the properties of the deck will name, None where that is not known yet.
    `now`, with its zone, is what embargoes are compared with; without it, and without `today`,
    every embargo still holds.
    """

    years: int = OLDEST_YEARS
    today: datetime.date | None = None
    author: str | None = None
    now: datetime.datetime | None = None

    def at(self, now: datetime.datetime) -> Terms:
        """Return the same terms at a time, with its zone."""
        return replace(self, today=now.date(), now=now)


@dataclass(frozen=True, slots=True)
class Finding:
    """A flaw of a briefing: which check, how bad, what, where, and the next step.

    `page` is a page number; `card` the card's flat index; `record` the record it is about;
    `option` the option of the card; `suggested` is what a fix writes in place of what is wrong.
    """

    check: str
    severity: Severity
    message: str
    page: int | None = None
    card: int | None = None
    record: Ref | None = None
    hint: str = ""
    option: str = ""
    suggested: str = ""


@dataclass(frozen=True)
class Subject:
    """A briefing with everything made from it.

    `template` is the one that the pages stand on, by which their colours are known.
    """

    briefing: Briefing
    deck: Deck
    pages: tuple[Page, ...]
    records: Mapping[Ref, Record]
    terms: Terms = Terms()
    template: Template | None = None

    @cached_property
    def day(self) -> datetime.date | None:
        """The day the briefing is of: its own date where it can be read, else today."""
        return first_date(self.briefing.date) or self.terms.today

    @property
    def compared(self) -> Mapping[Ref, bool]:
        """Whether quotations stand in the texts of their sources, for those that were compared."""
        return self.records.compared if isinstance(self.records, Gathered) else {}

    def card_of(self, slide: Slide) -> Card | None:
        """Return the card of a slide, None for a slide that is added by itself."""
        cards = self.briefing.cards
        known = slide.card is not None and slide.card < len(cards)
        return cards[slide.card] if slide.card is not None and known else None

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
