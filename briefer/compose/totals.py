"""What a deck's slides add up to: works and places cited, quotations, a fingerprint.

In: composed slides, the briefing and its records. Out: counts and a digest, for the slide that
tells where the deck comes from. Must not know: any one kind, layout. It counts what slides carry,
so it claims nothing that they do not show.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefer.content import Cite, CiteMark, Slide, inner_parts
from briefer.records.base import Record, Ref
from briefer.records.codec import to_pack
from briefer.records.gathered import Gathered
from briefer.records.statement import Statement
from briefer.storyboard.briefing import Briefing
from briefer.storyboard.form import BriefingFile, format_briefing

_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Totals:
    """Works cited and places in them, quotations, and the deck's fingerprint.

    Of the quotations so many were `compared` with the text of their source, and so many of those
    were `found` in it.
    """

    works: int = 0
    places: int = 0
    quotations: int = 0
    compared: int = 0
    found: int = 0
    fingerprint: str = ""


def totals_of(slides: Sequence[Slide], briefing: Briefing, records: Gathered) -> Totals:
    """Return the totals of slides that were made of a briefing and its records."""
    cites = tuple(_cites(tuple(slides)))
    used = {ref for slide in slides for ref in slide.records}
    used.update(ref for cite in cites for ref in (cite.source, cite.record))
    quoted = {quotation.text for slide in slides for quotation in slide.quotations}
    compared = _compared(quoted, used, records)
    return Totals(
        works=len({cite.source for cite in cites}),
        places=len({(cite.source, cite.locator) for cite in cites}),
        quotations=len(quoted),
        compared=len(compared),
        found=sum(compared.values()),
        fingerprint=fingerprint(briefing, (records[ref] for ref in used if ref in records)),
    )


def _compared(quoted: Collection[str], used: Iterable[Ref], records: Gathered) -> dict[str, bool]:
    """Return for each quotation that was compared whether it stands in its source's text."""
    spoken = (records[ref] for ref in sorted(used) if ref in records.compared and ref in records)
    compared: dict[str, bool] = {}
    for record in spoken:
        if isinstance(record, Statement) and record.text in quoted:
            same = records.compared[record.id]
            compared[record.text] = same and compared.get(record.text, True)
    return compared


def fingerprint(briefing: Briefing, records: Iterable[Record]) -> str:
    """Return a short digest of a briefing and of the records that its slides use.

    It is the same wherever and whenever the same briefing meets the same records, and another as
    soon as a word of either changes.
    """
    digest = hashlib.sha256(format_briefing(BriefingFile(briefing)).encode())
    for record in sorted(records, key=lambda record: record.id):
        told = json.dumps(to_pack(record), ensure_ascii=False, sort_keys=True)
        digest.update(b"\0" + told.encode())
    return digest.hexdigest()[:_DIGITS]


def _cites(value: object) -> Iterator[Cite]:
    """Yield every cite inside a value of slides."""
    if isinstance(value, CiteMark):
        yield from value.cites
        return
    for part in inner_parts(value):
        yield from _cites(part)
