"""Decks read back: ours, others', and ours after other programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefer.errors import DeckError
from briefer.provenance.manifest import SCHEMA
from briefer.roundtrip import compare, copied, read_deck
from tests.rendering import needs_libreoffice
from tests.roundtrip.decks import (
    MANIFEST,
    parts_of,
    plain_deck,
    rewritten,
    saved_by_libreoffice,
    without_manifest,
)


def test_other_programs_decks_are_not_ours(tmp_path: Path) -> None:
    """A deck of another program is read, and is not ours."""
    found = read_deck(plain_deck(tmp_path / "plain.pptx"))
    assert not found.ours
    assert [slide.title for slide in found.slides] == ["Of another program"]
    assert copied(found) == ()


def test_custom_xml_of_others_is_let_be(sample: Path, tmp_path: Path) -> None:
    """Another program's custom XML, even before ours, is passed over."""
    other = {"customXml/item0.xml": b'<x xmlns="urn:other"/>'}
    assert read_deck(rewritten(sample, tmp_path / "d.pptx", other)).manifest is not None


def test_manifest_is_found_under_another_name(sample: Path, tmp_path: Path) -> None:
    """Programs number custom XML anew; what it says tells which is ours."""
    rels = parts_of(sample)["ppt/_rels/presentation.xml.rels"]
    path = rewritten(
        sample,
        tmp_path / "d.pptx",
        {
            MANIFEST: None,
            "customXml/item7.xml": parts_of(sample)[MANIFEST],
            "ppt/_rels/presentation.xml.rels": rels.replace(b"customXml/item1", b"customXml/item7"),
        },
    )
    assert read_deck(path).manifest == read_deck(sample).manifest


def test_manifest_of_the_future_is_told(sample: Path, tmp_path: Path) -> None:
    """A later format is no damage."""
    later = parts_of(sample)[MANIFEST].replace(SCHEMA.encode(), b"urn:briefer:provenance:2")
    with pytest.raises(DeckError, match="newer Briefer"):
        read_deck(rewritten(sample, tmp_path / "d.pptx", {MANIFEST: later}))


def test_without_manifest_the_tags_still_tell(sample: Path, tmp_path: Path) -> None:
    """Every shape that shows a record says so itself, with its words as exported."""
    manifest = read_deck(sample).manifest
    assert manifest is not None
    found = read_deck(without_manifest(sample, tmp_path / "d.pptx"))
    assert found.manifest is None
    assert found.ours
    shapes = copied(found)
    claims = [claim for slide in manifest.slides for s in slide.shapes for claim in s.claims]
    assert sum(len(one.claims) for one in shapes) == len(claims) > 100
    assert {state for one in shapes for _, state in one.claims} == {"as exported"}
    told = {ref for one in shapes for claim, _ in one.claims for ref, _ in claim.records}
    assert told == {ref for slide in manifest.slides for ref in slide.records}


def test_missing_tags_part_is_no_damage(sample: Path, tmp_path: Path) -> None:
    """A tags part that was lost loses its tags and nothing else."""
    found = read_deck(rewritten(sample, tmp_path / "d.pptx", {"ppt/tags/tag1.xml": None}))
    tags = [shape for slide in found.slides for shape in slide.shapes if shape.tagged]
    whole = [s for slide in read_deck(sample).slides for s in slide.shapes if s.tagged]
    assert len(tags) == len(whole) - 1


def test_missing_slide_is_damage(sample: Path, tmp_path: Path) -> None:
    """A slide that is listed but not there is named."""
    path = rewritten(sample, tmp_path / "d.pptx", {"ppt/slides/slide3.xml": None})
    with pytest.raises(DeckError, match="slide3.xml cannot be read"):
        read_deck(path)


def test_strict_form_is_read(sample: Path, tmp_path: Path) -> None:
    """A deck saved as Strict Open XML has other namespaces and the same words."""
    strict = {
        name: data.replace(
            b"http://schemas.openxmlformats.org/presentationml/2006/main",
            b"http://purl.oclc.org/ooxml/presentationml/main",
        )
        .replace(
            b"http://schemas.openxmlformats.org/drawingml/2006/main",
            b"http://purl.oclc.org/ooxml/drawingml/main",
        )
        .replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, data in parts_of(sample).items()
        if name.endswith((".xml", ".rels"))
    }
    path = rewritten(sample, tmp_path / "d.pptx", strict)
    assert b"2006/relationships" not in parts_of(path)["ppt/presentation.xml"]
    found = read_deck(path)
    assert found.slides == read_deck(sample).slides
    assert found.manifest == read_deck(sample).manifest


@needs_libreoffice
def test_libreoffice_keeps_the_manifest_and_the_words(sample: Path, tmp_path: Path) -> None:
    """LibreOffice drops tags and names; what it keeps is enough to know all words again.

    A line or a frame without words has nothing left that tells it from another.
    """
    found = read_deck(saved_by_libreoffice(sample, tmp_path))
    assert found.manifest == read_deck(sample).manifest
    assert found.manifest is not None
    assert not found.tagged
    compared = compare(found, found.manifest)
    told = [claim for slide in compared.slides for shape in slide.shapes for claim in shape.claims]
    assert {state for claim, state in told if claim.digest} == {"as exported"}
    assert {state for claim, state in told if not claim.digest} <= {"as exported", "gone"}
