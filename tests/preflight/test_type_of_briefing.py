"""Tests of the check that a briefing's slides suit its type, on slides laid out for real."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefer.paths import bundled_templates
from briefer.pipeline import build
from briefer.preflight import Finding
from briefer.storyboard.briefing import Card
from briefer.template.reader import read_template
from tests.builders import gathered, make_briefing, make_card, make_event

_OPTIONS = {"option-1": "Wait", "option-2": "Act"}
_DECIDED = {**_OPTIONS, "decision": "Which of the two to take."}


def _found(preset: str, *cards: Card) -> list[Finding]:
    briefing = replace(make_briefing(*cards), preset=preset)
    template = read_template(bundled_templates() / "light.pptx")
    built = build(briefing, gathered(make_event()), template)
    return [finding for finding in built.findings if finding.check == "briefing-type"]


def test_an_information_brief_recommends_nothing() -> None:
    """Options in it are a warning at their slide."""
    event = make_card("event", [make_event()])
    assert _found("information", event) == []
    (found,) = _found("information", event, make_card("options", text=_DECIDED))
    assert (found.severity, found.page, found.card) == ("warning", 2, 1)
    assert "recommends nothing" in found.message


def test_a_decision_brief_has_options_and_requests_a_decision() -> None:
    """Either that is not there is an error; with both there is none."""
    (none,) = _found("decision", make_card("event", [make_event()]))
    assert (none.severity, none.message) == ("error", "The decision brief has no options.")
    (open_,) = _found("decision", make_card("options", text=_OPTIONS))
    assert (open_.severity, open_.card) == ("error", 0)
    assert "which decision" in open_.message
    assert _found("decision", make_card("options", text=_DECIDED)) == []


@pytest.mark.parametrize("preset", ["", "hearing", "a type of tomorrow"])
def test_other_briefings_may_hold_what_they_like(preset: str) -> None:
    """A briefing without a type, of another or of an unknown one has no such finding."""
    assert _found(preset, make_card("options", text=_OPTIONS)) == []
    assert _found(preset, make_card("event", [make_event()])) == []
