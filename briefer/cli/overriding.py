"""Overrides from the command line: checked against what the checks found, kept in the file.

In: a briefing file, what was built of it, names of checks with a reason. Out: the same with the
decisions, which the file then holds too. Must not know: what is exported afterwards.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefer import paths
from briefer.errors import ExportError, did_you_mean

if TYPE_CHECKING:
    from briefer.pipeline import Built
    from briefer.preflight import Terms


@dataclass(frozen=True, slots=True)
class Overrides:
    """The checks that a person overrides, why, and who that is."""

    checks: tuple[str, ...] = ()
    reason: str = ""
    by: str = ""


def terms() -> Terms:
    """Return what the checks go by: the user's settings, and today."""
    from briefer.preflight import Terms
    from briefer.settings import load_settings

    settings = load_settings(paths.settings_file())
    return Terms(settings.statistic_years).at(datetime.datetime.now().astimezone())


def check_overrides(built: Built, wanted: Overrides) -> None:
    """Raise ExportError for a check that is not known or that reports no error.

    Also where the overrides wanted do not suffice for an export: then none of them is to be kept.
    """
    from briefer.pipeline import check_marking
    from briefer.preflight import CHECKS
    from briefer.preflight.blocking import FIRM, check_of, override, require_unblocked
    from briefer.preflight.explained import SETUP_CHECKS

    known = (*CHECKS, *SETUP_CHECKS)
    failing = {check_of(f) for f in built.findings if f.severity == "error"}
    for name in wanted.checks:
        if name not in known:
            raise ExportError(f"There is no check {name!r}.", hint=did_you_mean(name, known))
        if name in FIRM:
            raise ExportError(
                f"No override lifts the check {name!r}.",
                hint="Raise the marking, or release the briefing up to a lower one.",
            )
        if name not in failing:
            raise ExportError(
                f"The check {name!r} reports no error; there is nothing to override.",
                hint=f"Errors come from: {', '.join(sorted(failing)) or 'no check'}.",
            )
    check_marking(built)
    lifted = built.briefing
    for name in wanted.checks:
        lifted = override(lifted, name, reason=wanted.reason, by=wanted.by, at="").briefing
    require_unblocked(built.findings, lifted)


def keep_overrides(path: Path, built: Built, wanted: Overrides, *, reasons: bool = True) -> Built:
    """Write the decisions into a briefing file, whole or not at all; return what was built so.

    What was built is handed out with the reasons only where `reasons` says so.
    Raise BriefingFileError where the file cannot be written.
    """
    from briefer.compose.kinds import SLIDE_KINDS
    from briefer.preflight.blocking import override
    from briefer.release import without_reasons
    from briefer.storyboard.files import load_briefing, save_briefing

    at = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    file = load_briefing(path, kinds=SLIDE_KINDS)
    kept = file.briefing
    for name in wanted.checks:
        kept = override(kept, name, reason=wanted.reason, by=wanted.by, at=at).briefing
    save_briefing(path, file._replace(briefing=kept))
    decisions = kept.decisions if reasons else without_reasons(kept.decisions)
    return replace(built, briefing=replace(built.briefing, decisions=decisions))
