"""The findings in words: how many, where, and what a person can do where no edit mends them.

In: findings. Out: text. Must not know: widgets.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from briefer.preflight import CHECKS, Finding
from briefer.preflight.blocking import blocking
from briefer.preflight.explained import SETUP_CHECKS, failed_checks
from briefer.storyboard.briefing import Briefing

PLACES: dict[str, tuple[str, str]] = {
    "title-missing": ("Edit title", "title"),
    "title-duplicate": ("Edit title", "title"),
    "title-long": ("Edit title", "title"),
    "unwritten": ("Write it", "wording"),
    "recommendation": ("Edit wording", "wording"),
    "too-many-points": ("Edit wording", "wording"),
    "markup": ("Edit wording", "wording"),
    "uncited": ("Add citation", "cite"),
    "candidate-source": ("Open source", "record"),
    "incomplete-source": ("Open source", "record"),
    "undated-statistic": ("Open record", "record"),
    "picture": ("Open record", "record"),
    "marking": ("Edit marking", "marking"),
    "marking-syntax": ("Edit marking", "marking"),
    "marking-category": ("Edit marking", "marking"),
    "marking-profile": ("Edit marking", "marking"),
    "marking-record": ("Open record", "record"),
    "marking-card": ("Edit marking", "card-marking"),
    "under-marked": ("Edit marking", "marking"),
    "designation": ("Fill in", "marking"),
    "legend": ("Edit legend", "marking"),
    "legend-in-marking": ("Edit marking", "marking"),
    "embargo": ("Edit embargo", "marking"),
    "embargo-statement": ("Open record", "record"),
    "embargo-unclear": ("Edit embargo", "marking"),
    "charged": ("Edit wording", "wording"),
    "date-differs": ("Edit wording", "wording"),
    "recommends": ("Edit wording", "wording"),
    "no-recommendation": ("Edit wording", "wording"),
    "bottom-line-long": ("Edit wording", "wording"),
    "colour-only": ("Edit wording", "wording"),
    "notes-leak": ("Edit wording", "wording"),
    "old-statistic": ("Open record", "record"),
    "planned-past": ("Open record", "record"),
    "announced-early": ("Open record", "record"),
    "quotation-altered": ("Open record", "record"),
    "quotation-unverified": ("Open source", "record"),
    "locator-missing": ("Open source", "record"),
    "picture-coarse": ("Open record", "record"),
    "alt-missing": ("Open record", "record"),
    "alt-long": ("Open record", "record"),
    "alt-poor": ("Open record", "record"),
    "untitled": ("Open properties", "details"),
    "no-author": ("Open settings", "settings"),
    "contrast": ("Choose template", "template"),
    "text-small": ("Choose template", "template"),
    "reading-order": ("Choose template", "template"),
    "style": ("Open properties", "details"),
    "font": ("Choose template", "template"),
}
"""By the name of a finding: the words of a button, and the place that it opens."""


@dataclass(frozen=True, slots=True)
class Summary:
    """How the checks went: a sentence, a line under it, how many of how many pass."""

    sentence: str
    detail: str
    passed: int
    total: int


def all_checks() -> dict[str, str]:
    """Return the labels of all checks by name."""
    return {**{name: check.label for name, check in CHECKS.items()}, **SETUP_CHECKS}


def passed_labels(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Return the labels of the checks that report no error and no warning."""
    failed = failed_checks(findings)
    return tuple(label for name, label in all_checks().items() if name not in failed)


def summary_of(findings: tuple[Finding, ...], briefing: Briefing) -> Summary:
    """Return how the checks went, in words; overridden errors want nothing any more."""
    counts = Counter(finding.severity for finding in findings)
    held = len(blocking(findings, briefing))
    total = len(all_checks())
    passed = len(passed_labels(findings))
    parts = []
    if held:
        parts.append(f"{_counted(held, 'fix', 'fixes')} needed")
    if counts["error"] > held:
        parts.append(f"{counts['error'] - held} overridden")
    if counts["warning"]:
        parts.append(f"{counts['warning']} to review")
    if not parts:
        tail = f" {_counted(counts['note'], 'note', 'notes')} below." if counts["note"] else ""
        sentence = f"All {total} checks pass"
        return Summary(sentence, f"Ready to export.{tail}", passed, total)
    detail = f"{passed} of {total} checks pass. Updated as you edit."
    return Summary(", ".join(parts), detail, passed, total)


def where(finding: Finding) -> str:
    """Return where a finding is: "Slide 9", or "Briefing" for one of the whole."""
    return f"Slide {finding.page}" if finding.page else "Briefing"


def badge(findings: Iterable[Finding]) -> int:
    """Return how many findings ask for something: errors and warnings."""
    return sum(finding.severity != "note" for finding in findings)


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
