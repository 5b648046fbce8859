"""Data that a person types: "Label: value" one a line, or several values a line.

In: the words of a field. Out: rows of values, the lines that could not be read, cited records.
Must not know: charts, slides.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from briefer.compose.wording import cited_records, lines_of
from briefer.records.base import Ref

_CITES = re.compile(r"\s*\[@[^\]\s]+\]")
_NUMBER = re.compile(
    r"(?P<sign>[-\N{MINUS SIGN}\N{EN DASH}]?)\s*(?P<before>[$€£]?)\s*"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)\s*(?P<after>%?)"
)
_NONE = ("", "-", "\N{EN DASH}", "\N{EM DASH}", "n/a", "na", "none", "no data")
_LARGEST = 1e100


@dataclass(frozen=True, slots=True)
class Row:
    """One line: its label, its values (None for one not given), the records it cites."""

    label: str
    values: tuple[float | None, ...]
    cites: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Typed:
    """Rows of equal length, lines that are none, and the sign that all values carry."""

    rows: tuple[Row, ...]
    unread: tuple[str, ...]
    prefix: str = ""
    suffix: str = ""

    @property
    def width(self) -> int:
        """How many values each row has."""
        return len(self.rows[0].values) if self.rows else 0


def typed_data(words: str) -> Typed:
    """Return the rows of a field; a line without a label or with a word for a number is unread.

    Values are parted by semicolons, or by commas followed by a space; commas within a number part
    its thousands. The label ends at the last colon.
    """
    rows: list[Row] = []
    unread: list[str] = []
    signs: set[tuple[str, str]] = set()
    for line in lines_of(words):
        label, colon, rest = _CITES.sub("", line).strip().rpartition(":")
        values = _values(rest.strip(), signs) if colon and label.strip() else None
        if values is None:
            unread.append(line)
        else:
            rows.append(Row(" ".join(label.split()), values, cited_records(line)))
    width = max((len(row.values) for row in rows), default=0)
    full = tuple(
        Row(row.label, row.values + (None,) * (width - len(row.values)), row.cites) for row in rows
    )
    prefix, suffix = signs.pop() if len(signs) == 1 else ("", "")
    return Typed(full, tuple(unread), prefix, suffix)


def _values(words: str, signs: set[tuple[str, str]]) -> tuple[float | None, ...] | None:
    """Return the values of a line, None where a word of it is no number."""
    if ";" in words:
        tokens = words.split(";")
    elif _NUMBER.fullmatch(words):
        tokens = [words]
    else:
        tokens = re.split(r",\s+", words)
        if any(_value(token, set()) is None and not _absent(token) for token in tokens):
            tokens = words.split(",")
    found: list[float | None] = []
    seen: set[tuple[str, str]] = set()
    for token in tokens:
        value = _value(token, seen)
        if value is None and not _absent(token):
            return None
        found.append(value)
    if all(value is None for value in found):
        return None
    signs |= seen
    return tuple(found)


def _absent(token: str) -> bool:
    return token.strip().lower() in _NONE


def _value(token: str, signs: set[tuple[str, str]]) -> float | None:
    """Return a token's number, None if it is none, and add the sign it carries."""
    match = _NUMBER.fullmatch(token.strip())
    if match is None:
        return None
    value = float(match["digits"].replace(",", ""))
    if not math.isfinite(value) or value > _LARGEST:
        return None
    signs.add((match["before"], match["after"]))
    return -value if match["sign"] else value
