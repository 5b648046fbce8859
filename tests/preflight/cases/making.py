"""What cases are made of: briefings built for real, and pages changed as an odd template would."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from briefer.layout.boxes import Box, Page, TextBox
from briefer.paths import bundled_templates
from briefer.pipeline import Built, build
from briefer.preflight import Finding, Severity, Subject, Terms, findings_of
from briefer.records import Record
from briefer.records.gathered import Gathered
from briefer.storyboard.briefing import Briefing, Card
from briefer.template.model import Template
from briefer.template.reader import read_template
from tests.builders import make_briefing, make_source

TODAY = Terms(3, datetime.date(2023, 12, 31), "Staff")
Found = tuple[Finding, ...]


@dataclass(frozen=True)
class Case:
    """A finding's severity, a briefing that has the flaw, and one that has it not."""

    severity: Severity
    flawed: Callable[[], Found]
    sound: Callable[[], Found]


def light() -> Template:
    """Return the light house template."""
    return read_template(bundled_templates() / "light.pptx")


def made(
    briefing: Briefing | Card,
    *records: Record,
    compared: Mapping[str, bool] | None = None,
    pictures: Path | None = None,
    terms: Terms = TODAY,
    template: Template | None = None,
) -> Built:
    """Return a briefing, or one of a single card, built on the light template."""
    whole = make_briefing(briefing) if isinstance(briefing, Card) else briefing
    sources = () if any(r.id == make_source().id for r in records) else (make_source(),)
    known = Gathered((*sources, *records), compared=compared)
    return build(whole, known, template or light(), pictures=pictures, terms=terms)


def found(
    briefing: Briefing | Card, *records: Record, compared: Mapping[str, bool] | None = None
) -> Found:
    """Return the findings over a briefing."""
    return made(briefing, *records, compared=compared).findings


def paged(built: Built, change: Callable[[Page], Page]) -> Found:
    """Return the findings where the pages came out otherwise, as on an odd template."""
    pages = tuple(change(page) for page in built.pages)
    return findings_of(Subject(built.briefing, built.deck, pages, built.records, TODAY, light()))


def boxed(change: Callable[[Box], Box]) -> Callable[[Page], Page]:
    """Return the change of a page that changes each of its boxes."""
    return lambda page: replace(page, boxes=tuple(change(box) for box in page.boxes))


def worded(change: Callable[[TextBox], TextBox]) -> Callable[[Page], Page]:
    """Return the change of a page that changes each of its text boxes."""
    return boxed(lambda box: change(box) if isinstance(box, TextBox) else box)
