"""docs/accessibility.md tells every check and every rule."""

from __future__ import annotations

from pathlib import Path

import briefer
from briefer.accessibility import DECK_RULES
from briefer.accessibility.standards import CRITERIA, RULES

PAGE = Path(briefer.__file__).resolve().parents[1] / "docs" / "accessibility.md"


def test_every_check_has_its_row() -> None:
    """Name, label, severity, rules and criteria stand as the program has them."""
    text = PAGE.read_text(encoding="utf-8")
    for rule in DECK_RULES.values():
        numbers = ", ".join(map(str, rule.rules)) or "none"
        criteria = ", ".join(rule.criteria) or "none"
        row = f"| `{rule.name}` | {rule.label} | {rule.severity} | {numbers} | {criteria} |"
        assert row in text, row


def test_every_rule_has_its_row() -> None:
    """What is left to eyes, and what holds by construction, is told as the report tells it."""
    text = PAGE.read_text(encoding="utf-8")
    for one in RULES:
        assert f"| {one.number} | {one.label} |" in text, one.number
        assert all(question in text for question, _ in one.eyes), one.number
        assert one.made in text, one.number
    assert all(one.number in text for one in CRITERIA)
