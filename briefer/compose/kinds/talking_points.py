"""Talking points: a bold topic, then one point a line, to be said aloud.

Staff's own points come first, then a point for each picked record that they do not cite. A point
without a citation is named as staff judgement.
"""

from __future__ import annotations

from briefer.compose.build import Draft, build, panel
from briefer.compose.claims import placeholder
from briefer.compose.context import CardContext
from briefer.compose.facts import point_of
from briefer.compose.kind import KICKER, NOTES, SlideKind, Takes, TextField
from briefer.compose.kinds.fallback import compose_text
from briefer.compose.names import actor_in_sentence
from briefer.compose.quotations import quotations_of
from briefer.compose.sentences import capital, with_stop, without_stop
from briefer.compose.staff_forms import TalkingPoint, talking_points_of
from briefer.compose.titles import in_words
from briefer.compose.wording import cited_records, inlines_of
from briefer.content import ASKS, CiteMark, Inline, Para, Slide, Text
from briefer.records.actor import Actor
from briefer.records.base import Record
from briefer.records.relation import Relation
from briefer.records.statement import Statement

_JUDGEMENT = Text(" (staff judgement)", italic=True)
_LONGEST_TOPIC = 80


def compose(context: CardContext) -> Slide:
    """Return staff's points and those of records, each with its citation."""
    points = _points(context)
    if not points:
        return compose_text(context, label=KIND.label, lead=f"{ASKS}a talking point]")
    draft = Draft(
        label=KIND.label,
        pattern="talking-points",
        title=_title(points),
        blocks=panel("points", points),
        say=_say(points),
        quotations=quotations_of(context, context.of(Statement)),
    )
    return build(context, draft)


def _points(context: CardContext) -> tuple[Para, ...]:
    words = context.words("points")
    cited = set(cited_records(words))
    staff = [para for point in talking_points_of(words) for para in _staff(context, point)]
    picked = [_of_record(context, item) for item in context.picked if item.id not in cited]
    return (*staff, *picked, *(placeholder(ref) for ref in context.missing))


def _staff(context: CardContext, point: TalkingPoint) -> tuple[Para, ...]:
    """Return a point of staff's own and the points under it."""
    words = inlines_of(point.words, context.records)
    if point.topic:
        topic = Para(inlines_of(point.topic, context.records))
        marks = tuple(item for item in topic.inlines if isinstance(item, CiteMark))
        words = (Text(f"{with_stop(topic.text)} ", bold=True), *words, *marks)
    under = (Para(_labelled(inlines_of(line, context.records)), "body") for line in point.under)
    supported = any(_cited(inlines_of(line, context.records)) for line in point.under)
    return (Para(words if supported else _labelled(words), "point"), *under)


def _labelled(words: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return words that say whose judgement they are, where they cite nothing."""
    return words if _cited(words) else (*words, _JUDGEMENT)


def _cited(words: tuple[Inline, ...]) -> bool:
    return any(isinstance(item, CiteMark) for item in words)


def _of_record(context: CardContext, record: Record) -> Para:
    """Return a record's point with its topic in bold, as reworded where staff did."""
    point = point_of(context, record)
    if context.words(record.id) or not isinstance(point.inlines[0], Text):
        return point
    words = point.inlines[0].text
    topic = _topic(context, record, words)
    if not topic or topic == words:
        return point
    parts = (Text(topic, bold=True), Text(words[len(topic) :]))
    return Para((*parts, *point.inlines[1:]), "point", record.id)


def _topic(context: CardContext, record: Record, words: str) -> str:
    """Return the words that a fact begins with and that say what it is about."""
    if isinstance(record, Actor):
        lead = record.name
    elif isinstance(record, Relation):
        lead = capital(actor_in_sentence(context, record.subject))
    else:
        head, colon, _ = words.partition(": ")
        lead = f"{head}{colon.strip()}" if colon else ""
    return lead if len(lead) <= _LONGEST_TOPIC and words.startswith(lead) else ""


def _title(points: tuple[Para, ...]) -> str:
    """Return the words of the only point, the topics that staff gave to all, or how many."""
    main = [para for para in points if para.role == "point"]
    if len(main) == 1:
        return without_stop(main[0].text.removesuffix(_JUDGEMENT.text))
    topics = ["" if para.origin else _bold(para) for para in main]
    if all(topics):
        return f"To say: {'; '.join(topics)}"
    return f"{in_words(len(main), 'point')} to make"


def _bold(para: Para) -> str:
    first = para.inlines[0]
    bold = first.text if isinstance(first, Text) and first.bold else ""
    return without_stop(bold.strip()).rstrip(":")


def _say(points: tuple[Para, ...]) -> str:
    """Return the points as sentences to be read aloud, a line for each main point."""
    told: list[str] = []
    for para in points:
        words = with_stop(para.text.removesuffix(_JUDGEMENT.text))
        if para.role == "body" and told:
            told[-1] += f" {words}"
        else:
            told.append(words)
    return "\n".join(told)


KIND = SlideKind(
    name="talking-points",
    label="Talking points",
    takes=tuple(
        Takes(record_type, 0)
        for record_type in ("event", "statement", "statistic", "relation", "actor")
    ),
    fields=(
        KICKER,
        TextField(
            "points", "Points, one a line: Topic | point; lines that begin with - go under it"
        ),
        NOTES,
    ),
    compose=compose,
)
