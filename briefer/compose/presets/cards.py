"""The cards of presets: each function returns the cards for chosen records, () for none.

In: records in the order to be shown. Out: cards without words of staff's. Must not know: how the
records were chosen, any one preset.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from briefer.compose.kinds import SLIDE_KINDS
from briefer.compose.presets.pool import (
    Pair,
    Pool,
    exact,
    in_order,
    key_events,
    key_figures,
    key_relations,
    ranked_events,
)
from briefer.compose.propose import propose_card
from briefer.records.actor import Actor
from briefer.records.base import Record
from briefer.records.event import Event
from briefer.records.relation import Relation
from briefer.records.statement import Statement
from briefer.records.statistic import Statistic
from briefer.storyboard.briefing import Card

Cards = tuple[Card, ...]

_FEWEST = 8
_MOST_COUNTED = 60
_ASKS = (("asks", True),)


def shown(kind: str, records: Iterable[Record]) -> Cards:
    """Return a card of a kind for records, () where there are none or Briefer lacks the kind."""
    refs = tuple(record.id for record in records)
    return (Card(kind, records=refs),) if refs and kind in SLIDE_KINDS else ()


def asked(kind: str, records: Iterable[Record] = ()) -> Cards:
    """Return a card that asks staff for their words, beside what the records say."""
    return (Card(kind, records=tuple(record.id for record in records)),)


def bottom_line(records: Iterable[Record]) -> Cards:
    """Return a bottom line that asks for the one sentence, over records as its points."""
    return (Card("bluf", records=tuple(item.id for item in records), options=_ASKS),)


def events_cards(events: Sequence[Event]) -> Cards:
    """Return one event in detail, dated events on a timeline, others in a table."""
    return (propose_card(events),) if events else ()


def figures_cards(figures: Sequence[Statistic]) -> Cards:
    """Return key figures."""
    return shown("figures", figures)


def pair_cards(pairs: Sequence[Pair]) -> Cards:
    """Return two sides for each pair."""
    return tuple(card for pair in pairs for card in shown("statements", pair))


def quote_cards(statements: Sequence[Statement]) -> Cards:
    """Return a slide for each statement."""
    return tuple(card for item in statements for card in shown("quote", (item,)))


def profile_cards(actors: Sequence[Actor]) -> Cards:
    """Return a profile for each actor."""
    return tuple(card for actor in actors for card in shown("actor", (actor,)))


def network_cards(relations: Sequence[Relation]) -> Cards:
    """Return a network of relations."""
    return shown("network", relations)


def chart_cards(pool: Pool) -> Cards:
    """Return a chart of the year with most events that are dated to the day or month.

    Few events make no chart.
    """
    dated = [event for event in ranked_events(pool) if exact(event)]
    years = Counter(event.date.year for event in dated if event.date)
    busiest = min(years, key=lambda year: (-years[year], year or 0), default=None)
    counted = [event for event in dated if event.date and event.date.year == busiest]
    return shown("chart", in_order(counted[:_MOST_COUNTED])) if len(counted) >= _FEWEST else ()


def facts(pool: Pool, most: int) -> tuple[Record, ...]:
    """Return records that carry a briefing: figures and events by turns, else what there is."""
    figures, events = key_figures(pool, most), key_events(pool, most)
    ranked = [event for event in ranked_events(pool) if event in events]
    mixed: list[Record] = []
    for index in range(most):
        mixed += (*figures[index : index + 1], *ranked[index : index + 1])
    others = (*pool.of(Statement), *key_relations(pool, most), *pool.of(Actor))
    return tuple(mixed or others)[:most]


def further_facts(pool: Pool, most: int, *, after: int) -> tuple[Record, ...]:
    """Return facts to have ready as answers: those behind the ones that the bottom line has.

    Where there are no more they are the same.
    """
    ranked = facts(pool, after + most)
    return ranked[after:] or ranked[:most]


def rest(records: Sequence[Record], cards: Iterable[Card]) -> Cards:
    """Return the proposed card for a few records of which no card shows any, else ()."""
    known = {record.id for record in records}
    reporting = [card for card in cards if card.kind not in ("bluf", "questions", "talking-points")]
    if any(known & set(card.records) for card in reporting):
        return ()
    few = [record for record in records if record.type != "source"][:5]
    return (propose_card(few),) if few else ()
