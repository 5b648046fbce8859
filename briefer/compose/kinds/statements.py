"""Two sides: two statements beside each other, and where they differ."""

from __future__ import annotations

from briefer.compose.build import Draft, build, panel
from briefer.compose.claims import plain
from briefer.compose.context import CardContext
from briefer.compose.kind import KICKER, NOTES, SlideKind, Takes, TextField
from briefer.compose.kinds import quote
from briefer.compose.kinds.fallback import compose_text
from briefer.compose.names import party_name, speaker_name
from briefer.compose.quotations import occasion, quotations_of, quote_para
from briefer.compose.sentences import capital
from briefer.compose.speaker_notes import say_statements
from briefer.compose.wording import labelled, staff_words
from briefer.content import Panel, Para, Slide
from briefer.records.statement import Statement


def compose(context: CardContext) -> Slide:
    """Return two statements side by side; one alone is shown as a quote."""
    statements = context.of(Statement)
    if context.missing:
        return compose_text(context, label=KIND.label)
    if len(statements) == 1:
        return quote.compose(context)
    left, right = statements
    blocks = (
        *_side(context, left, "left"),
        *_side(context, right, "right"),
        *panel("differ", _differ(context)),
    )
    draft = Draft(
        label=KIND.label,
        pattern="sides",
        title=_title(context, left, right),
        blocks=blocks,
        say=say_statements(context, left, right),
        quotations=quotations_of(context, context.of(Statement)),
    )
    return build(context, draft)


def _side(context: CardContext, statement: Statement, side: str) -> tuple[Panel, ...]:
    """Return party, words and attribution of one side."""
    party = context.words(f"{side}_party") or party_name(context, statement)
    lead = context.words(f"{side}_lead")
    note = context.words(f"{side}_note") or capital(occasion(context, statement))
    said = (
        plain(speaker_name(context, statement), "value", statement.speaker),
        plain(note, "note"),
    )
    return (
        *panel(f"{side}-party", (plain(party),), pinned=True),
        *panel(f"{side}-words", (quote_para(statement, marks=True, lead=lead),)),
        *panel(f"{side}-attribution", said, pinned=True),
    )


def _differ(context: CardContext) -> tuple[Para, ...]:
    words = staff_words(context, "differ")
    if not words:
        return ()
    first, *rest = words
    return (Para(labelled("Where they differ:", first.inlines), first.role), *rest)


def _title(context: CardContext, left: Statement, right: Statement) -> str:
    """Return who answers whom where the records say so, else that both are on record."""
    first, second = party_name(context, left), party_name(context, right)
    if right.responds_to == left.id:
        return f"{second} answers {first}"
    if left.responds_to == right.id:
        return f"{first} answers {second}"
    return f"{first} and {second}, each in its own words"


KIND = SlideKind(
    name="statements",
    label="Two sides",
    takes=(Takes("statement", 1, 2),),
    fields=(
        KICKER,
        TextField("left_party", "Left party"),
        TextField("left_lead", "Words before the left quotation"),
        TextField("left_note", "Where and when, left"),
        TextField("right_party", "Right party"),
        TextField("right_lead", "Words before the right quotation"),
        TextField("right_note", "Where and when, right"),
        TextField("differ", "Where they differ"),
        NOTES,
    ),
    compose=compose,
)
