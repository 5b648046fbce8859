"""Rules over any deck that a program can check, and a report that claims no more than was checked.

In: the path of a deck, whoever made it. Out: an `OpenedDeck`, findings of `DECK_RULES`, an
`AccessibilityReport`. Nothing is written to the deck and nothing outside it is looked at. Must not
know: the store, briefings, how decks are made.
"""

from __future__ import annotations

from briefer.accessibility.base import DeckFinding, DeckRule, Severity
from briefer.accessibility.form import finding_json, report_bytes, report_form, report_json
from briefer.accessibility.model import OpenedDeck
from briefer.accessibility.opening import SUFFIXES, read_deck_for_rules
from briefer.accessibility.report import AccessibilityReport, Line, Statement, Status, report_of
from briefer.accessibility.rules import DECK_RULES, findings_of

__all__ = [
    "DECK_RULES",
    "SUFFIXES",
    "AccessibilityReport",
    "DeckFinding",
    "DeckRule",
    "Line",
    "OpenedDeck",
    "Severity",
    "Statement",
    "Status",
    "finding_json",
    "findings_of",
    "read_deck_for_rules",
    "report_bytes",
    "report_form",
    "report_json",
    "report_of",
]
