"""Sources as RIS, which EndNote, Zotero and Mendeley read.

In: sources. Out: text in UTF-8. Line breaks in a value become lines that go on. What RIS has no tag
for stands in `U5`, which is free for a user's own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from rispy import RisWriter

from briefer.bibliography.csl import extension_of, read_item, shared, written
from briefer.bibliography.csl_dates import words_of_csl_date
from briefer.bibliography.ris import is_tagged, read_ris
from briefer.bibliography.ris_items import FOREIGN, KEYWORDS
from briefer.bibliography.ris_tags import NAMES, OUR_MARK, OURS, TEXTS, WRITTEN_TYPES
from briefer.records import PartialDate, Source


def _first(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return for each variable the first of its tags."""
    found: dict[str, str] = {}
    for tag, variable in pairs:
        found.setdefault(variable, tag)
    return found


_TAG = re.compile(r"[A-Z][A-Z0-9]")
_POINT = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-(\d\d))?")
_OURS_ALONE = frozenset({"TY", "ER", OURS})
_FIRST_TAGS = _first(TEXTS)
_FIRST_NAMES = _first(NAMES)


class _Writer(RisWriter):
    """Writes without a number before each item."""

    REFERENCE_TYPE_KEY = "ty"

    def set_header(self, count: int) -> str:
        """Return what stands before an item: nothing."""
        return ""


def write_ris(sources: Iterable[Source], *, notes: bool = False) -> str:
    """Return sources as RIS; with `notes`, the whole of their notes."""
    return _text([_item(shared(source, notes=notes)) for source in sources])


def _text(items: list[dict[str, list[str]]]) -> str:
    tags = {tag: tag.lower() for item in items for tag in item}
    labelled = [
        {tag.lower(): values[0] if tag == "TY" else values for tag, values in item.items()}
        for item in items
    ]
    mapping = {**tags, "TY": "ty", "ER": "er"}
    return _Writer(mapping=mapping, list_tags=tags, delimiter_tags_mapping={}).formats(labelled)


def _item(source: Source) -> dict[str, list[str]]:
    """Return the values of each tag of a source."""
    whole = written(source)
    item = _tags(source, whole.csl)
    for name, text in whole.foreign.items():
        tag = name.removeprefix(FOREIGN)
        if name == f"{FOREIGN}TY":
            unknown = whole.csl["type"] == "document" and text.isalnum()
            item["TY"] = [text] if unknown else item["TY"]
        elif name.startswith(FOREIGN) and _TAG.fullmatch(tag) and tag not in _OURS_ALONE:
            item[tag] = [*item.get(tag, ()), *map(_lined, _several(text))]
    known = {**item, OURS: [_ours({"id": source.id})]}
    raw = read_ris(_text([known]), "")[0]
    ours = extension_of(source, read_item(raw.csl, raw.foreign))
    return {**item, OURS: [_ours(ours)]}


def _tags(source: Source, csl: Mapping[str, object]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"TY": [WRITTEN_TYPES.get(str(csl["type"]), "GEN")]}
    for variable, tag in _FIRST_NAMES.items():
        people = csl.get(variable)
        if isinstance(people, list) and people:
            found[tag] = [_lined(_person(one)) for one in people]
    for variable, tag in _FIRST_TAGS.items():
        _put(found, tag, csl.get(variable))
    _put_numbers(found, csl)
    for tag, variable in (("DO", "DOI"), ("UR", "URL"), ("M3", "genre"), ("N1", "note")):
        _put(found, tag, csl.get(variable))
    keywords = csl.get("keyword")
    if isinstance(keywords, str):
        between = KEYWORDS.strip() if KEYWORDS.strip() in keywords else ","
        found["KW"] = [_lined(word.strip()) for word in keywords.split(between)]
    _put_dates(found, source, csl)
    _put(found, "ID", csl.get("citation-key", source.id.partition("/")[2]))
    return {tag: values for tag, values in found.items() if any(values)}


def _put(found: dict[str, list[str]], tag: str, value: object) -> None:
    if isinstance(value, str) and value.strip():
        found[tag] = [_lined(value)]


def _put_numbers(found: dict[str, list[str]], csl: Mapping[str, object]) -> None:
    page = csl.get("page")
    begin, join, end = page.partition("-") if isinstance(page, str) else ("", "", "")
    if begin and end and "-" not in end:
        _put(found, "SP", begin)
        _put(found, "EP", end)
    else:
        _put(found, "SP", f"{begin}{join}{end}")
    of_article = str(csl["type"]).startswith("article-")
    _put(found, "IS", csl.get("issue" if of_article else "number"))
    _put(found, "M1", csl.get("number") if of_article else None)
    _put(found, "SN", csl.get("ISBN", csl.get("ISSN")))


def _put_dates(found: dict[str, list[str]], source: Source, csl: Mapping[str, object]) -> None:
    if source.issued:
        slashes = _slashes(source.issued)
        _put(found, "PY", slashes[:4] if slashes else source.issued.edtf)
        _put(found, "DA", slashes if len(slashes.strip("/")) > 4 else None)
    else:
        _put(found, "PY", words_of_csl_date(csl.get("issued")))
    visited = _slashes(source.accessed) or source.accessed.edtf if source.accessed else ""
    _put(found, "Y2", visited or words_of_csl_date(csl.get("accessed")))


def _slashes(date: PartialDate) -> str:
    """Return a date as RIS has it, `2023/09/15/`, "" where that says another."""
    match = _POINT.fullmatch(date.edtf)
    return "/".join(part or "" for part in (*match.groups(), "")) if match else ""


def _person(person: object) -> str:
    said = person if isinstance(person, Mapping) else {"literal": person}
    parts = {str(key): str(value) for key, value in said.items()}
    family = " ".join(parts[key] for key in ("non-dropping-particle", "family") if parts.get(key))
    given = " ".join(parts[key] for key in ("given", "dropping-particle") if parts.get(key))
    shown = (family, given, parts.get("suffix", "")) if family else (given,)
    return ", ".join(part for part in shown if part) or parts.get("literal", "")


def _several(text: str) -> list[str]:
    """Return the values of a tag that is kept as one, or as a list in JSON."""
    try:
        found = json.loads(text) if text.startswith("[") else None
    except ValueError:
        found = None
    if isinstance(found, list) and all(isinstance(one, str) for one in found):
        return [str(one) for one in found]
    return [text]


def _lined(value: str) -> str:
    """Return a value whose lines go on; as one line where one would be read as another field."""
    lines = value.split("\n")
    return " ".join(lines) if any(is_tagged(line) for line in lines[1:]) else value


def _ours(extension: Mapping[str, object]) -> str:
    return OUR_MARK + json.dumps(extension, ensure_ascii=False)
