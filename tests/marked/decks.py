"""A small briefing with marked records, and its slides before and after portions are marked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefer import paths, pipeline
from briefer.records import Record
from briefer.records.gathered import Gathered
from briefer.storyboard.briefing import Briefing, Card, Section
from briefer.storyboard.edits import set_briefing
from briefer.template.reader import read_template
from tests.builders import make_event, make_source

TALKS, RAID = "event/talks", "event/raid"


def records(talks: str | None = None, raid: str | None = None, note: str | None = None) -> Gathered:
    """Return two events and their source, with these markings."""
    held: list[Record] = [
        replace(make_event(TALKS, title="Talks were held"), marking=talks),
        replace(make_event(RAID, title="A laboratory was raided"), marking=raid),
        replace(make_source(), marking=note),
    ]
    return Gathered(held)


def briefing(*cards: Card, **settings: str) -> Briefing:
    """Return a briefing with a title slide and a table of both events, or with these cards."""
    usual = (Card("title"), Card("table", title="Two events", records=(TALKS, RAID)))
    plain = Briefing("Drugs", date="March 1, 2024", audience="Staff")
    of = replace(plain, sections=(Section("Actions", cards or usual),))
    return set_briefing(of, **settings).briefing


def built(of: Briefing, held: Gathered) -> pipeline.Built:
    """Return a briefing built on the light house template."""
    template = read_template(paths.bundled_templates() / "light.pptx")
    return pipeline.build(of, held, template)


def exported(made: pipeline.Built, target: Path) -> Path:
    """Return the deck written to a path."""
    template = read_template(paths.bundled_templates() / "light.pptx")
    pipeline.export_deck(made, template, target, author="Staff")
    return target
