"""Claims and their marks: every fact of a record ends in the mark of its citations.

In: records and inlines. Out: inlines that end in a `CiteMark`. Must not know: numbers, layout.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefer.content import Cite, CiteMark, Inline, Para, Role, Text
from briefer.records.base import Record, Ref


def mark_of(record: Record, *fields: str) -> CiteMark:
    """Return the mark of a record's citations, each (source, locator) once.

    With `fields`, citations that support only another field are left out; if that leaves none,
    the record's other citations do not vouch for the claim and the mark is empty ("[uncited]").
    """
    cites: dict[tuple[object, object], Cite] = {}
    for citation in record.citations:
        if fields and citation.supports and citation.supports not in fields:
            continue
        place = (citation.source, citation.locator)
        cites.setdefault(place, Cite(citation.source, citation.locator, record.id))
    return CiteMark(tuple(cites.values()))


def merged(marks: Iterable[CiteMark]) -> CiteMark:
    """Return one mark with the cites of several, each (source, locator) once."""
    cites: dict[tuple[object, object], Cite] = {}
    for mark in marks:
        for cite in mark.cites:
            cites.setdefault((cite.source, cite.locator), cite)
    return CiteMark(tuple(cites.values()))


def with_mark(inlines: tuple[Inline, ...], mark: CiteMark) -> tuple[Inline, ...]:
    """Return inlines that end in the mark, joined with a mark that already ends them."""
    if inlines and isinstance(inlines[-1], CiteMark):
        return (*inlines[:-1], merged((inlines[-1], mark)))
    return (*inlines, mark)


def parted(inlines: Iterable[Inline]) -> tuple[tuple[Inline, ...], CiteMark | None]:
    """Return words without their marks, and one mark of all of them, None where they have none.

    A table has its marks in a column of their own, so that no cell needs a superscript.
    """
    told = tuple(inlines)
    marks = [item for item in told if isinstance(item, CiteMark)]
    words = tuple(item for item in told if not isinstance(item, CiteMark))
    return words, merged(marks) if marks else None


def claim(words: str, record: Record, fields: Iterable[str] = (), *, role: Role = "point") -> Para:
    """Return a paragraph that states a record's fact and ends in the record's mark."""
    return Para((Text(words), mark_of(record, *fields)), role, record.id)


def plain(words: str, role: Role = "body", origin: Ref | None = None) -> Para:
    """Return a paragraph of one run of plain words: a label, a heading, staff's own line."""
    return Para((Text(words),), role, origin)


def within(points: Iterable[Para], room: int) -> tuple[Para, ...]:
    """Return the first points that together have at most `room` characters; longer ones are passed.

    Only points that nobody asked for are chosen so; what a person picked is never left out.
    """
    chosen: list[Para] = []
    for point in points:
        if len(point.text) <= room:
            chosen.append(point)
            room -= len(point.text)
    return tuple(chosen)


def unknown_record(ref: Ref) -> str:
    """Return the visible words that stand where a record is missing."""
    return f"[unknown record {ref}]"


def placeholder(ref: Ref, role: Role = "point") -> Para:
    """Return the visible paragraph that stands where a record is missing."""
    return plain(unknown_record(ref), role, ref)
