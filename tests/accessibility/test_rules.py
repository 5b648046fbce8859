"""Each rule finds what breaks it, and nothing in a deck that does not."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from briefer.accessibility import DECK_RULES, findings_of, read_deck_for_rules
from briefer.accessibility.standards import CRITERIA, RULES
from tests.accessibility.decks import Deck, clean_deck, findings, saved
from tests.accessibility.spoiling import SPOILS

OF_THE_FILE = {"file-name", "double-parts", "comments"}


def test_clean_deck_breaks_no_rule(tmp_path: Path) -> None:
    """Every rule has a deck in which it finds nothing."""
    assert findings(clean_deck(), tmp_path) == ()


@pytest.mark.parametrize(
    ("rule", "severity", "spoil"), SPOILS, ids=lambda value: getattr(value, "__name__", str(value))
)
def test_rule_finds_what_breaks_it(
    tmp_path: Path, rule: str, severity: str, spoil: Callable[[Deck], None]
) -> None:
    """One change breaks the rule that it should, as badly as it should, and says where."""
    deck = clean_deck()
    spoil(deck)
    found = [one for one in findings(deck, tmp_path) if one.rule == rule]
    assert found, [one.rule for one in findings(deck, tmp_path)]
    assert found[0].severity == severity
    assert found[0].message.endswith((".", ":", "?")) or ":" in found[0].message
    assert found[0].hint


def test_every_rule_is_tried() -> None:
    """No rule is without a deck that breaks it."""
    assert {rule for rule, _, _ in SPOILS} | OF_THE_FILE == set(DECK_RULES)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Lakes and rivers.pptx", "spaces"),
        ("lakes_and_rivers_of_the_northern_hills.pptx", "38 characters"),
        ("Presentation1.pptx", "says nothing"),
    ],
)
def test_file_name(tmp_path: Path, name: str, words: str) -> None:
    """A name with spaces, a long one, one that says nothing."""
    found = [one for one in findings(clean_deck(), tmp_path, name) if one.rule == "file-name"]
    assert words in found[0].message


def test_part_twice(tmp_path: Path) -> None:
    """A part that stands twice in the file is told; the deck is read all the same."""
    path = saved(clean_deck(), tmp_path)
    with zipfile.ZipFile(path) as archive:
        data = archive.read("ppt/slides/slide2.xml")
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("ppt/slides/slide2.xml", data)
    found = findings_of(read_deck_for_rules(path))
    assert [(one.rule, one.severity) for one in found] == [("double-parts", "error")]
    assert "ppt/slides/slide2.xml twice" in found[0].message


@pytest.mark.parametrize(
    ("kind", "listing"),
    [
        (
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
            b'<p:cmLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
            b'<p:cm authorId="0" idx="1"/><p:cm authorId="0" idx="2"/></p:cmLst>',
        ),
        (
            "http://schemas.microsoft.com/office/2018/10/relationships/comments",
            b'<p188:cmLst xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main">'
            b"<p188:cm/><p188:cm/></p188:cmLst>",
        ),
    ],
    ids=["old", "threads"],
)
def test_comments(tmp_path: Path, kind: str, listing: bytes) -> None:
    """Comments of both kinds are counted."""
    path = saved(clean_deck(), tmp_path)
    rels = "ppt/slides/_rels/slide1.xml.rels"
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    relation = f'<Relationship Id="rId50" Type="{kind}" Target="../comments/c1.xml"/>'
    parts[rels] = parts[rels].replace(b"</Relationships>", relation.encode() + b"</Relationships>")
    parts["ppt/comments/c1.xml"] = listing
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    found = findings_of(read_deck_for_rules(path))
    assert [(one.rule, one.slide) for one in found] == [("comments", 1)]
    assert "2 comments" in found[0].message


def test_rules_name_what_the_report_answers_for() -> None:
    """Each rule's numbers are among the 31 rules and the criteria, and it says why and who asks."""
    numbers = {int(one.number) for one in RULES}
    criteria = {one.number for one in CRITERIA}
    assert numbers == set(range(1, 32))
    for rule in DECK_RULES.values():
        assert set(rule.rules) <= numbers, rule.name
        assert set(rule.criteria) <= criteria, rule.name
        assert rule.rules or rule.criteria, rule.name
        assert rule.reason.endswith(".")
        assert rule.source


def test_every_number_is_answered() -> None:
    """Of the 31 rules each is checked by a rule, or left to eyes, or both."""
    checked = {number for rule in DECK_RULES.values() for number in rule.rules}
    for one in RULES:
        assert int(one.number) in checked or one.eyes, one.number
