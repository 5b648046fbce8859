"""The decision brief: the problem, the facts that bear on it, options, the decision requested.

In: records. Out: a briefing whose options, recommendation and decision staff have to write.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefer.compose.presets.cards import (
    asked,
    bottom_line,
    chart_cards,
    events_cards,
    facts,
    figures_cards,
    further_facts,
    network_cards,
    pair_cards,
    rest,
)
from briefer.compose.presets.pool import (
    key_events,
    key_figures,
    key_relations,
    opposing_pairs,
    planned_events,
    pool_of,
)
from briefer.compose.presets.preset import CLOSE, Plan, Preset, briefing_of
from briefer.records.base import Record
from briefer.storyboard.briefing import Briefing

_NAME = "decision"


def propose(records: Sequence[Record]) -> Briefing:
    """Return a decision brief over the records."""
    pool = pool_of(records)
    known = (
        *events_cards(key_events(pool, 8)),
        *chart_cards(pool),
        *network_cards(key_relations(pool, 6)),
        *pair_cards(opposing_pairs(pool, 2)),
    )
    figures = figures_cards(key_figures(pool, 3))
    plan: Plan = (
        ("The problem", (*bottom_line(facts(pool, 3)), *figures)),
        ("The facts", (*known, *rest(records, (*known, *figures)))),
        ("The options", asked("options")),
        ("What comes next", asked("watch", planned_events(pool, 5))),
        ("Questions", asked("questions", further_facts(pool, 3, after=3))),
        (CLOSE, asked("contact")),
    )
    return briefing_of(_NAME, PRESET.label, plan)


PRESET = Preset(
    name=_NAME,
    label="Decision brief",
    hint="The problem, the facts, options, and the decision requested",
    propose=propose,
)
