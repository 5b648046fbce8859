"""What an export knows of a deck's origins, and the manifest it makes of what shapes show.

In: the briefing's facts, the records, what cite numbers stand for; then slides with their shapes.
Out: claims and a `Manifest`. Must not know: boxes, packages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from briefer.provenance.digests import (
    normal_digest,
    normalised,
    record_digest,
    records_digest,
)
from briefer.provenance.fields import field_repeated, texts_of
from briefer.provenance.manifest import (
    BriefingFacts,
    CardFacts,
    CiteFacts,
    Claim,
    Manifest,
    RecordFacts,
    SlideFacts,
)
from briefer.records.base import Record, Ref


@dataclass(frozen=True)
class Origins:
    """Where a deck comes from: `version` of Briefer, briefing, cards, cite numbers, records."""

    version: str
    briefing: BriefingFacts
    cards: tuple[CardFacts, ...] = ()
    cites: tuple[CiteFacts, ...] = ()
    records: Mapping[Ref, Record] = field(default_factory=dict)
    _texts: dict[Ref, tuple[tuple[str, str], ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def claim(
        self,
        at: str,
        words: str,
        *,
        record: Ref = "",
        cited: Iterable[Ref] = (),
        cites: Iterable[int] = (),
        role: str = "",
    ) -> Claim:
        """Return the claim of a paragraph's words, citation markers left out of them."""
        said = normalised(words) if words.strip() else ""
        return Claim(
            at=at,
            digest=normal_digest(said) if said else "",
            record=record,
            cited=tuple(ref for ref in dict.fromkeys(cited) if ref != record),
            cites=tuple(sorted(set(cites))),
            role=role,
            field=field_repeated(self._texts_of(record), said) if said and record else "",
        )

    def _texts_of(self, ref: Ref) -> tuple[tuple[str, str], ...]:
        """Return a record's texts as they are compared, made once for a deck that repeats them."""
        if ref not in self._texts:
            known = self.records.get(ref)
            self._texts[ref] = texts_of(known) if known else ()
        return self._texts[ref]

    def revision(self, ref: Ref) -> int:
        """Return the revision of a record, 0 for one that is not there."""
        known = self.records.get(ref)
        return known.revision if known else 0

    def manifest(self, slides: Sequence[SlideFacts]) -> Manifest:
        """Return the manifest of slides, with the records they show or cite and no others."""
        numbers = {n for slide in slides for shape in slide.shapes for n in _numbers(shape.claims)}
        cites = tuple(cite for cite in self.cites if cite.number in numbers)
        shown = {ref for slide in slides for ref in slide.records}
        shown |= {cite.source for cite in cites}
        records = tuple(self._facts(ref) for ref in sorted(shown) if ref in self.records)
        return Manifest(
            briefer=self.version,
            library=records_digest((record.id, record.digest) for record in records),
            briefing=self.briefing,
            cards=self.cards,
            records=records,
            cites=cites,
            slides=tuple(slides),
        )

    def _facts(self, ref: Ref) -> RecordFacts:
        record = self.records[ref]
        return RecordFacts(ref, record.revision, record_digest(record), record.label)


def _numbers(claims: Iterable[Claim]) -> Iterator[int]:
    for claim in claims:
        yield from claim.cites
