"""Building and exporting a briefing in one step, and what tests read off the result."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from openxml_audit import FileFormat, OpenXmlValidator
from pptx import Presentation

from briefer import paths, pipeline
from briefer.layout.body import numbers_in, paragraphs_of
from briefer.layout.boxes import Page
from briefer.records import Record
from briefer.store import Store
from briefer.storyboard.briefing import Briefing, Card, Section
from briefer.template.reader import read_template
from tests.layout.decks import overflows
from tests.overriding import overriding
from tests.package_rules import package_problems


def briefing_of(
    cards: Iterable[Card],
    *,
    title: str = "A briefing",
    audience: str = "Staff",
    date: str = "December 31, 2023",
    marking: str = "",
) -> Briefing:
    """Return a briefing of one section."""
    section = Section("Section", tuple(cards))
    return Briefing(title, audience=audience, date=date, marking=marking, sections=(section,))


def card(
    kind: str, records: Iterable[str] = (), *, title: str = "", text: dict[str, str] | None = None
) -> Card:
    """Return a card with its wording in file order."""
    return Card(kind, title, tuple(records), tuple(sorted((text or {}).items())))


def built_from(
    store: Path, briefing: Briefing, *, template: str = "light", snapshot: Iterable[Record] = ()
) -> pipeline.Built:
    """Return a briefing built from the records of a store."""
    look = read_template(paths.bundled_templates() / f"{template}.pptx")
    with Store.open(store, read_only=True) as opened:
        return pipeline.build(briefing, pipeline.gather(opened, briefing, snapshot), look)


def page_problems(built: pipeline.Built) -> list[str]:
    """Return what a reader would see go wrong: text out of place, titles twice, lost sources."""
    found = [f"page {p.number}: {problem}" for p in built.pages for problem in overflows(p)]
    titles = Counter(page.title for page in built.pages)
    found += [f"two pages are titled {title!r}" for title, times in titles.items() if times > 1]
    listed = {n for page in built.pages if page.kind == "sources" for n in _listed(page)}
    used = {n for page in built.pages for n in numbers_in(page.boxes)}
    return found + [f"number {n} is not in the sources" for n in sorted(used - listed)]


def _listed(page: Page) -> set[int]:
    """Return the numbers that begin an entry of a sources page."""
    firsts = (paragraph.text.split("\t")[0] for paragraph in paragraphs_of(page.boxes))
    return {int(first) for first in firsts if first.isdecimal()}


def deck_problems(built: pipeline.Built, target: Path, *, template: str = "light") -> list[str]:
    """Return what PowerPoint would mend or reject in the exported deck."""
    look = read_template(paths.bundled_templates() / f"{template}.pptx")
    pipeline.export_deck(overriding(built), look, target)
    audit = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(target))
    found = [*package_problems(target), *(str(error) for error in audit.errors)]
    count = len(Presentation(str(target)).slides)
    return found if count == len(built.pages) else [*found, f"the deck has {count} slides"]


def words_of(page: Page) -> str:
    """Return all words of a page, markers included."""
    return " ".join(run.text for p in paragraphs_of(page.boxes) for run in p.runs)
