"""Sources that are likely one: the same DOI, the same address, or the same title and date.

In: sources. Out: why two are alike. All of a library are compared with all of a file at once,
through what they have in common, never pair by pair.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from briefer.bibliography.csl import bare_doi
from briefer.records import Ref, Source

SAME_DOI = "the same DOI"
SAME_ADDRESS = "the same address"
SAME_TITLE = "the same title and date"
SAME_TITLE_ALONE = "the same title; one of them has no date"

_MOST_COMPARED = 50
_TRACKING = re.compile(r"^(?:utm_[a-z]+|fbclid|gclid)=", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Likeness:
    """A source that another resembles, and why."""

    ref: Ref
    reason: str


class Index:
    """Sources by what tells them: DOI, address, title."""

    def __init__(self) -> None:
        self._by_doi: dict[str, Ref] = {}
        self._by_address: dict[str, Ref] = {}
        self._by_title: dict[str, list[Source]] = {}

    def add(self, source: Source) -> None:
        """Take a source up; of two with one DOI or address the first is told."""
        if doi := normal_doi(source.doi):
            self._by_doi.setdefault(doi, source.id)
        if address := normal_address(source.url):
            self._by_address.setdefault(address, source.id)
        if title := letters(source.title):
            self._by_title.setdefault(title, []).append(source)

    def like(self, source: Source) -> Likeness | None:
        """Return the source that one resembles, the surest likeness first."""
        return next(self._likenesses(source), None)

    def _likenesses(self, source: Source) -> Iterator[Likeness]:
        doi = normal_doi(source.doi)
        if doi in self._by_doi and doi:
            yield Likeness(self._by_doi[doi], SAME_DOI)
        address = normal_address(source.url)
        if address in self._by_address and address:
            yield Likeness(self._by_address[address], SAME_ADDRESS)
        found = self._by_title.get(letters(source.title), ())[:_MOST_COMPARED]
        for other in found:
            if _of_one_date(source, other):
                yield Likeness(other.id, SAME_TITLE)
        for other in found:
            if source.issued is None or other.issued is None:
                yield Likeness(other.id, SAME_TITLE_ALONE)


def normal_doi(doi: str | None) -> str:
    """Return a DOI in small letters without what programs put before it, "" where there is none."""
    return bare_doi(doi or "").lower()


def normal_address(url: str | None) -> str:
    """Return an address without scheme, `www.`, place in the page, tracking and last slash."""
    text = (url or "").strip()
    try:
        parts = urlsplit(text)
    except ValueError:
        return text.lower()
    host = parts.netloc.lower().removeprefix("www.")
    asked = [one for one in parts.query.split("&") if one and not _TRACKING.match(one)]
    path = parts.path.rstrip("/")
    return f"{host}{path}?{'&'.join(asked)}" if asked else f"{host}{path}"


def letters(text: str) -> str:
    """Return words in small letters without accents and signs."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    kept = (sign for sign in plain if not unicodedata.combining(sign))
    return " ".join("".join(sign if sign.isalnum() else " " for sign in kept).split())


def _of_one_date(source: Source, other: Source) -> bool:
    """Return whether two sources are dated and their dates have a day in common."""
    dates = source.issued, other.issued
    if dates[0] is None or dates[1] is None:
        return False
    begins = [date.earliest or datetime.date.min for date in dates if date]
    ends = [date.latest or datetime.date.max for date in dates if date]
    return max(begins) <= min(ends)
