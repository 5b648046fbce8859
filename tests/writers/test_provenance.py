"""What a deck tells of its origin: complete, true to the words in it, clean, the same bytes."""

from __future__ import annotations

import getpass
import platform
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator
from pptx import Presentation
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.group import GroupShape
from pptx.text.text import TextFrame

from briefer import pipeline
from briefer.geometry import Color, Frame, Outline
from briefer.layout.body import paragraphs_of
from briefer.layout.boxes import Box, LineBox, Paragraph, PictureBox, Run
from briefer.provenance import Manifest, Origins
from briefer.provenance.digests import record_digest, text_digest
from briefer.provenance.form import from_xml
from briefer.provenance.manifest import BriefingFacts, Claim, ShapeFacts
from briefer.records.event import Event
from briefer.template.house import HOUSE_TEMPLATES
from briefer.template.reader import read_template
from briefer.writers.pptx import write_deck
from tests.package_rules import A, package_problems
from tests.roundtrip.decks import MANIFEST, export_sample, house, parts_of, rewritten
from tests.writers.builders import (
    BODY,
    CONTENT,
    PROPERTIES,
    page,
    png,
    run,
    small_template,
    table,
    text,
)

ORIGINS = Origins(
    "0.2.0",
    BriefingFacts("Fentanyl", "aa11"),
    records={"event/x": Event(id="event/x", title="A call for a coalition", event_type="meeting")},
)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, pipeline.Built]:
    """Return the exported sample and what it was made from."""
    target = tmp_path_factory.mktemp("deck") / "sample.pptx"
    return target, export_sample(target)


@pytest.fixture(scope="module")
def manifest(sample: tuple[Path, pipeline.Built]) -> Manifest:
    """Return the sample's manifest."""
    return manifest_of(sample[0])


def manifest_of(path: Path) -> Manifest:
    """Return the manifest in a deck."""
    return from_xml(etree.fromstring(parts_of(path)[MANIFEST]), name=path.name)


def written(tmp_path: Path, *boxes: Box) -> tuple[ShapeFacts, ...]:
    """Return what the manifest says of the boxes of one page; the package is checked."""
    target = tmp_path / "one.pptx"
    template = small_template(tmp_path / "small.pptx")
    pages = [page(1, *boxes, layout=CONTENT)]
    write_deck(pages, template, target, properties=PROPERTIES, origins=ORIGINS)
    assert package_problems(target) == []
    return manifest_of(target).slides[0].shapes


def says(words: str) -> Paragraph:
    """Return a paragraph of one run."""
    return Paragraph((run(words),), BODY)


def mark(*numbers: int, cited: tuple[str, ...] = ()) -> Run:
    """Return a raised citation marker."""
    words = ",".join(map(str, numbers))
    return replace(run(words), superscript=True, numbers=numbers, cited=cited)


def test_package_is_sound(sample: tuple[Path, pipeline.Built]) -> None:
    """Neither the package test nor the schema validator finds fault."""
    path, _ = sample
    assert package_problems(path) == []
    audit = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(path)
    assert [str(error) for error in audit.errors] == []


def test_every_claim_of_every_page_is_listed(
    sample: tuple[Path, pipeline.Built], manifest: Manifest
) -> None:
    """Each paragraph that speaks of a record or cites one has its claim, in reading order."""
    for made, facts in zip(sample[1].pages, manifest.slides, strict=True):
        wanted = [
            (paragraph.origin or "", text_digest(paragraph.text))
            for paragraph in paragraphs_of(made.boxes)
            if paragraph.origin or any(r.cited for r in paragraph.runs)
        ]
        claims = [claim for shape in facts.shapes for claim in shape.claims if claim.at != "data"]
        listed = [(claim.record, claim.digest) for claim in claims if claim.at]
        assert len(listed) == len(wanted)
        assert [(ref, digest) for ref, digest in listed if digest] == [
            pair for pair, (_, digest) in zip(wanted, listed, strict=True) if digest
        ]
    assert sum(len(shape.claims) for x in manifest.slides for shape in x.shapes) > 100


def test_every_quotation_is_listed_as_the_statements_own_words(
    sample: tuple[Path, pipeline.Built], manifest: Manifest
) -> None:
    """Each quotation on a slide names its statement and says that it repeats its text."""
    quoted = {
        (claim.record, claim.field)
        for slide in manifest.slides
        for shape in slide.shapes
        for claim in shape.claims
        if claim.role == "quote"
    }
    assert quoted
    assert {field for _, field in quoted} == {"text"}
    verbatim = {ref for ref, r in sample[1].records.items() if getattr(r, "verbatim", False)}
    assert {ref for ref, _ in quoted} <= verbatim


