"""Two sides: two statements beside each other, and where they differ."""

from __future__ import annotations

from briefer.compose.build import Draft, build, panel
from briefer.compose.choices import layouts
from briefer.compose.claims import claim, parted, plain
from briefer.compose.context import CardContext
from briefer.compose.kind import KICKER, NOTES, SlideKind, Takes, TextField
from briefer.compose.kinds import quote
from briefer.compose.kinds.fallback import compose_text
from briefer.compose.names import in_title, party_name, speaker_name
from briefer.compose.quotations import occasion, quotations_of, quote_para
from briefer.compose.sentences import capital, in_sentence
from briefer.compose.speaker_notes import say_statements
from briefer.compose.wording import labelled, staff_words
from briefer.content import NO_SOURCE, Block, Column, Panel, Para, Row, Slide, Table, Text
from briefer.records.statement import Statement

_LONGEST_PINNED = 200
"""Characters of where they differ that are repeated on every page: they stand on two lines."""

_LAYOUT = layouts(("sides", "Side by side"), ("table", "Table"))


def compose(context: CardContext) -> Slide:
    """Return two statements side by side or as rows; one alone is shown as a quote."""
    statements = context.of(Statement)
    if context.missing:
        return compose_text(context, label=KIND.label)
    if len(statements) == 1:
        return quote.compose(context)
    left, right = statements
    first, second = _parties(context, left, right)
    tabled = context.choice(_LAYOUT) == "table"
    blocks: tuple[Block, ...] = (_table(context, (left, right), parties=(first, second)),)
    if not tabled:
        differ = _differ(context, left, right)
        short = sum(len(para.text) for para in differ) <= _LONGEST_PINNED
        blocks = (
            *_side(context, left, "left", party=first),
            *_side(context, right, "right", party=second),
            *panel("differ", differ, pinned=short),
        )
    draft = Draft(
        label=KIND.label,
        pattern="table" if tabled else "sides",
        title=_title(context, left, right),
        blocks=blocks,
        say=say_statements(context, left, right),
        quotations=quotations_of(context, context.of(Statement)),
        variant="table" if tabled else "sides",
    )
    return build(context, draft)


def _table(
    context: CardContext, pair: tuple[Statement, Statement], *, parties: tuple[str, str]
) -> Table:
    """Return the two as rows, one under the other, and in the last where they differ."""
    columns = (
        Column("Party", 0.26, bold=True),
        Column("Words", 0.64),
        Column("Source", 0.1, align="r", blank=NO_SOURCE),
    )
    rows = [
        _row(context, statement, side, party=party)
        for statement, side, party in zip(pair, ("left", "right"), parties, strict=True)
    ]
    own = staff_words(context, "differ")
    told = (inline for para in own for inline in (*para.inlines, Text(" ")))
    words, mark = parted(told if own else _together(context, *pair).inlines)
    head = "Where they differ" if own else "Together"
    rows.append(Row(((Text(head),), words, (mark,) if mark else ())))
    return Table(columns, tuple(rows), summary="Table of two statements", roomy=True)


def _row(context: CardContext, statement: Statement, side: str, *, party: str) -> Row:
    """Return party and words of one statement; speaker, where and when stand on a quieter line."""
    words, mark = parted(
        quote_para(statement, marks=True, lead=context.words(f"{side}_lead")).inlines
    )
    who = context.words(f"{side}_party") or party
    name = speaker_name(context, statement)
    said = "; ".join(part for part in (name, _note(context, statement, side)) if part != who)
    cells = ((Text(who),), words, (mark,) if mark else ())
    return Row(cells, statement.id, below=((Text(said),), (), ()))


def _note(context: CardContext, statement: Statement, side: str) -> str:
    """Return the user's line, else where and when, and that a position is no quotation."""
    when = capital(occasion(context, statement))
    proposed = when if statement.verbatim else f"{when}; paraphrased"
    return context.words(f"{side}_note") or proposed


def _parties(context: CardContext, left: Statement, right: Statement) -> tuple[str, str]:
    """Return for whom the two speak, or who speaks where both speak for the same."""
    names = party_name(context, left), party_name(context, right)
    if names[0] != names[1]:
        return names
    return speaker_name(context, left), speaker_name(context, right)


def _side(
    context: CardContext, statement: Statement, side: str, *, party: str
) -> tuple[Panel, ...]:
    """Return party, words and attribution of one side."""
    party = context.words(f"{side}_party") or party
    lead = context.words(f"{side}_lead")
    said = (
        plain(speaker_name(context, statement), "value", statement.speaker),
        plain(_note(context, statement, side), "note"),
    )
    return (
        *panel(f"{side}-party", (plain(party),), pinned=True),
        *panel(f"{side}-words", (quote_para(statement, marks=True, lead=lead),)),
        *panel(f"{side}-attribution", said, pinned=True),
    )


def _differ(context: CardContext, left: Statement, right: Statement) -> tuple[Para, ...]:
    """Return the user's judgement, else what the records say of how the two stand together."""
    words = staff_words(context, "differ")
    if not words:
        return (_together(context, left, right),)
    first, *rest = words
    return (Para(labelled("Where they differ:", first.inlines), first.role), *rest)


def _together(context: CardContext, left: Statement, right: Statement) -> Para:
    reply = next((item for item in (left, right) if item.responds_to in (left.id, right.id)), None)
    if reply:
        other = right if reply is left else left
        who, whom = _parties(context, reply, other)
        words = capital(f"{in_sentence(who)} spoke in reply to {in_sentence(whom)}.")
        return claim(words, reply, ("responds_to", "text"), role="body")
    if left.verbatim and right.verbatim:
        return plain("Both are quoted in the words that their sources print.")
    return plain("Words in quotation marks are verbatim; a position is paraphrased.")


def _title(context: CardContext, left: Statement, right: Statement) -> str:
    """Return who answers whom where the records say so, else that both are on record."""
    what = "statements" if left.verbatim and right.verbatim else "positions"
    if not (left.speaker and right.speaker):
        return f"Two {what} on record"
    parties = _parties(context, left, right)
    first, second = (
        in_title(context, statement, name)
        for statement, name in zip((left, right), parties, strict=True)
    )
    if right.responds_to == left.id:
        return capital(f"{second} answers {first}")
    if left.responds_to == right.id:
        return capital(f"{first} answers {second}")
    if first == second:
        return f"Two {what} of {first}"
    return f"{capital(what)} of {first} and {second}"


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
    choices=(_LAYOUT,),
)
