"""Sources as BibTeX that BibTeX, biblatex, Zotero and JabRef read.

In: sources. Out: text in UTF-8. Classic fields beside biblatex's `date`; titles in double braces,
so that no style changes their capitals. What BibTeX has no field for stands in the field `briefer`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from bibtexparser.library import Library
from bibtexparser.model import Entry, Field
from bibtexparser.writer import BibtexFormat, write

from briefer.bibliography.bibtex_fields import (
    ACCESSED,
    DATES,
    FIELDS,
    NAMES,
    OURS,
    SUBTYPES,
    VERBATIM,
    WRITTEN_TYPES,
)
from briefer.bibliography.bibtex_items import FOREIGN, raw_item
from briefer.bibliography.csl import extension_of, read_item, shared, written
from briefer.bibliography.csl_dates import words_of_csl_date
from briefer.bibliography.latex import escaped
from briefer.records import PartialDate, Source

_KEY = re.compile(r"[A-Za-z0-9_:.+/-]{1,100}")
_FIELD = re.compile(r"[a-z][a-z0-9_-]*")
_READ = frozenset(
    {*FIELDS, *NAMES, *VERBATIM, *DATES, *ACCESSED, "number", "pages", "howpublished"}
)
_AT_LINE_START = re.compile(r"\n\s*@")
_PAGES = re.compile(r"(?<=\w)-(?=\w)")


def write_bibtex(sources: Iterable[Source], *, notes: bool = False) -> str:
    """Return sources as BibTeX; with `notes`, the whole of their notes."""
    taken: set[str] = set()
    entries = [_entry(shared(source, notes=notes), taken) for source in sources]
    style = BibtexFormat()
    style.indent = "  "
    style.block_separator = "\n"
    style.trailing_comma = True
    return write(Library(entries), style)


def _entry(source: Source, taken: set[str]) -> Entry:
    whole = written(source)
    key = _key(whole.csl.get("citation-key"), source, taken)
    csl_type = str(whole.csl["type"])
    own_type = whole.foreign.get(f"{FOREIGN}entrytype", "")
    unknown = csl_type == "document" and _FIELD.fullmatch(own_type)
    entry_type = own_type if unknown else WRITTEN_TYPES.get(csl_type, "misc")
    fields = _fields(source, whole.csl, entry_type)
    for name, value in whole.foreign.items():
        field = name.removeprefix(FOREIGN)
        usable = name.startswith(FOREIGN) and _FIELD.fullmatch(field) and _is_sound(value)
        if usable and field not in ("entrytype", OURS):
            with_it = {**fields, field: value}
            same = field not in _READ or _says(with_it, entry_type) == _says(fields, entry_type)
            fields = with_it if same else fields
    raw = raw_item({**fields, OURS: json.dumps({"id": source.id})}, entry_type=entry_type, key=key)
    ours = extension_of(source, read_item(raw.csl, raw.foreign))
    values = [Field(name, f"{{{value}}}") for name, value in fields.items()]
    return Entry(entry_type, key, [*values, Field(OURS, f"{{{_json(ours)}}}")])


def _says(fields: Mapping[str, str], entry_type: str) -> dict[str, object]:
    """Return what fields of BibTeX say as fields of a source.

    A value kept as it stood in the file is written only as long as it says what the source says.
    """
    raw = raw_item(fields, entry_type=entry_type, key="")
    return read_item(raw.csl, raw.foreign).fields


def _key(wanted: object, source: Source, taken: set[str]) -> str:
    """Return the name of an entry: the one it had, else the record's, else with a number."""
    base = source.id.partition("/")[2]
    key = wanted if isinstance(wanted, str) and _KEY.fullmatch(wanted) else base
    number = 2
    while key in taken:
        key = f"{base}-{number}"
        number += 1
    taken.add(key)
    return key


