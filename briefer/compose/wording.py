"""The little syntax of the user's words: `**bold**`, and `[@record-id]` for a record's mark.

In: text of a card. Out: inlines and paragraphs. Must not know: slide kinds, layout.

A record that nobody knows becomes visible words and is never an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from briefer.compose.claims import mark_of, plain, unknown_record, with_mark
from briefer.compose.context import CardContext
from briefer.content import CiteMark, Inline, Para, Role, Text
from briefer.records.base import Record, Ref

_CITE = re.compile(r"\s*\[@(?P<ref>[^\]\s]+)\]")
_BOLD = re.compile(r"\*\*(?P<bold>[^*]+)\*\*")


def cited_records(words: str) -> tuple[Ref, ...]:
    """Return the ids of the records that words cite with `[@record-id]`, in order."""
    return tuple(match["ref"] for match in _CITE.finditer(words))


def inlines_of(words: str, records: Mapping[Ref, Record]) -> tuple[Inline, ...]:
    """Return words as runs and marks; neighbouring marks are joined into one."""
    found: tuple[Inline, ...] = ()
    end = 0
    for match in _BOLD.finditer(words):
        found = _with_marks(found, words[end : match.start()], records)
        found = _with_marks(found, match["bold"], records, bold=True)
        end = match.end()
    return _with_marks(found, words[end:], records)


def lines_of(words: str) -> tuple[str, ...]:
    """Return the lines of a field that are not blank; each is a point of its own."""
    return tuple(line.strip() for line in words.splitlines() if line.strip())


def reworded(
    context: CardContext,
    record: Record,
    *,
    proposed: str,
    fields: Iterable[str] = (),
) -> tuple[Inline, ...]:
    """Return what a slide says of a record, ending in the record's mark.

    The user's words for this record replace the proposed ones; the record's own mark is added
    unless they cite the record themselves.
    """
    words = context.words(record.id)
    if not words:
        return (Text(proposed), mark_of(record, *fields))
    inlines = inlines_of(" ".join(words.split()), context.records)
    if record.id in cited_records(words):
        return inlines
    return with_mark(inlines, mark_of(record, *fields))


def staff_points(
    context: CardContext, field: str, *, about: Record | None = None, role: Role = "point"
) -> tuple[Para, ...]:
    """Return the points that the user wrote in a field.

    A point without a mark of its own gets that of the record it is about; without such a record
    its mark is empty, so that it shows as uncited.
    """
    default = mark_of(about) if about else CiteMark(())
    paras = []
    for line in lines_of(context.words(field)):
        inlines = inlines_of(line, context.records)
        if not any(isinstance(inline, CiteMark) for inline in inlines):
            inlines = with_mark(inlines, default)
        paras.append(Para(inlines, role, about.id if about else None))
    return tuple(paras)


def staff_words(context: CardContext, field: str, role: Role = "body") -> tuple[Para, ...]:
    """Return a field's lines as paragraphs as the user wrote them: judgement, not claims."""
    return tuple(
        Para(inlines_of(line, context.records), role) for line in lines_of(context.words(field))
    )


def labelled(label: str, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return inlines with a bold label before them: "So what: ..."."""
    return (Text(f"{label} ", bold=True), *inlines)


def heading(words: str) -> Para:
    """Return the small heading over a panel."""
    return plain(words, "heading")


def _with_marks(
    found: tuple[Inline, ...], words: str, records: Mapping[Ref, Record], *, bold: bool = False
) -> tuple[Inline, ...]:
    """Return inlines with words after them, their `[@record-id]` turned into marks."""
    end = 0
    for match in _CITE.finditer(words):
        found = _with_text(found, words[end : match.start()], bold)
        end = match.end()
        ref = match["ref"]
        if ref in records:
            found = with_mark(found, mark_of(records[ref]))
        else:
            found = _with_text(found, f" {unknown_record(ref)}", bold)
    return _with_text(found, words[end:], bold)


def _with_text(inlines: tuple[Inline, ...], words: str, bold: bool) -> tuple[Inline, ...]:
    return (*inlines, Text(words, bold=bold)) if words else inlines
