"""Hostile documents: refused in words or read, within the limits."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from briefer.documents.html import read_html
from briefer.documents.letters import rejoined
from briefer.errors import DocumentError
from tests.documents.making import pdf, small_word
from tests.fuzz import zip_hostile as zips
from tests.fuzz import zip_hostile_xml as xml
from tests.fuzz.limits import Apart, Limits, apart
from tests.fuzz.zip_readers import document

_MAIN = "word/document.xml"
_MILLION = 1_000_000
TIGHT = Limits(seconds=6.0, megabytes=500)
Make = Callable[[], bytes]


def pdf_of(*objects: bytes, root: str = "1 0 R", trailer: bytes = b"") -> bytes:
    """Return a PDF of these objects, numbered from 1, with a table of where they are."""
    file, places = io.BytesIO(), []
    file.write(b"%PDF-1.7\n")
    for number, content in enumerate(objects, start=1):
        places.append(file.tell())
        file.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    table = file.tell()
    file.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    file.writelines(b"%010d 00000 n \n" % place for place in places)
    told = b"/Size %d /Root %s %s" % (len(objects) + 1, root.encode(), trailer)
    file.write(b"trailer\n<< %s >>\nstartxref\n%d\n%%%%EOF" % (told, table))
    return file.getvalue()


def stream_of(data: bytes, entries: bytes = b"") -> bytes:
    """Return a stream, packed once."""
    packed = zlib.compress(data, 9)
    head = b"<< /Length %d /Filter /FlateDecode %s >>" % (len(packed), entries)
    return head + b"\nstream\n" + packed + b"\nendstream"


CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << >> >>"


def locked() -> bytes:
    """Return a PDF that needs a password."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(["A line"]))))
    writer.encrypt("secret", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def cyclic_tables() -> bytes:
    """Return a PDF whose table of objects names itself as the one before it."""
    data = pdf_of(CATALOG, PAGES, PAGE, stream_of(b""))
    place = data.rindex(b"xref\n0")
    return data.replace(b"/Size", b"/Prev %d /Size" % place)


PDFS: Mapping[str, Make] = {
    "pages in a circle": lambda: pdf_of(CATALOG, b"<< /Type /Pages /Kids [2 0 R] /Count 9 >>"),
    "a page that is its parent": lambda: pdf_of(
        CATALOG, PAGES, b"<< /Type /Page /Parent 3 0 R /Contents 4 0 R >>", stream_of(b"BT ET")
    ),
    "pages twice as many at each level": lambda: pdf_of(
        CATALOG,
        *(
            b"<< /Type /Pages /Count 9 /Kids [%d 0 R %d 0 R] >>" % (number + 1, number + 1)
            for number in range(2, 40)
        ),
        PAGE,
    ),
    "a billion pages": lambda: pdf_of(CATALOG, PAGES.replace(b"/Count 1", b"/Count 999999999")),
    "tables in a circle": cyclic_tables,
    "a catalog that is itself": lambda: pdf_of(b"1 0 R"),
    "a length that is itself": lambda: pdf_of(
        CATALOG, PAGES, PAGE, b"<< /Length 4 0 R >>\nstream\nBT ET\nendstream"
    ),
    "a stream of 200 MB": lambda: pdf_of(CATALOG, PAGES, PAGE, stream_of(b" " * 200 * _MILLION)),
    "a stream packed nine times": lambda: pdf_of(
        CATALOG,
        PAGES,
        PAGE,
        stream_of(b"").replace(b"/FlateDecode", b"[" + b"/FlateDecode " * 900 + b"]"),
    ),
    "lists 100,000 deep": lambda: pdf_of(
        CATALOG, PAGES, PAGE.replace(b"[0 0 9 9]", b"[" * 100_000 + b"]" * 100_000), b"null"
    ),
    "a number of a million digits": lambda: pdf_of(
        CATALOG, PAGES, PAGE.replace(b"[0 0 9 9]", b"[" + b"9" * _MILLION + b"]"), stream_of(b"")
    ),
    "letters of a billion codes": lambda: pdf_of(
        CATALOG,
        PAGES,
        PAGE.replace(b"<< >>", b"<< /Font << /F1 5 0 R >> >>"),
        stream_of(b"BT /F1 12 Tf (a) Tj ET"),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /A /ToUnicode 6 0 R >>",
        stream_of(b"1 beginbfrange <00000000> <3FFFFFFF> <0041> endbfrange"),
    ),
    "needs a password": locked,
    "no end": lambda: b"%PDF-1.7\n" + b"1 0 obj\n<< " * 50_000,
    "nothing but its first line": lambda: b"%PDF-1.7",
}
"""Hostile PDFs."""

WORDS: Mapping[str, Make] = {
    "a part of 400 MB": lambda: zips.swelling(small_word(), _MAIN),
    "a part that claims a kilobyte": lambda: zips.size_that_lies(small_word(), _MAIN),
    "a part packed with bzip2": lambda: zips.packed_as(zipfile.ZIP_BZIP2, _MAIN)(small_word()),
    "200,000 members": lambda: zips.many_members(small_word()),
    "entity bomb": lambda: xml.declaring(_MAIN, xml.DOCTYPES["entity bomb"])(small_word()),
    "external entity": lambda: xml.declaring(_MAIN, xml.DOCTYPES["external entity"])(small_word()),
    "ten million elements": lambda: xml.inside(_MAIN, xml.empties(9_000_000))(small_word()),
    "deep": lambda: xml.inside(_MAIN, xml.deep(b"a", 100_000))(small_word()),
    "no content": lambda: zips.without(_MAIN)(small_word()),
    "zip64": lambda: zips.zip64_end(2**63, 0)(small_word()),
}
"""Hostile Word documents."""

TEXTS: Mapping[str, Make] = {
    "sixty million bytes of tags": lambda: b"<html>" + b"<p>" * 19 * _MILLION,
    "a page 200,000 deep": lambda: b"<html>" + b"<div>" * 200_000,
    "raised text in raised text": lambda: b"<html>" + b"<sup>" * 200 + b"<a>" + b"x" * 4_000_000,
    "300,000 attributes": lambda: b"<html><p " + b"".join(b"a%d " % n for n in range(300_000)),
    "comments before a page": lambda: b"<!---->" * 400 + b"x",
    "entity bomb": lambda: xml.DOCTYPES["entity bomb"] + b"<html><p>&l11;</p>",
    "an encoding that is slow": lambda: b"<html><meta charset=punycode>" + b"a" * 3 * _MILLION,
    "an encoding of host names": lambda: b"<html><meta charset=idna>" + b"a." * _MILLION,
    "an encoding that is packing": lambda: b"<html><meta charset=zlib_codec>" + b"x" * 99,
    "one word of four megabytes": lambda: b"a" * 4 * _MILLION,
    "hyphens at the ends of lines": lambda: b"a-\n" * _MILLION,
    "blanks behind a hyphen": lambda: b"a-" + b" " * 4 * _MILLION,
    "null bytes": lambda: b"\0" * 9 * _MILLION,
    "half a UTF-16": lambda: b"\xff\xfe" + b"\xd8" * 999_999,
}
"""Hostile pages and texts."""


@pytest.fixture(scope="module")
def child() -> Iterator[Apart]:
    """Return a child process that the reader runs in."""
    with apart() as started:
        yield started


@pytest.mark.parametrize("kind", ["PDFS", "WORDS", "TEXTS"])
def test_hostile_documents_are_borne(child: Apart, tmp_path: Path, kind: str) -> None:
    """No crash, no gigabytes, no minutes, whatever is attached."""
    cases: Mapping[str, Make] = {"PDFS": PDFS, "WORDS": WORDS, "TEXTS": TEXTS}[kind]
    borne = {}
    for name, make in cases.items():
        path = tmp_path / "document"
        path.write_bytes(make())
        verdict = child.tried(document, path, refusals=(DocumentError,), limits=TIGHT)
        if not verdict.safe:
            borne[name] = verdict
    assert not borne


def test_words_are_made_whole_in_one_pass() -> None:
    """A word is looked at once, however long: it was once for each of its letters."""
    assert rejoined("over-\ncoming " + "a" * _MILLION).startswith("overcoming\n")


def test_an_encoding_that_no_page_is_in_is_not_believed() -> None:
    """Python knows more encodings than browsers do, and some take hours."""
    page = read_html(b"<html><meta charset=punycode><p>words-abc</p>", "page.html")
    assert "words-abc" in page.text
    assert page.encoding == "utf-8"
