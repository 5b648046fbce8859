"""The pages tell the truth and leave nothing out: commands, options, kinds, fields, words."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click
import pytest

import briefer
from briefer.cli.main import briefer as program
from briefer.compose.kinds import SLIDE_KINDS
from briefer.packs import FILE_NAMES
from briefer.paths import HOME_VARIABLE
from briefer.records import RECORD_TYPES, PartialDate
from briefer.records.actor import Picture
from briefer.records.base import Citation, Locator, Quote
from briefer.records.event import Participant
from briefer.records.fields import STORE_FIELDS, fields_of
from briefer.records.source import Name
from briefer.records.statistic import SeriesPoint
from briefer.records.vocabulary import COUNTRIES, FIELD_WORDS, Vocabulary
from tests.test_architecture import MAY_IMPORT

ROOT = Path(briefer.__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
COMMAND_LINE = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
RECORDS = (ROOT / "docs" / "records.md").read_text(encoding="utf-8")
PARTS = (Citation, Locator, Quote, Participant, Picture, SeriesPoint, Name)
VOCABULARIES = [words for words in FIELD_WORDS.values() if words is not COUNTRIES]


def _section(text: str, heading: str) -> str:
    """Return the part of a page under a heading."""
    after = text.split(f"\n## {heading}\n", 1)[1]
    return after.split("\n## ", 1)[0]


@pytest.mark.parametrize("name", sorted(program.commands))
def test_command_is_described(name: str) -> None:
    """Each command has a help text, a section, and a line for each of its options."""
    command = program.commands[name]
    assert command.help
    headings = [
        line for line in COMMAND_LINE.splitlines() if re.match(rf"## `briefer {name}[ `]", line)
    ]
    assert len(headings) == 1
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.opts
            for option in parameter.opts:
                assert f"`{option}" in COMMAND_LINE, option


def test_common_options_are_described() -> None:
    """What the program itself takes is described, and so are the variables it reads."""
    for parameter in program.get_params(click.Context(program)):
        for option in parameter.opts:
            assert f"`{option}" in COMMAND_LINE, option
    for variable in (HOME_VARIABLE, "BRIEFER_DEBUG"):
        assert variable in COMMAND_LINE


def test_described_commands_exist() -> None:
    """Every example on a page is a command of the program."""
    for page in PAGES:
        for name in re.findall(
            r"^\$ briefer ([a-z][a-z-]*)", page.read_text("utf-8"), re.MULTILINE
        ):
            assert name in program.commands, f"{page.name}: {name}"


@pytest.mark.parametrize("name", list(SLIDE_KINDS))
def test_slide_kind_is_described(name: str) -> None:
    """Each slide kind has a row on the command line's page, and a label."""
    assert SLIDE_KINDS[name].label
    assert f"| `{name}` |" in COMMAND_LINE


@pytest.mark.parametrize("name", list(RECORD_TYPES))
def test_record_type_is_described(name: str) -> None:
    """Each record type has a file, a section, and a mention of each field that is its own."""
    assert f"`{FILE_NAMES[name]}`" in RECORDS
    assert f"`{name}s`" in COMMAND_LINE
    described = _section(RECORDS, name) + _section(RECORDS, "All records")
    for field in fields_of(RECORD_TYPES[name]):
        if field.name not in STORE_FIELDS:
            assert f"`{field.key}`" in described, field.key


@pytest.mark.parametrize("part", PARTS)
def test_part_of_a_record_is_described(part: type) -> None:
    """Each field of a citation, locator, actor in a role, picture, name or series is named."""
    for field in fields_of(part):
        assert f"`{field.key}`" in RECORDS or f'"{field.key}":' in RECORDS, field.key


@pytest.mark.parametrize("words", VOCABULARIES, ids=lambda words: words.what)
def test_vocabulary_is_described(words: Vocabulary) -> None:
    """Each word of each closed list is on the page of the records."""
    listed = _section(RECORDS, "Vocabularies")
    assert not [word for word in words if f"`{word}`" not in listed]


def test_dates_are_shown_as_described() -> None:
    """Each date on the page is worded as the page says."""
    rows = re.findall(r"^\| (`.*) \| (.*) \|$", _section(RECORDS, "Dates"), re.MULTILINE)
    assert rows
    for texts, shown in rows:
        found = [PartialDate.parse(text).display for text in re.findall(r"`([^`]+)`", texts)]
        assert found == shown.split("; ")


@pytest.mark.parametrize("room", sorted(set(MAY_IMPORT) - {"__main__"}))
def test_room_is_described(room: str) -> None:
    """Each package and top-level module is in the table of ARCHITECTURE.md."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    assert f"`{room}/`" in text or f"`{room}.py`" in text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Each link to a file leads to a file of the project."""
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_named_files_exist(page: Path) -> None:
    """Each path of the project that a page names is there."""
    text = page.read_text(encoding="utf-8")
    for path in re.findall(r"`((?:briefer|tests|scripts|docs|templates)/[\w./-]*)`", text):
        assert (ROOT / path).exists(), path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_json_examples_are_json(page: Path) -> None:
    """Each example of JSON can be read."""
    for example in re.findall(r"^```json\n(.*?)^```$", page.read_text("utf-8"), re.M | re.S):
        assert isinstance(json.loads(example), dict | list)


def test_changelog_tells_this_version() -> None:
    """The version of the package has an entry."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"\n## [{briefer.__version__}]" in text
    assert "\n## [Unreleased]\n" in text
