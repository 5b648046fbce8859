"""Digests: short sums by which words and records are known again.

In: words, records. Out: 16 hexadecimal digits, the same on every machine. A digest finds changes;
it is no signature, because whoever can change the words can change the digest beside them.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Sequence

from briefer.records.base import Record, Ref
from briefer.records.codec import to_pack
from briefer.records.text import clean_text

LENGTH = 16
"""How many hexadecimal digits of the SHA-256 are kept: 64 bits."""


def normalised(words: str) -> str:
    """Return words as they are compared: composed (NFC), every run of white space one space."""
    return " ".join(unicodedata.normalize("NFC", clean_text(words)).split())


def text_digest(words: str) -> str:
    """Return the digest of words; what a viewer may do to spaces and line breaks is no change."""
    return normal_digest(normalised(words))


def normal_digest(words: str) -> str:
    """Return the digest of words that are normalised already."""
    return _short(words)


def record_digest(record: Record) -> str:
    """Return the digest of all that a record says, in the text form of libraries.

    What the store alone keeps (revision, when and by whom it was changed) does not count.
    """
    return _short(json.dumps(to_pack(record), ensure_ascii=True, sort_keys=True))


def records_digest(digests: Iterable[tuple[Ref, str]]) -> str:
    """Return one digest of records, each known by its id and its own digest."""
    return _short("\n".join(f"{ref} {digest}" for ref, digest in sorted(digests)))


def chart_words(
    series: Iterable[tuple[str, Sequence[str], Sequence[float | None]]],
) -> str:
    """Return a chart's data as words to take the digest of: name, category and value a line."""
    return "\n".join(
        f"{name}\t{category}\t{float(value)!r}"
        for name, categories, values in series
        for category, value in zip(categories, values, strict=False)
        if value is not None
    )


def form_digest(form: str) -> str:
    """Return the digest of a text form, every character of it."""
    return _short(form)


def _short(text: str) -> str:
    data = text.encode("utf-8", errors="backslashreplace")
    return hashlib.sha256(data).hexdigest()[:LENGTH]
