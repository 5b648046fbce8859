"""What to watch and the next steps: signals from records, and what staff will do about them."""

from __future__ import annotations

from briefer.compose.build import Draft, build, panel
from briefer.compose.claims import plain
from briefer.compose.context import CardContext
from briefer.compose.kind import KICKER, NOTES, SlideKind, Takes, TextField
from briefer.compose.kinds.fallback import compose_text
from briefer.compose.quotations import quotations_of
from briefer.compose.sentences import with_stop, without_stop
from briefer.compose.signals import Signal, signals_of
from briefer.compose.staff_forms import steps_of
from briefer.compose.titles import in_words
from briefer.compose.wording import heading, inlines_of
from briefer.content import ASKS, NO_SOURCE, Block, Column, Para, Slide, Table, Text
from briefer.records.dates import PartialDate
from briefer.records.statement import Statement

_HEADING = "Next steps"
_BESIDE = (1.75, 4.983, 1.0)
_ALONE = (2.4, 8.4, 1.2)


def compose(context: CardContext) -> Slide:
    """Return the signals as a table and the steps, numbered, beside it."""
    signals = signals_of(context)
    steps = _steps(context)
    if not signals and not steps:
        return compose_text(context, label=KIND.label, lead=f"{ASKS}a signal or a next step]")
    blocks: tuple[Block, ...] = panel("text", _as_text(steps))
    if signals:
        beside = (heading(_HEADING), *steps) if steps else ()
        blocks = (_table(signals, _BESIDE if steps else _ALONE), *panel("steps", beside))
    draft = Draft(
        label=KIND.label,
        pattern=_pattern(signals, steps),
        title=_title(signals, steps),
        blocks=blocks,
        say=_say(signals, steps),
        quotations=quotations_of(context, context.of(Statement)),
    )
    return build(context, draft)


def _pattern(signals: tuple[Signal, ...], steps: tuple[Para, ...]) -> str:
    """Return the pattern that has places for what there is, and only for that."""
    if not signals:
        return "text"
    return "watch" if steps else "table"


def _table(signals: tuple[Signal, ...], shares: tuple[float, float, float]) -> Table:
    when, signal, source = shares
    columns = (
        Column("When", when, bold=True),
        Column("Signal", signal),
        Column("Source", source, align="r", blank=NO_SOURCE),
    )
    rows = tuple(item.row for item in signals)
    return Table(columns, rows, summary="Table of signals to watch", roomy=True)


def _steps(context: CardContext) -> tuple[Para, ...]:
    """Return the steps, numbered, each with its owner and date on a quieter line."""
    paras: list[Para] = []
    for number, (step, who) in enumerate(steps_of(context.words("steps")), start=1):
        paras.append(Para(inlines_of(step, context.records), "value", number=number))
        if who:
            paras.append(Para(inlines_of(who, context.records), "note"))
    return tuple(paras)


def _as_text(steps: tuple[Para, ...]) -> tuple[Para, ...]:
    """Return steps as points under a lead, for a slide that has nothing else."""
    points: list[Para] = []
    for para in steps:
        if para.number:
            points.append(Para(para.inlines, "point"))
        else:
            who = (Text(" ("), *para.inlines, Text(")"))
            points[-1] = Para((*points[-1].inlines, *who), "point")
    return (plain(_HEADING, "lead"), *points) if points else ()


def _title(signals: tuple[Signal, ...], steps: tuple[Para, ...]) -> str:
    """Return how many signals there are and when the next is due, as the records date it."""
    if not signals:
        count = sum(1 for para in steps if para.number)
        return in_words(count, "next step")
    if len(signals) == 1:
        return without_stop(Para(signals[0].row.cells[1]).text)
    told = f"{in_words(len(signals), 'signal')} to watch"
    due = next((_due(signal.ahead) for signal in signals if signal.ahead), "")
    return f"{told}, the next {due}" if due else told


def _due(date: PartialDate) -> str:
    """Return "in March 2024" or "on March 5, 2024"; "" for a date that is not so plain."""
    if date.overridden or date.approximate or date.uncertain:
        return ""
    return {"day": f"on {date.display}", "month": f"in {date.display}"}.get(date.precision, "")


def _say(signals: tuple[Signal, ...], steps: tuple[Para, ...]) -> str:
    """Return each signal with its date, then each step with its owner."""
    told = []
    for signal in signals:
        when, words = (Para(cell).text for cell in signal.row.cells[:2])
        told.append(with_stop(f"{when}: {words}" if when else words))
    if steps:
        told.append(f"{_HEADING}.")
    for para in steps:
        if para.number:
            told.append(with_stop(para.text))
        else:
            told[-1] = with_stop(f"{without_stop(told[-1])} ({para.text})")
    return " ".join(told)


KIND = SlideKind(
    name="watch",
    label="What to watch",
    takes=(Takes("event", 0), Takes("statement", 0)),
    fields=(
        KICKER,
        TextField("signals", "More signals, one a line: When | Signal"),
        TextField("steps", "Next steps, one a line: Step | owner, date"),
        NOTES,
    ),
    compose=compose,
)
