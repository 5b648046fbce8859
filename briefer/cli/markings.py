"""The command `markings`: which profiles there are, and whether a marking follows their rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefer.cli.commands import Command
from briefer.cli.failures import plain
from briefer.cli.own_store import ref_of
from briefer.cli.printing import print_fields, print_json, print_line, print_table

if TYPE_CHECKING:
    from briefer.markings import Reading


@click.command("markings", cls=Command)
@click.argument("marking", required=False)
@click.option("--profile", default="", metavar="NAME", help="The rules; guessed unless told.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@click.pass_context
def markings_command(
    context: click.Context, marking: str | None, profile: str, as_json: bool
) -> None:
    """List the marking profiles, or check a MARKING and show what becomes of it.

    Ends with status 1 where the marking is not understood.
    """
    from briefer.markings import PROFILES, read

    if marking is None:
        _print_profiles(as_json=as_json)
        return
    name = PROFILES[ref_of(profile)].name
    reading = read(ref_of(marking), name)
    if as_json:
        print_json({"profile": name, **_json(reading, name)})
    else:
        _print_reading(reading, name)
    if not reading.ok:
        context.exit(1)


def _print_profiles(*, as_json: bool) -> None:
    from briefer.markings import PROFILES

    if as_json:
        print_json(
            [{"name": p.name, "title": p.title, "about": p.about} for p in PROFILES.values()]
        )
    else:
        rows = ((p.name or "-", p.title, p.about) for p in PROFILES.values())
        print_table(rows, heads=("PROFILE", "TITLE", "ABOUT"), wide=2)


def _shown(reading: Reading, profile: str) -> dict[str, str]:
    """Return what a marking that was understood becomes, by the names of the places."""
    from briefer.markings import banner, file_tag, portion

    if reading.marking is None:
        return {}
    return {
        "banner": banner(reading.text, profile),
        "portion": portion(reading.marking, profile),
        "file name": file_tag(reading.marking),
    }


def _json(reading: Reading, profile: str) -> dict[str, object]:
    return {
        "marking": reading.text,
        "understood": reading.ok,
        "problems": [
            {"element": p.element, "severity": p.severity, "message": p.message}
            for p in reading.problems
        ],
        "suggestion": reading.suggestion,
        **{name.replace(" ", "_"): words for name, words in _shown(reading, profile).items()},
    }


def _print_reading(reading: Reading, profile: str) -> None:
    """Print a marking's problems, what to write instead, or what becomes of it."""
    for problem in reading.problems:
        print_line(f"{problem.severity}: {problem.element}: {plain(problem.message)}")
    if reading.suggestion:
        print_line(f"Write {plain(reading.suggestion)}")
    shown = [(name, [words]) for name, words in _shown(reading, profile).items() if words]
    if shown:
        print_fields(shown)
