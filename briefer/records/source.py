"""The source record: a bibliographic item in the terms of CSL-JSON."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from briefer.records.base import Record
from briefer.records.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Name:
    """A creator as CSL-JSON names one: family and given, or literal."""

    family: str | None = None
    given: str | None = None
    literal: str | None = None

    @property
    def full(self) -> str:
        """The name in reading order."""
        return self.literal or " ".join(part for part in (self.given, self.family) if part)


@dataclass(frozen=True, kw_only=True)
class Source(Record):
    """A CSL-JSON item, plus what we know of its verification.

    Field names in files are CSL's own (`container-title`, `URL`); CSL's `type` is `csl_type`,
    because `type` is the record's. Unknown fields are absent and listed in `unknown`.
    """

    type: ClassVar[str] = "source"

    csl_type: str
    title: str
    author: tuple[Name, ...] = ()
    issued: PartialDate | None = None
    container_title: str | None = field(default=None, metadata={"key": "container-title"})
    container_title_short: str | None = field(
        default=None, metadata={"key": "container-title-short"}
    )
    section: str | None = None
    publisher: str | None = None
    authority: str | None = None
    genre: str | None = None
    number: str | None = None
    volume: str | None = None
    issue: str | None = None
    page: str | None = None
    doi: str | None = field(default=None, metadata={"key": "DOI"})
    url: str | None = field(default=None, metadata={"key": "URL"})
    language: str | None = None
    accessed: PartialDate | None = None
    verification: str = "partial"
    short: str | None = None
    unknown: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The short form, or the title."""
        return self.short or self.title
