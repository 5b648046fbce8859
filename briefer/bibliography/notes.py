"""What an imported file held and a source has no field for: kept in the note, given out again.

The note of such a source ends with a line of its own and below it one field a line:

    Carried over from an imported file:
    abstract: What happened and why.
    bibtex:file: paper.pdf

Lines that go on are indented. In: a note. Out: its own words and the fields; and back.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping

from briefer.records.text import clean_text

HEADING = "Carried over from an imported file:"
LONGEST = 18_000
"""Characters that what is carried over may take of a note."""

DEEPEST = 30
"""How deep lists and objects of JSON may be nested in a value."""

_INDENT = "    "
_KEY = re.compile(r"(?:bibtex:|ris:)?[A-Za-z][A-Za-z0-9_.+-]*")
_LINE = re.compile(rf'({_KEY.pattern}|"(?:[^"\\]|\\.)*"):(?: (.*))?')
_JSON_BEGINS = frozenset('{["-0123456789tfnIN')


def split_note(note: str | None) -> tuple[str, dict[str, str]]:
    """Return the words of a note and what was carried over from a file, by field."""
    words, heading, block = f"\n{note or ''}".rpartition(f"\n{HEADING}\n")
    if not heading:
        return note or "", {}
    fields: dict[str, str] = {}
    key = ""
    for line in block.split("\n"):
        match = _LINE.fullmatch(line)
        if line.startswith(_INDENT) and key:
            fields[key] += f"\n{line.removeprefix(_INDENT)}"
        elif match:
            key = _unquoted(match[1])
            fields[key] = match[2] or ""
        else:
            return note or "", {}
    return words.removeprefix("\n").removesuffix("\n"), fields


def joined_note(words: str, fields: Mapping[str, str]) -> str | None:
    """Return a note of these words with these fields below, None where there are neither."""
    if not fields:
        return words or None
    lines = [f"{_quoted(key)}: {_indented(text)}" for key, text in sorted(fields.items())]
    block = "\n".join([HEADING, *lines])
    return f"{words}\n\n{block}" if words else block


def text_of(value: object) -> str:
    """Return a value as the text that a note keeps of it: as it is, or as JSON."""
    if isinstance(value, str):
        text = clean_text(value)
        return json.dumps(text, ensure_ascii=False) if _is_json(text) else text
    return clean_text(json.dumps(value, ensure_ascii=False))


def value_of(text: str) -> object:
    """Return the value of which a note keeps this text."""
    if text[:1] in _JSON_BEGINS:
        try:
            found: object = json.loads(text, parse_constant=finite, parse_float=finite)
            return found if is_shallow(found) else text
        except (ValueError, RecursionError):
            return text
    return text


def is_shallow(value: object, deepest: int = DEEPEST) -> bool:
    """Return whether lists and objects are nested no deeper than any real item's."""
    if not isinstance(value, list | dict):
        return True
    inner = value.values() if isinstance(value, dict) else value
    return deepest > 0 and all(is_shallow(one, deepest - 1) for one in inner)


def finite(number: str) -> float:
    """Return a number of JSON; raise ValueError where a computer holds none such."""
    found = float(number)
    if not math.isfinite(found):
        raise ValueError(f"{number[:40]} is no number")
    return found


def _is_json(text: str) -> bool:
    return value_of(text) is not text


def _indented(text: str) -> str:
    return text.replace("\n", f"\n{_INDENT}")


def _quoted(key: str) -> str:
    return key if _KEY.fullmatch(key) else json.dumps(key)


def _unquoted(key: str) -> str:
    return str(json.loads(key)) if key.startswith('"') else key
