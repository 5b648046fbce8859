"""Exporting off the window's thread: what to write in, an outcome out.

In: a briefing with its records, a template's name, a form, a target. Out: the report of the
pipeline with the size of what was written and the seconds it took. Must not know: the dialogs.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from briefer.citations import STYLES, Style
from briefer.marked import marked_name
from briefer.pipeline import Built, ExportReport, build, export_deck
from briefer.preflight import Terms
from briefer.records.gathered import Gathered
from briefer.storyboard.briefing import Briefing
from briefer.template.model import Template
from briefer.ui.aftermath import note_folder
from briefer.ui.tasks import Steps
from briefer.ui.templates import Templates
from briefer.writers.target import replacing

Form = Literal["deck", "pdf", "handout", "pictures"]

_NOT_IN_NAMES = '\\/:*?"<>|'
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be exported, and where.

    `mark` is told the folder first, so that what a crash leaves there can be found. `release_to`
    is the marking up to which the briefing is handed out, None for all of it; with
    `accessibility` a report on the deck is written beside it.
    """

    briefing: Briefing
    records: Gathered
    templates: Path
    target: Path
    author: str = ""
    pictures: Path | None = None
    overwrite: bool = False
    form: Form = "deck"
    styles: Mapping[str, Style] = field(default_factory=lambda: STYLES)
    release_to: str | None = None
    accessibility: bool = False
    mark: Path | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was written."""

    report: ExportReport
    size: int
    seconds: float
    accessibility: Path | None = None
    """The report on the deck, where one was written."""
    accessible: str = ""
    """What the report says, in a sentence."""


def work_of(order: Order) -> Callable[[Steps], Outcome]:
    """Return the work that fulfils an order; it raises ExportError, TemplateError or Cancelled."""

    def work(steps: Steps) -> Outcome:
        started = time.monotonic()
        steps.progress(0, 0)
        if order.mark is not None:
            note_folder(order.mark, order.target.parent)
        template = Templates(order.templates).get(order.briefing.template)
        briefing, records = order.briefing, order.records
        if order.release_to is not None:
            from briefer.release import release

            part = release(briefing, records, order.release_to)
            briefing, records = part.briefing, part.records
        built = build(
            briefing,
            records,
            template,
            pictures=order.pictures,
            styles=order.styles,
            terms=Terms().at(datetime.now().astimezone()),
        )
        steps.progress(0, len(built.pages))
        report = _write(order, built, template, steps)
        outcome = Outcome(report, _size(order.target), time.monotonic() - started)
        return _with_report(outcome) if order.accessibility and order.form == "deck" else outcome

    return work


def accessibility_place(deck: Path) -> Path:
    """Return where the accessibility report of a deck is written: beside it."""
    return deck.with_name(f"{deck.stem} accessibility.html")


def _with_report(outcome: Outcome) -> Outcome:
    """Check the deck that was written, and write the report; an older one gives way."""
    from briefer.accessibility import read_deck_for_rules, report_bytes, report_of

    deck = outcome.report.path
    found = report_of(read_deck_for_rules(deck))
    place = accessibility_place(deck)
    with replacing(place, overwrite=True) as stream:
        stream.write(report_bytes(found, place))
    return replace(outcome, accessibility=place, accessible=found.summary)


def _write(order: Order, built: Built, template: Template, steps: Steps) -> ExportReport:
    """Write what is ordered in its form."""
    from briefer.publish import export_handout, export_pdf, export_pictures

    if order.form == "pictures":
        return export_pictures(
            built,
            template,
            order.target,
            overwrite=order.overwrite,
            progress=steps.progress,
            cancelled=steps.cancelled,
        )
    export = {"deck": export_deck, "pdf": export_pdf, "handout": export_handout}[order.form]
    return export(
        built,
        template,
        order.target,
        author=order.author,
        overwrite=order.overwrite,
        progress=steps.progress,
        cancelled=steps.cancelled,
    )


def _size(target: Path) -> int:
    """Return the bytes of a file, or of all pictures in a folder."""
    files = target.glob("*.png") if target.is_dir() else [target]
    return sum(file.stat().st_size for file in files)


def file_name(title: str, ending: str = ".pptx") -> str:
    """Return the name of a file for a briefing's title, a deck's unless told, for every system."""
    kept = "".join(" " if char in _NOT_IN_NAMES or ord(char) < 32 else char for char in title)
    stem = " ".join(kept.split())[:_LONGEST_NAME].strip(" .")
    return f"{stem or 'Briefing'}{ending}"


def briefing_name(briefing: Briefing, ending: str = ".pptx") -> str:
    """Return the name of a file for a briefing: its marking and title, or its title alone."""
    marked = marked_name(briefing, ending.replace(" ", "-"))
    return marked or file_name(briefing.title, ending)


def new_folder(folder: Path, title: str) -> Path:
    """Return a folder inside another that is not there yet, named after a briefing's title."""
    name = file_name(title, " pictures")
    names = (name, *(f"{name} ({number})" for number in range(2, 10_000)))
    return next(folder / each for each in names if not (folder / each).exists())


def size_words(size: int) -> str:
    """Return a size in bytes as people read it: "84 KB", "1.4 MB"."""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, size // 1000)} KB"
