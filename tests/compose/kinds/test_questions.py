"""Tests of anticipated questions."""

from __future__ import annotations

from briefer.content import Slide
from briefer.records import Record
from tests.builders import (
    composed,
    lines,
    make_card,
    make_event,
    make_statement,
    only_table,
    shown,
)

_EVENT = make_event()
_SAID = make_statement(speaker=None, speaker_label="An official")


def _slide(words: str, *picked: Record | str) -> Slide:
    card = make_card("questions", picked, text={"questions": words})
    return composed(card, _EVENT, _SAID)


def _rows(slide: Slide) -> list[list[str]]:
    return [[shown(cell) for cell in row.cells] for row in only_table(slide).rows]


def test_answers_cite_where_they_claim() -> None:
    """Each sentence keeps its own mark; an answer that cites nothing is staff's."""
    slide = _slide(
        "Who? | They did.[@event/talks] Others said so.[@statement/remark]\nWhy? | Hope."
    )
    assert _rows(slide) == [
        ["Who?", "They did.{1} Others said so.{3}"],
        ["Why?", "Hope."],
    ]
    below = [shown(row.below[1]) if row.below else "" for row in only_table(slide).rows]
    assert below == ["", "Staff judgement"]
    assert slide.title == "Two questions to expect"
    assert slide.say == "Q: Who?\nA: They did. Others said so.\nQ: Why?\nA: Hope."


def test_an_answer_that_only_cites_is_what_the_records_say() -> None:
    """The facts stand in the records' words, each with its mark; the quotation is in the notes."""
    slide = _slide("What happened? | [@event/talks] [@statement/remark]", _EVENT)
    assert _rows(slide) == [
        [
            "What happened?",
            "June 2023: Talks were held.{1} An official: “we will act on [the] threat.”{3}",
        ]
    ]
    assert [item.text for item in slide.quotations] == [_SAID.text]
    assert slide.title == "What happened?"


def test_no_question_is_made_up_for_a_record() -> None:
    """A picked record that answers nothing waits for its question, visibly."""
    slide = _slide("Who?", _EVENT, "event/gone")
    assert _rows(slide) == [
        ["Who?", "[write the answer]"],
        ["[write the question]", "June 2023: Talks were held.{1}"],
        ["", "[unknown record event/gone]"],
    ]
    only = composed(make_card("questions", [_EVENT]), _EVENT)
    assert only.title == "One answer to have ready"


def test_an_empty_card_asks_for_a_question() -> None:
    """And an unknown record in an answer is visible words."""
    assert lines(composed(make_card("questions")), "text") == ["lead: [write the question]"]
    lost = _rows(_slide("Who? | They did.[@event/lost]"))
    assert lost == [["Who?", "They did. [unknown record event/lost]"]]
