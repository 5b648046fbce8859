"""What Briefer exports breaks no rule but those that are explained here."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from briefer.accessibility import findings_of, read_deck_for_rules, report_of
from tests.accessibility.conftest import HOUSES
from tests.roundtrip.decks import parts_of, rewritten

EXPLAINED = {
    # An author is a person's to name, in the settings.
    "properties": "tell no author",
    # Headings of two templates are in Cambria, which comes with Office and is on no agency's list.
    "font-family": "Cambria",
    # Tracks are stacked in the order of their legend, values on them; that needs eyes.
    "chart-colour": "legend of colours",
    # Labels, headings and facts are set in 16 pt, which the house allows for these.
    "font-body": "16 pt or more",
}


@pytest.mark.parametrize("house", HOUSES)
def test_sample_breaks_no_rule_unexplained(samples: Mapping[str, Path], house: str) -> None:
    """No error, and of warnings and notes only those with a reason."""
    findings = findings_of(read_deck_for_rules(samples[house]))
    for one in findings:
        assert one.severity != "error", one
        assert EXPLAINED.get(one.rule, "?") in one.message, one
    warned = {one.rule for one in findings if one.severity == "warning"}
    assert warned == {"properties"}
    assert any(one.rule == "font-family" for one in findings) is (house != "sans")


def test_sample_as_exported_is_known_as_such(samples: Mapping[str, Path]) -> None:
    """Only then something is called satisfied by construction."""
    report = report_of(read_deck_for_rules(samples["light"]))
    assert report.origin is not None
    assert report.origin.altered == ()
    said = [one for line in report.rules for one in line.statements]
    assert any(one.status == "by construction" for one in said)


@pytest.mark.parametrize(
    ("part", "old", "new", "words"),
    [
        ("docProps/app.xml", b"Briefer", b"Microsoft Office PowerPoint", "saved by Microsoft"),
        ("ppt/slides/slide4.xml", b">78,000<", b">79,000<", "1 shape changed or gone"),
        ("ppt/slides/slide4.xml", b"Fentanyl is cheap", b"It is cheap", "title or notes of 1"),
        (
            "ppt/presentation.xml",
            b'<p:sldId id="258" r:id="rId9"/>',
            b"",
            "1 slide gone",
        ),
        (
            "ppt/presentation.xml",
            b'<p:sldId id="257" r:id="rId8"/><p:sldId id="258" r:id="rId9"/>',
            b'<p:sldId id="258" r:id="rId9"/><p:sldId id="257" r:id="rId8"/>',
            "2 slides moved",
        ),
    ],
)
def test_altered_sample_is_nothing_by_construction(
    samples: Mapping[str, Path], tmp_path: Path, part: str, old: bytes, new: bytes, words: str
) -> None:
    """A change that can be seen ends all claims of construction."""
    data = parts_of(samples["light"])[part]
    assert old in data
    path = rewritten(samples["light"], tmp_path / "sample.pptx", {part: data.replace(old, new)})
    report = report_of(read_deck_for_rules(path))
    assert words in report.made
    said = [one for line in (*report.rules, *report.criteria) for one in line.statements]
    assert all(one.status != "by construction" for one in said)


@pytest.mark.parametrize(
    ("part", "old", "new", "rule"),
    [
        ("ppt/slides/slide13.xml", b' descr="Stacked column', b' title="Stacked', "alt-missing"),
        ("ppt/slides/slide11.xml", b'firstRow="1"', b'firstRow="0"', "table-header"),
        ("ppt/slides/slide4.xml", b'type="title"', b'type="body" idx="99"', "title"),
        ("ppt/theme/theme1.xml", b'val="1B1B1B"', b'val="F0F0F0"', "contrast"),
        ("ppt/slides/slide4.xml", b'type="slidenum"', b'type="x"', "slide-number"),
    ],
)
def test_fault_put_into_the_sample_is_found(
    samples: Mapping[str, Path], tmp_path: Path, part: str, old: bytes, new: bytes, rule: str
) -> None:
    """What would be taken from a deck by hand is seen at once."""
    data = parts_of(samples["light"])[part]
    assert old in data
    path = rewritten(samples["light"], tmp_path / "sample.pptx", {part: data.replace(old, new)})
    assert rule in {one.rule for one in findings_of(read_deck_for_rules(path))}
