"""`export`: a deck that opens, a report that counts, and refusals that write nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pptx import Presentation

from briefer import paths
from tests.cli.program import Program, assert_refused

BRIEFING = {
    "format": 1,
    "title": "Fentanyl",
    "sections": [
        {
            "title": "Facts",
            "cards": [
                {"kind": "title"},
                {"kind": "event", "records": ["event/2023-09-guzman-lopez-extradition"]},
            ],
        }
    ],
}


def write_briefing(folder: Path, **changes: object) -> Path:
    """Return a small briefing file, with some fields changed."""
    path = folder / "small.briefing"
    path.write_text(json.dumps({**BRIEFING, **changes}), encoding="utf-8")
    return path


def counts(output: str) -> dict[str, int]:
    """Return the numbers of a printed report by name."""
    rows = (line.split() for line in output.splitlines()[1:5])
    return {name: int(number) for name, number in rows}


def slides_in(path: Path) -> int:
    """Return how many slides a deck has."""
    return len(Presentation(str(path)).slides)


def test_sample_is_exported(program: Program) -> None:
    """The sample makes two dozen slides, and the report counts what is in the file."""
    done = program("export", "--sample", "-o", "deck.pptx")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == "Wrote deck.pptx"
    report = counts(done.stdout)
    assert 20 <= report["slides"] <= 28
    assert report["slides"] == slides_in(program.folder / "deck.pptx")
    assert report["citations"] >= report["sources"] >= 2
    assert len(done.stdout.splitlines()) == 5 + report["findings"]
    assert [path.name for path in program.folder.iterdir()] == ["deck.pptx"]


def test_briefing_file_is_exported(program: Program) -> None:
    """A briefing file becomes a deck of its cards and a sources slide."""
    write_briefing(program.folder)
    done = program("export", "small.briefing", "-o", "deck.pptx")
    assert done.returncode == 0, done.stderr
    assert counts(done.stdout)["slides"] == slides_in(program.folder / "deck.pptx") == 3


def test_unknown_record_is_refused_with_its_place(program: Program) -> None:
    """A record that neither library nor file holds is named with its field; nothing is written."""
    sections = [{"title": "", "cards": [{"kind": "event", "records": ["event/nowhere"]}]}]
    write_briefing(program.folder, sections=sections)
    done = program("export", "small.briefing", "-o", "deck.pptx")
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert "small.briefing: sections[0].cards[0].records[0]: no record 'event/nowhere'" in line
    assert not (program.folder / "deck.pptx").exists()


@pytest.mark.parametrize("field", ["style", "template"])
def test_setting_that_names_nothing_is_told_with_its_file(program: Program, field: str) -> None:
    """A citation style or template that is not here is named with file and field."""
    write_briefing(program.folder, **{field: "nope"})
    done = program("export", "small.briefing", "-o", "deck.pptx")
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert f"small.briefing: {field}: " in line
    assert "'nope'" in line
    assert not (program.folder / "deck.pptx").exists()


def test_citation_style_is_chosen(program: Program) -> None:
    """A style given on the command line counts, also where the briefing names one that is not."""
    write_briefing(program.folder, style="nope")
    done = program("export", "small.briefing", "-o", "deck.pptx", "--style", "bluebook")
    assert done.returncode == 0, done.stderr
    slides = list(Presentation(str(program.folder / "deck.pptx")).slides)
    notes = slides[1].notes_slide.notes_text_frame
    assert notes is not None
    assert "text accompanying note 35" in notes.text


def test_unknown_citation_style_is_refused(program: Program) -> None:
    """The nearest style is proposed, and nothing is written."""
    write_briefing(program.folder)
    done = program("export", "small.briefing", "-o", "deck.pptx", "--style", "bluebok")
    assert_refused(done, "No citation style 'bluebok'", "Did you mean 'bluebook'?")
    assert not (program.folder / "deck.pptx").exists()


def test_deck_must_be_named_as_one(program: Program) -> None:
    """A name that no program takes for a presentation is refused."""
    write_briefing(program.folder)
    done = program("export", "small.briefing", "-o", "deck.txt")
    assert done.returncode == 1
    assert "ends in .pptx" in done.stderr
    assert not (program.folder / "deck.txt").exists()


def test_template_is_found_beside_its_briefing(program: Program) -> None:
    """A briefing that names a template file by a relative path is exported from anywhere."""
    folder = program.folder / "briefings"
    folder.mkdir()
    template = (paths.bundled_templates() / "light.pptx").read_bytes()
    (folder / "agency.pptx").write_bytes(template)
    write_briefing(folder, template="agency.pptx")
    done = program("export", "briefings/small.briefing", "-o", "deck.pptx")
    assert done.returncode == 0, done.stderr


def test_template_is_chosen_by_name(program: Program) -> None:
    """Every house template makes a deck."""
    write_briefing(program.folder)
    names = [path.stem for path in paths.bundled_templates().glob("*.pptx")]
    assert "light" in names
    for name in names:
        done = program("export", "small.briefing", "-o", f"{name}.pptx", "--template", name)
        assert done.returncode == 0, done.stderr
        assert slides_in(program.folder / f"{name}.pptx") == 3


def test_template_is_chosen_by_file(program: Program) -> None:
    """A deck's own file serves as template."""
    write_briefing(program.folder)
    template = next(paths.bundled_templates().glob("*.pptx"))
    done = program("export", "small.briefing", "-o", "deck.pptx", "--template", template)
    assert done.returncode == 0, done.stderr


