"""RIS files: rispy parses them, once their lines are of one form.

In: text, as Zotero, EndNote, Mendeley and databases write it: `ER  -` with and without blanks, a
heading line, numbers between items, lines that go on. Out: raw items. An item that is not ended is
refused with its line: the file was cut off, or something is missing.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from rispy import RisParser

from briefer.bibliography.items import MOST_ITEMS, RawItem, nobody, wrong
from briefer.bibliography.ris_items import raw_item

_TAG = re.compile(r"\ufeff?\s?([A-Z][A-Z0-9])(\s{1,3})-(?:\s(.*)|)")
_ALL_TAGS: Mapping[str, str] = {
    first + second: first + second
    for first in string.ascii_uppercase
    for second in string.ascii_uppercase + string.digits
}
T = TypeVar("T")

_NEXT = "Mend the file there, or export it anew."
_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


@dataclass(slots=True)
class _Lines:
    """The lines of each field of a file in one form, and where each item begins."""

    fields: list[list[str]] = field(default_factory=list)
    begun: list[int] = field(default_factory=list)


def read_ris(text: str, name: str, hear: Callable[[], None] = nobody) -> tuple[RawItem, ...]:
    """Return the items of a RIS file; raise BibliographyError naming the line.

    `hear` is called before each field and item, and what it raises ends the reading.
    """
    found = _in_one_form(text, name)
    parser = RisParser(mapping=_ALL_TAGS, list_tags=_ALL_TAGS, delimiter_tags_mapping={})
    items = parser.parse_lines("\n".join(lines) for lines in _heard(found.fields, hear))
    return tuple(
        raw_item(_values(item), number=number, line=line)
        for number, (item, line) in enumerate(_heard(zip(items, found.begun, strict=True), hear), 1)
    )


def _heard(given: Iterable[T], hear: Callable[[], None]) -> Iterator[T]:
    """Yield what is given, each after a call of `hear`."""
    for one in given:
        hear()
        yield one


def is_tagged(line: str) -> bool:
    """Return whether a line would be read as one that begins a field."""
    return _TAG.fullmatch(line.rstrip()) is not None


def _values(item: Mapping[str, str | list[str]]) -> dict[str, list[str]]:
    """Return the values of each tag of an item, without those that say nothing."""
    lists = {tag: [value] if isinstance(value, str) else value for tag, value in item.items()}
    return {tag: kept for tag, values in lists.items() if (kept := [v for v in values if v])}


def _in_one_form(text: str, name: str) -> _Lines:
    """Return the lines with their tags as the standard has them, each with what follows it."""
    found = _Lines()
    inside = narrow = False
    for number, line in enumerate(_BREAK.split(text), 1):
        match = _TAG.fullmatch(line.rstrip())
        tag, value = (match[1], match[3] or "") if match else ("", line)
        one_blank = match is not None and len(match[2]) == 1
        if tag == "TY":
            narrow = one_blank
        elif inside and one_blank and not narrow and tag != "ER":
            # Where tags have two blanks, "US - China relations" is a line that goes on.
            tag, value = "", line
        if tag == "TY":
            if inside:
                problem = f"an item begins before the one of line {found.begun[-1]} has its ER."
                raise wrong(name, problem, line=number, hint=_NEXT)
            if len(found.begun) == MOST_ITEMS:
                problem = f"it holds more than {MOST_ITEMS:,} items."
                raise wrong(name, problem, line=number, hint="Import it in parts.")
            found.begun.append(number)
            inside = True
        if tag and inside:
            found.fields.append([f"{tag}  - {value}"])
        elif tag:
            raise wrong(name, f"{tag} stands before the item's TY.", line=number, hint=_NEXT)
        elif inside and value.strip():
            found.fields[-1].append(value.strip())
        inside = inside and tag != "ER"
    if inside:
        problem = "the item that begins here has no ER: the file ends in the middle of it."
        raise wrong(name, problem, line=found.begun[-1], hint=_NEXT)
    return found
