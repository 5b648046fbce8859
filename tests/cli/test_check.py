"""`check` and `export --override`: the panel's list at the terminal, decisions kept in files."""

from __future__ import annotations

import json

import pytest

from briefer import paths
from briefer.compose.kinds import SLIDE_KINDS
from briefer.preflight import CHECKS
from briefer.preflight.explained import SETUP_CHECKS
from briefer.storyboard.files import load_briefing
from tests.cli.program import Program, assert_refused
from tests.cli.test_export import write_briefing

EVENT = "event/2023-09-guzman-lopez-extradition"
TWICE = [{"title": "", "cards": [{"kind": "event", "title": "One", "records": [EVENT]}] * 2}]


@pytest.fixture
def flawed(program: Program) -> Program:
    """Return the program in a folder with a briefing of two slides with one title."""
    write_briefing(program.folder, sections=TWICE)
    return program


def test_the_sample_passes_all_checks(program: Program) -> None:
    """Its notes are told; nothing is an error, nothing wants a look."""
    done = program("check", paths.sample_briefing())
    assert done.returncode == 0, done.stderr
    total = len({*CHECKS, *SETUP_CHECKS})
    assert done.stdout.splitlines()[0] == f"All {total} checks pass."
    assert "WARNINGS" not in done.stdout
    assert "ERRORS" not in done.stdout


def test_errors_are_told_first_with_what_mends_them(flawed: Program) -> None:
    """The exit status is 1, as an export would be refused."""
    done = flawed("check", "small.briefing")
    assert done.returncode == 1, done.stderr
    lines = done.stdout.splitlines()
    assert lines[2] == "ERRORS"
    assert lines[3].startswith("slide 1, titles: More than one slide")
    assert "In the window: Use the proposed title." in lines[4]


def test_json_has_checks_findings_and_overrides(flawed: Program) -> None:
    """What blocks is said finding by finding."""
    done = flawed("check", "small.briefing", "--json")
    assert done.returncode == 1
    told = json.loads(done.stdout)
    assert told["blocked"]
    assert {c["check"] for c in told["checks"]} == {*CHECKS, *SETUP_CHECKS}
    assert [c["check"] for c in told["checks"] if not c["passed"]] == ["titles"]
    first = told["findings"][0]
    assert (first["check"], first["finding"], first["blocks"]) == (
        "titles",
        "title-duplicate",
        True,
    )
    assert told["overrides"] == []


def test_an_export_is_refused_until_the_check_is_overridden(flawed: Program) -> None:
    """The deck is written then, and the file keeps check, reason and who."""
    assert_refused(flawed("export", "small.briefing", "-o", "deck.pptx"), "(titles)", "Slide 1")
    assert not (flawed.folder / "deck.pptx").exists()
    words = ("--override", "titles", "--reason", "Read together", "--by", "Ann")
    done = flawed("export", "small.briefing", "-o", "deck.pptx", *words)
    assert done.returncode == 0, done.stderr
    assert (flawed.folder / "deck.pptx").is_file()
    (kept,) = load_briefing(flawed.folder / "small.briefing", kinds=SLIDE_KINDS).briefing.decisions
    assert (kept.what, kept.name, kept.reason, kept.by) == (
        "override",
        "titles",
        "Read together",
        "Ann",
    )
    assert kept.at
    checked = flawed("check", "small.briefing")
    assert checked.returncode == 0
    assert "titles (overridden)" in checked.stdout
    assert "titles: Read together (Ann, " in flawed("check", "small.briefing", "--overrides").stdout
    inspected = json.loads(flawed("inspect", "deck.pptx", "--json").stdout)
    assert "titles" in json.dumps(inspected)
    assert "Read together" not in json.dumps(inspected)


@pytest.mark.parametrize(
    ("check", "words"),
    [("nope", "no check 'nope'"), ("uncited", "nothing to override"), ("under-marked", "lifts")],
)
def test_what_cannot_be_overridden_is_refused(flawed: Program, check: str, words: str) -> None:
    """Nothing is written, neither deck nor file."""
    before = (flawed.folder / "small.briefing").read_bytes()
    done = flawed(
        "export", "small.briefing", "-o", "deck.pptx", "--override", check, "--reason", "Why"
    )
    assert_refused(done, words)
    assert (flawed.folder / "small.briefing").read_bytes() == before
    assert not (flawed.folder / "deck.pptx").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("small.briefing", "--override", "titles"),
        ("small.briefing", "--reason", "Why"),
        ("--sample", "--override", "titles", "--reason", "Why"),
    ],
)
def test_half_an_override_is_wrong_usage(flawed: Program, words: tuple[str, ...]) -> None:
    """A reason belongs to a check, a check to a reason, both to a file of one's own."""
    assert flawed("export", *words, "-o", "deck.pptx").returncode == 2


def test_an_override_that_does_not_suffice_is_not_kept(program: Program) -> None:
    """With another error the export is refused, and the file stays as it was."""
    cards = [{"kind": "event", "title": "One", "records": [EVENT]}] * 2
    sections = [{"title": "", "cards": cards}]
    write_briefing(program.folder, sections=sections, profile="tlp", marking="TLP:PURPLE")
    before = (program.folder / "small.briefing").read_bytes()
    words = ("--override", "titles", "--reason", "Read together")
    done = program("export", "small.briefing", "-o", "deck.pptx", *words)
    assert_refused(done, "(marking-syntax)", "PURPLE")
    assert (program.folder / "small.briefing").read_bytes() == before
    done = program(
        "export", "small.briefing", "-o", "deck.pptx", *words, "--override", "marking-syntax"
    )
    assert done.returncode == 0, done.stderr
    file = load_briefing(program.folder / "small.briefing", kinds=SLIDE_KINDS)
    assert {d.name for d in file.briefing.decisions} == {"titles", "marking-syntax"}


@pytest.mark.parametrize("name", ["deck", "deck.zip"])
def test_a_deck_of_another_name_is_known(program: Program, name: str) -> None:
    """What it holds tells a deck from a briefing."""
    write_briefing(program.folder)
    assert program("export", "small.briefing", "-o", "deck.pptx").returncode == 0
    (program.folder / "deck.pptx").rename(program.folder / name)
    done = program("check", name)
    assert done.returncode == 0, done.stderr
    assert "51 checks pass" in done.stdout


def test_what_needs_a_password_is_told_whatever_its_name(program: Program) -> None:
    """The way out is named instead of a fault in text."""
    (program.folder / "old.ppt").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    assert_refused(program("check", "old.ppt"), "old.ppt is encrypted or an old .ppt file")


def test_a_file_that_is_not_there_is_named(program: Program) -> None:
    """One line, as everywhere."""
    assert_refused(program("check", "gone.briefing"), "gone.briefing")
