"""Tests of what can be done about a finding: the flaw is gone after the fix, nothing else is."""

from __future__ import annotations

import dataclasses

import pytest

from briefer.paths import bundled_templates
from briefer.pipeline import Built, build
from briefer.preflight import CHECKS, Finding
from briefer.preflight.explained import EXPLAINED, SETUP_CHECKS, explanation_of, failed_checks
from briefer.preflight.fixes import fix_all, fixes_of, safe_count
from briefer.records import Record
from briefer.storyboard.briefing import Briefing, Card
from briefer.template.reader import read_template
from tests.builders import (
    gathered,
    make_actor,
    make_briefing,
    make_card,
    make_event,
    make_statement,
)

SAID = make_statement("statement/said", responds_to="statement/answer")
ANSWER = make_statement("statement/answer")


def _built(briefing: Briefing, *records: Record) -> Built:
    """Return a briefing with its pages and findings."""
    template = read_template(bundled_templates() / "light.pptx")
    return build(briefing, gathered(*records), template)


def _found(built: Built, check: str) -> list[Finding]:
    """Return the findings of one name."""
    return [finding for finding in built.findings if finding.check == check]


def test_a_title_that_stands_twice_gives_way_to_the_proposed_one() -> None:
    """All but the first of the same titles go back; the first stays as the user wrote it."""
    cards = [make_card("event", [f"event/{n}"], title="What happened") for n in "abc"]
    events = [make_event(f"event/{n}", title=f"Event {n}") for n in "abc"]
    built = _built(make_briefing(*cards), *events)
    found = _found(built, "title-duplicate")
    assert len(found) == 3
    edit = fix_all(found, built.briefing, built.records)
    assert edit is not None
    assert edit.label == "Fix 2 findings"
    assert [card.title for card in edit.briefing.cards] == ["What happened", "", ""]
    assert _found(_built(edit.briefing, *events), "title-duplicate") == []


@pytest.mark.parametrize("kind", ["quote", "statements"])
def test_the_opposing_statement_is_added_once(kind: str) -> None:
    """The other side is shown after the fix, and a second finding about it adds nothing."""
    built = _built(make_briefing(make_card(kind, [SAID.id])), SAID, ANSWER)
    found = _found(built, "opposing-statement")
    (fix,) = fixes_of(found[0], built.briefing, built.records)
    assert fix.label == "Add the opposing statement"
    assert safe_count([*found, *found], built.briefing, built.records) == 1
    mended = _built(fix.edit.briefing, SAID, ANSWER)
    assert _found(mended, "opposing-statement") == []
    assert {ref for card in mended.briefing.cards for ref in card.records} == {SAID.id, ANSWER.id}


def test_fixes_at_several_cards_reach_the_cards_they_are_meant_for() -> None:
    """A card added for one finding does not move the title mended for another."""
    event = make_event("event/a", title="Event")
    cards = (
        make_card("quote", [SAID.id]),
        make_card("event", [event.id], title="Twice"),
        make_card("event", [event.id], title="Twice"),
    )
    built = _built(make_briefing(*cards), SAID, ANSWER, event)
    edit = fix_all(built.findings, built.briefing, built.records)
    assert edit is not None
    assert [card.kind for card in edit.briefing.cards] == ["quote", "quote", "event", "event"]
    assert [card.title for card in edit.briefing.cards] == ["", "", "Twice", ""]


def test_an_unknown_style_gives_way_to_the_one_that_is_used() -> None:
    """The briefing names the house style after the fix."""
    built = _built(dataclasses.replace(make_briefing(make_card("title")), style="nobody"))
    edit = fix_all(_found(built, "style"), built.briefing, built.records)
    assert edit is not None
    assert edit.briefing.style == "house"


def test_what_takes_words_or_records_away_is_offered_but_not_made_unasked() -> None:
    """A record that is nowhere held can be taken off, by its own button only."""
    built = _built(make_briefing(make_card("event", ["event/gone"])))
    found = _found(built, "missing-record")
    (fix,) = fixes_of(found[0], built.briefing, built.records)
    assert not fix.safe
    assert fix.edit.briefing.cards[0].records == ()
    assert fix_all(found, built.briefing, built.records) is None


def test_a_type_of_briefing_is_met_by_slides_or_by_another_type() -> None:
    """A decision brief gets options; an information brief loses them or becomes a decision."""
    decision = dataclasses.replace(make_briefing(make_card("title")), preset="decision")
    built = _built(decision)
    (fix,) = fixes_of(_found(built, "briefing-type")[0], decision, built.records)
    assert [card.kind for card in fix.edit.briefing.cards] == ["title", "options"]
    information = dataclasses.replace(make_briefing(Card("options")), preset="information")
    built = _built(information)
    off, other = fixes_of(_found(built, "briefing-type")[0], information, built.records)
    assert off.edit.briefing.cards == ()
    assert other.edit.briefing.preset == "decision"


def test_a_finding_about_a_card_that_is_gone_has_no_fix() -> None:
    """Findings lag behind edits; one that points past the last card does nothing."""
    stale = Finding("title-duplicate", "error", "Twice.", 5, 4)
    assert fixes_of(stale, make_briefing(make_card("title")), gathered()) == ()


def test_every_finding_is_explained_by_a_check_that_exists() -> None:
    """Headings and reasons belong to known checks; an unknown finding is called by its message."""
    known = {*CHECKS, *SETUP_CHECKS}
    assert {explanation.check for explanation in EXPLAINED.values()} <= known
    assert {explanation.check for explanation in EXPLAINED.values()} == known
    assert explanation_of(Finding("other", "note", "Something.")).heading == "Something."
    notes = [Finding("title-long", "note", "Long."), Finding("marking", "error", "Cut.")]
    assert failed_checks(notes) == {"marking"}


@pytest.mark.parametrize(
    "card",
    [
        make_card("timeline", ["event/a", "event/b"], options={"layout": "circle"}),
        make_card("timeline", ["event/a", "event/b"], options={"layout": "axis"}),
        make_card("network", ["actor/one"], text={"form": "circle"}),
    ],
)
def test_a_layout_not_used_gives_way_to_the_proposed_one(card: Card) -> None:
    """One that nobody knows, one that the dates do not allow, one in the words of an older file.

    What the user chose is not taken away together with other fixes.
    """
    records = (
        make_event("event/a", date="2023"),
        make_event("event/b", date="2023-05"),
        make_actor("actor/one"),
    )
    built = _built(make_briefing(card), *records)
    found = _found(built, "layout")
    assert len(found) == 1
    (fix,) = fixes_of(found[0], built.briefing, built.records)
    assert fix.label == "Use the proposed layout"
    assert fix.edit.label == "Reset layout of slide 1"
    assert _found(_built(fix.edit.briefing, *records), "layout") == []
    assert safe_count(found, built.briefing, built.records) == 0
    assert fixes_of(found[0], fix.edit.briefing, built.records) == ()
