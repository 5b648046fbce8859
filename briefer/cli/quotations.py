"""The command `quotations`: every quotation with its state, its passage and the difference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefer.cli.commands import Command, open_store
from briefer.cli.failures import plain
from briefer.cli.own_store import ref_of
from briefer.cli.printing import print_fields, print_json, print_line

if TYPE_CHECKING:
    from briefer.records import Record
    from briefer.records.passages import Part
    from briefer.records.quotations import Passage, Quotation
    from briefer.store import Store

_STATES = ("verified", "altered", "not-held")
_MARKS = {"both": "{}", "quotation": "[-{}-]", "source": "{{+{}+}}"}


@click.command("quotations", cls=Command)
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option(
    "--briefing",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The quotations that a briefing shows, instead of records'.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the quotations as JSON.")
@click.pass_context
def quotations_command(
    context: click.Context, ids: tuple[str, ...], briefing: Path | None, as_json: bool
) -> None:
    """List what records quote, and whether it stands in the attached texts of their sources.

    Without an ID all records of the library.
    """
    if ids and briefing:
        raise click.UsageError("Give ids or --briefing, not both.", context)
    store = open_store(context)
    found = store.quotations(_records(store, ids, briefing))
    if as_json:
        print_json([_json(quotation) for quotation in found])
        return
    for quotation in found:
        _print(quotation)
    counts = Counter[str](quotation.state for quotation in found)
    print_line(", ".join(f"{counts[state]:,} {state.replace('-', ' ')}" for state in _STATES))


def _records(store: Store, ids: Sequence[str], briefing: Path | None) -> Iterable[Record]:
    """Return the records named, those a briefing shows, or all."""
    if briefing:
        return _shown(store, briefing)
    return [store.get(ref_of(ref)) for ref in ids] if ids else store.all()


def _shown(store: Store, file: Path) -> list[Record]:
    """Return the records on the slides of a briefing, each once, in their order."""
    from briefer.compose import slides_of
    from briefer.compose.kinds import SLIDE_KINDS
    from briefer.pipeline import gather, require_records
    from briefer.storyboard.files import load_briefing

    loaded = load_briefing(file, kinds=SLIDE_KINDS)
    records = gather(store, loaded.briefing, loaded.snapshot)
    require_records(loaded.briefing, records, file.name)
    slides = slides_of(loaded.briefing, records)
    refs = dict.fromkeys(ref for slide in slides for ref in slide.records)
    return [records[ref] for ref in refs if ref in records]


def _print(quotation: Quotation) -> None:
    """Print a quotation: what it is, its words, where they stand, what differs."""
    state = quotation.state.replace("-", " ")
    marked = ", with the quoter's own brackets or dots" if quotation.marked else ""
    fields = [("words", [quotation.words])]
    if quotation.passage:
        nearest = "nearest" if quotation.state == "altered" else "stands"
        fields.append((nearest, [_place(quotation.passage)]))
    if quotation.parts:
        words = f"{quotation.count} word{'' if quotation.count == 1 else 's'} differ"
        fields.append((words + ("s" if quotation.count == 1 else ""), [_marked(quotation.parts)]))
    if quotation.missing:
        fields.append(("not held", [", ".join(quotation.missing)]))
    print_line(plain(f"{state}{marked}: {quotation.record}, {quotation.field}"))
    print_fields((f"  {name}", lines) for name, lines in fields)
    print_line()


def _place(passage: Passage) -> str:
    shown = " ".join(
        part for part in (passage.before, f"»{passage.words}«", passage.behind) if part
    )
    return f"{passage.source} ({passage.name}), characters {passage.start}–{passage.stop}: {shown}"


def _marked(parts: Iterable[Part]) -> str:
    """Return a difference in one line: [-only in the quotation-] {+only in the source+}."""
    return " ".join(_MARKS[part.where].format(part.words) for part in parts)


def _json(quotation: Quotation) -> dict[str, object]:
    passage = quotation.passage
    return {
        "record": quotation.record,
        "field": quotation.field,
        "state": quotation.state,
        "marked": quotation.marked,
        "words": quotation.words,
        "sources": list(quotation.sources),
        "missing": list(quotation.missing),
        "passage": {
            "source": passage.source,
            "name": passage.name,
            "start": passage.start,
            "stop": passage.stop,
            "before": passage.before,
            "words": passage.words,
            "behind": passage.behind,
        }
        if passage
        else None,
        "difference": [{"words": part.words, "in": part.where} for part in quotation.parts],
        "words_that_differ": quotation.count,
    }
