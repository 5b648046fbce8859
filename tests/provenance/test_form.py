"""The manifest as XML and as JSON, there and back."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefer.errors import DeckError
from briefer.provenance.form import ROOT, from_xml, is_manifest, to_json, to_xml
from briefer.provenance.manifest import (
    SCHEMA,
    BriefingFacts,
    CardFacts,
    CiteFacts,
    Claim,
    Manifest,
    RecordFacts,
    ShapeFacts,
    SlideFacts,
)
from briefer.records.text import clean_text

MANIFEST = Manifest(
    briefer="0.2.0",
    library="00ff",
    briefing=BriefingFacts(
        "Fentanyl", "aa11", audience="Staff", template="light", overrides=("uncited", "titles")
    ),
    cards=(CardFacts(0, "bluf", "One", ("event/x",), ('tone="a b"', "n=2"), ("ask", "event/x")),),
    records=(RecordFacts("event/x", 3, "bb22", "A call"), RecordFacts("source/n", 1, "cc33")),
    cites=(CiteFacts(1, "source/n", "A", "note", "33-35"), CiteFacts(2, "source/n")),
    slides=(
        SlideFacts(
            number=1,
            id=256,
            key="card-1",
            kind="bluf",
            title="A title",
            card=0,
            notes="dd44",
            shapes=(
                ShapeFacts(2, "Title", 0, digest="ee55"),
                ShapeFacts(
                    3,
                    "Points",
                    21,
                    "points",
                    "ff66",
                    (
                        Claim("1", "1122", "event/x", ("event/y z",), (1, 2), "point", "title"),
                        Claim("2", cited=("event/x",)),
                    ),
                ),
            ),
        ),
    ),
)


def read(data: bytes) -> Manifest:
    """Return the manifest that bytes hold."""
    return from_xml(etree.fromstring(data), name="deck.pptx")


def first(root: etree._Element, name: str) -> etree._Element:
    """Return the first element of a name."""
    return next(root.iter(f"{{{SCHEMA}}}{name}"))


def test_manifest_is_read_as_it_was_written() -> None:
    """Nothing is lost, not even an id with a space or an option with quotation marks."""
    assert read(to_xml(MANIFEST)) == MANIFEST


def test_same_manifest_has_the_same_bytes() -> None:
    """The form has one way to say a thing."""
    assert to_xml(MANIFEST) == to_xml(read(to_xml(MANIFEST)))


@given(st.text(), st.text(min_size=1), st.integers())
def test_any_words_can_be_held(title: str, key: str, number: int) -> None:
    """Whatever a user types comes back as files can hold it."""
    slide = replace(MANIFEST.slides[0], title=title, key=clean_text(key), number=number)
    briefing = replace(MANIFEST.briefing, title=title, digest="")
    back = read(to_xml(replace(MANIFEST, briefing=briefing, slides=(slide,))))
    assert back.briefing.title == back.slides[0].title == clean_text(title)
    assert back.slides[0].number == number


def test_json_is_json() -> None:
    """The JSON form has every field by name."""
    value = json.loads(json.dumps(to_json(MANIFEST)))
    assert value["briefing"]["template"] == "light"
    claim = value["slides"][0]["shapes"][1]["claims"][0]
    assert claim["record"] == "event/x"
    assert claim["cites"] == [1, 2]
    assert value["slides"][0]["card"] == 0


def test_unknown_additions_are_passed_over() -> None:
    """A later Briefer of the same format may add attributes and elements."""
    root = etree.fromstring(to_xml(MANIFEST))
    root.set("mood", "calm")
    etree.SubElement(root, f"{{{SCHEMA}}}weather").set("sky", "blue")
    root.append(etree.Comment("note"))
    assert from_xml(root, name="deck.pptx") == MANIFEST


@pytest.mark.parametrize(
    ("element", "attribute", "words"),
    [
        ("briefing", "digest", "a briefing has no digest"),
        ("provenance", "library", "a provenance has no library"),
        ("shape", "id", "a shape has no id"),
    ],
)
def test_what_every_manifest_has_is_asked_for(element: str, attribute: str, words: str) -> None:
    """A damaged manifest is told, with what it lacks."""
    root = etree.fromstring(to_xml(MANIFEST))
    del first(root, element).attrib[attribute]
    with pytest.raises(DeckError, match=words):
        from_xml(root, name="deck.pptx")


def test_missing_briefing_and_wrong_number_are_told() -> None:
    """An element that must be there, and a number that is none."""
    root = etree.fromstring(to_xml(MANIFEST))
    first(root, "slide").set("number", "one")
    with pytest.raises(DeckError, match="damaged"):
        from_xml(root, name="deck.pptx")
    root.remove(first(root, "briefing"))
    with pytest.raises(DeckError, match="it has no briefing"):
        from_xml(root, name="deck.pptx")


def test_newer_format_is_told() -> None:
    """A manifest in a format of the future is ours, but not for this Briefer."""
    root = etree.Element("{urn:briefer:provenance:9}provenance")
    assert is_manifest(root)
    with pytest.raises(DeckError, match="newer Briefer"):
        from_xml(root, name="deck.pptx")


def test_other_xml_is_no_manifest() -> None:
    """Custom XML of other programs is theirs."""
    assert is_manifest(etree.Element(ROOT))
    assert not is_manifest(etree.Element("{urn:other}provenance"))
    assert not is_manifest(etree.Comment("provenance"))


def test_manifest_finds_shapes_by_record() -> None:
    """Where a record is shown or cited, and what is known of it."""
    shown = [(slide.number, shape.name) for slide, shape in MANIFEST.showing("event/x")]
    assert shown == [(1, "Points")]
    assert MANIFEST.slides[0].records == ("event/x", "event/y z")
    assert MANIFEST.record("source/n") == RecordFacts("source/n", 1, "cc33")
    assert MANIFEST.record("event/none") is None
