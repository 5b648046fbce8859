"""The rules over any deck, each a small function; `DECK_RULES` is the list.

Sources, as the rules name them: WCAG = WCAG 2.0 A and AA; MS = Microsoft, Rules for the
Accessibility Checker; AED = AED COP PowerPoint guide (2018, 2021); HHS = HHS checklist (2012,
2013); SSA = checklist of the Social Security Administration; MCFP = DoD Military Community and
Family Policy checklist; WA = WebAIM evaluation guide; UC = University of Cincinnati; PE = Pearson.
"""

from __future__ import annotations

from briefer.accessibility.base import SEVERITIES, DeckFinding, DeckRule
from briefer.accessibility.model import OpenedDeck
from briefer.accessibility.rules import (
    alternatives,
    charts,
    colour,
    document,
    fonts,
    links,
    motion,
    order,
    tables,
    titles,
    typing_habits,
)
from briefer.registry import Registry

DECK_RULES: Registry[DeckRule] = Registry(
    "rule",
    (
        *titles.RULES,
        *alternatives.RULES,
        *charts.RULES,
        *tables.RULES,
        *order.RULES,
        *typing_habits.RULES,
        *links.RULES,
        *colour.RULES,
        *fonts.RULES,
        *motion.RULES,
        *document.RULES,
    ),
)


def findings_of(deck: OpenedDeck) -> tuple[DeckFinding, ...]:
    """Return what is wrong with a deck: errors first, then in order of slides."""
    found = [finding for rule in DECK_RULES.values() for finding in rule.findings(deck)]
    return tuple(sorted(found, key=lambda one: (SEVERITIES.index(one.severity), one.slide or 0)))


__all__ = ["DECK_RULES", "findings_of"]
