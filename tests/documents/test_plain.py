"""Plain text in the encodings that people's files have, and what is no text at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefer.documents import Document, read_document, text_of_bytes
from briefer.documents.model import LONGEST_TEXT
from briefer.documents.reading import LARGEST_FILE
from briefer.errors import DocumentError

_SAID = "Señor López said: “no.”\n"


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
        ("cp1252", "cp1252"),
    ],
)
def test_text_comes_in_its_encoding(encoding: str, told: str) -> None:
    """Marked or not, the words are the same; a guess says that it is one."""
    document = text_of_bytes(_SAID.encode(encoding), "speech.txt")
    assert (document.text, document.kind, document.encoding) == (_SAID, "txt", told)
    assert bool(document.notes) == (told == "cp1252")


def test_a_file_is_read_from_disk(tmp_path: Path) -> None:
    """Its ending does not matter where its bytes are text."""
    file = tmp_path / "speech.md"
    file.write_text(_SAID, "utf-8")
    assert read_document(file) == Document(_SAID, "txt", "utf-8")
    with pytest.raises(DocumentError, match=r"none\.txt cannot be read"):
        read_document(tmp_path / "none.txt")


def test_bytes_that_no_encoding_has_are_told() -> None:
    """Windows-1252 has holes; what stands there is marked and told."""
    document = text_of_bytes(b"caf\xe9 \x81", "old.txt")
    assert document.text == "café \ufffd"
    assert "not known" in document.notes[0]


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "scan.png", "scan.png is no text"),
        (b"\xff\xfe\x00", "cut.txt", "byte 2 is not UTF-16"),
        (b"{\\rtf1 words}", "a.rtf", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.doc", "old Office"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "a.docx",
            "needs a password",
        ),
        (b"x" * (LONGEST_TEXT + 1), "long.txt", "more than 5,000,000 characters"),
        (b"x" * (LARGEST_FILE + 1), "large.txt", "larger than 60,000,000 bytes"),
    ],
)
def test_what_cannot_be_read_is_told_with_a_next_step(data: bytes, name: str, words: str) -> None:
    """The message names the file; the hint says what to do."""
    with pytest.raises(DocumentError, match=words) as raised:
        text_of_bytes(data, name)
    assert raised.value.message.startswith(name)
    assert raised.value.hint
