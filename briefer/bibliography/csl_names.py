"""Names of creators as CSL-JSON has them, to and from those of records.

In: `{"family", "given", "suffix", "non-dropping-particle", ...}`. Out: family and given, or
literal, as a record's text form has them, and whether that says all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefer.records.text import clean_text

_PLAIN = frozenset({"family", "given", "literal"})


@dataclass(frozen=True, slots=True)
class ReadNames:
    """Names in a record's text form, and whether nothing of them is left out."""

    names: tuple[dict[str, str], ...]
    whole: bool


def read_csl_names(value: object) -> ReadNames:
    """Return what a list of CSL names says."""
    items = value if isinstance(value, list) else [value]
    found = [_read(item) for item in items]
    names = tuple(name for name, _ in found if name)
    return ReadNames(names, all(whole and name for name, whole in found))


def _read(item: object) -> tuple[dict[str, str], bool]:
    """Return a name, and whether it says all."""
    if isinstance(item, str):
        return ({"literal": clean_text(item).strip()} if item.strip() else {}), False
    if not isinstance(item, Mapping):
        return {}, False
    said = {str(key): _text(text) for key, text in item.items()}
    plain = {key: said[key] for key in ("family", "given", "literal") if said.get(key)}
    if plain == dict(item):
        return plain, True
    family = _together(said, "non-dropping-particle", "family", "suffix")
    given = _together(said, "given", "dropping-particle")
    parts = {"family": family, "given": given, "literal": said.get("literal", "")}
    return {key: text for key, text in parts.items() if text}, False


def _together(said: Mapping[str, str], *keys: str) -> str:
    return " ".join(said[key] for key in keys if said.get(key))


def _text(value: object) -> str:
    return clean_text(value).strip() if isinstance(value, str) else ""


def csl_names_of(names: Sequence[Mapping[str, object]]) -> list[dict[str, object]]:
    """Return the names of a record's text form as CSL has them: they are of one form."""
    return [
        {key: name[key] for key in ("family", "given", "literal") if key in name} for name in names
    ]
