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
    "old-statistic": Explanation(
        "statistics", "Old statistic", "Readers take a number for the state of today."
    ),
    "locator-missing": Explanation(
        "locators", "No place in the source", "Nobody reads a book to check one claim."
    ),
    "single-source": Explanation(
        "single-source", "One source alone", "What one source has wrong, the briefing has wrong."
    ),
    "quotation-altered": Explanation(
        "quotations", "Quotation differs from its source", "Words in quotation marks are exact."
    ),
    "quotation-unverified": Explanation(
        "quotations", "Quotation not compared", "Nothing has checked it word by word."
    ),
    "charged": Explanation(
        "charged", "Charged told as convicted", "Whoever is charged is presumed innocent."
    ),
    "planned-past": Explanation(
        "planned", "Planned, but the date has passed", "Readers know by now what became of it."
    ),
    "date-differs": Explanation(
        "dates", "Date differs from the record", "Two dates for one event cost all of them trust."
    ),
    "announced-early": Explanation(
        "dates", "Announced before it happened", "What was announced may never have happened."
    ),
    "alt-missing": Explanation(
        "alternatives", "No alternative text", "Whoever does not see it learns nothing of it."
    ),
    "alt-long": Explanation(
        "alternatives", "Long alternative text", "It is read out in one breath."
    ),
    "alt-poor": Explanation(
        "alternatives", "Poor alternative text", "A file's name says nothing of the picture."
    ),
    "reading-order": Explanation(
        "order", "Read out of order", "Screen readers go box by box, as they lie."
    ),
    "table-header": Explanation(
        "headers", "Column without a heading", "Cells are told with the heading of their column."
    ),
    "link-bare": Explanation("links", "Bare address", "An address is read out letter by letter."),
    "link-vague": Explanation(
        "links", "Link without a meaning", "Links are listed without the words around them."
    ),
    "link-scheme": Explanation(
        "links", "Address not linked", "It may open a file or a program, or nothing."
    ),
    "language": Explanation(
        "language", "Language not marked", "It is read out with English sounds."
    ),
    "contrast": Explanation(
        "contrast", "Too little contrast", "On a projector it cannot be read (WCAG 1.4.3)."
    ),
    "text-small": Explanation("sizes", "Small letters", "From the back row they are not read."),
    "colour-only": Explanation(
        "colours", "Colour alone tells", "Printed grey, or not seen as colours, it is lost."
    ),
    "picture-coarse": Explanation("sharpness", "Coarse picture", "On a screen it looks blurred."),
    "notes-leak": Explanation(
        "notes", "Internal words in the notes", "The notes go wherever the file goes."
    ),
    "untitled": Explanation(
        "properties", "Briefing without a title", "Windows and screen readers name it so."
    ),
    "no-author": Explanation(
        "properties", "No author named", "Readers ask whom a deck comes from."
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
    "marking-syntax": Explanation(
        "marking-syntax", "Marking not well formed", "Readers handle what they understand."
    ),
    "marking-record": Explanation(
        "marking-syntax",
        "Record's marking not understood",
        "Nothing tells if the banner covers it.",
    ),
    "marking-card": Explanation(
        "marking-syntax", "Slide's marking not understood", "Nothing tells if the banner covers it."
    ),
    "marking-category": Explanation(
        "marking-syntax", "Category not known", "Only the government's registry tells if it exists."
    ),
    "marking-profile": Explanation(
        "marking-syntax", "Unknown marking profile", "The rules of the marking are not known."
    ),
    "under-marked": Explanation(
        "under-marked", "Marked too low", "Readers would share what they must not."
    ),
    "designation": Explanation(
        "designation", "Designation block not complete", "Readers ask who controls this, and how."
    ),
    "designation-place": Explanation(
        "designation", "No place for the designation block", "It stands on the first slide."
    ),
    "legend-in-marking": Explanation(
        "legend", "Legend in the marking", "A banner holds controls and nothing else."
    ),
    "legend": Explanation("legend", "Not a legend", "It has one short line, and controls nothing."),
    "embargo": Explanation("embargo", "Embargo still holds", "What is out cannot be called back."),
    "embargo-statement": Explanation(
        "embargo", "Statement under embargo", "What is out cannot be called back."
    ),
    "embargo-unclear": Explanation(
        "embargo", "Embargo without an end", "Readers elsewhere would take another hour for it."
    ),
    "portions": Explanation(
        "portions", "Portions marked in part", "What has no mark would pass for uncontrolled."
    ),
    "classified": Explanation(
        "classified", "Marked as classified", "Such material belongs on another system."
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
    "recommends": Explanation(
        "briefing-type", "Information brief recommends", "Members expect what its type promises."
    ),
    "no-recommendation": Explanation(
        "briefing-type", "No option recommended", "A decision brief says what staff would do."
    ),
    "crowded": Explanation("crowded", "Too much on one slide", "More than is kept in mind."),
    "continued": Explanation("length", "Slide over many pages", "Long slides lose their readers."),
    "shortened": Explanation("length", "Words cut to fit", "Words that are cut cannot be read."),
    "too-many-points": Explanation(
        "length", "Too many points", "A bottom line is remembered when it is short."
    ),
    "bottom-line-long": Explanation(
        "length", "Long bottom line", "A bottom line has four lines at most."
    ),
    "style": Explanation("style", "Unknown citation style", "Another style is used in its place."),
    "style-gaps": Explanation(
        "style", "Style leaves something out", "Readers find a document by what is printed of it."
    ),
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
