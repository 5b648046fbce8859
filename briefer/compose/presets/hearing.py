"""Hearing preparation: what happened, who acts, who says what, questions, talking points.

In: records. Out: a briefing whose bottom line and questions staff have to write.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefer.compose.presets.cards import (
    asked,
    bottom_line,
    chart_cards,
    events_cards,
    facts,
    further_facts,
    network_cards,
    pair_cards,
    profile_cards,
    quote_cards,
    rest,
)
from briefer.compose.presets.pool import (
    key_actors,
    key_events,
    key_relations,
    opposing_pairs,
    pool_of,
    unopposed,
)
from briefer.compose.presets.preset import CLOSE, Plan, Preset, briefing_of
from briefer.records.base import Record
from briefer.storyboard.briefing import Briefing

_NAME = "hearing"


def propose(records: Sequence[Record]) -> Briefing:
    """Return a briefing book for a hearing."""
    pool = pool_of(records)
    happened = (*events_cards(key_events(pool, 9)), *chart_cards(pool))
    actors = (*network_cards(key_relations(pool, 6)), *profile_cards(key_actors(pool, 2)))
    said = pair_cards(opposing_pairs(pool, 3)) or quote_cards(unopposed(pool, 2))
    told = (*happened, *actors, *said)
    plan: Plan = (
        ("In brief", bottom_line(facts(pool, 4))),
        ("What happened", happened),
        ("Who acts", actors),
        ("Who says what", said),
        ("What is on record", rest(records, told)),
        ("Questions to expect", asked("questions", further_facts(pool, 5, after=4))),
        ("Talking points", asked("talking-points", facts(pool, 5))),
        (CLOSE, asked("contact")),
    )
    return briefing_of(_NAME, PRESET.label, plan)


PRESET = Preset(
    name=_NAME,
    label="Hearing preparation",
    hint="Timeline, actors, two sides, questions to expect, talking points",
    propose=propose,
)
