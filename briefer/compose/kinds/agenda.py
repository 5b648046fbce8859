"""The agenda: the briefing's parts with their slides, the decision sought, the time needed."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefer.compose.build import Draft, build, panel
from briefer.compose.claims import plain
from briefer.compose.context import CardContext
from briefer.compose.kind import KICKER, NOTES, SlideKind, TextField
from briefer.compose.parts import Part, parts_of
from briefer.compose.sentences import capital, clipped, counted, spelled, with_stop
from briefer.compose.wording import heading, inlines_of, labelled, staff_words
from briefer.content import Column, Inline, Panel, Para, Row, Slide, SlidesOf, Table, Text

_LONGEST = 200
"""How many characters of a section's title a row shows; a title of the user's is not cut."""

_REPEATED = {"decision": 120, "time": 60}
"""Panels of so many characters fit at full size, and are repeated where the agenda continues."""

_NOTHING = "[no further titled sections with slides to list]"
_BELOW = re.compile(r"\s*\N{EM DASH}\s*|\s+(?:\N{EN DASH}|--?)\s+")
_HEADINGS = {"decision": "Decision sought", "time": "Time needed"}


def compose(context: CardContext) -> Slide:
    """Return the agenda of the briefing's parts; words that say so where there are none."""
    parts = parts_of(context.briefing)
    if not parts:
        return _without_parts(context)
    beside = (*_panel(context, "decision"), *_panel(context, "time"))
    draft = Draft(
        label=KIND.label,
        pattern="agenda" if beside else "table",
        title=_title(context, parts),
        blocks=(_table(context, parts, narrow=bool(beside)), *beside),
        say=_say(context, parts),
        kicker=KIND.label,
    )
    return build(context, draft)


def _without_parts(context: CardContext) -> Slide:
    """Return a text slide that says why there is no agenda, and what staff wrote for it."""
    points = [
        Para(labelled(f"{_HEADINGS[field]}:", para.inlines), "point")
        for field in _HEADINGS
        for para in staff_words(context, field)
    ]
    lines = (plain(_NOTHING, "lead"), *points)
    draft = Draft(
        label=KIND.label,
        pattern="text",
        title=KIND.label,
        blocks=panel("text", lines),
        say="The briefing has no further parts to list.",
        kicker=KIND.label,
    )
    return build(context, draft)


def _table(context: CardContext, parts: tuple[Part, ...], *, narrow: bool) -> Table:
    """Return the parts as rows: number, question with its quieter line, slides."""
    own = dict(enumerate(context.card.words("parts").splitlines()))
    shares = (0.12, 0.72, 0.16) if narrow else (0.08, 0.81, 0.11)
    columns = (
        Column("Part", shares[0], numeral=True),
        Column("Question", shares[1], bold=True),
        Column("Slides", shares[2], align="r", blank="None"),
    )
    rows = tuple(_row(context, part, own) for part in parts)
    return Table(columns, rows, summary=f"Agenda of {counted(len(parts), 'part')}", spread=True)


def _row(context: CardContext, part: Part, own: Mapping[int, str]) -> Row:
    """Return a part's row; its line in the field `parts` rewords it, a blank one does not."""
    line = own.get(part.number - 1, "").strip()
    words = _BELOW.split(line, maxsplit=1)
    question: tuple[Inline, ...] = (Text(clipped(part.title, _LONGEST)),)
    if words[0]:
        question = inlines_of(words[0], context.records)
    below = inlines_of(words[1], context.records) if len(words) > 1 and words[1] else ()
    return Row(
        ((Text(str(part.number)),), question, (SlidesOf(part.section),)),
        below=((), below, ()) if below else (),
    )


def _panel(context: CardContext, field: str) -> tuple[Panel, ...]:
    """Return one of the panels beside the table, with its heading."""
    words = staff_words(context, field)
    short = sum(len(para.text) for para in words) <= _REPEATED[field]
    return panel(field, (heading(_HEADINGS[field]), *words) if words else (), pinned=short)


def _title(context: CardContext, parts: tuple[Part, ...]) -> str:
    alone = len(parts) == 1
    count = f"{spelled(len(parts))} {'part' if alone else 'parts'}"
    if context.words("decision"):
        return f"{capital(count)} {'leads' if alone else 'lead'} to the decision sought"
    return f"This briefing has {count}"


def _say(context: CardContext, parts: tuple[Part, ...]) -> str:
    """Return the parts in a sentence, then the decision and the time."""
    listed = "; ".join(part.title for part in parts)
    told = [with_stop(f"{capital(counted(len(parts), 'part'))}: {listed}")]
    for field, label in _HEADINGS.items():
        words = " ".join(para.text for para in staff_words(context, field))
        told += [with_stop(f"{label}: {words}")] if words else []
    return " ".join(told)


KIND = SlideKind(
    name="agenda",
    label="Agenda",
    fields=(
        KICKER,
        TextField(
            "parts",
            "Question \N{EM DASH} line under it, one line a part; blank keeps the section's title",
        ),
        TextField("decision", "Decision sought"),
        TextField("time", "Time needed"),
        NOTES,
    ),
    compose=compose,
)
