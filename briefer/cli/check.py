"""The command `check`: what the window's panel of checks shows, for a briefing file.

In: a file. Out: findings with what mends them, and an exit status. Must not know: what a check
looks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefer import paths
from briefer.cli.check_deck import check_deck, is_deck
from briefer.cli.commands import Command, open_store
from briefer.cli.failures import plain
from briefer.cli.overriding import terms
from briefer.cli.printing import print_json, print_line

if TYPE_CHECKING:
    from briefer.pipeline import Built
    from briefer.preflight import Finding
    from briefer.storyboard.briefing import Briefing, Decision

_HEADS = {"error": "ERRORS", "warning": "WARNINGS", "note": "NOTES"}


@click.command("check", cls=Command)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--overrides", is_flag=True, help="List the checks that the briefing overrides.")
@click.option(
    "--accessibility-report",
    metavar="REPORT",
    type=click.Path(path_type=Path),
    help="Write the accessibility report of a deck to this file.",
)
@click.option("--force", is_flag=True, help="Replace the report if it exists.")
@click.option("--json", "as_json", is_flag=True, help="Print findings and checks as JSON.")
@click.pass_context
def check_command(
    context: click.Context,
    file: Path,
    overrides: bool,
    accessibility_report: Path | None,
    force: bool,
    as_json: bool,
) -> None:
    """Check a briefing FILE as the window does, or any PowerPoint deck for accessibility.

    The exit status is 1 where an error is not overridden, so that an export would be refused.
    """
    if is_deck(file):
        if overrides:
            raise click.UsageError("--overrides is of use only with a briefing.", context)
        check_deck(context, file, as_json=as_json, report=accessibility_report, force=force)
        return
    if accessibility_report is not None or force:
        words = "--accessibility-report and --force are of use only with a deck."
        raise click.UsageError(words, context)
    _check_briefing(context, file, overrides=overrides, as_json=as_json)


def _check_briefing(context: click.Context, file: Path, *, overrides: bool, as_json: bool) -> None:
    """Print what the checks find in a briefing, or what it overrides."""
    from briefer.preflight.blocking import blocking

    built = _built(context, file)
    if overrides:
        _print_overrides(built.briefing, as_json=as_json)
        return
    if as_json:
        print_json(_json(built, file))
    else:
        _print(built)
    if blocking(built.findings, built.briefing):
        context.exit(1)


def _built(context: click.Context, path: Path) -> Built:
    """Return a briefing file with its slides, pages and findings."""
    from briefer.compose.kinds import SLIDE_KINDS
    from briefer.pipeline import build, gather
    from briefer.storyboard.files import load_briefing
    from briefer.template.house import find_template
    from briefer.template.reader import read_template

    file = load_briefing(path, kinds=SLIDE_KINDS)
    found = find_template(
        file.briefing.template, folder=paths.bundled_templates(), beside=path.parent
    )
    store = open_store(context)
    records = gather(store, file.briefing, file.snapshot)
    pictures = paths.pictures_folder(store.path)
    return build(file.briefing, records, read_template(found), pictures=pictures, terms=terms())


def _labels() -> dict[str, str]:
    """Return what each check is called, by its name."""
    from briefer.preflight import CHECKS
    from briefer.preflight.explained import SETUP_CHECKS

    return {**{name: check.label for name, check in CHECKS.items()}, **SETUP_CHECKS}


def _fixes(finding: Finding, built: Built) -> list[str]:
    """Return what the buttons say that mend a finding in the window."""
    from briefer.preflight.fixes import fixes_of

    return [fix.label for fix in fixes_of(finding, built.briefing, built.records)]


def _print(built: Built) -> None:
    """Print how the checks went, then the findings, worst first."""
    from briefer.preflight.explained import failed_checks

    total = len(_labels())
    failed = failed_checks(built.findings)
    if failed:
        print_line(f"{total - len(failed)} of {total} checks pass.")
    else:
        print_line(f"All {total} checks pass.")
    for severity, head in _HEADS.items():
        found = [finding for finding in built.findings if finding.severity == severity]
        if found:
            print_line()
            print_line(head)
        for finding in found:
            for line in _lines(finding, built):
                print_line(line)


def _lines(finding: Finding, built: Built) -> Iterator[str]:
    """Yield a finding in lines: where and what, why it matters, what mends it."""
    from briefer.preflight.blocking import check_of, overrides
    from briefer.preflight.explained import explanation_of

    place = f"slide {finding.page}" if finding.page else "briefing"
    decision = overrides(built.briefing).get(check_of(finding))
    over = finding.severity == "error" and decision is not None
    name = f"{check_of(finding)} (overridden)" if over else check_of(finding)
    yield plain(f"{place}, {name}: {finding.message}")
    ways = _fixes(finding, built)
    mends = f"In the window: {' or '.join(ways)}." if ways else ""
    words = (explanation_of(finding).why, finding.hint, mends)
    yield "  " + plain(" ".join(part for part in words if part))


def _print_overrides(briefing: Briefing, *, as_json: bool) -> None:
    """Print the decisions that override checks."""
    from briefer.preflight.blocking import overrides

    kept = overrides(briefing).values()
    if as_json:
        print_json([_decision(decision) for decision in kept])
    elif not kept:
        print_line("The briefing overrides no check.")
    for decision in () if as_json else kept:
        who = ", ".join(part for part in (decision.by, decision.at) if part)
        print_line(plain(f"{decision.name}: {decision.reason}{f' ({who})' if who else ''}"))


def _decision(decision: Decision) -> dict[str, str]:
    return {
        "check": decision.name,
        "reason": decision.reason,
        "by": decision.by,
        "at": decision.at,
    }


def _json(built: Built, file: Path) -> dict[str, object]:
    """Return checks, findings and overrides in plain values."""
    from briefer.preflight.blocking import blocking, overrides
    from briefer.preflight.explained import failed_checks

    failed = failed_checks(built.findings)
    held = blocking(built.findings, built.briefing)
    return {
        "briefing": str(file),
        "blocked": bool(held),
        "checks": [
            {"check": name, "label": label, "passed": name not in failed}
            for name, label in _labels().items()
        ],
        "findings": list(_findings_json(built, held)),
        "overrides": [_decision(decision) for decision in overrides(built.briefing).values()],
    }


def _findings_json(built: Built, held: Iterable[Finding]) -> Iterator[dict[str, object]]:
    from briefer.preflight.blocking import check_of
    from briefer.preflight.explained import explanation_of

    blocks = set(held)
    for finding in built.findings:
        words = explanation_of(finding)
        yield {
            "check": check_of(finding),
            "finding": finding.check,
            "severity": finding.severity,
            "blocks": finding in blocks,
            "slide": finding.page,
            "card": finding.card,
            "record": finding.record,
            "heading": words.heading,
            "message": finding.message,
            "why": words.why,
            "hint": finding.hint,
            "fixes": _fixes(finding, built),
        }
