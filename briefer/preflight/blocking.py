"""Which findings hold an export back, and the decisions by which a person lets it go anyway.

In: findings and a briefing. Out: what blocks, and edits that record a decision. An error blocks
until its check is overridden by name; the decision, its reason, who and when stay in the
briefing. Must not know: who asks, files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefer.errors import ExportError
from briefer.preflight.base import Finding
from briefer.preflight.explained import explanation_of
from briefer.storyboard import edits
from briefer.storyboard.briefing import Briefing, Decision
from briefer.storyboard.edits import Edit

OVERRIDE = "override"
FIRM = frozenset(("under-marked",))
"""Checks that no override lifts: what is marked lower than what it holds is never written."""
_MOST = 3


def check_of(finding: Finding) -> str:
    """Return the name of the check that a finding is of, by which it is overridden."""
    return explanation_of(finding).check


def overrides(briefing: Briefing) -> dict[str, Decision]:
    """Return the decisions that override checks, by the check's name; the last one stands."""
    return {d.name: d for d in briefing.decisions if d.what == OVERRIDE}


def blocking(findings: Iterable[Finding], briefing: Briefing) -> tuple[Finding, ...]:
    """Return the errors that hold an export back: those of checks nobody has overridden."""
    open_ = overrides(briefing).keys() - FIRM
    return tuple(f for f in findings if f.severity == "error" and check_of(f) not in open_)


def overridden(findings: Iterable[Finding], briefing: Briefing) -> tuple[Decision, ...]:
    """Return the decisions without which an export would be held back."""
    known = overrides(briefing)
    needed = dict.fromkeys(check_of(f) for f in findings if f.severity == "error")
    return tuple(known[name] for name in needed if name in known)


def require_unblocked(findings: Iterable[Finding], briefing: Briefing) -> None:
    """Raise ExportError that lists what holds an export back, if anything does."""
    held = blocking(findings, briefing)
    if not held:
        return
    names = dict.fromkeys(check_of(finding) for finding in held)
    told = [f"{_place(f)}: {f.message}" for f in held[:_MOST]]
    more = f" … and {len(held) - _MOST} more." if len(held) > _MOST else ""
    count = f"{len(held)} {'error holds' if len(held) == 1 else 'errors hold'}"
    raise ExportError(
        f"{count} the export back ({', '.join(names)}). {' '.join(told)}{more}",
        hint="Mend them, or override each check by name and say why.",
    )


def _place(finding: Finding) -> str:
    return f"Slide {finding.page}" if finding.page else "Briefing"


def override_all(briefing: Briefing, reasons: Mapping[str, str], *, by: str, at: str) -> Edit:
    """Return the one edit that overrides several checks, each with its reason."""
    for check, reason in reasons.items():
        briefing = override(briefing, check, reason=reason, by=by, at=at).briefing
    count = len(reasons)
    return Edit("Override 1 check" if count == 1 else f"Override {count} checks", briefing)


def override(briefing: Briefing, check: str, *, reason: str, by: str, at: str) -> Edit:
    """Return the edit that overrides a check; an earlier decision about it gives way."""
    kept = tuple(d for d in briefing.decisions if (d.what, d.name) != (OVERRIDE, check))
    for old in set(briefing.decisions) - set(kept):
        briefing = edits.withdraw(briefing, old, label="").briefing
    decision = Decision(OVERRIDE, check, reason, by, at)
    return edits.decide(briefing, decision, label=f"Override check “{check}”")
