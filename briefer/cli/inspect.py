"""The command `inspect`: a deck in, out what it says of its origin and what was changed since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefer.cli.commands import Command
from briefer.cli.failures import plain
from briefer.cli.printing import print_fields, print_json, print_line, print_table
from briefer.errors import DeckError
from briefer.numbering import number_list

if TYPE_CHECKING:
    from briefer.provenance.manifest import Claim, Manifest
    from briefer.provenance.tags import TaggedClaim
    from briefer.roundtrip import Compared, Copied, FoundDeck
    from briefer.roundtrip.comparing import ComparedShape, ComparedSlide


@click.command("inspect", cls=Command)
@click.argument("deck", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print everything the deck says as JSON.")
def inspect_command(deck: Path, as_json: bool) -> None:
    """Tell which briefing a DECK is, which records its shapes show, and what was changed since."""
    from briefer.roundtrip import compare, read_deck

    found = read_deck(deck)
    if not found.ours:
        raise DeckError(
            f"{found.name} was not made by Briefer, or what Briefer left in it was removed.",
            hint="A deck that another program saved may have lost it.",
        )
    compared = compare(found, found.manifest) if found.manifest else None
    if as_json:
        print_json(_json(found, compared))
        return
    if found.manifest and compared:
        _print_deck(found, found.manifest, compared)
    else:
        print_line(plain(f"{found.name} holds shapes that Briefer made, but no manifest."))
    _print_copied(found)


def _print_deck(deck: FoundDeck, manifest: Manifest, compared: Compared) -> None:
    """Print a deck: what it is, its sources, its records, its slides."""
    print_fields((name, [text]) for name, text in _facts(deck, manifest, compared) if text)
    print_line()
    sources = dict.fromkeys((cite.letter, cite.source) for cite in manifest.cites)
    rows = [
        (letter, _label(manifest, ref), _numbers(manifest, ref), ref) for letter, ref in sources
    ]
    if rows:
        print_table(rows, heads=("", "SOURCE", "NUMBERS", "ID"), wide=1)
        print_line()
    records = [
        (record.id, str(record.revision), _slides(manifest, record.id), record.label)
        for record in manifest.records
    ]
    print_table(records, heads=("RECORD", "REVISION", "SLIDES", "LABEL"), wide=3)
    for slide in compared.slides:
        _print_slide(slide)
    for added in compared.added:
        print_line()
        print_line(plain(f"Slide {added.number} now, not in the export: {added.title}"))


def _facts(deck: FoundDeck, manifest: Manifest, compared: Compared) -> Iterator[tuple[str, str]]:
    """Yield what a deck says of itself, name and value."""
    briefing = manifest.briefing
    yield "deck", deck.name
    yield "briefing", briefing.title
    yield "subtitle", briefing.subtitle
    yield "audience", briefing.audience
    yield "date", briefing.date
    yield "marking", briefing.marking
    yield "digest", briefing.digest
    yield "made by", f"Briefer {manifest.briefer}"
    yield "template", briefing.template
    yield "citations", f"{briefing.style}, {len(manifest.cites)} numbers"
    yield "library", f"{manifest.library} ({len(manifest.records)} records)"
    yield "slides", f"{len(manifest.slides)} exported, {len(deck.slides)} now"
    states = _counts(compared)
    yield "claims", ", ".join(f"{count} {state}" for state, count in states.items())


def _counts(compared: Compared) -> dict[str, int]:
    """Return how many claims there are of each state, none left out."""
    found = Counter(
        state for slide in compared.slides for shape in slide.shapes for _, state in shape.claims
    )
    return {state: found[state] for state in ("as exported", "changed", "gone")}


def _print_slide(slide: ComparedSlide) -> None:
    """Print a slide, and each shape on it that shows a record."""
    number = slide.facts.number
    now = slide.found.number if slide.found else None
    moved = "" if now == number else f" (now slide {now})" if now else " (gone)"
    print_line()
    print_line(plain(f"Slide {number}{moved}: {slide.facts.title}"))
    rows = [
        (shape.facts.name, claim.at, state, _where(claim), _shown(claim))
        for shape in slide.shapes
        for claim, state in shape.claims
    ]
    if rows:
        print_table(rows, heads=("SHAPE", "AT", "STATE", "SAYS", "RECORD"), wide=4)


def _shown(claim: Claim) -> str:
    """Return the record of a claim, or those that staff's words cite."""
    return claim.record or f"staff, citing {', '.join(claim.cited)}"


def _where(claim: Claim) -> str:
    """Return role, field and cite numbers of a claim: "point (title) [1, 3]"."""
    numbers = f"[{', '.join(map(str, claim.cites))}]" if claim.cites else ""
    field = f"({claim.field})" if claim.field else ""
    return " ".join(part for part in (claim.role, field, numbers) if part)


def _label(manifest: Manifest, ref: str) -> str:
    record = manifest.record(ref)
    return record.label if record else ""


def _numbers(manifest: Manifest, source: str) -> str:
    return number_list([cite.number for cite in manifest.cites if cite.source == source])


def _slides(manifest: Manifest, ref: str) -> str:
    numbers = dict.fromkeys(slide.number for slide, _ in manifest.showing(ref))
    return number_list(list(numbers)) if numbers else "cited"


def _print_copied(deck: FoundDeck) -> None:
    """Print what the tags of shapes say that this deck's manifest does not know."""
    from briefer.roundtrip import copied

    rows = [
        (str(one.slide), one.shape.name, state, _tagged_records(claim))
        for one in copied(deck)
        for claim, state in one.claims
    ]
    if rows:
        print_line()
        print_line("Shapes copied from another deck that Briefer made:")
        print_table(rows, heads=("SLIDE", "SHAPE", "STATE", "RECORD@REVISION"), wide=3)


def _tagged_records(claim: TaggedClaim) -> str:
    records = ", ".join(f"{ref}@{revision}" for ref, revision in claim.records)
    return records if claim.stated else f"staff, citing {records}"


def _json(deck: FoundDeck, compared: Compared | None) -> dict[str, object]:
    """Return everything in plain values: the manifest, and how the deck stands beside it."""
    from briefer.provenance.form import to_json
    from briefer.roundtrip import copied

    return {
        "file": deck.name,
        "manifest": to_json(deck.manifest) if deck.manifest else None,
        "claims": _counts(compared) if compared else None,
        "slides": [
            {"number": slide.number, "id": slide.id, "title": slide.title} for slide in deck.slides
        ],
        "shapes": [
            _shape_json(slide, shape)
            for slide in (compared.slides if compared else ())
            for shape in slide.shapes
        ],
        "copied": [_copied_json(one) for one in copied(deck)],
    }


def _shape_json(slide: ComparedSlide, shape: ComparedShape) -> dict[str, object]:
    return {
        "exported_on": slide.facts.number,
        "stands_on": shape.slide,
        "id": shape.facts.id,
        "name": shape.facts.name,
        "state": shape.state,
        "claims": [{"at": claim.at, "state": state} for claim, state in shape.claims],
    }


def _copied_json(one: Copied) -> dict[str, object]:
    return {
        "slide": one.slide,
        "name": one.shape.name,
        "briefing": one.tagged.briefing,
        "claims": [
            {
                "at": claim.at,
                "stated": claim.stated,
                "records": [{"id": ref, "revision": number} for ref, number in claim.records],
                "field": claim.field,
                "state": state,
            }
            for claim, state in one.claims
        ],
    }
