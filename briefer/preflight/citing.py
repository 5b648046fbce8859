"""Checks of claims and sources: cited, held, complete, answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefer.content import Chart, CiteMark, Figure, Link, Moment, Para, Row, Slide, inner_parts
from briefer.preflight.base import Finding, Subject
from briefer.preflight.dated import years_before
from briefer.records import Source, Statement, Statistic
from briefer.records.base import Record, Ref

_CLAIMS = (Para, Moment, Row, Figure, Link)


def uncited(subject: Subject) -> Iterator[Finding]:
    """Yield an error for each claim that carries an empty mark."""
    for slide in subject.deck.slides:
        for origin in _uncited_on(slide, subject):
            name = _label(subject, origin)
            yield subject.finding(
                "uncited",
                "error",
                f"{name} has no citation.",
                slide=slide,
                record=origin,
                hint="Add a citation to the record, or take it off the slide.",
            )


def _uncited_on(slide: Slide, subject: Subject) -> list[Ref | None]:
    """Return the records whose claims on a slide carry no citation, None for other words.

    What a chart counts stands under one mark for all, so each of its records is looked at.
    """
    counted = [ref for block in slide.blocks if isinstance(block, Chart) for ref in block.records]
    bare = [ref for ref in counted if ref in subject.records and not subject.records[ref].citations]
    unmarked = (origin for origin in _unmarked(slide.blocks, None) if origin or not bare)
    return list(dict.fromkeys((*unmarked, *bare)))


def _unmarked(value: object, origin: Ref | None) -> Iterator[Ref | None]:
    """Yield the origin of every claim in a value whose mark is empty."""
    if isinstance(value, CiteMark):
        if not value.cites:
            yield origin
        return
    inner = getattr(value, "origin", None) if isinstance(value, _CLAIMS) else origin
    for part in inner_parts(value):
        yield from _unmarked(part, inner)


def missing_records(subject: Subject) -> Iterator[Finding]:
    """Yield an error for each record a card names that neither library nor snapshot holds."""
    for slide in subject.deck.slides:
        for ref in slide.missing:
            yield subject.finding(
                "missing-record",
                "error",
                f"Record {ref} is not in the library.",
                slide=slide,
                record=ref,
                hint="Pick another record, or open the briefing with its snapshot.",
            )


def incomplete_sources(subject: Subject) -> Iterator[Finding]:
    """Yield a note for each cited source with unknown fields, a warning for a candidate."""
    for ref in dict.fromkeys(reference.source for reference in subject.deck.references):
        source = subject.records.get(ref)
        if not isinstance(source, Source):
            continue
        if source.verification == "candidate":
            yield Finding(
                "candidate-source",
                "warning",
                f"{source.label} is a candidate nobody has confirmed.",
                record=ref,
                hint="Confirm the source, or cite the document that reports it.",
            )
        elif source.unknown:
            yield Finding(
                "incomplete-source",
                "note",
                f"{source.label}: not known: {', '.join(source.unknown)}.",
                record=ref,
                hint="Complete the source record when you hold the publication.",
            )


def statistics(subject: Subject) -> Iterator[Finding]:
    """Yield a note for each statistic without an as-of date, a warning for one that is too old.

    Ages are counted back from the date of the briefing, else from today.
    """
    day, told = subject.day, set[Ref]()
    limit = years_before(day, subject.terms.years) if day else None
    for slide in subject.deck.slides:
        for ref in slide.records:
            record = subject.records.get(ref)
            if not isinstance(record, Statistic):
                continue
            as_of = record.as_of
            if as_of is None:
                yield subject.finding(
                    "undated-statistic",
                    "note",
                    f"“{record.label}” has no as-of date.",
                    slide=slide,
                    record=ref,
                    hint=record.as_of_note or "",
                )
            elif limit and as_of.latest and as_of.latest < limit and ref not in told:
                told.add(ref)
                yield subject.finding(
                    "old-statistic",
                    "warning",
                    f"“{record.label}” is as of {as_of.long}; older than {subject.terms.years}"
                    " years.",
                    slide=slide,
                    record=ref,
                    hint="Look for a newer number, or say in the wording why this one is shown.",
                )


def unanswered(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each shown statement whose answer or opposite is nowhere in the deck."""
    shown = {ref for slide in subject.deck.slides for ref in slide.records}
    for slide in subject.deck.slides:
        for ref in slide.records:
            record = subject.records.get(ref)
            if not isinstance(record, Statement) or slide.kind not in ("quote", "statements"):
                continue
            opposed = opposed_to(record, subject.records)
            if opposed and not opposed & shown:
                yield subject.finding(
                    "opposing-statement",
                    "warning",
                    f"{_label(subject, ref)} is shown without the statement that opposes it.",
                    slide=slide,
                    record=ref,
                    hint=f"Add {sorted(opposed)[0]} to the briefing.",
                )


def opposed_to(statement: Statement, records: Mapping[Ref, Record]) -> set[Ref]:
    """Return the statements that answer, are answered by or contrast with a statement."""
    refs = {statement.responds_to, *statement.contrasts_with} - {None}
    for record in records.values():
        if isinstance(record, Statement) and (
            record.responds_to == statement.id or statement.id in record.contrasts_with
        ):
            refs.add(record.id)
    return {ref for ref in refs if ref is not None}


def _label(subject: Subject, ref: Ref | None) -> str:
    """Return a record's label in quotation marks, or its id."""
    record = subject.records.get(ref) if ref else None
    return f"“{record.label}”" if record else (ref or "A claim")
