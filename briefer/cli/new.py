"""The commands `presets` (what types of briefing there are) and `new` (records in, briefing out).

In: the name of a preset, ids of records or none for the whole library. Out: a briefing file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefer.cli.commands import Command, open_store
from briefer.cli.own_store import ref_of
from briefer.cli.printing import print_json, print_line, print_table
from briefer.errors import BriefingFileError

if TYPE_CHECKING:
    from briefer.records import Record
    from briefer.store import Store
    from briefer.storyboard.briefing import Briefing

_SUFFIX = ".briefing"


@click.command("presets", cls=Command)
@click.option("--json", "as_json", is_flag=True, help="Print the presets as JSON.")
def presets_command(as_json: bool) -> None:
    """List the types of briefing that `briefer new` can begin."""
    from briefer.compose.presets import PRESETS

    presets = list(PRESETS.values())
    if as_json:
        print_json([{"name": p.name, "label": p.label, "hint": p.hint} for p in presets])
    else:
        rows = ((preset.name, preset.label, preset.hint) for preset in presets)
        print_table(rows, heads=("PRESET", "LABEL", "HOLDS"), wide=2)


@click.command("new", cls=Command)
@click.option("--preset", required=True, metavar="NAME", help="A type that `presets` lists.")
@click.option(
    "--records",
    multiple=True,
    metavar="ID",
    help="A record to brief on, more with each --records; the whole library unless told.",
)
@click.option("--title", default="", metavar="TEXT", help="The briefing's title.")
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The .briefing file to write.",
)
@click.option("--force", is_flag=True, help="Replace the file if it exists.")
@click.option("--json", "as_json", is_flag=True, help="Print what was written as JSON.")
@click.pass_context
def new_command(
    context: click.Context,
    preset: str,
    records: tuple[str, ...],
    title: str,
    output: Path,
    force: bool,
    as_json: bool,
) -> None:
    """Begin a briefing file from a preset: slides proposed from records, prompts for your words."""
    from briefer.compose.presets import PRESETS
    from briefer.storyboard.files import BriefingFile, save_briefing

    chosen = PRESETS[preset]
    _check(output, force=force)
    found = _records(open_store(context), [ref_of(text) for text in records])
    briefing = chosen.propose(found)
    if title.strip():
        briefing = replace(briefing, title=" ".join(ref_of(title).split()))
    save_briefing(output, BriefingFile(briefing))
    _print(briefing, output, as_json=as_json)


def _check(output: Path, *, force: bool) -> None:
    """Raise BriefingFileError for a file that is no briefing or would be lost."""
    if output.suffix.lower() != _SUFFIX:
        raise BriefingFileError(
            f"{output} does not end in {_SUFFIX}.", hint=f"Name a file such as my{_SUFFIX}."
        )
    if output.exists() and not force:
        raise BriefingFileError(f"{output} exists already.", hint="Add --force to replace it.")


def _records(store: Store, refs: Sequence[str]) -> list[Record]:
    """Return the records named, in order, or those of the library; raise for one nobody has."""
    return [store.get(ref) for ref in refs] if refs else store.telling()


def _print(briefing: Briefing, output: Path, *, as_json: bool) -> None:
    """Print where the briefing is and what its sections hold."""
    if as_json:
        sections = [
            {"title": section.title, "kinds": [card.kind for card in section.cards]}
            for section in briefing.sections
        ]
        print_json(
            {
                "path": str(output),
                "preset": briefing.preset,
                "title": briefing.title,
                "cards": len(briefing.cards),
                "sections": sections,
            }
        )
        return
    print_line(f"Wrote {output}: {len(briefing.cards)} slides")
    for section in briefing.sections:
        print_line(f"  {section.title}: {', '.join(card.kind for card in section.cards)}")
