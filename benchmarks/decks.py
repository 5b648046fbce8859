"""Briefings of any size: all common kinds of slides, of the bundled library's records.

In: a number of slides. Out: a briefing laid out, or files: the briefing for Briefer, its finished
pages for peers. The records go round, so that hardly two slides say the same.

    python -m benchmarks.decks SLIDES FOLDER
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

from benchmarks.peers.pages import plain_pages
from briefer.paths import bundled_store, bundled_templates
from briefer.pipeline import Built, build, gather
from briefer.records import Event, Record, Statement, Statistic
from briefer.store import Store
from briefer.storyboard.briefing import Briefing, Card, Section
from briefer.storyboard.files import BriefingFile, save_briefing
from briefer.template.house import find_template
from briefer.template.model import Template
from briefer.template.reader import read_template

BRIEFING, PAGES = "deck.briefing", "pages.json"
_CARDS = 10
"""Cards of a section; they make some 13 slides."""


def template() -> Template:
    """Return the template of all measured decks."""
    return read_template(find_template("light", folder=bundled_templates()))


def built(slides: int) -> Built:
    """Return a briefing of about so many slides of all common kinds, laid out."""
    with Store.open(bundled_store(), read_only=True) as store:
        records = store.all()
        whole = _briefing(records, slides // _CARDS + 1)
        made = build(whole, gather(store, whole), template())
        cut = _cut(whole, _fitting(made, slides))
        return build(cut, gather(store, cut), template())


def keep(slides: int, folder: Path) -> int:
    """Write the files of a deck into a folder; return how many slides it has."""
    made = built(slides)
    records = tuple(made.records[ref] for ref in sorted(made.records))
    save_briefing(folder / BRIEFING, BriefingFile(made.briefing, records))
    pages = plain_pages(made.pages, template())
    (folder / PAGES).write_text(json.dumps(pages, separators=(",", ":")), encoding="utf-8")
    return len(made.pages)


def _briefing(records: Sequence[Record], sections: int) -> Briefing:
    return Briefing(
        "A deck to measure",
        date="December 31, 2023",
        sections=tuple(
            Section(f"Part {number}", _cards(records, number)) for number in range(1, sections + 1)
        ),
    )


def _cards(records: Sequence[Record], number: int) -> tuple[Card, ...]:
    """Return the cards of a section, which begins elsewhere among the records than others do."""
    dated = _turned([r.id for r in records if isinstance(r, Event) and r.date], number)
    quoted = _turned([r.id for r in records if isinstance(r, Statement) and r.verbatim], number)
    counted = _turned([r.id for r in records if isinstance(r, Statistic)], number)
    return (
        Card("title", title=f"Part {number} of the deck"),
        Card("bluf", records=(*dated[:3], counted[0])),
        Card("timeline", title=f"Timeline {number}", records=tuple(dated[:8])),
        Card("table", title=f"Table {number}", records=tuple(dated[:6])),
        Card("quote", records=(quoted[0],)),
        Card("figures", title=f"Figures {number}", records=tuple(counted[:4])),
        Card("chart", title=f"Events by year {number}", records=tuple(dated[:8])),
        Card("event", records=(dated[0], quoted[1])),
        Card("table", title=f"Second table {number}", records=tuple(dated[2:8])),
        Card("quote", records=(quoted[2],)),
    )


def _turned(items: list[str], by: int) -> list[str]:
    start = by % len(items)
    return items[start:] + items[:start]


def _fitting(made: Built, slides: int) -> int:
    """Return how many cards make so many slides at most, those of the sources with them."""
    pages = [0] * len(made.briefing.cards)
    sources = 0
    for page in made.pages:
        if page.card is None:
            sources += 1
        else:
            pages[page.card] += 1
    room = slides - sources
    return max(1, sum(1 for total in accumulate(pages) if total <= room))


def _cut(briefing: Briefing, cards: int) -> Briefing:
    """Return a briefing without the cards after so many."""
    sections = []
    for section in briefing.sections:
        sections.append(replace(section, cards=section.cards[:cards]))
        cards -= len(sections[-1].cards)
        if not cards:
            break
    return replace(briefing, sections=tuple(sections))


if __name__ == "__main__":
    sys.stdout.write(f"{keep(int(sys.argv[1]), Path(sys.argv[2]))}\n")
