"""What became of each shape since the export: as exported, changed, gone.

In: a deck as it stands, with its manifest. Out: the manifest's slides and shapes, each with its
counterpart. A shape is known again by its tags, else by id and name, else by its words, else by its
placeholder: PowerPoint keeps all of these, LibreOffice the words alone (docs/provenance.md).
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from briefer.provenance.manifest import Claim, Manifest, ShapeFacts, SlideFacts
from briefer.provenance.tags import Tagged, TaggedClaim
from briefer.roundtrip.reader import FoundDeck, FoundSlide
from briefer.roundtrip.shapes import FoundShape

State: TypeAlias = Literal["as exported", "changed", "gone"]


@dataclass(frozen=True, slots=True)
class ComparedShape:
    """A shape of the manifest, what it is now (None if gone), and the state of each claim."""

    facts: ShapeFacts
    found: FoundShape | None
    slide: int | None
    claims: tuple[tuple[Claim, State], ...]

    @property
    def state(self) -> State:
        """Whether its claims, or without claims its words, stand as exported."""
        if self.found is None:
            return "gone"
        if not self.claims:
            return "as exported" if self.found.digest == self.facts.digest else "changed"
        changed = any(state != "as exported" for _, state in self.claims)
        return "changed" if changed else "as exported"


@dataclass(frozen=True, slots=True)
class ComparedSlide:
    """A slide of the manifest and the slide it is now, None if it is gone."""

    facts: SlideFacts
    found: FoundSlide | None
    shapes: tuple[ComparedShape, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """A deck beside its manifest; `added` are slides that the export did not make."""

    slides: tuple[ComparedSlide, ...]
    added: tuple[FoundSlide, ...]


def compare(deck: FoundDeck, manifest: Manifest) -> Compared:
    """Return what became of each slide and shape of the manifest."""
    places = _Places.of(deck, manifest)
    slides = tuple(_slide(facts, places.slide(facts), places) for facts in manifest.slides)
    known = {slide.found.number for slide in slides if slide.found}
    return Compared(slides, tuple(slide for slide in deck.slides if slide.number not in known))


@dataclass(frozen=True, slots=True)
class Copied:
    """A shape that came from another deck, by its tags, and the state of each claim."""

    slide: int
    shape: FoundShape
    tagged: Tagged
    claims: tuple[tuple[TaggedClaim, State], ...]


def copied(deck: FoundDeck) -> tuple[Copied, ...]:
    """Return the shapes that are tagged for another briefing than the deck's manifest is of."""
    own = deck.manifest.briefing.digest if deck.manifest else ""
    return tuple(
        Copied(slide.number, shape, tags, tuple((c, _state(c, shape.digests)) for c in tags.claims))
        for slide in deck.slides
        for shape in slide.shapes
        if (tags := shape.tagged) and tags.briefing != own
    )


_Key: TypeAlias = tuple[str, int, str]
_Place: TypeAlias = tuple[FoundSlide, FoundShape]


@dataclass(frozen=True, slots=True)
class _Places:
    """Where in a deck slides and shapes are found again: by id, by tag, by their words."""

    slides: Mapping[int, FoundSlide]
    tagged: Mapping[_Key, _Place]
    saying: Mapping[str, tuple[_Place, ...]]

    @classmethod
    def of(cls, deck: FoundDeck, manifest: Manifest) -> _Places:
        """Return the places of a deck; of several copies of a tagged shape the first counts."""
        tagged: dict[_Key, _Place] = {}
        saying: dict[str, list[_Place]] = {}
        for slide in deck.slides:
            for shape in slide.shapes:
                tags = shape.tagged
                if tags and tags.briefing == manifest.briefing.digest:
                    key = (tags.slide, tags.part, tags.name.casefold())
                    tagged.setdefault(key, (slide, shape))
                for digest in {*shape.digests, shape.digest} - {""}:
                    saying.setdefault(digest, []).append((slide, shape))
        by_id = {slide.id: slide for slide in reversed(deck.slides)}
        return cls(by_id, tagged, {digest: tuple(found) for digest, found in saying.items()})

    def slide(self, facts: SlideFacts) -> FoundSlide | None:
        """Return the slide of that id, unless none of its words stand there but elsewhere.

        LibreOffice numbers slides anew, so that a moved slide has another one's id.
        """
        same = self.slides.get(facts.id)
        said: Counter[int] = Counter()
        slides: dict[int, FoundSlide] = {}
        for shape in facts.shapes:
            keyed = self.tagged.get((facts.key, facts.part, shape.name.casefold()))
            for slide, _ in (*self.saying.get(shape.digest, ()), *([keyed] if keyed else ())):
                said[slide.number] += 1
                slides[slide.number] = slide
        if not said or (same and said[same.number]):
            return same
        return slides[said.most_common(1)[0][0]]

    def shape(
        self, slide: SlideFacts, facts: ShapeFacts, found: FoundSlide | None, left: list[FoundShape]
    ) -> _Place | None:
        """Return the place of a shape, None if it is gone; `left` are those not yet taken."""
        place = self.tagged.get((slide.key, slide.part, facts.name.casefold()))
        if place is None and found is not None:
            same = _same(facts, left)
            place = (found, same) if same else None
        if place is None:
            place = next(iter(self.saying.get(facts.digest, ())), None)
        return place


def _slide(facts: SlideFacts, found: FoundSlide | None, places: _Places) -> ComparedSlide:
    left = list(found.shapes) if found else []
    shapes = []
    for shape in facts.shapes:
        place = places.shape(facts, shape, found, left)
        if place and place[1] in left:
            left.remove(place[1])
        shapes.append(_shape(shape, place))
    return ComparedSlide(facts, found, tuple(shapes))


def _same(facts: ShapeFacts, shapes: list[FoundShape]) -> FoundShape | None:
    """Return the shape that a shape of the manifest is now, None if there is none."""
    said = {claim.digest for claim in facts.claims} - {""}
    placed = [s for s in shapes if facts.idx is not None and s.idx == facts.idx]
    ways = (
        (s for s in shapes if s.id == facts.id and s.name == facts.name),
        (s for s in shapes if facts.digest and s.digest == facts.digest),
        (s for s in shapes if said & s.digests),
        placed if len(placed) == 1 else (),
    )
    return next(itertools.chain.from_iterable(ways), None)


def _shape(facts: ShapeFacts, place: _Place | None) -> ComparedShape:
    if place is None:
        gone: tuple[tuple[Claim, State], ...] = tuple((claim, "gone") for claim in facts.claims)
        return ComparedShape(facts, None, None, gone)
    slide, found = place
    standing = found.digests
    claims = tuple((claim, _state(claim, standing)) for claim in facts.claims)
    return ComparedShape(facts, found, slide.number, claims)


def _state(claim: Claim | TaggedClaim, standing: frozenset[str]) -> State:
    return "as exported" if not claim.digest or claim.digest in standing else "changed"
