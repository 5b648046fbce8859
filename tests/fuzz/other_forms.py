"""Every form in which a briefing leaves Briefer, written and looked through.

In: a built briefing. Out: what in the files leads or acts where it may not, in words, and counts.
"""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

from pptx import Presentation

from briefer import pipeline, publish
from briefer.accessibility import read_deck_for_rules, report_bytes, report_of
from briefer.template.model import Template
from tests.fuzz.other_exports import faults_of_deck, links_of, uris_of, wrong_address
from tests.package_rules import package_problems

_INERT = frozenset(
    (
        *("html", "head", "meta", "title", "style", "body", "main", "nav", "h1", "h2", "p", "a"),
        *("ul", "li", "strong", "table", "caption", "thead", "tbody", "tr", "th", "td"),
    )
)
_ATTRIBUTES = frozenset(("charset", "class", "content", "href", "id", "lang", "name", "scope"))


class Page(HTMLParser):
    """Looks through a report of ours: its tags, what they refer to, what they run."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.tags = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that we do not write, and anything that leads out of the page."""
        self.tags += 1
        if tag not in _INERT:
            self.faults.append(f"report: <{tag}>")
        for name, value in attrs:
            leads = name == "href" and not (value or "").startswith("#")
            if leads or (name not in _ATTRIBUTES and name != "aria-label"):
                self.faults.append(f"report: {name}={value!r}")


def tried(
    built: pipeline.Built, template: Template, folder: Path
) -> tuple[list[str], Counter[str]]:
    """Return what is wrong with the exports of a briefing, and how much was looked at."""
    deck, paper = folder / "a.pptx", folder / "a.pdf"
    found: list[str] = []
    counts: Counter[str] = Counter()
    pipeline.export_deck(built, template, deck, overwrite=True)
    found += package_problems(deck) + faults_of_deck(deck)
    counts["slides"] += len(Presentation(str(deck)).slides)
    counts["links of decks"] += len(links_of(deck))
    for ending in (".html", ".md", ".json"):
        report = report_bytes(report_of(read_deck_for_rules(deck)), Path(f"a{ending}"))
        if ending == ".html":
            page = Page()
            page.feed(report.decode())
            found += page.faults
            counts["tags of reports"] += page.tags
    with publish.painting():
        for export in (publish.export_pdf, publish.export_handout):
            export(built, template, paper, overwrite=True)
            uris = uris_of(paper)
            found += filter(None, map(wrong_address, uris))
            counts["links of PDFs"] += len(uris)
    return found, counts
