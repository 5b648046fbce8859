"""What records quote, and how each quotation stands to the texts of its sources.

In: records and the texts that are held. Out: a `Quotation` for each: verified with its passage,
altered with the difference, or not held. Must not know: where texts are kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from briefer.records.base import Record, Ref
from briefer.records.passages import Held, Part, Verdict, around, compare, standing
from briefer.records.statement import Statement

State: TypeAlias = Literal["verified", "altered", "not-held"]

Quoted: TypeAlias = tuple[str, tuple[Ref, ...], str]
"""Words that a record quotes: the field they stand in, the sources that may hold them, they."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Where in a source's text words stand: character offsets, and the text around them."""

    source: Ref
    name: str
    start: int
    stop: int
    before: str
    words: str
    behind: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation of a record and how it stands to the texts of its sources.

    `passage` is where it stands; of an altered one the nearest, None where nothing is like it.
    `marked` tells that the quoter's brackets or dots stand in it. `parts` are the difference by
    words of an altered one and `count` how many words differ. `missing` are the sources that may
    have the words and whose text is not held.
    """

    record: Ref
    field: str
    words: str
    sources: tuple[Ref, ...]
    state: State
    passage: Passage | None = None
    marked: bool = False
    parts: tuple[Part, ...] = ()
    count: int = 0
    missing: tuple[Ref, ...] = ()


def quotations(record: Record) -> Iterator[Quoted]:
    """Yield what a record quotes: a statement's verbatim text, and the words of its citations.

    The text may stand in any of the sources that are cited for it.
    """
    if isinstance(record, Statement) and record.verbatim:
        sources = [c.source for c in record.citations if c.supports in (None, "text")]
        if sources:
            yield "text", tuple(dict.fromkeys(sources)), record.text
    for index, citation in enumerate(record.citations):
        if citation.quote:
            yield f"citations[{index + 1}].quote.exact", (citation.source,), citation.quote.exact


def judged(record: Ref, quoted: Quoted, texts: Mapping[Ref, Held]) -> Quotation:
    """Return a quotation with its state; `texts` are those held of its sources.

    Words that no held text has are not called altered while another source may have them.
    """
    field, sources, words = quoted
    held = [texts[source] for source in sources if source in texts]
    missing = tuple(source for source in sources if source not in texts)
    verdict = standing(words, held) if missing else compare(words, held)
    passage = _passage(verdict, texts)
    if verdict and verdict.stands:
        marked = verdict.state == "marked"
        return Quotation(record, field, words, sources, "verified", passage, marked)
    if verdict is None:
        return Quotation(record, field, words, sources, "not-held", missing=missing)
    return Quotation(
        record, field, words, sources, "altered", passage, parts=verdict.parts, count=verdict.count
    )


def _passage(verdict: Verdict | None, texts: Mapping[Ref, Held]) -> Passage | None:
    if verdict is None or verdict.stop <= verdict.start:
        return None
    held = texts[verdict.source]
    before, behind = around(held.text, verdict.start, verdict.stop)
    return Passage(
        held.source, held.name, verdict.start, verdict.stop, before, verdict.passage, behind
    )
