"""Nothing in an export leads out of it but links of the web and mailboxes, and nothing in it acts.

Every slide kind is exported in every form, with hostile words in every field that a person or an
imported file can fill; then all parts of what was written are looked through.
`python -m benchmarks.hostile_exports` does it hundreds of times.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

import pytest

from briefer import paths, pipeline
from briefer.compose.names import known_as
from briefer.layout.body import runs_in
from briefer.records.gathered import Gathered
from briefer.template.reader import read_template
from tests.builders import make_actor, make_event, make_source
from tests.end_to_end.exports import briefing_of, card
from tests.fuzz.other_exports import faults_of_deck, links_of, uris_of
from tests.fuzz.other_forms import tried
from tests.fuzz.other_poison import poisoned
from tests.overriding import overriding

TEMPLATE = read_template(paths.bundled_templates() / "light.pptx")


def test_no_export_leads_elsewhere_or_does_anything(tmp_path: Path) -> None:
    """Deck, its report, PDF, handout: relationships, actions, fields, formulas, scripts."""
    spoiled = poisoned(2, cards=8)
    built = overriding(pipeline.build(spoiled.briefing, spoiled.records, TEMPLATE))
    found, counts = tried(built, TEMPLATE, tmp_path)
    assert found == []
    assert counts["links of decks"] > 2
    assert counts["links of PDFs"] > 10


def test_an_address_that_is_not_linked_is_printed_and_told(tmp_path: Path) -> None:
    """Of a source's URL, its DOI and what staff write: the words stay, and a check says so."""
    hostile = "http://user:secret@example.org/a"
    source = replace(make_source(), url=hostile, doi="10.1/\u202ea")
    records = Gathered([make_event(), source])
    claim = card("event", [make_event().id])
    desk = card("contact", text={"contacts": f"Desk\n{hostile} mailto:desk@example.org"})
    built = pipeline.build(briefing_of([claim, desk]), records, TEMPLATE)
    told = [finding for finding in built.findings if finding.check == "link-scheme"]
    assert [finding.record for finding in told].count(source.id) == 2
    assert any(hostile in finding.message for finding in told if finding.record is None)
    printed = [run for page in built.pages for run in runs_in(page.boxes) if hostile in run.text]
    assert printed
    assert not any(run.underline for run in printed)
    target = tmp_path / "deck.pptx"
    pipeline.export_deck(overriding(built), TEMPLATE, target)
    assert links_of(target) == ["mailto:desk@example.org"]


def test_a_name_that_begins_with_a_comma_has_no_last_name() -> None:
    """It was sought before the comma, where there is none."""
    assert known_as(make_actor(name=", Jr.")) == (", Jr.",)


def packed_pdf(hidden: bytes) -> bytes:
    """Return a PDF with a page whose objects, a given one among them, lie in a stream."""
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        hidden,
    )
    starts = accumulate((len(one) + 1 for one in objects[:-1]), initial=0)
    head = b" ".join(b"%d %d" % (number, at) for number, at in enumerate(starts, 1)) + b"\n"
    packed = zlib.compress(head + b"\n".join(objects))
    made = b"%PDF-1.5\n"
    stream = b"5 0 obj\n<</Type/ObjStm/N 4/First %d/Filter/FlateDecode/Length %d>>stream\n"
    first = len(made)
    made += stream % (len(head), len(packed)) + packed + b"\nendstream\nendobj\n"
    rows = [(0, 0, 0), *((2, 5, at) for at in range(4)), (1, first, 0), (1, len(made), 0)]
    table = b"".join(struct.pack(">BHB", *row) for row in rows)
    end = b"6 0 obj\n<</Type/XRef/Size 7/W[1 2 1]/Root 1 0 R/Length %d>>stream\n" % len(table)
    last = len(made)
    return made + end + table + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF" % last


@pytest.mark.parametrize(
    "hidden",
    [
        b"<</S/JavaScript/JS(app.alert\\(1\\))>>",
        b"<</S/URI/URI(file:///etc/passwd)>>",
        b"<</A[<</S/Launch/F(calc.exe)>>]>>",
        b"<</Type/Filespec/EF<</F 9 0 R>>/Names[/EmbeddedFiles]>>",
    ],
)
def test_what_lies_packed_in_a_pdf_is_seen(tmp_path: Path, hidden: bytes) -> None:
    """Or the search below would find nothing in files that are compressed as a whole."""
    paper = tmp_path / "a.pdf"
    paper.write_bytes(packed_pdf(b"<<>>"))
    assert uris_of(paper) == []
    paper.write_bytes(packed_pdf(hidden))
    assert b"/Launch" not in paper.read_bytes()
    with pytest.raises(AssertionError):
        uris_of(paper)


def test_what_lies_in_zips_of_a_deck_is_seen(tmp_path: Path) -> None:
    """Whatever the zip is called, and behind a picture."""
    inner, deck = io.BytesIO(), tmp_path / "a.pptx"
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("xl/vbaProject.bin", b"")
    with zipfile.ZipFile(deck, "w") as archive:
        archive.writestr("ppt/embeddings/workbook.bin", inner.getvalue())
        archive.writestr("ppt/media/image1.png", b"\x89PNG" + inner.getvalue())
    assert faults_of_deck(deck) == [
        "a.pptx/ppt/embeddings/workbook.bin: xl/vbaProject.bin",
        "a.pptx: ppt/media/image1.png has a zip behind it",
    ]
