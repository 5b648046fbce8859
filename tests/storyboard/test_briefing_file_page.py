"""docs/briefing-file.md is true: its example opens, its tables list every field."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from briefer.storyboard.briefing import Briefing, Card, Section
from briefer.storyboard.files import parse_briefing
from briefer.storyboard.form import BriefingFile, format_briefing

PAGE = (Path(__file__).parents[2] / "docs" / "briefing-file.md").read_text(encoding="utf-8")


def test_the_example_is_a_briefing_file_as_briefer_writes_it() -> None:
    """The example is read without complaint and written back letter by letter."""
    (example,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    found = parse_briefing(example, name="page", kinds=("timeline", "bluf"))
    assert [card.kind for card in found.briefing.cards] == ["timeline", "bluf"]
    assert format_briefing(found) == example


def test_every_field_is_described() -> None:
    """Each field of briefing, section and card has a row, and no row is of another."""
    described = re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)
    known = [field.name for part in (Briefing, Section, Card) for field in fields(part)]
    assert sorted(described) == sorted([*known, "format", "snapshot"])


def test_defaults_are_those_of_the_page() -> None:
    """The default that a row names is the one that a file without the field gets."""
    found = parse_briefing('{"format": 1}', name="page", kinds=())
    assert found == BriefingFile(Briefing(""))
    for name in ("template", "style", "marking"):
        default = getattr(found.briefing, name)
        assert re.search(rf"^\| `{name}` \|.*\| `\"{default}\"` \|$", PAGE, re.MULTILINE)
