"""The command `export`: a briefing file (or the sample) in, a deck and a report out."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefer import paths
from briefer.cli.commands import Command, chosen_store, open_store
from briefer.cli.failures import plain
from briefer.cli.printing import print_fields, print_line
from briefer.errors import BriefingFileError, ExportError, TemplateError, did_you_mean

if TYPE_CHECKING:
    from briefer.pipeline import ExportReport
    from briefer.preflight import Finding


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
    _refuse_inputs(output, (briefing, chosen_store(context)))
    _refuse_other_kinds(output)
    report = _export(
        context, briefing or paths.sample_briefing(), output, template_name=template, force=force
    )
    _print_report(report)


def _refuse_other_kinds(target: Path) -> None:
    """Raise ExportError for a name that programs would not take for a presentation."""
    if target.name and not target.is_dir() and target.suffix.lower() != ".pptx":
        raise ExportError(
            f"{target} is no name for a deck.", hint="Give a name that ends in .pptx."
        )


def _refuse_inputs(target: Path, inputs: Iterable[Path | None]) -> None:
    """Raise ExportError where the deck would replace what it is made from, even by force."""
    for path in inputs:
        with contextlib.suppress(OSError):
            if path is not None and target.samefile(path):
                raise ExportError(
                    f"{target} is what the deck is made from.", hint="Give the deck another name."
                )


def _export(
    context: click.Context,
    briefing_file: Path,
    target: Path,
    *,
    template_name: str | None,
    force: bool,
) -> ExportReport:
    """Write the deck through the pipeline; return its report."""
    from briefer.compose.kinds import SLIDE_KINDS
    from briefer.pipeline import build, export_deck, gather, require_records
    from briefer.storyboard.files import load_briefing
    from briefer.template.reader import read_template

    file = load_briefing(briefing_file, kinds=SLIDE_KINDS)
    _require_style(file.briefing.style, briefing_file.name)
    template = read_template(_template(template_name, file.briefing.template, briefing_file))
    store = open_store(context)
    records = gather(store, file.briefing, file.snapshot)
    require_records(file.briefing, records, briefing_file.name)
    pictures = paths.pictures_folder(store.path)
    built = build(file.briefing, records, template, pictures=pictures)
    return export_deck(built, template, target, overwrite=force)


def _require_style(style: str, name: str) -> None:
    """Raise BriefingFileError where a briefing file names a citation style that is not here."""
    from briefer.citations import STYLES

    if style not in STYLES:
        raise BriefingFileError(
            f"{name}: style: no citation style {style!r}.", hint=did_you_mean(style, STYLES)
        )


def _template(wanted: str | None, named: str, briefing_file: Path) -> Path:
    """Return the template asked for, else the one the briefing names; say which file is wrong."""
    from briefer.template.house import find_template

    houses = paths.bundled_templates()
    if wanted:
        return find_template(wanted, folder=houses)
    try:
        return find_template(named, folder=houses, beside=briefing_file.parent)
    except TemplateError as error:
        message = f"{briefing_file.name}: template: {error.message}"
        raise TemplateError(message, hint=error.hint) from error


def _print_report(report: ExportReport) -> None:
    """Print what was written, and each finding in one line."""
    print_line(f"Wrote {plain(str(report.path))}")
    counts = {
        "slides": report.slides,
        "citations": report.citations,
        "sources": report.sources,
        "findings": len(report.findings),
    }
    print_fields((name, [str(count)]) for name, count in counts.items())
    for finding in report.findings:
        print_line(plain(_finding_line(finding)))


def _finding_line(finding: Finding) -> str:
    """Return a finding as a line: how bad, on which slide, what, and the next step."""
    place = f"slide {finding.page}" if finding.page else "briefing"
    return " ".join(
        part for part in (f"{finding.severity}, {place}:", finding.message, finding.hint) if part
    )
