"""`export --release-to`: what is marked above the limit is not in the deck, and is reported."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.program import Program, assert_refused

RAID = {
    "id": "event/raid-zqplantedq",
    "type": "event",
    "citations": [{"source": "source/ajil-note"}],
    "title": "Zqplantedq was raided",
    "date": "2023-09",
    "event_type": "law_enforcement.arrest",
    "marking": "CUI//SP-SUB",
}


def write_briefing(folder: Path) -> Path:
    """Return a briefing of two events, one of which is marked."""
    cards = [
        {"kind": "event", "records": ["event/2023-09-guzman-lopez-extradition"]},
        {"kind": "event", "title": "The zqplantedq raid", "records": [RAID["id"]]},
    ]
    path = folder / "marked.briefing"
    briefing = {
        "format": 1,
        "title": "Fentanyl",
        "marking": "CUI//SP-SUB",
        "profile": "nara",
        "designation": {"controlled-by": "Office of Policy"},
        "sections": [{"title": "Facts", "cards": cards}],
        "snapshot": [RAID],
    }
    path.write_text(json.dumps(briefing), encoding="utf-8")
    return path


def text_of(deck: Path) -> str:
    """Return every part of a deck as text, in lower case."""
    with zipfile.ZipFile(deck) as package:
        parts = [package.read(name).decode("utf-8", "replace") for name in package.namelist()]
    return "\n".join((*package.namelist(), *parts)).lower()


@pytest.mark.parametrize("limit", ["", "CUI"])
def test_what_is_marked_above_the_limit_is_left_out(program: Program, limit: str) -> None:
    """The marked event is nowhere in the file; the report names it and its slide."""
    path = write_briefing(program.folder)
    done = program("export", str(path), "-o", "out.pptx", "--release-to", limit)
    assert done.returncode == 0, done.stderr
    assert "zqplantedq" not in text_of(program.folder / "out.pptx")
    assert "left out: record, Zqplantedq was raided: marked CUI//SP-SUB." in done.stdout
    assert "left out: slide, Slide 2: all its records are left out." in done.stdout


def test_up_to_its_own_marking_all_is_released(program: Program) -> None:
    """Nothing is left out where the limit covers the whole."""
    path = write_briefing(program.folder)
    done = program("export", str(path), "-o", "out.pptx", "--release-to", "CUI//SP-SUB")
    assert done.returncode == 0, done.stderr
    assert "zqplantedq" in text_of(program.folder / "out.pptx")
    assert "left out" not in done.stdout


def test_a_limit_nobody_can_read_is_refused(program: Program) -> None:
    """Nothing is written."""
    path = write_briefing(program.folder)
    done = program("export", str(path), "-o", "out.pptx", "--release-to", "CUI//")
    assert_refused(done, "no marking to release up to")
    assert not (program.folder / "out.pptx").exists()
