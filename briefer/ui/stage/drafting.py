"""Speaker notes drafted from what a slide cites: what to say, then each record with its source.

In: a slide with its page, what the numbers stand for, the records. Out: text. Must not know:
widgets.
"""

from __future__ import annotations

import textwrap

from briefer.content import Slide
from briefer.layout.boxes import Page
from briefer.pipeline import Built
from briefer.records.base import Ref
from briefer.ui.library.facts import facts_of
from briefer.ui.stage.zones import cite_zones

HEADING = "If asked:"
"""What stands over the records and their sources."""
_LONGEST = 160


def draft_notes(slide: Slide, page: Page, built: Built, own: str = "") -> str:
    """Return notes for a slide: the user's words or those proposed, then what its records rest on.

    What stands in the user's words already is not added again; a slide that cites nothing gets the
    proposed words alone.
    """
    begun = (own or slide.say).strip()
    lines = [line for line in _points(page, built) if line not in begun]
    if not lines:
        return begun
    heading = () if HEADING in begun else (HEADING,)
    return "\n".join(part for part in (begun, *heading, *lines) if part)


def _points(page: Page, built: Built) -> list[str]:
    """Return a line for each record that the page cites: its label and its sources."""
    told = {
        reference.number: ", ".join(part for part in (reference.short, reference.pinpoint) if part)
        for reference in built.deck.references
    }
    sources: dict[Ref, list[str]] = {}
    for zone in cite_zones(page):
        for place, number in enumerate(zone.numbers):
            ref = zone.cited[min(place, len(zone.cited) - 1)] if zone.cited else ""
            if ref in built.records and number in told:
                sources.setdefault(ref, []).append(told[number])
    return [
        f"- {_name(ref, built).rstrip('.')} ({'; '.join(dict.fromkeys(named))})."
        for ref, named in sources.items()
    ]


def _name(ref: Ref, built: Built) -> str:
    """Return what a record says in a line: who said what, a number and what it counts."""
    return textwrap.shorten(
        facts_of(built.records[ref], built.records).name, _LONGEST, placeholder="…"
    )
