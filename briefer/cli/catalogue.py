"""The commands `kinds` (what slides there are) and `build-store` (text in, store out)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefer import paths
from briefer.cli.commands import Command, chosen_store
from briefer.cli.printing import print_json, print_line, print_table
from briefer.errors import StoreError

if TYPE_CHECKING:
    from briefer.compose.kinds import SlideKind, Takes


@click.command("kinds", cls=Command)
@click.option("--json", "as_json", is_flag=True, help="Print the kinds as JSON.")
def kinds_command(as_json: bool) -> None:
    """List the slide kinds, the records each of them takes, and the options of its cards."""
    from briefer.compose.kinds import SLIDE_KINDS

    kinds = list(SLIDE_KINDS.values())
    if as_json:
        print_json([_json(kind) for kind in kinds])
    else:
        rows = ((kind.name, kind.label, _takes(kind), _options(kind)) for kind in kinds)
        print_table(rows, heads=("KIND", "LABEL", "TAKES", "OPTIONS"), wide=2)


def _json(kind: SlideKind) -> dict[str, object]:
    """Return a kind in plain values."""
    return {
        "name": kind.name,
        "label": kind.label,
        "takes": [
            {"type": take.type, "minimum": take.minimum, "maximum": take.maximum}
            for take in kind.takes
        ],
        "choices": [
            {
                "name": choice.name,
                "label": choice.label,
                "values": [{"value": item.value, "label": item.label} for item in choice.values],
            }
            for choice in kind.choices
        ],
    }


def _takes(kind: SlideKind) -> str:
    """Return the records that a kind takes, in words."""
    if kind.added_by_itself:
        return "nothing; it is added by itself"
    return ", ".join(map(_count, kind.takes)) or "no records"


def _options(kind: SlideKind) -> str:
    """Return the options of a card of this kind with their values: "layout=axis|list|table"."""
    told = (
        f"{choice.name}={'|'.join(item.value for item in choice.values)}" for choice in kind.choices
    )
    return " ".join(told)


def _count(takes: Takes) -> str:
    """Return how many records of a type may be picked, such as "1 to 6 statistics"."""
    least, most = takes.minimum, takes.maximum
    if most is None:
        return f"{least} or more {takes.type}s" if least else f"any {takes.type}s"
    number = str(most) if least == most else f"{least} to {most}"
    return f"{number} {takes.type}{'' if most == 1 else 's'}"


@click.command("build-store", cls=Command)
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="The store to write [default: --store, else store.sqlite in this folder].",
)
@click.option("--force", is_flag=True, help="Replace the file if it exists.")
@click.pass_context
def build_store_command(context: click.Context, output: Path | None, force: bool) -> None:
    """Build a store from the text files of the bundled library."""
    from briefer.store import build_store

    target = output or chosen_store(context) or Path("store.sqlite")
    if target.exists() and not force:
        raise StoreError(f"{target} exists already.", hint="Add --force to replace it.")
    build_store(paths.bundled_library(), target)
    print_line(f"Wrote {target}")
