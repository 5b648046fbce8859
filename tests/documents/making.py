"""Documents made for the tests: real ones, by the libraries that people's programs stand for."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

import docx
from docx.document import Document as WordDocument
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

WORDS = "We will act on every link of this chain."


def word(document: WordDocument) -> bytes:
    """Return a document's bytes as Word gets them."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def small_word() -> bytes:
    """Return a document of one paragraph."""
    document = docx.Document()
    document.add_paragraph(WORDS)
    return word(document)


def changed_parts(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return a package with some of its parts replaced, or added."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in dict.fromkeys([*old.namelist(), *parts]):
            new.writestr(name, parts[name] if name in parts else old.read(name))
    return file.getvalue()


def pdf_writer(pages: Sequence[Sequence[str]]) -> PdfWriter:
    """Return a PDF in the making: each page its lines, from the top, in Latin-1."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    for lines in pages:
        page = writer.add_blank_page(612, 792)
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        shown = "".join(f"({_escaped(line)}) Tj T* " for line in lines)
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 14 TL 72 720 Td {shown}ET".encode("cp1252"))
        page[NameObject("/Contents")] = writer._add_object(stream)
    return writer


def pdf(*pages: Sequence[str]) -> bytes:
    """Return a PDF's bytes."""
    return written(pdf_writer(pages))


def written(writer: PdfWriter) -> bytes:
    """Return what a writer makes."""
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
