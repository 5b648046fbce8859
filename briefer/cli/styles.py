"""The command `styles`: the citation styles there are, and those of `.csl` files added to them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefer import paths
from briefer.cli.commands import Command
from briefer.cli.failures import plain
from briefer.cli.own_store import note
from briefer.cli.printing import print_json, print_line, print_table

if TYPE_CHECKING:
    from briefer.citations.csl import Listed, Shelf


@click.command("styles", cls=Command)
@click.option(
    "--add", "file", metavar="FILE", type=click.Path(path_type=Path), help="Add a .csl file."
)
@click.option("--force", is_flag=True, help="With --add: replace the style of this name.")
@click.option("--remove", metavar="NAME", help="Remove a style that was added.")
@click.option("--json", "as_json", is_flag=True, help="Print the styles as JSON.")
@click.pass_context
def styles_command(
    context: click.Context, file: Path | None, force: bool, remove: str | None, as_json: bool
) -> None:
    """List the citation styles; add one from a .csl FILE, or remove one that was added."""
    from briefer.citations.csl import Shelf

    if file and remove:
        raise click.UsageError("Give --add or --remove, not both.", context)
    if force and not file:
        raise click.UsageError("--force is of use only with --add.", context)
    shelf = Shelf(paths.user_styles())
    if file:
        _add(shelf, file, replace=force, as_json=as_json)
    elif remove:
        shelf.remove(remove)
        if as_json:
            print_json({"removed": remove})
        else:
            print_line(plain(f"Removed {remove}"))
    elif as_json:
        print_json([_json(style) for style in shelf.listed()])
    else:
        rows = ((style.name, style.problem or style.label) for style in shelf.listed())
        print_table(rows, heads=("STYLE", "LABEL"), wide=1)


def _add(shelf: Shelf, file: Path, *, replace: bool, as_json: bool) -> None:
    style, found = shelf.add(file, replace=replace)
    if as_json:
        print_json({**_json(style), "notes": list(found.notes)})
        return
    print_line(plain(f"Added {style.name}: {style.label}"))
    for said in found.notes:
        note(said)


def _json(style: Listed) -> dict[str, object]:
    return {"name": style.name, "label": style.label, "problem": style.problem or None}
