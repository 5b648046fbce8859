"""The commands that change records: `add`, `edit`, `duplicate` and `merge`. JSON in, JSON out.

In: records or fields as JSON. Out: the records as kept. They change the user's own store only.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefer.cli.commands import Command
from briefer.cli.failures import plain
from briefer.cli.handed_in import (
    STANDARD_INPUT,
    changed_record,
    new_record,
    read_records,
    set_values,
)
from briefer.cli.own_store import (
    by_option,
    json_option,
    note,
    open_own_store,
    print_kept,
    ref_of,
)
from briefer.cli.printing import print_line
from briefer.errors import PackError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefer.records import Record
    from briefer.store import Store

_MOST_COMPARED = 200
_MOST_ALIKE = 2


@click.command("add", cls=Command)
@click.argument("file", metavar="[FILE|-]", default=STANDARD_INPUT, type=click.Path(path_type=Path))
@by_option
@json_option
@click.pass_context
def add_command(context: click.Context, file: Path, by: str, as_json: bool) -> None:
    """Add the record, or the list of records, in a JSON FILE (or on standard input).

    All are added or none. A record without an "id" gets a new one; its "type" must be given then.
    """
    handed = read_records(file)
    store = open_own_store(context)
    records: list[Record] = []
    for one in handed:
        record, named = new_record(one)
        ref = record.id if named else store.new_id(record.type, record.label)
        records.append(dataclasses.replace(record, id=ref))
    alike = [(record, _alike(record, store)) for record in records[:_MOST_COMPARED]]
    kept = store.add_all(records, by=by, where=[one.place for one in handed])
    print_kept("Added", kept, store, as_json=as_json)
    for record, others in alike:
        for other in others:
            note(
                f"{record.id} may be the same as {other.id} ({other.label});"
                f" if it is: briefer merge {other.id} {record.id}"
            )


def _alike(record: Record, store: Store) -> Sequence[Record]:
    return store.duplicates(record, limit=_MOST_ALIKE)


@click.command("edit", cls=Command)
@click.argument("record_id", metavar="ID")
@click.argument("file", metavar="[FILE|-]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="FIELD=VALUE",
    help="Give a field this value, none if it is empty (may be repeated).",
)
@by_option
@json_option
@click.pass_context
def edit_command(
    context: click.Context,
    record_id: str,
    file: Path | None,
    settings: tuple[str, ...],
    by: str,
    as_json: bool,
) -> None:
    """Change fields of the record with this ID.

    FILE holds a JSON object of the fields to change; null takes a field away. With the "revision"
    that `show` printed, a change that somebody else made since then is not overwritten.
    """
    if file is None and not settings:
        raise click.UsageError("Give a FILE of the fields to change, or --set.", context)
    ref = ref_of(record_id)
    changes = read_records(file) if file else []
    if len(changes) > 1:
        raise PackError(f"{changes[1].place}: one record is edited at a time.")
    store = open_own_store(context)
    record = store.get(ref)
    wanted = changed_record(record, [*changes, *([set_values(ref, settings)] if settings else [])])
    kept = store.save(wanted, by=by)
    if kept.revision == record.revision and not as_json:
        print_line(plain(f"{ref} is so already; nothing was changed."))
    else:
        print_kept("Changed", [kept], store, as_json=as_json)


@click.command("duplicate", cls=Command)
@click.argument("record_id", metavar="ID")
@by_option
@json_option
@click.pass_context
def duplicate_command(context: click.Context, record_id: str, by: str, as_json: bool) -> None:
    """Add a copy of the record with this ID, under a new one."""
    store = open_own_store(context)
    copy = store.duplicate(ref_of(record_id), by=by)
    print_kept("Added", [copy], store, as_json=as_json)


@click.command("merge", cls=Command)
@click.argument("keep", metavar="KEEP")
@click.argument("other", metavar="OTHER")
@by_option
@json_option
@click.pass_context
def merge_command(context: click.Context, keep: str, other: str, by: str, as_json: bool) -> None:
    """Make two records one: KEEP takes what OTHER knows, and OTHER goes to the bin.

    KEEP and OTHER are ids. Whatever named OTHER names KEEP afterwards.
    """
    store = open_own_store(context)
    kept = store.merge(ref_of(keep), ref_of(other), by=by)
    print_kept(f"Merged {plain(ref_of(other))} into", [kept], store, as_json=as_json)
