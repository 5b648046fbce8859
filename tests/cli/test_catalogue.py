"""`kinds` and `build-store`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefer import paths
from briefer.cli.main import briefer
from briefer.records import RECORD_TYPES
from briefer.store import Store
from tests.cli.program import Program, assert_refused

KINDS = [
    "title",
    "agenda",
    "bluf",
    "section",
    "timeline",
    "event",
    "actor",
    "network",
    "quote",
    "statements",
    "figures",
    "chart",
    "table",
    "options",
    "watch",
    "talking-points",
    "questions",
    "contact",
    "sources",
]


def test_kinds_are_listed() -> None:
    """Every kind is a row with its label and what it takes."""
    output = CliRunner().invoke(briefer, ["kinds"]).output
    assert [line.split()[0] for line in output.splitlines()[1:]] == KINDS
    assert "1 statement" in output
    assert "it is added by itself" in output
    assert "layout=axis|list|table" in output


def test_kinds_are_told_as_json() -> None:
    """Name, label, for each record type the least and the most, and the options of cards."""
    kinds = json.loads(CliRunner().invoke(briefer, ["kinds", "--json"]).output)
    assert [kind["name"] for kind in kinds] == KINDS
    for kind in kinds:
        assert set(kind) == {"name", "label", "takes", "choices"}
        for take in kind["takes"]:
            assert take["type"] in RECORD_TYPES
            assert take["maximum"] is None or 0 <= take["minimum"] <= take["maximum"]
    quote = kinds[KINDS.index("quote")]
    assert quote["takes"] == [{"type": "statement", "minimum": 1, "maximum": 1}]
    (layout,) = quote["choices"]
    assert (layout["name"], layout["label"]) == ("layout", "Layout")
    assert layout["values"][0] == {"value": "large", "label": "Large"}


def test_built_store_holds_the_library(tmp_path: Path) -> None:
    """A store built on the command line has the records of the bundled one."""
    target = tmp_path / "new.sqlite"
    done = CliRunner().invoke(briefer, ["build-store", "-o", str(target)])
    assert (done.exit_code, done.output) == (0, f"Wrote {target}\n")
    with (
        Store.open(target, read_only=True) as store,
        Store.open(paths.bundled_store(), read_only=True) as bundled,
    ):
        assert store.all() == bundled.all()


def test_store_goes_to_this_folder_unless_told(program: Program) -> None:
    """Without `-o` the store is `store.sqlite` here, or where `--store` says."""
    assert program("build-store").returncode == 0
    assert program("build-store", "--store", "other.sqlite").returncode == 0
    assert sorted(path.name for path in program.folder.iterdir()) == [
        "other.sqlite",
        "store.sqlite",
    ]


def test_store_is_replaced_only_by_force(tmp_path: Path) -> None:
    """A file that exists stays, until `--force`."""
    target = tmp_path / "old.sqlite"
    target.write_text("mine", encoding="utf-8")
    done = CliRunner().invoke(briefer, ["build-store", "-o", str(target)])
    assert done.exit_code == 1
    assert "--force" in done.stderr
    assert target.read_text(encoding="utf-8") == "mine"
    assert CliRunner().invoke(briefer, ["build-store", "-o", str(target), "--force"]).exit_code == 0
    with Store.open(target, read_only=True) as store:
        assert store.all("event")


@pytest.mark.parametrize("place", ["file/x.sqlite", "."])
def test_unwritable_place_is_one_line(program: Program, place: str) -> None:
    """A place where no file can be is named."""
    (program.folder / "file").write_text("x", encoding="utf-8")
    assert_refused(program("build-store", "-o", place, "--force"), place)
