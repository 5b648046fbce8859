"""The commands `delete`, `bin`, `restore` and `history`: what was, and how to get it back.

In: ids. Out: lines or JSON. Reading commands open the store read-only, like all others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefer.cli.commands import Command, open_store
from briefer.cli.own_store import (
    by_option,
    json_option,
    note,
    note_lost,
    open_own_store,
    print_kept,
    ref_of,
)
from briefer.cli.printing import print_json, print_line, print_table

if TYPE_CHECKING:
    from briefer.store import Binned, Revision


@click.command("delete", cls=Command)
@click.argument("record_ids", metavar="ID...", nargs=-1, required=True)
@click.option("--force", is_flag=True, help="Delete it even if other records name it.")
@by_option
@json_option
@click.pass_context
def delete_command(
    context: click.Context, record_ids: tuple[str, ...], force: bool, by: str, as_json: bool
) -> None:
    """Put the records with these IDs into the bin: all of them, or none.

    They can be restored. A record that others name is kept unless forced.
    """
    refs = list(dict.fromkeys(map(ref_of, record_ids)))
    store = open_own_store(context)
    naming = store.delete_all(refs, by=by, force=force)
    if as_json:
        print_json({"deleted": refs, "named_by": [record.id for record in naming]})
        return
    for ref in refs:
        print_line(f"Deleted {ref}; briefer restore {ref} brings it back.")
    for record in naming:
        note(f"{record.id} still names what was deleted.")


@click.command("bin", cls=Command)
@json_option
@click.pass_context
def bin_command(context: click.Context, as_json: bool) -> None:
    """List the deleted records, the newest first."""
    binned = open_store(context).bin()
    if as_json:
        print_json([_binned(one) for one in binned])
    elif binned:
        rows = [
            (one.deleted_at or "", one.deleted_by or "", _what(one), one.record.id)
            for one in binned
        ]
        print_table(rows, heads=("DELETED", "BY", "RECORD", "ID"), wide=2)
    else:
        print_line("The bin is empty.")


def _what(one: Binned) -> str:
    merged = f" (merged into {one.into})" if one.into else ""
    return f"{one.record.label}{merged}"


def _binned(one: Binned) -> dict[str, object]:
    return {
        "id": one.record.id,
        "type": one.record.type,
        "label": one.record.label,
        "revision": one.record.revision,
        "deleted_at": one.deleted_at,
        "deleted_by": one.deleted_by,
        "into": one.into,
    }


@click.command("restore", cls=Command)
@click.argument("record_id", metavar="ID")
@click.option(
    "--revision",
    type=click.IntRange(min=1),
    metavar="N",
    help="Bring back what it was at this revision.",
)
@by_option
@json_option
@click.pass_context
def restore_command(
    context: click.Context, record_id: str, revision: int | None, by: str, as_json: bool
) -> None:
    """Bring the record with this ID back from the bin, or back to an earlier revision.

    Nothing is forgotten by that: what it was in between stays in its history.
    """
    store = open_own_store(context)
    kept = store.restore(ref_of(record_id), revision=revision, by=by)
    print_kept("Restored", [kept], store, as_json=as_json)
    note_lost([kept], store)


@click.command("history", cls=Command)
@click.argument("record_id", metavar="ID")
@json_option
@click.pass_context
def history_command(context: click.Context, record_id: str, as_json: bool) -> None:
    """List what was done to the record with this ID, the newest first."""
    from briefer.store import CHANGES

    revisions = open_store(context).history(ref_of(record_id))
    if as_json:
        print_json([_revision(one) for one in revisions])
        return
    rows = [
        (
            str(one.revision),
            one.changed_at or "",
            one.changed_by or "",
            f"{CHANGES[one.change]}{f' into {one.into}' if one.into else ''}",
            ", ".join(one.changed),
        )
        for one in revisions
    ]
    print_table(rows, heads=("REVISION", "WHEN", "BY", "CHANGE", "FIELDS"), wide=4)


def _revision(one: Revision) -> dict[str, object]:
    from briefer.records.codec import to_pack

    return {
        "revision": one.revision,
        "change": one.change,
        "changed_at": one.changed_at,
        "changed_by": one.changed_by,
        "into": one.into,
        "changed": list(one.changed),
        "record": to_pack(one.record),
    }
