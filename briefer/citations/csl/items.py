"""A source record as the processor takes it: a CSL-JSON item.

In: a source. Out: a mapping of CSL's variables to what it holds. Only variables that the processor
knows are handed over; others make it warn.
"""

from __future__ import annotations

import re

from briefer.citations.csl.marks import bare, kept
from briefer.citations.styles.kinds import Kind, kind_of
from briefer.records.dates import PartialDate
from briefer.records.source import Name, Source

KEY = "s"
"""The id of the one item that is handed over at a time."""

_FIELDS = {
    "container-title": "container_title",
    "container-title-short": "container_title_short",
    "section": "section",
    "publisher": "publisher",
    "authority": "authority",
    "genre": "genre",
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "DOI": "doi",
    "URL": "url",
}
_NUMERIC = re.compile(r"[A-Za-z]*\d+[A-Za-z]*")
_VERSUS = re.compile(r"(?<=\s)(vs?\.)(?=\s)")
_BEHIND_INITIALS = re.compile(r"((?:\b[A-Z]\.)+ )([a-z]+)\b")
_WITH_DIGITS = re.compile(r"\b(?=\w*\d)(?=\w*[a-z])\w+\b")
_BY_COURTS: frozenset[Kind] = frozenset(
    ("case", "statute", "bill", "treaty", "executive order", "presidential determination", "rule")
    + ("indictment",)
)
_RESOLVER = "https://doi.org/"


def item_of(source: Source) -> dict[str, object]:
    """Return a source as an item of CSL-JSON."""
    item: dict[str, object] = {"id": KEY, "type": source.csl_type}
    item["title"] = _title(source.title)
    for variable, field in _FIELDS.items():
        value = getattr(source, field)
        if value:
            item[variable] = bare(value).strip()
    if source.doi:
        item["DOI"] = bare(source.doi).removeprefix(_RESOLVER).strip()
    if source.number:
        item["number"] = _number(bare(source.number).strip())
    item["author"] = _authors(source)
    for variable, date in (("issued", source.issued), ("accessed", source.accessed)):
        if date is not None:
            item[variable] = _date(date)
    item["language"] = source.language or "en-US"
    return {variable: value for variable, value in item.items() if value}


def _title(title: str) -> str:
    """Return a title in which "v.", words like "jy1946" and those behind "U.S." keep their letters.

    WORKAROUND for https://github.com/citeproc-py/citeproc-py: title case makes a capital of every
    word in small letters, as in "United States V. Doe", and takes every full stop for an end.
    """
    said = _VERSUS.sub(r'<span class="nocase">\1</span>', bare(title).strip())
    said = _BEHIND_INITIALS.sub(r'\1<span class="nocase">\2</span>', said)
    return _WITH_DIGITS.sub(r'<span class="nocase">\g<0></span>', said)


def _number(number: str) -> str:
    """Return a number that is printed as it stands, whatever digits and signs are in it.

    WORKAROUND for https://github.com/citeproc-py/citeproc-py: it reads two numbers in
    "A/RES/78/131" and in "14,059", and prints "Nos."; it makes a range of
    "2023-12", and a capital in "jy1946".
    """
    if _NUMERIC.fullmatch(number) and not _WITH_DIGITS.fullmatch(number):
        return number
    return f'<span class="nocase">{kept(number)}</span>'


def _authors(source: Source) -> list[dict[str, str]]:
    """Return the authors; of a document without one the body that gave it out.

    Styles for scholars have no place for an authority but in cases and acts.
    """
    if source.author:
        return [_name(name) for name in source.author if name.full.strip()]
    if source.authority and kind_of(source) not in _BY_COURTS:
        return [{"literal": bare(source.authority).strip()}]
    return []


def _name(name: Name) -> dict[str, str]:
    if name.literal or not name.family:
        return {"literal": bare(name.full).strip()}
    parts = {"family": name.family, "given": name.given}
    return {part: bare(text).strip() for part, text in parts.items() if text}


def _date(date: PartialDate) -> dict[str, object]:
    """Return a date as precise as it is; one without a single year in its own words."""
    if date.year is None or date.precision not in ("year", "month", "day"):
        return {"literal": bare(date.display)}
    parts = [part for part in (date.year, date.month, date.day) if part is not None]
    circa = {"circa": True} if date.approximate or date.uncertain else {}
    return {"date-parts": [parts], **circa}
