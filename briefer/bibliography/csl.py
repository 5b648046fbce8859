"""Sources to and from items of CSL-JSON, the form between all formats and our records.

A source holds what it has fields for; all else that an item says is carried in its note (`notes`).
What CSL, or another format, has no place for (our topics, dates that CSL cannot express) goes into
an extension: the values of our own fields, by which what was read back differs from the source.
So a round trip loses nothing, and a file that says all by itself has no extension.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from briefer.bibliography.csl_dates import csl_date_of, read_csl_date
from briefer.bibliography.csl_names import csl_names_of, read_csl_names
from briefer.bibliography.csl_types import csl_type_of, expected_fields
from briefer.bibliography.items import Finding
from briefer.bibliography.notes import joined_note, split_note, text_of, value_of
from briefer.records import Source
from briefer.records.codec import to_pack
from briefer.records.ids import is_well_formed
from briefer.records.text import clean_text

TEXT_FIELDS = (
    "title",
    "container-title",
    "container-title-short",
    "section",
    "publisher",
    "authority",
    "genre",
    "number",
    "volume",
    "issue",
    "page",
    "DOI",
    "URL",
    "language",
)
"""Fields of CSL that hold text and have the same name in a source."""

DATE_FIELDS = ("issued", "accessed")
OLD_NAMES = {"journalAbbreviation": "container-title-short", "shortTitle": "title-short"}
CANDIDATE = "candidate"

_OWN = "source/"
_OF_SOURCES = frozenset({*TEXT_FIELDS, *DATE_FIELDS, "author", "type"})
_SILENT = frozenset({"id", "citation-key"})
_LOCAL = re.compile(
    r"bibtex:(?:file|pdf|local-url|bdsk-(?:file|url)-\d+)(?:-again-\d+)?|ris:L[1-4]"
)
_MARKUP = re.compile(r"</?(?:i|b|sub|sup|sc|span(?: [^<>]{0,100})?)>", re.IGNORECASE)
_DOI = re.compile(r"^(?:doi:\s*|https?://(?:dx\.)?doi\.org/)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReadItem:
    """What an item says: fields in a record's text form, what is carried over, what is doubtful.

    `silent` are fields carried over of which nobody needs to be told: names of the item itself.
    """

    fields: dict[str, object]
    carried: dict[str, str]
    findings: tuple[Finding, ...] = ()

    @property
    def told(self) -> dict[str, str]:
        """What is carried over and worth telling."""
        return {key: text for key, text in self.carried.items() if key not in _SILENT}


def read_item(csl: Mapping[str, object], foreign: Mapping[str, str]) -> ReadItem:
    """Return what an item in the terms of CSL says as fields of a source."""
    fields: dict[str, object] = {}
    carried: dict[str, str] = {}
    findings: list[Finding] = []
    for name, value in csl.items():
        key = OLD_NAMES.get(name, name)
        if value in (None, "", []) or (key != name and key in csl):
            continue
        said, whole, problem = _read_field(key, value)
        if said is not None:
            fields[_own_key(key)] = said
        if not whole:
            carried[_clean(key)] = text_of(value)
        if problem:
            findings.append(Finding(key, problem))
    carried |= {_clean(key): text_of(value) for key, value in foreign.items()}
    fields.setdefault("csl_type", "document")
    fields.setdefault("verification", CANDIDATE)
    unknown = [key for key in expected_fields(str(fields["csl_type"])) if key not in fields]
    if unknown:
        fields["unknown"] = unknown
    return ReadItem(fields, carried, tuple(findings))


def _own_key(key: str) -> str:
    return "csl_type" if key == "type" else key


def _clean(key: str) -> str:
    return clean_text(key).strip()[:100] or "?"


def _read_field(key: str, value: object) -> tuple[object, bool, str]:
    """Return what a field says (None: a source has no such field), if it says all, a problem."""
    if key == "type":
        type_ = csl_type_of(value)
        return type_, type_ == value, ""
    if key == "id":
        own = isinstance(value, str) and value.startswith(_OWN) and is_well_formed(value)
        return (value, True, "") if own else (None, False, "")
    if key == "author":
        read = read_csl_names(value)
        return list(read.names) or None, read.whole, ""
    if key in DATE_FIELDS:
        date = read_csl_date(value)
        return date.edtf, date.whole, date.problem
    if key in TEXT_FIELDS:
        text = _text(value)
        plain = _plain(key, text) if text else None
        return plain or None, bool(plain) and _no_markup_lost(key, text), ""
    return None, False, ""


def _text(value: object) -> str:
    """Return the text of a value, "" where it is none; Crossref gives titles as lists of one."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return clean_text(str(value)).strip()


