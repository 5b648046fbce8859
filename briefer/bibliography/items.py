"""What a file of sources was read as: its items, what was found in them, what has no field here.

In: nothing; values. Out: nothing. Must not know: formats, the store.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefer.errors import BibliographyError
from briefer.records import Source

MOST_BYTES = 64_000_000
"""The largest file that is read."""

MOST_ITEMS = 20_000
"""The most sources that one file may hold."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is doubtful in an item, and in which field of the file."""

    field: str
    message: str


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A field of the file for which a source has none, or whose value is not understood.

    `kept` says whether its value stands in the source's note, from where it goes out again.
    """

    field: str
    value: str
    kept: bool = True


@dataclass(frozen=True, slots=True)
class RawItem:
    """An item as a format's reader hands it over, in the terms of CSL-JSON.

    `foreign` are fields that CSL does not have, under their names in the format
    (`bibtex:file`); `extension` is what Briefer itself wrote into the file.
    """

    number: int
    key: str
    csl: Mapping[str, object]
    line: int | None = None
    foreign: Mapping[str, str] = field(default_factory=dict)
    extension: Mapping[str, object] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a file: the source it says, or in `problem` why it is none.

    `number` counts the items from 1, `line` is where it begins, `key` what the file calls it.
    """

    number: int
    key: str
    title: str
    source: Source | None
    line: int | None = None
    problem: str = ""
    unplaced: tuple[Unplaced, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def place(self) -> str:
        """Where the item stands, in words: "item 3 (doe2020), line 41"."""
        named = f" ({self.key[:60]})" if self.key else ""
        return f"item {self.number}{named}" + (f", line {self.line}" if self.line else "")


@dataclass(frozen=True, slots=True)
class Bibliography:
    """A file of sources as read: its format, its encoding, its items, and what was odd about it."""

    name: str
    format: str
    encoding: str
    items: tuple[Item, ...]
    notes: tuple[str, ...] = ()


def nobody() -> None:
    """Listen to nobody."""


def wrong(
    name: str, problem: str, *, line: int | None = None, item: int | None = None, hint: str = ""
) -> BibliographyError:
    """Return an error that names the file, and the line or the item."""
    where = f", line {line}" if line else f", item {item}" if item else ""
    return BibliographyError(f"{name}{where}: {problem}", hint=hint)
