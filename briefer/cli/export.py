"""The command `export`: a briefing file (or the sample) in, a deck and a report out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefer import paths
from briefer.cli.commands import Command, open_store
from briefer.cli.printing import print_fields, print_line

if TYPE_CHECKING:
    from briefer.pipeline import ExportReport


@click.command("export", cls=Command)
@click.argument("briefing", required=False, type=click.Path(path_type=Path))
@click.option("--sample", is_flag=True, help="Export the bundled sample briefing.")
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="DECK",
    type=click.Path(path_type=Path),
    help="The .pptx file to write.",
)
@click.option("--template", metavar="NAME|FILE", help="A house template, or a .pptx/.potx file.")
@click.option("--force", is_flag=True, help="Replace the file if it exists.")
@click.pass_context
def export_command(
    context: click.Context,
    briefing: Path | None,
    sample: bool,
    output: Path,
    template: str | None,
    force: bool,
) -> None:
    """Export a BRIEFING file as a cited PowerPoint deck."""
    if sample == (briefing is not None):
        raise click.UsageError("Give a briefing file, or --sample; one of the two.", context)
    report = _export(
        context, briefing or paths.sample_briefing(), output, template=template, force=force
    )
    _print_report(report)


def _export(
    context: click.Context, briefing_file: Path, target: Path, *, template: str | None, force: bool
) -> ExportReport:
    """Write the deck through the pipeline; return its report."""
    from briefer.compose.kinds import SLIDE_KINDS
    from briefer.pipeline import export_deck, gather
    from briefer.storyboard.files import load_briefing
    from briefer.template.house import find_template
    from briefer.template.reader import read_template

    briefing, snapshot = load_briefing(briefing_file, kinds=SLIDE_KINDS)
    chosen = find_template(template or briefing.template, folder=paths.bundled_templates())
    gathered = gather(open_store(context), briefing, snapshot)
    return export_deck(briefing, gathered.records, read_template(chosen), target, overwrite=force)


def _print_report(report: ExportReport) -> None:
    """Print what was written, and each finding in one line."""
    print_line(f"Wrote {report.path}")
    print_fields(
        [
            ("slides", [str(report.slides)]),
            ("citations", [str(report.citations)]),
            ("sources", [str(report.sources)]),
            ("findings", [str(len(report.findings))]),
        ]
    )
    for finding in report.findings:
        print_line(f"{finding.severity}: {finding.where}: {finding.message}")
