"""One item of RIS as an item of CSL.

In: the values of each tag. Out: a raw item. Tags for which CSL has no variable are kept under
`ris:` and their name, several values of one as a list.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from briefer.bibliography.date_text import edtf_of_text
from briefer.bibliography.items import Finding, RawItem
from briefer.bibliography.ris_tags import BOOK_TYPES, NAMES, OUR_MARK, OURS, TEXTS, TYPES

FOREIGN = "ris:"
KEYWORDS = "; "

_YEAR = re.compile(r"(\d{4})[/\s]*")
_SUFFIX = re.compile(r"(?:jr|sr|i{2,3}|iv)\.?", re.IGNORECASE)
_DOI = re.compile(r"10\.\d{4,9}/\S+")


class TagReader:
    """Reads one item: each value is taken once, what is left is foreign."""

    def __init__(self, values: Mapping[str, Sequence[str]]) -> None:
        self._left = {tag: list(kept) for tag, kept in values.items()}
        self.csl: dict[str, object] = {}
        self.findings: list[Finding] = []

    def take(self, tag: str) -> str:
        """Return the first value of a tag, "" where there is none, and count it as read."""
        values = self._left.get(tag)
        if not values:
            return ""
        value = values.pop(0)
        if not values:
            del self._left[tag]
        return value

    def take_all(self, tag: str) -> list[str]:
        """Return all values of a tag and count them as read."""
        return self._left.pop(tag, [])

    def look(self, tag: str) -> str:
        """Return the first value of a tag and leave it."""
        return self._left.get(tag, [""])[0]

    def foreign(self) -> dict[str, str]:
        """Return what is not read, by its tag; several values as a list in JSON."""
        return {
            f"{FOREIGN}{tag}": values[0] if len(values) == 1 else json.dumps(values)
            for tag, values in self._left.items()
        }

    def read_texts(self) -> None:
        """Read all that is text. What says the same as another tag is left out."""
        for tag, variable in TEXTS:
            value = self.look(tag)
            if not value:
                continue
            if variable not in self.csl:
                self.csl[variable] = value
            elif self.csl[variable] != value:
                continue
            self.take(tag)

    def read_names(self) -> None:
        """Read those who wrote, edited and translated it."""
        for tag, variable in NAMES:
            if variable not in self.csl and self.look(tag):
                self.csl[variable] = [csl_name(name) for name in self.take_all(tag)]

    def read_numbers(self, csl_type: str) -> None:
        """Read pages, and what `IS` and `M1` count: of an article the issue."""
        begin, end = self.take("SP"), self.take("EP")
        if begin or end:
            joins = begin and end and "-" not in begin and begin != end
            self.csl["page"] = f"{begin}-{end}" if joins else begin or end
        of_article = csl_type.startswith("article-")
        if issue := self.take("IS"):
            self.csl["issue" if of_article else "number"] = issue
        if "number" not in self.csl and (number := self.take("M1")):
            self.csl["number"] = number
        if self.look("SN"):
            self.csl["ISBN" if csl_type in BOOK_TYPES else "ISSN"] = self.take("SN")

    def read_places(self) -> None:
        """Read DOI and address, and the kind of work, in whose tag some programs put a DOI."""
        if doi := self.take("DO"):
            self.csl["DOI"] = doi
        kind = self.look("M3")
        if kind and _DOI.fullmatch(kind):
            if self.csl.setdefault("DOI", kind) == kind:
                self.take("M3")
        elif kind:
            self.csl["genre"] = self.take("M3")
        if url := self.take("UR"):
            self.csl["URL"] = url

    def read_rest(self) -> None:
        """Read keywords, notes and what the item is called."""
        if keywords := self.take_all("KW"):
            # EndNote puts each on a line of its own below one tag.
            lines = [line for value in keywords for line in value.split("\n")]
            self.csl["keyword"] = KEYWORDS.join(lines)
        if notes := self.take_all("N1"):
            self.csl["note"] = "\n".join(notes)
        if key := self.take("ID"):
            self.csl["citation-key"] = key

    def read_dates(self) -> None:
        """Read the date of publication and that of the visit."""
        tag = "PY" if self.look("PY") else "Y1"
        said, fuller = self.look(tag), self.look("DA")
        year, whole = _dated(said), _completed(fuller, said)
        if year and whole and not (whole.startswith(year) or year.startswith(whole)):
            message = f"it says {whole}, but {tag} says {year}, which is taken."
            self.findings.append(Finding("DA", message))
            whole = None
        elif fuller and (whole or not said):
            self.take("DA")
        self.take(tag)
        issued = max(year or "", whole or "", key=len)
        if issued or said or fuller:
            text = whole and fuller or said or fuller
            more = {} if edtf_of_text(text) or whole else {"literal": text}
            self.csl["issued"] = {**({"edtf": issued} if issued else {}), **more}
        if visited := self.take("Y2"):
            self.csl["accessed"] = {"raw": visited}


def _dated(text: str) -> str | None:
    """Return a date as EDTF, without words that stand behind a day (`2020/01/05/spring`)."""
    return edtf_of_text(text) or edtf_of_text("/".join(text.split("/")[:3]))


def _completed(date: str, year: str) -> str | None:
    """Return a full date as EDTF; EndNote leaves its year to `PY`."""
    match = _YEAR.match(year)
    whole = edtf_of_text(date.strip("/ "))
    return whole or (edtf_of_text(f"{date} {match[1]}") if date and match else None)


def raw_item(
    values: Mapping[str, Sequence[str]], *, number: int = 1, line: int | None = None
) -> RawItem:
    """Return an item of RIS as one of CSL."""
    reader = TagReader(values)
    extension = _extension(reader)
    ris_type = reader.take("TY").upper()
    csl_type = TYPES.get(ris_type, "document")
    reader.read_texts()
    reader.read_names()
    reader.read_numbers(csl_type)
    reader.read_places()
    reader.read_dates()
    reader.read_rest()
    key = str(reader.csl.get("citation-key", ""))
    if key and extension.get("id") == f"source/{key}":
        del reader.csl["citation-key"]
    foreign = reader.foreign()
    if ris_type not in TYPES:
        foreign[f"{FOREIGN}TY"] = ris_type
    csl = {"type": csl_type, **reader.csl}
    return RawItem(number, key, csl, line, foreign, extension, tuple(reader.findings))


def csl_name(written: str) -> dict[str, str]:
    """Return a name of RIS, `Family, Given, Suffix`, as CSL has it; without a comma, as it is."""
    parts = [part.strip() for part in written.split(",")]
    if len(parts) == 1:
        return {"literal": written}
    family, given, *more = parts
    if not more:
        # EndNote marks an institution by a comma at the end.
        return (
            {"family": family, "given": given} if family and given else {"literal": family or given}
        )
    if len(more) == 1 and _SUFFIX.fullmatch(more[0]):
        return {"family": family, "given": given, "suffix": more[0]}
    # More commas than a name has: an institution's ("Office of Terrorism, Crime, and Drugs").
    return {"literal": written}


def _extension(reader: TagReader) -> Mapping[str, object]:
    value = reader.look(OURS)
    if not value.startswith(OUR_MARK):
        return {}
    try:
        found = json.loads(value.removeprefix(OUR_MARK))
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    reader.take(OURS)
    return found
