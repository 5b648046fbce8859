"""The text of a file whose encoding nobody names: guessed safely, and said.

In: bytes. Out: text and the name of its encoding. Order: a byte order mark; UTF-16 by its zero
bytes; UTF-8, which other text is hardly ever by chance; else Windows-1252, else Latin-1.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from briefer.bibliography.items import MOST_BYTES, wrong

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 with a byte order mark"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_GUESSED = (
    ("utf-8", "UTF-8"),
    ("cp1252", "Windows-1252"),
    ("latin-1", "Latin-1"),
)
_PACKED = (b"\x1f\x8b", b"PK\x03\x04", b"BZh", b"\xfd7zXZ\0")
"""How files of gzip, zip, bzip2 and xz begin."""
_SAMPLE = 4096
_NEXT = "Export it anew as plain text in UTF-8."


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was read with, and whether that was guessed among several."""

    text: str
    encoding: str
    guessed: bool


def decoded(data: bytes, name: str) -> Decoded:
    """Return the text of a file; raise BibliographyError where it is too large or is no text."""
    if len(data) > MOST_BYTES:
        raise wrong(
            name, f"larger than {MOST_BYTES:,} bytes.", hint="Export a part of the library."
        )
    if data.startswith(_PACKED):
        raise wrong(name, "it is a compressed file.", hint="Unpack it and import what is in it.")
    for mark, codec, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strictly(data, codec, encoding, name), encoding, guessed=False)
    wide = _wide(data)
    if wide:
        return Decoded(_strictly(data, wide, "UTF-16", name), "UTF-16", guessed=False)
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise wrong(name, "it holds zero bytes, so it is no text.", line=line, hint=_NEXT)
    for codec, encoding in _GUESSED:
        try:
            return Decoded(data.decode(codec), encoding, guessed=codec != "utf-8")
        except UnicodeDecodeError:
            continue
    raise AssertionError("Latin-1 reads any bytes")


def _strictly(data: bytes, codec: str, encoding: str, name: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise wrong(name, f"byte {error.start:,} is not {encoding}.", hint=_NEXT) from None


def _wide(data: bytes) -> str:
    """Return the codec of UTF-16 without a mark, by the zero bytes of its plain letters."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if half and odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    if half and even > 0.6 * half and odd < 0.1 * half:
        return "utf-16-be"
    return ""
