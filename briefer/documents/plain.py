"""Bytes to text: which encoding they are in.

In: bytes, and an encoding that the document itself names. Out: the text, the encoding that was
used, and a note where it is a guess.
"""

from __future__ import annotations

import codecs

from briefer.errors import DocumentError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLD = "cp1252"
_LOOKED_AT = 4096
_NO_PAGES = frozenset(
    (
        "punycode",
        "idna",
        "unicode_escape",
        "raw_unicode_escape",
        "undefined",
        "utf-7",
        "mbcs",
        "oem",
    )
)
"""Encodings of Python that no document is in: of host names, of source text, of this computer. The
time that some of them take grows with the square of the text."""


def decoded(data: bytes, name: str, *, named: str = "") -> tuple[str, str, tuple[str, ...]]:
    """Return text, encoding and notes; raise DocumentError where the bytes are no text.

    A byte order mark counts first, then the encoding that the document names, then UTF-8; what is
    none of them is taken for Windows-1252, the encoding of old Western files.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, name).removeprefix("\ufeff"), encoding, ()
    unmarked = _without_mark(data)
    if unmarked:
        return _strictly(data, unmarked, name), unmarked, ()
    if b"\0" in data[:_LOOKED_AT]:
        raise DocumentError(
            f"{name} is no text and no document that can be read.",
            hint="Use .txt, .html, .docx or .pdf, or save it as plain text.",
        )
    for encoding in (named, "utf-8"):
        text = _tried(data, encoding)
        if text is not None:
            return text, codecs.lookup(encoding).name, ()
    return data.decode(_OLD, errors="replace"), _OLD, (_guessed(data),)


def _without_mark(data: bytes) -> str:
    """Return the form of UTF-16 that bytes without a mark are in, "" where they are not.

    In Western text every other byte is zero.
    """
    start = data[: _LOOKED_AT - _LOOKED_AT % 2]
    if len(start) < 4:
        return ""
    even, odd = start[::2].count(0), start[1::2].count(0)
    half = len(start) // 2
    if odd > half * 0.6 and even < half * 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.6 and odd < half * 0.05 else ""


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"{name}: byte {error.start} is not {encoding.upper()}, which the file begins as.",
            hint="Save it again as plain text in UTF-8.",
        ) from None


def _tried(data: bytes, encoding: str) -> str | None:
    """Return the text in an encoding, or None where it is unknown, no text encoding, or another."""
    try:
        known = bool(encoding) and codecs.lookup(encoding).name not in _NO_PAGES
        return data.decode(encoding) if known else None
    except (LookupError, UnicodeError):
        return None


def _guessed(data: bytes) -> str:
    try:
        data.decode(_OLD)
    except UnicodeDecodeError:
        return "Its encoding is not known; some characters could not be read and show as \ufffd."
    return "It is not UTF-8 and was read as Windows-1252; look through letters with accents."
