"""Reading a document: which form it has, told by what is in it, and the reader of that form.

In: a file. Out: a `Document`. A file's ending is believed only where its bytes leave it open.
"""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

from briefer.documents.html import read_html
from briefer.documents.letters import printed, rejoined
from briefer.documents.model import LONGEST_TEXT, Document, too_long
from briefer.documents.plain import decoded
from briefer.errors import DocumentError

LARGEST_FILE = 60_000_000
"""Bytes that a document's file may have."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->).){0,2000}+-->\s*+)*+<(?:!doctype\s+)?html\b",
    re.IGNORECASE | re.DOTALL,
)
_PAGES = (".html", ".htm", ".xhtml")


def read_document(path: Path) -> Document:
    """Return the text of a .txt, .html, .docx or .pdf file.

    Raise DocumentError naming the file where it cannot be read, is too large, encrypted, damaged,
    without text, or of another form.
    """
    name = path.name
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise DocumentError(
            f"{path} cannot be read: {error.strerror}.",
            hint="Give a .txt, .html, .docx or .pdf file.",
        ) from error
    return text_of_bytes(data, name)


def text_of_bytes(data: bytes, name: str) -> Document:
    """Return the text of a document's bytes; `name` is its file's, for its ending and messages.

    Ligatures are letters in it, and soft hyphens and signs without width are left out. Raise
    DocumentError as `read_document`.
    """
    document = _as_read(data, name)
    return dataclasses.replace(document, text=printed(document.text))


def _as_read(data: bytes, name: str) -> Document:
    if len(data) > LARGEST_FILE:
        raise DocumentError(
            f"{name} is larger than {LARGEST_FILE:,} bytes.",
            hint="Attach the part that is quoted.",
        )
    if b"%PDF-" in data[:1024]:
        from briefer.documents.pdf import read_pdf  # pypdf is slow to import

        return read_pdf(data, name)
    if data.startswith(b"PK\x03\x04"):
        from briefer.documents.word import read_docx

        return read_docx(data, name)
    if data.startswith(_OLE):
        raise _ole(data, name)
    if data.lstrip()[:5] == b"{\\rtf":
        raise DocumentError(f"{name} is an RTF file.", hint="Save it as .docx or plain text.")
    if _HTML.match(data[:4096]) or name.lower().endswith(_PAGES):
        return read_html(data, name)
    text, encoding, notes = decoded(data, name)
    if len(text) > LONGEST_TEXT:
        raise too_long(name)
    return Document(rejoined(text, sure=True), "txt", encoding, notes)


def _ole(data: bytes, name: str) -> DocumentError:
    """Return the error of a file in the container of old Office files and encrypted new ones."""
    if _ENCRYPTED in data:
        return DocumentError(
            f"{name} is encrypted and needs a password.",
            hint="Open it with its password and save it without one.",
        )
    return DocumentError(
        f"{name} is a document of an old Office.", hint="Save it as .docx or plain text."
    )
