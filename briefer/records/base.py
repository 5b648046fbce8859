"""What all records share: identity, citations, vocabulary words. Knows nothing of slides or SQL."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

Ref: TypeAlias = str
"""The id of a record: `<type>/<slug>`, globally unique and stable."""


@dataclass(frozen=True, slots=True)
class Locator:
    """Where in a source a claim stands, e.g. label `note`, value `33-35`."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in a source's text (W3C TextQuoteSelector)."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """The link from a record to a source.

    `supports` names the one field that the citation is for, if not the whole record;
    `underlying` is a document that the source itself relies on and is never what a claim cites.
    """

    source: Ref
    locator: Locator | None = None
    quote: Quote | None = None
    supports: str | None = None
    underlying: Ref | None = None


@dataclass(frozen=True, kw_only=True)
class Record:
    """What we know, with its citations.

    The store keeps the last four fields, text files do not hold them: where the record is from
    (`bundled` or `user`), how often it was changed, when last (ISO 8601, UTC) and by whom.
    """

    type: ClassVar[str]

    id: Ref
    citations: tuple[Citation, ...] = ()
    topics: tuple[str, ...] = ()
    substances: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    marking: str | None = None
    note: str | None = None
    origin: str = "bundled"
    revision: int = 1
    changed_at: str | None = None
    changed_by: str | None = None

    @property
    def label(self) -> str:
        """The record's name in lists and messages."""
        raise AssertionError(f"{type(self).__name__} has no label")

    def links(self) -> Iterator[Ref]:
        """Yield every record this one points to, sources of its citations included."""
        for citation in self.citations:
            yield citation.source
            if citation.underlying:
                yield citation.underlying
