"""`markings`: profiles are listed, a marking is checked, mended and shown."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.program import Program, assert_refused


def test_profiles_are_listed(tmp_path: Path) -> None:
    """Each profile is a row with what it is."""
    program = Program(tmp_path)
    rows = program("markings").stdout.splitlines()[1:]
    assert [row.split()[0] for row in rows] == ["-", "nara", "dod", "tlp", "custom"]
    told = json.loads(program("markings", "--json").stdout)
    assert [item["name"] for item in told] == ["", "nara", "dod", "tlp", "custom"]


def test_a_wrong_marking_is_told_with_the_right_one(tmp_path: Path) -> None:
    """The element at fault is named, and the status is 1."""
    done = Program(tmp_path)("markings", "CUI//LEI/SP-SUB")
    assert done.returncode == 1
    assert "error: categories:" in done.stdout
    assert done.stdout.splitlines()[-1] == "Write CUI//SP-SUB/LEI"
    assert not done.stderr


def test_a_right_marking_is_shown_as_it_will_look(tmp_path: Path) -> None:
    """Banner, portion and tag of the file's name follow the profile."""
    program = Program(tmp_path)
    done = program("markings", "CUI//SP-SUB/LEI//FED ONLY", "--profile", "dod", "--json")
    assert done.returncode == 0
    told = json.loads(done.stdout)
    assert (told["banner"], told["portion"], told["file_name"]) == ("CUI", "(CUI)", "CUI")
    plain = program("markings", "CUI//SP-SUB", "--profile", "nara").stdout
    assert [line.split()[-1] for line in plain.splitlines()] == [
        "CUI//SP-SUB",
        "(CUI//SP-SUB)",
        "CUI",
    ]


def test_an_unknown_category_is_a_warning(tmp_path: Path) -> None:
    """It is told and does no harm."""
    done = Program(tmp_path)("markings", "CUI//XENON")
    assert done.returncode == 0
    assert "warning: categories:" in done.stdout


def test_an_unknown_profile_is_refused(tmp_path: Path) -> None:
    """The nearest one is proposed."""
    assert_refused(Program(tmp_path)("markings", "CUI", "--profile", "narra"), "nara")
