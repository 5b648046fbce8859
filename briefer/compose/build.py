"""A slide from what a composer made: kicker, title, records used, records missing.

In: a card's context and its blocks. Out: a `Slide`. Must not know: any one kind, layout.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefer.compose.context import CardContext
from briefer.compose.names import known_as
from briefer.compose.titles import proposed_title
from briefer.compose.wording import cited_records
from briefer.content import Block, CiteMark, Panel, Para, Quotation, Slide, Text, inner_parts
from briefer.records.actor import Actor
from briefer.records.base import Record, Ref
from briefer.records.event import Event
from briefer.records.relation import Relation
from briefer.records.statement import Statement


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What a composer makes of a card, before the furniture that all slides share.

    A `kicker` of the kind's own stands before the section's title, which is the usual one.
    `variant` is the value of the kind's layout that was made, "" where layout decides.
    """

    label: str
    pattern: str
    title: str
    blocks: tuple[Block, ...]
    say: str = ""
    state: str = ""
    kicker: str = ""
    quotations: tuple[Quotation, ...] = ()
    variant: str = ""


def build(context: CardContext, draft: Draft) -> Slide:
    """Return the slide of a draft: the user's title, kicker and notes where given."""
    card = context.card
    title = " ".join(card.title.split()) or proposed_title(draft.title)
    state = f" | {draft.state}" if draft.state else ""
    proposed = draft.kicker or context.section.title or f"{draft.label}{state}"
    return Slide(
        key=f"card-{context.index + 1}",
        kind=card.kind,
        pattern=draft.pattern,
        title=title,
        kicker=context.words("kicker") or proposed,
        blocks=draft.blocks,
        section=context.section.title,
        card=context.index,
        say=context.words("notes") or draft.say,
        quotations=draft.quotations,
        variant=draft.variant,
        records=_used(context, title, draft.blocks),
        missing=_missing(context),
    )


def panel(place: str, paras: Iterable[Para], *, pinned: bool = False) -> tuple[Panel, ...]:
    """Return a panel as a one-tuple, or () where there is nothing to show in it."""
    shown = tuple(para for para in paras if para.inlines)
    return (Panel(place, shown, pinned),) if shown else ()


def _used(context: CardContext, title: str, blocks: tuple[Block, ...]) -> tuple[Ref, ...]:
    """Return the records a slide speaks of: picked, stated, cited from, and actors it names."""
    refs = dict.fromkeys(record.id for record in context.picked)
    refs.update(dict.fromkeys(_origins(blocks)))
    known = [context.records[ref] for ref in refs if ref in context.records]
    text = " ".join((title, *_texts(blocks)))
    named = (ref for record in known for ref in _actors(record))
    for ref in dict.fromkeys(named):
        actor = context.find(ref, Actor)
        if actor and any(_names(text, words) for words in known_as(actor)):
            refs[ref] = None
    return tuple(ref for ref in refs if ref in context.records)


def _missing(context: CardContext) -> tuple[Ref, ...]:
    cited = (ref for _, words in context.card.text for ref in cited_records(words))
    unknown = (ref for ref in cited if ref not in context.records)
    return tuple(dict.fromkeys((*context.missing, *unknown)))


def _names(text: str, words: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text))


def _actors(record: Record) -> tuple[Ref, ...]:
    if isinstance(record, Event):
        return tuple(participant.actor for participant in record.actors)
    if isinstance(record, Statement):
        return (record.speaker,) if record.speaker else ()
    if isinstance(record, Relation):
        return (record.subject, record.object)
    return ()


def _origins(value: object) -> Iterator[Ref]:
    """Yield the records that a value inside a block speaks of or cites from."""
    if isinstance(value, CiteMark):
        yield from (cite.record for cite in value.cites)
        return
    origin = getattr(value, "origin", None)
    if origin:
        yield origin
    for part in inner_parts(value):
        yield from _origins(part)


def _texts(value: object) -> Iterator[str]:
    """Yield the words inside a block."""
    if isinstance(value, Text):
        yield value.text
        return
    for part in inner_parts(value):
        yield from _texts(part)
