"""Exporting off the window's thread: what to write in, an outcome out.

In: a briefing with its records, a template's name, a target. Out: the report of the pipeline with
the file's size and the seconds it took. Must not know: the dialog.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from briefer.pipeline import ExportReport, build, export_deck
from briefer.records.gathered import Gathered
from briefer.storyboard.briefing import Briefing
from briefer.ui.tasks import Steps
from briefer.ui.templates import Templates

_NOT_IN_NAMES = '\\/:*?"<>|'
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be exported, and where."""

    briefing: Briefing
    records: Gathered
    templates: Path
    target: Path
    author: str = ""
    pictures: Path | None = None
    overwrite: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was written."""

    report: ExportReport
    size: int
    seconds: float


def work_of(order: Order) -> Callable[[Steps], Outcome]:
    """Return the work that fulfils an order; it raises ExportError, TemplateError or Cancelled."""

    def work(steps: Steps) -> Outcome:
        started = time.monotonic()
        steps.progress(0, 0)
        template = Templates(order.templates).get(order.briefing.template)
        built = build(order.briefing, order.records, template, pictures=order.pictures)
        steps.progress(0, len(built.pages))
        report = export_deck(
            built,
            template,
            order.target,
            author=order.author,
            overwrite=order.overwrite,
            progress=steps.progress,
            cancelled=steps.cancelled,
        )
        size = order.target.stat().st_size
        return Outcome(report, size, time.monotonic() - started)

    return work


def file_name(title: str) -> str:
    """Return the name of a deck's file for a briefing's title, fit for every system."""
    kept = "".join(" " if char in _NOT_IN_NAMES or ord(char) < 32 else char for char in title)
    stem = " ".join(kept.split())[:_LONGEST_NAME].strip(" .")
    return f"{stem or 'Briefing'}.pptx"


def size_words(size: int) -> str:
    """Return a size in bytes as people read it: "84 KB", "1.4 MB"."""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, size // 1000)} KB"
