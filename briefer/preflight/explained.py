"""What each finding is called and why it matters: words for people beside the finding's own.

In: the name a finding carries. Out: its heading, why it matters, and the check it belongs to. Must
not know: how anything is found or shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefer.preflight.base import Finding


@dataclass(frozen=True, slots=True)
class Explanation:
    """The words of a finding: the check it belongs to, a short heading, and why it matters."""

    check: str
    heading: str
    why: str


EXPLAINED: dict[str, Explanation] = {
    "uncited": Explanation(
        "uncited", "Claim without a citation", "Readers ask where every claim comes from."
    ),
    "missing-record": Explanation(
        "missing-record", "Record not in the library", "Its words and citations cannot be shown."
    ),
    "candidate-source": Explanation(
        "sources", "Source not confirmed", "Nobody has held this document in hand."
    ),
    "incomplete-source": Explanation(
        "sources", "Source with gaps", "A full citation lets readers find the document."
    ),
    "undated-statistic": Explanation(
        "statistics", "Statistic without a date", "A number without its date soon misleads."
    ),
    "opposing-statement": Explanation(
        "opposing", "Other side not shown", "A statement that was answered reads as if it was not."
    ),
    "title-missing": Explanation(
        "titles", "Slide without a title", "Screen readers and the outline go by titles."
    ),
    "title-duplicate": Explanation(
        "titles", "Same title twice", "Readers cannot tell the slides apart in the outline."
    ),
    "title-long": Explanation("titles", "Long title", "A title is read in one glance."),
    "marking": Explanation(
        "marking", "Marking cut", "A marking that is not whole does not protect the document."
    ),
    "label": Explanation("labels", "Label cut", "Words that are cut cannot be read."),
    "markup": Explanation("markup", "Signs in the text", "They were meant to format, not to show."),
    "picture": Explanation("pictures", "Picture not shown", "Initials stand in its place."),
    "unwritten": Explanation(
        "unwritten", "Still to be written", "The prompt would stand on the exported slide."
    ),
    "layout": Explanation("layout", "Layout not used", "The slide does not look as its card asks."),
    "recommendation": Explanation(
        "recommendation",
        "Recommendation not written",
        "A decision rests on what is written.",
    ),
    "briefing-type": Explanation(
        "briefing-type", "Type of briefing not met", "Members expect what its type promises."
    ),
    "crowded": Explanation("crowded", "Too much on one slide", "More than is kept in mind."),
    "continued": Explanation("length", "Slide over many pages", "Long slides lose their readers."),
    "shortened": Explanation("length", "Words cut to fit", "Words that are cut cannot be read."),
    "too-many-points": Explanation(
        "length", "Too many points", "A bottom line is remembered when it is short."
    ),
    "style": Explanation("style", "Unknown citation style", "Another style is used in its place."),
    "font": Explanation("font", "Font not measured", "Lines may break elsewhere in PowerPoint."),
}
"""By the name that a finding carries."""

SETUP_CHECKS: dict[str, str] = {
    "style": "The citation style is known",
    "font": "The template's fonts are measured",
}
"""Checks of the set-up, which are made where the chain is put together."""


def explanation_of(finding: Finding) -> Explanation:
    """Return the words of a finding; one of an unknown check is called by its message."""
    known = EXPLAINED.get(finding.check)
    return known or Explanation(finding.check, finding.message, "")


def failed_checks(findings: Iterable[Finding]) -> frozenset[str]:
    """Return the names of the checks that report something worse than a note."""
    return frozenset(
        explanation_of(finding).check for finding in findings if finding.severity != "note"
    )
