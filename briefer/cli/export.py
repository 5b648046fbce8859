"""The command `export`: a briefing file (or the sample) in, files and a report out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefer import paths
from briefer.cli.check_deck import check_report_place, check_written
from briefer.cli.commands import Command, chosen_store, open_store
from briefer.cli.failures import plain
from briefer.cli.garbage import kept_for_later
from briefer.cli.overriding import Overrides, check_overrides, keep_overrides, terms
from briefer.cli.printing import print_fields, print_line
from briefer.cli.targets import Targets, check_places, check_targets
from briefer.errors import BrieferError, BriefingFileError, TemplateError, UnknownNameError

if TYPE_CHECKING:
    from briefer.citations import Style
    from briefer.pipeline import Built, ExportReport
    from briefer.preflight import Finding
    from briefer.release import LeftOut
    from briefer.template.model import Template

_FILE = click.Path(path_type=Path)
_WIDTHS = click.IntRange(160, 7680)
_WIDTH = 1920


@click.command("export", cls=Command)
@click.argument("briefing", required=False, type=click.Path(path_type=Path))
@click.option("--sample", is_flag=True, help="Export the bundled sample briefing.")
@click.option("-o", "--output", metavar="DECK", type=_FILE, help="The .pptx file to write.")
@click.option("--pdf", metavar="FILE", type=_FILE, help="Write the slides as a PDF.")
@click.option("--handout", metavar="FILE", type=_FILE, help="Write slides and notes as a PDF.")
@click.option("--png", metavar="DIR", type=_FILE, help="Write the slides as pictures.")
@click.option(
    "--png-width", metavar="PIXELS", type=_WIDTHS, help="Width of the pictures; 1920 unless told."
)
@click.option("--author", metavar="NAME", default="", help="Who the files' properties name.")
@click.option("--template", metavar="NAME|FILE", help="A house template, or a .pptx/.potx file.")
@click.option("--style", metavar="NAME", help="A citation style, instead of the briefing's own.")
@click.option(
    "--release-to",
    metavar="MARKING",
    help='Leave out what is marked above this; "" leaves out all that is marked.',
)
@click.option(
    "--override",
    metavar="CHECK",
    multiple=True,
    help="Export in spite of the errors of a check; the briefing file keeps it.",
)
@click.option("--reason", metavar="TEXT", default="", help="Why checks are overridden.")
@click.option("--by", metavar="NAME", default="", help="Who overrides checks.")
@click.option(
    "--accessibility-report",
    metavar="REPORT",
    type=_FILE,
    help="Check the deck written, and write the report to this file.",
)
@click.option("--force", is_flag=True, help="Replace files that exist.")
@click.pass_context
def export_command(
    context: click.Context,
    briefing: Path | None,
    sample: bool,
    output: Path | None,
    pdf: Path | None,
    handout: Path | None,
    png: Path | None,
    png_width: int | None,
    author: str,
    template: str | None,
    style: str | None,
    release_to: str | None,
    override: tuple[str, ...],
    reason: str,
    by: str,
    accessibility_report: Path | None,
    force: bool,
) -> None:
    """Export a BRIEFING file as a cited PowerPoint deck, a PDF, a handout or pictures."""
    if sample == (briefing is not None):
        raise click.UsageError("Give a briefing file, or --sample; one of the two.", context)
    if png_width is not None and png is None:
        raise click.UsageError("--png-width is of use only with --png.", context)
    overrides = _overrides(context, Overrides(override, reason.strip(), by.strip()), sample=sample)
    targets = Targets(output, pdf, handout, png, png_width or _WIDTH)
    check_targets(targets, (briefing, chosen_store(context)))
    if accessibility_report is not None:
        if output is None:
            raise click.UsageError("--accessibility-report is of use only with -o.", context)
        check_report_place(accessibility_report, (briefing, output), force=force)
    if targets.painted:
        from briefer.display import require_painting

        require_painting()
    file = briefing or paths.sample_briefing()
    with kept_for_later():
        built, made_for, left_out = _build(
            context, file, template_name=template, style=style, release_to=release_to
        )
        check_places(targets, _pictures_of(built), overwrite=force)
        if overrides.checks:
            check_overrides(built, overrides)
            built = keep_overrides(file, built, overrides, reasons=release_to is None)
        reports = list(_written(built, made_for, targets, author=author.strip(), force=force))
    _print_report(reports)
    for item in left_out:
        print_line(plain(f"left out: {item.what}, {item.name}: {item.reason}."))
    if accessibility_report is not None and output is not None:
        check_written(context, output, accessibility_report, force=force)


def _overrides(context: click.Context, wanted: Overrides, *, sample: bool) -> Overrides:
    """Return the overrides wanted; raise UsageError where they are not all there."""
    if wanted.checks and not wanted.reason:
        raise click.UsageError("--override asks for a --reason, which the briefing keeps.", context)
    if not wanted.checks and (wanted.reason or wanted.by):
        raise click.UsageError("--reason and --by are of use only with --override.", context)
    if wanted.checks and sample:
        raise click.UsageError("The sample is not written; --override has nowhere to go.", context)
    return wanted


def _pictures_of(built: Built) -> tuple[str, ...]:
    """Return the names of the pictures of slides."""
    from briefer.pipeline import picture_names

    return picture_names(built.pages)


def _build(
    context: click.Context,
    briefing_file: Path,
    *,
    template_name: str | None,
    style: str | None,
    release_to: str | None,
) -> tuple[Built, Template, tuple[LeftOut, ...]]:
    """Return the built briefing, the template it was built on, and what is not released."""
    from briefer.citations.csl import Shelf
    from briefer.compose.kinds import SLIDE_KINDS
    from briefer.pipeline import build, gather, require_records
    from briefer.release import release
    from briefer.storyboard.files import load_briefing
    from briefer.template.reader import read_template

    file = load_briefing(briefing_file, kinds=SLIDE_KINDS)
    briefing = file.briefing
    styles = Shelf(paths.user_styles())
    if style is None:
        _require_style(briefing.style, briefing_file.name, styles)
    else:
        briefing = replace(briefing, style=styles[style].name)
    template = read_template(_template(template_name, file.briefing.template, briefing_file))
    store = open_store(context)
    records = gather(store, briefing, file.snapshot)
    require_records(briefing, records, briefing_file.name)
    pictures = paths.pictures_folder(store.path)
    left_out: tuple[LeftOut, ...] = ()
    if release_to is not None:
        released = release(briefing, records, release_to)
        briefing, records, left_out = released.briefing, released.records, released.left_out
    built = build(briefing, records, template, pictures=pictures, styles=styles, terms=terms())
    return built, template, left_out


def _written(
    built: Built, template: Template, targets: Targets, *, author: str, force: bool
) -> Iterator[ExportReport]:
    """Write what is wanted; yield a report of each."""
    from briefer.pipeline import export_deck

    if targets.deck is not None:
        yield export_deck(built, template, targets.deck, author=author, overwrite=force)
    if not targets.painted:
        return
    # Not before: Qt is slow to load, and without its libraries it cannot be.
    from briefer.publish import export_handout, export_pdf, export_pictures, painting

    with painting():
        if targets.pdf is not None:
            yield export_pdf(built, template, targets.pdf, author=author, overwrite=force)
        if targets.handout is not None:
            yield export_handout(built, template, targets.handout, author=author, overwrite=force)
        if targets.pictures is not None:
            yield export_pictures(
                built, template, targets.pictures, width_px=targets.width, overwrite=force
            )


def _require_style(style: str, name: str, styles: Mapping[str, Style]) -> None:
    """Raise BriefingFileError where a briefing file names a citation style that cannot be used."""
    try:
        styles[style]
    except UnknownNameError as error:
        raise BriefingFileError(
            f"{name}: style: no citation style {style!r}.", hint=error.hint
        ) from error
    except BrieferError as error:
        raise BriefingFileError(f"{name}: style: {error.message}", hint=error.hint) from error


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


def _print_report(reports: list[ExportReport]) -> None:
    """Print what was written, and each finding in one line."""
    for report in reports:
        print_line(f"Wrote {plain(str(report.path))}")
    report = reports[0]
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
