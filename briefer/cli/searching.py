"""The commands that find records: `search` and `related`.

In: words and filters, or an id. Out: whole records as JSON, or columns of text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefer.cli.commands import Command, open_store
from briefer.cli.failures import plain
from briefer.cli.printing import print_fields, print_json, print_line, print_table
from briefer.cli.records import TypeName, as_json, line_of, print_records, records_json

if TYPE_CHECKING:
    from briefer.store import SearchResult

_MOST_SHOWN = 8


@click.command(
    "search",
    cls=Command,
    # A word to leave out (-relation) is no option.
    context_settings={"ignore_unknown_options": True},
)
@click.argument("words", nargs=-1, required=True, metavar="WORDS...", type=click.UNPROCESSED)
@click.option(
    "--type", "types", multiple=True, type=TypeName(), help="Only this type (may be repeated)."
)
@click.option(
    "--limit", type=click.IntRange(min=1), default=50, show_default=True, help="At most so many."
)
@click.option("--facets", is_flag=True, help="Count what is found by type, topic, year and so on.")
@as_json
@click.pass_context
def search_command(
    context: click.Context,
    words: tuple[str, ...],
    types: tuple[str, ...],
    limit: int,
    facets: bool,
    as_json: bool,
) -> None:
    """Search all records for WORDS, the best match first.

    The last letters of a word may be left out, accents do not matter (guzman finds Guzmán).
    "In quotation marks" words stand together; a minus leaves out; filters narrow, such as
    actor:blinken year:2023 type:statement topic:sanctions date:2023-06..2023-09.
    """
    from briefer.store import FACETS

    store = open_store(context)
    names = tuple(FACETS) if facets else ()
    result = store.search(_query(words), types=types, limit=limit, facets=names)
    records = [hit.record for hit in result.hits]
    if as_json and facets:
        print_json({"total": result.total, "notes": list(result.notes), **_facets_json(result)})
        return
    print_records(records, store, as_json=as_json)
    if not as_json:
        print_line(f"{len(records)} of {result.total} found." if records else "Nothing found.")
        for note in result.notes:
            print_line(plain(f"{note[:1].upper()}{note[1:]}."))
        if facets:
            _print_facets(result)


def _query(words: tuple[str, ...]) -> str:
    """Return the words as one query; the shell took the quotation marks of those with blanks."""
    return " ".join(_quoted(word) for word in words)


def _quoted(word: str) -> str:
    field, colon, value = word.partition(":")
    if colon and len(value.split()) > 1 and field.lstrip("-").replace("-", "_").isidentifier():
        return f'{field}:"{value}"'
    return word


def _facets_json(result: SearchResult) -> dict[str, object]:
    """Return the counts in plain values."""
    return {
        "facets": {
            name: [
                {"value": value.value, "label": value.label, "count": value.count}
                for value in values
            ]
            for name, values in result.facets.items()
        }
    }


def _print_facets(result: SearchResult) -> None:
    """Print the most frequent values of each facet, one facet in a line."""
    from briefer.store import FACETS

    lines = (
        (
            FACETS[name].label,
            [", ".join(f"{value.label} {value.count}" for value in values[:_MOST_SHOWN])],
        )
        for name, values in result.facets.items()
        if values
    )
    print_line()
    print_fields(lines)


@click.command("related", cls=Command)
@click.argument("record_id", metavar="ID")
@click.option(
    "--limit", type=click.IntRange(min=1), default=50, show_default=True, help="At most so many."
)
@as_json
@click.pass_context
def related_command(context: click.Context, record_id: str, limit: int, as_json: bool) -> None:
    """List what has to do with the record of this ID, the closest first.

    Statements that stand against it, what belongs to the same event, what the same actors did.
    """
    from briefer.records.text import clean_text
    from briefer.store import REASONS

    store = open_store(context)
    found = store.related(clean_text(record_id), limit=limit)
    records = [related.record for related in found]
    if as_json:
        values = records_json(records, store)
        print_json([{"reason": one.reason, **v} for one, v in zip(found, values, strict=True)])
        return
    linked = store.get_many(ref for record in records for ref in record.links())
    rows = [(REASONS[one.reason], line_of(one.record, linked), one.record.id) for one in found]
    if rows:
        print_table(rows, heads=("WHY", "RECORD", "ID"), wide=1)
    else:
        print_line("Nothing is related to it.")