def test_deck_is_replaced_only_by_force(program: Program) -> None:
    """A file that exists stays byte for byte, until `--force`."""
    write_briefing(program.folder)
    target = program.folder / "deck.pptx"
    target.write_bytes(b"mine")
    assert_refused(program("export", "small.briefing", "-o", "deck.pptx"), "deck.pptx", "--force")
    assert target.read_bytes() == b"mine"
    assert program("export", "small.briefing", "-o", "deck.pptx", "--force").returncode == 0
    assert slides_in(target) == 3


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"colour": "red"}, ["colour"]),
        ({"format": 2}, ["format"]),
        ({"sections": [{"title": "", "cards": [{"kind": "qoute"}]}]}, ["qoute", "quote"]),
        ({"sections": "none"}, ["sections"]),
        ({"template": "nowhere"}, ["nowhere"]),
    ],
)
def test_wrong_field_is_named(
    program: Program, changes: dict[str, object], words: list[str]
) -> None:
    """A briefing file with a wrong field is refused by file and field; nothing is written."""
    write_briefing(program.folder, **changes)
    assert_refused(program("export", "small.briefing", "-o", "deck.pptx"), *words)
    assert not (program.folder / "deck.pptx").exists()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 200_000, b"null"])
def test_damaged_briefing_is_one_line(program: Program, content: bytes) -> None:
    """A file that is no briefing is refused by name."""
    (program.folder / "bad.briefing").write_bytes(content)
    assert_refused(program("export", "bad.briefing", "-o", "deck.pptx"), "bad.briefing")


def test_missing_briefing_is_one_line(program: Program) -> None:
    """A briefing that is not there is named."""
    assert_refused(program("export", "none.briefing", "-o", "deck.pptx"), "none.briefing")
    assert_refused(program("export", ".", "-o", "deck.pptx"), ".")


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04 broken"])
def test_template_that_is_no_presentation_is_refused(program: Program, content: bytes) -> None:
    """A template that is no presentation is named; nothing is written."""
    (program.folder / "bad.pptx").write_bytes(content)
    done = program("export", "--sample", "-o", "deck.pptx", "--template", "bad.pptx")
    assert_refused(done, "bad.pptx")
    assert not (program.folder / "deck.pptx").exists()


@pytest.mark.parametrize(
    ("target", "word"),
    [
        ("missing/deck.pptx", "missing"),
        ("file/deck.pptx", "file"),
        (".", "is a folder"),
        ("", "folder"),
        ("small.briefing", "small.briefing is what the deck is made from"),
        ("./file/../small.briefing", "small.briefing"),
    ],
)
def test_unwritable_target_is_one_line(program: Program, target: str, word: str) -> None:
    """A target where no deck can be written is named, and what is there stays, even by force."""
    path = write_briefing(program.folder)
    before = path.read_bytes()
    (program.folder / "file").write_text("x", encoding="utf-8")
    assert_refused(program("export", "small.briefing", "-o", target, "--force"), word)
    assert path.read_bytes() == before
    assert {path.name for path in program.folder.iterdir()} == {"file", "small.briefing"}


def test_export_reads_the_store_named(program: Program) -> None:
    """`--store` counts for an export too."""
    assert_refused(
        program("export", "--sample", "-o", "deck.pptx", "--store", "none.sqlite"), "none.sqlite"
    )
    assert not (program.folder / "deck.pptx").exists()
