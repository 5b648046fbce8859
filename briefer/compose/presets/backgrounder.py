"""The Member backgrounder: the matter at a glance, in three slides.

In: records. Out: a bottom line, key figures and a timeline.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefer.compose.presets.cards import bottom_line, events_cards, facts, figures_cards, rest
from briefer.compose.presets.pool import key_events, key_figures, pool_of
from briefer.compose.presets.preset import Plan, Preset, briefing_of
from briefer.records.base import Record
from briefer.storyboard.briefing import Briefing

_NAME = "backgrounder"


def propose(records: Sequence[Record]) -> Briefing:
    """Return a backgrounder: bottom line, figures, timeline; one section, so no agenda."""
    pool = pool_of(records)
    told = (*figures_cards(key_figures(pool, 3)), *events_cards(key_events(pool, 7)))
    cards = (*bottom_line(facts(pool, 3)), *told, *rest(records, told))
    plan: Plan = (("At a glance", cards),)
    return briefing_of(_NAME, PRESET.label, plan)


PRESET = Preset(
    name=_NAME,
    label="Member backgrounder",
    hint="Bottom line, key figures and timeline on three slides",
    propose=propose,
)
