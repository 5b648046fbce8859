"""`styles`: list, add, remove; a deck exported in a style from a file."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result
from pptx import Presentation

from briefer.cli.main import briefer
from tests.citations.csl.files import AUTHOR_DATE, NOTES


def run(*arguments: str) -> Result:
    """Return the result of a command in the test's own folder."""
    return CliRunner().invoke(briefer, arguments)


def refused(*arguments: str) -> str:
    """Return the line with which a command is refused."""
    result = run(*arguments)
    assert result.exit_code == 1, result.output
    (line,) = result.stderr.splitlines()
    return line


def test_a_style_is_added_listed_and_removed() -> None:
    """What is to be known of it is told on standard error."""
    done = run("styles", "--add", str(AUTHOR_DATE))
    assert done.stdout == "Added csl:author-date: Author and Date of the Tests\n"
    assert "cites in the text" in done.stderr
    listed = json.loads(run("styles", "--json").stdout)
    assert listed[0] == {"name": "house", "label": "House (numbered notes)", "problem": None}
    assert listed[-1]["name"] == "csl:author-date"
    assert "csl:author-date" in run("styles").stdout
    assert "already" in refused("styles", "--add", str(AUTHOR_DATE))
    assert run("styles", "--add", str(AUTHOR_DATE), "--force", "--json").exit_code == 0
    assert run("styles", "--remove", "csl:author-date").stdout == "Removed csl:author-date\n"
    assert "No citation style" in refused("styles", "--remove", "csl:author-date")


def test_wrong_usage() -> None:
    """Two things at once, and --force without a file."""
    assert run("styles", "--add", "x.csl", "--remove", "y").exit_code == 2
    assert run("styles", "--force").exit_code == 2


def test_a_deck_is_exported_in_it(tmp_path: Path) -> None:
    """The sources slide has the style's words; what it leaves out is a finding."""
    assert run("styles", "--add", str(NOTES)).exit_code == 0
    deck = tmp_path / "deck.pptx"
    done = run("export", "--sample", "--style", "csl:notes", "-o", str(deck))
    assert done.exit_code == 0, done.output
    words = "\n".join(
        shape.text_frame.text
        for slide in Presentation(str(deck)).slides
        for shape in slide.shapes
        if shape.has_text_frame
    )
    assert "David P. Fidler, “Fentanyl and Foreign Policy" in words
    missing = tmp_path / "x.pptx"
    line = refused("export", "--sample", "--style", "csl:none", "-o", str(missing))
    assert "No citation style 'csl:none'" in line
    assert "briefer styles --add" in line


def test_a_briefing_that_names_a_style_which_went_bad(tmp_path: Path) -> None:
    """The file and the reason are told; nothing is written."""
    assert run("styles", "--add", str(NOTES)).exit_code == 0
    briefing = tmp_path / "my.briefing"
    made = run("new", "--preset", "primer", "-o", str(briefing))
    assert made.exit_code == 0, made.output
    value = json.loads(briefing.read_text("utf-8"))
    value["style"] = "csl:notes"
    briefing.write_text(json.dumps(value), "utf-8")
    deck = tmp_path / "deck.pptx"
    assert run("export", str(briefing), "-o", str(deck)).exit_code == 0
    assert run("styles", "--remove", "csl:notes").exit_code == 0
    line = refused("export", str(briefing), "-o", str(tmp_path / "y.pptx"))
    assert "my.briefing: style: no citation style 'csl:notes'" in line
