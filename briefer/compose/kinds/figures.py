"""Key figures: numbers with what they mean, who says so and as of when."""

from __future__ import annotations

from collections.abc import Iterable

from briefer.compose.build import Draft, build, panel
from briefer.compose.choices import layouts
from briefer.compose.claims import parted, plain, unknown_record
from briefer.compose.context import CardContext
from briefer.compose.kind import KICKER, NOTES, SlideKind, Takes, TextField
from briefer.compose.quantities import number_inlines, phrase_of, scope_of
from briefer.compose.sentences import clipped, counted
from briefer.compose.speaker_notes import say_figures
from briefer.compose.titles import MAX_TITLE
from briefer.compose.wording import heading, inlines_of, labelled, reworded, staff_points
from briefer.content import (
    NO_SOURCE,
    Block,
    Column,
    Figure,
    Figures,
    Inline,
    Panel,
    Para,
    Row,
    Slide,
    Table,
    Text,
)
from briefer.records.base import Ref
from briefer.records.statistic import Statistic

_LAYOUT = layouts(("cards", "Cards"), ("table", "Table"))


def compose(context: CardContext) -> Slide:
    """Return the picked statistics as key figures, in the user's order."""
    statistics = context.of(Statistic)
    figures = (
        *(_figure(context, item, index) for index, item in enumerate(statistics)),
        *(_missing(ref) for ref in context.missing),
    )
    beside = staff_points(context, "context")
    tabled = context.choice(_LAYOUT) == "table"
    blocks: tuple[Block, ...] = (
        Figures(figures, _so_what(context), (heading("In context"), *beside) if beside else ()),
    )
    if tabled:
        blocks = (_table(context, figures), *_after_table(beside))
    draft = Draft(
        label=KIND.label,
        pattern="table" if tabled else "figures",
        title=_title(statistics),
        blocks=blocks,
        say=say_figures(statistics),
        variant="table" if tabled else "cards",
    )
    return build(context, draft)


def _table(context: CardContext, figures: Iterable[Figure]) -> Table:
    """Return the figures as rows, and the so-what as the last of them."""
    columns = (
        Column("Figure", 0.2, bold=True),
        Column("What it counts", 0.42),
        Column("As of", 0.28, blank="Not given"),
        Column("Source", 0.1, align="r", blank=NO_SOURCE),
    )
    rows = [_row(figure) for figure in figures]
    so_what, mark = parted(inlines_of(" ".join(context.words("so_what").split()), context.records))
    if so_what or mark:
        rows.append(Row(((Text("So what"),), so_what, (), (mark,) if mark else ())))
    return Table(columns, tuple(rows), summary="Table of figures")


def _row(figure: Figure) -> Row:
    """Return a figure as a row, its mark in the last cell."""
    meaning, mark = parted(figure.meaning)
    number = "".join(inline.text for inline in figure.number if isinstance(inline, Text))
    scope = (Text(figure.scope),) if figure.scope else ()
    return Row(((Text(number),), meaning, scope, (mark,) if mark else ()), figure.origin)


def _after_table(points: tuple[Para, ...]) -> tuple[Panel, ...]:
    """Return the user's points under a lead, for which a table has no place beside it."""
    return panel("text", (plain("In context", "lead"), *points) if points else ())


def _figure(context: CardContext, statistic: Statistic, index: int) -> Figure:
    """Return number, meaning with its mark, and scope.

    The scope is the line of this figure in the field `scopes`; a blank line leaves the proposed.
    """
    meaning = reworded(
        context, statistic, proposed=statistic.counts, fields=("value", "counts", "as_of")
    )
    own = dict(enumerate(context.card.words("scopes").splitlines())).get(index, "").strip()
    scope = own or scope_of(context, statistic)
    words = "".join(inline.text for inline in meaning if isinstance(inline, Text))
    return Figure(number_inlines(statistic, words), meaning, scope, statistic.id)


def _missing(ref: Ref) -> Figure:
    return Figure((Text("\N{EM DASH}"),), (Text(unknown_record(ref)),), "", ref)


def _so_what(context: CardContext) -> tuple[Inline, ...]:
    words = " ".join(context.words("so_what").split())
    return labelled("So what:", inlines_of(words, context.records)) if words else ()


def _title(statistics: tuple[Statistic, ...]) -> str:
    """Return the one figure as a phrase, or the first and how many more there are."""
    first, *more = statistics
    words = phrase_of(first)
    if not more:
        return words
    tail = f", and {counted(len(more), 'more figure')}"
    return clipped(words, MAX_TITLE - len(tail)) + tail


KIND = SlideKind(
    name="figures",
    label="Key figures",
    takes=(Takes("statistic", 1),),
    fields=(
        KICKER,
        TextField("so_what", "So what"),
        TextField("scopes", "Line under each figure, one a line; blank keeps the proposed"),
        TextField("context", "Points beside a single figure, one a line"),
        NOTES,
    ),
    compose=compose,
    choices=(_LAYOUT,),
)
