"""The command `attach`: the user's own copy of a source's text, for quotations to be held to."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefer.cli.commands import Command
from briefer.cli.handed_in import STANDARD_INPUT
from briefer.cli.own_store import json_option, note, open_own_store, ref_of
from briefer.cli.printing import print_json, print_line
from briefer.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefer.documents import Document
    from briefer.records import Ref
    from briefer.store import AttachedText

_MOST_NOTED = 10


@click.command("attach", cls=Command)
@click.argument("source_id", metavar="SOURCE")
@click.argument("file", metavar="[FILE]", required=False, type=click.Path(path_type=Path))
@click.option("--detach", is_flag=True, help="Take the source's text away.")
@json_option
@click.pass_context
def attach_command(
    context: click.Context, source_id: str, file: Path | None, detach: bool, as_json: bool
) -> None:
    """Attach the text of a FILE (.txt, .html, .docx, .pdf) to the SOURCE whose text it is.

    From then on a quotation from this source is kept only if it stands in the text.
    """
    if detach == (file is not None):
        raise click.UsageError("Give a file, or --detach; one of the two.", context)
    source = ref_of(source_id)
    document = _document(file) if file else None
    store = open_own_store(context)
    if file and document:
        name = "standard input" if file == STANDARD_INPUT else file.name
        _print(store.attach_text(source, document.text, name=name), document, as_json=as_json)
        for said in document.notes:
            note(f"{name}: {said}")
        _note_misquoting(store.misquoting(source))
    elif store.detach_text(store.get(source).id):
        if as_json:
            print_json({"source": source, "name": None})
        else:
            print_line(f"Detached the text of {source}.")
    else:
        raise StoreError(f"{source} has no text attached.", hint="There is nothing to detach.")


def _document(file: Path) -> Document:
    """Return the document in a file, or on standard input for `-`."""
    from briefer.documents import LARGEST_FILE, read_document, text_of_bytes

    if file == STANDARD_INPUT:
        return text_of_bytes(sys.stdin.buffer.read(LARGEST_FILE + 1), "standard input")
    return read_document(file)


def _note_misquoting(found: Sequence[tuple[Ref, str]]) -> None:
    """Tell which records quote what the text does not say; of very many, some."""
    for ref, field in found[:_MOST_NOTED]:
        note(f"{ref}, field {field!r}: these words are not in the text.")
    if len(found) > _MOST_NOTED:
        note(f"{len(found) - _MOST_NOTED:,} more quotations are not in the text.")


def _print(attached: AttachedText, document: Document, *, as_json: bool) -> None:
    said = {
        "source": attached.source,
        "name": attached.name,
        "characters": len(attached.text),
        "kind": document.kind,
        "encoding": document.encoding or None,
        "notes": list(document.notes),
        "attached_at": attached.attached_at,
    }
    if as_json:
        print_json(said)
    else:
        length = len(attached.text)
        print_line(f"Attached {attached.name} ({length:,} characters) to {attached.source}.")
