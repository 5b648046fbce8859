"""The command `check` on decks, as users start it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.accessibility.decks import clean_deck, saved
from tests.accessibility.spoiling import no_title, untitled_chart
from tests.cli.program import Program, assert_refused


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Return the program, to be run in a new folder."""
    return Program(tmp_path)


def test_clean_deck(program: Program) -> None:
    """All checks pass, the exit status is 0, and eyes are asked for."""
    done = program("check", saved(clean_deck(), program.folder))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("All 51 checks pass.")
    assert "for your eyes" in done.stdout


def test_deck_with_errors(program: Program) -> None:
    """Errors come first, each with where, why and the next step; the exit status is 1."""
    deck = clean_deck()
    no_title(deck)
    untitled_chart(deck)
    done = program("check", saved(deck, program.folder))
    assert done.returncode == 1
    assert done.stdout.index("ERRORS\nslide 1, title: The slide has no title.") < done.stdout.index(
        "WARNINGS\nslide 3 (Chart 2), chart-title:"
    )
    assert "\n  Screen readers list slides by title" in done.stdout


def test_warnings_alone_are_no_failure(program: Program) -> None:
    """The exit status tells of errors."""
    deck = clean_deck()
    untitled_chart(deck)
    assert program("check", saved(deck, program.folder)).returncode == 0


def test_json(program: Program) -> None:
    """The same as values."""
    deck = clean_deck()
    no_title(deck)
    done = program("check", saved(deck, program.folder), "--json")
    assert done.returncode == 1
    data = json.loads(done.stdout)
    assert data["findings"][0]["check"] == "title"
    assert data["findings"][0]["why"]
    assert len(data["rules"]) == 31


@pytest.mark.parametrize("name", ["report.html", "report.md", "report.json"])
def test_report_beside(program: Program, name: str) -> None:
    """The report is written in the form of its suffix; an old one only by force."""
    deck = saved(clean_deck(), program.folder)
    target = program.folder / name
    done = program("check", deck, "--accessibility-report", target)
    assert done.returncode == 0, done.stderr
    assert "Wrote" in done.stdout
    assert "needs your eyes" in target.read_text("utf-8").lower()
    assert_refused(program("check", deck, "--accessibility-report", target), "exists already")
    assert program("check", deck, "--accessibility-report", target, "--force").returncode == 0


def test_report_in_no_form_or_over_the_deck(program: Program) -> None:
    """A suffix that is not known is refused before the deck is read, and so is the deck itself."""
    deck = saved(clean_deck(), program.folder)
    kept = deck.read_bytes()
    assert_refused(
        program("check", deck, "--accessibility-report", "report.docx"), "report.docx", ".html"
    )
    linked = program.folder / "report.md"
    linked.symlink_to(deck)
    done = program("check", deck, "--accessibility-report", linked, "--force")
    assert_refused(done, "report.md")
    assert deck.read_bytes() == kept


def test_no_deck(program: Program) -> None:
    """What is encrypted, or not there, is one clear line."""
    locked = program.folder / "locked.pptx"
    locked.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert_refused(program("check", locked), "locked.pptx is encrypted", "Remove its password")
    assert_refused(program("check", "none.pptx"), "There is no file")


def test_sample(program: Program, samples: Mapping[str, Path]) -> None:
    """The exported sample has no error."""
    done = program("check", samples["high-contrast"])
    assert done.returncode == 0, done.stdout
    assert "ERRORS" not in done.stdout


def test_export_with_report(program: Program) -> None:
    """The deck just written is checked; the report stands beside it and tells who made it."""
    report = program.folder / "report.json"
    done = program("export", "--sample", "-o", "deck.pptx", "--accessibility-report", report)
    assert done.returncode == 0, done.stderr
    assert "The checks of a program found 0 errors" in done.stdout
    data = json.loads(report.read_text("utf-8"))
    assert data["file"] == "deck.pptx"
    assert data["changed_since"] == []


def test_export_with_report_that_cannot_be(program: Program) -> None:
    """Without a deck, or in no form, nothing is written at all."""
    done = program("export", "--sample", "--pdf", "d.pdf", "--accessibility-report", "r.html")
    assert done.returncode == 2
    assert "only with -o" in done.stderr
    done = program("export", "--sample", "-o", "deck.pptx", "--accessibility-report", "r.png")
    assert_refused(done, "r.png")
    assert not list(program.folder.glob("*.p*"))
