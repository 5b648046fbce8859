"""One entry of BibTeX as an item of CSL.

In: an entry's fields as they stand in the file. Out: a raw item. What CSL has no variable for is
kept as it stands, LaTeX and all, under `bibtex:` and its name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from bibtexparser.middlewares.names import parse_single_name_into_parts

from briefer.bibliography.bibtex_fields import (
    ACCESSED,
    DATES,
    ENTRY_TYPES,
    FIELDS,
    NAMES,
    OURS,
    SUBTYPES,
    VERBATIM,
)
from briefer.bibliography.date_text import edtf_of_text, month_of, valid
from briefer.bibliography.items import Finding, RawItem
from briefer.bibliography.latex import Plain, Tex, spaced

FOREIGN = "bibtex:"

_MOST_NAMES = 1000
_URL = re.compile(r"\\(?:url|href)\s*\{([^{}]+)\}.*|(https?://\S+)", re.DOTALL)
_PAGES = re.compile(r"\s*(?:--+|\N{EN DASH}|\N{EM DASH})\s*")
_ESCAPED = re.compile(r"\\([%_&#~{}$])")


class EntryReader:
    """Reads one entry: each field is taken once, what is left is foreign."""

    def __init__(self, fields: Mapping[str, str], tex: Tex) -> None:
        self._left = dict(fields)
        self._tex = tex
        self.csl: dict[str, object] = {}
        self.findings: list[Finding] = []

    def take(self, name: str) -> str:
        """Return a field as it stands, "" where there is none, and count it as read."""
        return self._left.pop(name, "")

    def read_extension(self) -> Mapping[str, object]:
        """Return what Briefer itself wrote; where another program broke it, leave it and say so."""
        try:
            found = json.loads(self._left.get(OURS, "{}"), strict=False)
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, dict):
            self.take(OURS)
            return found
        self.findings.append(Finding(OURS, "what Briefer wrote here is damaged and is not used."))
        return {}

    def take_text(self, name: str) -> str:
        """Return a field as plain text and count it as read."""
        return self._tex.plain(self.take(name)).text

    def _take_date(self, name: str) -> str:
        """Return a field of a date as text; biblatex's `~` behind it means "about", no blank."""
        said = spaced(self._left.get(name, "")).strip("{}")
        if not valid(said):
            return self.take_text(name)
        self.take(name)
        return said

    def foreign(self) -> dict[str, str]:
        """Return what is not read, by its name in the file."""
        return {f"{FOREIGN}{name}": value for name, value in self._left.items()}

    def read_texts(self) -> None:
        """Read all that is text."""
        for name, variable in FIELDS.items():
            if name in self._left and variable not in self.csl:
                found = self._plain(name)
                if found.text:
                    self.csl[variable] = found.text
                if not found.problem:
                    self.take(name)
        for name, variable in VERBATIM.items():
            value = _ESCAPED.sub(r"\1", spaced(self.take(name)))
            match = _URL.fullmatch(value)
            if value:
                self.csl[variable] = (match[1] or match[2]) if match else value.strip("{}")

    def _plain(self, name: str) -> Plain:
        found = self._tex.plain(self._left[name])
        if found.problem:
            self.findings.append(Finding(name, found.problem))
        return found

    def read_names(self) -> None:
        """Read authors, editors and translators."""
        for name, variable in NAMES.items():
            value = spaced(self._left.get(name, ""))
            if not value:
                continue
            people = people_of(value)
            if len(people) > _MOST_NAMES:
                self.findings.append(Finding(name, f"more than {_MOST_NAMES:,} names."))
                continue
            if people[-1] == "others":
                people.pop()
                said = "“and others”: it is kept as it stands, but a source has no such name."
                self.findings.append(Finding(name, said))
            else:
                self.take(name)
            self.csl[variable] = [person for one in people if (person := csl_name(one, self._tex))]

    def read_numbers(self, csl_type: str) -> None:
        """Read pages, and what `number` counts: of an article its issue."""
        pages = self.take_text("pages")
        if pages:
            self.csl["page"] = _PAGES.sub("-", pages)
        number = self.take_text("number")
        if number:
            of_article = csl_type.startswith("article-") and "issue" not in self.csl
            self.csl["issue" if of_article else "number"] = number

    def read_dates(self) -> None:
        """Read the date of publication and that of the visit."""
        date, year, month, day = (self._take_date(name) for name in DATES)
        parts = _of_parts(year, month, day)
        whole = edtf_of_text(date)
        if whole and parts and not (whole.startswith(parts) or parts.startswith(whole)):
            said = f"year and month say {parts}, but date says {whole}, which is taken."
            self.findings.append(Finding("date", said))
            self._left |= {"year": year, "month": month} if month else {"year": year}
        issued = parts if not whole or parts.startswith(whole) else whole
        said_so = date or " ".join(part for part in (day, month, year) if part)
        if issued or said_so:
            self.csl["issued"] = {"edtf": issued} if issued else {"literal": said_so}
        for name in ACCESSED:
            visited = self._tex.plain(self._left.get(name, "")).text
            if visited and "accessed" not in self.csl:
                self.take(name)
                self.csl["accessed"] = {"raw": visited}

    def read_address(self) -> None:
        """Read an address given as `howpublished` where there is no other."""
        match = _URL.fullmatch(spaced(self._left.get("howpublished", "")))
        if match and "URL" not in self.csl:
            self.take("howpublished")
            self.csl["URL"] = _ESCAPED.sub(r"\1", match[1] or match[2])


