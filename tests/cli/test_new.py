"""`new` and `presets`: a briefing file that opens and exports, and refusals that write nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pptx import Presentation

from briefer.compose.kinds import SLIDE_KINDS
from briefer.compose.presets import PRESETS
from briefer.storyboard.files import load_briefing
from tests.cli.program import Program, assert_refused

_EVENTS = ("event/2023-09-guzman-lopez-extradition", "event/2023-11-biden-xi-deal")


def test_presets_are_listed(tmp_path: Path) -> None:
    """Each is a row; as JSON each has a name, a label and what it holds."""
    program = Program(tmp_path)
    rows = program("presets").stdout.splitlines()[1:]
    assert [row.split()[0] for row in rows] == list(PRESETS)
    told = json.loads(program("presets", "--json").stdout)
    assert [item["name"] for item in told] == list(PRESETS)
    assert all(item["label"] and item["hint"] for item in told)


def _blocking(program: Program) -> list[str]:
    """Return the checks that hold a briefing back which nobody has written yet."""
    told = json.loads(program("check", "my.briefing", "--json").stdout)
    return list(dict.fromkeys(f["check"] for f in told["findings"] if f["blocks"]))


@pytest.mark.parametrize("name", PRESETS)
def test_a_briefing_of_each_type_opens_and_exports(tmp_path: Path, name: str) -> None:
    """The file says its type and title; its deck begins with that title."""
    program = Program(tmp_path)
    done = program("new", "--preset", name, "--title", "Fentanyl today", "-o", "my.briefing")
    assert done.returncode == 0, done.stderr
    assert "Wrote my.briefing" in done.stdout
    briefing = load_briefing(tmp_path / "my.briefing", kinds=SLIDE_KINDS).briefing
    assert (briefing.title, briefing.preset) == ("Fentanyl today", name)
    held = _blocking(program)
    refused = program("export", "my.briefing", "-o", "my.pptx")
    assert all(check in refused.stderr for check in held)
    assert refused.returncode == bool(held)
    known = [word for check in held for word in ("--override", check)]
    known += ["--reason", "A first look"] if held else []
    exported = program("export", "my.briefing", "-o", "my.pptx", *known, "--force")
    assert exported.returncode == 0, exported.stderr
    first = Presentation(str(tmp_path / "my.pptx")).slides[0].shapes.title
    assert first is not None
    assert first.text_frame.text == "Fentanyl today"


def test_only_the_records_named_are_shown(tmp_path: Path) -> None:
    """As JSON the command tells path, preset, title and the kinds of each section."""
    named = [word for ref in _EVENTS for word in ("--records", ref)]
    done = Program(tmp_path)(
        "new", "--preset", "backgrounder", *named, "-o", "two.briefing", "--json"
    )
    told = json.loads(done.stdout)
    assert told["preset"] == "backgrounder"
    assert told["title"] == "Member backgrounder"
    assert told["sections"][1]["kinds"] == ["bluf", "timeline"]
    briefing = load_briefing(tmp_path / "two.briefing", kinds=SLIDE_KINDS).briefing
    assert {ref for card in briefing.cards for ref in card.records} == set(_EVENTS)
    assert told["cards"] == len(briefing.cards)


def test_a_wrong_name_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    """A preset, a record, a file name and a file that exists are told in one line each."""
    program = Program(tmp_path)
    target = tmp_path / "x.briefing"
    assert_refused(program("new", "--preset", "decison", "-o", target), "decison", "'decision'")
    unknown = ("--records", "event/none", "-o", target)
    assert_refused(program("new", "--preset", "decision", *unknown), "event/none")
    assert_refused(program("new", "--preset", "decision", "-o", "x.pptx"), ".briefing")
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == []
    target.write_text("mine", encoding="utf-8")
    assert_refused(program("new", "--preset", "decision", "-o", target), "--force")
    assert target.read_text(encoding="utf-8") == "mine"
    done = program("new", "--preset", "decision", "-o", target, "--force")
    assert done.returncode == 0
    assert load_briefing(target, kinds=SLIDE_KINDS).briefing.preset == "decision"
