"""The report as text that reads well as it is and as Markdown.

In: an `AccessibilityReport`. Out: text. Must not know: files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefer.accessibility.base import SEVERITIES, DeckFinding
from briefer.accessibility.report import (
    STATUSES,
    AccessibilityReport,
    Line,
    Statement,
    counted,
    lines_by_status,
)
from briefer.accessibility.standards import OTHERS

MOST_PLACES = 20
"""Places of one fault that are listed; the rest is counted."""
_MARKS = re.compile(r"([\\`*_\[\]<>#|])")


def as_markdown(report: AccessibilityReport) -> str:
    """Return the report as Markdown."""
    return "\n".join([*_head(report), *_tables(report)]) + "\n"


def _head(report: AccessibilityReport) -> Iterator[str]:
    yield f"# Accessibility of {plain(report.deck)}"
    yield ""
    yield f"{report.summary} {counted(report.slides, 'slide')} read. {plain(report.made)}"
    yield ""
    yield from (f"- {count}" for count in counts_of(report))
    yield ""
    yield "## What was found"
    yield ""
    if not report.findings:
        yield "Nothing."
    for finding in report.findings:
        yield f"- {plain(finding_line(finding))}"


def _tables(report: AccessibilityReport) -> Iterator[str]:
    for title, lines in (("The 31 rules for decks", report.rules), ("WCAG 2.0", report.criteria)):
        yield ""
        yield f"## {title}"
        for line in lines:
            yield ""
            yield f"### {line.standard.number}. {line.standard.label}"
            yield ""
            yield f"Asked by: {line.standard.source}"
            yield ""
            yield from (f"- {_said(one)}" for one in line.statements)
    yield ""
    yield OTHERS


def _said(statement: Statement) -> str:
    places = places_of(statement.where)
    return f"**{HEADS[statement.status]}.** {plain(statement.text)}" + (
        f" ({plain('; '.join(places))})" if places else ""
    )


HEADS = {
    "failed": "Checked by program: failed",
    "needs your eyes": "Needs your eyes",
    "passed": "Checked by program: passed",
    "by construction": "Satisfied by construction",
}
"""What the report calls each status."""


def counts_of(report: AccessibilityReport) -> list[str]:
    """Return how many findings there are of each severity, and how many rules of each status."""
    found = ", ".join(counted(report.count(severity), severity) for severity in SEVERITIES)
    rules = [
        f"{HEADS[status]}: {_numbers(lines_by_status(report.rules, status))}"
        for status in STATUSES
        if lines_by_status(report.rules, status)
    ]
    return [f"Findings: {found}", *rules]


def _numbers(lines: Sequence[Line]) -> str:
    """Return how many rules there are, and which."""
    return f"{counted(len(lines), 'rule')} ({', '.join(line.standard.number for line in lines)})"


def places_of(findings: Sequence[DeckFinding]) -> list[str]:
    """Return where findings are, each place once, the rest counted."""
    places = list(dict.fromkeys(place_of(finding) for finding in findings))
    more = len(places) - MOST_PLACES
    return [*places[:MOST_PLACES], f"and {more} more places"] if more > 0 else places


def place_of(finding: DeckFinding) -> str:
    """Return where a finding is: "slide 3, Chart", or "the file"."""
    slide = f"slide {finding.slide}" if finding.slide else "the file"
    return f"{slide}, {one_line(finding.shape)}" if finding.shape else slide


def finding_line(finding: DeckFinding) -> str:
    """Return a finding as a line: how bad, where, what, and the next step."""
    what = " ".join(part for part in (finding.message, finding.hint) if part)
    return f"{finding.severity}, {place_of(finding)}: {one_line(what)}"


def one_line(text: str) -> str:
    """Return text on one line, without characters that are not printed."""
    return "".join(char for char in " ".join(text.split()) if char.isprintable())


def plain(text: str) -> str:
    """Return text that a deck may hold, so that Markdown takes nothing in it for a mark."""
    return _MARKS.sub(r"\\\1", one_line(text))
