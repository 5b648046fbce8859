"""The manifest: frozen values that say which record each shape of a deck came from.

In: nothing. Out: the vocabulary that writers fill and readers give back. docs/provenance.md
describes each field. Must not know: files, boxes.

A field without a default is one that every manifest has; fields may be added, with a default, and
readers pass over those they do not know.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefer.records.base import Ref

FORMAT = 1
"""The number of the form that this Briefer writes and reads."""

FAMILY = "urn:briefer:provenance:"
SCHEMA = f"{FAMILY}{FORMAT}"
"""The namespace of the manifest's XML, which is also the schema that its part names."""


DATA = "data"
"""Where a chart's claims stand: in its numbers."""


@dataclass(frozen=True, slots=True)
class BriefingFacts:
    """What the deck was made of: the briefing's own words for itself, and its digest.

    `overrides` names the checks whose errors did not hold the export back; reasons are not told.
    """

    title: str
    digest: str
    subtitle: str = ""
    audience: str = ""
    date: str = ""
    marking: str = ""
    style: str = ""
    template: str = ""
    overrides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CardFacts:
    """A card of the briefing: what to compose again. `worded` names fields the user wrote.

    The words themselves are not here: those that are shown stand on the slides.
    """

    index: int
    kind: str
    section: str = ""
    records: tuple[Ref, ...] = ()
    options: tuple[str, ...] = ()
    worded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """A record that the deck shows or cites, as it was: revision and digest."""

    id: Ref
    revision: int
    digest: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class CiteFacts:
    """What a cite number stands for: a source, and where in it. `letter` is the work's."""

    number: int
    source: Ref
    letter: str = ""
    label: str = ""
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One paragraph of a shape and what it shows.

    `at` is the paragraph ("2") or, in a table, row, column and paragraph ("3.1.1"), from 1; for a
    chart it is `DATA`, and "" where a shape shows a record without words (a picture, a line).
    `record` is the record it speaks of, "" for staff's own words; `cited` are the other records
    whose citations it carries. `field` is the record's field whose words it repeats. `digest` is
    that of its words without citation markers, "" where it has none.
    """

    at: str
    digest: str = ""
    record: Ref = ""
    cited: tuple[Ref, ...] = ()
    cites: tuple[int, ...] = ()
    role: str = ""
    field: str = ""

    @property
    def records(self) -> tuple[Ref, ...]:
        """All records it speaks of or cites."""
        return (self.record, *self.cited) if self.record else self.cited


@dataclass(frozen=True, slots=True)
class ShapeFacts:
    """A shape of a slide: its id and name there, the placeholder (`idx`) and place it fills.

    `digest` is that of all its words without raised citation markers.
    """

    id: int
    name: str
    idx: int | None = None
    place: str = ""
    digest: str = ""
    claims: tuple[Claim, ...] = ()

    @property
    def records(self) -> tuple[Ref, ...]:
        """The records it shows or cites, each once."""
        return tuple(dict.fromkeys(ref for claim in self.claims for ref in claim.records))


@dataclass(frozen=True, slots=True)
class SlideFacts:
    """A slide of the deck: page `part` of `parts` of the slide `key`, from card `card`.

    `id` is the slide's in the presentation, which stays when slides are moved; `notes` is the
    digest of its speaker notes.
    """

    number: int
    id: int
    key: str
    kind: str
    title: str
    part: int = 1
    parts: int = 1
    card: int | None = None
    section: str = ""
    notes: str = ""
    shapes: tuple[ShapeFacts, ...] = ()

    @property
    def records(self) -> tuple[Ref, ...]:
        """The records that its shapes show or cite, each once."""
        return tuple(dict.fromkeys(ref for shape in self.shapes for ref in shape.records))


@dataclass(frozen=True, slots=True)
class Manifest:
    """All of it. `library` is the digest of the records listed, `briefer` the version."""

    briefer: str
    library: str
    briefing: BriefingFacts
    cards: tuple[CardFacts, ...] = ()
    records: tuple[RecordFacts, ...] = ()
    cites: tuple[CiteFacts, ...] = ()
    slides: tuple[SlideFacts, ...] = ()

    def record(self, ref: Ref) -> RecordFacts | None:
        """Return what is known of a record, None if it is not listed."""
        return next((record for record in self.records if record.id == ref), None)

    def showing(self, ref: Ref) -> Iterator[tuple[SlideFacts, ShapeFacts]]:
        """Yield every shape that shows or cites a record, with its slide."""
        for slide in self.slides:
            for shape in slide.shapes:
                if ref in shape.records:
                    yield slide, shape
