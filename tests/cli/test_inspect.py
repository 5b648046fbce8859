"""`briefer inspect`: what a deck tells, for people and as JSON; and what is no deck of ours."""

from __future__ import annotations

import json
from pathlib import Path

from pptx import Presentation

from tests.cli.program import Program, assert_refused
from tests.roundtrip.decks import export_sample, plain_deck, without_manifest


def exported(program: Program) -> Path:
    """Return the sample, exported into the program's folder."""
    target = program.folder / "sample.pptx"
    export_sample(target)
    return target


def test_deck_is_told_in_words(program: Program) -> None:
    """Briefing, version, sources, records and the shapes of each slide."""
    exported(program)
    done = program("inspect", "sample.pptx")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    for words in (
        "briefing   Fentanyl: a crisis at home, a supply chain abroad",
        "made by    Briefer ",
        "template   light",
        "AJIL note",
        "statement/monaco-supply-chain",
        "quote (text) [",
        ", 0 changed, 0 gone",
    ):
        assert words in done.stdout
    assert str(program.folder) not in done.stdout


def test_json_has_all_of_it(program: Program) -> None:
    """Manifest, slides now, and the state of each shape."""
    exported(program)
    told = json.loads(program("inspect", "--json", "sample.pptx").stdout)
    assert told["file"] == "sample.pptx"
    manifest = told["manifest"]
    assert len(manifest["slides"]) == len(told["slides"])
    assert {source["source"] for source in manifest["cites"]} >= {"source/ajil-note"}
    assert {shape["state"] for shape in told["shapes"]} == {"as exported"}
    assert told["claims"]["as exported"] > 100
    assert told["claims"]["changed"] == told["claims"]["gone"] == 0
    assert told["copied"] == []


def test_edited_deck_tells_what_changed(program: Program) -> None:
    """One word changed in the deck is one claim changed, named with its record."""
    path = exported(program)
    deck = Presentation(str(path))
    shapes = (shape for slide in deck.slides for shape in slide.shapes)
    points = next(shape for shape in shapes if shape.name == "Key points")
    points.text_frame.paragraphs[0].runs[0].text = "Altered. "
    deck.slides.add_slide(deck.slide_layouts[0]).shapes.title.text = "Our own view"
    deck.save(str(path))
    done = program("inspect", "sample.pptx")
    assert ", 1 changed, 0 gone" in done.stdout
    line, *_ = [line for line in done.stdout.splitlines() if line.startswith("Key points ")]
    assert line.split()[2:4] == ["1", "changed"]
    assert "not in the export: Our own view" in done.stdout


def test_deck_whose_manifest_was_removed(program: Program) -> None:
    """The shapes still tell their records."""
    without_manifest(exported(program), program.folder / "bare.pptx")
    done = program("inspect", "bare.pptx")
    assert done.returncode == 0
    assert "holds shapes that Briefer made, but no manifest" in done.stdout
    assert "statement/monaco-supply-chain@1" in done.stdout
    told = json.loads(program("inspect", "bare.pptx", "--json").stdout)
    assert told["manifest"] is None
    assert told["copied"][0]["claims"][0]["state"] == "as exported"


def test_deck_of_another_program(program: Program) -> None:
    """It is told in one line, with status 1, as JSON too."""
    plain_deck(program.folder / "other.pptx")
    for options in ((), ("--json",)):
        done = program("inspect", "other.pptx", *options)
        assert_refused(done, "other.pptx was not made by Briefer")
        assert done.stdout == ""


def test_what_is_no_deck(program: Program) -> None:
    """A missing file, a folder, a text."""
    (program.folder / "text.pptx").write_text("Dear colleague", encoding="utf-8")
    assert_refused(program("inspect", "none.pptx"), "There is no file none.pptx")
    assert_refused(program("inspect", "."), "is no file")
    assert_refused(program("inspect", "text.pptx"), "text.pptx is no presentation")


def test_nothing_is_written(program: Program) -> None:
    """Neither the deck nor the user's folder is touched."""
    path = exported(program)
    before = path.read_bytes()
    program("inspect", "sample.pptx")
    assert path.read_bytes() == before
    assert [entry.name for entry in program.folder.iterdir()] == ["sample.pptx"]
