"""Word documents as text: what stands on the page, whatever else is in the package."""

from __future__ import annotations

import io
import time
import zipfile

import docx
import pytest

from briefer.documents import text_of_bytes
from briefer.documents.word import BOUNDS
from briefer.errors import DocumentError
from tests.documents.making import WORDS, changed_parts, small_word, word

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MAIN = "word/document.xml"


def _body(inner: str, *, namespace: str = _W) -> bytes:
    return (f'<w:document xmlns:w="{namespace}"><w:body>{inner}</w:body></w:document>').encode()


def test_paragraphs_and_tables_come_in_order() -> None:
    """A run's format does not cut words; cells have tabs between them."""
    document = docx.Document()
    document.add_heading("Statement")
    paragraph = document.add_paragraph("We will ")
    paragraph.add_run("act").bold = True
    paragraph.add_run(" on every link")
    table = document.add_table(2, 2)
    for place, said in enumerate(("Year", "Deaths\nin all", "2023", "107,543")):
        table.cell(place // 2, place % 2).text = said
    document.add_paragraph("Thank you.")
    read = text_of_bytes(word(document), "statement.docx")
    assert read.kind == "docx"
    assert read.text == (
        "Statement\nWe will act on every link\nYear\tDeaths\nin all\n2023\t107,543\nThank you.\n"
    )


def test_tracked_changes_are_taken_as_accepted() -> None:
    """What was inserted stands there, what was deleted or moved away does not."""
    data = changed_parts(
        small_word(),
        {
            _MAIN: _body(
                "<w:p><w:r><w:t xml:space='preserve'>We </w:t></w:r>"
                "<w:ins><w:r><w:t>will</w:t></w:r></w:ins>"
                "<w:del><w:r><w:delText>shall</w:delText></w:r></w:del>"
                "<w:r><w:fldChar/><w:instrText>DATE</w:instrText></w:r>"
                "<w:sdt><w:sdtContent><w:r><w:t> act</w:t></w:r></w:sdtContent></w:sdt>"
                "<w:hyperlink><w:r><w:t> co</w:t><w:noBreakHyphen/><w:t>operate</w:t></w:r>"
                "</w:hyperlink></w:p>"
            )
        },
    )
    assert text_of_bytes(data, "x.docx").text == "We will act co-operate\n"


def test_notes_stand_at_the_end() -> None:
    """Footnotes are read by their relation; the lines that part them are not."""
    relations = "word/_rels/document.xml.rels"
    with zipfile.ZipFile(io.BytesIO(small_word())) as package:
        old = package.read(relations).decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    data = changed_parts(
        small_word(),
        {
            relations: old.replace(
                "</Relationships>",
                f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>',
            ).encode(),
            "word/footnotes.xml": (
                f'<w:footnotes xmlns:w="{_W}">'
                '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>---</w:t></w:r></w:p>'
                '</w:footnote><w:footnote w:id="1"><w:p><w:r><w:t>See the report.</w:t></w:r></w:p>'
                "</w:footnote></w:footnotes>"
            ).encode(),
        },
    )
    read = text_of_bytes(data, "x.docx")
    assert read.text == f"{WORDS}\nSee the report.\n"
    assert read.notes == ("1 footnote at the end of the text.",)


def test_the_strict_form_is_read_too() -> None:
    """Its namespaces are others (ISO/IEC 29500-1)."""
    strict = _body(
        "<w:p><w:r><w:t>Strictly</w:t></w:r></w:p>",
        namespace="http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert text_of_bytes(changed_parts(small_word(), {_MAIN: strict}), "x.docx").text == (
        "Strictly\n"
    )


_BOMB = b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"PK\x03\x04 and no more", "package is damaged"),
        (small_word()[:2000], "package is damaged"),
        (changed_parts(small_word(), {_MAIN: b"<w:document"}), "is damaged"),
        (changed_parts(small_word(), {_MAIN: _BOMB + b"<d>&b;</d>"}), "declares a document type"),
        (changed_parts(small_word(), {"_rels/.rels": b"<x/>"}), "there is no document in it"),
        (
            changed_parts(small_word(), {_MAIN: b" " * (BOUNDS.member + 1)}),
            "word/document.xml has 40,000,001 bytes",
        ),
    ],
)
def test_damaged_and_hostile_packages_are_refused(data: bytes, why: str) -> None:
    """With the file's name and what is wrong, and at once."""
    started = time.monotonic()
    with pytest.raises(DocumentError, match=why) as raised:
        text_of_bytes(data, "letter.docx")
    assert raised.value.message.startswith("letter.docx: ")
    assert time.monotonic() - started < 5
