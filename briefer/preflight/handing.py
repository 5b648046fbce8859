"""Checks of what is handed over beside the slides: speaker notes, properties.

In: a briefing and what was made of it. Out: findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefer.preflight.base import Finding, Subject

_MARKS = re.compile(
    r"\b(?:TOP SECRET|SECRET|NOFORN|FOUO|CUI|SBU|TLP:[A-Z+]+|PRE-DECISIONAL|DELIBERATIVE"
    r"|EMBARGOED|INTERNAL USE|INTERNAL ONLY|DO NOT (?:SHARE|FORWARD|DISTRIBUTE)"
    r"|NOT FOR (?:RELEASE|DISTRIBUTION))\b"
)
_ANY_CASE = re.compile(
    r"\b(?:not for (?:release|distribution)|do not (?:share|forward|distribute)"
    r"|internal (?:use )?only|off the record)\b",
    re.IGNORECASE,
)
_LEAST = 20
"""Characters of a record's note below which its words may stand somewhere by chance."""


def notes(subject: Subject) -> Iterator[Finding]:
    """Yield a warning where speaker notes say what is not meant for readers of the deck.

    Notes go with the file. What the briefing's own marking says is no leak.
    """
    known = f"{subject.briefing.marking} {subject.briefing.legend}".casefold()
    for slide in subject.deck.slides:
        card = subject.card_of(slide)
        words = card.words("notes") if card else ""
        found = (_MARKS.search(words) or _ANY_CASE.search(words)) if words else None
        if found and found[0].casefold() not in known:
            yield subject.finding(
                "notes-leak",
                "warning",
                f"The speaker notes say “{found[0]}”, the briefing's marking does not.",
                slide=slide,
                hint="Take it out of the notes, or mark the briefing.",
            )
        for ref in slide.records:
            record = subject.records.get(ref)
            note = " ".join((record.note or "").split()) if record else ""
            if len(note) >= _LEAST and note in " ".join(words.split()):
                yield subject.finding(
                    "notes-leak",
                    "warning",
                    "The speaker notes repeat the internal note of a record.",
                    slide=slide,
                    record=ref,
                    hint="Take it out of the notes.",
                )


def properties(subject: Subject) -> Iterator[Finding]:
    """Yield what the properties of the deck would lack: a title, an author."""
    if not subject.briefing.title.strip():
        yield Finding(
            "untitled",
            "warning",
            "The briefing has no title; the deck's properties would say “Briefing”.",
            hint="Give the briefing a title.",
        )
    if subject.terms.author is not None and not subject.terms.author.strip():
        yield Finding(
            "no-author",
            "note",
            "The deck's properties would name no author.",
            hint="Name author and office in the settings.",
        )
