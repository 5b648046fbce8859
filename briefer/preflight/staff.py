"""Checks of what staff write themselves: prompts left standing, too many of a kind, a lost choice.

In: a briefing and what was made of it. Out: findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefer.content import ASKS, Panel, Slide, Table
from briefer.layout.body import paragraphs_of
from briefer.preflight.base import Finding, Subject

MOST_SIGNALS = 7
MOST_TALKING_POINTS = 6
_CHOOSING = "options"
_RECOMMENDS = re.compile(
    r"\b(?:we|staff|the office|the department|the agency) (?:would )?recommends?\b"
    r"|\b(?:is|are) recommended\b|\bour recommendation\b|^recommendations?:",
    re.IGNORECASE | re.MULTILINE,
)


def unwritten(subject: Subject) -> Iterator[Finding]:
    """Yield an error for each prompt that still stands where staff's own words are due."""
    for page in subject.pages:
        for paragraph in paragraphs_of(page.boxes):
            if paragraph.text.startswith(ASKS):
                yield Finding(
                    "unwritten",
                    "error",
                    f"{paragraph.text} stands on the slide.",
                    page.number,
                    page.card,
                    paragraph.origin,
                    hint="Write it under \N{LEFT DOUBLE QUOTATION MARK}More wording"
                    "\N{RIGHT DOUBLE QUOTATION MARK}, or take the record off the slide.",
                )


def crowded(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for more signals or talking points than a reader keeps in mind."""
    for slide in subject.deck.slides:
        for kind, most, count in (
            ("watch", MOST_SIGNALS, _rows(slide)),
            ("talking-points", MOST_TALKING_POINTS, _points(slide)),
        ):
            if slide.kind == kind and count > most:
                what = "signals" if kind == "watch" else "talking points"
                yield subject.finding(
                    "crowded",
                    "warning",
                    f"The slide has {count} {what}; {most} are read.",
                    slide=slide,
                    hint="Split the card, or leave some out.",
                )


def recommendations(subject: Subject) -> Iterator[Finding]:
    """Yield a warning where the option that staff recommend is not written."""
    cards = subject.briefing.cards
    for slide in subject.deck.slides:
        if slide.kind != _CHOOSING or slide.card is None:
            continue
        card = cards[slide.card]
        wanted = str(card.option("recommended") or card.words("recommended")).strip()
        tables = [block for block in slide.blocks if isinstance(block, Table)]
        if wanted not in ("", "0", "none") and all(table.chosen is None for table in tables):
            yield subject.finding(
                "recommendation",
                "warning",
                f"Staff recommend option {wanted}, which is not written.",
                slide=slide,
                hint="Give the number of an option that stands on the slide, 1 to 4.",
            )


def type_of_briefing(subject: Subject) -> Iterator[Finding]:
    """Yield what a briefing's slides and its type do not agree on (design page "domain", 2).

    An information brief carries no recommendation; a decision brief has options, recommends one
    and says which decision is requested.
    """
    choices = [slide for slide in subject.deck.slides if slide.kind == _CHOOSING]
    if subject.briefing.preset == "information":
        yield from _informs(subject, choices)
    elif subject.briefing.preset == "decision":
        yield from _decides(subject, choices)


def _informs(subject: Subject, choices: list[Slide]) -> Iterator[Finding]:
    """Yield warnings where an information brief offers options or recommends."""
    if choices:
        yield subject.finding(
            "briefing-type",
            "warning",
            "An information brief has no options and recommends nothing.",
            slide=choices[0],
            hint="Take the options off, or begin a decision brief.",
        )
    for slide in subject.deck.slides:
        card = subject.card_of(slide)
        words = " ".join((card.title, *(text for _, text in card.text))) if card else ""
        found = None if slide in choices else _RECOMMENDS.search(words)
        if found:
            yield subject.finding(
                "recommends",
                "warning",
                f"The wording says “{found[0]}”; an information brief recommends nothing.",
                slide=slide,
                hint="Reword it, or begin a decision brief.",
            )


def _decides(subject: Subject, choices: list[Slide]) -> Iterator[Finding]:
    """Yield errors where a decision brief lacks options, the decision sought or a choice."""
    if not choices:
        yield Finding(
            "briefing-type",
            "error",
            "The decision brief has no options.",
            hint="Add an options slide and write two options or more.",
        )
        return
    if not _requests(subject):
        yield subject.finding(
            "briefing-type",
            "error",
            "The decision brief does not say which decision is requested.",
            slide=choices[0],
            hint="Write the decision sought on the options slide.",
        )
    tables = [b for slide in choices for b in slide.blocks if isinstance(b, Table)]
    if tables and all(table.chosen is None for table in tables):
        yield subject.finding(
            "no-recommendation",
            "error",
            "The decision brief recommends none of its options.",
            slide=choices[0],
            hint="Say which option staff recommend.",
        )


def _requests(subject: Subject) -> bool:
    """Return whether a card says which decision is sought."""
    return any(card.kind == _CHOOSING and card.words("decision") for card in subject.briefing.cards)


def _rows(slide: Slide) -> int:
    return sum(len(block.rows) for block in slide.blocks if isinstance(block, Table))


def _points(slide: Slide) -> int:
    return sum(
        para.role == "point"
        for block in slide.blocks
        if isinstance(block, Panel)
        for para in block.paras
    )
