"""Actors and their ties: a network of who acts on whom, or a chain from the first to the last."""

from __future__ import annotations

from collections.abc import Sequence

from briefer.compose.build import Draft, build, panel
from briefer.compose.chains import FACTS, LINKS, Chain, chain_of
from briefer.compose.choices import layouts
from briefer.compose.claims import placeholder, plain
from briefer.compose.context import CardContext
from briefer.compose.facts import point_of
from briefer.compose.kind import KICKER, NOTES, SlideKind, Takes, TextField
from briefer.compose.kinds.fallback import compose_text
from briefer.compose.network_titles import chain_title, network_title
from briefer.compose.quotations import quotations_of
from briefer.compose.sentences import counted
from briefer.compose.ties import actors_in, field_words, link_of, node_of, shown_relations
from briefer.content import ASKS, Block, Diagram, Slide
from briefer.records.base import Ref
from briefer.records.relation import Relation
from briefer.records.statement import Statement

_LEFT, _RIGHT = "Who acts", "On or with whom"
_FORM = layouts(("network", "Network"), ("chain", "Chain"), name="form")
_NO_TIES = "[no relations between these actors in the library]"


def compose(context: CardContext) -> Slide:
    """Return the picked relations and actors as a network or, where they stand in a row, a chain.

    What is picked and has no place in the diagram follows as text.
    """
    relations = shown_relations(context)
    chain = chain_of(context, relations) if context.choice(_FORM) == "chain" else None
    if chain:
        return _chain(context, chain)
    if not relations:
        lead = _NO_TIES if context.picked or context.missing else "[pick actors or relations]"
        return compose_text(context, label=KIND.label, lead=lead)
    shown = {*actors_in(relations), *(relation.id for relation in relations)}
    title = network_title(context, relations)
    draft = Draft(
        label="Actors and links",
        pattern="network",
        title=title,
        blocks=(_network(context, relations), *_rest(context, shown)),
        say=f"{_counts(relations)}.",
        quotations=quotations_of(context, context.of(Statement)),
        variant="network",
    )
    return build(context, draft)


def _network(context: CardContext, relations: Sequence[Relation]) -> Diagram:
    """Return the diagram; who both acts and is acted on is one node, which layout shows twice."""
    actors = actors_in(relations)
    place = {ref: index for index, ref in enumerate(actors)}
    return Diagram(
        "network",
        tuple(node_of(context, ref) for ref in actors),
        tuple(link_of(context, r, place[r.subject], place[r.object]) for r in relations),
        headings=(field_words(context, "left") or _LEFT, field_words(context, "right") or _RIGHT),
    )


def _chain(context: CardContext, chain: Chain) -> Slide:
    nodes = chain.diagram.nodes
    told = [link.sentence for link in chain.diagram.links if not link.sentence.count(ASKS)]
    draft = Draft(
        label="Supply chain",
        pattern="chain",
        title=chain_title(context, nodes, chain.relations),
        blocks=(chain.diagram, *_rest(context, chain.shown)),
        say=" ".join(told) or " ".join(node.name for node in nodes),
        quotations=quotations_of(context, context.of(Statement)),
        variant="chain",
    )
    return build(context, draft)


def _rest(context: CardContext, shown: frozenset[Ref] | set[Ref]) -> tuple[Block, ...]:
    """Return what was picked and the diagram does not show, so that nothing picked is lost."""
    points = [point_of(context, record) for record in context.picked if record.id not in shown]
    points += [placeholder(ref) for ref in context.missing]
    return panel("text", (plain("Not in the diagram", "lead"), *points) if points else ())


def _counts(relations: Sequence[Relation]) -> str:
    return f"{counted(len(relations), 'tie')} between {counted(len(actors_in(relations)), 'actor')}"


KIND = SlideKind(
    name="network",
    label="Actors and links",
    takes=tuple(
        Takes(record_type, 0)
        for record_type in ("relation", "actor", "event", "statement", "statistic")
    ),
    fields=(
        KICKER,
        TextField("left", "Network: heading over those who act"),
        TextField("right", "Network: heading over those acted on"),
        *(
            TextField(field, f"Chain: words of link {number}")
            for number, field in enumerate(LINKS, start=1)
        ),
        *(
            TextField(field, f"Chain: facts on actor {number}, one a line")
            for number, field in enumerate(FACTS, start=1)
        ),
        TextField("return", "Chain: words on the way back"),
        TextField("policy", "Chain: heading over what was done"),
        NOTES,
    ),
    compose=compose,
    choices=(_FORM,),
)
