"""Tests of the presets: what they propose from the bundled library, from little and from much."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefer import paths
from briefer.compose.kinds import SLIDE_KINDS
from briefer.compose.presets import PRESETS
from briefer.content import ASKS
from briefer.pipeline import Built, build, gather
from briefer.records import Event, Record
from briefer.records.gathered import Gathered
from briefer.store import Store
from briefer.storyboard.briefing import Briefing
from briefer.template.model import Template
from briefer.template.reader import read_template
from tests.builders import (
    make_actor,
    make_event,
    make_relation,
    make_source,
    make_statement,
    make_statistic,
)

_SECTIONS = {
    "information": ["Briefing", "In brief", "Questions", "Close"],
    "decision": [
        *("Briefing", "The problem", "The facts", "The options", "What comes next"),
        *("Questions", "Close"),
    ],
    "hearing": [
        *("Briefing", "In brief", "What happened", "Who acts", "Who says what"),
        *("Questions to expect", "Talking points", "Close"),
    ],
    "backgrounder": ["Briefing", "At a glance"],
    "primer": ["Briefing", "Over time", "Ahead", "Close"],
}
_KINDS = {
    "information": {"agenda", "bluf", "timeline", "figures", "statements", "questions"},
    "decision": {"agenda", "bluf", "figures", "timeline", "network", "options", "watch"},
    "hearing": {"timeline", "network", "actor", "statements", "questions", "talking-points"},
    "backgrounder": {"bluf", "figures", "timeline"},
    "primer": {"agenda", "chart", "timeline", "event", "watch"},
}
_MOST = {"backgrounder": 4}
_PROMPTS = ("unwritten", "briefing-type")


@pytest.fixture(scope="module")
def light() -> Template:
    """Return the light house template."""
    return read_template(paths.bundled_templates() / "light.pptx")


@pytest.fixture(scope="module")
def library() -> Sequence[Record]:
    """Return the bundled library."""
    with Store.open(paths.bundled_store(), read_only=True) as store:
        return store.all()


def built_of(briefing: Briefing, template: Template, records: Sequence[Record]) -> Built:
    """Return a briefing built over records and the source that the builders cite."""
    return build(briefing, Gathered([*records, make_source()]), template)


def troubles(built: Built) -> list[str]:
    """Return errors and warnings that are no prompts."""
    return [
        f"{finding.check}: {finding.message}"
        for finding in built.findings
        if finding.severity != "note" and finding.check not in _PROMPTS
    ]


@pytest.mark.parametrize("name", PRESETS)
def test_the_bundled_library_makes_a_briefing_of_each_type(
    name: str, library: Sequence[Record], light: Template
) -> None:
    """Sections in order, the kinds of the type, a sensible size, no error but prompts."""
    briefing = PRESETS[name].propose(library)
    assert briefing.preset == name
    titles = [section.title for section in briefing.sections]
    assert [title for title in titles if title in _SECTIONS[name]] == _SECTIONS[name]
    assert _KINDS[name] <= {card.kind for card in briefing.cards}
    with Store.open(paths.bundled_store(), read_only=True) as store:
        built = build(briefing, gather(store, briefing), light)
    assert troubles(built) == []
    main = [page for page in built.pages if page.card is not None]
    most = _MOST.get(name, 15)
    assert (3 if name in _MOST else 8) <= len(main) <= most
    shown = [slide.title.casefold() for slide in built.deck.slides]
    assert len(shown) == len(set(shown))
    assert max(map(len, shown)) <= 110
    for card in briefing.cards:
        assert SLIDE_KINDS[card.kind].fits(ref.split("/")[0] for ref in card.records), card
        assert card.text == ()


@pytest.mark.parametrize("name", PRESETS)
def test_the_same_records_in_another_order_make_the_same_briefing(
    name: str, library: Sequence[Record]
) -> None:
    """What is chosen depends on the records alone."""
    assert PRESETS[name].propose(library) == PRESETS[name].propose(library[::-1])


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize(
    "records",
    [
        [],
        [make_event()],
        [make_event(date=None)],
        [make_statement()],
        [make_statistic()],
        [make_actor()],
        [make_relation(), make_actor(), make_actor("actor/other", name="Other body")],
        [make_source()],
    ],
    ids=["none", "event", "undated", "statement", "statistic", "actor", "relation", "source"],
)
def test_little_still_makes_a_briefing(
    name: str, records: Sequence[Record], light: Template
) -> None:
    """What there is is shown on a slide that reports it; what is missing asks for words."""
    briefing = PRESETS[name].propose(records)
    built = built_of(briefing, light, [*records, make_actor(), make_actor("actor/other")])
    assert [card.kind for card in briefing.cards][0] == "title"
    shown = {ref for card in briefing.cards for ref in card.records}
    assert {record.id for record in records[:1] if record.type != "source"} <= shown
    wrong = [trouble for trouble in troubles(built) if "uncited" not in trouble]
    assert wrong == []


@pytest.mark.parametrize("name", PRESETS)
def test_five_hundred_events_are_as_many_slides_as_few(name: str, light: Template) -> None:
    """Only the most telling events are chosen, in order of date."""
    events = [
        make_event(
            f"event/number-{number}",
            title=f"Round {number} of the talks was held",
            date=f"{1990 + number // 15}-{number % 12 + 1:02}",
        )
        for number in range(500)
    ]
    briefing = PRESETS[name].propose(events)
    built = built_of(briefing, light, events)
    assert len(briefing.cards) <= 20
    assert troubles(built) == []
    by_id: dict[str, Event] = {event.id: event for event in events}
    for card in briefing.cards:
        if card.kind == "timeline":
            days = [date.sort_key for ref in card.records if (date := by_id[ref].date)]
            assert len(days) == len(card.records) <= 12
            assert days == sorted(days)


def test_exact_dates_and_ties_decide_which_events_are_shown() -> None:
    """An event of a known month stands before one of a year, and a planned one is no fact."""
    vague = [make_event(f"event/vague-{n}", date="2021") for n in range(9)]
    exact = [make_event(f"event/exact-{n}", date=f"2022-{n + 1:02}") for n in range(7)]
    planned = make_event("event/planned", date="2022-02", status="planned")
    briefing = PRESETS["backgrounder"].propose([*vague, planned, *exact])
    timeline = next(card for card in briefing.cards if card.kind == "timeline")
    assert timeline.records == tuple(event.id for event in exact)


def test_two_sides_stand_with_the_answered_statement_on_the_left() -> None:
    """An answer and what it answers make one slide; the statements stand nowhere else."""
    reply = make_statement("statement/a-reply", responds_to="statement/remark")
    briefing = PRESETS["hearing"].propose([reply, make_statement(), make_actor()])
    pairs = [card.records for card in briefing.cards if card.kind == "statements"]
    assert pairs == [("statement/remark", "statement/a-reply")]


def test_what_only_staff_can_write_is_asked_for(library: Sequence[Record], light: Template) -> None:
    """A decision brief asks for the bottom line, options, questions and the decision."""
    briefing = PRESETS["decision"].propose(library)
    with Store.open(paths.bundled_store(), read_only=True) as store:
        built = build(briefing, gather(store, briefing), light)
    asked = {f.message for f in built.findings if f.check == "unwritten"}
    assert {message.startswith(ASKS) for message in asked} == {True}
    assert any("sentence to remember" in message for message in asked)
    assert any("option 1" in message for message in asked)
    assert any("question" in message for message in asked)
    assert [f.severity for f in built.findings if f.check == "briefing-type"] == ["error"]


def test_a_year_with_many_events_is_parted_by_months() -> None:
    """No period claims a month for what is dated to the year alone."""
    year = [make_event(f"event/month-{n}", date=f"2023-{n % 12 + 1:02}") for n in range(20)]
    loose = make_event("event/loose", date="2023")
    early = make_event("event/early", date="1959")
    briefing = PRESETS["primer"].propose([*year, loose, early])
    titles = [section.title for section in briefing.sections]
    assert titles[2] == "1959"
    assert "2023, month not given" in titles
    assert any(title.startswith("January to") for title in titles)