def test_digests_are_those_of_the_words_in_the_file(
    sample: tuple[Path, pipeline.Built], manifest: Manifest
) -> None:
    """What python-pptx reads in each shape has the digest that the manifest gives."""
    compared = 0
    for slide, facts in zip(Presentation(str(sample[0])).slides, manifest.slides, strict=True):
        frames = dict(_frames(slide.shapes))
        for shape in facts.shapes:
            for claim in shape.claims:
                if claim.digest and claim.at != "data":
                    frame, number = _place(frames, shape, claim)
                    assert text_digest(_words(frame, number)) == claim.digest, shape.name
                    compared += 1
    assert compared > 100


def _frames(shapes: object) -> Iterator[tuple[tuple[int, str], BaseShape]]:
    """Yield the shapes of a slide by id and name, those in groups too."""
    assert isinstance(shapes, Iterable)
    for shape in shapes:
        if isinstance(shape, GroupShape):
            yield from _frames(shape.shapes)
        else:
            yield (shape.shape_id, shape.name), shape


def _place(
    frames: dict[tuple[int, str], BaseShape], shape: ShapeFacts, claim: Claim
) -> tuple[TextFrame, int]:
    """Return the text in which a claim stands, and which of its paragraphs it is."""
    found = frames[shape.id, shape.name]
    if isinstance(found, GraphicFrame):
        row, column, number = map(int, claim.at.split("."))
        return found.table.cell(row - 1, column - 1).text_frame, number
    assert isinstance(found, Shape)
    return found.text_frame, int(claim.at)


def _words(frame: TextFrame, number: int) -> str:
    """Return the words of a paragraph, raised markers left out."""
    runs = frame.paragraphs[number - 1].runs
    return "".join(r.text for r in runs if r._r.find(f"{A}rPr[@baseline='30000']") is None)


def test_cites_lead_to_sources_and_places(
    sample: tuple[Path, pipeline.Built], manifest: Manifest
) -> None:
    """Every number of a claim has its source and locator, and every source is listed."""
    numbers = {n for x in manifest.slides for s in x.shapes for c in s.claims for n in c.cites}
    assert {cite.number for cite in manifest.cites} == numbers
    known = {reference.number: reference for reference in sample[1].deck.references}
    for cite in manifest.cites:
        reference = known[cite.number]
        assert cite.source == reference.source
        assert manifest.record(cite.source) is not None
        if reference.locator:
            assert (cite.label, cite.locator) == (reference.locator.label, reference.locator.value)
    assert any(cite.locator for cite in manifest.cites)


def test_records_are_those_shown_and_no_others(
    sample: tuple[Path, pipeline.Built], manifest: Manifest
) -> None:
    """Each record with its revision and digest; what was gathered around them is not told."""
    records = sample[1].records
    for facts in manifest.records:
        assert facts.revision == records[facts.id].revision
        assert facts.digest == record_digest(records[facts.id])
    shown = {ref for slide in manifest.slides for ref in slide.records}
    cited = {cite.source for cite in manifest.cites}
    assert {facts.id for facts in manifest.records} == shown | cited
    assert len(manifest.records) < len(records)


def test_each_shape_that_shows_a_record_is_tagged(
    sample: tuple[Path, pipeline.Built], manifest: Manifest
) -> None:
    """There are as many tags parts as shapes that show a record, each named by its shape."""
    parts = parts_of(sample[0])
    tags = [name for name in parts if name.startswith("ppt/tags/")]
    shapes = [shape for slide in manifest.slides for shape in slide.shapes if shape.claims]
    assert len(tags) == len(shapes)
    assert sum(data.count(b"<p:custDataLst>") for data in parts.values()) == len(shapes)


def test_no_path_user_host_or_time(sample: tuple[Path, pipeline.Built]) -> None:
    """Neither manifest nor tags say who exported the deck, where, or when."""
    told = b"".join(
        data
        for name, data in parts_of(sample[0]).items()
        if name.startswith(("customXml/", "ppt/tags/"))
    ).decode()
    for word in (str(Path.home()), str(sample[0].parent), platform.node()):
        assert word not in told
    assert getpass.getuser() not in re.findall(r"\w+", told)
    assert not re.search(r"\d\d:\d\d|\d{4}-\d\d-\d\dT", told)
    assert "/home" not in told
    assert "\\" not in told


@pytest.mark.parametrize("template", list(HOUSE_TEMPLATES))
def test_same_input_gives_the_same_bytes(tmp_path: Path, template: str) -> None:
    """Two exports of the same briefing and library are one file."""
    for name in ("one.pptx", "two.pptx"):
        export_sample(tmp_path / name, template)
    assert (tmp_path / "one.pptx").read_bytes() == (tmp_path / "two.pptx").read_bytes()


