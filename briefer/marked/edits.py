"""Raising and lowering a briefing's marking: raising is one step, lowering asks for a reason."""

from __future__ import annotations

from briefer.errors import BrieferError
from briefer.marked.rollup import Rollup, profile_of
from briefer.markings import format_marking, permits, raised, read, refusal
from briefer.storyboard import edits
from briefer.storyboard.briefing import Briefing, Decision
from briefer.storyboard.edits import Edit

LOWER = "lower"
_NONE = "none"


def is_lower(briefing: Briefing, to: str) -> bool:
    """Return whether a marking covers less than the briefing's own does.

    One that is not understood, or that follows other rules, counts as lower than any marking.
    """
    profile = profile_of(briefing)
    if not briefing.marking.strip() or briefing.marking == to:
        return False
    return not permits(read(to, profile).marking, read(briefing.marking, profile).marking)


def lower_marking(briefing: Briefing, to: str, *, reason: str, by: str, at: str) -> Edit:
    """Return the edit that lowers a briefing's marking and records who decided it, why and when.

    `at` is ISO 8601 with its zone. Raise BrieferError without a reason, or for a marking that is
    not understood.
    """
    problem = refusal(read(to, profile_of(briefing)))
    if problem:
        raise BrieferError(f"The marking cannot be {to!r}. {problem}")
    why = " ".join(reason.split())
    if not why:
        raise BrieferError("Nobody said why the marking is lowered.", hint="Give a reason.")
    told = f"{briefing.marking or _NONE} to {to or _NONE}"
    lowered = edits.set_briefing(briefing, marking=to).briefing
    decision = Decision(LOWER, told, why, by, at)
    return edits.decide(lowered, decision, label=f"Lower marking to {to or _NONE}")


def raise_marking(briefing: Briefing, rollup: Rollup) -> Edit | None:
    """Return the edit that raises a briefing's marking to what its slides hold.

    None where it is high enough, or where a mark was not understood.
    """
    if rollup.needed is None or rollup.covered(briefing.marking):
        return None
    to = raised(briefing.marking, rollup.needed, rollup.profile)
    if not rollup.covered(to):
        to = format_marking(rollup.needed)
    return Edit(f"Raise marking to {to}", edits.set_briefing(briefing, marking=to).briefing)
