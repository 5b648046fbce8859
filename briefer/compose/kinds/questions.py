"""Anticipated questions, each with its answer and what the answer rests on.

Questions are staff's alone: a picked record that answers none of them is shown as an answer that
still waits for its question, never with one made up.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefer.compose.build import Draft, build
from briefer.compose.claims import unknown_record
from briefer.compose.context import CardContext
from briefer.compose.facts import point_of
from briefer.compose.kind import KICKER, NOTES, SlideKind, Takes, TextField
from briefer.compose.kinds.fallback import compose_text
from briefer.compose.quotations import quotations_of
from briefer.compose.sentences import with_stop
from briefer.compose.staff_forms import questions_of
from briefer.compose.titles import in_words
from briefer.compose.wording import cited_records, inlines_of
from briefer.content import ASKS, CiteMark, Column, Inline, Para, Row, Slide, Table, Text
from briefer.records.statement import Statement

_QUESTION = f"{ASKS}the question]"
_ANSWER = f"{ASKS}the answer]"
_JUDGEMENT = "Staff judgement"


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question ("" where staff have still to write it) and its row."""

    question: str
    row: Row


def compose(context: CardContext) -> Slide:
    """Return questions and answers as rows; a question never leaves its answer."""
    asked = _asked(context)
    if not asked:
        return compose_text(context, label=KIND.label, lead=f"{_QUESTION}")
    columns = (Column("Question", 0.34, bold=True), Column("Answer", 0.66))
    rows = tuple(item.row for item in asked)
    draft = Draft(
        label=KIND.label,
        pattern="table",
        title=_title(asked),
        blocks=(Table(columns, rows, summary="Table of questions and answers", roomy=True),),
        say=_say(asked),
        quotations=quotations_of(context, _answering(context)),
    )
    return build(context, draft)


def _asked(context: CardContext) -> tuple[_Asked, ...]:
    """Return staff's questions, then the answers that wait for one, then what is missing."""
    words = context.words("questions")
    cited = set(cited_records(words))
    staff = [_of_staff(context, *pair) for pair in questions_of(words)]
    waiting = []
    for record in context.picked:
        if record.id not in cited:
            point = point_of(context, record)
            waiting.append(_Asked("", Row(((Text(_QUESTION),), point.inlines), record.id)))
    lost = (_Asked("", Row(((), (Text(unknown_record(ref)),)), ref)) for ref in context.missing)
    return (*staff, *waiting, *lost)


def _of_staff(context: CardContext, question: str, answer: str) -> _Asked:
    """Return a question of staff's with their answer, or with the facts that they cite for it."""
    asked = Para(inlines_of(question, context.records))
    marks = tuple(item for item in asked.inlines if isinstance(item, CiteMark))
    inlines = (*_answer(context, answer), *marks)
    words = " ".join(asked.text.split())
    shown = words or _QUESTION
    judged = bool(answer) and not any(isinstance(item, CiteMark) for item in inlines)
    below = ((), (Text(_JUDGEMENT),)) if judged else ()
    return _Asked(words, Row(((Text(shown),), inlines), below=below))


def _answer(context: CardContext, answer: str) -> tuple[Inline, ...]:
    """Return an answer; one that only cites records is what these records say."""
    if not answer:
        return (Text(_ANSWER),)
    inlines = inlines_of(answer, context.records)
    if Para(inlines).text.strip():
        return inlines
    told: list[Inline] = []
    for ref in cited_records(answer):
        point = point_of(context, context.records[ref])
        told += (Text(" "), *point.inlines) if told else point.inlines
    return tuple(told)


def _answering(context: CardContext) -> tuple[Statement, ...]:
    """Return the statements that answers hold: picked ones and those cited."""
    cited = (context.find(ref, Statement) for ref in cited_records(context.words("questions")))
    return (*context.of(Statement), *(item for item in cited if item))


def _title(asked: tuple[_Asked, ...]) -> str:
    """Return the only question, or how many there are."""
    questions = [item.question for item in asked if item.question]
    if not questions:
        return f"{in_words(len(asked), 'answer')} to have ready"
    if len(questions) == 1 and len(asked) == 1:
        return questions[0]
    return f"{in_words(len(questions), 'question')} to expect"


def _say(asked: tuple[_Asked, ...]) -> str:
    """Return each question and its answer on lines of their own."""
    told: list[str] = []
    for item in asked:
        answer = with_stop(" ".join(Para(item.row.cells[1]).text.split()))
        told.append(f"Q: {item.question}\nA: {answer}" if item.question else f"A: {answer}")
    return "\n".join(told)


KIND = SlideKind(
    name="questions",
    label="Questions and answers",
    takes=tuple(
        Takes(record_type, 0)
        for record_type in ("event", "statement", "statistic", "relation", "actor")
    ),
    fields=(
        KICKER,
        TextField("questions", "Questions, one a line: Question? | answer"),
        NOTES,
    ),
    compose=compose,
)