def test_digest_of_the_briefing_follows_the_briefing(tmp_path: Path) -> None:
    """A changed card gives another digest; the library's depends on the records shown."""
    export_sample(tmp_path / "one.pptx")
    first = manifest_of(tmp_path / "one.pptx")
    built = export_sample(tmp_path / "two.pptx")
    briefing = replace(built.briefing, audience="Somebody else")
    other = pipeline.build(briefing, built.records, house())
    pipeline.export_deck(other, house(), tmp_path / "three.pptx")
    third = manifest_of(tmp_path / "three.pptx")
    assert third.briefing.digest != first.briefing.digest
    assert third.library == first.library


def test_deck_as_template_leaves_nothing_behind(
    sample: tuple[Path, pipeline.Built], tmp_path: Path
) -> None:
    """A template with custom XML and tags of its own gives them to no deck."""
    own = {"customXml/item1.xml": b'<x xmlns="urn:other">SECRET</x>'}
    template = read_template(rewritten(sample[0], tmp_path / "template.pptx", own))
    target = tmp_path / "deck.pptx"
    pipeline.export_deck(sample[1], template, target)
    assert package_problems(target) == []
    assert not [name for name, data in parts_of(target).items() if b"SECRET" in data]
    assert manifest_of(target).briefing.template == "template"


def test_paragraph_of_a_record_and_of_staff(tmp_path: Path) -> None:
    """A record's sentence, staff's own with a cite, and staff's own without."""
    paragraphs = (
        replace(says("A call for a coalition."), origin="event/x", role="point"),
        replace(says("It matters."), runs=(run("It matters."), mark(1, 2, cited=("event/y",)))),
        says("We think so."),
    )
    box = replace(text("", idx=1, name="Points"), paragraphs=paragraphs, place="points")
    title, points = written(tmp_path, box)
    assert (title.name, title.claims) == ("Title", ())
    assert (points.name, points.idx, points.place) == ("Points", 1, "points")
    assert points.claims == (
        Claim("1", text_digest("A call for a coalition."), "event/x", role="point", field="title"),
        Claim("2", text_digest("It matters."), cited=("event/y",), cites=(1, 2)),
    )


def test_table_is_told_by_cell(tmp_path: Path) -> None:
    """Row and column of each cell; a cell of citation numbers alone has no digest."""
    box = table(("Date", "Action", "Source"), ("March", "A call", "1"))
    header, (date, action, source) = box.rows
    cells = (
        replace(date, paragraphs=(replace(date.paragraphs[0], origin="event/x"),)),
        replace(action, paragraphs=(replace(action.paragraphs[0], origin="event/x"),)),
        replace(
            source,
            paragraphs=(
                replace(
                    source.paragraphs[0],
                    origin="event/x",
                    runs=(replace(run("1"), numbers=(1,), cited=("event/x",)),),
                ),
            ),
        ),
    )
    _, facts = written(tmp_path, replace(box, rows=(header, cells)))
    assert facts.claims == (
        Claim("2.1.1", text_digest("March"), "event/x"),
        Claim("2.2.1", text_digest("A call"), "event/x"),
        Claim("2.3.1", "", "event/x", cites=(1,)),
    )


def test_picture_and_line_of_a_record(tmp_path: Path) -> None:
    """A portrait and a connector show a record without a word of it."""
    portrait = PictureBox(
        "Portrait", Frame.of_inches(1, 2, 2, 2), png(), "Portrait.", origin="event/x"
    )
    line = LineBox("Tie", 0, 0, 914400, 0, Outline(Color("tx2"), 9525), origin="event/x")
    plain = LineBox("Rule", 0, 0, 914400, 0, Outline(Color("tx2"), 9525))
    shapes = written(tmp_path, portrait, line, plain)
    assert [(shape.name, shape.claims) for shape in shapes[1:]] == [
        ("Portrait", (Claim("", record="event/x"),)),
        ("Tie", (Claim("", record="event/x"),)),
    ]


def test_without_origins_nothing_is_told(tmp_path: Path) -> None:
    """A deck written by hand has neither manifest nor tags."""
    target = tmp_path / "one.pptx"
    box = replace(text("A call"), origin="event/x")
    template = small_template(tmp_path / "small.pptx")
    write_deck([page(1, box)], template, target, properties=PROPERTIES)
    assert not [n for n in parts_of(target) if n.startswith(("customXml", "ppt/tags"))]
