"""What the commands that change the library share: the store to write, who, and what is printed.

In: the context. Out: the user's own store open for writing, records printed as kept. The bundled
store is never written.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefer import paths
from briefer.cli.commands import chosen_store
from briefer.cli.failures import plain
from briefer.cli.printing import print_json, print_line
from briefer.cli.records import line_of, records_json
from briefer.errors import StoreError

if TYPE_CHECKING:
    from briefer.records import Record, Ref
    from briefer.store import Store

by_option = click.option(
    "--by", default="", metavar="NAME", help="Your name, to be kept with the change."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")


def open_own_store(context: click.Context) -> Store:
    """Return the store to write: the one named, else the user's, made from the bundled one.

    Raise StoreError where the bundled store is named, or the store is unfit.
    """
    from briefer.store import Store, ensure_user_store

    path = chosen_store(context)
    if path is None:
        path = paths.user_store()
        ensure_user_store(paths.bundled_store(), path)
    refuse_bundled(path)
    return context.with_resource(Store.open(path))


def refuse_bundled(path: Path) -> None:
    """Raise StoreError where a store to be written is the bundled one."""
    with contextlib.suppress(OSError):
        if path.samefile(paths.bundled_store()):
            raise StoreError(
                f"{path} is the bundled library, which is never changed.",
                hint="Leave --store out to change your own copy, or name another copy.",
            )


def ref_of(text: str) -> Ref:
    """Return an argument as an id; bytes that are no text reach us as lone surrogates."""
    from briefer.records.text import clean_text

    return clean_text(text)


def print_kept(did: str, records: Sequence[Record], store: Store, *, as_json: bool) -> None:
    """Print records as kept: whole as JSON, or a line each, such as "Added ID: what it is"."""
    if as_json:
        print_json(records_json(records, store))
        return
    linked = store.get_many(ref for record in records for ref in record.links())
    for record in records:
        said = f"{did} {record.id} (revision {record.revision}): {line_of(record, linked)}"
        print_line(plain(said))


def note(text: str) -> None:
    """Print a line on standard error that is no error."""
    click.echo(f"briefer: note: {plain(text)}", err=True)


def note_lost(records: Iterable[Record], store: Store) -> None:
    """Tell which records are named and are not there."""
    for record in records:
        links = list(dict.fromkeys(record.links()))
        found = store.get_many(links)
        for ref in links:
            if ref not in found:
                note(f"{record.id} names {ref}, which is not in the library.")
