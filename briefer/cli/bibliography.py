"""The commands `import-sources` and `export-sources`: sources in and out, as CSL-JSON, BibTeX, RIS.

In: a file that Zotero, EndNote, Mendeley or Briefer wrote. Out: what would become of each of its
items, and the records as kept; or a file that those programs read.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefer.cli.commands import Command, chosen_store, open_store
from briefer.cli.failures import plain
from briefer.cli.handed_in import STANDARD_INPUT
from briefer.cli.own_store import by_option, json_option, note, open_own_store, ref_of
from briefer.cli.printing import print_json, print_line, print_table
from briefer.cli.targets import refuse_inputs
from briefer.errors import BibliographyError, RecordError

if TYPE_CHECKING:
    from briefer.bibliography.plan import Choice, Plan, Planned
    from briefer.records import Record, Source
    from briefer.store import Store

_LONGEST_TITLE = 300
_FORMATS = ("csl-json", "bibtex", "ris")
_DUPLICATES: dict[str, Choice] = {
    "skip": "skip",
    "keep-both": "keep-both",
    "merge": "merge",
    "replace": "replace",
}


@click.command("import-sources", cls=Command)
@click.argument("file", metavar="FILE|-", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only tell what would become of each item.")
@click.option(
    "--duplicates",
    type=click.Choice(list(_DUPLICATES)),
    default="skip",
    help="What becomes of items that a source resembles; they are left out unless told.",
)
@click.option(
    "--keep-verification",
    is_flag=True,
    help="Believe a file that Briefer wrote in how far its sources were checked.",
)
@by_option
@json_option
@click.pass_context
def import_sources_command(
    context: click.Context,
    file: Path,
    dry_run: bool,
    duplicates: str,
    keep_verification: bool,
    by: str,
    as_json: bool,
) -> None:
    """Add the sources of a FILE (CSL-JSON, BibTeX or RIS) to the library.

    Each item is compared with the library first. All that is to be kept is kept, or nothing.
    """
    from briefer.bibliography.plan import plan_import, records_of
    from briefer.bibliography.reading import read_bibliography
    from briefer.store.trying import problem_of

    data, name = _read(file)
    bibliography = read_bibliography(data, name)
    store = open_store(context) if dry_run else open_own_store(context)
    plan = plan_import(
        bibliography,
        _sources(store.all("source")),
        taken={binned.record.id for binned in store.bin()},
        problem_of=problem_of,
        keep_verification=keep_verification,
    )
    records = records_of(plan, _choices(plan, _DUPLICATES[duplicates]))
    kept = records if dry_run else store.keep_all(records, by=by)
    if as_json:
        print_json(_json(plan, kept, dry_run=dry_run))
    else:
        _print(plan, kept, dry_run=dry_run)


def _read(file: Path) -> tuple[bytes, str]:
    """Return the bytes of a file, or of standard input for `-`, and its name for messages."""
    from briefer.bibliography.items import MOST_BYTES

    if file == STANDARD_INPUT:
        return sys.stdin.buffer.read(MOST_BYTES + 1), "standard input"
    try:
        with file.open("rb") as stream:
            return stream.read(MOST_BYTES + 1), file.name
    except OSError as error:
        message = f"{file} cannot be read: {error.strerror}."
        raise BibliographyError(
            message, hint="Name a file that Zotero or Briefer wrote."
        ) from error


def _sources(records: Sequence[Record]) -> Iterator[Source]:
    from briefer.records import Source

    return (record for record in records if isinstance(record, Source))


def _choices(plan: Plan, duplicates: Choice) -> dict[int, Choice]:
    """Return what becomes of items that are alike; what is here already is left alone."""
    return {item.number: duplicates for item in plan.items if item.status == "possible-duplicate"}


def _print(plan: Plan, kept: Sequence[Record], *, dry_run: bool) -> None:
    """Print each item, what is to be known of it, and what was done."""
    from briefer.bibliography.plan import STATUSES
    from briefer.bibliography.reading import FORMATS

    whole = plan.bibliography
    print_line(plain(f"{whole.name}: {FORMATS[whole.format]}, {whole.encoding}"))
    rows = [
        (str(item.number), STATUSES[item.status], _named(item), _why(item)) for item in plan.items
    ]
    print_table(rows, heads=("#", "STATUS", "SOURCE", "WHY"), wide=2)
    for item in plan.items:
        for line in _remarks(item):
            print_line(plain(f"{item.item.place}: {line}"))
    for said in whole.notes:
        note(f"{whole.name}: {said}")
    added = [record for record in kept if record.id not in plan.known]
    verb = "Would add" if dry_run else "Added"
    changed = len(kept) - len(added)
    also = f", {'would change' if dry_run else 'changed'} {changed:,}" if changed else ""
    left_out = len(plan.items) - len(kept)
    print_line(f"{verb} {len(added):,}{also}, left out {max(left_out, 0):,}.")


def _named(item: Planned) -> str:
    """Return the title of an item, or its key: of one that is far too long, how it begins."""
    said = item.item.title or item.item.key
    return said if len(said) <= _LONGEST_TITLE else f"{said[: _LONGEST_TITLE - 1].rstrip()}…"


def _why(item: Planned) -> str:
    """Return what an item resembles and why, or what is to be fixed."""
    if item.resembles is None:
        return item.reason
    place = " in this file" if item.in_file else ""
    return f"{item.resembles}{place}: {item.reason}"


def _remarks(item: Planned) -> Iterator[str]:
    """Yield what is doubtful in an item, and what no source has a field for."""
    for finding in item.findings:
        yield f"field {finding.field!r}: {finding.message}"
    kept = [one.field for one in item.unplaced if one.kept]
    if kept:
        yield f"kept in the note: {', '.join(kept)}"
    for one in item.unplaced:
        if not one.kept:
            yield f"field {one.field!r} is too long to be kept, and is left out."


def _json(plan: Plan, kept: Sequence[Record], *, dry_run: bool) -> dict[str, object]:
    whole = plan.bibliography
    return {
        "file": whole.name,
        "format": whole.format,
        "encoding": whole.encoding,
        "notes": list(whole.notes),
        "dry_run": dry_run,
        "counts": plan.counts,
        "items": [_json_item(item) for item in plan.items],
        "added": [record.id for record in kept if record.id not in plan.known],
        "changed": [record.id for record in kept if record.id in plan.known],
    }


def _json_item(item: Planned) -> dict[str, object]:
    return {
        "number": item.number,
        "line": item.item.line,
        "key": item.item.key,
        "title": item.item.title,
        "status": item.status,
        "id": item.record.id if item.record else None,
        "resembles": item.resembles,
        "in_file": item.in_file,
        "reason": item.reason,
        "findings": [{"field": one.field, "message": one.message} for one in item.findings],
        "not_understood": [
            {"field": one.field, "value": one.value, "kept": "note" if one.kept else None}
            for one in item.unplaced
        ],
    }


@click.command("export-sources", cls=Command)
@click.argument("source_ids", metavar="[ID]...", nargs=-1)
@click.option(
    "--briefing",
    "briefing_file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Only the sources that this briefing cites, in the order of its numbers.",
)
@click.option(
    "--to", "format_", type=click.Choice(_FORMATS), required=True, help="The format to write."
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
    help="The file to write.",
)
@click.option("--with-notes", is_flag=True, help="Write notes whole.")
@click.option("--force", is_flag=True, help="Replace the file if it exists.")
@click.pass_context
def export_sources_command(
    context: click.Context,
    source_ids: tuple[str, ...],
    briefing_file: Path | None,
    format_: str,
    output: Path,
    with_notes: bool,
    force: bool,
) -> None:
    """Write sources to a file: those with the IDs, those a briefing cites, or all."""
    if source_ids and briefing_file:
        raise click.UsageError("Give IDs, or --briefing; one of the two.", context)
    from briefer.bibliography.writing import WRITERS
    from briefer.writers.target import check_target, replacing

    refuse_inputs("list of sources", output, (briefing_file, chosen_store(context)))
    check_target(output, overwrite=force)
    store = open_store(context)
    if briefing_file:
        found = _cited(store, briefing_file)
    elif source_ids:
        found = [_source(store, ref_of(text)) for text in source_ids]
    else:
        found = list(_sources(store.all("source")))
    text = WRITERS[format_](found, notes=with_notes)
    with replacing(output, overwrite=force) as stream:
        stream.write(text.encode("utf-8"))
    print_line(plain(f"Wrote {output}: {len(found):,} source{'' if len(found) == 1 else 's'}"))


def _source(store: Store, ref: str) -> Source:
    from briefer.records import Source

    record = store.get(ref)
    if not isinstance(record, Source):
        raise RecordError(
            f"{ref} is no source.", hint="`briefer list sources` names those there are."
        )
    return record


def _cited(store: Store, file: Path) -> list[Source]:
    """Return the sources that a briefing cites, in the order of its numbers."""
    from briefer.citations import number_citations
    from briefer.compose import slides_of
    from briefer.compose.kinds import SLIDE_KINDS
    from briefer.pipeline import gather, require_records
    from briefer.storyboard.files import load_briefing

    loaded = load_briefing(file, kinds=SLIDE_KINDS)
    records = gather(store, loaded.briefing, loaded.snapshot)
    require_records(loaded.briefing, records, file.name)
    numbered = number_citations(slides_of(loaded.briefing, records), records)
    refs = dict.fromkeys(reference.source for reference in numbered.references)
    return list(_sources([records[ref] for ref in refs if ref in records]))
