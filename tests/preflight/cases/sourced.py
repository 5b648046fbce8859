"""Cases of how sources are worded."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from briefer.citations.csl import Shelf
from briefer.pipeline import build
from briefer.records.gathered import Gathered
from tests.builders import make_briefing, make_card, make_event, make_source
from tests.citations.csl.files import AUTHOR_DATE, NOTES
from tests.preflight.cases.making import Case, Found, light

_EVENT = make_event("event/one")


def _numbered(file: Path) -> Found:
    """Return the findings over a report with a number, worded in a style from a file."""
    source = replace(make_source(), csl_type="report", number="IF10890")
    briefing = replace(
        make_briefing(make_card("talking-points", [_EVENT])), style=f"csl:{file.stem}"
    )
    with tempfile.TemporaryDirectory() as folder:
        styles = Shelf(Path(folder))
        styles.add(file)
        return build(briefing, Gathered((source, _EVENT)), light(), styles=styles).findings


CASES: dict[str, Case] = {
    "style-gaps": Case("note", lambda: _numbered(AUTHOR_DATE), lambda: _numbered(NOTES))
}
