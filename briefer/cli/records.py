"""The commands that read the library: `list`, `show` and `search`.

In: a record type, an id or words. Out: whole records as JSON, or columns of text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from briefer.cli.commands import Command, open_store
from briefer.cli.printing import print_fields, print_json, print_line, print_table

if TYPE_CHECKING:
    from briefer.records import Record

TYPES = ("event", "actor", "statement", "statistic", "relation", "source")
"""The record types by name, without the cost of importing them; a test compares the two."""


class TypeName(click.ParamType[str]):
    """A record type, in the singular or the plural; converted to the singular."""

    name = "type"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the record type's name, or end with a usage error."""
        word = value.strip().lower().removesuffix("s")
        if word not in TYPES:
            plurals = ", ".join(f"{name}s" for name in TYPES)
            self.fail(f"{value!r} is none of {plurals}.", param, ctx)
        return word


_ABSENT: tuple[object, ...] = (None, "", [], {})

as_json = click.option("--json", "as_json", is_flag=True, help="Print whole records as JSON.")


@click.command("list", cls=Command)
@click.argument("type_name", metavar="TYPE", type=TypeName())
@as_json
@click.pass_context
def list_command(context: click.Context, type_name: str, as_json: bool) -> None:
    """List all records of a TYPE.

    TYPE is one of events, actors, statements, statistics, relations, sources.
    """
    store = open_store(context)
    _print_records(list(store.all(type_name)), as_json=as_json)


@click.command("show", cls=Command)
@click.argument("record_id", metavar="ID")
@as_json
@click.pass_context
def show_command(context: click.Context, record_id: str, as_json: bool) -> None:
    """Show the record with this ID, with its citations.

    An ID is what `briefer list` prints, such as actor/un-security-council.
    """
    store = open_store(context)
    record = store.get(record_id)
    if as_json:
        print_json([_json(record)])
        return
    print_line(f"{record.label}")
    print_line()
    print_fields(_fields(_json(record)))


@click.command("search", cls=Command)
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option(
    "--type", "types", multiple=True, type=TypeName(), help="Only this type (may be repeated)."
)
@click.option(
    "--limit", type=click.IntRange(min=1), default=50, show_default=True, help="At most so many."
)
@as_json
@click.pass_context
def search_command(
    context: click.Context,
    words: tuple[str, ...],
    types: tuple[str, ...],
    limit: int,
    as_json: bool,
) -> None:
    """Search all records for WORDS, the best match first.

    The last letters of a word may be left out, accents do not matter (guzman finds Guzmán).
    """
    store = open_store(context)
    result = store.search(" ".join(words), types=types, limit=limit)
    records = [store.get(hit.ref) for hit in result.hits]
    _print_records(records, as_json=as_json)
    if not as_json:
        print_line(f"{len(records)} of {result.total} found." if records else "Nothing found.")


def _print_records(records: Sequence[Record], *, as_json: bool) -> None:
    """Print records as a JSON array or as a table."""
    if as_json:
        print_json([_json(record) for record in records])
    elif records:
        print_table(map(_row, records), heads=("DATE", "RECORD", "ID"), wide=1)


def _json(record: Record) -> dict[str, object]:
    """Return the whole record in plain values."""
    from briefer.records.codec import to_json

    return to_json(record)


def _row(record: Record) -> tuple[str, str, str]:
    """Return a record's cells: date, label, id."""
    dates = (getattr(record, name, None) for name in ("date", "as_of", "issued"))
    date = next((date.display for date in dates if date is not None), "")
    return date, record.label, record.id


def _fields(values: Mapping[str, object]) -> list[tuple[str, list[str]]]:
    """Return a record's fields for people: names, and paragraphs of text."""
    return [(name, _paragraphs(value)) for name, value in values.items() if value not in _ABSENT]


def _paragraphs(value: object) -> list[str]:
    """Return the paragraphs of a field's value: one for each part of a list of parts."""
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        return [_words(item) for item in value]
    return [_words(value)]


def _words(value: object) -> str:
    """Return a value as words: dates as displayed, parts by name."""
    if isinstance(value, dict):
        if "display" in value:
            return str(value["display"])
        return ", ".join(
            f"{name} {_words(item)}" for name, item in value.items() if item not in _ABSENT
        )
    if isinstance(value, list):
        return ", ".join(map(_words, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
