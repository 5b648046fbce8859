"""What a style leaves out of a source, found by looking for it in what the style prints.

In: a source and its citation as plain words. Out: the names of the fields that a reader would need
and does not find. Must not know: the style or its processor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefer.citations.styles.kinds import Kind, kind_of
from briefer.records.source import Source

_PUNCTUATION = re.compile(r"[^\w]+")
_PLACED: frozenset[Kind] = frozenset(
    ("journal article", "case", "executive order", "presidential determination", "rule", "treaty")
    + ("statute",)
)
"""Kinds that are found by volume, series and first page."""
_BY_BODY: frozenset[Kind] = frozenset(
    ("press release", "UN resolution", "UN meeting record", "indictment", "case", "document")
)
"""Kinds of which a reader must know who gave them out."""
_UNTITLED: frozenset[Kind] = frozenset(("UN resolution", "executive order", "treaty"))
"""Kinds that manuals name by number, or shorten."""


def left_out(source: Source, printed: str) -> tuple[str, ...]:
    """Return the names of fields whose values a citation does not show, in the order of a form.

    A value counts as shown however it is cased, spaced and punctuated; a work's container also by
    its short name, a page by its first page.
    """
    said = _plain(printed)
    return tuple(name for name, values in _wanted(source) if not any(_in(v, said) for v in values))


def _wanted(source: Source) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what a reader needs of a source of its kind: the field, and the forms it may have."""
    kind = kind_of(source)
    if source.author:
        first = source.author[0]
        yield "author", (first.family or first.full,)
    if kind not in _UNTITLED:
        yield "title", (source.title,)
    if source.number:
        yield "number", (source.number, *_resolution(source.number))
    bodies = tuple(body for body in (source.authority, source.publisher) if body)
    if bodies and kind in _BY_BODY:
        yield ("court" if kind in ("case", "indictment") else "agency"), bodies
    series = tuple(name for name in (source.container_title, source.container_title_short) if name)
    if series and kind != "speech":
        yield "where it appeared", series
    if kind in _PLACED:
        if source.volume:
            yield "volume", (source.volume,)
        if source.page:
            yield "page", (re.split(r"[-\N{EN DASH}]", source.page)[0],)
    if source.issued and source.issued.year:
        yield "year", (str(source.issued.year),)


def _resolution(number: str) -> tuple[str, ...]:
    """Return the short form of the number of a resolution: "78/131"."""
    return (number.rpartition("/RES/")[2],) if "/RES/" in number else ()


def _in(value: str, said: str) -> bool:
    """Return whether a value stands in words, as words of its own."""
    wanted = _plain(value)
    return not wanted or f" {wanted} " in f" {said} "


def _plain(text: str) -> str:
    """Return letters and digits of a text in small letters; digits of a number stay together."""
    joined = re.sub(r"(?<=\d),(?=\d{3}\b)|['\N{RIGHT SINGLE QUOTATION MARK}]", "", text.casefold())
    return _PUNCTUATION.sub(" ", joined).strip()
