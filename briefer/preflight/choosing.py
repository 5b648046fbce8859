"""Checks of what cards choose: layouts that nobody knows, and those that records do not allow.

In: a briefing and what was made of it. Out: findings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefer.content import Chosen, Slide
from briefer.layout.variants import shown_variant
from briefer.preflight.base import Finding, Subject

_LONGEST = 40


def choices(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for a value that is not known, a note for one that cannot be shown."""
    for slide in subject.deck.slides:
        for place, chosen in enumerate(slide.choices):
            if chosen.asked and chosen.asked not in dict(chosen.known):
                yield replace(_unknown(subject, slide, chosen), option=chosen.name)
            elif chosen.asked and place == 0:
                for finding in _otherwise(subject, slide, chosen):
                    yield replace(finding, option=chosen.name)


def _unknown(subject: Subject, slide: Slide, chosen: Chosen) -> Finding:
    known = ", ".join(value for value, _ in chosen.known)
    return subject.finding(
        "layout",
        "warning",
        f"The {chosen.name} {chosen.asked[:_LONGEST]!r} is not known; the records decide.",
        slide=slide,
        hint=f"Known are {known}.",
    )


def _otherwise(subject: Subject, slide: Slide, chosen: Chosen) -> Iterator[Finding]:
    """Yield a note where another variant stands than the one asked for."""
    page = next((page for page in subject.pages if page.slide == slide.key), None)
    shown, labels = shown_variant(slide, page), dict(chosen.known)
    if shown in labels and shown != chosen.asked:
        yield subject.finding(
            "layout",
            "note",
            f"These records cannot be laid out as \N{LEFT DOUBLE QUOTATION MARK}"
            f"{labels[chosen.asked]}\N{RIGHT DOUBLE QUOTATION MARK}; the slide shows"
            f" \N{LEFT DOUBLE QUOTATION MARK}{labels[shown]}\N{RIGHT DOUBLE QUOTATION MARK}.",
            slide=slide,
            hint="Choose another layout, or other records.",
        )
