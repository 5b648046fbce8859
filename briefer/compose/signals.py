"""What to watch, as rows of a table: when, what, and who says so.

In: picked events and statements, and staff's own lines. Out: rows in order: what is dated by its
date, what has no date yet, what is under way, expectations. Must not know: slide kinds, layout.

A plan is told as a plan, also when its day has passed; no record says here what came of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefer.compose.claims import mark_of, merged, unknown_record
from briefer.compose.context import CardContext
from briefer.compose.facts import event_words, fact_of
from briefer.compose.printed_dates import printed_date
from briefer.compose.quotations import occasion, said_line
from briefer.compose.sentences import capital, without_stop
from briefer.compose.staff_forms import pairs_of
from briefer.compose.wording import inlines_of
from briefer.content import CiteMark, Inline, Row, Text
from briefer.records.base import Record, Ref
from briefer.records.dates import PartialDate
from briefer.records.event import Event
from briefer.records.statement import Statement

UNDATED = "No date set"
_JUDGEMENT = "Staff judgement"
_PASSED = "That date has passed; the record does not say what came of it"
_PREPOSITIONS = ("since", "from", "until", "between", "around", "possibly", "by", "before", "after")
_DATED, _NO_DATE, _UNDER_WAY, _EXPECTED, _UNKNOWN = range(5)


@dataclass(frozen=True, slots=True)
class Signal:
    """A row with its place among the others, and its date where it is still to come."""

    group: int
    day: int
    row: Row
    ahead: PartialDate | None = None


def signals_of(context: CardContext) -> tuple[Signal, ...]:
    """Return the signals of a card in order; those without a date keep the user's order."""
    today = printed_date(context.briefing.date)
    found = [_of_event(context, event, today) for event in context.of(Event)]
    found += [_of_statement(context, item) for item in context.of(Statement)]
    found += [
        _of_staff(context, when, words, today) for when, words in pairs_of(context.words("signals"))
    ]
    found += [_missing(ref) for ref in context.missing]
    return tuple(sorted(found, key=lambda signal: (signal.group, signal.day)))


def _of_event(context: CardContext, event: Event, today: PartialDate | None) -> Signal:
    words, mark = _told(context, event, event_words(event), ("title", "date", "status"))
    date = event.date
    if event.status != "planned":
        when = capital(date.display) if date else "No date given"
        return Signal(_UNDER_WAY, _day(date), _row(event.id, when, words, mark))
    if date is None:
        below = f"Announced {event.announced.display}" if event.announced else ""
        return Signal(_NO_DATE, 0, _row(event.id, UNDATED, words, mark, below))
    if _is_past(date, today):
        row = _row(event.id, _planned_for(date), words, mark, _PASSED)
        return Signal(_DATED, _day(date), row)
    row = _row(event.id, capital(date.display), words, mark)
    return Signal(_DATED, _day(date), row, _ahead(date, today))


def _of_statement(context: CardContext, statement: Statement) -> Signal:
    """Return what somebody expects: the words as recorded, under them who said it and when."""
    fact = fact_of(statement, context)
    words, mark = _told(context, statement, without_stop(fact.words), fact.fields)
    if statement.verbatim:
        below = capital(occasion(context, statement))
    else:
        below = f"{said_line(context, statement)}; paraphrased"
    return Signal(_EXPECTED, 0, _row(statement.id, UNDATED, words, mark, below))


def _of_staff(context: CardContext, when: str, words: str, today: PartialDate | None) -> Signal:
    """Return a signal of staff's own; without a citation it is named as their judgement."""
    inlines, marks = _parted(inlines_of(words, context.records))
    mark = merged(marks) if marks else None
    row = _row(None, when or UNDATED, inlines, mark, "" if mark else _JUDGEMENT)
    date = printed_date(when)
    if date is None:
        return Signal(_NO_DATE, 0, row)
    return Signal(_DATED, _day(date), row, _ahead(date, today))


def _missing(ref: Ref) -> Signal:
    return Signal(_UNKNOWN, 0, _row(ref, "", (Text(unknown_record(ref)),), None))


def _told(
    context: CardContext, record: Record, proposed: str, fields: Iterable[str]
) -> tuple[tuple[Inline, ...], CiteMark]:
    """Return what a signal says, as proposed or reworded, and every mark of it in one."""
    own = mark_of(record, *fields)
    words = " ".join(context.words(record.id).split())
    inlines, marks = _parted(inlines_of(words, context.records))
    return (inlines or (Text(proposed),)), merged((own, *marks))


def _parted(
    inlines: tuple[Inline, ...],
) -> tuple[tuple[Inline, ...], tuple[CiteMark, ...]]:
    """Return words and marks apart: the table has a column for its sources."""
    marks = tuple(item for item in inlines if isinstance(item, CiteMark))
    return tuple(item for item in inlines if not isinstance(item, CiteMark)), marks


def _row(
    origin: Ref | None,
    when: str,
    words: tuple[Inline, ...],
    mark: CiteMark | None,
    below: str = "",
) -> Row:
    source = (mark,) if mark else ()
    quiet = ((), (Text(below),), ()) if below else ()
    return Row(((Text(when),), words, source), origin, quiet)


def _planned_for(date: PartialDate) -> str:
    """Return "Planned for March 2023"; a date that brings its own preposition keeps it."""
    own = date.display.split(" ", 1)[0].casefold() in _PREPOSITIONS
    return f"Planned: {date.display}" if own else f"Planned for {date.display}"


def _is_past(date: PartialDate, today: PartialDate | None) -> bool:
    """Return whether a date lies wholly before the briefing's, as far as both are known."""
    if today is None or today.earliest is None or date.latest is None:
        return False
    return date.latest < today.earliest


def _ahead(date: PartialDate, today: PartialDate | None) -> PartialDate | None:
    """Return a date that lies wholly after the briefing's, or None."""
    if today is None or today.latest is None or date.earliest is None:
        return None
    return date if date.earliest > today.latest else None


def _day(date: PartialDate | None) -> int:
    return date.sort_key[0].toordinal() if date else 10**7
