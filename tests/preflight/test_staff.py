"""Tests of the checks of what staff write: each finds its flaw on a slide laid out for real."""

from __future__ import annotations

import pytest

from briefer.layout.paginate import lay_out
from briefer.layout.text import house_setter
from briefer.paths import bundled_templates
from briefer.preflight import Finding, Subject, findings_of
from briefer.records import Record
from briefer.storyboard.briefing import Card
from briefer.template.reader import read_template
from tests.builders import composed, gathered, make_briefing, make_card, make_event
from tests.layout.decks import deck

_EVENTS = tuple(
    make_event(f"event/{number}", title=f"Event {number}", status="planned") for number in range(8)
)
_OPTIONS = {"option-1": "Wait", "option-2": "Act"}


def found_on(card: Card, *records: Record) -> dict[str, Finding]:
    """Return the findings over a card by check."""
    briefing = make_briefing(card)
    made = deck(composed(card, *records))
    pages = lay_out(made, read_template(bundled_templates() / "light.pptx"), house_setter())
    subject = Subject(briefing, made, pages, gathered(*records))
    return {finding.check: finding for finding in findings_of(subject)}


@pytest.mark.parametrize("kind", ["options", "watch", "talking-points", "questions"])
def test_a_prompt_that_still_stands_is_an_error(kind: str) -> None:
    """The finding says what is to be written, and where."""
    found = found_on(make_card(kind))["unwritten"]
    assert found.severity == "error"
    assert found.message.startswith("[write ")
    assert (found.page, found.card) == (1, 0)


def test_a_record_without_a_question_is_named() -> None:
    """Whoever reads the finding can find the record."""
    assert found_on(make_card("questions", _EVENTS[:1]), *_EVENTS)["unwritten"].record == "event/0"


def test_more_than_seven_signals_and_six_points_are_too_many() -> None:
    """As many as are read are no finding."""
    for kind, most in (("watch", 7), ("talking-points", 6)):
        assert "crowded" not in found_on(make_card(kind, _EVENTS[:most]), *_EVENTS)
        found = found_on(make_card(kind, _EVENTS[: most + 1]), *_EVENTS)["crowded"]
        assert str(most + 1) in found.message


@pytest.mark.parametrize(("recommended", "lost"), [("2", False), ("", False), ("3", True)])
def test_a_recommended_option_must_be_written(recommended: str, lost: bool) -> None:
    """An option that is not there is told; none at all is allowed."""
    found = found_on(make_card("options", text={**_OPTIONS, "recommended": recommended}))
    assert ("recommendation" in found) is lost
