"""What is released up to a marking, as PDF, handout and pictures: nothing above it is told there.

The deck itself is taken apart in tests/test_release.py.
"""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from briefer import paths
from briefer.pipeline import build
from briefer.publish import export_handout, export_pdf, export_pictures
from briefer.records import Record
from briefer.records.gathered import Gathered
from briefer.release import release
from briefer.storyboard.briefing import Briefing, Card, Section
from briefer.template.reader import read_template
from tests.builders import (
    make_actor,
    make_citation,
    make_event,
    make_source,
    make_statement,
    make_statistic,
)
from tests.overriding import overriding

SIGN = "zqsecretq"


def secrets() -> list[Record]:
    """Return a marked record of each type that tells something."""
    source = replace(make_source("source/zqsecretq", title=f"{SIGN} report"), marking="CUI")
    who = replace(make_actor("actor/zqsecretq", name=f"{SIGN} agent"), marking="CUI")
    raid = replace(make_event("event/zqsecretq", title=f"{SIGN} raid"), marking="CUI")
    said = replace(make_statement("statement/zqsecretq", text=f"{SIGN} words"), marking="CUI")
    number = replace(make_statistic("statistic/zqsecretq", counts=f"{SIGN} doses"), marking="CUI")
    resting = make_event(
        "event/resting", title=f"{SIGN} seizure", citations=(make_citation(source=source.id),)
    )
    return [source, who, raid, replace(said, event="event/talks"), number, resting]


def secret_briefing() -> Briefing:
    """Return a briefing whose slides, notes, headings and words tell of marked records."""
    of = "event/talks"
    notes = (("notes", f"{SIGN} said [@event/zqsecretq]"),)
    cards = (
        Card("title", "Open"),
        Card("event", f"{SIGN} said so", (of,), notes),
        Card("timeline", f"{SIGN} dates", (of, "event/zqsecretq", "event/resting")),
        Card("table", f"{SIGN} table", ("event/zqsecretq", of)),
        Card("agenda"),
    )
    hidden = (
        Card("quote", records=("statement/zqsecretq",)),
        Card("text", f"{SIGN} view", options=(("marking", "CUI"),)),
    )
    sections = (Section("Actions", cards), Section(f"{SIGN} part", hidden))
    return Briefing("Open", profile="nara", marking="CUI", sections=sections)


@pytest.mark.parametrize("name", ["deck.pdf", "notes.pdf"])
def test_a_released_pdf_tells_nothing_that_is_marked(name: str, tmp_path: Path) -> None:
    """Neither its text nor its outline, properties and links do; the whole one does."""
    assert SIGN in told_in(tmp_path / "whole" / name, "CUI")
    assert SIGN not in told_in(tmp_path / "part" / name, "")


def test_released_pictures_are_named_without_what_is_marked(tmp_path: Path) -> None:
    """A picture is named by its place and kind; slides left out have none."""
    told_in(tmp_path / "part" / "png", "")
    names = sorted(path.name for path in (tmp_path / "part" / "png").iterdir())
    assert all(SIGN not in name for name in names)
    assert not any(name.endswith(("quote.png", "text.png")) for name in names)


def told_in(target: Path, limit: str) -> str:
    """Return what a file of the briefing up to a marking tells, in small letters."""
    target.parent.mkdir(exist_ok=True)
    template = read_template(paths.bundled_templates() / "light.pptx")
    held = Gathered((make_event(), make_actor(), make_source(), *secrets()))
    part = release(secret_briefing(), held, limit)
    built = overriding(build(part.briefing, part.records, template))
    if target.suffix != ".pdf":
        export_pictures(built, template, target, width_px=320)
        return ""
    export = export_pdf if target.stem == "deck" else export_handout
    export(built, template, target)
    data = target.read_bytes()
    reader = PdfReader(io.BytesIO(data))
    texts = [page.extract_text() for page in reader.pages]
    parts = [*texts, str(reader.metadata), str(reader.outline), str(reader.xmp_metadata)]
    objects = [str(reader.get_object(number)) for number in range(1, len(reader.xref[0]))]
    return "".join((*parts, *objects, data.decode("latin-1"))).casefold()
