"""The accessibility report: for each rule and criterion what was checked, and what needs eyes.

In: an opened deck. Out: an `AccessibilityReport`. It never claims more than was checked: "passed"
names the checks, "by construction" is said only of decks that are as Briefer exported them, and
what a program cannot see is left to a person. Must not know: how it is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from briefer.accessibility.base import DeckFinding, DeckRule, Severity
from briefer.accessibility.model import OpenedDeck, Origin
from briefer.accessibility.rules import DECK_RULES, findings_of
from briefer.accessibility.standards import CRITERIA, RULES, Standard

Status: TypeAlias = Literal["failed", "needs your eyes", "passed", "by construction"]
STATUSES: tuple[Status, ...] = ("failed", "needs your eyes", "passed", "by construction")
"""Worst first."""
NONE_OF_IT = "No audio, video or embedded object was found."
"""What is said where a criterion is about these alone."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that is said of a rule or criterion, and where it holds."""

    status: Status
    text: str
    where: tuple[DeckFinding, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A rule or criterion and all that is said of it."""

    standard: Standard
    statements: tuple[Statement, ...]

    @property
    def status(self) -> Status:
        """The worst of what is said."""
        return min((one.status for one in self.statements), key=STATUSES.index)


@dataclass(frozen=True, slots=True)
class AccessibilityReport:
    """What was found in a deck. `counts` are findings by severity."""

    deck: str
    slides: int
    origin: Origin | None
    findings: tuple[DeckFinding, ...]
    rules: tuple[Line, ...]
    criteria: tuple[Line, ...]

    def count(self, severity: Severity) -> int:
        """Return how many findings of a severity there are."""
        return sum(finding.severity == severity for finding in self.findings)

    @property
    def summary(self) -> str:
        """What was found, in a sentence that claims no more."""
        failed = sum(line.status == "failed" for line in self.rules)
        errors, warnings = self.count("error"), self.count("warning")
        if not failed:
            return (
                "The checks of a program found no fault. That does not make the deck accessible:"
                " what needs your eyes is listed, and only you can answer it."
            )
        return (
            f"The checks of a program found {counted(errors, 'error')} and"
            f" {counted(warnings, 'warning')}, which breach {failed} of {len(self.rules)} rules."
            " What needs your eyes is listed too."
        )

    @property
    def made(self) -> str:
        """Where the deck came from, as far as it tells."""
        if self.origin is None:
            return "Nothing in the file says that Briefer made it."
        if self.origin.altered:
            return (
                f"Briefer {self.origin.briefer} made it, and it was changed since:"
                f" {', '.join(self.origin.altered)}. Nothing is taken as satisfied by construction."
            )
        return (
            f"Briefer {self.origin.briefer} made it, and no change since was seen. What is called"
            " satisfied by construction holds unless a program changed it without a trace."
        )


def report_of(deck: OpenedDeck) -> AccessibilityReport:
    """Return the report of a deck."""
    findings = findings_of(deck)
    features = frozenset(_features(deck))
    by_rule = list(DECK_RULES.values())
    return AccessibilityReport(
        deck=deck.name,
        slides=len(deck.slides),
        origin=deck.origin,
        findings=findings,
        rules=tuple(
            _line(one, [r for r in by_rule if int(one.number) in r.rules], findings, deck, features)
            for one in RULES
        ),
        criteria=tuple(
            _line(one, [r for r in by_rule if one.number in r.criteria], findings, deck, features)
            for one in CRITERIA
        ),
    )


def _line(
    standard: Standard,
    checks: list[DeckRule],
    findings: tuple[DeckFinding, ...],
    deck: OpenedDeck,
    features: frozenset[str],
) -> Line:
    """Return what is said of a rule or criterion."""
    said: list[Statement] = []
    for check in checks:
        said += _checked(check, [one for one in findings if one.rule == check.name])
    intact = deck.origin is not None and not deck.origin.altered
    if standard.made and intact:
        said.append(Statement("by construction", standard.made))
    for question, feature in standard.eyes:
        if not feature or feature in features:
            said.append(Statement("needs your eyes", question))
    if not said:
        said.append(Statement("passed", NONE_OF_IT))
    return Line(standard, tuple(said))


def _checked(check: DeckRule, findings: list[DeckFinding]) -> Iterator[Statement]:
    """Yield what a check found: faults, places to look at, or nothing."""
    faults = tuple(one for one in findings if one.severity != "note")
    notes = tuple(one for one in findings if one.severity == "note")
    if faults:
        yield Statement("failed", f"Not so: {check.label[0].lower()}{check.label[1:]}.", faults)
    if notes:
        yield Statement("needs your eyes", f"Look where this may not be so: {check.label}.", notes)
    if not findings:
        yield Statement("passed", f"{check.label}.")


def _features(deck: OpenedDeck) -> Iterator[str]:
    """Yield what there is in a deck that a person has to look at."""
    for slide in deck.slides:
        for shape in slide.walk():
            if shape.decorative:
                yield "decoration"
                continue
            if shape.kind not in ("text", "connector", "group") or shape.alt:
                yield "graphics"
            if shape.kind in ("chart", "diagram") or (shape.kind == "group" and shape.alt):
                yield "drawings"
            if shape.kind in ("diagram", "picture"):
                yield "pictures"
            yield f"{shape.kind}s" if shape.kind in ("chart", "table") else shape.kind
            if shape.kind in ("object", "media"):
                yield "interactive"
            links = [run.link for one, _ in shape.texts() for run in one.runs if run.link]
            for link in (*links, *([shape.link] if shape.link else [])):
                yield "links"
                if link.kind == "address":
                    yield "addresses"


def counted(count: int, thing: str) -> str:
    """Return how many there are of a thing: "1 slide", "3 slides"."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def lines_by_status(lines: Iterable[Line], status: Status) -> list[Line]:
    """Return the lines of one status, in order."""
    return [line for line in lines if line.status == status]
