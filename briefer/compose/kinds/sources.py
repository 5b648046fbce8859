"""The sources slide: works in full, then every cite number. Added by itself at the end."""

from __future__ import annotations

from collections.abc import Sequence

from briefer.compose.kind import SlideKind
from briefer.compose.sentences import counted, spelled
from briefer.content import Inline, Reference, Slide, SourceEntry, SourceList

KIND = SlideKind(name="sources", label="Sources")


def sources_slide(
    works: Sequence[tuple[str, tuple[Inline, ...]]], references: Sequence[Reference]
) -> Slide | None:
    """Return the slide that keys every cite number to its work; None where nothing is cited."""
    if not references:
        return None
    count = len(works)
    noun = "work" if count == 1 else "works"
    points = counted(len(references), "point")
    entries = tuple(
        SourceEntry(reference.number, reference.letter, reference.pinpoint)
        for reference in references
    )
    letters = {reference.letter: reference.source for reference in references}
    origins = tuple(letters[letter] for letter, _ in works)
    return Slide(
        key=KIND.name,
        kind=KIND.name,
        pattern=KIND.name,
        title=f"The claims in this deck cite {spelled(count)} {noun} at {points}",
        kicker=KIND.label,
        blocks=(SourceList(tuple(works), entries, origins),),
        section=KIND.label,
        say=f"Every number in the deck is listed here: {spelled(count)} {noun}, cited at {points}.",
        records=tuple(dict.fromkeys(reference.source for reference in references)),
    )
