"""The information brief: what is known, by topic. It asks for no decision and recommends nothing.

In: records. Out: a briefing with agenda, bottom line, a section for each main topic, questions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefer.compose.presets.cards import (
    Cards,
    asked,
    bottom_line,
    events_cards,
    facts,
    figures_cards,
    further_facts,
    pair_cards,
    quote_cards,
    rest,
)
from briefer.compose.presets.pool import (
    Pool,
    key_events,
    key_figures,
    opposing_pairs,
    pool_of,
    unopposed,
)
from briefer.compose.presets.preset import CLOSE, Plan, Preset, briefing_of
from briefer.records.base import Record, Ref
from briefer.records.event import Event
from briefer.records.vocabulary import TOPICS
from briefer.storyboard.briefing import Briefing

_NAME = "information"
_MOST_TOPICS = 3
_EVENTS, _FIGURES = 6, 3


def propose(records: Sequence[Record]) -> Briefing:
    """Return an information brief: the topics with most events, each with what bears on it."""
    pool = pool_of(records)
    body = _topics(pool)
    told = tuple(card for _, cards in body for card in cards)
    plan: Plan = (
        ("In brief", bottom_line(facts(pool, 4))),
        *body,
        ("What is on record", rest(records, told)),
        ("Questions", asked("questions", further_facts(pool, 3, after=4))),
        (CLOSE, asked("contact")),
    )
    return briefing_of(_NAME, PRESET.label, plan)


def _topics(pool: Pool) -> Plan:
    """Return a section for each main topic; a record is shown under the first one it fits."""
    shown: set[Ref] = set()
    sections: list[tuple[str, Cards]] = []
    for _ in range(_MOST_TOPICS):
        topic = _busiest(pool, shown)
        if not topic:
            break
        about = pool_of([item for item in pool.records if topic in item.topics])
        cards = _about(about, shown)
        shown |= {ref for card in cards for ref in card.records}
        shown |= {item.id for item in about.of(Event)}
        sections.append((TOPICS.label(topic), cards))
    return tuple(sections)


def _busiest(pool: Pool, shown: set[Ref]) -> str:
    """Return the topic with most events that are not shown yet, "" for none."""
    events = [event for event in pool.of(Event) if event.id not in shown]
    events = [event for event in events if event.status != "planned"]
    counts = Counter(topic for event in events for topic in event.topics)
    return min(counts, key=lambda topic: (-counts[topic], topic), default="")


def _about(about: Pool, shown: set[Ref]) -> Cards:
    """Return events, figures, and two sides or else a quotation, of one topic."""
    pairs = opposing_pairs(about, 1, shown)
    said = pair_cards(pairs) or quote_cards(unopposed(about, 1, shown))
    return (
        *events_cards(key_events(about, _EVENTS, shown)),
        *figures_cards(key_figures(about, _FIGURES, shown)),
        *said,
    )


PRESET = Preset(
    name=_NAME,
    label="Information brief",
    hint="Agenda, bottom line, what is known by topic, questions; no recommendation",
    propose=propose,
)
