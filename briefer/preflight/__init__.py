"""Checks over a briefing before export: a subject in, findings out, worst first.

A flaw of a briefing is a finding, never an exception. `CHECKS` is the list; a new check is one
function and one line there.
"""

from __future__ import annotations

from briefer.preflight import choosing, citing, staff, wording
from briefer.preflight.base import Check, Finding, Severity, Subject
from briefer.registry import Registry

CHECKS: Registry[Check] = Registry(
    "check",
    (
        Check("uncited", "Every claim is cited", citing.uncited),
        Check("missing-record", "Every record is in the library", citing.missing_records),
        Check("sources", "Sources are complete", citing.incomplete_sources),
        Check("statistics", "Statistics have a date", citing.undated_statistics),
        Check("opposing", "Opposing statements are shown", citing.unanswered),
        Check("titles", "Titles are there, short and unique", wording.titles),
        Check("marking", "The marking is shown whole", wording.markings),
        Check("labels", "Kickers and footers are shown whole", wording.labels),
        Check("markup", "No stars or at-signs are printed", wording.markup),
        Check("pictures", "Pictures can be shown", wording.pictures),
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


__all__ = ["CHECKS", "Check", "Finding", "Severity", "Subject", "findings_of"]
