"""The query language: what a person types, taken apart. Any text is a query.

- Words: every one must occur; the last may be unfinished, `fent*` marks any other as unfinished.
- `"in quotation marks"`: the words stand together.
- `field:value` keeps to records with that value, `field:"two words"` too; the fields are those of
  `facets.FACETS` and the three of `DATE_FIELDS`. Values of one field widen, other fields narrow.
- A minus before any of them leaves out what has it.

In: text. Out: a `Query`. Must not know: what the library holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefer.records.text import clean_text
from briefer.store.facets import FACETS

DATE_FIELDS = ("date", "before", "after")
"""Fields for days: the record's date may fall in, begins before, ends after."""

_LONGEST = 1000
_MOST_PARTS = 40
_PART = re.compile(r'(-?)(?:([A-Za-z]+(?:[_-][A-Za-z]+)?):)?(?:"([^"]*)"?|([^\s"]+))')
_EMPTY_FIELD = re.compile(r"-?([A-Za-z]+(?:[_-][A-Za-z]+)?):$")
_QUOTES = str.maketrans("“”„«»", '"""""')


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase; `unfinished` says that its last word is a beginning."""

    text: str
    unfinished: bool = False
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """A field and the value asked for, as typed."""

    field: str
    value: str
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for. `nothing` says that the text can match no record (an emoji alone)."""

    terms: tuple[Term, ...] = ()
    filters: tuple[Filter, ...] = ()
    nothing: bool = False

    @property
    def wanted(self) -> tuple[Term, ...]:
        """The terms that must occur."""
        return tuple(term for term in self.terms if not term.excluded)


def read_query(text: str) -> Query:
    """Return what a text asks for; signs that are no words are passed over."""
    text = clean_text(text[:_LONGEST]).translate(_QUOTES)
    terms: list[Term] = []
    filters: list[Filter] = []
    for match in list(_PART.finditer(text))[:_MOST_PARTS]:
        last = match.end() == len(text)
        _take(match, terms, filters, last=last)
    signs = any(not _is_punctuation(char) for char in text)
    words = any(char.isalnum() for char in text)
    return Query(tuple(terms), tuple(filters), nothing=signs and not words)


def _take(match: re.Match[str], terms: list[Term], filters: list[Filter], *, last: bool) -> None:
    """Add what one part of a query says to the terms or the filters."""
    minus, name, phrase, word = match.groups()
    field = _field(name) if name else ""
    value = phrase if phrase is not None else word
    if field and value:
        filters.append(Filter(field, value, excluded=bool(minus)))
        return
    if name is not None:
        value = f"{name}:{value}"
    if any(char.isalnum() for char in value) and not _is_empty_field(value):
        closed = match[0].endswith('"')
        unfinished = value.endswith("*") or (last and not closed and not minus)
        terms.append(Term(value, unfinished=unfinished, excluded=bool(minus)))


def _is_empty_field(value: str) -> bool:
    """Return whether a field was named and its value not yet typed."""
    match = _EMPTY_FIELD.fullmatch(value)
    return bool(match and _field(match[1]))


def _field(name: str) -> str:
    """Return the field of a name as people type it, "" where there is none."""
    plain = name.lower().replace("-", "_")
    return plain if plain in FACETS or plain in DATE_FIELDS else ""


def _is_punctuation(char: str) -> bool:
    return char.isspace() or (char.isascii() and not char.isalnum()) or char in "“”‘’«»…–—"
