"""The commands `backup` (make, list, restore) and `doctor` (how healthy a library is)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefer import paths
from briefer.cli.commands import Command, chosen_store, readable_store
from briefer.cli.failures import plain
from briefer.cli.own_store import refuse_bundled
from briefer.cli.printing import print_fields, print_json, print_line, print_table
from briefer.errors import StoreError

if TYPE_CHECKING:
    from briefer.store.doctor import Health
    from briefer.store.problems import Problem

_LATEST = "latest"


@click.command("backup", cls=Command)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write the copy to this file instead of the folder of backups.",
)
@click.option("--list", "as_list", is_flag=True, help="List the backups there are, newest first.")
@click.option(
    "--restore",
    metavar="FILE|latest",
    help="Put a backup in the library's place; what is there is kept under another name.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")
@click.pass_context
def backup_command(
    context: click.Context, output: Path | None, as_list: bool, restore: str | None, as_json: bool
) -> None:
    """Back up your library, list its backups, or restore one of them.

    Backups lie in the folder "backups" beside the library; the newest ten are kept,
    of a large library as many as take 4 GB, but never fewer than two.
    """
    if sum((output is not None, as_list, restore is not None)) > 1:
        raise click.UsageError("Give one of --output, --list and --restore.", context)
    store = chosen_store(context) or paths.user_store()
    if as_list:
        _list(store, as_json=as_json)
    elif restore is not None:
        _restore(store, restore, as_json=as_json)
    else:
        _back_up(_own(context), output, as_json=as_json)


def _own(context: click.Context) -> Path:
    """Return the store named, else the user's own; raise StoreError where there is none."""
    store = chosen_store(context) or paths.user_store()
    if chosen_store(context) is None and not store.exists():
        raise StoreError(
            f"You have no library of your own yet: there is none at {store}.",
            hint="Open the window once, or name a library with --store.",
        )
    return store


def _back_up(store: Path, output: Path | None, *, as_json: bool) -> None:
    from briefer.store.backups import backup_folder, make_backup, make_copy

    if output is None:
        target = make_backup(store, backup_folder(store))
    else:
        make_copy(store, output)
        target = output
    if as_json:
        print_json({"library": str(store), "backup": str(target)})
    else:
        print_line(f"Wrote {plain(str(target))}")


def _list(store: Path, *, as_json: bool) -> None:
    from briefer.store.backups import backups_of, time_of

    found = [(time_of(path), path.stat().st_size, path) for path in backups_of(store)]
    if as_json:
        print_json(
            [
                {"file": str(path), "time": f"{time:%Y-%m-%dT%H:%M:%SZ}", "bytes": size}
                for time, size, path in found
            ]
        )
    elif found:
        rows = (
            (f"{time:%Y-%m-%d %H:%M} UTC", f"{size:,}", str(path)) for time, size, path in found
        )
        print_table(rows, heads=("MADE", "BYTES", "FILE"), wide=2)
    else:
        print_line(f"There are no backups of {plain(str(store))}.")


def _restore(store: Path, chosen: str, *, as_json: bool) -> None:
    from briefer.store.backups import backup_folder
    from briefer.store.restoring import newest_good, restore_backup

    refuse_bundled(store)
    backup = newest_good(store) if chosen == _LATEST else Path(chosen)
    if backup is None:
        raise StoreError(
            f"There is no sound backup of {store} in {backup_folder(store)}.",
            hint="Name one with --restore FILE.",
        )
    kept = restore_backup(backup, store)
    if as_json:
        values = {"library": store, "restored": backup, "kept": kept}
        print_json({name: path and str(path) for name, path in values.items()})
        return
    print_line(f"Restored {plain(str(backup))} to {plain(str(store))}")
    if kept is not None:
        print_line(f"What was there is kept as {plain(str(kept))}")


@click.command("doctor", cls=Command)
@click.option("--repair", is_flag=True, help="First make the index anew from the records.")
@click.option("--json", "as_json", is_flag=True, help="Print counts and problems as JSON.")
@click.pass_context
def doctor_command(context: click.Context, repair: bool, as_json: bool) -> None:
    """Examine a library: whether the file is sound and every record whole, cited and linked.

    Nothing is written, unless --repair asks for it. The exit status is 1 where there is an error;
    warnings and notes are for a person to judge.
    """
    from briefer.store import doctor

    if repair:
        store = _own(context)
        refuse_bundled(store)
        backup = doctor.repair(store)
        if not as_json:
            print_line(f"Made the index anew; the library as it was is {plain(str(backup))}")
    else:
        store = chosen_store(context) or readable_store()
    health = doctor.examine_library(store)
    if as_json:
        print_json(_json(store, health))
    else:
        _print(store, health)
    if health.count("error"):
        context.exit(1)


def _json(store: Path, health: Health) -> dict[str, object]:
    """Return the health of a library in plain values."""
    return {
        "library": str(store),
        "counts": dict(health.counts),
        **{f"{severity}s": number for severity, number in _numbers(health).items()},
        "problems": [
            {
                "check": problem.check,
                "severity": problem.severity,
                "id": problem.ref or None,
                "message": problem.message,
                "hint": problem.hint,
            }
            for problem in health.problems
        ],
    }


def _print(store: Path, health: Health) -> None:
    """Print how many records there are, each problem in a line, and how many of those."""
    counts = ((f"{type_}s", [str(count)]) for type_, count in health.counts.items())
    print_fields((("library", [str(store)]), *counts))
    for problem in health.problems:
        print_line(plain(_line(problem)))
    numbers = _numbers(health)
    print_line(", ".join(_counted(number, word) for word, number in numbers.items()))


def _line(problem: Problem) -> str:
    place = f"{problem.severity}, {problem.check}"
    return f"{place}, {problem.ref}: {problem.message} {problem.hint}".replace(", : ", ": ")


def _numbers(health: Health) -> dict[str, int]:
    from briefer.store.problems import SEVERITIES

    return {severity: health.count(severity) for severity in SEVERITIES}


def _counted(number: int, word: str) -> str:
    return f"{number or 'no'} {word}{'' if number == 1 else 's'}"
