"""BibTeX and biblatex files: bibtexparser finds entries and fields, here they become items of CSL.

In: text. Out: raw items. A file whose braces or commas are broken is refused with its line; of what
follows nobody could say where it begins. Strings (`@string`) are put in with a bound on their
length, so that none can be made to grow without end.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ParsingFailedBlock,
    String,
)
from bibtexparser.splitter import Splitter

from briefer.bibliography.bibtex_crossref import with_inherited
from briefer.bibliography.bibtex_items import raw_item
from briefer.bibliography.date_text import month_of
from briefer.bibliography.items import MOST_ITEMS, Finding, RawItem, nobody, wrong
from briefer.bibliography.latex import Tex

_LONGEST_VALUE = 200_000
_NEXT = "Mend the file there, or export it anew."

# The parser warns of every broken entry, which we tell of by an error of our own.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class Values:
    """The values of an entry's fields by name in small letters, and what is doubtful in them."""

    fields: dict[str, str]
    findings: tuple[Finding, ...]


def read_bibtex(text: str, name: str, hear: Callable[[], None] = nobody) -> tuple[RawItem, ...]:
    """Return the entries of a BibTeX file; raise BibliographyError naming the line.

    `hear` is called before each entry, and what it raises ends the reading.
    """
    found = _entries(text, name, hear)
    wholes: dict[str, Mapping[str, str]] = {}
    for entry, values in found:
        wholes.setdefault(entry.key.strip().lower(), values.fields)
    tex = Tex()
    items: list[RawItem] = []
    for entry, values in found:
        hear()
        fields, doubts = with_inherited(values.fields, entry_type=entry.entry_type, wholes=wholes)
        items.append(
            raw_item(
                fields,
                entry_type=entry.entry_type,
                key=entry.key,
                number=len(items) + 1,
                line=_line(entry),
                findings=(*values.findings, *doubts),
                tex=tex,
            )
        )
    return tuple(items)


def _entries(text: str, name: str, hear: Callable[[], None]) -> list[tuple[Entry, Values]]:
    """Return the entries of a file with their values."""
    strings: dict[str, str] = {}
    found: list[tuple[Entry, Values]] = []
    for block in Splitter(text).split().blocks:
        hear()
        _refuse_broken(block, name)
        inner = _inner(block)
        if isinstance(inner, String):
            strings[inner.key.lower()] = _value(inner.value, strings, name, inner)[0]
        elif isinstance(inner, Entry):
            if len(found) == MOST_ITEMS:
                problem = f"it holds more than {MOST_ITEMS:,} entries."
                raise wrong(name, problem, line=_line(inner), hint="Import it in parts.")
            found.append((inner, _values(inner, strings, name)))
    return found


def _refuse_broken(block: Block, name: str) -> None:
    if not isinstance(block, ParsingFailedBlock) or isinstance(
        block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock
    ):
        return
    said = str(getattr(block.error, "abort_reason", block.error))
    begun = " ".join((block.raw or "").split())[:40]
    problem = f"the entry that begins {begun!r} is broken: {said.strip().rstrip('.')}."
    raise wrong(name, problem, line=_line(block), hint=_NEXT)


def _inner(block: Block) -> Block:
    """Return the entry of a block; two entries of one key, or of one field twice, are entries."""
    while isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
        if block.ignore_error_block is None:
            break
        block = block.ignore_error_block
    return block


def _line(block: Block) -> int:
    return (block.start_line or 0) + 1


def _values(entry: Entry, strings: Mapping[str, str], name: str) -> Values:
    """Return the values of an entry; of a field that stands twice, all under names of their own."""
    fields: dict[str, str] = {}
    findings: list[Finding] = []
    for field in entry.fields:
        key = field.key.lower()
        value, unknown = _value(str(field.value), strings, name, entry)
        if unknown:
            findings.append(Finding(key, f"no @string named {unknown!r} stands before it."))
        if key not in fields:
            fields[key] = value
        elif fields[key] != value:
            findings.append(
                Finding(key, f"it stands twice; the first is taken, not {value[:60]!r}.")
            )
            fields[f"{key}-again-{len(fields)}"] = value
    return Values(fields, tuple(findings))


def _value(written: str, strings: Mapping[str, str], name: str, block: Block) -> tuple[str, str]:
    """Return a value with its strings put in, and the name of one that is not there."""
    found: list[str] = []
    unknown = ""
    for part in _parts(written):
        if part[:1] in ('"', "{"):
            found.append(part[1:-1])
        elif part.isdigit():
            found.append(part)
        elif part.lower() in strings:
            found.append(strings[part.lower()])
        else:
            found.append(part)
            unknown = unknown or ("" if month_of(part) else part)
    value = "".join(found)
    if len(value) > _LONGEST_VALUE:
        problem = f"a value of more than {_LONGEST_VALUE:,} characters."
        raise wrong(name, problem, line=_line(block), hint=_NEXT)
    return value, unknown[:60]


def _parts(written: str) -> Iterator[str]:
    """Yield the parts of a value that `#` joins, with what encloses them."""
    depth, quoted, begun = 0, False, 0
    if "#" not in written:
        yield written.strip()
        return
    for index, sign in enumerate(written):
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
        elif sign == '"' and depth == 0:
            quoted = not quoted
        elif sign == "#" and depth == 0 and not quoted:
            yield written[begun:index].strip()
            begun = index + 1
    yield written[begun:].strip()
