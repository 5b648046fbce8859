"""A source of the library and one of a file made one: filled, or replaced by what the file says.

In: two sources. Out: the library's, changed; its id, its revision and what was cited of it stay.
"""

from __future__ import annotations

import dataclasses
from typing import Any

from briefer.bibliography.notes import joined_note, split_note
from briefer.records import Source
from briefer.records.fields import STORE_FIELDS, fields_of

_OURS = frozenset({*STORE_FIELDS, "id", "note", "unknown"})
_LISTS = ("citations", "topics", "substances", "countries")


def merged(known: Source, read: Source) -> Source:
    """Return the library's source with what only the file knows."""
    values: dict[str, Any] = {
        field.name: getattr(read, field.name)
        for field in fields_of(Source)
        if field.name not in _OURS and _is_absent(getattr(known, field.name))
    }
    for name in _LISTS:
        values[name] = tuple(dict.fromkeys((*getattr(known, name), *getattr(read, name))))
    return _settled(dataclasses.replace(known, **values), known, read)


def replaced(known: Source, read: Source) -> Source:
    """Return the library's source saying what the file says, where the file says anything."""
    values: dict[str, Any] = {
        field.name: value
        for field in fields_of(Source)
        if field.name not in (*_OURS, *_LISTS)
        and not _is_absent(value := getattr(read, field.name))
    }
    for name in _LISTS:
        values[name] = tuple(dict.fromkeys((*getattr(known, name), *getattr(read, name))))
    return _settled(dataclasses.replace(known, **values), known, read)


def says_the_same(known: Source, read: Source) -> bool:
    """Return whether the library's source says already all that the file does."""
    return (
        all(
            getattr(known, field.name) == getattr(read, field.name)
            or _is_absent(getattr(read, field.name))
            for field in fields_of(Source)
            if field.name not in _OURS and field.name not in (*_LISTS, "verification")
        )
        and split_note(read.note)[1].items() <= split_note(known.note)[1].items()
    )


def _settled(whole: Source, known: Source, read: Source) -> Source:
    """Return a source with both notes, and as unknown what neither knows."""
    ours, carried = split_note(known.note)
    theirs, brought = split_note(read.note)
    words = ours if theirs in ours else "\n\n".join(text for text in (ours, theirs) if text)
    unknown = tuple(key for key in known.unknown if _is_absent(_value(whole, key)))
    return dataclasses.replace(
        whole, note=joined_note(words, {**brought, **carried}), unknown=unknown
    )


def _value(source: Source, key: str) -> object:
    """Return the value of a field by its name in files; of no field of ours, None."""
    names = {field.key: field.name for field in fields_of(Source)}
    return getattr(source, names.get(key, ""), None)


def _is_absent(value: object) -> bool:
    return value in (None, "", ())
