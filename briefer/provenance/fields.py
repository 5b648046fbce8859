"""Which field of a record words repeat, so that they can be held to it without composing again.

In: a record and words of a slide. Out: the key of a field. Must not know: slides.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefer.provenance.digests import normalised
from briefer.records.base import Record
from briefer.records.fields import STORE_FIELDS, fields_of

_FEWEST = 12
"""Fewer characters than these in common say nothing: a place, a number."""

_ENDS = " .\N{HORIZONTAL ELLIPSIS}\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"
"""What a slide puts around a record's words, or leaves out at their end."""

_NEVER = STORE_FIELDS | {"id", "note", "marking"}


def texts_of(record: Record) -> tuple[tuple[str, str], ...]:
    """Return keys and words, as they are compared, of the fields that a slide may repeat."""
    return tuple((key, normalised(value).strip(_ENDS)) for key, value in _texts(record))


def field_repeated(texts: Iterable[tuple[str, str]], words: str) -> str:
    """Return the field whose words stand whole in these, else the one these are part of, else "".

    `texts` are those of a record, `words` are normalised. Of several the longest counts. Case and
    wording must be the record's own.
    """
    said = words.strip(_ENDS)
    whole: tuple[int, str] = (0, "")
    part: tuple[int, str] = (0, "")
    for key, held in texts:
        if said == held or (len(held) >= _FEWEST and held in said):
            whole = max(whole, (len(held), key), key=_length)
        elif len(said) >= _FEWEST and said in held:
            part = max(part, (len(held), key), key=_length)
    return whole[1] or part[1]


def _length(found: tuple[int, str]) -> int:
    return found[0]


def _texts(record: Record) -> list[tuple[str, str]]:
    """Return the record's own words: its text fields that are no list and no vocabulary word."""
    texts = []
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        free = not field.many and field.words is None and field.name not in _NEVER
        if free and isinstance(value, str) and value:
            texts.append((field.key, value))
    return texts
