"""The bottom line up front: one statement, the ask, and the points that carry them."""

from __future__ import annotations

from briefer.compose.build import Draft, build, panel
from briefer.compose.claims import placeholder, plain
from briefer.compose.context import CardContext
from briefer.compose.facts import fact_point
from briefer.compose.kind import KICKER, NOTES, SlideKind, Takes, TextField
from briefer.compose.kinds.fallback import compose_text
from briefer.compose.quotations import quotations_of
from briefer.compose.sentences import counted
from briefer.compose.speaker_notes import say_bluf
from briefer.compose.wording import heading, staff_points, staff_words
from briefer.content import ASKS, Panel, Para, Slide
from briefer.records.statement import Statement

_PROMPT = f"{ASKS}the one sentence to remember]"


def compose(context: CardContext) -> Slide:
    """Return the bottom-line slide: the user's statement and ask, and a point for each record."""
    points = (
        *(fact_point(context, record) for record in context.picked),
        *staff_points(context, "points"),
        *(placeholder(ref) for ref in context.missing),
    )
    statement, points = _statement(context, points)
    ask = staff_words(context, "ask")
    if not (statement or points or ask):
        return compose_text(context, label=KIND.label, title=_title(points))
    spoken = [item for item in context.of(Statement) if not context.words(item.id)]
    alone = len(points) == 1 and not statement and not ask
    blocks: tuple[Panel, ...] = (
        *panel("statement", (heading("Bottom line"), *statement) if statement else ()),
        *panel("ask", (heading("The ask"), *ask) if ask else ()),
        *panel("points", points),
    )
    if alone:
        # A single point is a statement: it stands alone and large (design page "slides", 5).
        blocks = panel("text", (Para(points[0].inlines, "lead", points[0].origin),))
    draft = Draft(
        label=KIND.label,
        pattern="text" if alone else "bluf",
        title=_title(points),
        blocks=blocks,
        say=say_bluf(statement, ask, points=points),
        quotations=quotations_of(context, spoken),
    )
    return build(context, draft)


def _statement(
    context: CardContext, points: tuple[Para, ...]
) -> tuple[tuple[Para, ...], tuple[Para, ...]]:
    """Return the statement and the points that remain: without the user's, the first point is it.

    A bottom line is judgement; where staff give none, the first picked fact stands in, with its
    mark, unless the card asks for one (option `asks`).
    """
    words = staff_words(context, "statement")
    if not words and context.card.option("asks"):
        words = (plain(_PROMPT),)
    if words or len(points) < 2:
        return words, points
    first, *rest = points
    return (Para(first.inlines, "body", first.origin),), tuple(rest)


def _title(points: tuple[Para, ...]) -> str:
    return f"The bottom line in {counted(len(points), 'point')}" if points else "The bottom line"


KIND = SlideKind(
    name="bluf",
    label="Bottom line",
    takes=tuple(
        Takes(record_type, 0, 5)
        for record_type in ("event", "statement", "statistic", "relation", "actor")
    ),
    fields=(
        KICKER,
        TextField("statement", "Bottom line"),
        TextField("ask", "The ask"),
        TextField("points", "More points, one a line"),
        NOTES,
    ),
    compose=compose,
)