def bare_doi(text: str) -> str:
    """Return a DOI without what programs put before it."""
    return _DOI.sub("", text.strip())


def _plain(key: str, text: str) -> str:
    if key == "DOI":
        return bare_doi(text)
    return text if key == "URL" else _MARKUP.sub("", text).strip()


def _no_markup_lost(key: str, text: str) -> bool:
    return key in ("DOI", "URL") or not _MARKUP.search(text)


def shared(source: Source, *, notes: bool) -> Source:
    """Return a source as it may leave the library: of its note only what a file had brought.

    With `notes` all of the note; without, neither its own words nor where files of the user lie.
    """
    _, carried = split_note(source.note)
    if notes or not source.note:
        return source
    public = {key: text for key, text in carried.items() if not _LOCAL.fullmatch(key)}
    return replace(source, note=joined_note("", public))


@dataclass(frozen=True, slots=True)
class Written:
    """A source in the terms of CSL: its item, and the fields that no CSL item has."""

    csl: dict[str, object]
    foreign: dict[str, str]


def written(source: Source) -> Written:
    """Return a source as an item of CSL, with all that was carried over from a file."""
    pack = to_pack(source)
    csl: dict[str, object] = {"id": source.id, "type": source.csl_type}
    csl |= {key: pack[key] for key in TEXT_FIELDS if key in pack}
    if source.author:
        csl["author"] = csl_names_of(_mappings(pack["author"]))
    for key, date in (("issued", source.issued), ("accessed", source.accessed)):
        if date:
            csl[key] = csl_date_of(date)
    _, carried = split_note(source.note)
    foreign: dict[str, str] = {}
    for key, text in carried.items():
        value = value_of(text)
        if key.startswith(("bibtex:", "ris:")):
            foreign[key] = value if isinstance(value, str) else text
        elif key == "id" or _agrees(key, value, pack):
            csl[key] = value
    return Written(csl, foreign)


def _mappings(value: object) -> list[Mapping[str, object]]:
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


def _agrees(key: str, value: object, pack: Mapping[str, object]) -> bool:
    """Return whether what a file said of a field still says what the source says by now."""
    if key not in _OF_SOURCES:
        return True
    said, _, _ = _read_field(key, value)
    return said == pack.get(_own_key(key))


def extension_of(source: Source, back: ReadItem) -> dict[str, object]:
    """Return what is to be added to a file for a source to come back from it as it is.

    `back` is what the file says without.
    """
    words, carried = split_note(source.note)
    pack = {key: value for key, value in to_pack(source).items() if key not in ("type", "note")}
    found: dict[str, object] = {
        key: value for key, value in pack.items() if back.fields.get(key) != value
    }
    found |= {key: None for key in back.fields if key not in pack}
    changed: dict[str, object] = {
        key: text for key, text in carried.items() if back.carried.get(key) != text
    }
    changed |= {key: None for key in back.carried if key not in carried}
    if changed:
        found["carried"] = changed
    if source.note:
        canonical = joined_note(words, carried) == source.note
        found["note"] = words if canonical else source.note
        if not found["note"]:
            del found["note"]
    return found


def extended(read: ReadItem, extension: Mapping[str, object]) -> tuple[dict[str, object], str]:
    """Return all fields of an item with its extension, and the words of its note."""
    fields = {**read.fields, **extension}
    carried: dict[str, str | None] = dict(read.carried)
    changed = fields.pop("carried", None)
    for key, text in changed.items() if isinstance(changed, Mapping) else ():
        carried[_clean(str(key))] = text if isinstance(text, str) else None
    read.carried.clear()
    read.carried.update({key: text for key, text in carried.items() if text is not None})
    note = fields.pop("note", None)
    words = clean_text(note) if isinstance(note, str) else ""
    return {key: value for key, value in fields.items() if value is not None}, words
