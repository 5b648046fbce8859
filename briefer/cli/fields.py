"""A record's JSON form as words for people: what `briefer show` prints.

In: the values that `--json` prints. Out: field names and paragraphs. Must not know: the record
types; a new type or field is shown without a change here.
"""

from __future__ import annotations

from collections.abc import Mapping

_ABSENT: tuple[object, ...] = (None, "", [], {}, False)
_NOT_SHOWN = ("label", "linked")
_LAST = ("topics", "substances", "countries", "marking", "note", "origin", "citations")
"""Fields that all records share; what is special to a record is shown before them."""


def record_fields(values: Mapping[str, object]) -> list[tuple[str, list[str]]]:
    """Return the fields that a record has, each with its paragraphs, one for each part."""
    linked = values.get("linked")
    labels = linked if isinstance(linked, Mapping) else {}
    return [
        (name.replace("_", " "), _paragraphs(value, labels))
        for name, value in sorted(values.items(), key=lambda item: item[0] in _LAST)
        if name not in _NOT_SHOWN and value not in _ABSENT
    ]


def _paragraphs(value: object, labels: Mapping[str, str]) -> list[str]:
    """Return the paragraphs of a value: one for each part of a list of parts."""
    if isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
        return [_words(item, labels) for item in value]
    return [_words(value, labels)]


def _words(value: object, labels: Mapping[str, str]) -> str:
    """Return a value as words: dates as displayed, an id after the label of what it names."""
    if isinstance(value, Mapping):
        return _part_words(value, labels)
    if isinstance(value, list):
        return ", ".join(_words(item, labels) for item in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    return f"{labels[text]} ({text})" if text in labels else text


def _part_words(part: Mapping[str, object], labels: Mapping[str, str]) -> str:
    """Return a part of a record as words: a date, a locator, a quotation, or its fields in turn."""
    if "display" in part:
        return str(part["display"])
    if "exact" in part:
        return f"“{part['exact']}”"
    if set(part) == {"label", "value"}:
        return f"{part['label']} {part['value']}"
    shown = {name: value for name, value in part.items() if value not in _ABSENT}
    if "actor" in shown:
        shown.pop("name", None)
    return ", ".join(
        f"{name} {_words(value, labels)}" if name in ("as", "supports", "underlying") else words
        for name, value in shown.items()
        if (words := _words(value, labels))
    )
