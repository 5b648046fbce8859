"""Tests of the agenda."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefer.compose.slides import slides_of
from briefer.content import Panel, Slide, SlidesOf, Table
from briefer.storyboard.briefing import Briefing, Card, Section
from tests.builders import gathered, lines, make_card, make_event, places, shown

_EVENT = make_event()
_EVENTS = make_card("event", [_EVENT])


def _briefing(agenda: Card, *titles: str) -> Briefing:
    """Return a briefing that opens with its agenda and has a section for each title."""
    sections = tuple(Section(title, (_EVENTS,)) for title in titles)
    return Briefing("Deck", sections=(Section("Summary", (make_card("title"), agenda)), *sections))


def _agenda(briefing: Briefing) -> Slide:
    """Return the agenda's slide."""
    return next(s for s in slides_of(briefing, gathered(_EVENT)) if s.kind == "agenda")


def _rows(slide: Slide) -> list[tuple[str, str, str]]:
    """Return number, question and line below of each row."""
    (table,) = (block for block in slide.blocks if isinstance(block, Table))
    return [
        (shown(row.cells[0]), shown(row.cells[1]), shown(row.below[1]) if row.below else "")
        for row in table.rows
    ]


def test_sections_are_numbered_questions_with_their_slides() -> None:
    """Each titled section is a row; its slides are told when pages are counted."""
    slide = _agenda(_briefing(make_card("agenda"), "Scale of harm", " Supply\tchain "))
    assert _rows(slide) == [("1", "Scale of harm", ""), ("2", "Supply chain", "")]
    (table,) = slide.blocks
    assert isinstance(table, Table)
    assert [column.heading for column in table.columns] == ["Part", "Question", "Slides"]
    assert [row.cells[2] for row in table.rows] == [
        (SlidesOf("Scale of harm"),),
        (SlidesOf(" Supply\tchain "),),
    ]
    assert (slide.title, slide.kicker) == ("This briefing has two parts", "Agenda")


@pytest.mark.parametrize(
    ("line", "question", "below"),
    [
        ("How large? \N{EM DASH} Deaths and cost", "How large?", "Deaths and cost"),
        ("How large?\N{EM DASH}Deaths", "How large?", "Deaths"),
        ("How large? -- Deaths - and cost", "How large?", "Deaths - and cost"),
        ("A well-known question", "A well-known question", ""),
        ("\N{EM DASH} Deaths and cost", "Scale", "Deaths and cost"),
        ("How large? \N{EM DASH}", "How large?", ""),
        ("   ", "Scale", ""),
    ],
)
def test_staff_reword_a_row_by_its_line(line: str, question: str, below: str) -> None:
    """What stands before the dash is the question, what follows it the quieter line."""
    agenda = make_card("agenda", text={"parts": f"\n{line}\n"})
    rows = _rows(_agenda(_briefing(agenda, "First", "Scale")))
    assert rows == [("1", "First", ""), ("2", question, below)]


def test_decision_and_time_stand_beside_the_table() -> None:
    """Both panels have their heading; short ones are repeated where the agenda continues."""
    text = {"decision": "Which track leads?", "time": "20 minutes"}
    slide = _agenda(_briefing(make_card("agenda", text=text), "Scale"))
    assert slide.pattern == "agenda"
    assert lines(slide, "decision") == ["heading: Decision sought", "body: Which track leads?"]
    assert lines(slide, "time") == ["heading: Time needed", "body: 20 minutes"]
    assert [block.pinned for block in slide.blocks if isinstance(block, Panel)] == [True, True]
    assert slide.say.endswith("Decision sought: Which track leads? Time needed: 20 minutes.")
    assert slide.title == "One part leads to the decision sought"


def test_without_panels_the_table_has_the_whole_width() -> None:
    """No third of the slide is left bare."""
    slide = _agenda(_briefing(make_card("agenda"), "Scale"))
    assert (slide.pattern, places(slide)) == ("table", [])


def test_a_briefing_without_parts_says_so() -> None:
    """Untitled and empty sections are no parts; what staff wrote is shown all the same."""
    agenda = make_card("agenda", text={"decision": "Which track?"})
    briefing = _briefing(agenda, "", "  ")
    briefing = replace(briefing, sections=(*briefing.sections, Section("Empty")))
    slide = _agenda(briefing)
    assert slide.pattern == "text"
    assert lines(slide, "text") == [
        "lead: [no further titled sections with slides to list]",
        "point: **Decision sought: **Which track?",
    ]
    assert slide.kicker == "Agenda"
