"""Whether Briefer made a deck, and whether it still is as it was exported.

In: a path and the extended properties. Out: an `Origin`. Must not know: rules.

What cannot be seen here is a change by a program that leaves the words of the export, and the name
of the program that saved the file, as they were; so whatever a rule can check, a rule checks.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from briefer.accessibility.model import Origin
from briefer.errors import DeckError
from briefer.roundtrip import Compared, compare, read_deck
from briefer.roundtrip.comparing import ComparedSlide

_EXTENDED = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"


def origin_of(path: Path, extended: etree._Element | None) -> Origin | None:
    """Return where a deck came from; None where Briefer did not make it or that cannot be read."""
    try:
        found = read_deck(path)
    except DeckError:
        return None
    if found.manifest is None:
        return None
    saved_by = "" if extended is None else extended.findtext(f"{_EXTENDED}Application") or ""
    changes = tuple(_changes(compare(found, found.manifest), saved_by))
    return Origin(found.manifest.briefer, changes)


def _changes(compared: Compared, saved_by: str) -> Iterator[str]:
    """Yield in words what differs from the export."""
    if saved_by != "Briefer":
        yield f"saved by {saved_by}" if saved_by else "saved by another program"
    if compared.added:
        yield f"{_count(len(compared.added), 'slide')} added"
    gone = sum(1 for slide in compared.slides if slide.found is None)
    if gone:
        yield f"{_count(gone, 'slide')} gone"
    moved = sum(1 for one in compared.slides if one.found and one.found.number != one.facts.number)
    if moved:
        yield f"{_count(moved, 'slide')} moved"
    changed = sum(
        1 for slide in compared.slides for shape in slide.shapes if shape.state != "as exported"
    )
    if changed:
        yield f"{_count(changed, 'shape')} changed or gone"
    renamed = sum(1 for one in compared.slides if one.found and _differs(one))
    if renamed:
        yield f"title or notes of {_count(renamed, 'slide')} changed"


def _differs(slide: ComparedSlide) -> bool:
    """Return whether a slide's title or speaker notes are others than in the export."""
    found = slide.found
    return found is not None and (
        " ".join(slide.facts.title.split()) != found.title or slide.facts.notes != found.notes
    )


def _count(count: int, thing: str) -> str:
    return f"{count} {thing}" + ("" if count == 1 else "s")
