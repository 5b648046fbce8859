"""The commands that read the library: `list` and `show`.

In: a record type or an id. Out: whole records as JSON, or columns of text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from briefer.cli.commands import Command, open_store
from briefer.cli.failures import plain
from briefer.cli.fields import record_fields
from briefer.cli.printing import print_fields, print_json, print_line, print_table

if TYPE_CHECKING:
    from briefer.records import Record, Ref
    from briefer.store import Store

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
    print_records(store.all(type_name), store, as_json=as_json)


@click.command("show", cls=Command)
@click.argument("record_id", metavar="ID")
@as_json
@click.pass_context
def show_command(context: click.Context, record_id: str, as_json: bool) -> None:
    """Show the record with this ID, with its citations.

    An ID is what `briefer list` prints, such as actor/un-security-council.
    """
    from briefer.records.text import clean_text

    store = open_store(context)
    # Bytes that are no text reach us as lone surrogates, which a store cannot look up.
    record = store.get(clean_text(record_id))
    (values,) = records_json([record], store)
    if as_json:
        print_json([values])
        return
    print_line(plain(record.label))
    print_line()
    print_fields(record_fields(values))


def print_records(records: Sequence[Record], store: Store, *, as_json: bool) -> None:
    """Print records as a JSON array or as a table."""
    if as_json:
        print_json(records_json(records, store))
    elif records:
        linked = store.get_many(ref for record in records for ref in record.links())
        rows = [_row(record, linked) for record in records]
        print_table(rows, heads=("DATE", "RECORD", "ID"), wide=1)


def records_json(records: Sequence[Record], store: Store) -> list[dict[str, object]]:
    """Return whole records in plain values, with the labels of what they link to."""
    from briefer.records.codec import to_json

    linked = store.get_many(ref for record in records for ref in record.links())
    return [to_json(record, linked=linked) for record in records]


def _row(record: Record, linked: Mapping[Ref, Record]) -> tuple[str, str, str]:
    """Return a record's cells: date, what it is, id."""
    dates = (getattr(record, name, None) for name in ("date", "as_of", "issued"))
    date = next((date.display for date in dates if date is not None), "")
    return date, line_of(record, linked), record.id


def line_of(record: Record, linked: Mapping[Ref, Record]) -> str:
    """Return a record as a line: a statement with its speaker, a relation with its actors' names.

    Their own labels cannot hold these names, because a record knows other records by id only.
    """
    from briefer.records import Relation, Statement

    def name(ref: Ref) -> str:
        return linked[ref].label if ref in linked else ref

    if isinstance(record, Relation):
        return f"{name(record.subject)} {record.relation.replace('_', ' ')} {name(record.object)}"
    if isinstance(record, Statement):
        speaker = name(record.speaker) if record.speaker else record.speaker_label
        return f"{speaker}: {record.label}" if speaker else record.label
    return record.label
