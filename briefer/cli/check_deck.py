"""The command `check` for a deck: the rules over any .pptx, and the accessibility report.

In: a deck, whoever made it. Out: findings, a report if one is wanted, and an exit status. Must not
know: what a rule looks for.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefer.cli.failures import plain
from briefer.cli.printing import print_json, print_line
from briefer.cli.targets import refuse_inputs

if TYPE_CHECKING:
    from briefer.accessibility import AccessibilityReport, DeckFinding

_DECK_STARTS = (b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1"))
"""How a zip begins, and what is encrypted or was made by an old PowerPoint."""
_HEADS = {"error": "ERRORS", "warning": "WARNINGS", "note": "NOTES"}


def is_deck(path: Path) -> bool:
    """Return whether a file is a deck by its suffix, or by how it begins."""
    from briefer.accessibility import SUFFIXES

    if path.suffix.lower() in SUFFIXES:
        return True
    try:
        with path.open("rb") as stream:
            return path.is_file() and stream.read(8).startswith(_DECK_STARTS)
    except (OSError, ValueError):
        return False


def check_deck(
    context: click.Context, path: Path, *, as_json: bool, report: Path | None, force: bool = False
) -> None:
    """Print what the rules find in a deck; write the report; exit with 1 where there are errors."""
    if report is not None:
        check_report_place(report, (path,), force=force)
    found = report_on(path)
    if report is not None:
        write_report(found, report, force=force)
    if as_json:
        from briefer.accessibility import report_json

        print_json(report_json(found))
    else:
        _print(found)
        if report is not None:
            print_line(f"Wrote {plain(str(report))}")
    if found.count("error"):
        context.exit(1)


def check_written(context: click.Context, deck: Path, target: Path, *, force: bool) -> None:
    """Check a deck just written and write the report; exit with 1 where there are errors."""
    found = report_on(deck)
    write_report(found, target, force=force)
    print_line(f"Wrote {plain(str(target))}")
    print_line(found.summary)
    if found.count("error"):
        context.exit(1)


def report_on(path: Path) -> AccessibilityReport:
    """Return the accessibility report of a deck; raise DeckError where it is none."""
    from briefer.accessibility import read_deck_for_rules, report_of

    return report_of(read_deck_for_rules(path))


def check_report_place(target: Path, inputs: tuple[Path | None, ...], *, force: bool) -> None:
    """Raise ExportError where the report cannot be written as it is called, or would replace."""
    from briefer.accessibility import report_form
    from briefer.writers.target import check_target

    report_form(target)
    refuse_inputs("report", target, inputs)
    check_target(target, overwrite=force)


def write_report(report: AccessibilityReport, target: Path, *, force: bool) -> None:
    """Write the report, whole or not at all, in the form that the file's suffix asks for."""
    from briefer.accessibility import report_bytes
    from briefer.writers.target import replacing

    with replacing(target, overwrite=force) as stream:
        stream.write(report_bytes(report, target))


def _print(report: AccessibilityReport) -> None:
    """Print how the checks went, the findings, worst first, and what is left to eyes."""
    from briefer.accessibility import DECK_RULES

    failed = {finding.rule for finding in report.findings}
    total = len(DECK_RULES)
    passed = total - len(failed)
    print_line(f"{passed} of {total} checks pass." if failed else f"All {total} checks pass.")
    for severity, head in _HEADS.items():
        found = [finding for finding in report.findings if finding.severity == severity]
        if found:
            print_line()
            print_line(head)
        for finding in found:
            for line in _lines(finding):
                print_line(plain(line) if not line.startswith("  ") else f"  {plain(line)}")
    print_line()
    print_line(
        "What no program can check, --accessibility-report FILE lists for your eyes:"
        f" {_eyes(report)} of {len(report.rules)} rules."
    )


def _eyes(report: AccessibilityReport) -> int:
    """Return how many rules leave something to a person."""
    return sum(
        any(statement.status == "needs your eyes" for statement in line.statements)
        for line in report.rules
    )


def _lines(finding: DeckFinding) -> Iterator[str]:
    """Yield a finding in lines: where and what, then why it matters and the next step."""
    from briefer.accessibility import DECK_RULES

    place = f"slide {finding.slide}" if finding.slide else "deck"
    shape = f" ({finding.shape})" if finding.shape else ""
    yield f"{place}{shape}, {finding.rule}: {finding.message}"
    yield f"  {DECK_RULES[finding.rule].reason} {finding.hint}".rstrip()
