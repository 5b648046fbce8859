"""The report as plain values, and as bytes in the form that a file's suffix asks for.

In: an `AccessibilityReport`. Out: values for JSON, or bytes. Must not know: where files lie.
"""

from __future__ import annotations

import json
from pathlib import Path

from briefer.accessibility.base import SEVERITIES, DeckFinding
from briefer.accessibility.html_page import as_html
from briefer.accessibility.markdown import as_markdown
from briefer.accessibility.report import AccessibilityReport, Line
from briefer.accessibility.rules import DECK_RULES
from briefer.errors import ExportError

FORMS = {
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".md": "markdown",
    ".txt": "markdown",
}
"""The forms of a report by the suffix of its file."""


def report_bytes(report: AccessibilityReport, target: Path) -> bytes:
    """Return a report in the form of a file's suffix; raise ExportError for one that is unknown."""
    form = report_form(target)
    if form == "html":
        text = as_html(report)
    elif form == "json":
        text = json.dumps(report_json(report), ensure_ascii=False, indent=1) + "\n"
    else:
        text = as_markdown(report)
    return text.encode("utf-8", errors="replace")


def report_form(target: Path) -> str:
    """Return the form that a file's suffix asks for; raise ExportError for one that is unknown."""
    form = FORMS.get(target.suffix.lower())
    if form is None:
        raise ExportError(
            f"No report can be written as {target.name}.",
            hint=f"End the name in {', '.join(FORMS)}.",
        )
    return form


def report_json(report: AccessibilityReport) -> dict[str, object]:
    """Return everything in a report as plain values."""
    origin = report.origin
    failed = {finding.rule for finding in report.findings}
    return {
        "file": report.deck,
        "slides": report.slides,
        "summary": report.summary,
        "made_by": None if origin is None else f"Briefer {origin.briefer}",
        "changed_since": None if origin is None else list(origin.altered),
        "counts": {name: report.count(name) for name in SEVERITIES},
        "checks": [
            {"check": rule.name, "label": rule.label, "passed": rule.name not in failed}
            for rule in DECK_RULES.values()
        ],
        "findings": [finding_json(finding) for finding in report.findings],
        "rules": [_line(line) for line in report.rules],
        "wcag": [_line(line) for line in report.criteria],
    }


def finding_json(finding: DeckFinding) -> dict[str, object]:
    """Return a finding as plain values."""
    return {
        "check": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "why": DECK_RULES[finding.rule].reason,
        "slide": finding.slide,
        "shape": finding.shape,
        "hint": finding.hint,
    }


def _line(line: Line) -> dict[str, object]:
    return {
        "number": line.standard.number,
        "label": line.standard.label,
        "source": line.standard.source,
        "status": line.status,
        "statements": [
            {
                "status": one.status,
                "text": one.text,
                "where": [{"slide": f.slide, "shape": f.shape} for f in one.where],
            }
            for one in line.statements
        ],
    }
