"""The house style: note form, works in full, pinpoints short, never "ibid".

In: source records. Out: the forms of design page "slides", section 6. A field that is not known is
left out and named at the end, so that a citation shows what it lacks.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefer.citations.styles import wording
from briefer.citations.styles.kinds import KINDS, Kind
from briefer.citations.styles.making import Form, Manner, made
from briefer.citations.styles.pinpoints import page_of, pinpoint
from briefer.citations.styles.runs import (
    Runs,
    bracketed,
    ended,
    italic,
    join,
    merged,
    quoted,
    spaced,
)
from briefer.content import Text
from briefer.records.source import Source

_MOST_NAMED = 3


def article(source: Source, _page: str) -> Runs:
    """Return: author, "Title," Journal volume, no. issue (date): page."""
    issue = wording.numbered(source.issue, word="no.")
    volume = join(spaced(italic(source.container_title), source.volume), issue)
    named = join(_creators(source), join(quoted(source.title), volume))
    dated = spaced(named, bracketed(wording.long_date(source)))
    return join(dated, wording.dashed(source.page), by=": ")


def web(source: Source, _page: str) -> Runs:
    """Return: author, "Title," Site (publisher, date)."""
    named = join(_creators(source), quoted(source.title), italic(source.container_title))
    return spaced(named, bracketed(source.publisher, wording.long_date(source)))


def book(source: Source, _page: str) -> Runs:
    """Return: author, Title, genre number (publisher, date)."""
    kind = spaced(source.genre, source.number)
    named = join(_creators(source), italic(source.title), kind)
    return spaced(named, bracketed(source.publisher, wording.long_date(source)))


def document(source: Source, _page: str) -> Runs:
    """Return: author or authority, Title, genre number, where it appeared (publisher, date)."""
    by = _creators(source)
    named = join(by or source.authority, source.title, *_placed(source))
    body = source.authority if by else None
    return spaced(named, bracketed(body, source.publisher, wording.long_date(source)))


def act(source: Source, _page: str) -> Runs:
    """Return: Title, genre number, where it appeared (authority, date)."""
    return spaced(join(source.title, *_placed(source)), _authorized(source))


def case(source: Source, _page: str) -> Runs:
    """Return: Title in italics, genre number, where it appeared (court, date)."""
    return spaced(join(italic(source.title), *_placed(source)), _authorized(source))


def _placed(source: Source) -> tuple[str, Runs]:
    """Return what a document is with its number, and volume, series, page or section."""
    section = wording.section_number(source)
    pages, known = wording.dashed(source.page), italic(source.container_title)
    where = spaced(source.volume, known, pages) if known else []
    by = " " if section.startswith("§") else ", "
    return wording.kind_words(source, word=""), join(where, section, by=by)


def _authorized(source: Source) -> str:
    return bracketed(source.authority, source.publisher, wording.long_date(source))


def _addressed(cited: Runs, address: str) -> Runs:
    """Return a citation with its full stop, then the address."""
    return merged([*ended(cited), Text(f" {address}")])


def _creators(source: Source) -> str:
    """Return up to three authors, the first of four and more."""
    people = wording.names(source)
    return wording.and_others(people, most=_MOST_NAMED, link="and", serial=False)


def _short(source: Source) -> str:
    """Return up to two authors, or the first of more, and the year; else the title."""
    people = wording.families(source)
    if not people:
        return source.title
    named = wording.and_others(people, most=2, link="and")
    year = source.issued.year if source.issued else None
    return f"{named} ({year})" if year else named


_OWN: Mapping[Kind, Form] = {
    "journal article": article,
    "web article": web,
    "web page": web,
    "statute": act,
    "bill": act,
    "treaty": act,
    "case": case,
    "indictment": case,
    "newspaper": web,
    "chapter": web,
    "book": book,
    "report": book,
}
FORMS: Mapping[Kind, Form] = {kind: _OWN.get(kind, document) for kind in KINDS}

HOUSE = made(
    "house",
    "House (numbered notes)",
    Manner(
        forms=FORMS,
        short=_short,
        place=pinpoint,
        long_place=pinpoint,
        page=page_of,
        paged=frozenset(),
        address=_addressed,
    ),
)

short = HOUSE.short
"""The name of a work at a slide's foot: its own short form, else author and year."""
work = HOUSE.work
"""The entry of a work on the sources slide, ending in how it is cited."""
full = HOUSE.full
"""The whole citation as plain text, with its pinpoint and address."""

__all__ = ["FORMS", "HOUSE", "full", "short", "work"]
