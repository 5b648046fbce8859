"""Making a style out of a form for each kind of source.

In: the forms and what else a style decides. Out: a `Style`. Must not know: any style's words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from briefer.citations.styles.base import Style
from briefer.citations.styles.kinds import Kind, kind_of
from briefer.citations.styles.pinpoints import cited_by
from briefer.citations.styles.runs import Runs, ended, join, merged, words_of
from briefer.content import Inline, Text
from briefer.records.base import Locator
from briefer.records.source import Source

Form: TypeAlias = Callable[[Source, str], Runs]
"""A source, and the page that is cited where the form has its own place for it ("" for none)."""

_EXPECTED = {"author": "author", "issued": "date", "volume": "volume", "page": "page"}
"""The fields whose absence the entry of a work names, with the words for them."""
_WORDED = (
    *("title", "container_title", "container_title_short", "section", "publisher", "authority"),
    *("genre", "number", "volume", "issue", "page"),
)
_WHOLE: frozenset[Kind] = frozenset({"book", "chapter", "report"})
_RESOLVER = "https://doi.org/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """What a style decides.

    `place` words a pinpoint at a slide's foot and in the list of numbers, `long_place` in the whole
    citation, and `page` a cited page inside a form, for which the kinds `paged` have room.
    `address` puts an address behind a citation, which it ends too.
    """

    forms: Mapping[Kind, Form]
    short: Callable[[Source], str]
    place: Callable[[Locator | None], str]
    long_place: Callable[[Locator | None], str]
    page: Callable[[Locator], str]
    paged: frozenset[Kind]
    address: Callable[[Runs, str], Runs]
    resolver_first: bool = False


def made(name: str, label: str, manner: Manner) -> Style:
    """Return the style of a name and label that words citations in this manner."""

    def work(source: Source, labels: tuple[str, ...]) -> tuple[Inline, ...]:
        known = tidied(source)
        return tuple(told(ended(manner.forms[kind_of(known)](known, "")), source, labels))

    def short(source: Source) -> str:
        return source.short or manner.short(tidied(source))

    def full(source: Source, locator: Locator | None) -> str:
        return words_of(_full(tidied(source), locator, manner))

    return Style(name, label, work, short, manner.place, full)


def tidied(source: Source) -> Source:
    """Return a source whose fields begin and end in words; blank ones are not known."""
    tidy: dict[str, Any] = {}
    for name in _WORDED:
        text = getattr(source, name)
        if text and (words := _tidy(text)) != text:
            tidy[name] = words
    return replace(source, **tidy) if tidy else source


def _tidy(text: str) -> str:
    """Return words without spare blanks, and without a mark behind them that a style would set."""
    return " ".join(text.split()).rstrip(",;: ")


def told(entry: Runs, source: Source, labels: tuple[str, ...]) -> Runs:
    """Return the entry of a work, followed by what it lacks and how it is cited."""
    after = " ".join(part for part in (lacking(source), cited_by(labels)) if part)
    return merged([*entry, Text(f" {after}" if after else "")])


def lacking(source: Source) -> str:
    """Return "Date, volume and page not known." for what a reader would look for in vain."""
    missing = [word for name, word in _EXPECTED.items() if name in source.unknown]
    if not missing:
        return ""
    *first, last = missing
    listed = f"{', '.join(first)} and {last}" if first else last
    return f"{listed[:1].upper()}{listed[1:]} not known."


def address_of(source: Source, *, resolver_first: bool) -> str:
    """Return where a source is found: its URL or its DOI's address, the one or the other first."""
    doi = (source.doi or "").removeprefix(_RESOLVER).strip()
    resolved, url = f"{_RESOLVER}{doi}" if doi else "", (source.url or "").strip()
    return (resolved or url) if resolver_first else (url or resolved)


def _has_room(source: Source, kind: Kind, manner: Manner) -> bool:
    """Return whether the form has a place for a page: behind the first one, or in a whole book."""
    placed = bool(source.page and (source.container_title_short or source.container_title))
    return kind in manner.paged and (kind in _WHOLE or placed)


def _full(source: Source, locator: Locator | None, manner: Manner) -> Runs:
    kind = kind_of(source)
    inside = locator is not None and locator.label == "page" and _has_room(source, kind, manner)
    page = manner.page(locator) if locator and inside else ""
    place = "" if inside else manner.long_place(locator)
    cited = join(manner.forms[kind](source, page), place)
    address = address_of(source, resolver_first=manner.resolver_first)
    return manner.address(cited, address) if address else ended(cited)