def _fields(source: Source, csl: Mapping[str, object], entry_type: str) -> dict[str, str]:
    names = _names_of_fields(entry_type, csl)
    fields: dict[str, str] = {}
    for variable, name in NAMES.items():
        people = csl.get(name)
        if isinstance(people, list) and people:
            fields[variable] = " and ".join(_person(one) for one in people)
    for variable, name in names.items():
        value = csl.get(variable)
        if isinstance(value, str) and value.strip():
            text = escaped(value)
            fields[name] = f"{{{text}}}" if variable == "title" else text
    for name, variable in VERBATIM.items():
        value = csl.get(variable)
        if isinstance(value, str) and value and _is_sound(value):
            fields[name] = value
    page = csl.get("page")
    if isinstance(page, str):
        fields["pages"] = _PAGES.sub("--", escaped(page))
    if csl["type"] in SUBTYPES.values():
        fields["entrysubtype"] = str(csl["type"]).removeprefix("article-")
    return fields | _dates(source, csl)


def _names_of_fields(entry_type: str, csl: Mapping[str, object]) -> dict[str, str]:
    """Return which variable goes into which field, of those that an entry type has."""
    names: dict[str, str] = {}
    for name, variable in FIELDS.items():
        names.setdefault(variable, name)
    article = entry_type == "article"
    names["container-title"] = "journal" if article else "booktitle"
    names["publisher"] = {"techreport": "institution", "phdthesis": "school"}.get(
        entry_type, "publisher"
    )
    names["number"] = "number"
    if article and "number" not in csl:
        names["issue"] = "number"
        del names["number"]
    return names


def _person(person: object) -> str:
    """Return a name as BibTeX has it; an institution's in braces."""
    said = person if isinstance(person, Mapping) else {"literal": str(person)}
    parts = {key: escaped(str(value)) for key, value in said.items()}
    family = " ".join(parts[key] for key in ("non-dropping-particle", "family") if parts.get(key))
    given = " ".join(parts[key] for key in ("given", "dropping-particle") if parts.get(key))
    if not family or not given:
        return f"{{{family or given or parts.get('literal', '')}}}"
    shown = [family, parts.get("suffix", ""), given]
    return ", ".join(_whole(part) for part in shown if part)


def _whole(part: str) -> str:
    """Return a part of a name in braces where it holds what would part it."""
    return f"{{{part}}}" if "," in part or re.search(r"\band\b", part, re.IGNORECASE) else part


def _dates(source: Source, csl: Mapping[str, object]) -> dict[str, str]:
    fields: dict[str, str] = {}
    if source.issued:
        fields["date"] = source.issued.edtf
        year = source.issued.edtf[:4]
        if year == str(source.issued.year):
            fields["year"] = year
    elif text := words_of_csl_date(csl.get("issued")):
        fields["date"] = escaped(text)
    visited = _edtf(source.accessed) or words_of_csl_date(csl.get("accessed"))
    return fields | ({"urldate": visited} if visited else {})


def _edtf(date: PartialDate | None) -> str:
    return date.edtf if date else ""


def _is_sound(value: str) -> bool:
    """Return whether a value can stand between braces as it is."""
    depth = 0
    for index, sign in enumerate(value):
        if index and value[index - 1] == "\\":
            continue
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    return depth == 0 and not value.endswith("\\") and not _AT_LINE_START.search(value)


def _json(extension: Mapping[str, object]) -> str:
    """Return our own extension as JSON in which braces and signs of BibTeX stand for themselves."""
    return _braces(json.dumps(extension, ensure_ascii=False))


def _braces(text: str) -> str:
    """Return JSON with the braces and `@` inside its strings as escapes of JSON."""
    found: list[str] = []
    inside = False
    escape = False
    for sign in text:
        if inside and sign in "{}@":
            found.append(f"\\u{ord(sign):04x}")
        else:
            found.append(sign)
        if sign == '"' and not escape:
            inside = not inside
        escape = sign == "\\" and not escape
    return "".join(found)
