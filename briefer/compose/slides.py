"""From a briefing and its records to slides: one slide a card, in storyboard order.

In: a briefing, gathered records. Out: slides without citation numbers and without the sources
slide. Must not know: the store, citations, layout. Nothing is raised for content.
"""

from __future__ import annotations

import dataclasses

from briefer.compose.choices import Choice
from briefer.compose.context import CardContext
from briefer.compose.kinds import SLIDE_KINDS
from briefer.compose.kinds.fallback import compose_text
from briefer.compose.sentences import counted
from briefer.compose.titles import with_unique_titles
from briefer.compose.totals import totals_of
from briefer.content import Chosen, Slide
from briefer.records.gathered import Gathered
from briefer.storyboard.briefing import Briefing, Card


def slides_of(briefing: Briefing, records: Gathered) -> tuple[Slide, ...]:
    """Return a slide for each card of the briefing, in order.

    Cards of a kind that is added by itself make none. A card that its kind cannot show becomes a
    text slide that shows every record it has and names what is wrong. Kinds that tell of the deck
    are composed last, when there is something to tell.
    """
    contexts = [
        CardContext(briefing=briefing, section=section, card=card, index=index, records=records)
        for index, section, card in briefing.placed()
        if not (card.kind in SLIDE_KINDS and SLIDE_KINDS[card.kind].added_by_itself)
    ]
    made = {c.index: slide_of(c) for c in contexts if not tells_of_deck(c.card)}
    if len(made) < len(contexts):
        totals = totals_of(tuple(made.values()), briefing, records)
        for context in contexts:
            if context.index not in made:
                made[context.index] = slide_of(dataclasses.replace(context, totals=totals))
    slides = [made[context.index] for context in contexts]
    return with_unique_titles(slides, [bool(c.card.title.strip()) for c in contexts])


def tells_of_deck(card: Card) -> bool:
    """Return whether a card's slide tells of the whole deck."""
    return card.kind in SLIDE_KINDS and SLIDE_KINDS[card.kind].tells_of_deck


def slide_of(context: CardContext) -> Slide:
    """Return the slide of one card."""
    name = context.card.kind
    kind = SLIDE_KINDS.get(name)
    if kind is None or kind.compose is None:
        return compose_text(context, label="Slide", lead=f"[unknown slide kind {name}]")
    if kind.fits(record.type for record in context.picked):
        choices = tuple(_chosen(context, choice) for choice in kind.choices)
        return dataclasses.replace(kind.compose(context), choices=choices)
    wanted = [counted(takes.minimum, takes.type) for takes in kind.takes if takes.minimum]
    lead = "" if context.picked or context.missing else f"[pick {' and '.join(wanted)}]"
    return compose_text(context, label=kind.label, lead=lead)


def _chosen(context: CardContext, choice: Choice) -> Chosen:
    """Return what a card asks for of a choice.

    A value that another kind knows was chosen for that kind and waits for a change back to it.
    """
    asked = context.asked(choice)
    value = choice.find(asked)
    if not value:
        others = (other for kind in SLIDE_KINDS.values() for other in kind.choices)
        if any(other.name == choice.name and other.find(asked) for other in others):
            asked = ""
    known = tuple((item.value, item.label) for item in choice.values)
    return Chosen(choice.name, known, value or asked)
