"""Checks over a briefing before export: a subject in, findings out, worst first.

A flaw of a briefing is a finding, never an exception. `CHECKS` is the list; a new check is one
function and one line there.
"""

from __future__ import annotations

from briefer.preflight import (
    choosing,
    citing,
    facts,
    handing,
    hearing,
    marking,
    quoting,
    seeing,
    staff,
    wording,
)
from briefer.preflight.base import Check, Finding, Severity, Subject, Terms
from briefer.registry import Registry

CHECKS: Registry[Check] = Registry(
    "check",
    (
        Check("uncited", "Every claim is cited", citing.uncited),
        Check("missing-record", "Every record is in the library", citing.missing_records),
        Check("sources", "Sources are complete", citing.incomplete_sources),
        Check("locators", "Citations name the place", quoting.locators),
        Check("single-source", "Claims rest on more than one source", quoting.single_sources),
        Check("quotations", "Quotations stand in their sources", quoting.quotations),
        Check("statistics", "Statistics have a date and are not old", citing.statistics),
        Check("opposing", "Opposing statements are shown", citing.unanswered),
        Check("charged", "Nobody charged is told as convicted", facts.charges),
        Check("planned", "What is planned lies ahead", facts.past_plans),
        Check("dates", "Dates agree with the records", facts.dates),
        Check("titles", "Titles are there, short and unique", wording.titles),
        Check("marking", "The marking is shown whole", wording.markings),
        Check("marking-syntax", "Markings follow their rules", marking.syntax),
        Check("under-marked", "The marking covers what the slides hold", marking.under_marked),
        Check("designation", "The designation block is complete", marking.designation),
        Check("legend", "Legends stand beside the marking", marking.legend),
        Check("embargo", "No embargo holds", marking.embargo),
        Check("portions", "Portions are marked throughout", marking.portions),
        Check("classified", "Nothing is marked as classified", marking.unclassified),
        Check("labels", "Kickers and footers are shown whole", wording.labels),
        Check("markup", "No stars or at-signs are printed", wording.markup),
        Check("pictures", "Pictures can be shown", wording.pictures),
        Check("sharpness", "Pictures are sharp enough", seeing.sharpness),
        Check("alternatives", "Pictures and tables are described", hearing.alternatives),
        Check("order", "Boxes are read in order", hearing.order),
        Check("headers", "Columns have headings", hearing.headers),
        Check("links", "Links say where they lead", hearing.links),
        Check("language", "Foreign words are marked as such", hearing.languages),
        Check("contrast", "Text stands out from its ground", seeing.contrast),
        Check("sizes", "Letters are large enough", seeing.sizes),
        Check("colours", "Colour is never the only sign", seeing.colours),
        Check("notes", "Speaker notes keep nothing internal", handing.notes),
        Check("properties", "The deck names its title and author", handing.properties),
        Check("unwritten", "Staff have written what the slides ask for", staff.unwritten),
        Check("recommendation", "The recommended option is there", staff.recommendations),
        Check("briefing-type", "The slides suit the type of briefing", staff.type_of_briefing),
        Check("crowded", "Not too many signals or talking points", staff.crowded),
        Check("layout", "Layouts are known and can be shown", choosing.choices),
        Check("length", "Text fits its slides", wording.length),
    ),
)

_ORDER: dict[Severity, int] = {"error": 0, "warning": 1, "note": 2}


def findings_of(subject: Subject) -> tuple[Finding, ...]:
    """Return all findings, errors first, then in order of pages."""
    found = [finding for check in CHECKS.values() for finding in check.run(subject)]
    return tuple(sorted(found, key=lambda f: (_ORDER[f.severity], f.page or 0, f.check)))


__all__ = ["CHECKS", "Check", "Finding", "Severity", "Subject", "Terms", "findings_of"]
