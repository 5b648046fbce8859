"""The commands `backup` and `doctor`, run as users run them."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from briefer import paths
from tests.cli.program import Program, assert_refused


@pytest.fixture
def own(program: Program) -> Path:
    """Return the user's own store, a copy of the bundled one."""
    program.home.mkdir()
    store = program.home / "store.sqlite"
    store.write_bytes(paths.bundled_store().read_bytes())
    return store


def change(store: Path, statement: str) -> None:
    """Change a store behind Briefer's back."""
    with closing(sqlite3.connect(store, isolation_level=None)) as connection:
        connection.execute(statement)


def test_the_bundled_library_is_healthy(program: Program) -> None:
    """No error, no warning; nothing is written, not even the user's folder."""
    done = program("doctor", "--json")
    assert done.returncode == 0, done.stderr
    health = json.loads(done.stdout)
    assert (health["errors"], health["warnings"]) == (0, 0)
    assert health["counts"]["event"] >= 25
    assert [one["severity"] for one in health["problems"]] == ["note"] * health["notes"]
    assert list(program.folder.iterdir()) == []


def test_doctor_in_words(program: Program, own: Path) -> None:
    """Counts, each problem with record and next step, and how many there are."""
    change(own, "UPDATE event SET date = '2023-99' WHERE id = 'event/1959-fentanyl-developed'")
    done = program("doctor")
    assert done.returncode == 1
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert lines[0].split() == ["library", str(own)]
    assert "error, date, event/1959-fentanyl-developed: Its field 'date' is no date" in done.stdout
    assert lines[-1].startswith("1 error, no warnings")


def test_doctor_of_a_file_that_is_damaged(program: Program, own: Path) -> None:
    """What is no database at all is a report too, with the next step."""
    own.write_bytes(b"nonsense" * 999)
    done = program("doctor", "--json")
    assert done.returncode == 1
    (problem,) = json.loads(done.stdout)["problems"]
    assert problem["check"] == "file"
    assert problem["id"] is None
    assert "briefer backup --restore latest" in problem["hint"]


def test_doctor_repairs_what_follows_from_records(program: Program, own: Path) -> None:
    """The index is made anew after a backup; afterwards the library is healthy."""
    change(own, "DELETE FROM links")
    assert program("doctor").returncode == 1
    done = program("doctor", "--repair")
    assert done.returncode == 0, done.stdout
    assert str(own.parent / "backups") in done.stdout
    assert program("doctor").returncode == 0


def test_doctor_never_repairs_the_bundled_library(program: Program) -> None:
    """Without a library of one's own there is nothing to write."""
    assert_refused(program("doctor", "--repair"), "no library of your own")


def test_the_bundled_library_is_never_written(program: Program) -> None:
    """Not even where it is named."""
    bundled = str(paths.bundled_store())
    assert_refused(program("--store", bundled, "doctor", "--repair"), "never changed")
    done = program("--store", bundled, "backup", "--restore", "latest")
    assert_refused(done, "never changed")


def test_backup_list_and_restore(program: Program, own: Path) -> None:
    """A backup is made, listed, and brought back; what was there is kept."""
    before = own.read_bytes()
    done = program("backup")
    assert done.returncode == 0, done.stderr
    change(own, "DELETE FROM actor")
    changed = own.read_bytes()
    (listed,) = json.loads(program("backup", "--list", "--json").stdout)
    assert done.stdout == f"Wrote {listed['file']}\n"
    assert listed["bytes"] == len(before)
    assert listed["time"].replace("-", "").replace(":", "") in listed["file"]
    restored = json.loads(program("backup", "--restore", "latest", "--json").stdout)
    assert restored["restored"] == listed["file"]
    assert Path(restored["kept"]).read_bytes() == changed
    assert program("doctor").returncode == 0
    assert "store-" in program("backup", "--list").stdout


def test_backup_to_a_file_of_ones_choice(program: Program, own: Path) -> None:
    """`-o` writes there, and never over something."""
    done = program("backup", "-o", "copy.sqlite", "--json")
    assert json.loads(done.stdout) == {"library": str(own), "backup": "copy.sqlite"}
    assert program("--store", "copy.sqlite", "list", "sources").returncode == 0
    assert_refused(program("backup", "-o", "copy.sqlite"), "copy.sqlite exists already")
    assert not (program.home / "backups").exists()


def test_a_damaged_store_names_the_way_out(program: Program, own: Path) -> None:
    """Any command tells which file it is and how to restore it; that then works."""
    assert program("backup").returncode == 0
    own.write_bytes(b"nonsense" * 999)
    assert_refused(program("list", "events"), str(own), "briefer backup --restore latest")
    assert_refused(program("backup"), str(own))
    done = program("backup", "--restore", "latest")
    assert done.returncode == 0, done.stderr
    assert "store.damaged-" in done.stdout
    assert program("list", "events").returncode == 0


def test_a_lost_store_is_not_passed_over(program: Program, own: Path) -> None:
    """Where backups tell of a library that is gone, the bundled one does not stand in for it."""
    assert program("backup").returncode == 0
    own.unlink()
    for arguments in (("list", "events"), ("doctor",), ("delete", "actor/mexico", "--force")):
        assert_refused(program(*arguments), "is gone", "briefer backup --restore latest")
    assert not own.exists()
    assert program("backup", "--restore", "latest").returncode == 0
    assert program("list", "events").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("backup",), "no library of your own"),
        (("backup", "--restore", "latest"), "no sound backup"),
        (("backup", "--restore", "none.sqlite"), "none.sqlite"),
        (("doctor", "--store", "none.sqlite"), "none.sqlite"),
    ],
)
def test_refusals(program: Program, arguments: tuple[str, ...], word: str) -> None:
    """Each is one line with what is missing."""
    assert_refused(program(*arguments), word)


def test_nothing_to_list(program: Program) -> None:
    """Without backups the list is empty, and says so in words."""
    assert program("backup", "--list", "--json").stdout.strip() == "[]"
    assert "no backups" in program("backup", "--list").stdout


def test_one_thing_at_a_time(program: Program) -> None:
    """Two wishes at once are a wrong usage."""
    done = program("backup", "--list", "--restore", "latest")
    assert done.returncode == 2
    assert "one of" in done.stderr
