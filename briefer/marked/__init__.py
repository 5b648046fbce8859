"""A briefing's markings: what its records and cards need, where it is shown, what is refused.

In: briefings, slides, records. Out: the roll-up, slides with portion marks, the words beside a
banner, edits that raise or lower. Must not know: layout, templates, findings, files.
"""

from __future__ import annotations

from briefer.marked.banner import Banner, banner_of, opening_of, with_block
from briefer.marked.edits import is_lower, lower_marking, raise_marking
from briefer.marked.naming import marked_name
from briefer.marked.portions import with_portions
from briefer.marked.refusing import require_marked
from briefer.marked.rollup import (
    Mark,
    Rollup,
    brought,
    card_marking,
    cited_in,
    profile_of,
    roll_up,
    shown_on,
)

__all__ = [
    "Banner",
    "Mark",
    "Rollup",
    "banner_of",
    "brought",
    "card_marking",
    "cited_in",
    "is_lower",
    "lower_marking",
    "marked_name",
    "opening_of",
    "profile_of",
    "raise_marking",
    "require_marked",
    "roll_up",
    "shown_on",
    "with_block",
    "with_portions",
]