def raw_item(
    fields: Mapping[str, str],
    *,
    entry_type: str,
    key: str,
    number: int = 1,
    line: int | None = None,
    findings: tuple[Finding, ...] = (),
    tex: Tex | None = None,
) -> RawItem:
    """Return an entry as an item of CSL; `tex` reads the values of the whole file."""
    reader = EntryReader(fields, tex or Tex())
    extension = reader.read_extension()
    kind = entry_type.lower()
    csl_type = ENTRY_TYPES.get(kind, "document")
    if csl_type == "article-journal" and fields.get("entrysubtype", "") in SUBTYPES:
        csl_type = SUBTYPES[reader.take("entrysubtype")]
    subtitle = reader.take_text("subtitle")
    reader.read_texts()
    reader.read_address()
    if subtitle:
        reader.csl["title"] = f"{reader.csl.get('title', '')}: {subtitle}".removeprefix(": ")
    if kind == "misc" and "URL" in reader.csl:
        csl_type = "webpage"
    reader.read_names()
    reader.read_numbers(csl_type)
    reader.read_dates()
    foreign = reader.foreign()
    if kind not in ENTRY_TYPES:
        foreign[f"{FOREIGN}entrytype"] = entry_type
    named = {} if not key or extension.get("id") == f"source/{key}" else {"citation-key": key}
    csl = {"type": csl_type, **named, **reader.csl}
    return RawItem(number, key, csl, line, foreign, extension, (*findings, *reader.findings))


def people_of(value: str) -> list[str]:
    """Return the names that `and` joins, but not within braces.

    bibtexparser's `split_multiple_persons_names` would take away the accent with which any name but
    the first begins.
    """
    people: list[list[str]] = [[]]
    depth = 0
    for word in value.split():
        if word.lower() == "and" and depth == 0:
            people.append([])
        else:
            people[-1].append(word)
            depth += word.count("{") - word.count("}")
    return [" ".join(words) for words in people if words]


def csl_name(written: str, tex: Tex) -> dict[str, str]:
    """Return a name of BibTeX as CSL has it; one in braces is an institution's."""
    written = written.strip()
    if written.startswith("{") and written.endswith("}") and _is_one_group(written):
        return {"literal": text} if (text := tex.plain(written).text.strip()) else {}
    parts = parse_single_name_into_parts(written, strict=False)
    named = {
        "family": tex.plain(" ".join([*parts.von, *parts.last])).text,
        "given": tex.plain(" ".join(parts.first)).text,
        "suffix": tex.plain(" ".join(parts.jr)).text,
    }
    said = {key: text for key, text in named.items() if text}
    if set(said) == {"family"} and not parts.von and "," not in written:
        return {"literal": said["family"]}
    return said


def _is_one_group(written: str) -> bool:
    """Return whether the brace that opens a text is closed by the one that ends it."""
    depth = 0
    for index, sign in enumerate(written):
        depth += (sign == "{") - (sign == "}")
        if depth == 0:
            return index == len(written) - 1
    return False


def _of_parts(year: str, month: str, day: str) -> str:
    """Return year, month and day as EDTF as far as they make one, "" where there is no year."""
    number = int(month) if month.isdigit() and len(month) < 3 else month_of(month)
    if number and year.isdigit():
        whole = edtf_of_text(f"{year}-{number}-{day}" if day.isdigit() else f"{year}-{number}")
        if whole:
            return whole
    return edtf_of_text(f"{month} {year}") or edtf_of_text(year) or ""
